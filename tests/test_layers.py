"""The house stands: imports go one way only, each room knows what is its own, and nothing outgrows a reader."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.sources import ROOMS, ROOT, Module, modules, texts

# What each room may know; a name stands for all that is below it.
KNOWS = {
    "corpus": ("corpus",),
    "retrieval": ("retrieval", "corpus"),
    "bot": ("bot", "retrieval", "corpus"),
    "playground": ("playground", "bot.app"),
    "benchmarks": ROOMS,
    "tests": ROOMS,
}
# The command line starts the playground where there is no token.
STARTS_THE_PLAYGROUND = {"bot.__main__", "bot.commands.start"}

# Tags that Telegram or a page would read, not the named groups of a regular expression.
MARKUP = re.compile(
    r"(?<!\(\?P)</?(?:a|b|blockquote|br|code|div|em|i|p|pre|s|span|strong|u)\b[^<>]*>|&(?:amp|lt|gt|quot);"
)

LONGEST_FUNCTION = 40
LONGEST_MODULE = 340

MODULES = modules()
OF_ROOM = {room: [module for module in MODULES if module.room == room] for room in ROOMS}


def names_module(module: Module) -> str:
    return module.name


each_module = pytest.mark.parametrize("module", MODULES, ids=names_module)


def of_ours(imports: set[str]) -> set[str]:
    return {name for name in imports if name.partition(".")[0] in ROOMS}


def below(name: str, allowed: str) -> bool:
    return name == allowed or name.startswith(f"{allowed}.")


def test_every_room_is_read() -> None:
    assert all(len(OF_ROOM[room]) > 5 for room in ROOMS)


@each_module
def test_imports_go_one_way_only(module: Module) -> None:
    known = KNOWS[module.room] + (("playground",) if module.name in STARTS_THE_PLAYGROUND else ())
    assert {name for name in of_ours(module.imports) if not any(below(name, allowed) for allowed in known)} == set()


@pytest.mark.parametrize("module", OF_ROOM["bot"], ids=names_module)
def test_bot_knows_no_spans(module: Module) -> None:
    assert {name for name in module.imports if below(name, "corpus.span")} == set()
    assert "Span" not in set(names_in(module.tree))


@pytest.mark.parametrize("module", OF_ROOM["retrieval"] + OF_ROOM["corpus"], ids=names_module)
def test_retrieval_and_corpus_write_no_html(module: Module) -> None:
    assert {name for name in module.imports if below(name, "html")} == set()
    assert [text for text in strings_in(module.tree) if MARKUP.search(text)] == []


@pytest.mark.parametrize("module", OF_ROOM["tests"], ids=names_module)
def test_tests_run_the_shared_scorers_and_do_not_import_them(module: Module) -> None:
    outside = {"shared", "score_attribution", "score_retrieval", "sys.path", "importlib.util", "runpy"}
    assert {name for name in module.imports if any(below(name, each) for each in outside)} == set()
    assert "sys.path" not in {ast.unparse(node) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}


def names_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def strings_in(tree: ast.AST) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_no_imports_go_in_a_circle() -> None:
    known = {module.name for module in MODULES}
    graph = {module.name: {nearest(name, known) for name in of_ours(module.imports)} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def nearest(name: str, known: set[str]) -> str:
    """The module that ``name`` is, or is in."""
    while name not in known and "." in name:
        name = name.rpartition(".")[0]
    return name


def too_long(module: Module) -> list[str]:
    lengths = [(function.name, (function.end_lineno or 0) - function.lineno + 1) for function in module.functions]
    return [f"{name}: {length} lines" for name, length in lengths if length > LONGEST_FUNCTION]


@each_module
def test_functions_and_modules_stay_short(module: Module) -> None:
    assert too_long(module) == []
    assert module.lines <= LONGEST_MODULE


# Written in pieces, for this file is a text of the project too.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|tmp|root|home/\w+)" + "/")
REGISTRY_HOST = re.compile(
    "|".join(("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.(?:org|com)", "index" + "-url"))
)


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_machine_path_and_no_registry_stands_in_the_project(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert MACHINE_PATH.findall(text) == []
    assert REGISTRY_HOST.findall(text) == []


def made(source: str, name: str, folder: Path) -> Module:
    path = folder / "module.py"
    path.write_text(source, encoding="utf-8")
    return Module(path, name)


@pytest.mark.parametrize(
    ("test", "name", "source"),
    [
        (test_imports_go_one_way_only, "corpus.made", "import retrieval.terms"),
        (test_imports_go_one_way_only, "retrieval.made", "def late():\n    from bot import app\n"),
        (test_imports_go_one_way_only, "bot.made", "from playground.world import cast"),
        (test_imports_go_one_way_only, "playground.made", "from bot.settings import Settings"),
        (test_imports_go_one_way_only, "playground.made", "from corpus.span import Span"),
        (test_bot_knows_no_spans, "bot.made", "from corpus.span import Span"),
        (test_bot_knows_no_spans, "bot.made", "from corpus import span"),
        (test_bot_knows_no_spans, "bot.made", "import corpus.quotation as q\nq.Span(1, 2)"),
        (test_retrieval_and_corpus_write_no_html, "retrieval.made", "from html import escape"),
        (test_retrieval_and_corpus_write_no_html, "retrieval.made", "bold = f'<b>{1}</b>'"),
        (test_tests_run_the_shared_scorers_and_do_not_import_them, "tests.made", "import sys\nsys.path.append('x')"),
        (test_functions_and_modules_stay_short, "bot.made", "def long():\n" + "    pass\n" * LONGEST_FUNCTION),
        (test_functions_and_modules_stay_short, "bot.made", "a = 1\n" * (LONGEST_MODULE + 1)),
    ],
)
def test_what_breaks_a_rule_is_found(test: Callable[[Module], None], name: str, source: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        test(made(source, name, tmp_path))


@pytest.mark.parametrize("text", ["see /" + "work/main", "open('/" + "tmp/x')", "https://py" + "pi.org/simple"])
def test_a_path_or_host_is_found(text: str) -> None:
    assert MACHINE_PATH.search(text) or REGISTRY_HOST.search(text)
