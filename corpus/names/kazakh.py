"""Names in Kazakh text, by rules: capitalised words that look, or are used, like a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.languages.speech import kk
from corpus.marks import MARKS
from corpus.names.mention import NameMention
from corpus.span import Span
from corpus.tokens import Token

UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІ"
LETTER = r"[^\W\d_]"
INITIALS = rf"(?:[{UPPER}][{UPPER.lower()}]?\.[ \u00a0]?){{1,2}}"
WORD = rf"[{UPPER}]{LETTER}+(?:[-’']{LETTER}+)*"
PARTICLE = r"(?:(?:аль|бин|ибн|фон|де|да)[ -])?"
RUN = re.compile(rf"(?P<initials>{INITIALS})?(?P<words>{WORD}(?:[ \u00a0]{PARTICLE}{WORD}){{0,3}})(?!\.[{UPPER}])")
SURNAME = re.compile(kk.SURNAME + r"$")
ABBREVIATION = re.compile(rf"[{UPPER}]{{2,4}}(?:-|$)")  # «АҚШ», «АҚШ-тың»
OBLIQUE = re.compile(r"\w\w\w(?:нда|нде|да|де|та|те|ның|нің|дың|дің|тың|тің|дағы|дегі)$")
PATRONYMIC = re.compile(r"(?:ұлы|улы|қызы|кызы)$")
STRONG = re.compile(kk.STRONG_SURNAME + r"$")
GIVEN = re.compile(kk.GIVEN + r"$")
LOOSE = tuple((re.compile(rf"(?<=\w\w\w){ending}$"), case) for ending, case in kk.LOOSE_CASES)
CASES = tuple((re.compile(rf"(?<=\w\w\w){ending}$"), case) for ending, case in kk.CASES)
BESIDE_BEFORE = re.compile(rf"(?:{kk.SAID}|{kk.REPORT})[\s,–—-]+$")
BESIDE_AFTER = re.compile(rf"\W*(?:былай\s+)?(?:{kk.SAID}\b|{kk.ACCORDING}\b|{kk.REPORT}\b)")
AFTER_ROLE = re.compile(rf"{kk.ROLES}\w{{0,4}},?\s+$")

APPOSED = re.compile(rf",\s(?:[\w«»-]+\s){{0,6}}{kk.ROLES}\w{{0,4}},")  # «Аты Тегі, құраманың жаттықтырушысы, …»


def kazakh_names(text: str, paragraphs: Sequence[Span], tokens: Sequence[Token]) -> Iterator[NameMention]:
    """Runs of capitalised words that a surname, an initial, a title or a verb of speech shows to be a person's."""
    runs = [match for p in paragraphs for match in RUN.finditer(text, p.start, p.stop) if not _in_marks(text, match)]
    small = {token.text for token in tokens if not token.capital}
    named = [mention for match in runs if (mention := _read(text, match, small)) is not None]
    known = {word.casefold() for mention in named for word in mention.words if len(word) > 2}
    known |= {mention.words[-1].casefold() for mention in named}
    taken = {mention.span.start for mention in named}
    again = (_again(text, match, known) for match in runs if match.start() not in taken)
    found = [*named, *(mention for mention in again if mention)]
    yield from _apart(sorted(found, key=lambda mention: (mention.span.start, -len(mention.span))))


def _in_marks(text: str, match: re.Match[str]) -> bool:
    """«Дала үні»: what opens between marks is a name of things, or somebody's words."""
    return text[match.start() - 1 : match.start()] in tuple(MARKS)


def _apart(mentions: Sequence[NameMention]) -> Iterator[NameMention]:
    stop = 0
    for mention in mentions:
        if mention.span.start >= stop:
            yield mention
            stop = mention.span.stop


def _read(text: str, match: re.Match[str], small: set[str]) -> NameMention | None:
    """The name in a run of capitalised words, or None."""
    words = _words(match)
    if match["initials"] and words:
        return _mention(text, match.start(), words[:1], match["initials"])
    words = _without_things(words, text, match.end())
    part = _named_part(words) or _used_part(text, words)
    if part:
        return _mention(text, part[0][1], part)
    alone = next((word for word in words if _alone(text, word, small)), None)
    return _mention(text, alone[1], [alone]) if alone else None


def _words(match: re.Match[str]) -> list[tuple[str, int]]:
    """The words of a run with their places."""
    at = match.start("words")
    return [(m.group(), at + m.start()) for m in re.finditer(r"\S+", match["words"])]


def _without_things(words: list[tuple[str, int]], text: str, stop: int) -> list[tuple[str, int]]:
    """The words that may be a name's; the last of a run that goes on as a place or a body is its name, no person's."""
    after = re.match(r"[ \u00a0]([\w-]+)", text[stop : stop + 40])
    if after and after[1].casefold() in kk.THINGS:
        words = words[:-1]
    return [(word, at) for word, at in words if not _no_name(word)]


