"""Names in Russian text: slovnet finds them, the tagger tells their case, pymorphy3 gives the nominative."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.languages.speech import ru
from corpus.models import person_spans
from corpus.morphology import (
    GENDERS,
    is_common_noun,
    is_function_word,
    is_given_name,
    is_oblique,
    is_patronymic,
    name_gender,
    name_nominative,
    nominative,
)
from corpus.names.mention import NameMention, folded, is_initial, stem
from corpus.span import Span
from corpus.surnames import surname_gender, surname_nominative
from corpus.tokens import Token

POST_REACH = 16  # tokens of a post before its name
INITIALS = re.compile(r"(?:\b[А-ЯЁӘҒҚҢӨҰҮҺІ]\.[  ]?){1,2}$")


def russian_names(text: str, paragraphs: Sequence[Span], tokens: Sequence[Token]) -> Iterator[NameMention]:
    """Every person that slovnet finds, initials before the surname included."""
    mentions = list(_found(text, paragraphs, tokens))
    yield from sorted([*mentions, *_surnames_again(tokens, mentions)], key=lambda mention: mention.span)


def _surnames_again(tokens: Sequence[Token], mentions: Sequence[NameMention]) -> Iterator[NameMention]:
    """Surnames of people named in full elsewhere, where the model overlooks them: «Рощина эту мысль поддержала»."""
    known = {stem(folded(mention.words[-1])) for mention in mentions if mention.full}
    taken = {at for mention in mentions for at in range(mention.span.start, mention.span.stop)}
    for token in tokens:
        if token.capital and token.pos == "PROPN" and token.start not in taken and stem(token.lower) in known:
            yield _mention([token], [])


def _found(text: str, paragraphs: Sequence[Span], tokens: Sequence[Token]) -> Iterator[NameMention]:
    starts = [token.start for token in tokens]
    last = 0
    found = sorted([*person_spans(text, paragraphs), *_overlooked(tokens)])
    for span in _joined(text, _apart(found)):
        span = _with_initials(span, text, last)
        first, after = bisect_left(starts, span.start), bisect_left(starts, span.stop)
        words = _whole(text, tokens, first, after)
        if words and words[0].start >= last and _is_name(words):  # two finds may be parts of one name
            yield _mention(words, tokens[max(0, first - POST_REACH) : first])
            last = words[-1].stop


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """``spans`` without those that begin inside the one before."""
    stop = 0
    for span in spans:
        if span.start >= stop:
            yield span
            stop = span.stop


def _overlooked(tokens: Sequence[Token]) -> Iterator[Span]:
    """A given name and a surname side by side: the model misses some after a firm's name in quotation marks."""
    for one, other in pairwise(tokens):
        names = one.pos == other.pos == "PROPN" and one.capital and other.capital and other.start == one.stop + 1
        if names and one.animate and one.case == other.case and _given_and_family(one, other):
            yield Span(one.start, other.stop)


def _given_and_family(one: Token, other: Token) -> bool:
    given = name_gender(name_nominative(one.text, one.case, "") or one.text)
    family = surname_gender(nominative(other.text, other.case, given)) or surname_gender(other.text)
    return bool(given and len(other.text) > 2) or (one.lemma not in ru.POSTS and bool(family))


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """«Рощин» beside «Пётр Ильич», or «Пётр» beside «Ильич Рощин», are one name."""
    kept: Span | None = None
    for span in spans:
        if kept is not None and _one_name(text, kept, span):
            kept = Span(kept.start, span.stop)
            continue
        if kept is not None:
            yield kept
        kept = span
    if kept is not None:
        yield kept


def _one_name(text: str, one: Span, other: Span) -> bool:
    words = other.of(text).split()
    alone = len(one.of(text).split()) == 1 and text[one.stop : other.start] == " "
    return alone and len(words) <= 2 and (is_patronymic(words[-1]) or is_patronymic(words[0]))


def _whole(text: str, tokens: Sequence[Token], first: int, after: int) -> list[Token]:
    """The words of a name, with a part beside them that the model left off: a surname, or a given name."""
    words = _without_posts(tokens[first:after])
    if not words or len(words) > 2:
        return words
    if after < len(tokens) and (is_patronymic(words[-1].text) or _same_name(words[-1], tokens[after])):
        words = [*words, tokens[after]] if _beside(text, words[-1], tokens[after]) else words
    before = tokens[first - 1] if first and len(words) == 1 else None
    if before is not None and _beside(text, before, words[0]):
        of_kin = first > 1 and tokens[first - 2].lemma in ru.KIN and before.pos == "PROPN"
        if of_kin or _same_name(words[0], before):
            words = [before, *words]
    return words


def _same_name(one: Token, other: Token) -> bool:
    """Two animate proper nouns in one case."""
    alike = one.pos == other.pos == "PROPN" and one.animate and other.animate and one.case == other.case
    return alike and other.lemma not in ru.POSTS and not is_common_noun(other.text)


