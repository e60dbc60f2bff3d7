"""The project's own sources: its files, its modules, and what each module imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "retrieval", "bot", "playground", "benchmarks", "tests")
TEXTS = frozenset(
    {"", ".py", ".md", ".txt", ".toml", ".yaml", ".yml", ".json", ".tsv", ".html", ".css", ".js", ".svg", ".service"}
)
CACHES = frozenset({"__pycache__", ".hypothesis", ".git"})


@dataclass(frozen=True)
class Module:
    """``name`` as it is imported; a package's ``__init__`` has the package's name."""

    path: Path
    name: str

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source, str(self.path))

    @property
    def lines(self) -> int:
        return self.source.count("\n")

    @property
    def imports(self) -> set[str]:
        """All that the module imports, wherever in it, with what it takes from there: ``room.module.name``."""
        return {name for node in ast.walk(self.tree) for name in imported(node, self)}

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imported(node: ast.AST, module: Module) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield from (f"{origin(node, module)}.{alias.name}" for alias in node.names)


def origin(node: ast.ImportFrom, module: Module) -> str:
    """The absolute name of the module that is imported from."""
    if not node.level:
        return node.module or ""
    package = module.name if module.path.name == "__init__.py" else module.name.rpartition(".")[0]
    parents = package.split(".")
    return ".".join([*parents[: len(parents) - node.level + 1], *([node.module] if node.module else [])])


def modules(*rooms: str) -> list[Module]:
    """Of these rooms, of all where none is given."""
    paths = (path for room in rooms or ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [Module(path, module_name(path)) for path in paths if not CACHES.intersection(path.parts)]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def texts() -> list[Path]:
    """Every text file of the project, at the top and in its rooms."""
    folders = [ROOT / name for name in (*ROOMS, ".ci", "docs", "deploy")]
    files = [path for folder in folders for path in sorted(folder.rglob("*"))]
    files += sorted(ROOT.iterdir())
    return [path for path in files if path.is_file() and path.suffix in TEXTS and not CACHES.intersection(path.parts)]
