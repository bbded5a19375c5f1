"""The words of the index that are a name in another spelling: their keys are one, and they stand in capitals."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from operator import attrgetter

from indexer.article import Article
from indexer.engines.engine import Reader, SearchRequest, TermCount
from indexer.fields import QueryField
from indexer.query.tree import Word
from indexer.text import analysis
from indexer.text.acronyms import are_capitals
from indexer.text.romanisation import is_cyrillic, key, keys
from indexer.text.spelt_names import bases, beginnings, inflected, is_of_a_family, latin_pattern

_MOST_KEYS = 8  # that a typed word may have
_MOST_TERMS = 2_000  # of one beginning
_MOST_READ = 8  # words, in articles of which is looked
_ARTICLES = 3  # that show whether a word is a name
_TIMES = 4  # as often as in small letters a name stands in capitals
_LONG = 6  # letters of a key: another case of a longer name is hardly another name

_frequency = attrgetter("document_frequency")


def same_names(reader: Reader, field: QueryField, typed: str) -> list[str]:
    """As they are called first, then in other cases; the most frequent first."""
    lookup = _Lookup(reader, field, analysis.fold_word(typed))
    sought = frozenset(sorted(keys(typed))[:_MOST_KEYS])
    found = lookup.latin_of(typed, sought) + lookup.cyrillic(sought)
    return found if found and lookup.may_be_name() else []


@dataclass(frozen=True, slots=True)
class _Lookup:
    """`term`: what was typed, which is nothing new."""

    reader: Reader
    field: QueryField
    term: str

    def latin_of(self, typed: str, sought: frozenset[str]) -> list[str]:
        """A Cyrillic name may have been typed in another case; that of a woman is often one."""
        found = self._latin(sought)
        if not is_cyrillic(typed) or (found and not is_of_a_family(typed)):
            return found
        others = (self._latin(frozenset((base,))) for each in sought for base in bases(each))
        return found + next(filter(None, others), [])

    def _latin(self, sought: frozenset[str]) -> list[str]:
        patterns = [latin_pattern(each) for each in sought]
        fit = self._words(sought, lambda term: any(each.fullmatch(term) for each in patterns), cyrillic=False)
        return [each.term for each in nlargest(_MOST_READ, fit, _frequency) if self._is_name(each.term, sought)]

    def cyrillic(self, sought: frozenset[str]) -> list[str]:
        in_cases = sought.union(*map(inflected, sought))
        fit = self._words(sought, lambda term: key(term) in in_cases, cyrillic=True)
        fit.sort(key=lambda each: (key(each.term) not in sought, -each.document_frequency))
        called = [each for each in fit if key(each.term) in sought]
        if not called and max(map(len, sought), default=0) < _LONG:
            return []
        shown = [each.term for each in (called or fit)[:_MOST_READ] if self._is_name(each.term, in_cases)]
        return [*shown, *(each.term for each in fit if each not in called)] if called and shown else shown

    def _words(self, sought: Iterable[str], fits: Callable[[str], bool], *, cyrillic: bool) -> list[TermCount]:
        starts = {beginning for each in sought for beginning in beginnings(each, cyrillic=cyrillic)}
        stem = analysis.stem(self.term)
        return [each for each in self._beginning(starts) if fits(each.term) and analysis.stem(each.term) != stem]

    def _beginning(self, starts: Iterable[str]) -> Iterator[TermCount]:
        last = "\n"
        for start in sorted(starts):
            if not start.startswith(last):
                last = start
                yield from self.reader.terms(self.field, start, _MOST_TERMS)

    def may_be_name(self) -> bool:
        capitals, small = self._written(self.term)
        return small * _TIMES <= len(capitals)

    def _is_name(self, term: str, sought: frozenset[str]) -> bool:
        capitals, small = self._written(term)
        return small * _TIMES <= len(capitals) and any(not sought.isdisjoint(keys(each)) for each in capitals)

    def _written(self, term: str) -> tuple[list[str], int]:
        """In capitals, and how often in small letters. What stands among capitals shows nothing."""
        word = Word(term, self.field, exact=True)
        hits = self.reader.search(SearchRequest(word, limit=_ARTICLES)).hits
        articles = filter(None, (self.reader.article(hit.id) for hit in hits))
        written = [each for article in articles for each in _standing(term, article)]
        return [each for each in written if not each[0].islower()], sum(each[0].islower() for each in written)


def _standing(term: str, article: Article) -> Iterator[str]:
    for text in (article.title, article.text):
        words = analysis.words_of(text)
        for place, word in enumerate(words):
            if analysis.fold_word(word) == term and not are_capitals(words, place):
                yield word
