"""Where an article writes a name that it has: a body, person or place in any of its forms, a document by its symbol
or in words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from indexer.article import Article, Span
from indexer.authority import Authority, Entry
from indexer.authority.entry import KINDS
from indexer.authority.words import BREAK, Words, read_words
from indexer.fields import EntityField
from indexer.search.evidence.forms import Form, Forms, name_before, name_behind
from indexer.text.symbols import symbols_in

_SHORTEST = 3  # letters of a surname that no authority file tells
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Mentions:
    """Places in the title and in the text of one article, in reading order, disjoint."""

    title: tuple[Span, ...]
    text: tuple[Span, ...]


def mentions_of(field: EntityField, name: str, known: Authority) -> Callable[[Article], Mentions]:
    """Made once for a name, used on many articles. Where it is not plain that a word means the name, there is none."""
    if field == "document":
        return lambda article: _citations(article, name)
    find = _finder(field, name, known)
    return lambda article: Mentions(tuple(find(article.title, article)), tuple(find(article.text, article)))


def _citations(article: Article, document: str) -> Mentions:
    """A title may say whose resolutions the text numbers."""
    ahead = len(article.title) + len(_BETWEEN)
    cited = symbols_in(f"{article.title}{_BETWEEN}{article.text}")
    found = [(each.start, each.end) for each in cited if each.symbol == document]
    text = tuple((start - ahead, end - ahead) for start, end in found if start >= ahead)
    return Mentions(tuple(each for each in found if each[1] < ahead), text)


_Finder = Callable[[str, Article], Iterable[Span]]


def _finder(field: EntityField, name: str, known: Authority) -> _Finder:
    entry = next((known.entry(kind, name) for kind in KINDS if kind == field), None)
    if field == "person":
        return _Person(name, entry, known.given_names).find
    return _Body(name, entry).find if field == "organisation" else _Place(name, entry, known.given_names).find


def _spans(words: Words, found: Iterable[tuple[int, int]]) -> Iterator[Span]:
    return ((words.starts[first], words.ends[behind - 1]) for first, behind in found)


class _Body:
    def __init__(self, name: str, entry: Entry | None) -> None:
        self._certain = Forms(entry.forms if entry and entry.forms else (name,))
        self._in_context = Forms(entry.forms_when("in_context") if entry else ())

    def find(self, text: str, _: Article) -> Iterable[Span]:
        """By what always stands for it; in an article without any of that by what does in such an article."""
        words = read_words(text)
        return _spans(words, list(self._certain.find(words)) or self._in_context.find(words))


class _Place:
    def __init__(self, name: str, entry: Entry | None, given_names: frozenset[str]) -> None:
        self._forms = Forms(entry.forms if entry and entry.forms else (name,))
        self._given_names = given_names

    def find(self, text: str, _: Article) -> Iterable[Span]:
        """Not "George Washington", and "Washington Post" only where nothing better is there."""
        words = read_words(text)
        found = [each for each in self._forms.find(words) if name_before(words, each[0]) not in self._given_names]
        return _spans(words, [each for each in found if not name_behind(words, each[1])] or found)


class _Person:
    def __init__(self, name: str, entry: Entry | None, given_names: frozenset[str]) -> None:
        forms = entry.forms if entry and entry.forms else (name,)
        surnames = (*(form for form in forms if " " not in form), *(_surname(form, entry) for form in forms))
        self._forms = Forms((*forms, *filter(None, surnames)))
        self._surnames = {Form.of(each).folded for each in surnames}
        self._own = frozenset(word for form in forms for word in read_words(form).folded)
        self._others_names = given_names - self._own
        self._name = name

    def find(self, text: str, article: Article) -> Iterable[Span]:
        """By the whole name, and by the surname where nobody else of the article has it."""
        words = read_words(text)
        others = {word for each in article.people if each != self._name for word in read_words(each).folded}
        return _spans(words, (each for each in self._forms.find(words) if self._is_meant(words, *each, others)))

    def _is_meant(self, words: Words, first: int, behind: int, others: set[str]) -> bool:
        """Not in "Nancy Reagan" and "Reagan Library"."""
        written = tuple(words.folded[first:behind])
        if name_behind(words, behind) not in {"", *self._own}:
            return False
        if written not in self._surnames:
            return True
        is_theirs = others.isdisjoint(written) and name_before(words, first) not in self._others_names
        return is_theirs and not (_opens(words, first) and _is_word(words, written[0]))


def _surname(form: str, entry: Entry | None) -> str:
    """Of a form of the name; "" where it is too short to be told from other words."""
    known, parts = entry.surname if entry else "", form.split()
    if known and known in form:
        return known
    if known and entry and entry.name.startswith(f"{known} "):
        return " ".join(parts[: len(known.split())])
    return parts[-1] if len(parts[-1]) >= _SHORTEST and parts[-1][0].isupper() else ""


def _opens(words: Words, at: int) -> bool:
    """Whether a sentence begins with it, as far as one can tell by what stands before."""
    return at == 0 or words.gaps[at] == BREAK


def _is_word(words: Words, folded: str) -> bool:
    """Whether the text has it in small letters too: "Ban on arms" is no sentence about Ban Ki-moon."""
    return any(
        written[0].islower() for written, each in zip(words.written, words.folded, strict=True) if each == folded
    )
