"""Where in a long row of words a shorter one may lie, though some of its words differ."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

Span = tuple[int, int]

_SHORT = 8  # words: a shorter row is placed by its single words, a longer one by its 3-word shingles
_SAMPLED = 500  # runs of a long row that are looked up
_ALIKE = 8  # places that are tried for one run
_VOTES = 20_000
_SHIFTS = 8
_FEWEST = 10  # of so many runs looked up one has to be found, else the row lies nowhere


def places(sought: Sequence[str], words: Sequence[str]) -> list[Span]:
    """Up to nine spans of `words` to compare with `sought`: runs that both have vote for how far it is shifted."""
    size = 1 if len(sought) < _SHORT else 3
    votes = list(islice(_votes(sought, words, size), _VOTES))
    if not votes or len(votes) * _FEWEST < min(len(sought), _SAMPLED):
        return []
    shifts = [shift for shift, _ in Counter(shift for shift, _ in votes).most_common(_SHIFTS)]
    # Where words were added or left out, the end is shifted otherwise than the beginning.
    near = [(at, shift) for shift, at in votes if abs(shift - shifts[0]) <= 2 + len(sought) // 5]
    ends = [(shift, shift + len(sought)) for shift in shifts] + [(min(near)[1], max(near)[1] + len(sought))]
    spans = ((max(0, start), min(end, len(words))) for start, end in ends)
    return [(start, end) for start, end in spans if start < end]


def _votes(sought: Sequence[str], words: Sequence[str], size: int) -> Iterator[tuple[int, int]]:
    """How far a run is shifted, and where it stands among the words."""
    looked_up = _sampled(list(_runs(sought, size)))
    for at, run in enumerate(_runs(words, size)):
        yield from ((at - place, at) for place in looked_up.get(run, ()))


def _sampled(runs: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Evenly spread runs, the first and the last among them, each with its places."""
    step = max(1, -(-len(runs) // _SAMPLED))
    found: dict[tuple[str, ...], list[int]] = {}
    for place in sorted({*range(0, len(runs), step), len(runs) - 1}):
        alike = found.setdefault(runs[place], [])
        if len(alike) < _ALIKE:
            alike.append(place)
    return found


def _runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(size)), strict=False)
