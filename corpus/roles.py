"""Post: what the text calls a person beside his name, «руководитель Центра», «сарапшы»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cast import Cast, Person
from corpus.languages.speech import kk, ru
from corpus.morphology import nominative
from corpus.names.mention import NameMention
from corpus.span import Span
from corpus.tokens import Token

LONGEST = 24  # tokens of a post
LONG_POSTS = tuple(sorted(post for post in ru.POSTS if len(post) > 4))
NOMINAL = frozenset("NOUN ADJ PROPN ADP NUM DET X SYM CCONJ PART ADV".split())
INSIDE = frozenset("«»\"„“”().&/№+")
KAZAKH_INSIDE = frozenset("«»()№-")
KAZAKH_ROLE = re.compile(kk.ROLES)
KAZAKH_APART = re.compile(r"\w{3}(?:нда|нде|да|де|та|те|дан|ден|тан|тен|ға|ге|қа|ке|ды|ді|ты|ті)$")  # «Омбыда», «берді»
KAZAKH_PLURAL = re.compile(kk.PLURAL)
KAZAKH_STOP = re.compile(rf"{kk.SAID}$|{kk.REPORT}$|{kk.ACCORDING}$")


@dataclass(frozen=True, slots=True)
class Post:
    """``words`` as the text gives them, its head in the nominative; ``lemmas`` to know it again by."""

    person: Person
    span: Span
    words: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """A name among the tokens: its ``first`` one and the one ``after`` it; ``taken`` are the starts of names' words."""

    text: str
    tokens: Sequence[Token]
    first: int
    after: int
    mention: NameMention
    taken: frozenset[int]


Found = Iterator[tuple[Span, str, frozenset[str]]]


def posts_of(
    text: str, tokens: Sequence[Token], mentions: Sequence[NameMention], cast: Cast, language: str
) -> tuple[Post, ...]:
    """The posts that stand beside names, in text order."""
    starts = [token.start for token in tokens]
    places = [tuple(bisect_left(starts, place) for place in (each.span.start, each.span.stop)) for each in mentions]
    taken = frozenset(start for first, after in places for start in starts[first:after])
    find = _kazakh if language == "kk" else _russian
    found: list[Post] = []
    for mention, (first, after) in zip(mentions, places, strict=True):
        person = cast.of(mention)
        if person is not None:
            found.extend(Post(person, *post) for post in find(Beside(text, tokens, first, after, mention, taken)))
    return tuple(found)


def _russian(near: Beside) -> Found:
    tokens, after = near.tokens, near.after
    start = _russian_start(tokens, near.first, near.mention)
    if start is not None:
        yield _post(near.text, tokens[start : near.first])
    elif after < len(tokens) and tokens[after].text in {",", "—", "–", "-", "("}:
        stop = _russian_stop(near, after + 1)
        if stop > after + 1:
            yield _post(near.text, tokens[after + 1 : stop])


def _russian_start(tokens: Sequence[Token], first: int, mention: NameMention) -> int | None:
    """The first token of the noun phrase that ends in the name: its leftmost head in the name's case."""
    start = None
    for at in range(first - 1, max(-1, first - 1 - LONGEST), -1):
        token = tokens[at]
        if not _may_belong(token, tokens[at + 1]) or ends_sentence(tokens, at):
            break
        if _is_head(token) and agree(token.case, mention.case) and token.lower != "господин":
            start = at
    if start is None or (mention.case == "Gen" and may_be_anothers(tokens[start:first])):
        return None
    while start > 0 and tokens[start - 1].pos == "ADJ" and tokens[start - 1].case == tokens[start].case:
        start -= 1
    return start


def may_be_anothers(post: Sequence[Token]) -> bool:
    """«Жены Имени», «адвоката Имени», «пресс-секретаря президента Имени»: the name may tell only whose."""
    return _is_head(post[-1]) and any(token.lemma in ru.KIN or token.lemma in ru.AIDES for token in post)


def agree(one: str, other: str) -> bool:
    """Whether two cases may be one: animate nouns have the same form, and so the same reading, in two of them."""
    return not one or not other or one == other or {one, other} == {"Gen", "Acc"}


def ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a full stop that ends a sentence, not one of «г. о.» or «им.»."""
    if tokens[at].text != ".":
        return False
    before, after = tokens[at - 1] if at else tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return len(before.text) > 4 or not before.is_word or after.start > tokens[at].stop + 1


def _may_belong(token: Token, following: Token) -> bool:
    if token.stop < following.start - 1:  # another line
        return False
    if token.text == ",":
        return following.lemma in ru.POSTS
    return token.pos in NOMINAL or token.text in INSIDE or "-" in token.text


def _is_head(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN"} and (token.lemma in ru.POSTS or _compound(token) or _animate(token))


def _animate(token: Token) -> bool:
    return token.animate and token.pos == "NOUN" and not token.capital


def _compound(token: Token) -> bool:
    """«экс-министр», «замгубернатора», «вице-спикер»."""
    return token.lemma.endswith(LONG_POSTS)


def _russian_stop(near: Beside, start: int) -> int:
    """The end of an apposition that opens with a post: «Имя Фамилия, глава Центра»."""
    tokens, at = near.tokens, start
    while at < len(tokens) and tokens[at].pos == "ADJ":
        at += 1
    if at >= len(tokens) or not _is_head(tokens[at]) or not agree(tokens[at].case, near.mention.case):
        return start
    while at < len(tokens) and at - start < LONGEST and _goes_on(near, at):
        at += 1
    return at


def _goes_on(near: Beside, at: int) -> bool:
    tokens, token = near.tokens, near.tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    closes = token.text in "«»\"" and following.text in ",-–—."
    if closes or ends_sentence(tokens, at) or token.start in near.taken:
        return False
    return _may_belong(token, following)


def _post(text: str, tokens: Sequence[Token]) -> tuple[Span, str, frozenset[str]]:
    span = Span(tokens[0].start, tokens[-1].stop)
    lemmas = frozenset(token.lemma for token in tokens if token.pos in {"NOUN", "PROPN", "ADJ"})
    return span, in_nominative(text, span, tokens), lemmas


def in_nominative(text: str, span: Span, tokens: Sequence[Token]) -> str:
    """The phrase with its head noun, and the adjectives before it, in the nominative."""
    head = next((at for at, token in enumerate(tokens) if token.pos in {"NOUN", "PROPN"}), None)
    if head is None or tokens[head].case in ("", "Nom"):
        return span.of(text)
    gender = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}.get(tokens[head].gender, "")
    changed = " ".join(nominative(token.text, token.case, gender) for token in tokens[: head + 1])
    return changed + text[tokens[head].stop : span.stop]


def _kazakh(near: Beside) -> Found:
    tokens, first, after = near.tokens, near.first, near.after
    start = _kazakh_start(near)
    if start is not None:
        yield _kazakh_post(near.text, tokens[start:first])
    elif after + 1 < len(tokens) and tokens[after].text == ",":
        rest = range(after + 1, min(after + LONGEST, len(tokens)))
        stop = next((at for at in rest if tokens[at].text in ",.!?"), after)
        if stop > after + 1 and KAZAKH_ROLE.match(tokens[stop - 1].lower):
            yield _kazakh_post(near.text, tokens[after + 1 : stop])


def _kazakh_post(text: str, tokens: Sequence[Token]) -> tuple[Span, str, frozenset[str]]:
    words = tokens[:-1] if tokens[-1].text == "," else tokens
    span = Span(words[0].start, words[-1].stop)
    return span, span.of(text), frozenset(kazakh_lemma(token.text) for token in words if token.is_word)


def _kazakh_start(near: Beside) -> int | None:
    """A Kazakh post ends right before the name; it begins after a mark, a verb of speech or the line's start."""
    tokens, before = near.tokens, near.first - 1
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    if before < 0 or not KAZAKH_ROLE.match(tokens[before].lower) or KAZAKH_PLURAL.search(tokens[before].lower):
        return None
    start = before
    for at in range(before - 1, max(-1, before - LONGEST), -1):
        if not _kazakh_belongs(near, at):
            break
        start = at
    while start < before and not _opens_post(tokens[start]):
        start += 1
    return start


def _opens_post(token: Token) -> bool:
    return token.text == "«" or (token.is_word and token.lower not in kk.AND)


def _kazakh_belongs(near: Beside, at: int) -> bool:
    token, following = near.tokens[at], near.tokens[at + 1]
    if near.text[token.stop : following.start].strip(" \u00a0") or following.start > token.stop + 1:
        return False
    if "\n" in near.text[token.stop : following.start] or token.start in near.taken:
        return False
    if not token.is_word:
        return token.text in KAZAKH_INSIDE
    return not KAZAKH_STOP.search(token.lower) and not KAZAKH_APART.search(token.lower)


def kazakh_lemma(word: str) -> str:
    """A post without its endings («министрі», «министр»); other words as they are, in small letters."""
    found = KAZAKH_ROLE.match(word.casefold())
    return found[0] if found else word.casefold()
