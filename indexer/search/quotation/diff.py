"""Where two texts differ, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Levenshtein

MOST_WORDS = 40_000  # of each text: two of that length with nothing in common take half a second

Meaning = Literal["negation", "modal", "number", "name", "quantity", "opposite"]

_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `old[0]` to `old[1]` of one row stand where `new[0]` to `new[1]` stand in the other."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """Words that both texts have, or only the old one (deleted), or only the new one (inserted); each with the white
    space behind it. Words "between" only the new one has, and not as part of what is compared.

    `meaning`: how the change, of which this is one side, changes what is said, as far as that was asked.
    """

    kind: Literal["same", "deleted", "inserted", "between"]
    words: tuple[str, ...]
    meaning: tuple[Meaning, ...] = ()

    @property
    def text(self) -> str:
        return "".join(self.words)


def stretches(old: Sequence[str], new: Sequence[str]) -> tuple[Stretch, ...]:
    """Both rows from beginning to end, as few words changed as can be; same and changed stretches alternate."""
    steps = Levenshtein.opcodes(old, new)
    joined = [list(group) for _, group in groupby(steps, key=lambda step: step.tag == "equal")]
    return tuple(
        Stretch(
            same=group[0].tag == "equal",
            old=(group[0].src_start, group[-1].src_end),
            new=(group[0].dest_start, group[-1].dest_end),
        )
        for group in joined
    )


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The new text with what it lost from the old one; words are compared as written, with their punctuation. Only the
    first `MOST_WORDS` of each are looked at."""
    olds, news = _words(old), _words(new)
    found = stretches([word.rstrip() for word in olds], [word.rstrip() for word in news])
    return tuple(
        change for each in found for change in changed(olds[slice(*each.old)], news[slice(*each.new)], same=each.same)
    )


def changed(
    was: tuple[str, ...], now: tuple[str, ...], *, same: bool, meaning: tuple[Meaning, ...] = ()
) -> Iterator[Change]:
    """One stretch: the words that both texts have, or what stood there and then what stands there now."""
    if same:
        yield Change("same", now)
        return
    if was:
        yield Change("deleted", was, meaning)
    if now:
        yield Change("inserted", now, meaning)


def spaced(text: str) -> tuple[str, ...]:
    """Its words, each with the white space behind it."""
    return tuple(_WORD.findall(text))


def _words(text: str) -> tuple[str, ...]:
    return spaced(text)[:MOST_WORDS]
