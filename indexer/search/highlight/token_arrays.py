"""All words of a text as arrays: cut as `analysis` cuts them, in a fiftieth of the time.

Nearly every word is a run of letters and digits, and all such runs are found at once. Where analysis joins or parts
them otherwise (U.N., O'Brien, co-operation, 10,000, ligatures, loose accents), it does so itself, one stretch of
non-space at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from indexer.search.highlight import char_classes
from indexer.search.highlight.char_classes import ALONE, APOSTROPHE, BEHIND, COMMA, HYPHEN, ODD, Codes
from indexer.text import analysis

Places = npt.NDArray[np.int64]
Cut = tuple[Places, Places, Places]  # starts, ends, keys

KEPT = 7  # letters of a word that its key has; the word's length is the eighth byte
AT_ONCE = 100_000  # characters that are cut together: more would leave the processor's caches
_LONGEST_KNOT = 60  # characters: a longer one does not come again
_SPACE = re.compile(r"\s")
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(KEPT + 1)], np.int64)
_O, _E, _S = map(char_classes.code, "oes")


@dataclass(frozen=True, slots=True)
class TokenArrays:
    """Word n is `text[starts[n]:ends[n]]`; words of one term have one key, others mostly another."""

    text: str
    starts: Places
    ends: Places
    keys: Places

    @classmethod
    def of(cls, text: str) -> "TokenArrays":
        cut = [_cut(text[start:end], start) for start, end in _stretches(text)]
        starts, ends, keys = cut[0] if len(cut) == 1 else map(np.concatenate, zip(*cut, strict=True))
        return cls(text, starts, ends, keys)

    def term(self, number: int) -> str:
        return analysis.fold_word(self.text[self.starts[number] : self.ends[number]])

    def terms(self, numbers: Places) -> list[str]:
        spans = zip(self.starts[numbers].tolist(), self.ends[numbers].tolist(), strict=True)
        return [analysis.fold_word(self.text[start:end]) for start, end in spans]


def key(term: str) -> int:
    """The key of a folded term."""
    return beginning(term[:KEPT]) | min(len(term), analysis.LONGEST_TERM) << 8 * KEPT


def beginning(part: str) -> int:
    """What the keys of all words that begin so have in their lowest bytes, one a letter."""
    return int.from_bytes(bytes(map(char_classes.code, part)), "little")


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces that end at white space, which no word spans."""
    start = 0
    while len(text) - start > AT_ONCE:
        space = _SPACE.search(text, start + AT_ONCE)
        if space is None:
            break
        yield start, space.start()
        start = space.start()
    yield start, len(text)


def _cut(text: str, offset: int) -> Cut:
    codes = char_classes.codes(text)
    starts, ends = _runs(codes)
    keys = _keys(codes, starts, ends)
    joints = _joints(codes)
    if len(joints):
        endings, knots = _possessive(text, codes, joints)
        starts, ends, keys = _untied(text, (starts, ends, keys), endings, _around(text, knots))
    return (starts + offset, ends + offset, keys) if offset else (starts, ends, keys)


def _runs(codes: Codes) -> tuple[Places, Places]:
    """Where letters that belong together begin and end."""
    inside = codes >= ODD
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    if codes.max() < ALONE:
        return edges[0::2].copy(), edges[1::2].copy()
    alone = codes >= ALONE
    parts = np.flatnonzero(alone[1:] | alone[:-1])
    starts = np.union1d(edges[0::2], parts[inside[parts + 1]])
    return starts, np.union1d(edges[1::2], parts[inside[parts]])


def _keys(codes: Codes, starts: Places, ends: Places) -> Places:
    eight: Places = np.ndarray((len(codes) - BEHIND,), "<i8", codes, offset=1, strides=(1,))
    lengths = np.minimum(ends - starts, analysis.LONGEST_TERM)
    kept: Places = eight.take(starts)
    kept &= _MASKS.take(lengths, mode="clip")
    kept |= lengths << 8 * KEPT
    return kept


def _joints(codes: Codes) -> Places:
    """The characters around which words may not be what the runs are. Of all hyphens, those of co-operation and
    re-election only."""
    plain = codes - np.uint8(ODD) < ALONE - ODD  # below ODD it wraps around
    here, behind = codes[1:-BEHIND], codes[2 : 1 - BEHIND]
    joined = (here - np.uint8(APOSTROPHE) <= COMMA - APOSTROPHE) & plain[: -BEHIND - 1] & plain[2 : 1 - BEHIND]
    found: Places = np.flatnonzero(joined | (here == ODD))
    after = behind[found]
    kept: Places = found[(here[found] != HYPHEN) | (after == codes[found]) & ((after == _O) | (after == _E))]
    return kept


def _possessive(text: str, codes: Codes, joints: Places) -> tuple[Places, Places]:
    """The apostrophes of endings like that of the Council's, and all other joints."""
    behind = codes[joints + 3]
    is_ending = (codes[joints + 1] == APOSTROPHE) & (codes[joints + 2] == _S) & (behind < ODD) & (behind != APOSTROPHE)
    is_ending[is_ending] = [text[place + 1] in "sS" for place in joints[is_ending].tolist()]  # and not z
    return joints[is_ending], joints[~is_ending]


def _around(text: str, places: Places) -> Places:
    """Where stretches between spaces begin that the places are in, and where they end."""
    stretches, end = [], 0
    for place in places.tolist():
        if place >= end:
            start = max(end, text.rfind(" ", end, place) + 1, text.rfind("\n", end, place) + 1)
            space = _SPACE.search(text, place)
            end = space.start() if space else len(text)
            stretches.append((start, end))
    return np.array(stretches, np.int64).reshape(-1, 2).T


def _untied(text: str, cut: Cut, endings: Places, knots: Places) -> Cut:
    """The same words, but for possessive endings, which belong to the words before them, and for those in the knots,
    which analysis cuts. It seldom finds more words than there are runs: these take the places of the runs."""
    kept = np.ones(len(cut[0]), bool)
    own = np.searchsorted(cut[0], endings)
    kept[own] = False
    cut[1][own - 1] = cut[1][own]
    places: list[int] = []
    instead: list[tuple[int, int, int]] = []
    more: list[tuple[int, int, int]] = []
    firsts, behinds = np.searchsorted(cut[0], knots).tolist()
    for at, until, first, behind in zip(*knots.tolist(), firsts, behinds, strict=True):
        found = [(at + start, at + end, of_term) for start, end, of_term in _analysed(text[at:until])]
        last = min(behind, first + len(found))
        kept[first:last], kept[last:behind] = True, False
        places += range(first, last)
        instead += found[: last - first]
        more += found[last - first :]
    for old, new in zip(cut, np.array(instead, np.int64).reshape(-1, 3).T, strict=True):
        old[places] = new
    starts, ends, keys = (old[kept] for old in cut)
    return _with((starts, ends, keys), np.array(more, np.int64).T) if more else (starts, ends, keys)


def _with(cut: Cut, more: Places) -> Cut:
    starts, ends, keys = map(np.concatenate, zip(cut, more, strict=True))
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order], keys[order]


def _analysed(knot: str) -> tuple[tuple[int, int, int], ...]:
    return _known(knot) if len(knot) <= _LONGEST_KNOT else _known.__wrapped__(knot)


@lru_cache(maxsize=20_000)
def _known(knot: str) -> tuple[tuple[int, int, int], ...]:
    return tuple((token.start, token.end, key(token.term)) for token in analysis.tokens(knot))
