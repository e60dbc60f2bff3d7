"""Update: what changed in a corpus folder is read, attributed and written into the store; the rest costs a look."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.article import Article
from corpus.attribution_json import from_json
from corpus.folder import File
from corpus.models import ModelsMissingError
from corpus.quotation import AttributedArticle
from corpus.readers import UnreadableFile, read_article
from corpus.readers.reason import unforeseen
from corpus.store.finding import Finding, Keys, keys_of
from corpus.store.supplement import Supplement
from corpus.store.writer import Known, ReadFile, Writer
from corpus.version import rules_version
from corpus.workers import Done, WorkerDiedError, worked

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]  # files done, files in all

_YOUNG = 2_000_000_000  # nanoseconds: a file changed so lately may change again and keep its time and size
_UNSURE = -1
_ANY = "«Лёд тонок», – сказал егерь Асан Сеитов."
_NO_VERSION = ""  # of what is to be tried again the next time


class EmptiedError(Exception):
    """The folder has no article any more."""


@dataclass(frozen=True, slots=True)
class Task:
    """One article to look into; ``kept`` is what is known to be in it, as JSON, from before."""

    article: Article
    keys: Keys
    kept: str | None


@dataclass(frozen=True, slots=True)
class Finder:
    """The work on one task, which may be done in another process."""

    supplement: Supplement

    def __call__(self, task: Task) -> Finding:
        found = from_json(task.kept, task.article) if task.kept is not None else attributed(task.article)
        return Finding.of(found, self.supplement.found_in(found))


def attributed(article: Article) -> AttributedArticle:
    from corpus.attribution import attribute  # loads the name model, which a second start can do without

    return attribute(article)


def warm() -> None:
    """Load what the first new article would wait a second for; it takes 150 MB from then on.

    Raises ModelsMissingError.
    """
    attributed(Article("", _ANY))


def version_of(supplement: Supplement) -> str:
    """Of all that is found in an article."""
    return f"{rules_version()} {supplement.version}"


def update(
    writer: Writer,
    files: Sequence[File],
    supplement: Supplement,
    progress: Progress | None = None,
    may_empty: bool = True,
    processes: int | None = None,
    by_content: bool = False,
) -> None:
    """The store has the articles of ``files`` and no others. What was found in new ones is written as it is found, so
    that an update that is broken off goes on where it was; what the store shows changes in one step at the end.

    What changed is told by time and size, or ``by_content``, for which every file is read; what was found in the same
    words before is not looked for again.

    Raises EmptiedError, and changes nothing, where no article would be left of some, unless it ``may_empty``.
    """
    known = writer.files()
    version = version_of(supplement)
    changed = [file for file in files if by_content or _has_changed(file, known.get(file.name), version)]
    reading = _Reading(changed, writer, supplement, progress)
    try:
        with closing(worked(Finder(supplement), reading.tasks(), processes)) as done:
            for each in done:
                reading.take(each)
    finally:
        writer.save()
    unchanged = {file.name for file in files} - {file.name for file in changed}
    left = any(known[name].refused is None for name in unchanged) or any(each.contents for each in reading.read())
    if not left and not may_empty and writer.has_documents():
        raise EmptiedError
    gone = known.keys() - {file.name for file in files}
    if changed or gone:
        writer.publish(reading.read(), gone)


def _has_changed(file: File, known: Known | None, version: str) -> bool:
    return known is None or (known.modified, known.size, known.version) != (file.modified, file.size, version)


@dataclass(slots=True)
class _Reading:
    """The changed files on their way into the store."""

    files: Sequence[File]
    writer: Writer
    supplement: Supplement
    progress: Progress | None
    _done: int = 0
    _read: list[ReadFile] = field(default_factory=list)
    _failed: dict[Keys, tuple[str, bool]] = field(default_factory=dict)  # why, and whether it would fail again
    _under_way: set[Keys] = field(default_factory=set)

    def tasks(self) -> Iterator[Task]:
        """What is to be found out; articles that the store has already are none."""
        for file in self.files:
            article = self._article(file)
            if article is None:
                self._tell()
                continue
            keys = keys_of(article, rules_version(), self.supplement.version)
            self._read.append(ReadFile(file, self._known(file), ((article.id, keys),)))
            if keys in self._under_way or self.writer.has(keys):
                self._tell()
            else:
                self._under_way.add(keys)
                yield Task(article, keys, self.writer.attribution(keys))

    def take(self, done: Done[Task, Finding]) -> None:
        if done.result is not None:
            self.writer.keep(done.task.keys, done.task.article.text, done.result)
        elif isinstance(done.error, ModelsMissingError):
            raise done.error
        else:
            self._fail(done.task, done.error)
        self._tell()

    def read(self) -> list[ReadFile]:
        """The files as they are to be published, once all is written."""
        self._failed |= {keys: (unforeseen("stored", error), True) for keys, error in self.writer.unkept.items()}
        return [self._published(each) for each in self._read]

    def _article(self, file: File) -> Article | None:
        try:
            return read_article(Path(file.path), file.id)
        except UnreadableFile as error:
            self._read.append(ReadFile(file, replace(self._known(file), refused=error.reason)))
            return None

    def _known(self, file: File) -> Known:
        young = time.time_ns() - file.modified < _YOUNG
        return Known(file.id, _UNSURE if young else file.modified, file.size, version_of(self.supplement))

    def _fail(self, task: Task, error: Exception | None) -> None:
        """A text that no rule foresaw must not take the other articles with it."""
        log.error("%s could not be attributed", task.article.id, exc_info=error)
        self._failed[task.keys] = unforeseen("attributed", error), not isinstance(error, WorkerDiedError)

    def _published(self, read: ReadFile) -> ReadFile:
        failed = next((self._failed[keys] for _, keys in read.contents if keys in self._failed), None)
        if failed is None:
            return read
        reason, lasting = failed
        known = replace(read.known, refused=reason, version=read.known.version if lasting else _NO_VERSION)
        return ReadFile(read.file, known)

    def _tell(self) -> None:
        self._done += 1
        if self.progress:
            self.progress(self._done, len(self.files))
