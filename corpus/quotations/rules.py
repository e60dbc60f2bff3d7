"""The rules that tell whether quoted words are speech, and whose: the first that answers decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.cast import Person
from corpus.cues import Cue, How, Source, cue_after, cue_before, lead_subject
from corpus.marks import DASHES
from corpus.quotation import NOBODY, Kind, Quotation, Speaker
from corpus.quotations.setting import SHORTEST, Setting, words_in
from corpus.scene import Scene
from corpus.span import Span
from corpus.speakers import Stage, credit

AS_SAID = re.compile(r"\s*Как\s[^:;]{1,160},\s*$")
THAT = re.compile(r"(?:что|как|чтобы|деп|о том,|слова[ми]?|словом|былай)\s*$")
SIGNATURE = re.compile(rf"(?:[{DASHES}(]\s*)?(?=[^\W\d_])")
LONGEST_SIGNATURE = 160  # characters
POINTS_BACK = re.compile(r"(?:[Оо]б этом|Так(?:ими словами)?|Эти слова|С (?:этим|таким)\w*|Бұл туралы|Осылай(?:ша)?)\s")
FEWEST = 3  # words of a quotation that stands alone under its cue
LONG_ENOUGH = 5  # words of one without any cue of its own
NEAR = 3  # sentences between a quotation and the one that it goes on from


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the kind, the speaker, the person to remember and where he was named."""

    kind: Kind
    speaker: Speaker
    person: Person | None
    place: int
    rule: str


@dataclass(frozen=True, slots=True)
class Before:
    """The quotation before, for the rules on words that go on from it."""

    quotation: Quotation
    person: Person | None


Rule = Callable[[Stage, Setting, Before | None], Finding | None]


