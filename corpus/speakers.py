"""Speaker: the person meant by an attribution's name, post or pronoun; nobody where the text leaves a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from corpus.cast import Person
from corpus.cues.clause import clause_of
from corpus.cues.source import How, Source
from corpus.cues.subjects import subject
from corpus.languages.speech import kk, ru
from corpus.names.mention import NameMention
from corpus.quotation import NOBODY, Speaker
from corpus.scene import Scene
from corpus.span import Span
from corpus.stretches import NO_STRETCHES, Stretches

RECENT = 100  # turns of speech that are kept in view
LONGEST_WORD = 20  # characters
REACH = 7  # sentences back that a pronoun or «эксперт» may point over
VAGUE = frozenset("этот тот другой один известный российский казахстанский американский местный сам".split())
KAZAKH_OWNER = re.compile(kk.CASES[0][0] + "$")
LISTED = re.compile(r"(?:\bи|, ?среди них|в том числе)\s$")
OURS = re.compile(r"[Нн]аш\w* ")  # «наш собеседник» has been introduced; a «собеседник агентства» stays unnamed
KAZAKH_POST = re.compile(rf"{kk.ROLES}(?:і|ы|сы|сі)?\s", re.IGNORECASE)
KAZAKH_AND = re.compile(r"\w\s(?:мен|пен|бен|және)\s$")  # «Айдана Жұмахан мен Гүлнар Бекова келді»
KAZAKH_ANYBODY = re.compile(kk.ANYBODY)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn of speech already credited: where its cue stands, and to whom; no person where a source is unnamed."""

    place: int
    person: Person | None
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Stage:
    """What a mention is resolved against: the scene, the quoted stretches, and who has spoken so far."""

    scene: Scene
    quoted: Stretches = NO_STRETCHES
    spoken: tuple[Spoken, ...] = ()

    def after(self, turn: Spoken) -> Stage:
        """The stage once ``turn`` has been credited; the turns that a pronoun can reach are kept."""
        return Stage(self.scene, self.quoted, (*self.spoken[-RECENT:], turn))


def credit(stage: Stage, source: Source | None, further: bool = True) -> tuple[Person | None, Speaker]:
    """The person that ``source`` means, where one fits, and the speaker to show: a person with his post, or an
    unnamed source or body by its words alone. ``further``: a post may point back to another post."""
    if source is None or source.how is How.NONE:
        return None, NOBODY
    if source.how is How.NAME:
        return shown(stage, source.person)
    if source.how is How.PRONOUN:
        before = antecedent(stage, source.span.start, source.gender, further)
        return (before.person, before.speaker) if before else (None, NOBODY)
    known = source.how is How.ROLE or OURS.match(source.words) is not None
    person = _by_post(stage, source, further) if known else None
    return shown(stage, person) if person else (None, Speaker(None, source.words or None))


def shown(stage: Stage, person: Person | None) -> tuple[Person | None, Speaker]:
    """A person and how he is shown: by name and post."""
    return person, Speaker(person.name, post_of(stage.scene, person)) if person else NOBODY


def post_of(scene: Scene, person: Person) -> str | None:
    """The fullest of a person's posts, the first of equals."""
    posts = scene.posts_of(person)
    return max(posts, key=lambda post: len(post.lemmas)).words if posts else None


def antecedent(stage: Stage, place: int, gender: str = "", further: bool = True) -> Spoken | None:
    """Whom «он» or «эксперт» points back to: the subjects of the nearest sentence that has any, if they are one, and
    nobody else may act between."""
    found = _antecedent(stage, place, gender, further)
    if found is None or found.person is None or stage.scene.language != "ru":
        return found
    named = (mention.span.stop for mention in found.person.mentions if mention.span.stop <= place)
    turns = (turn.place for turn in stage.spoken if turn.person is found.person and turn.place < place)
    between = Span(max((*named, *turns), default=place), place)
    return None if any(_acting_perhaps(stage, between, gender)) else found


