"""Where an article writes a name that it has: a body, person or place in any of its forms, a document by its symbol
or in words."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from indexer.article import Article, Span
from indexer.authority import Authority, Entry
from indexer.authority.entry import KINDS
from indexer.authority.words import BREAK, read_words
from indexer.fields import EntityField
from indexer.search.evidence.citations import citations
from indexer.search.evidence.forms import Form, Forms, Place

_SHORTEST = 3  # letters of a surname that no authority file tells


class Mentions:
    """Of one name; made once, used on many articles. Where it is not plain that a word means the name, there is none.
    What is found comes in reading order, disjoint, and no more is looked at than is asked for."""

    def __init__(self, find: Callable[[str, Article], Iterator[Span]]) -> None:
        self._find = find

    def in_title(self, article: Article) -> Iterator[Span]:
        return self._find(article.title, article)

    def in_text(self, article: Article) -> Iterator[Span]:
        return self._find(article.text, article)


def mentions_of(field: EntityField, name: str, known: Authority) -> Mentions:
    if field == "document":  # a title may say whose resolutions the text numbers
        return Mentions(lambda text, of: citations(text, name, of.title if text is of.text else ""))
    entry = next((known.entry(kind, name) for kind in KINDS if kind == field), None)
    if field == "person":
        return Mentions(_Person(name, entry, known.given_names).find)
    one = _Body(name, entry) if field == "organisation" else _Place(name, entry, known.given_names)
    return Mentions(lambda text, _: one.find(text))


class _Body:
    def __init__(self, name: str, entry: Entry | None) -> None:
        self._certain = Forms(entry.forms if entry and entry.forms else (name,))
        self._in_context = Forms(entry.forms_when("in_context") if entry else ())

    def find(self, text: str) -> Iterator[Span]:
        """By what always stands for it; in an article without any of that by what does in such an article."""
        return _first_that_finds(self._certain.find(text), self._in_context.find(text))


class _Place:
    def __init__(self, name: str, entry: Entry | None, given_names: frozenset[str]) -> None:
        self._forms = Forms(entry.forms if entry and entry.forms else (name,))
        self._given_names = given_names

    def find(self, text: str) -> Iterator[Span]:
        """Not "George Washington", and "Washington Post" only where nothing better is there."""
        return _first_that_finds((each for each in self._own(text) if not each.after), self._own(text))

    def _own(self, text: str) -> Iterator[Place]:
        return (each for each in self._forms.find(text) if each.before not in self._given_names)


class _Person:
    def __init__(self, name: str, entry: Entry | None, given_names: frozenset[str]) -> None:
        forms = entry.forms if entry and entry.forms else (name,)
        surnames = {*(form for form in forms if " " not in form), *(_surname(form, entry) for form in forms)} - {""}
        self._forms = Forms((*forms, *surnames))
        self._surnames = {Form.of(each).folded for each in surnames}
        self._own = frozenset(word for form in forms for word in read_words(form).folded)
        self._others_names = given_names - self._own
        self._name = name

    def find(self, text: str, article: Article) -> Iterator[Span]:
        """By the whole name, and by the surname where nobody else of the article has it."""
        others = {word for each in article.people if each != self._name for word in read_words(each).folded}
        return (each.span for each in self._forms.find(text) if self._is_meant(each, others, text))

    def _is_meant(self, place: Place, others: set[str], text: str) -> bool:
        """Not in "Nancy Reagan" and "Reagan Library"."""
        if place.after not in {"", *self._own}:
            return False
        if place.folded not in self._surnames:
            return True
        is_theirs = others.isdisjoint(place.folded) and place.before not in self._others_names
        return is_theirs and not (_opens(place) and _is_word(place.words.written[place.first], text))


def _first_that_finds(*ways: Iterator[Place]) -> Iterator[Span]:
    for way in ways:
        if first := next(way, None):
            return (each.span for each in chain((first,), way))
    return iter(())


def _surname(form: str, entry: Entry | None) -> str:
    """Of a form of the name; "" where it is too short to be told from other words."""
    known, parts = entry.surname if entry else "", form.split()
    if known and known in form:
        return known
    if known and entry and entry.name.startswith(f"{known} "):
        return " ".join(parts[: len(known.split())])
    return parts[-1] if len(parts[-1]) >= _SHORTEST and parts[-1][0].isupper() else ""


def _opens(place: Place) -> bool:
    """Whether a sentence begins with it, as far as one can tell by what stands before."""
    return place.first == 0 or place.words.gaps[place.first] == BREAK


@lru_cache(maxsize=4)
def _is_word(written: str, text: str) -> bool:
    """Whether the text has it in small letters too: "Ban on arms" is no sentence about Ban Ki-moon. A text may ask
    again and again."""
    return re.search(rf"(?<!\w){re.escape(written.lower())}(?!\w)", text) is not None
