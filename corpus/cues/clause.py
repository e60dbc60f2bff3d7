"""Clause: the tokens that an attribution may be read from, and what the rules ask of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.cues.source import How, Source
from corpus.languages.speech import ru
from corpus.morphology import GENDERS, is_common_noun, is_verb
from corpus.names.mention import NameMention
from corpus.roles import in_nominative
from corpus.scene import Scene
from corpus.span import Span
from corpus.tokens import Token


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens that an attribution may be read from, and the names among them by token."""

    scene: Scene
    span: Span
    tokens: tuple[Token, ...]
    names: dict[int, NameMention]

    def inside_name(self, at: int) -> bool:
        token = self.tokens[at]
        return any(m.span.start <= token.start < m.span.stop for m in self.names.values())


def clause_of(scene: Scene, span: Span) -> Clause:
    tokens = scene.tokens_in(span)
    starts = {token.start: at for at, token in enumerate(tokens)}
    names = {starts[m.span.start]: m for m in scene.mentions_in(span) if m.span.start in starts}
    return Clause(scene, span, tokens, names)


def says(token: Token) -> bool:
    """Whether the token is a word of speech in a form that takes a subject."""
    if token.short and token.lemma in ru.SURE:
        return True
    return token.form not in {"Part", "Inf"} and (token.lemma in ru.SAY or token.lemma in ru.DOCUMENT)


def is_unsaid(tokens: Sequence[Token], verb: int) -> bool:
    """«Не говорил X», «якобы сказал X», «сказал бы X», «сказал то ли X, то ли Y»: the words are credited to nobody."""
    around = tokens[max(0, verb - 2) : verb + 2]
    if any(token.lower in ru.UNREAL for token in around):
        return True
    if any((one.lower, other.lower) == ru.UNSURE for one, other in pairwise(tokens[verb:])):
        return True
    return is_negated(tokens, verb) and tokens[verb].lemma in ru.TELL


def is_negated(tokens: Sequence[Token], verb: int) -> bool:
    return verb > 0 and tokens[verb - 1].lower == "не"


def is_post(token: Token) -> bool:
    if token.pos == "PROPN" and token.animate and is_common_noun(token.text):  # «Ихтиолог предупреждает»
        return True
    return token.pos in {"NOUN", "PROPN", "ADJ"} and (
        token.lemma in ru.POSTS or (token.animate and token.pos == "NOUN") or "врио" in token.lower
    ) and token.lemma not in ru.BODIES


def named(clause: Clause, mention: NameMention) -> Source:
    person = clause.scene.cast.of(mention)
    return Source(How.NAME, mention.span, person, mention.span.of(clause.scene.text), gender=mention.gender)


def preposed(clause: Clause, at: int) -> bool:
    return at > 0 and clause.tokens[at - 1].pos == "ADP"


def phrase(clause: Clause, at: int, how: How) -> Source:
    """The noun phrase around a head: its adjectives, and what depends on it."""
    tokens = clause.tokens
    start, stop = at, at + 1
    while start > 0 and tokens[start - 1].pos in {"ADJ", "DET"} and not _acts(tokens[start - 1]):
        start -= 1
    while stop < len(tokens) and _depends(tokens[stop], tokens[stop - 1]) and stop not in clause.names:
        stop += 1
    words = tokens[start:stop]
    span = Span(words[0].start, words[-1].stop)
    lemmas = frozenset(token.lemma for token in words if token.pos in {"NOUN", "PROPN", "ADJ"})
    head = tokens[at]
    gender = GENDERS.get(head.gender, "")
    return Source(how, span, None, in_nominative(clause.scene.text, span, words), lemmas, head.lemma, gender)


def _acts(token: Token) -> bool:
    """Whether the token is a verb after all, whatever the tagger took it for."""
    return says(token) or is_verb(token.text)


def _depends(token: Token, before: Token) -> bool:
    if token.short:  # «журналист уверен»
        return False
    if token.text in "«»\"„“”":
        return token.start <= before.stop + 1
    if token.pos == "ADP":
        return token.lower in {"по", "при", "из"} and before.text not in "»\""
    if token.case == "Dat" and token.animate:  # «сообщил режиссёр журналистам»
        return False
    oblique = token.case in {"Gen", "Dat", "Loc", "Ins", ""}
    return token.pos == "PROPN" or (token.pos in {"NOUN", "ADJ", "X"} and oblique)
