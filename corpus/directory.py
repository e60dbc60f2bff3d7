"""Directory: people or outlets as the operator knows them; it outranks what the articles suggest.

    - name: Анна Рощина
      spellings: [А. Рощина, Анна Ким, Anna Roshchina]
      post: директор порта

It tells which credits are one person's or one outlet's, and whom a question means; no credit is shown otherwise for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

PERSON_KEYS = ("name", "spellings", "post")
OUTLET_KEYS = ("name", "spellings")


class DirectoryError(ValueError):
    """A file that cannot be read as a directory; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``name`` is the one to show; ``spellings`` are all, it included; ``line`` where the entry stands in its file."""

    name: str
    spellings: tuple[str, ...]
    post: str | None = None
    line: int = 0


@dataclass(frozen=True)
class Directory:
    """Entries, of which no two claim one spelling."""

    entries: tuple[Entry, ...] = ()

    def find(self, spelling: str) -> Entry | None:
        """The entry that claims ``spelling``, whatever its case, blanks and quotation marks."""
        return self._by_spelling.get(plain(spelling))

    @property
    def spellings(self) -> Iterator[str]:
        return (spelling for entry in self.entries for spelling in entry.spellings)

    @cached_property
    def _by_spelling(self) -> dict[str, Entry]:
        return {plain(spelling): entry for entry in self.entries for spelling in entry.spellings}


NO_ENTRIES = Directory()


@dataclass(frozen=True, slots=True)
class Directories:
    """What the operator knows of people and of outlets."""

    people: Directory = NO_ENTRIES
    outlets: Directory = NO_ENTRIES


NO_DIRECTORIES = Directories()


def plain(spelling: str) -> str:
    """What spellings have in common that differ in case, blanks, marks and ё alone."""
    words = spelling.casefold().replace("ё", "е").translate(str.maketrans("", "", "«»\"“”„"))
    return " ".join(words.split())


def load_people(path: Path) -> Directory:
    """The operator's people. Raises ``DirectoryError``."""
    return load_directory(path, PERSON_KEYS)


def load_outlets(path: Path) -> Directory:
    """The operator's outlets. Raises ``DirectoryError``."""
    return load_directory(path, OUTLET_KEYS)


def load_directory(path: Path, keys: tuple[str, ...]) -> Directory:
    """A list of entries of the given keys; an empty file is an empty directory."""
    rows = _rows(path)
    entries = tuple(_entry(path, row, keys) for row in rows)
    _check_claims(path, entries)
    return Directory(entries)


def _rows(path: Path) -> list[yaml.Node]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise DirectoryError(f"{path} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DirectoryError(f"{path} is no UTF-8 from byte {error.start} on; save it in UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or error).splitlines()[0]
        raise DirectoryError(f"{path}, line {mark.line + 1 if mark else 1}: this is no YAML: {problem}") from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise _error(path, root, "a list of entries is expected, each beginning with “- name: …”")
    return list(root.value)


def _entry(path: Path, row: yaml.Node, keys: tuple[str, ...]) -> Entry:
    if not isinstance(row, yaml.MappingNode):
        raise _error(path, row, "an entry with the key “name” is expected")
    values = dict(_values(path, row, keys))
    if "name" not in values:
        raise _error(path, row, "the entry has no “name”")
    name, post = _text(path, values["name"]), values.get("post")
    others = _texts(path, values["spellings"]) if "spellings" in values else []
    spellings = tuple(dict.fromkeys([name, *others]))
    return Entry(name, spellings, _text(path, post) if post else None, row.start_mark.line + 1)


def _values(path: Path, row: yaml.MappingNode, keys: tuple[str, ...]) -> Iterator[tuple[str, yaml.Node]]:
    seen: set[str] = set()
    for key, value in row.value:
        if key.value not in keys:
            raise _error(path, key, f"the key “{key.value}” is unknown; known are {', '.join(keys)}")
        if key.value in seen:
            raise _error(path, key, f"the key “{key.value}” stands twice in one entry")
        seen.add(key.value)
        yield key.value, value


def _texts(path: Path, node: yaml.Node) -> list[str]:
    if not isinstance(node, yaml.SequenceNode):
        raise _error(path, node, "“spellings” is a list: [one, another]")
    return [_text(path, item) for item in node.value]


def _text(path: Path, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        raise _error(path, node, "a text is expected")
    return " ".join(str(node.value).split())


def _check_claims(path: Path, entries: tuple[Entry, ...]) -> None:
    claimed: dict[str, Entry] = {}
    for entry in entries:
        for spelling in entry.spellings:
            other = claimed.setdefault(plain(spelling), entry)
            if other is not entry:
                raise DirectoryError(
                    f"{path}, line {entry.line}: “{spelling}” of “{entry.name}” is claimed by “{other.name}” "
                    f"(line {other.line}), too; leave it to one of them"
                )


def _error(path: Path, node: yaml.Node, problem: str) -> DirectoryError:
    return DirectoryError(f"{path}, line {node.start_mark.line + 1}: {problem}")
