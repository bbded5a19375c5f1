"""Where in a long row of words a shorter one may lie, though some of its words differ."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

Span = tuple[int, int]

_SHORT, _LONG = 8, 16  # words: a shorter row is placed by its single words, a longer one by rows of three of them
SAMPLED = 500  # runs of a long row that are looked up
_ALIKE = 8  # places that are tried for one run
_VOTES = 20_000
_SHIFTS = 8
_FEWEST = 10  # of so many runs looked up one has to be found, else the row lies nowhere


def places(sought: Sequence[int], words: Sequence[int]) -> list[Span]:
    """Up to nine spans of `words` to compare with `sought`: runs that both have vote for how far it is shifted."""
    size = 1 if len(sought) < _SHORT else 2 if len(sought) < _LONG else 3
    found = votes(sought, words, size)
    if not found or len(found) * _FEWEST < min(len(sought), SAMPLED):
        return []
    shifts = [shift for shift, _ in Counter(shift for shift, _ in found).most_common(_SHIFTS)]
    # Where words were added or left out, the end is shifted otherwise than the beginning.
    near = [(at, shift) for shift, at in found if abs(shift - shifts[0]) <= 2 + len(sought) // 5]
    ends = [(shift, shift + len(sought)) for shift in shifts] + [(min(near)[1], max(near)[1] + len(sought))]
    spans = ((max(0, start), min(end, len(words))) for start, end in ends)
    return [(start, end) for start, end in spans if start < end]


def votes(sought: Sequence[int], words: Sequence[int], size: int) -> list[tuple[int, int]]:
    """Of runs of that size that both have: how far each is shifted, and where it stands among the words."""
    looked_up = _sampled(list(_runs(sought, size)))
    found = ((at - place, at) for at, run in enumerate(_runs(words, size)) for place in looked_up.get(run, ()))
    return list(islice(found, _VOTES))


def _sampled(runs: Sequence[tuple[int, ...]]) -> dict[tuple[int, ...], list[int]]:
    """Evenly spread runs, the first and the last among them, each with its places."""
    step = max(1, -(-len(runs) // SAMPLED))
    found: dict[tuple[int, ...], list[int]] = {}
    for place in sorted({*range(0, len(runs), step), *range(len(runs))[-1:]}):
        alike = found.setdefault(runs[place], [])
        if len(alike) < _ALIKE:
            alike.append(place)
    return found


def _runs(words: Sequence[int], size: int) -> Iterator[tuple[int, ...]]:
    return zip(*(words[start:] for start in range(size)), strict=False)
