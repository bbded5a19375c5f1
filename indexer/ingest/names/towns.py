"""Towns that no authority file has, or that are as often a surname, by what stands before them: "in Hastings", "the
city of Hastings", "near Lincoln"."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from indexer.authority.words import SAME, Words
from indexer.ingest.names.vocabulary import words_of

_PLACING = frozenset({"in", "near", "outside", "around"})
_BEFORE_OF = frozenset(
    {*("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "city", "town", "village")}
    | {*("mayor", "suburb", "suburbs", "port", "outskirts", "residents", "district", "streets", "people")}
    | {*("centre", "center")}
)
BEFORE_A_TOWN = frozenset({word for each in (*_PLACING, "of", "and", "or") for word in (each, each.title())})
_OWNED = words_of("owned_in")
_LONGEST = 4


def is_placed(words: Words, at: int) -> bool:
    """Whether a preposition of place stands before the word: "in", "north of"; not "a stake in"."""
    if at == 0 or words.gaps[at] != SAME:
        return False
    preposition, before = words.folded[at - 1], words.folded[at - 2] if at > 1 else ""
    if preposition == "of":
        return before in _BEFORE_OF
    return preposition in _PLACING and before not in _OWNED


def is_listed(words: Words, at: int, ends: Collection[int]) -> bool:
    """Whether the word follows a place in a list of places: "in Dallas and Hastings"; `ends` are the last words of
    places."""
    if at < 2 or words.gaps[at] != SAME:
        return False
    return words.written[at - 1] in ("and", "or") and at - 2 in ends and words.gaps[at - 1] == SAME


def ends_alone(words: Words, last: int) -> bool:
    """Nothing capitalised goes on after the word, and no hyphen."""
    after = last + 1
    if after == len(words.written) or words.gaps[after] != SAME:
        return True
    between = words.text[words.ends[last] : words.starts[after]]
    return words.written[after][0].islower() and "-" not in between


def town_at(words: Words, at: int) -> int | None:
    """The last word of the town's name that begins there; None where there is none."""
    towns = _towns()
    for last in range(min(at + _LONGEST, len(words.written)) - 1, at - 1, -1):
        if " ".join(words.folded[at : last + 1]) in towns and all(gap == SAME for gap in words.gaps[at + 1 : last + 1]):
            return last
    return None


@cache
def _towns() -> frozenset[str]:
    """Read by each process that annotates: as they are compared, in a hundredth of the time that folding takes."""
    return frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\n"))
