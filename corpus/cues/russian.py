"""Russian cues: a verb of speech and its subject, by the tagger's cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.cues.source import Cue, How, Source
from corpus.languages.speech import ru
from corpus.morphology import GENDERS
from corpus.names.mention import NameMention
from corpus.roles import in_nominative
from corpus.scene import Scene
from corpus.span import Span
from corpus.tokens import Token

REACH = 26  # tokens between a verb and its subject
NEAR = 60  # characters between the verb of a gesture and its subject
OPENERS = 14  # tokens that may stand before the verb of an attribution: «…», – так, отвечая на вопрос, сказал он


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


def cue_after(scene: Scene, span: Span, dashed: bool) -> Cue | None:
    """«…», – сказал X: without a dash the verb must come first."""
    clause = clause_of(scene, span)
    limit = OPENERS if dashed else 2
    for at, token in enumerate(clause.tokens[: limit + 1]):
        if says(token):
            return _cue(clause, at, "after")
        if not dashed and token.is_word and not _light(token):
            break
    account = _account(clause)
    if account is not None:
        return account
    return (_gesture(clause) or _name_alone(clause)) if dashed else None


def cue_before(scene: Scene, span: Span) -> Cue | None:
    """«X сказал: …», «По словам X, …»: the last verb of speech before the quotation."""
    clause = clause_of(scene, span)
    for at in range(len(clause.tokens) - 1, -1, -1):
        if says(clause.tokens[at]) and not clause.inside_name(at):
            return _cue(clause, at, "before")
        if is_account(clause, at):
            return _account_at(clause, at)
    return _introduced(clause)


def _introduced(clause: Clause) -> Cue | None:
    """«Слово взяла X: …», «X, агроном: …»: before a colon the only one named speaks, whatever the verb."""
    named = [at for at, mention in clause.names.items() if mention.case in {"Nom", ""} and not _preposed(clause, at)]
    ends = bool(clause.tokens) and clause.tokens[-1].text == ":"
    if not ends or len(named) != 1 or len(clause.names) > 1:
        return None
    source = _as_name(clause, clause.names[named[0]])
    return Cue(clause.span, source.span, source, "before: introduced")


def _as_name(clause: Clause, mention: NameMention) -> Source:
    person = clause.scene.cast.of(mention)
    return Source(How.NAME, mention.span, person, mention.span.of(clause.scene.text), gender=mention.gender)


def says(token: Token) -> bool:
    """Whether the token is a word of speech in a form that takes a subject."""
    if token.short and token.lemma in ru.SURE:
        return True
    return token.form not in {"Part", "Inf"} and (token.lemma in ru.SAY or token.lemma in ru.DOCUMENT)


def _light(token: Token) -> bool:
    return token.pos in {"ADV", "PART", "CCONJ", "PRON"}


def _cue(clause: Clause, at: int, rule: str) -> Cue:
    source = subject(clause, at)
    return Cue(clause.span, clause.tokens[at].span, source, f"{rule}: {source.how if source else 'no subject'}")


def subject(clause: Clause, verb: int) -> Source | None:
    """The subject of the verb: a name before a pronoun before a post before a body; the nearest of each."""
    token = clause.tokens[verb]
    if token.lemma in ru.DOCUMENT:
        return _document(clause, verb)
    if token.lemma in ru.CITE:
        cited = _cited(clause, verb)
        if cited:
            return cited
    window = list(_window(clause, verb))
    for find in SUBJECTS:
        for at in window:
            source = find(clause, at, token)
            if source is not None:
                return source
    return None


def _window(clause: Clause, verb: int) -> Iterator[int]:
    """Places around the verb, nearest first, what follows before what precedes at the same distance."""
    after = _reach(clause, range(verb + 1, min(len(clause.tokens), verb + 1 + REACH)))
    before = _reach(clause, range(verb - 1, max(-1, verb - 1 - REACH), -1))
    yield from sorted([*after, *before], key=lambda at: (abs(at - verb), at < verb))


def _reach(clause: Clause, places: range) -> list[int]:
    """Places up to the border of the clause: another clause's opening word, a full stop or a colon."""
    reached = []
    for at in places:
        token = clause.tokens[at]
        if token.text in {":", ";"} or _opens_clause(clause, at, places.step < 0):
            break
        reached.append(at)
    return reached


def _opens_clause(clause: Clause, at: int, back: bool) -> bool:
    """Going back, a relative clause lies between a subject and its verb («X, который был там, сказал»)."""
    token = clause.tokens[at]
    comma = at > 0 and clause.tokens[at - 1].text == ","
    if back and token.lemma == "который":
        return False
    return comma and (token.lemma in {"который", "чтобы", "если", "поскольку"} or token.lower in ru.CONJUNCTION)


