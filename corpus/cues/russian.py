"""Russian cues: what stands behind and before a quotation to say who speaks."""

from __future__ import annotations

from corpus.cues.accounts import account, account_at, is_account
from corpus.cues.clause import Clause, clause_of, is_unsaid, named, preposed, says
from corpus.cues.source import Cue, How, Source
from corpus.cues.subjects import subject
from corpus.morphology import is_verb
from corpus.scene import Scene
from corpus.span import Span
from corpus.tokens import Token

NEAR = 60  # characters between the verb of a gesture and its subject
OPENERS = 14  # tokens that may stand before the verb of an attribution: «…», – так, отвечая на вопрос, сказал он


def cue_after(scene: Scene, span: Span, dashed: bool) -> Cue | None:
    """«…», – сказал X: without a dash the verb must come first."""
    clause = clause_of(scene, span)
    limit = OPENERS if dashed else 2
    for at, token in enumerate(clause.tokens[: limit + 1]):
        if says(token):
            return _cue(clause, at, "after")
        if not dashed and token.is_word and not _light(token):
            break
    told = account(clause)
    if told is not None:
        return told
    return (_gesture(clause) or _name_alone(clause)) if dashed else None


def _light(token: Token) -> bool:
    return token.pos in {"ADV", "PART", "CCONJ", "PRON"}


def _cue(clause: Clause, at: int, rule: str) -> Cue:
    verb = clause.tokens[at].span
    nobody = Source(How.NONE, verb, words=verb.of(clause.scene.text))
    source = nobody if is_unsaid(clause.tokens, at) else subject(clause, at)
    return Cue(clause.span, verb, source, f"{rule}: {source.how if source else 'no subject'}")


def _gesture(clause: Clause) -> Cue | None:
    """«…», – вздыхает рыбак: right behind the dash any verb with somebody for its subject says that he speaks."""
    first = next((at for at, token in enumerate(clause.tokens[:3]) if token.form == "Fin" or is_verb(token.text)), None)
    source = subject(clause, first) if first is not None else None
    if first is None or source is None or source.how not in {How.NAME, How.PRONOUN, How.ROLE, How.UNNAMED}:
        return None
    verb = clause.tokens[first]
    between = [token for token in clause.tokens[first + 1 :] if token.start < source.span.start]
    near = 0 < source.span.start - verb.stop <= NEAR and not any(token.form == "Fin" for token in between)
    return Cue(clause.span, verb.span, source, f"after: gesture, {source.how}") if near else None


def _name_alone(clause: Clause) -> Cue | None:
    """«…» – Имя Фамилия: a name, with a post at most, and nothing else."""
    first = clause.names.get(0)
    if first is None or any(token.form == "Fin" for token in clause.tokens):
        return None
    source = Source(How.NAME, first.span, clause.scene.cast.of(first), first.span.of(clause.scene.text))
    return Cue(clause.span, first.span, source, "after: name alone")


def cue_before(scene: Scene, span: Span) -> Cue | None:
    """«X сказал: …», «По словам X, …»: the last verb of speech before the quotation."""
    clause = clause_of(scene, span)
    for at in range(len(clause.tokens) - 1, -1, -1):
        if says(clause.tokens[at]) and not clause.inside_name(at):
            return _cue(clause, at, "before")
        if is_account(clause, at):
            return account_at(clause, at)
    return _introduced(clause)


def _introduced(clause: Clause) -> Cue | None:
    """«Слово взяла X: …», «X, агроном: …»: before a colon the only one named speaks, whatever the verb."""
    places = [at for at, mention in clause.names.items() if mention.case in {"Nom", ""} and not preposed(clause, at)]
    ends = bool(clause.tokens) and clause.tokens[-1].text == ":"
    if not ends or len(places) != 1 or len(clause.names) > 1:
        return None
    source = named(clause, clause.names[places[0]])
    return Cue(clause.span, source.span, source, "before: introduced")