def as_another_said(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """«Как говорил X, «…», напомнил Y»: the words are X's."""
    if AS_SAID.match(setting.lead.of(stage.scene.text)) is None:
        return None
    cue = cue_before(stage.scene, setting.lead)
    return _credited(stage, cue, Kind.DIRECT, f"as another said ({cue.rule})") if cue and cue.source else None


def attributed_after(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """«…», – сказал X."""
    text = stage.scene.text
    if not setting.after or not _leads_on(text, setting):
        return None
    cue = cue_after(stage.scene, setting.after, setting.dashed)
    if cue is not None and (cue.source is None or not cue.source.words):
        cue = replace(cue, source=lead_subject(stage.scene, setting.lead) or cue.source)
    if cue is None or (cue.source is None and not setting.dashed and not setting.mark):
        return None
    kind = Kind.CONTINUED if setting.part else Kind.DIRECT
    finding = _credited(stage, cue, kind, f"attributed after ({cue.rule})")
    if finding.person is None and before is not None and setting.part > 0:
        return Finding(kind, before.quotation.speaker, before.person, finding.place, finding.rule + ", as before")
    return finding


def _leads_on(text: str, setting: Setting) -> bool:
    """A dash, a comma or a small letter after the closing mark."""
    first = text[setting.after.start : setting.after.start + 1]
    return setting.dashed or setting.mark.startswith(",") or (not setting.mark and first.islower())


def inserted_before(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """The rest of a split quotation: «…, – сказал X. – …»."""
    if setting.part == 0 or before is None:
        return None
    return Finding(Kind.CONTINUED, before.quotation.speaker, before.person, setting.words.start, "split quotation")


def goes_on_after_dash(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """«…», – сказал X. – «…»: a lead that is nothing but the attribution before, and a dash."""
    if before is None or setting.lead.start > setting.words.start:
        return None
    start, stop = before.quotation.span.stop, setting.quoted.span.start
    gap = stage.scene.text[start : min(stop, start + 201)]
    if len(gap) > 200 or "\n" in gap or not re.search(rf"[.,:]\s*[{DASHES}]\s*$", gap):
        return None
    return Finding(Kind.CONTINUED, before.quotation.speaker, before.person, setting.words.start, "goes on after a dash")


def led_by_colon(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """X заявил: «…»; the colon may stand at the end of the line above."""
    lead = _colon_lead(stage.scene, setting)
    if lead is None:
        return None
    cue = cue_before(stage.scene, lead)
    if cue is not None and cue.source is not None:
        return _credited(stage, cue, Kind.DIRECT, f"colon ({cue.rule})")
    if words_in(stage.scene.text, setting.words) < SHORTEST or before is None:
        return None
    return _as_before(stage, setting, before, "colon, as before") or Finding(
        Kind.DIRECT, NOBODY, None, setting.words.start, "colon, nobody named"
    )


def _colon_lead(scene: Scene, setting: Setting) -> Span | None:
    """The words up to the colon before the quotation."""
    lead = setting.lead
    if lead.of(scene.text).rstrip().endswith(":"):
        return lead
    above = _sentence_before(scene, setting) if not lead.of(scene.text).strip() else None
    return above if above is not None and above.of(scene.text).endswith(":") else None


def signed(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """A name under the quotation: «- Имя Фамилия, должность», «Имя Фамилия, должность», «(Имя Фамилия)»."""
    scene = stage.scene
    place = _signature_place(scene, setting)
    mention = next(iter(scene.mentions_in(Span(place, place + 1))), None) if place is not None else None
    person = scene.cast.of(mention) if mention else None
    if mention is None or person is None or place is None:
        return None
    line = scene.paragraph_at(place)
    tokens = scene.tokens_in(Span(mention.span.stop, line.stop))
    if len(line) > LONGEST_SIGNATURE or any(token.form == "Fin" or token.text in "?!" for token in tokens):
        return None
    _, speaker = credit(stage, Source(How.NAME, mention.span, person))
    return Finding(Kind.SIGNATURE, speaker, person, place, "signature")


def _signature_place(scene: Scene, setting: Setting) -> int | None:
    """Where a name must begin to be the quotation's signature: alone on the next line, or in brackets behind it."""
    after = setting.after.of(scene.text)
    if after.startswith("(") and after.rstrip(" .").endswith(")"):
        return setting.after.start + 1
    if after.strip() or setting.lead.of(scene.text).strip():
        return None
    line = scene.paragraph_from(setting.quoted.span.stop)
    opened = SIGNATURE.match(scene.text, line.start, line.stop) if line else None
    return opened.end() if opened else None


def attributed_next(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """«…». Так X ответил на вопрос; «…». Об этом заявил X."""
    scene = stage.scene
    if not stands_alone(scene, setting):
        return None
    following = scene.sentence_from(setting.quoted.span.stop)
    if following is None or not POINTS_BACK.match(scene.text, following.start):
        return None
    cue = cue_before(scene, following)
    if cue is None or cue.source is None:
        return None
    return _credited(stage, cue, Kind.DIRECT, f"attributed in the next sentence ({cue.rule})")


def part_of_report(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """X отметил, что «…»; X назвал это «…»: quoted words inside a reported clause."""
    text = stage.scene.text
    if words_in(text, setting.words) < SHORTEST or not setting.lead:
        return None
    first = text[setting.words.start : setting.words.start + 1]
    if not (first.islower() or THAT.search(text[setting.lead.start : setting.lead.stop])):
        return None
    cue = cue_before(stage.scene, setting.lead)
    if cue is None or cue.source is None:
        return None
    return _credited(stage, cue, Kind.DIRECT, f"part of a report ({cue.rule})")


def bare(stage: Stage, setting: Setting, before: Before | None) -> Finding | None:
    """Quoted sentences that stand alone: they go on from the speech, or the cue, right before."""
    if not stands_alone(stage.scene, setting):
        return None
    found = _after_cue(stage, setting)
    if found or words_in(stage.scene.text, setting.words) < LONG_ENOUGH:
        return found
    return _as_before(stage, setting, before, "bare, as before") or _lonely(stage, setting)


def stands_alone(scene: Scene, setting: Setting) -> bool:
    """Whole sentences between marks, with nothing but their sentence's end around them."""
    text = scene.text
    if setting.lead.of(text).strip(" \u00a0–—-") or words_in(text, setting.words) < FEWEST:
        return False
    if not text[setting.words.start : setting.words.start + 1].isupper():
        return False
    ends = text[setting.words.stop - 1 : setting.words.stop] in ".!?…" or setting.mark[:1] in {".", "!", "?", "…"}
    last = setting.quoted.span.stop >= scene.paragraph_at(setting.words.stop - 1).stop - 1
    return ends or last


def _after_cue(stage: Stage, setting: Setting) -> Finding | None:
    """«Политолог подчеркнул, что … . «…»»: the sentence before says who speaks."""
    sentence = _sentence_before(stage.scene, setting)
    if sentence is None or stage.quoted.overlapping(sentence):
        return None
    cue = cue_before(stage.scene, sentence)
    if cue is None or cue.source is None:
        return None
    finding = _credited(stage, cue, Kind.CONTINUED, f"bare, after a cue ({cue.rule})")
    return finding if finding.person is not None else None


def _sentence_before(scene: Scene, setting: Setting) -> Span | None:
    return scene.sentence_before(setting.quoted.span.start)


def _as_before(stage: Stage, setting: Setting, before: Before | None, rule: str) -> Finding | None:
    """The speaker of the quotation before, where nobody else comes between."""
    if before is None:
        return None
    gap = Span(before.quotation.span.stop, setting.quoted.span.start)
    if gap.stop < gap.start or len(stage.scene.sentences_in(gap)) > NEAR or _somebody_else(stage, gap, before.person):
        return None
    return Finding(Kind.CONTINUED, before.quotation.speaker, before.person, setting.words.start, rule)


def _somebody_else(stage: Stage, gap: Span, person: Person | None) -> bool:
    return any(
        mention.case in {"Nom", ""} and stage.scene.cast.of(mention) is not person
        for mention in stage.scene.mentions_in(gap)
    )


def _lonely(stage: Stage, setting: Setting) -> Finding | None:
    """Speech that the text leaves to nobody."""
    paragraph = stage.scene.paragraph_at(setting.words.start)
    if setting.quoted.span.start != paragraph.start or words_in(stage.scene.text, setting.words) < LONG_ENOUGH * 2:
        return None
    return Finding(Kind.DIRECT, NOBODY, None, setting.words.start, "bare, nobody named")


def _credited(stage: Stage, cue: Cue, kind: Kind, rule: str) -> Finding:
    person, speaker = credit(stage, cue.source)
    return Finding(kind, speaker, person, cue.verb.start, rule)


RULES: tuple[Rule, ...] = (
    as_another_said,
    attributed_after,
    inserted_before,
    goes_on_after_dash,
    led_by_colon,
    signed,
    part_of_report,
    attributed_next,
    bare,
)
