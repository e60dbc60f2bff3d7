"""Name: an outlet's name as it stands in a text, and whether it can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from corpus.languages.page import ALL_PAGE_WORDS
from corpus.languages.press import ALL_PRESS_WORDS, KK, any_of
from corpus.morphology import parses, recased
from corpus.span import Span

UPPER = "A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮІҺ"
DOMAIN = r"[\w-]{1,40}\.(?i:kz|ru|com|org|net|info|uz|kg|by|ua|tv|news|media|рф|ру|кз)\b"
_TOKEN = rf"(?:(?<!\w)(?:{DOMAIN}|[{UPPER}](?:[\w’'ʻ]|-(?=\w)){{0,40}})(?!\w))"
_MARKED = rf"(?:[«\"„“]{{1,2}}(?P<marked>(?:[{UPPER}\d]|{DOMAIN})[^«»\"„“”\n]{{0,60}}?)[»\"”“]{{1,2}})"
_BARE = rf"(?P<bare>{_TOKEN}(?:[ \u00a0](?:{_TOKEN}|\d{{1,3}}\b)){{0,3}})"
NAME = rf"(?:{_MARKED}|{_BARE})"
NOUN = any_of(*(noun for words in ALL_PRESS_WORDS for noun in words.OUTLET_NOUNS))
CORRESPONDENT = any_of(*(noun for words in ALL_PRESS_WORDS for noun in words.CORRESPONDENTS))

_AGENCIES = frozenset(name.casefold() for words in ALL_PRESS_WORDS for name in words.AGENCIES)
_NOT_OUTLET = re.compile(any_of(*(body for words in ALL_PRESS_WORDS for body in words.NOT_OUTLETS)))
PRESS_WORD = re.compile(
    rf"\b(?:{any_of(*(part for words in ALL_PRESS_WORDS for part in words.PRESS_WORDS))}"
    r"|news|times|post|press|media|inform|daily|today|journal|herald|tribune|radio|tv|live)\b",
    re.IGNORECASE,
)
_CLOSED = {"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "ADVB", "VERB", "INFN", "GRND", "NUMR", "PRED", "COMP"}
_LATIN = re.compile(r"[A-Za-zÀ-þ][\w’'ʻ.-]*")
_CYRILLIC_TITLE = re.compile(rf"[{UPPER}][а-яёәғқңөұүіһ-]+(?:-[{UPPER}][а-яё]+)?")
_OBLIQUE = ("gent", "datv", "ablt", "loct", "accs")
_SURNAME_END = re.compile(r"(?:[оеё]ва?|ина?|ына?|ск(?:ий|ая|ого|ой)|ич|енко|ұлы|қызы|[бм]аева?|швили|дзе|ян)$")
_ENDING = re.compile(rf"(?<=\w)(?:{any_of(*KK.NAME_ENDINGS)})$")


@dataclass(frozen=True, slots=True)
class Name:
    """``words`` as they stand, without marks; ``marked`` whether they stood between marks."""

    words: str
    span: Span
    marked: bool


def name_of(match: re.Match[str]) -> Name | None:
    """The name that a pattern with ``NAME`` in it has found; null where the words are no one name."""
    if match["marked"]:
        return Name(match["marked"].strip(), Span(*match.span("marked")), marked=True)
    words = one_name(match["bare"])
    start = match.start("bare")
    return Name(words, Span(start, start + len(words)), marked=False) if words else None


def is_listed(words: str) -> bool:
    """Whether the name needs no more than a credit to be an outlet's: an agency, a web address, a word of the press."""
    return words.casefold() in _AGENCIES or bool(re.fullmatch(DOMAIN, words)) or bool(PRESS_WORD.search(words))


def is_body(words: str) -> bool:
    """Whether the name is of a ministry, a company or a network: they, too, «сообщают»."""
    return bool(_NOT_OUTLET.fullmatch(words) or _NOT_OUTLET.fullmatch(words.split()[0]))


def is_person(words: str) -> bool:
    """Whether one Cyrillic word may be a person's name."""
    if not _CYRILLIC_TITLE.fullmatch(words):
        return False
    named = any({"Surn", "Name", "Patr"} & set(map(str, parse.tag.grammemes)) for parse in parses(words.lower()))
    return named or bool(_SURNAME_END.search(words))