def _name(clause: Clause, at: int, verb: Token) -> Source | None:
    mention = clause.names.get(at)
    if mention is None or not _subject_case(clause, at, mention) or not _agrees(verb, mention.gender):
        return None
    return _as_name(clause, mention)


def _subject_case(clause: Clause, at: int, mention: NameMention) -> bool:
    if mention.case in {"Nom", ""}:
        return not _preposed(clause, at)
    return False


def _preposed(clause: Clause, at: int) -> bool:
    return at > 0 and clause.tokens[at - 1].pos == "ADP"


def _agrees(verb: Token, gender: str) -> bool:
    """Whether a verb in the past may have a subject of ``gender`` («masc», «femn» or unknown)."""
    wanted = GENDERS.get(verb.gender, "")
    return verb.number != "Plur" and (not wanted or not gender or wanted == gender)


def _pronoun(clause: Clause, at: int, verb: Token) -> Source | None:
    token = clause.tokens[at]
    if token.lower not in ru.PRONOUNS or token.case not in {"Nom", ""}:
        return None
    gender = "femn" if token.lower == "она" else "masc"
    return Source(How.PRONOUN, token.span, words=token.text, gender=gender) if _agrees(verb, gender) else None


def _role(clause: Clause, at: int, verb: Token) -> Source | None:
    token = clause.tokens[at]
    if not is_post(token) or _in_marks(clause, at) or token.case not in {"Nom", ""} or clause.inside_name(at) or _preposed(clause, at):
        return None
    if token.number == "Plur" or verb.number == "Plur":
        return _phrase(clause, at, How.GROUP)
    how = How.UNNAMED if token.lemma in ru.UNNAMED else How.ROLE
    return _phrase(clause, at, how)


def _in_marks(clause: Clause, at: int) -> bool:
    """Whether the token is part of a name in quotation marks: «Новый строитель» builds nothing."""
    before = [token.text for token in clause.tokens[:at]]
    after = [token.text for token in clause.tokens[at + 1 :]]
    if "«" in before and "»" in after:
        return before.count("«") > before.count("»")
    return before.count('"') % 2 == 1 and '"' in after


def is_post(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN", "ADJ"} and (
        token.lemma in ru.POSTS or (token.animate and token.pos == "NOUN") or "врио" in token.lower
    ) and token.lemma not in ru.BODIES


def _body(clause: Clause, at: int, verb: Token) -> Source | None:
    token = clause.tokens[at]
    if token.pos not in {"NOUN", "PROPN"} or clause.inside_name(at):
        return None
    subject = token.case in {"Nom", ""} and not _preposed(clause, at)
    inside = token.case == "Loc" and verb.number == "Plur"
    known = token.lemma in ru.BODIES or token.pos == "PROPN"
    return _phrase(clause, at, How.BODY) if (subject or inside) and known else None


SUBJECTS: tuple[Callable[[Clause, int, Token], Source | None], ...] = (_name, _pronoun, _role, _body)


def _document(clause: Clause, verb: int) -> Source | None:
    """«говорится в сообщении министерства»: a paper speaks; «говорится в письме Имени Фамилии»: whoever wrote it."""
    after = clause.tokens[verb + 1 :]
    if not any(token.pos in {"NOUN", "PROPN"} for token in after):
        return None
    writer = clause.names.get(verb + 3)
    if writer is not None and writer.case == "Gen" and after[1].lemma in ru.PERSONAL:
        return _as_name(clause, writer)
    span = Span(after[0].start, after[-1].stop)
    return Source(How.BODY, span, words=span.of(clause.scene.text).strip(" .,"))


def _cited(clause: Clause, verb: int) -> Source | None:
    """«цитирует издание Имя Фамилию», «приводит его слова»: the one cited, in an oblique case."""
    before = range(verb) if any(token.lemma == "слово" for token in clause.tokens[:verb]) else range(0)
    for at in (*range(verb + 1, min(len(clause.tokens), verb + 1 + REACH)), *before):
        mention = clause.names.get(at)
        if mention is not None and mention.case != "Nom":
            return _as_name(clause, mention)
        token = clause.tokens[at]
        if token.lower in {"его", "ее"}:
            return Source(How.PRONOUN, token.span, words=token.text, gender="femn" if token.lower == "ее" else "masc")
    return None


