"""Kazakh cues: «деді», «деп атап өтті», «айтуынша» and the name or post beside them."""

from __future__ import annotations

import re

from corpus.cues.source import Cue, How, Source
from corpus.languages.speech import kk
from corpus.names.mention import NameMention
from corpus.roles import KAZAKH_APART, kazakh_lemma
from corpus.scene import Scene
from corpus.span import Span

SAID = re.compile(rf"\b{kk.SAID}\b")
REPORT = re.compile(rf"\b{kk.REPORT}\b")
UNSAID = re.compile(kk.UNSAID)
ACCORDING = re.compile(rf"\b{kk.ACCORDING}\b")
ROLE = re.compile(rf"\b{kk.ROLES}\w*\b")
ANYBODY = re.compile(rf"^{kk.ANYBODY}")
BODY = re.compile(rf"\b{kk.BODIES}", re.IGNORECASE)
PLURAL = re.compile(kk.PLURAL)
UNNAMED = re.compile(rf"\b{kk.UNNAMED}", re.IGNORECASE)
OBLIQUE = re.compile(r"(?:ға|ге|қа|ке|на|не|ды|ді|ны|ні|дан|ден|тан|тен|нан|нен|да|де|та|те|мен|бен|пен)$")
WITH = re.compile(r"(?:мен|бен|пен)$")
HE = re.compile(r"\bол\b")  # «Имямен кездесу туралы ол былай деді»: whoever is named before is not he
PRONOUN = re.compile(r"\b(?:ол|оның)\b", re.IGNORECASE)
POSSESSED = re.compile(r"\s+(?P<head>\w*[а-яәғқңөұүһі](?:ы|і))(?=\s*(?:[«\"“]|$))")
NAME_BEHIND = re.compile(r"\s+[А-ЯӘҒҚҢӨҰҮІҺ][а-яәғқңөұүіһ]+")  # «профессор Ли»: his name, though it is none we know
CLOSE = 25  # characters from «деп» in which the verb that it belongs to ends
NEAR = 40  # characters before «деді» within which a quotation's cue opens


def cue_after(scene: Scene, span: Span, dashed: bool) -> Cue | None:
    """«…», – деді X; «…», – деп атап өтті X; «…», – деп X айтты."""
    words = span.of(scene.text)
    said = SAID.search(words)
    verb = said or (REPORT.search(words) if dashed else None)
    if verb is None or verb.start() > NEAR or (verb[0] == "деп" and not dashed and not REPORT.search(words)):
        return None
    at = Span(span.start + verb.start(), span.start + verb.end())
    if UNSAID.search(words, verb.start(), verb.start() + CLOSE):
        return Cue(span, at, Source(How.NONE, at, words=verb[0]), "after: none")
    source = _source(scene, span, at.stop) or (_unnamed(span) if said else None)
    return Cue(span, at, source, f"after: {source.how if source else 'no subject'}")


def _unnamed(span: Span) -> Source | None:
    """«…», – деді. Nobody is named behind the verb: whoever acted last, as with «ол»."""
    return Source(How.PRONOUN, span, words="")


def cue_before(scene: Scene, span: Span) -> Cue | None:
    """«X былай деді: …», «X-тің айтуынша, …»."""
    words = span.of(scene.text)
    according = list(ACCORDING.finditer(words))
    if according:
        at = Span(span.start + according[-1].start(), span.start + according[-1].end())
        source = account_of(scene, Span(span.start, at.start))
        return Cue(span, at, source, f"account: {source.how}") if source else None
    verbs = list(REPORT.finditer(words)) or list(SAID.finditer(words))
    if not verbs and not words.rstrip().endswith(":"):
        return None
    at = Span(span.start + verbs[-1].start(), span.start + verbs[-1].end()) if verbs else Span(span.stop - 1, span.stop)
    source = subject_of(scene, Span(span.start, at.start)) or (_source(scene, span, at.stop) if verbs else None)
    return Cue(span, at, source, f"before: {source.how if source else 'no subject'}")


def _source(scene: Scene, span: Span, verb_stop: int) -> Source | None:
    """Whom an attribution after the verb names: a name, «ол», a post, a body; the first part counts most."""
    clause = Span(verb_stop, span.stop)
    mentions = [m for m in scene.mentions_in(Span(span.start, span.stop)) if m.case == "Nom"]
    role = _last_role(scene, clause)
    if mentions:
        return _named(scene, _nearest(scene, mentions, verb_stop))
    return _pronoun(scene, clause) or role or _body(scene, clause)


def _nearest(scene: Scene, mentions: list[NameMention], verb: int) -> NameMention:
    """A name right after the verb, else the last full name («деді <рөлі> Аты Тегі»), else the last name."""
    first = mentions[0]
    if 0 <= first.span.start - verb <= 2:
        return first
    full = [mention for mention in mentions if len(mention.words) > 1]
    return (full or mentions)[-1] if mentions[0].span.start > verb else mentions[0]


