"""Reported speech in Russian: «X отметил, что …», «по словам X, …», «…, сообщил X», «Об этом заявил X»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from corpus.cues.accounts import is_account, owner
from corpus.cues.clause import Clause, clause_of, is_negated, is_unsaid, says
from corpus.cues.source import Source
from corpus.cues.subjects import subject
from corpus.languages.speech import ru
from corpus.marks import DASHES
from corpus.reporting.report import HUMAN, Report
from corpus.scene import Scene
from corpus.span import Span, trimmed
from corpus.tokens import Token

EDGE = " \t\n\u00a0,.;:!?…—–-"
REACH = 12  # tokens between a verb of speech and its «что»
OPENING = 4  # tokens in which «как отметил», «по словам», «об этом» open a sentence
OPENING_WORDS = ru.CONJUNCTION | {"чтобы"}
FEWEST = 2  # words of a reported clause


def reports_in(scene: Scene, sentence: Span, previous: Span | None) -> list[Report]:
    """The reports of a sentence; those of «Об этом …» are the sentence before it."""
    clause = clause_of(scene, sentence)
    for rule in RULES:
        reports = [report for report in rule(clause, previous) if _worth(scene, report)]
        if reports:
            return reports
    return []


def _worth(scene: Scene, report: Report) -> bool:
    words = sum(1 for token in scene.tokens_in(report.span) if token.is_word)
    return report.source.how in HUMAN and words >= FEWEST


def about_this(clause: Clause, previous: Span | None) -> Iterator[Report]:
    """«… . Об этом сообщил X», «В этом убежден X»: what was said is the sentence before."""
    tokens = clause.tokens
    for at in range(min(OPENING, len(tokens) - 1)):
        verb = _next_saying(tokens, at + 2, REACH) if _points_back(clause, at) else None
        source = subject(clause, verb) if verb is not None else None
        if source is not None and previous is not None:
            yield Report(trimmed(previous, clause.scene.text, EDGE), source, clause.span.start, "об этом")
            return


def _points_back(clause: Clause, at: int) -> bool:
    """«Об этом», «в этом», and no noun that it belongs to («в этом году»)."""
    one, other, *rest = clause.tokens[at : at + 3]
    if one.lower not in {"об", "о", "в"} or other.lower not in {"этом", "чем"} or not _is_early(clause, at):
        return False
    return not rest or rest[0].pos not in {"NOUN", "ADJ"} or rest[0].case != "Loc"


def according_to(clause: Clause, previous: Span | None) -> Iterator[Report]:
    """«По словам X, …»; in the middle of a sentence the whole of it is reported."""
    for at in range(len(clause.tokens)):
        if not is_account(clause, at):
            continue
        source = owner(clause, at)
        if source is None:
            return
        comma = _comma_after(clause.tokens, at, source.span.stop)
        opens = _is_early(clause, at)
        start = clause.tokens[comma].stop if opens and comma is not None else clause.span.start
        if not opens or comma is not None:
            yield _report(clause, Span(start, clause.span.stop), source, clause.tokens[at].start, "по словам")
        return


def _is_early(clause: Clause, at: int) -> bool:
    """Whether only small words stand before: «Правда, сейчас, по его словам, …»."""
    return all(token.pos not in {"NOUN", "PROPN", "VERB"} for token in clause.tokens[: max(0, at - 1)])


def as_somebody_says(clause: Clause, previous: Span | None) -> Iterator[Report]:
    """«Как отметил X, …»; in the middle of a sentence («…, как отметил X, …») the whole of it is reported."""
    tokens = clause.tokens
    for at in range(len(tokens)):
        opens = tokens[at].lower == "как" and (at == 0 or tokens[at - 1].text == "," or at <= OPENING)
        verb = _next_saying(tokens, at + 1, 4) if opens else None
        source = subject(clause, verb) if verb is not None else None
        if verb is None or source is None or not _beside(tokens, verb, source):
            continue
        comma = _comma_after(tokens, at, source.span.stop)
        if comma is not None:
            start = tokens[comma].stop if _is_early(clause, at + 1) else clause.span.start
            yield _report(clause, Span(start, clause.span.stop), source, tokens[at].start, "как отметил")
            return


def _beside(tokens: Sequence[Token], verb: int, source: Source) -> bool:
    """Whether the source is the verb's own: «как пишет «Степь», Имя Фамилия …» goes on after the comma with another's
    doings, «как отметил, выступая в Омске, Имя Фамилия, …» does not."""
    comma = _comma_after(tokens, verb, tokens[verb].stop)
    if comma is None or tokens[comma].start > source.span.start:
        return True
    return tokens[min(comma + 1, len(tokens) - 1)].form in {"Conv", "Part"}


def that_clause(clause: Clause, previous: Span | None) -> Iterator[Report]:
    """«X отметил, что …»."""
    tokens = clause.tokens
    for at in range(2, len(tokens)):
        if tokens[at - 1].text != ",":
            continue
        verb = _verb_before(tokens, at - 1) if tokens[at].lower in OPENING_WORDS else None
        if verb is not None and not (_takes(tokens[verb], tokens[at].lower) and _own(clause, verb, at - 1)):
            continue
        source = subject(clause, verb) if verb is not None else None
        if verb is not None and source is not None:
            span = Span(tokens[at].stop, clause.span.stop)
            yield _report(clause, span, source, tokens[verb].start, "отметил, что")
            return


def _takes(verb: Token, opening: str) -> bool:
    """«отметил, что», «вспоминает, как», «предлагает, чтобы»."""
    verbs = {"как": ru.HOW, "чтобы": ru.IN_ORDER}.get(opening)
    return verbs is None or verb.lemma in verbs


def _own(clause: Clause, verb: int, comma: int) -> bool:
    """Whether what follows the comma is the verb's own, not that of «ответил на вопрос, что …» or of «напомнил слова
    Имени о том, что …»."""
    tokens = clause.tokens
    if tokens[comma - 1].lemma == "вопрос":
        return False
    return not any(_is_anothers(clause, at) for at in range(verb + 1, comma))


def _is_anothers(clause: Clause, at: int) -> bool:
    noun, before, following = clause.tokens[at], clause.tokens[at - 1], clause.tokens[at + 1]
    if noun.pos != "NOUN" or noun.lemma not in ru.ANOTHERS or before.pos == "ADP" or before.lemma == "свой":
        return False
    return at + 1 in clause.names or following.case == "Gen" or noun.lemma in {"слух", "обвинение"}


def _verb_before(tokens: Sequence[Token], comma: int) -> int | None:
    """The verb of speech that a «что» belongs to: nothing but its own words between."""
    for at in range(comma - 1, max(-1, comma - 1 - REACH), -1):
        if reports(tokens[at]) or tokens[at].lemma in ru.IN_ORDER:
            return None if _is_denied(tokens, at) else at
        if tokens[at].form == "Fin" or tokens[at].text in ":;":
            return None
    return None


def _is_denied(tokens: Sequence[Token], verb: int) -> bool:
    """«Не говорил, что …», «сомневается, что …»: what follows is not what he says."""
    if is_unsaid(tokens, verb):
        return True
    if tokens[verb].lemma in ru.DOUBT:
        return not is_negated(tokens, verb)
    return is_negated(tokens, verb) and tokens[verb].lemma not in ru.DENIED


def said_at_the_end(clause: Clause, previous: Span | None) -> Iterator[Report]:
    """«…, сообщил X»: a verb of speech right after a comma, its subject behind it."""
    tokens = clause.tokens
    for at in range(3, len(tokens)):
        if tokens[at - 1].text != "," or not (reports(tokens[at]) and tokens[at].form == "Fin"):
            continue
        if at + 1 < len(tokens) and tokens[at + 1].lower == "ли":
            continue
        source = subject(clause, at)
        if source is None or source.span.start < tokens[at].start:
            continue
        last = source.span.stop >= clause.span.stop - 60 and _comma_after(tokens, at, source.span.stop) is None
        stop = tokens[at - 1].start if last else clause.span.stop
        yield _report(clause, Span(clause.span.start, stop), source, tokens[at].start, "сообщил X")
        return


def reports(token: Token) -> bool:
    return says(token) and (token.lemma in ru.REPORT or token.short)


def _next_saying(tokens: Sequence[Token], start: int, reach: int) -> int | None:
    return next((at for at in range(start, min(len(tokens), start + reach)) if says(tokens[at])), None)


def _comma_after(tokens: Sequence[Token], at: int, place: int) -> int | None:
    """The first comma at or after ``place``."""
    return next((i for i in range(at, len(tokens)) if tokens[i].text == "," and tokens[i].start >= place), None)


def _report(clause: Clause, span: Span, source: Source, place: int, rule: str) -> Report:
    return Report(trimmed(span, clause.scene.text, EDGE + DASHES), source, place, rule)


RULES: tuple[Callable[[Clause, Span | None], Iterator[Report]], ...] = (
    about_this,
    according_to,
    as_somebody_says,
    that_clause,
    said_at_the_end,
)