def is_adjective(word: str) -> bool:
    """«Верховный» of «Верховный суд»: the name goes on in small letters and is an office's."""
    return str(parses(word.lower())[0].tag.POS) == "ADJF"


def opens_sentence(words: str) -> bool:
    """Whether a capitalised word is no name but «Как», «Бұл», «Напомним» at the beginning of a sentence."""
    if any(words in language.OPENERS for language in ALL_PAGE_WORDS):
        return True
    return bool(_CYRILLIC_TITLE.fullmatch(words)) and parses(words.lower())[0].tag.POS in _CLOSED


def nominative(name: Name, text: str) -> str:
    """The name in the nominative: «Вестника Кавказа» as «Вестник Кавказа», «Степной правды» as «Степная правда».

    Where its form may be the nominative («Голоса»), another form that the text has decides.
    """
    words = name.words.split()
    head = _head(words)
    readings = [_agreeing(words[: head + 1], case) for case in ("nomn", *_OBLIQUE)] if head is not None else []
    stands, *oblique = readings or [[]]
    raised = [" ".join([*_raised(words, reading), *words[len(reading) :]]) for reading in oblique if reading]
    if not stands and raised:
        return raised[0]
    return next((form for form in raised if form != name.words and form in text), name.words)


def _head(words: list[str]) -> int | None:
    """The place of the noun on which the name hangs: the first, behind adjectives alone."""
    for place, word in enumerate(words):
        stem = _stem(word)
        if not _CYRILLIC_TITLE.fullmatch(stem.capitalize()):
            return None
        kinds = {str(parse.tag.POS) for parse in parses(stem.lower())}
        if "ADJF" not in kinds:
            return place if "NOUN" in kinds else None
    return len(words) - 1 if words else None


def _agreeing(words: list[str], case: str) -> list[Any]:
    """A reading of each word in ``case``, all of one number and gender; empty where there is none."""
    choices = [[p for p in parses(_stem(word).lower()) if p.tag.case == case] for word in words]
    for noun in choices[-1]:
        chosen = [next((p for p in choice if _agrees(p, noun)), None) for choice in choices[:-1]]
        if None not in chosen and noun.tag.POS in ("NOUN", "ADJF"):
            return [*chosen, noun]
    return []


def _agrees(adjective: Any, noun: Any) -> bool:
    same = adjective.tag.number == noun.tag.number
    return bool(same and (noun.tag.number == "plur" or adjective.tag.gender == noun.tag.gender))


def _raised(words: list[str], readings: list[Any]) -> list[str]:
    forms = [reading.inflect({"nomn"}) for reading in readings]
    return [
        recased(form.word, _stem(word)) + word[len(_stem(word)) :] if form else word
        for word, form in zip(words, forms, strict=False)
    ]


def _stem(word: str) -> str:
    """«Лентой» of «Лентой.ру»."""
    return word.split(".")[0]


def one_name(bare: str) -> str:
    """The part of a run of capitalised words that is one outlet's name; empty where it reads as a person's."""
    tokens = bare.split()
    for stop in range(len(tokens), 0, -1):
        words = _ENDING.sub("", " ".join(tokens[:stop]))
        if words.casefold() in _AGENCIES:
            return " ".join([words, *_continuation(words, tokens[stop:])])
    first = tokens[0]
    if re.fullmatch(DOMAIN, first):
        return first
    if _LATIN.fullmatch(first):
        return " ".join(_while_latin(tokens))
    press = [place for place, token in enumerate(tokens) if PRESS_WORD.fullmatch(token)]
    if press and (press[-1] or len(tokens) > 1):
        return bare
    if (first.isupper() or len(tokens) == 1) and not opens_sentence(first):
        return _ENDING.sub("", first)
    return ""


def _continuation(words: str, rest: list[str]) -> list[str]:
    """«News» of «BBC News», «Казахстан» of «Sputnik Казахстан»."""
    latin = _while_latin(rest) if _LATIN.fullmatch(words.split()[-1]) else []
    return latin or [token for token in rest[:1] if _is_place(token)]


def _is_place(token: str) -> bool:
    """«Казахстан» of «Sputnik Казахстан»."""
    return any("Geox" in parse.tag and parse.tag.case == "nomn" for parse in parses(token.lower()))


def _while_latin(tokens: list[str]) -> list[str]:
    foreign = [bool(_LATIN.fullmatch(token)) or token.isdigit() for token in tokens]
    return tokens[: foreign.index(False)] if False in foreign else tokens
