"""The words of the index that are a name in another spelling: their keys are one, and they stand in capitals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from operator import attrgetter

from indexer.article import Article
from indexer.engines.engine import Reader, SearchRequest, TermCount
from indexer.fields import QueryField
from indexer.query.tree import Word
from indexer.text import analysis
from indexer.text.acronyms import are_capitals
from indexer.text.romanisation import is_cyrillic, is_surely_cyrillic, key, keys, possible_keys
from indexer.text.spelt_names import beginnings, called, is_case_of_woman, is_other_case, steady
from indexer.text.stemmer import stem

_MOST_KEYS = 24  # that a typed word may have
_MOST_TERMS = 2_000  # of one beginning
_MOST_READ = 8  # words, in articles of which is looked
_ARTICLES = 3  # that show whether a word is a name
_TIMES = 4  # as often as in small letters a name stands in capitals
_LONG = 6  # letters of a key: another case of a longer name is hardly another name

_CODES = "ab az ba be bg bs cv kk ky mk mn os ru sr tg tk tt ug uk uz"
_IN_CYRILLIC = frozenset(_CODES.split())  # languages whose articles may have Cyrillic names

_frequency = attrgetter("document_frequency")


def same_names(reader: Reader, name: QueryField, typed: str) -> list[str]:
    """Those of the field of that `name`: as they are called first, then in other cases; the most frequent first."""
    lookup = _Lookup(reader, name, analysis.fold_word(typed))
    found = list(dict.fromkeys(lookup.found(typed)))
    return found if found and lookup.may_be_name() else []


@dataclass(frozen=True, slots=True)
class _Lookup:
    """`term`: what was typed, which is nothing new."""

    reader: Reader
    name: QueryField
    term: str
    _known: dict[str, Sequence[TermCount]] = field(default_factory=dict)

    def found(self, typed: str) -> list[str]:
        """A Cyrillic name may have been typed in another case; that of a woman is often one."""
        sought = frozenset(sorted(keys(typed))[:_MOST_KEYS])
        found = self._spelt(sought)
        if not is_cyrillic(typed) or (found and not is_case_of_woman(self.term)):
            return found
        others = (self._spelt(frozenset((key(each),))) for each in called(self.term))
        return found + next(filter(None, others), [])

    def _spelt(self, sought: frozenset[str]) -> list[str]:
        cyrillic = self._cyrillic(sought)
        return self._latin(sought, cyrillic) + cyrillic

    def _latin(self, sought: frozenset[str], cyrillic: Sequence[str]) -> list[str]:
        """Of two Latin words that might be one Cyrillic name, something shows that they are no other names."""
        if not is_cyrillic(self.term):
            sure = {*filter(is_surely_cyrillic, sought), *map(key, cyrillic)}
            sought = sought.intersection(sure)
        fit = self._words(sought, cyrillic=False)
        fit = [each for each in fit if not sought.isdisjoint(possible_keys(each.term))]
        return [each.term for each in nlargest(_MOST_READ, fit, _frequency) if self._is_name(each.term, sought)]

    def _cyrillic(self, sought: frozenset[str]) -> list[str]:
        languages = self.reader.languages
        if languages and languages.isdisjoint(_IN_CYRILLIC):
            return []
        shortest = min(map(len, sought), default=0)
        fit = [each for each in self._words(sought, cyrillic=True) if _is_case(each.term, sought)]
        fit.sort(key=lambda each: (key(each.term) not in sought, -each.document_frequency))
        first = [each for each in fit if key(each.term) in sought]
        if not first and (shortest < _LONG or not any(is_other_case(each.term) for each in fit)):
            return []
        shown = [each.term for each in (first or fit)[:_MOST_READ] if self._is_name(each.term)]
        return [*shown, *(each.term for each in fit if each not in first)] if first and shown else shown

    def _words(self, sought: Iterable[str], *, cyrillic: bool) -> list[TermCount]:
        """Those that may have one of the keys, so far as can be seen at once."""
        starts = {beginning for each in sought for beginning in beginnings(each, cyrillic=cyrillic)}
        consonants, own = tuple({*map(steady, sought)}), stem(self.term)
        found = (each for each in self._beginning(starts) if steady(each.term).startswith(consonants))
        if not cyrillic:  # whose other cases end otherwise
            found = (each for each in found if steady(each.term) in consonants)
        return [each for each in found if stem(each.term) != own]

    def _beginning(self, starts: Iterable[str]) -> Iterator[TermCount]:
        last = "\n"
        for start in sorted(starts):
            if not start.startswith(last):
                last = start
                if start not in self._known:
                    self._known[start] = self.reader.terms(self.name, start, _MOST_TERMS)
                yield from self._known[start]

    def may_be_name(self) -> bool:
        capitals, small = self._written(self.term)
        return small * _TIMES <= len(capitals)

    def _is_name(self, term: str, sought: frozenset[str] = frozenset()) -> bool:
        """`sought`: the keys of one of which it is written so, with its accents."""
        capitals, small = self._written(term)
        fits = not sought or any(not sought.isdisjoint(keys(each)) for each in capitals)
        return 0 < len(capitals) >= small * _TIMES and fits

    def _written(self, term: str) -> tuple[list[str], int]:
        """In capitals, and how often in small letters. What stands among capitals shows nothing."""
        word = Word(term, self.name, exact=True)
        hits = self.reader.search(SearchRequest(word, limit=_ARTICLES)).hits
        articles = filter(None, (self.reader.article(hit.id) for hit in hits))
        written = [each for article in articles for each in _standing(term, article)]
        return [each for each in written if not each[0].islower()], sum(each[0].islower() for each in written)


def _is_case(term: str, sought: frozenset[str]) -> bool:
    return key(term) in sought or any(key(each) in sought for each in called(term))


def _standing(term: str, article: Article) -> Iterator[str]:
    for text in (article.title, article.text):
        words = analysis.words_of(text)
        for place, word in enumerate(words):
            if analysis.fold_word(word) == term and not are_capitals(words, place):
                yield word
