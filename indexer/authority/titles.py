"""What offices are called: each title of the authority files by all its names, and where a text has one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from indexer.authority.entry import Entry
from indexer.authority.words import name_key

_ENDING = re.compile(r"(?:ый|ий|ая|яя|ой|[аеёиоуыьэюяй])$")
_MOST_WORDS, _TELLING = 6, 7
_O = "о"  # no Russian text is without it
_PARTS = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class _Search:
    """`letters` that stand in each form of some titles, and how far behind its beginning."""

    pattern: re.Pattern[str]
    letters: tuple[tuple[str, tuple[int, ...]], ...]


class TitleForms:
    """Titles are known by their keys; of Russian forms every case is one. `beginnings` and `endings` are the first five
    and the last four letters of the forms, by which most words are no title."""

    def __init__(self, titles: tuple[Entry, ...]) -> None:
        self._titles = titles
        meant: defaultdict[str, set[str]] = defaultdict(set)
        for title in titles:
            for form in title.forms:
                meant[name_key(form)].add(name_key(title.name))
        self._meant = {form: frozenset(keys) for form, keys in meant.items()}
        self.forms = frozenset(form for title in titles for form in title.forms)
        self._nominatives = frozenset(map(_plain, self.forms))
        self._alone = frozenset(name_key(form) for title in titles if title.fallback for form in title.forms)
        letters = [f"{form} "[:5].lower() for form in self.forms]
        self.beginnings = frozenset(chain(letters, map(str.capitalize, letters), map(str.upper, letters)))
        self.endings = frozenset(form[-4:].lower() for form in self.forms)
        self._searches: dict[frozenset[str], _Search] = {}

    def meant_by(self, title: str) -> frozenset[str]:
        """The keys of the titles that a form of one stands for: "генсек" for several."""
        return self._meant.get(name_key(title), frozenset())

    def stands_alone(self, title: str) -> bool:
        """Whether the title may mean the office of a body that is not named beside it."""
        return name_key(title) in self._alone

    @property
    def alone(self) -> frozenset[str]:
        """The keys of the titles that may."""
        return frozenset(key for form in self._alone for key in self._meant[form])

    def is_nominative(self, title: str) -> bool:
        return _plain(title) in self._nominatives

    def at(self, text: str, start: int) -> list[tuple[int, int]]:
        """Where the form of any title is that begins at a place; none or one."""
        match = self._search(frozenset()).pattern.match(text, start)
        return [match.span()] if match else []

    def before(self, text: str, end: int) -> list[tuple[int, int]]:
        """Where the longest form of any title is that ends at a place; none or one."""
        if text[max(0, end - 4) : end].lower() not in self.endings and not _is_russian(text[end - 1 : end]):
            return []
        start = end
        found: list[tuple[int, int]] = []
        for _ in range(_MOST_WORDS):
            start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start))
            if text[start + 1 : start + 6] in self.beginnings:
                match = self._search(frozenset()).pattern.match(text, start + 1, end)
                found = [match.span()] if match and match.end() == end else found
            if start < 0:
                break
        return found

    def places(self, text: str, titles: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Where the text has forms of the titles with these keys, but for some in capitals, apart from each other.
        Letters are looked for first, for a pattern that may begin anywhere costs a hundred times that."""
        search = self._search(titles)
        letters = search.letters if _O in text else (each for each in search.letters if not _is_russian(each[0]))
        starts = {at - ahead for found, aheads in letters for at in _places(text, found) for ahead in aheads}
        done = 0
        for start in sorted(starts):
            if start >= done and (match := search.pattern.match(text, start)):
                yield match.span()
                done = match.end()

    def _search(self, titles: frozenset[str]) -> _Search:
        """Of all titles where none are named."""
        if titles not in self._searches:
            meant = (title for title in self._titles if not titles or name_key(title.name) in titles)
            forms = sorted({form for title in meant for form in title.forms}, key=lambda form: (-len(form), form))
            pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_in_any_case, forms))})(?![\w-])", re.IGNORECASE)
            letters: defaultdict[str, set[int]] = defaultdict(set)
            for found, ahead in map(_telling, forms):
                letters[found].add(ahead)
            self._searches[titles] = _Search(pattern, tuple((each, tuple(at)) for each, at in letters.items()))
        return self._searches[titles]


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _plain(title: str) -> str:
    return " ".join(_PARTS.split(title.lower()))


def _telling(form: str) -> tuple[str, int]:
    """Letters behind the first one of its longest word; of Russian ones, whose endings are not always as long, of the
    first."""
    words = [(match.group(), match.start()) for match in re.finditer(r"[^\s-]+", form.lower())]
    word, at = words[0] if _is_russian(form) else max(words, key=lambda each: len(each[0]))
    return _ENDING.sub("", word)[1:_TELLING], at + 1


def _is_russian(word: str) -> bool:
    return "а" <= word[:1].lower() <= "я"


def _in_any_case(form: str) -> str:
    """Of Russian words: генеральный секретарь, генерального секретаря."""
    stems = (
        rf"{re.escape(_ENDING.sub('', word))}\w{{0,3}}" if _is_russian(word) else re.escape(word)
        for word in re.split(r"[\s-]", form)
    )
    return r"[\s-]".join(stems)
