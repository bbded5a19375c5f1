"""Words near each other: where texts have several terms with only so many other words among them."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from indexer.search.highlight.highlight_terms import HighlightTerm
from indexer.search.highlight.prefilter import Prefilter
from indexer.search.highlight.token_arrays import Places, TokenArrays

_APART = 10**9  # words between two texts: no nearness reaches so far
_NOWHERE = 10**18


class ProximityFinder:
    """The terms that the targets of a query want near each other."""

    def __init__(self, sought: Sequence[HighlightTerm]) -> None:
        self._wanted = [
            (terms, distance, number)
            for number, target in enumerate(sought)
            for terms, distance in sorted(target.proximities)
            if terms
        ]
        self._prefilter = Prefilter()
        for term in {term for terms, _, _ in self._wanted for term in terms}:
            self._prefilter.add_term(term)

    def find(self, words: TokenArrays, bounds: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Each word twice, as the first and the last of its occurrence, and the number of its target; it comes once for
        each window of words that it is in."""
        if not self._wanted:
            return
        places = np.flatnonzero(self._prefilter.marks(words.keys))
        terms = np.array(words.terms(places), dtype=object)
        spread = places + _APART * np.searchsorted(bounds, places, side="right")
        for wanted, distance, number in self._wanted:
            for place in _together({term: spread[terms == term] for term in wanted}, wanted, distance).tolist():
                yield place % _APART, place % _APART, number


def _together(places: dict[str, Places], wanted: tuple[str, ...], distance: int) -> Places:
    """From each place on, the next ones that complete the wanted terms, if they are near enough."""
    firsts = lasts = np.sort(np.concatenate(list(places.values())))
    windows = []
    for term, times in Counter(wanted).items():
        here = np.append(places[term], [_NOWHERE] * times)
        at = np.searchsorted(here, firsts)
        windows += [here[at + more] for more in range(times)]
        lasts = np.maximum(lasts, windows[-1])
    near = lasts - firsts - len(wanted) < min(distance, _APART // 2)
    return np.concatenate([window[near] for window in windows])
