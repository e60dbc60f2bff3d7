"""Scene: an article laid out for the rules: paragraphs, sentences, tokens, and who is named where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from corpus.cast import Cast, Person, cast_of, settled
from corpus.names import NameMention, find_names
from corpus.paragraphs import sentences
from corpus.roles import Post, posts_of
from corpus.span import Span
from corpus.stretches import Stretches
from corpus.tokens import Token, tokens_of


@dataclass(frozen=True)
class Scene:
    """Everything the rules look at. All tuples are in text order; tokens and mentions are the headline's, too."""

    text: str
    language: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[NameMention, ...]
    cast: Cast
    posts: tuple[Post, ...]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _rows(self) -> Stretches:
        return Stretches(self.sentences)

    @cached_property
    def _lines(self) -> Stretches:
        return Stretches(self.paragraphs)

    @cached_property
    def _posts_by_person(self) -> dict[int, tuple[Post, ...]]:
        rows: dict[int, list[Post]] = {}
        for post in self.posts:
            rows.setdefault(id(post.person), []).append(post)
        return {person: tuple(posts) for person, posts in rows.items()}

    @cached_property
    def _post_starts(self) -> list[int]:
        return [post.span.start for post in self.posts]

    @cached_property
    def _post_stops(self) -> list[int]:
        """For each post the furthest end of those from it on."""
        return list(accumulate((post.span.stop for post in reversed(self.posts)), max))[::-1]

    @cached_property
    def _posts_by_word(self) -> dict[str, tuple[Post, ...]]:
        rows: dict[str, dict[tuple[int, frozenset[str]], Post]] = {}
        for post in self.posts:
            for word in {part for lemma in post.lemmas for part in (lemma, *_heads(lemma))}:
                rows.setdefault(word, {}).setdefault((id(post.person), post.lemmas), post)
        return {word: tuple(posts.values()) for word, posts in rows.items()}

    @cached_property
    def _entrances(self) -> list[tuple[int, Person]]:
        return sorted(((p.mentions[0].span.start, p) for p in self.cast.people), key=itemgetter(0))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        return self.tokens[bisect_left(self._token_starts, span.start) : bisect_left(self._token_starts, span.stop)]

    def mentions_in(self, span: Span) -> tuple[NameMention, ...]:
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, span.start) : bisect_left(starts, span.stop)]

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds ``place``, or the last one before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, place) - 1)]

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        starts = self._sentence_starts
        return self.sentences[bisect_left(starts, span.start) : bisect_left(starts, span.stop)]

    def sentence_before(self, place: int) -> Span | None:
        """The last sentence that ends at or before ``place``."""
        return self._rows.last_ended(place)

    def sentence_from(self, place: int) -> Span | None:
        """The first sentence that begins at or behind ``place``."""
        return self._rows.first_from(place)

    def sentences_up_to(self, place: int) -> Iterator[Span]:
        """The sentences that begin before ``place``, the nearest first."""
        for at in range(bisect_left(self._sentence_starts, place) - 1, -1, -1):
            yield self.sentences[at]

    def paragraph_at(self, place: int) -> Span:
        """The paragraph that holds ``place``, or the last one before it."""
        return self._lines.last_before(place) or self.paragraphs[0]

    def paragraph_from(self, place: int) -> Span | None:
        """The first paragraph that begins at or behind ``place``."""
        return self._lines.first_from(place)

    def posts_of(self, person: Person) -> tuple[Post, ...]:
        return self._posts_by_person.get(id(person), ())

    def posts_headed(self, head: str) -> tuple[Post, ...]:
        """The posts that have the word ``head`` in them, one of those alike; «премьер» is a «премьер-министр», too."""
        return self._posts_by_word.get(head, ())

    def has_post_behind(self, start: int, stop: int) -> bool:
        """Whether a post that begins at or behind ``start`` ends at or behind ``stop``."""
        at = bisect_left(self._post_starts, start)
        return at < len(self.posts) and self._post_stops[at] >= stop

    def people_before(self, place: int) -> Iterator[Person]:
        """Everybody whom the words before ``place`` name, in the order of their entrance."""
        return (person for start, person in self._entrances if start < place)


def _heads(lemma: str) -> Iterator[str]:
    """«премьер» of «премьер-министр»."""
    return (lemma[:at] for at, letter in enumerate(lemma) if letter == "-")


def scene_of(text: str, language: str, paragraphs: tuple[Span, ...], headline: Span | None = None) -> Scene:
    """The scene of an article whose own text is ``paragraphs`` (page furniture left out), under its headline."""
    rows = tuple(sentence for paragraph in paragraphs for sentence in sentences(text, paragraph, language))
    above = (headline,) if headline else ()
    tokens = tokens_of(text, sorted([*above, *rows]), language)
    mentions = find_names(text, sorted([*above, *paragraphs]), tokens, language)
    cast = cast_of(text, mentions)
    mentions = settled(text, mentions, cast)
    posts = posts_of(text, tokens, mentions, cast, language)
    return Scene(text, language, paragraphs, rows, tokens, mentions, cast, posts)