def _antecedent(stage: Stage, place: int, gender: str, further: bool) -> Spoken | None:
    scene = stage.scene
    rows = list(islice((s for s in scene.sentences_up_to(place) if not _within_quotes(stage, s, place)), REACH))
    for sentence in rows:
        span = Span(sentence.start, min(sentence.stop, place))
        spoken = [turn for turn in stage.spoken if span.start <= turn.place < span.stop]
        if spoken and (spoken[-1].person is None or _fits(spoken[-1].person, gender)):
            return spoken[-1]
        people = _subjects(stage, span, gender)
        if people:
            return None if _one_of_several(stage, span) else _turn(stage, place, people)
        unnamed = _acting_post(stage, span, gender) if further else None
        if unnamed is not None:
            return unnamed
        if scene.language == "kk" and (_named(stage, span, gender) or _opens_with_post(scene, span)):
            return _turn(stage, place, _named_before(stage, place, gender))  # safe where nobody else is named at all
    return _turn(stage, place, _named(stage, Span(rows[-1].start, place), gender) if rows else [])


def _acting_post(stage: Stage, span: Span, gender: str) -> Spoken | None:
    """«Собеседник издания смотрит на спор иначе. …, сказал он»: who acts there is called by his post alone."""
    if stage.scene.language != "ru":
        return None
    clause = clause_of(stage.scene, span)
    verb = next((at for at, token in enumerate(clause.tokens) if token.form == "Fin"), None)
    source = subject(clause, verb) if verb is not None else None
    if source is None or source.how not in {How.ROLE, How.UNNAMED} or (gender and source.gender not in (gender, "")):
        return None
    person, speaker = credit(stage, source, further=False)
    return Spoken(span.start, person, speaker)


def _one_of_several(stage: Stage, span: Span) -> bool:
    """«…, в том числе и Имя»: named last of many, and so not who is meant."""
    scene = stage.scene
    named = [mention for mention in scene.mentions_in(span) if mention.case in {"Nom", ""}]
    starts = [mention.span.start for mention in named if not stage.quoted.holds(mention.span.start)]
    return len(starts) == 1 and LISTED.search(scene.text[max(0, starts[0] - 20) : starts[0]]) is not None


def _turn(stage: Stage, place: int, people: Sequence[Person]) -> Spoken | None:
    if len(people) != 1:
        return None
    person, speaker = shown(stage, people[0])
    return Spoken(place, person, speaker)


def _within_quotes(stage: Stage, sentence: Span, place: int) -> bool:
    """Whether nothing of the sentence before ``place`` stands outside quotation marks."""
    span = stage.quoted.last_before(sentence.start)
    return span is not None and min(sentence.stop, place) <= span.stop


def _subjects(stage: Stage, span: Span, gender: str) -> list[Person]:
    """People who act in ``span``: named in the nominative, outside quotation marks."""
    return _distinct(
        person
        for mention in stage.scene.mentions_in(span)
        if _acts(stage, mention, span) and not stage.quoted.holds(mention.span.start)
        for person in [stage.scene.cast.of(mention)]
        if person is not None and _fits(person, gender)
    )


def _acts(stage: Stage, mention: NameMention, span: Span) -> bool:
    """Whether the mention may be a subject. In Kazakh an object may stand without an ending, too: only the name that
    opens its sentence, or follows the post that does, is trusted."""
    if mention.case not in {"Nom", ""}:
        return False
    if stage.scene.language != "kk":
        return True
    lead = Span(stage.scene.sentence_at(mention.span.start).start, mention.span.start)
    if KAZAKH_AND.search(lead.of(stage.scene.text)):
        return any(_acts(stage, other, span) for other in stage.scene.mentions_in(lead)[-1:])
    words = [token for token in stage.scene.tokens_in(lead) if token.is_word]
    return len(words) <= 1 or stage.scene.has_post_behind(lead.start, lead.stop - 2)


