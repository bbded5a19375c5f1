"""A cue: something in an article that speaks for one kind of text, or against another."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from indexer.article import ArticleType
from indexer.ingest.article_type.reading import Reading, Zone

# Evidence, as codes; web/i18n/type_cues says them.
CueName = Literal[
    "declared",
    "heading",
    "title",
    "self-naming",
    "contact",
    "end mark",
    "announcement",
    "own doings",
    "legislator",
    "quoted at length",
    "agency",
    "dateline",
    "reported speech",
    "third person",
    "facts",
    "weekday",
    "market figures",
    "section",
    "address",
    "salutation",
    "courtesies",
    "on behalf",
    "forum",
    "states",
    "first person",
    "record",
    "stand",
    "condolences",
    "agreed points",
    "operative paragraphs",
    "symbol",
    "questions and answers",
    "several speakers",
    "meeting",
    "author",
    "argument",
    "questions",
    "short lines",
    "second person",
]
_NEEDS: Mapping[Zone, str] = {"section": "@section", "path": "@url", "source": "@source"}
Weights = Mapping[ArticleType, float]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """`weights` are natural logarithms: how many times as likely each kind is where the cue is found.

    `after`: one of these words must stand at the beginning or end before it is looked for; empty: it always is.
    Cues of one name are one piece of evidence. One that is `costly` is looked for only where no kind is far ahead.
    """

    name: CueName
    weights: Weights
    found: Callable[[Reading], bool]
    after: frozenset[str] = frozenset()
    costly: bool = False


def cue(name: CueName, weights: Weights, zone: Zone, pattern: str, after: str = "") -> Cue:
    """One that is a pattern in a zone, which is in small letters."""
    search = re.compile(pattern, re.MULTILINE).search
    after = _NEEDS.get(zone, after)
    return Cue(name, weights, lambda reading: search(reading.lowered(zone)) is not None, frozenset(after.split()))


def exact(name: CueName, weights: Weights, zone: Zone, pattern: str, after: str) -> Cue:
    """One that is a pattern in a zone, of which capitals count."""
    search = re.compile(pattern, re.MULTILINE).search
    return Cue(name, weights, lambda reading: search(reading.zone(zone)) is not None, frozenset(after.split()))


def word(name: CueName, weights: Weights, words: str, fewest: int = 1) -> Cue:
    """One that is so many of these words at the beginning or end."""
    wanted = frozenset(words.split())
    return Cue(name, weights, lambda reading: len(wanted & reading.words) >= fewest, wanted)


def phrases(name: CueName, weights: Weights, said: str) -> Cue:
    """One that is one of these phrases in the opening, parted by "|"; a space before or after one is part of it."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for key, phrase in _keyed(said):
        wanted[key].append(phrase)
    keys = frozenset(wanted)

    def found(reading: Reading) -> bool:
        return any(phrase in reading.flow for key in keys & reading.words for phrase in wanted[key])

    return Cue(name, weights, found, keys)


def _keyed(said: str) -> Iterator[tuple[str, str]]:
    """Each phrase after its longest word; one that ends in * goes on within a word: "deeply regret*"."""
    for phrase in said.split("|"):
        words = [each.strip(".,") for each in phrase.split()]
        yield max((each for each in words if not each.endswith("*")), key=len), phrase.rstrip("*")
