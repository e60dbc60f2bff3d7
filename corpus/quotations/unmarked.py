"""Speech whose opening mark, or both marks, the text lacks: «- Слова, - сказал X», «Слова», - сказал X»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from corpus.cues import Cue, How, cue_after, cue_before
from corpus.marks import CLOSING, DASHES, EITHER, Quoted
from corpus.scene import Scene
from corpus.span import Span, trimmed
from corpus.stretches import Stretches, stretches

# The end of the words and the dash of an attribution: «…, - сказал», «…» – сказал»
TURN = re.compile(
    rf"(?P<closing>[{CLOSING}{EITHER}]?)\s?(?P<mark>[,!?…]|\.(?=\s*[{DASHES}]\s*[^\W\d_]))"
    rf"(?P<late>[{CLOSING}{EITHER}]?)\s*[{DASHES}]\s*"
)
LOOSE_TURN = re.compile(rf"[,!?…]?\s{{1,4}}[{DASHES}]\s+|,\s*[{DASHES}]\s*")
# «…, – сказал X. – Слова …»: the clause of an attribution, and the dash after which the words go on
GOES_ON = re.compile(rf"[^\n]{{3,250}}?[.,:]\s*[{DASHES}]\s*")
DASH = re.compile(rf"[{DASHES}]\s*(?=\S)")
INNER_DASH = re.compile(rf"[.!?…]\s+[{DASHES}]\s+(?=[^\W\d_])")
FIRST_PERSON = re.compile(r"\b(?:я|мы|мне|мен|біз|маған)\b", re.IGNORECASE)
LONG = 60  # characters of a pair that holds speech of its own, behind which other speech may begin
CLAUSE = 400  # characters in which an attribution names its source
NEAR = 25  # characters between the dash and the verb of an attribution without marks
LONGEST = 6  # sentences of unmarked speech before its attribution
BACK = " \t\n\u00a0,"


@dataclass(frozen=True, slots=True)
class Unmarked:
    """``words`` said, and the cue behind (or before) them."""

    words: Span
    cue: Cue
    rule: str
    goes_on: bool = False


def find_unmarked(scene: Scene, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[Unmarked]:
    """Speech that no pair of marks holds, in text order."""
    pairs = stretches(one.span for one in quoted if one.opened)
    long = Stretches(tuple(pair for pair in pairs if len(pair) > LONG))
    for at, paragraph in enumerate(paragraphs):
        found = list(_turns(scene, paragraph, pairs, long))
        yield from found
        if not found and at and DASH.match(scene.text, paragraph.start, paragraph.stop):
            yield from _led(scene, paragraph, paragraphs[at - 1])


def _turns(scene: Scene, paragraph: Span, pairs: Stretches, long: Stretches) -> Iterator[Unmarked]:
    """«…, – сказал X», and what goes on behind it."""
    floor = 0
    dash = DASH.match(scene.text, paragraph.start, paragraph.stop)
    for turn in TURN.finditer(scene.text, paragraph.start, paragraph.stop):
        pair = _around(pairs, turn.start()) if dash is None else None
        if turn.start() < floor or (pair is not None and not _told(scene, pair)):
            continue
        found = _unmarked(scene, paragraph, turn, dash, max(floor, _last_stop(long, paragraph, turn.start())))
        if found is not None:
            yield found
            rest = _rest(scene, paragraph, turn, found) if not _closing(turn) else None
            if rest is not None:
                yield rest
            floor = rest.words.stop if rest else scene.sentence_at(found.cue.verb.start).stop


def _rest(scene: Scene, paragraph: Span, turn: re.Match[str], said: Unmarked) -> Unmarked | None:
    """«– …, – сказал X. – Слова идут дальше»: to the next attribution, or to the end of the paragraph."""
    on = GOES_ON.match(scene.text, turn.end(), paragraph.stop)
    if on is None or on.end() < said.cue.verb.stop or scene.text[on.end() - 1] == ",":
        return None
    following = TURN.search(scene.text, on.end(), paragraph.stop)
    words = trimmed(Span(on.end(), following.start() if following else paragraph.stop), scene.text, BACK)
    return Unmarked(words, said.cue, "goes on after a dash", True) if words else None


def _led(scene: Scene, paragraph: Span, lead: Span) -> Iterator[Unmarked]:
    """A line that opens with a dash under «X рассказал:», or under a sentence that says who speaks."""
    sentence = scene.sentence_at(lead.stop - 1)
    cue = cue_before(scene, sentence)
    named = cue is not None and cue.source is not None and cue.source.how is How.NAME
    if cue is not None and named:
        yield Unmarked(trimmed(paragraph, scene.text, BACK + DASHES), cue, "a dash under its cue")


def _told(scene: Scene, pair: Span) -> bool:
    """«Я закричал: «Берегись!», – рассказал X»: the pair is part of what the speaker tells in the first person."""
    lead = Span(scene.sentence_at(max(0, pair.start - 2)).start, pair.start).of(scene.text)
    return lead.rstrip().endswith(":") and FIRST_PERSON.search(lead) is not None


def _around(pairs: Stretches, place: int) -> Span | None:
    """The pair that ``place`` is in, or right behind."""
    return next(iter(pairs.overlapping(Span(place - 1, place + 1))), None)


def attributed_end(scene: Scene, words: Span) -> int | None:
    """Where an attribution ends words that no mark closes: «… жатыр – деді X»."""
    for turn in LOOSE_TURN.finditer(scene.text, words.start, words.stop):
        cue = _cue_behind(scene, turn, words.stop)
        if cue is not None and cue.source is not None:
            return None if GOES_ON.match(scene.text, turn.end(), words.stop) else turn.start()
    return None


def _last_stop(long: Stretches, paragraph: Span, place: int) -> int:
    """Where the last long pair of the paragraph before ``place`` ends."""
    pair = long.last_ended(place)
    return pair.stop if pair is not None and paragraph.start <= pair.start else 0


def _unmarked(
    scene: Scene, paragraph: Span, turn: re.Match[str], dash: re.Match[str] | None, floor: int
) -> Unmarked | None:
    cue = _cue_behind(scene, turn, paragraph.stop)
    if cue is None or not _is_somebody(cue):
        return None
    inner = None if dash else INNER_DASH.search(scene.text, max(floor, paragraph.start), turn.start())
    if dash is not None and floor <= paragraph.start:
        start, rule = dash.end(), "after a dash"
    elif inner is not None and not _closing(turn):
        start, rule = inner.end(), "after a dash in the line"
    else:
        start = _start(scene, paragraph, turn.start(), floor)
        rule = "opening mark missing" if _closing(turn) else "no marks"
    words = trimmed(Span(start, turn.start()), scene.text, BACK)
    return Unmarked(words, cue, rule) if words else None


def _is_somebody(cue: Cue) -> bool:
    """Words without marks are speech only where the text says who spoke them, not «many» and not nobody."""
    return cue.source is not None and cue.source.how is not How.GROUP and bool(cue.source.words)


def _closing(turn: re.Match[str]) -> bool:
    return bool(turn["closing"] or turn["late"])


def _cue_behind(scene: Scene, turn: re.Match[str], stop: int) -> Cue | None:
    """The cue behind a dash: without marks it must open with its verb, for a dash alone is no sign of speech."""
    start = turn.end()
    if not scene.text[start : start + 1].islower():
        return None
    cue = cue_after(scene, Span(start, min(scene.sentence_at(start).stop, stop, start + CLAUSE)), dashed=True)
    return cue if cue is not None and cue.verb.start - start <= NEAR else None


def _start(scene: Scene, paragraph: Span, stop: int, floor: int) -> int:
    """Back over sentences that hold no cue of their own."""
    start = max(floor, paragraph.start)
    rows = list(islice(takewhile(lambda sentence: sentence.start >= start, scene.sentences_up_to(stop)), LONGEST))
    start = rows[0].start if rows else start
    for sentence in rows[1:]:
        cue = cue_before(scene, sentence)
        if cue is not None and cue.source is not None:
            break
        start = sentence.start
    return start