def _acting_perhaps(stage: Stage, span: Span, gender: str) -> Iterator[NameMention]:
    """«На встрече с гостями Ким подтвердил»: names that stand in their nominative may be subjects, whatever the tagger
    makes of their case."""
    for mention in stage.scene.mentions_in(span):
        person = stage.scene.cast.of(mention)
        if person is None or not _fits(person, gender) or stage.quoted.holds(mention.span.start):
            continue
        if set(mention.span.of(stage.scene.text).split()) <= set(person.name.split()):
            yield mention


def _opens_with_post(scene: Scene, span: Span) -> bool:
    """«Президент … айтты»: somebody acts who is called by his post alone."""
    return KAZAKH_POST.match(span.of(scene.text)) is not None


def _named(stage: Stage, span: Span, gender: str) -> list[Person]:
    return _distinct(
        person
        for mention in stage.scene.mentions_in(span)
        if not stage.quoted.holds(mention.span.start)
        for person in [stage.scene.cast.of(mention)]
        if person is not None and _fits(person, gender)
    )


def _named_before(stage: Stage, place: int, gender: str) -> list[Person]:
    """The first people named before ``place`` outside quotation marks: no more than two, which is one too many."""
    people = (person for person in stage.scene.people_before(place) if _fits(person, gender))
    return list(islice((person for person in people if _enters(stage, person, place)), 2))


def _enters(stage: Stage, person: Person, place: int) -> bool:
    starts = (mention.span.start for mention in person.mentions)
    return any(not stage.quoted.holds(start) for start in takewhile(lambda start: start < place, starts))


def _distinct(people: Iterable[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def _fits(person: Person, gender: str) -> bool:
    return not gender or not person.gender or person.gender == gender


def _by_post(stage: Stage, source: Source, further: bool) -> Person | None:
    """The one person whose post has the words of the mention; «эксперт» may be anybody who spoke last."""
    holders = _holders(stage.scene, source)
    if len(holders) == 1:
        return holders[0]
    if len(holders) > 1:
        fullest = _holders(stage.scene, source, whole=True)
        if len(fullest) == 1:
            return fullest[0]
        last = _last_speaker(stage, source, further)
        return last if any(last is holder for holder in holders) else None
    return _last_speaker(stage, source, further) if _anybody(stage.scene, source) else None


def _last_speaker(stage: Stage, source: Source, further: bool) -> Person | None:
    before = antecedent(stage, source.span.start, further=further)
    return before.person if before else None


def _anybody(scene: Scene, source: Source) -> bool:
    """«Эксперт» may be whoever spoke last; «один бывший чиновник» is somebody else."""
    before = scene.text[max(0, source.span.start - LONGEST_WORD) : source.span.start].split()[-1:]
    if ru.INDEFINITE & {word.lower() for word in (*before, *source.words.split())}:
        return False
    return source.head in ru.ANYBODY or KAZAKH_ANYBODY.match(source.head) is not None


def _holders(scene: Scene, source: Source, whole: bool = False) -> list[Person]:
    """People with a post of the same head; ``whole``: with every word of the mention in it."""
    fitting = (post.person for post in scene.posts_headed(source.head) if _suits(source, post.lemmas, whole))
    return _distinct(fitting)


def _suits(source: Source, lemmas: frozenset[str], whole: bool) -> bool:
    return source.lemmas - VAGUE <= lemmas if whole else not _differs(source, lemmas)


def _differs(source: Source, lemmas: frozenset[str]) -> bool:
    """Whether both name what the post is of, and name different things: «министр энергетики», «министр культуры»."""
    mine, theirs = source.lemmas - {source.head} - VAGUE, lemmas - {source.head} - VAGUE
    if any(KAZAKH_OWNER.search(word) for word in mine - theirs):  # «округтің прокуроры» is not just any «прокурор»
        return True
    return bool(mine) and bool(theirs) and not mine & theirs
