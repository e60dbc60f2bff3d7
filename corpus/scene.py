"""Scene: an article laid out for the rules: paragraphs, sentences, tokens, and who is named where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from corpus.cast import Cast, Person, cast_of, settled
from corpus.names import NameMention, find_names
from corpus.paragraphs import sentences
from corpus.roles import Post, posts_of
from corpus.span import Span
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

    def posts_of(self, person: Person) -> tuple[Post, ...]:
        return tuple(post for post in self.posts if post.person is person)


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