def _no_name(word: str) -> bool:
    bare = word.casefold()
    forms = {bare, *(ending.sub("", bare) for ending, _ in CASES)}
    return bool(forms & kk.NOT_NAMES or forms & kk.THINGS) or _titled(word) or ABBREVIATION.match(word) is not None


def _titled(word: str) -> bool:
    return re.match(kk.ROLES, word.casefold()) is not None


def _named_part(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words of a run that a surname or patronymic shows to be a person's."""
    for first in range(len(words) - 1):
        pair = words[first : first + 2]
        if OBLIQUE.search(pair[0][0]) and pair[0][0].casefold() not in kk.GIVEN_NAMES:  # «Мақалада Абай …»
            continue
        bare = [stripped(word)[0] for word, _ in pair]
        given = words[first][0].casefold() in kk.GIVEN_NAMES and words[first + 1][1] == pair[0][1] + len(pair[0][0]) + 1
        if given or SURNAME.search(bare[1]) or (STRONG.search(bare[0]) and GIVEN.search(bare[1])):
            third = words[first + 2 : first + 3]
            whole = PATRONYMIC.search(bare[1])  # «Сәуле Әбішқызы Оразбай»
            return pair + [w for w in third if whole or STRONG.search(stripped(w[0])[0])]
    return []


def _used_part(text: str, words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Beside a verb of speech, after a post or opening a report, two capitalised words are somebody's name."""
    for first in range(len(words) - 1):
        pair = words[first : first + 2]
        start, stop = pair[0][1], pair[1][1] + len(pair[1][0])
        role = AFTER_ROLE.search(text[max(0, start - 40) : start].casefold())
        if not role and _part_of_post(text, stop):
            continue
        if stop - start == len(pair[0][0]) + len(pair[1][0]) + 1 and (role or _beside(text, start, stop)):
            return pair
        if first == 0 and (_opens_report(text, start, stop) or APPOSED.match(text[stop : stop + 120])):
            return pair
    return []


def _part_of_post(text: str, stop: int) -> bool:
    """«деді Қызыл Ай қоғамының өкілі, …»: small words up to a post follow, so the pair belongs to it."""
    return re.match(rf"[ \u00a0](?:[^\W\d_]+[ \u00a0]){{0,4}}{kk.ROLES}[іы]\b", text[stop : stop + 80]) is not None


def _opens_report(text: str, start: int, stop: int) -> bool:
    """«Аты Тегі … екенін айтты.»: a sentence that opens with the pair and ends in a verb of speech."""
    opens = start == 0 or text[start - 1] == "\n" or re.search(r"[.!?»”\"]\s$", text[max(0, start - 2) : start])
    if not opens:
        return False
    sentence = re.match(r"[^.!?\n]{0,400}", text[stop:])
    return bool(sentence and re.search(rf"{kk.REPORT}$", sentence[0]))


def _alone(text: str, word: tuple[str, int], small: set[str]) -> bool:
    start, stop = word[1], word[1] + len(word[0])
    after = re.match(r"[ \u00a0](\w+)", text[stop : stop + 20])
    if after and after[1] in kk.TITLES:
        return True
    if STRONG.search(stripped(word[0])[0]) and len(word[0]) > 5:
        return True
    if word[0].lower() in small:  # «Кейін … дейді»: a word of the language
        return False
    return BESIDE_BEFORE.search(text[max(0, start - 30) : start]) is not None


def _beside(text: str, start: int, stop: int) -> bool:
    return bool(
        BESIDE_BEFORE.search(text[max(0, start - 30) : start]) or BESIDE_AFTER.match(text[stop : stop + 40])
    )


def _again(text: str, match: re.Match[str], known: set[str]) -> NameMention | None:
    """A word of a run that is part of a name found elsewhere in the article."""
    for word, at in _words(match):
        if stripped(word, known)[0].casefold() in known and not _no_name(word):
            return _mention(text, at, [(word, at)], known=known)
    return None


def _mention(
    text: str, start: int, words: list[tuple[str, int]], initials: str | None = None, known: set[str] = frozenset()  # type: ignore[assignment]
) -> NameMention:
    last, at = words[-1]
    bare, case = stripped(last, known)
    if bare == last and len(words) > 1 and AFTER_ROLE.search(text[max(0, start - 40) : start].casefold()):
        bare, case = _loosely(last)
    parts = tuple(re.findall(r"\w+\.", initials or "")) + tuple(word for word, _ in words[:-1]) + (bare,)
    return NameMention(Span(start, at + len(last)), parts, case)


def _loosely(word: str) -> tuple[str, str]:
    return next(((ending.sub("", word), case) for ending, case in LOOSE if ending.search(word)), (word, "Nom"))


def stripped(word: str, known: set[str] | frozenset[str] = frozenset()) -> tuple[str, str]:
    """``word`` without its case ending, and the case; as it is where nothing shows that the ending is one."""
    for ending, case in CASES:
        bare = ending.sub("", word)
        if bare != word and (case == "Gen" or bare.casefold() in known or SURNAME.search(bare)):
            return bare, case
    return word, "Nom"
