"""The README says what the program does: its answers and figures are the program's own."""

import re

from benchmarks.readme import README, ROOT, blocks, rewritten

TEXT = README.read_text(encoding="utf-8")


def test_its_answers_and_figures_are_the_programs() -> None:
    assert rewritten(TEXT, blocks()) == TEXT, "run: python -m benchmarks.readme"


def test_its_pictures_and_files_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_its_commands_are_make_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", TEXT, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target