def _beside(text: str, one: Token, other: Token) -> bool:
    return other.is_word and other.capital and one.capital and text[one.stop : other.start] in (" ", "\u00a0")


def _with_initials(span: Span, text: str, last: int) -> Span:
    before = INITIALS.search(text, last, span.start)
    return Span(before.start(), span.stop) if before else span


def _without_posts(tokens: Sequence[Token]) -> list[Token]:
    """The name's own words: «Пульмонолог Иван Петров» without the post, «Пьер Дюпон (Pierre …)» without the rest."""
    bracket = next((at for at, token in enumerate(tokens) if token.text in "(["), len(tokens))
    words = [token for token in tokens[:bracket] if token.is_word]
    while words and (words[0].lemma in ru.POSTS or (len(words[0].text) > 1 and is_function_word(words[0].text))):
        words = words[1:]
    return words


def _is_name(words: Sequence[Token]) -> bool:
    """A name has a capitalised word of more than one letter, and no figure; a trade alone is none («Ихтиолог»)."""
    if len(words) == 1 and is_common_noun(words[0].text) and not _is_surname_by_form(words[0].text):
        return False
    return any(w.capital and len(w.text) > 1 for w in words) and not any(c.isdigit() for w in words for c in w.text)


def _is_surname_by_form(word: str) -> bool:
    """«Токаев», «Сараев»: to a dictionary without the surname they are many «токай», «сарай»."""
    return bool(surname_gender(word)) and is_oblique(word)


def _mention(words: Sequence[Token], before: Sequence[Token]) -> NameMention:
    case = "Nom" if _shows_nominative(words) else _agreed(_case(words), before)
    if case == "Nom" and _is_of_kin(words, before):
        case = "Gen"
    gender = _gender(words, case)
    forms = tuple(_form(word, case, gender) for word in words)
    return NameMention(Span(words[0].start, words[-1].stop), forms, case, gender)


def _agreed(case: str, before: Sequence[Token]) -> str:
    """The case that the tagger read, unless the posts before the name all speak against it."""
    if case != "Nom":
        return _post_case(before) or case
    posts = [token for token in _phrase_before(before) if token.lemma in ru.POSTS and token.number != "Plur"]
    cases = [token.case for token in posts if token.case]
    return cases[0] if cases and "Nom" not in cases else case


def _is_of_kin(words: Sequence[Token], before: Sequence[Token]) -> bool:
    """«Жена Арена Рощина рассказала»: behind such a word a name that is no woman's stands in the genitive."""
    of_kin = bool(before) and before[-1].lemma in ru.KIN and words[-1].text.endswith(("а", "я"))
    return of_kin and not is_given_name(words[0].text)


def _phrase_before(before: Sequence[Token]) -> list[Token]:
    """The nouns, adjectives and names in marks that stand right before a name, nearest first."""
    phrase: list[Token] = []
    for token in reversed(before):
        if token.form or not (token.pos in {"NOUN", "ADJ", "PROPN"} or token.text in "«»\"-"):
            break
        phrase.append(token)
    return phrase


def _shows_nominative(words: Sequence[Token]) -> bool:
    """«Рощин», «Заречный»: a man's surname without an ending stands in the nominative, whatever the tagger read."""
    return surname_gender(words[-1].text) == "masc" and not words[-1].text.endswith(("ской", "ын"))


def _post_case(before: Sequence[Token]) -> str:
    """Behind a name in marks or Latin letters the tagger guesses: the post, beside the name, tells the case."""
    if not before or not (before[-1].text in "»”\"" or before[-1].text.isascii()):
        return ""
    for token in reversed(before):
        if token.form or token.text in ".!?;:":
            return ""
        if token.pos == "NOUN" and token.lemma in ru.POSTS:
            return token.case
    return ""


def _case(words: Sequence[Token]) -> str:
    """The case most of the words agree on; the first name's where they differ."""
    cases = [word.case for word in words if word.case and not is_initial(word.text)]
    return max(cases, key=cases.count) if cases else ""


def _gender(words: Sequence[Token], case: str) -> str:
    """The gender that the surname's nominative shows, or the given name's own form; else what the tagger read."""
    shown = surname_gender(words[-1].text) if case == "Nom" else ""
    if shown:
        return shown
    for word in words:
        known = name_gender(word.text) or name_gender(nominative(word.text, word.case, ""))
        if known and len(words) > 1:
            return known
    tagged = [GENDERS[word.gender] for word in words if word.gender in GENDERS]
    return tagged[-1] if tagged else ""


def _form(word: Token, case: str, gender: str) -> str:
    if is_initial(word.text):
        return word.text + "."
    if not word.capital:
        return word.text
    return "-".join(_part(part, case, gender) for part in word.text.split("-"))


def _part(word: str, case: str, gender: str) -> str:
    """A name that the dictionary knows by its forms, else by its ending, else by its likeliest reading."""
    known = name_nominative(word, case, gender) or surname_nominative(word, case, gender)
    return known or nominative(word, case, gender)