def _named(scene: Scene, mention: NameMention) -> Source:
    return Source(How.NAME, mention.span, scene.cast.of(mention), mention.span.of(scene.text), gender=mention.gender)


def _pronoun(scene: Scene, clause: Span) -> Source | None:
    found = PRONOUN.match(clause.of(scene.text).strip(" \u00a0,–—-"))
    near = PRONOUN.search(clause.of(scene.text)[:24]) if not found else None
    if found or near:
        return Source(How.PRONOUN, clause, words="ол")
    return None


def _last_role(scene: Scene, clause: Span) -> Source | None:
    found = (match for match in ROLE.finditer(clause.of(scene.text).casefold()) if not OBLIQUE.search(match[0]))
    head = next(found, None)
    if head is None:
        return None
    words = _role_words(clause.of(scene.text), head)
    span = Span(clause.start + head.start(), clause.start + head.end())
    if PLURAL.search(head[0]):
        return Source(How.GROUP, span, words=words)
    behind = NAME_BEHIND.match(scene.text, span.stop, clause.stop)
    is_another = behind is not None and not OBLIQUE.search(behind[0])  # «елшісі Бейжіңде»: a place
    how = How.UNNAMED if is_another or UNNAMED.search(words) else How.ROLE
    return Source(how, span, words=words, lemmas=_lemmas(words), head=kazakh_lemma(head[0]))


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(kazakh_lemma(word) for word in re.findall(r"[\w-]+", words))


def _role_words(clause: str, head: re.Match[str]) -> str:
    """The post as it stands: what precedes its head since the verb or the last mark."""
    words = re.split(r"[,:;–—]|\s-\s", clause[: head.end()])[-1].split()
    apart = [at for at, word in enumerate(words[:-1]) if KAZAKH_APART.search(word.casefold()) or REPORT.fullmatch(word)]
    return " ".join(words[apart[-1] + 1 if apart else 0 :]).strip(" .\"«“")


def _body(scene: Scene, clause: Span) -> Source | None:
    words = clause.of(scene.text)
    found = BODY.search(words) or UNNAMED.search(words)
    if not found:
        return None
    how = How.UNNAMED if UNNAMED.search(words) else How.BODY
    return Source(how, clause, words=words[: found.end()].strip(" ,.–—-\u00a0"))


def account_of(scene: Scene, clause: Span) -> Source | None:
    """Whose account: the last name, pronoun or post before «айтуынша»."""
    mentions = scene.mentions_in(clause)
    rest = clause.of(scene.text).rstrip()
    if mentions and mentions[-1].span.stop >= clause.start + len(rest) - 8:
        return _named(scene, mentions[-1])
    if re.search(r"\b(?:ол|оның)$", rest, re.IGNORECASE):
        return Source(How.PRONOUN, clause, words="ол")
    role = _account_role(scene, clause, rest)
    return role or (_body(scene, clause))


def _account_role(scene: Scene, clause: Span, rest: str) -> Source | None:
    found = list(ROLE.finditer(rest.casefold()))
    if not found or found[-1].end() < len(rest) - 2:
        return None
    head = found[-1]
    words = _role_words(rest, head)
    group = re.search(r"(?:лар|лер|дар|дер|тар|тер)(?:дың|дің|тың|тің)?$", head[0])
    return Source(
        How.GROUP if group else How.ROLE,
        Span(clause.start + head.start(), clause.start + head.end()),
        words=words,
        lemmas=_lemmas(words),
        head=kazakh_lemma(head[0]),
    )


def subject_of(scene: Scene, clause: Span) -> Source | None:
    """The subject before a verb of speech: the first name in the nominative, «ол» that opens the clause, a post."""
    mentions = [mention for mention in scene.mentions_in(clause) if mention.case == "Nom"]
    words = clause.of(scene.text)
    if mentions and WITH.search(mentions[0].words[-1]) and HE.search(words, mentions[-1].span.stop - clause.start):
        return Source(How.PRONOUN, clause, words="ол")
    if mentions:
        return _named(scene, mentions[0])
    if re.match(r"\W*(?:сондай-ақ|сонымен қатар|бұдан бөлек)?,?\s*ол\b", words, re.IGNORECASE):
        return Source(How.PRONOUN, clause, words="ол")
    return _last_role(scene, clause) or _possessed(scene, clause)


def _possessed(scene: Scene, clause: Span) -> Source | None:
    """«Асан Сеитовтің әйелі «…» деді»: somebody of his, not he."""
    for mention in scene.mentions_in(clause):
        found = POSSESSED.match(scene.text, mention.span.stop, clause.stop)
        if mention.case == "Gen" and found:
            span = Span(mention.span.start, found.end())
            words = span.of(scene.text)
            return Source(How.ROLE, span, words=words, lemmas=_lemmas(words), head=kazakh_lemma(found["head"]))
    return None
