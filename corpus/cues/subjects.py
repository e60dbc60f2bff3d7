"""The subject of a verb of speech: a name, a pronoun, a post or a body, by the tagger's cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.cues.clause import Clause, is_post, named, phrase, preposed
from corpus.cues.source import How, Source
from corpus.languages.speech import ru
from corpus.morphology import GENDERS
from corpus.names.mention import NameMention
from corpus.span import Span
from corpus.tokens import Token

REACH = 26  # tokens between a verb and its subject


def subject(clause: Clause, verb: int) -> Source | None:
    """The subject of the verb: a name before a pronoun before a post before a body; the nearest of each."""
    token = clause.tokens[verb]
    if token.lemma in ru.DOCUMENT:
        return _document(clause, verb)
    if token.lemma in ru.CITE:
        cited = _cited(clause, verb)
        if cited:
            return cited
    relative = _relative(clause, verb)
    if relative is not None:
        return _antecedent(clause, relative, token)
    window = list(_window(clause, verb))
    one = next((at for at in window if _is_one_of(clause, at)), None)
    if one is not None:
        return phrase(clause, one, How.UNNAMED)
    for find in SUBJECTS:
        for at in window:
            source = find(clause, at, token)
            if source is not None:
                return source
    return None


def _relative(clause: Clause, verb: int) -> int | None:
    """Where the verb's own clause says «который» for its subject: «ответил Киму, который заявил, …»."""
    for at in range(verb - 1, -1, -1):
        token = clause.tokens[at]
        if token.text in {",", ";", ":"}:
            return None
        if token.lemma == "который" and token.case in {"Nom", ""}:
            return at
    return None


def _antecedent(clause: Clause, relative: int, verb: Token) -> Source | None:
    """Whom «который» stands for: the name or the post right before the comma, in whatever case."""
    head = relative - 2
    if head < 0 or clause.tokens[relative - 1].text != ",":
        return None
    stop = clause.tokens[head].stop
    mention = next((each for each in clause.names.values() if each.span.stop == stop), None)
    if mention is not None:
        return named(clause, mention) if _agrees(verb, mention.gender) else None
    is_one = is_post(clause.tokens[head]) and clause.tokens[head].number != "Plur" and verb.number != "Plur"
    return phrase(clause, head, How.ROLE) if is_one else None


def _is_one_of(clause: Clause, at: int) -> bool:
    """«Один из людей Имени сообщил»: somebody, and not him."""
    following = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    return clause.tokens[at].lower in {"один", "одна"} and following is not None and following.lower == "из"


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
    if comma and token.lower == "кто":  # «тем, кто говорит, …»: anybody
        return True
    return comma and (token.lemma in {"который", "чтобы", "если", "поскольку"} or token.lower in ru.CONJUNCTION)


def _name(clause: Clause, at: int, verb: Token) -> Source | None:
    mention = clause.names.get(at)
    if mention is None or not _subject_case(clause, at, mention) or not _agrees(verb, mention.gender):
        return None
    return named(clause, mention)


def _subject_case(clause: Clause, at: int, mention: NameMention) -> bool:
    if mention.case in {"Nom", ""}:
        return not preposed(clause, at)
    return False


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
    free = not _in_marks(clause, at) and not clause.inside_name(at) and not preposed(clause, at)
    if not is_post(token) or token.case not in {"Nom", ""} or not free:
        return None
    if token.number == "Plur" or verb.number == "Plur":
        return phrase(clause, at, How.GROUP)
    how = How.UNNAMED if token.lemma in ru.UNNAMED else How.ROLE
    return phrase(clause, at, how)


def _in_marks(clause: Clause, at: int) -> bool:
    """Whether the token is part of a name in quotation marks: «Новый строитель» builds nothing."""
    before = [token.text for token in clause.tokens[:at]]
    after = [token.text for token in clause.tokens[at + 1 :]]
    if "«" in before and "»" in after:
        return before.count("«") > before.count("»")
    return before.count('"') % 2 == 1 and '"' in after


def _body(clause: Clause, at: int, verb: Token) -> Source | None:
    token = clause.tokens[at]
    if token.pos not in {"NOUN", "PROPN"} or clause.inside_name(at):
        return None
    subject = token.case in {"Nom", ""} and not preposed(clause, at)
    inside = token.case == "Loc" and verb.number == "Plur"
    known = token.lemma in ru.BODIES or token.pos == "PROPN"
    return phrase(clause, at, How.BODY) if (subject or inside) and known else None


SUBJECTS: tuple[Callable[[Clause, int, Token], Source | None], ...] = (_name, _pronoun, _role, _body)


def _document(clause: Clause, verb: int) -> Source | None:
    """«говорится в сообщении министерства»: a paper speaks; «говорится в письме Имени Фамилии»: whoever wrote it."""
    after = clause.tokens[verb + 1 :]
    if not any(token.pos in {"NOUN", "PROPN"} for token in after):
        return None
    writer = clause.names.get(verb + 3)
    if writer is not None and writer.case == "Gen" and after[1].lemma in ru.PERSONAL:
        return named(clause, writer)
    span = Span(after[0].start, after[-1].stop)
    return Source(How.BODY, span, words=span.of(clause.scene.text).strip(" .,"))


def _cited(clause: Clause, verb: int) -> Source | None:
    """«цитирует издание Имя Фамилию», «приводит его слова»: the one cited, in an oblique case."""
    before = range(verb) if any(token.lemma == "слово" for token in clause.tokens[:verb]) else range(0)
    for at in (*range(verb + 1, min(len(clause.tokens), verb + 1 + REACH)), *before):
        mention = clause.names.get(at)
        if mention is not None and mention.case != "Nom":
            owner = clause.tokens[at - 1] if at else None
            if owner is not None and owner.lemma in ru.BODIES - ru.PERSONAL:  # «цитирует пресс-службу Имени»
                return phrase(clause, at - 1, How.BODY)
            return named(clause, mention)
        token = clause.tokens[at]
        if token.lower in {"его", "ее"}:
            return Source(How.PRONOUN, token.span, words=token.text, gender="femn" if token.lower == "ее" else "masc")
    return None
