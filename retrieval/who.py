"""Who: the passage that tells best who somebody is, by his fullest name and his post, «директор порта Анна Рощина»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from corpus.people.posts import behind_a_name, post_words
from retrieval.collection import Collection
from retrieval.index import Hit
from retrieval.keys import key, same
from retrieval.naming import Filters
from retrieval.naming.person import Person
from retrieval.passages import Passage
from retrieval.words import words

_ARTICLES = 20  # looked through for one person, of which one is enough


def posts_of(person: Person) -> tuple[str, ...]:
    """As the operator and the corpus give them, that of most passages first."""
    found: dict[str, str] = {}
    for post in (person.individual.post, *(credit.post for credit in person.credits)):
        if post:
            found.setdefault(post.casefold(), behind_a_name(post))
    return tuple(found.values())


def introductions(people: Iterable[Person], corpus: Collection, language: str) -> Iterator[Hit]:
    """A hit for each of ``people`` of whom some passage has more than a surname."""
    for person in people:
        places = _places(person, corpus, language)
        best = max(places, key=lambda place: _told(corpus.passages[place], person), default=None)
        if best is not None and _told(corpus.passages[best], person) > (0, 1):
            yield Hit(best, 0.0)


def _places(person: Person, corpus: Collection, language: str) -> list[int]:
    """Of the passages of articles in which he speaks, those in the language asked in first."""
    his = corpus.catalogue.among(Filters(speakers=(person.name,))).nonzero()[0]
    articles = dict.fromkeys(corpus.passages.place_of(int(place))[0] for place in his)
    ordered = sorted(articles, key=lambda article: corpus.passages.language(article) != language)
    return [place for article in islice(ordered, _ARTICLES) for place in corpus.passages.places_of(article)]


def _told(passage: Passage, person: Person) -> tuple[int, int]:
    """How many words of his posts a passage has beside his name, and how many of his name."""
    found = words(passage.text)
    name = {key(part) for part in person.words for word in found if word.capital and same(part, word.form)}
    posts = frozenset().union(*(post_words(post) for post in posts_of(person)))
    return (len(posts & post_words(passage.text)) if name else 0, len(name))