def _phrase(clause: Clause, at: int, how: How) -> Source:
    """The noun phrase around a head: its adjectives, and what depends on it."""
    tokens = clause.tokens
    start, stop = at, at + 1
    while start > 0 and tokens[start - 1].pos in {"ADJ", "DET"} and not says(tokens[start - 1]):
        start -= 1
    while stop < len(tokens) and _depends(tokens[stop], tokens[stop - 1]) and stop not in clause.names:
        stop += 1
    words = tokens[start:stop]
    span = Span(words[0].start, words[-1].stop)
    lemmas = frozenset(token.lemma for token in words if token.pos in {"NOUN", "PROPN", "ADJ"})
    head = tokens[at]
    gender = GENDERS.get(head.gender, "")
    return Source(how, span, None, in_nominative(clause.scene.text, span, words), lemmas, head.lemma, gender)


def _depends(token: Token, before: Token) -> bool:
    if token.text in "«»\"„“”":
        return token.start <= before.stop + 1
    if token.pos == "ADP":
        return token.lower in {"по", "при", "из"} and before.text not in "»\""
    if token.case == "Dat" and token.animate:  # «сообщил режиссёр журналистам»
        return False
    return token.pos in {"NOUN", "PROPN", "ADJ", "X"} and token.case in {"Gen", "Dat", "Loc", "Ins", ""} or token.pos == "PROPN"


def _account(clause: Clause) -> Cue | None:
    for at in range(len(clause.tokens)):
        if is_account(clause, at):
            return _account_at(clause, at)
    return None


def is_account(clause: Clause, at: int) -> bool:
    """«по словам», «по мнению», «со слов»."""
    tokens = clause.tokens
    if at == 0 or tokens[at].lemma not in ru.ACCOUNT or tokens[at].pos != "NOUN":
        return False
    owned = tokens[at - 1].lower in {"его", "ее", "их"}
    before = at - 2 if owned else at - 1
    return before >= 0 and tokens[before].lower in {"по", "со", "с"}


def _account_at(clause: Clause, at: int) -> Cue | None:
    """The source of «по словам …»: a name, post or body in the genitive; «по его словам»."""
    source = owner(clause, at)
    return Cue(clause.span, clause.tokens[at].span, source, f"account: {source.how}") if source else None


def owner(clause: Clause, at: int) -> Source | None:
    before = clause.tokens[at - 1]
    if before.lower in {"его", "ее"}:
        return Source(How.PRONOUN, before.span, words=before.text, gender="femn" if before.lower == "ее" else "masc")
    role: Source | None = None
    for place in range(at + 1, min(len(clause.tokens), at + 1 + REACH)):
        token = clause.tokens[place]
        if place in clause.names:
            mention = clause.names[place]
            return _as_name(clause, mention)
        if token.text in {",", ":", ".", "-", "–", "—"}:
            break
        if role is None:
            role = _owner_role(clause, place)
    return role


def _owner_role(clause: Clause, at: int) -> Source | None:
    token = clause.tokens[at]
    if is_post(token):
        if token.number == "Plur":
            return _phrase(clause, at, How.UNNAMED if _one_of(clause, at) else How.GROUP)
        return _phrase(clause, at, How.UNNAMED if token.lemma in ru.UNNAMED else How.ROLE)
    if token.lemma in ru.BODIES or token.pos == "PROPN":
        return _phrase(clause, at, How.BODY)
    return None


def _gesture(clause: Clause) -> Cue | None:
    """«…», – вздыхает рыбак: right behind the dash any verb with somebody for its subject says that he speaks."""
    first = next((at for at, token in enumerate(clause.tokens[:3]) if token.form == "Fin"), None)
    source = subject(clause, first) if first is not None else None
    if first is None or source is None or source.how not in {How.NAME, How.PRONOUN, How.ROLE, How.UNNAMED}:
        return None
    behind = source.span.start - clause.tokens[first].stop
    near = 0 < behind <= NEAR and not any(t.form == "Fin" for t in clause.tokens[first + 1 :] if t.start < source.span.start)
    return Cue(clause.span, clause.tokens[first].span, source, f"after: gesture, {source.how}") if near else None


def _one_of(clause: Clause, at: int) -> bool:
    """«одного из жителей»."""
    return at > 1 and clause.tokens[at - 1].lower == "из" and clause.tokens[at - 2].lemma == "один"


def _name_alone(clause: Clause) -> Cue | None:
    """«…» – Имя Фамилия: a name, with a post at most, and nothing else."""
    first = clause.names.get(0)
    if first is None or any(token.form == "Fin" for token in clause.tokens):
        return None
    source = Source(How.NAME, first.span, clause.scene.cast.of(first), first.span.of(clause.scene.text))
    return Cue(clause.span, first.span, source, "after: name alone")

