"""Where texts have what a query looks for.

All words of the texts are looked at by their keys; only those that may be sought are cut out, folded and stemmed, by
the same analysis that indexed them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise

import numpy as np

from indexer.search.highlight.highlight_terms import HighlightTerm
from indexer.search.highlight.phrases import PhraseFinder
from indexer.search.highlight.prefilter import Prefilter
from indexer.search.highlight.proximity import ProximityFinder
from indexer.search.highlight.token_arrays import AT_ONCE, KEPT, TokenArrays
from indexer.text import analysis
from indexer.text.acronyms import acronym
from indexer.text.memo import Memo
from indexer.text.stemmer import set_apart, stem

# Start, end and a target's number: `text[start:end]` is what that one looks for.
Occurrence = tuple[int, int, int]


class MatchFinder:
    """Made once for a query, used on many texts."""

    def __init__(self, sought: Sequence[HighlightTerm]) -> None:
        self._sought = sought
        self._rows, self._proximities = PhraseFinder(sought), ProximityFinder(sought)
        self._words: dict[str, _WordFinder] = {}  # by language

    @property
    def seeks_anything(self) -> bool:
        return any(map(HighlightTerm.seeks_anything, self._sought))

    def find(self, text: str, language: str = "") -> list[Occurrence]:
        return next(self.find_each([(text, language)]))

    def find_each(self, texts: Iterable[tuple[str, str]]) -> Iterator[list[Occurrence]]:
        """Those of each text, told with its language, in its order; two targets may be found at one place. Short texts
        are looked at together: twenty of them take hardly more time than one that is as long as they are."""
        for language, some in _together(texts):
            yield from self._found(some, language) if self.seeks_anything else [[] for _ in some]

    def _of(self, language: str) -> "_WordFinder":
        if language not in self._words:
            self._words[language] = _WordFinder(self._sought, language)
        return self._words[language]

    def _found(self, texts: Sequence[str], language: str) -> Iterator[list[Occurrence]]:
        words = TokenArrays.of("\n".join(texts))
        offsets = list(accumulate((len(text) + 1 for text in texts), initial=0))
        bounds = np.searchsorted(words.starts, offsets).tolist()
        found = sorted(chain(self._of(language).find(words), self._in_rows(words, bounds)))
        parts = pairwise(bisect_left(found, (offset,)) for offset in offsets)
        for offset, (first, behind) in zip(offsets, parts, strict=False):
            yield [(start - offset, end - offset, number) for start, end, number in found[first:behind]]

    def _in_rows(self, words: TokenArrays, bounds: Sequence[int]) -> Iterator[Occurrence]:
        for finder in (self._rows, self._proximities):
            for first, last, number in finder.find(words, bounds):
                start, end = int(words.starts[first]), int(words.ends[last])
                if last != first + 1 or not _are_parted(words.text[start:end]):
                    yield start, end, number


def _are_parted(pair: str) -> bool:
    """Two characters that would be a pair without the space between them."""
    return analysis.is_unspaced(pair) and len(pair.split()) > 1


class _WordFinder:
    """Where single words are that are looked for, in texts of one language."""

    def __init__(self, sought: Sequence[HighlightTerm], language: str) -> None:
        self._prefilter, self._language = Prefilter(), language
        self._sought = [(target, {stem(word, language) for word in target.words}) for target in sought]
        for target in sought:
            for term in target.terms:
                self._prefilter.add_term(term)
            for word in target.words:
                self._prefilter.add_stem(word, language)
            for letters in target.acronyms:
                self._prefilter.add_beginning(letters.lower()[:KEPT])
        self._targets = Memo(self._looking_for, 100_000)

    def find(self, words: TokenArrays) -> Iterator[Occurrence]:
        places = np.flatnonzero(self._prefilter.marks(words.keys))
        spans = zip(words.starts[places].tolist(), words.ends[places].tolist(), strict=True)
        text, targets = words.text, self._targets
        return ((start, end, number) for start, end in spans for number in targets[text[start:end]])

    def _looking_for(self, written: str) -> tuple[int, ...]:
        """The numbers of the targets that look for a word as it is written."""
        term = analysis.fold_word(written)
        own, letters = stem(term, self._language), acronym(written)
        return tuple(
            number
            for number, (target, stems) in enumerate(self._sought)
            if term in target.terms or own in stems or letters in target.acronyms
        )


def _together(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """The texts in groups of languages that are stemmed alike, which are not too long, or of one text."""
    for language, told in groupby(texts, lambda each: set_apart(each[1])):
        group: list[str] = []
        length = 0
        for text, _ in told:
            if group and length + len(text) > AT_ONCE:
                yield language, group
                group, length = [], 0
            group.append(text)
            length += len(text)
        yield language, group
