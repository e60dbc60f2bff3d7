"""Accounts: «по словам X», «по мнению X», «по его словам»."""

from __future__ import annotations

from corpus.cues.clause import Clause, is_post, named, phrase
from corpus.cues.source import Cue, How, Source
from corpus.languages.speech import ru
from corpus.names.mention import NameMention
from corpus.roles import Post, may_be_anothers

REACH = 26  # tokens between «по словам» and the name


def account(clause: Clause) -> Cue | None:
    for at in range(len(clause.tokens)):
        if is_account(clause, at):
            return account_at(clause, at)
    return None


def is_account(clause: Clause, at: int) -> bool:
    """«по словам», «по мнению», «со слов»."""
    tokens = clause.tokens
    if tokens[at].lemma not in ru.ACCOUNT or tokens[at].pos != "NOUN":
        return False
    owned = tokens[at - 1].lower in {"его", "ее", "их"}
    if tokens[at].lemma == "данные" and not owned:  # «по данным ведомства» reports nobody's words
        return False
    before = at - 2 if owned else at - 1
    if before < 0:
        return tokens[at].lower == "словами"  # «Словами Имени Фамилии: «…»»
    if tokens[at].lower == "словами" and not owned:
        return tokens[before].pos != "ADP"  # «согласился со словами Имени» tells of him who agreed
    return tokens[before].lower == "по" or (tokens[at].lower == "слов" and tokens[before].lower in {"со", "с"})


def account_at(clause: Clause, at: int) -> Cue | None:
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
            return role if role and _is_anothers(clause, at + 1, place, mention) else named(clause, mention)
        if token.text in {",", ":", ".", "-", "–", "—"}:
            break
        if role is None:
            role = _owner_role(clause, place)
    return role


def _is_anothers(clause: Clause, first: int, place: int, mention: NameMention) -> bool:
    """Whether the name may tell only whose wife or aide speaks. That he is the aide himself, his post elsewhere in the
    text shows."""
    post = clause.tokens[first:place]
    aides = {token.lemma for token in post} & ru.AIDES
    return may_be_anothers(post) and not any(aides & other.lemmas for other in _other_posts(clause, mention))


def _other_posts(clause: Clause, mention: NameMention) -> list[Post]:
    """What the text calls him in other sentences."""
    person = clause.scene.cast.of(mention)
    posts = clause.scene.posts_of(person) if person else ()
    return [post for post in posts if post.span.stop <= clause.span.start or post.span.start >= clause.span.stop]


def _owner_role(clause: Clause, at: int) -> Source | None:
    token = clause.tokens[at]
    if is_post(token):
        if token.number == "Plur":
            return phrase(clause, at, How.UNNAMED if _one_of(clause, at) else How.GROUP)
        return phrase(clause, at, How.UNNAMED if token.lemma in ru.UNNAMED else How.ROLE)
    if token.lemma in ru.BODIES or token.pos == "PROPN":
        return phrase(clause, at, How.BODY)
    return None


def _one_of(clause: Clause, at: int) -> bool:
    """«одного из жителей»."""
    return at > 1 and clause.tokens[at - 1].lower == "из" and clause.tokens[at - 2].lemma == "один"
