"""A quotation put together from places that lie apart, in one article or several: which of its words stand where."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.article import Article, Span
from indexer.search.highlight.token_arrays import TokenArrays
from indexer.search.quotation.align import SAMPLED, votes

_FEWEST, _FEWEST_OF_MOST = 5, 4  # words of a part, and of one in the article that has most of them
_CROWD = 3  # stories
_SAME = 0.8  # of a part
_SPARSE = 6  # words of the quotation between two runs of one shift, behind which another part begins
_EDIT = 10  # words that may be changed, put in or left out within one part
_LONGEST_RUNS = 40
_MOST_PARTS = 5


class Row:
    """The words of stretches of a text as they are looked for: in a hurry, by a key of each."""

    def __init__(self, text: str, spans: Sequence[Span] | None = None) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[int] = []
        for first, last in [(0, len(text))] if spans is None else spans:
            words = TokenArrays.of(text[first:last])
            self.starts += (words.starts + first).tolist()
            self.ends += (words.ends + first).tolist()
            self.keys += words.keys.tolist()


@dataclass(frozen=True, slots=True)
class Part:
    """Words `old[0]` to `old[1]` of the quotation are like `new[0]` to `new[1]` of the article."""

    article: Article
    row: Row
    old: Span
    new: Span


def parts_of(quoted: Row, span: Span, rows: Sequence[tuple[Article, Row]]) -> list[Part]:
    """The words of the span in as few parts as can be, of which each but the first takes what the ones before have
    left; most of them in one article. A phrase that several stories have is no part."""
    chains = [
        _chained([Part(*each, *run) for run in _runs(quoted.keys[slice(*span)], each[1].keys, span[0])])
        for each in rows
    ]
    chains.sort(key=_covered, reverse=True)
    taken: list[Part] = []
    for chain in chains[:_MOST_PARTS]:
        free = [each for part in chain for each in _outside(part, taken, _FEWEST if taken else _FEWEST_OF_MOST)]
        if free and len(taken) + len(free) <= _MOST_PARTS:
            taken += free
    said = [part for part in taken if len(_stories(part, chains)) < _CROWD]
    return sorted(said, key=lambda part: part.old)


def _stories(part: Part, chains: Sequence[Sequence[Part]]) -> set[str]:
    """Those that have most of its words in a row."""
    enough = _SAME * (part.old[1] - part.old[0])
    return {
        each.article.story
        for chain in chains
        for each in chain
        if min(part.old[1], each.old[1]) - max(part.old[0], each.old[0]) >= enough
    }


def _runs(sought: Sequence[int], words: Sequence[int], begin: int) -> Iterator[tuple[Span, Span]]:
    """Where both have the same words in a row, but for single ones; the longest first."""
    places: dict[int, list[int]] = defaultdict(list)
    for shift, at in votes(sought, words, 3):
        places[shift].append(at - shift)
    sparse = _SPARSE * max(1, len(sought) // SAMPLED)
    dense = ((shift, span) for shift, found in places.items() for span in _dense(sorted({*found}), sparse))
    spans = [(first, last + 3, shift) for shift, (first, last) in dense]
    spans.sort(key=lambda each: each[0] - each[1])
    for first, last, shift in spans[:_LONGEST_RUNS]:
        if last - first >= _FEWEST_OF_MOST:
            yield (first + begin, last + begin), (first + shift, last + shift)


def _dense(places: Sequence[int], sparse: int) -> Iterator[Span]:
    first = before = places[0]
    for place in places[1:]:
        if place - before > sparse:
            yield first, before
            first = place
        before = place
    yield first, before


def _chained(runs: Sequence[Part]) -> list[Part]:
    """Of one article's runs, the longest first, those that do not overlap; neighbours of like shift are one."""
    taken: list[Part] = []
    for run in runs:
        taken += _outside(run, taken, _FEWEST_OF_MOST)
    joined: list[Part] = []
    for part in sorted(taken, key=lambda each: each.old):
        if joined and _goes_on(joined[-1], part):
            before = joined.pop()
            old, new = (before.old[0], part.old[1]), (before.new[0], part.new[1])
            joined.append(Part(part.article, part.row, old, new))
        else:
            joined.append(part)
    return joined


def _goes_on(one: Part, other: Part) -> bool:
    return 0 <= other.new[0] - one.new[1] <= _EDIT and other.old[0] - one.old[1] <= _EDIT


def _outside(part: Part, taken: Sequence[Part], fewest: int) -> list[Part]:
    """What is left of it at one end, where the others have not taken too much of it."""
    first, last = part.old
    for other in taken:
        if other.old[0] <= first < other.old[1]:
            first = other.old[1]
        if other.old[0] < last <= other.old[1]:
            last = other.old[0]
        if first < other.old[0] and other.old[1] < last:
            return []
    if last - first < fewest:
        return []
    shift = part.new[0] - part.old[0]
    if part.new[1] - part.old[1] != shift:  # of a chain with changes only all can be taken
        return [part] if (first, last) == part.old else []
    return [Part(part.article, part.row, (first, last), (first + shift, last + shift))]


def _covered(chain: Sequence[Part]) -> int:
    return sum(part.old[1] - part.old[0] for part in chain)
