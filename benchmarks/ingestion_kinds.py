"""Plain texts whose kind and day are known: press releases, speeches, and newswire without datelines."""

import json
import lzma
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import islice
from math import inf
from pathlib import Path

from benchmarks.ingestion_measures import Measure
from indexer.article import Provenance
from indexer.authority import load
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft
from indexer.text.dates.grammar import dates_in

_EVERY = 14  # of 21,578
_SESSION = re.compile(r"\b[a-z-]{4,30}(?:st|nd|rd|th) (?:regular )?session\b")
_OPENING = 3000
_AUTHORITY = load(None)


@dataclass(frozen=True, slots=True)
class Known:
    """A text with its kind and its date, or the year where that is all that is known."""

    name: str
    kind: str
    date: str
    title: str
    text: str
    source: str = ""

    @property
    def is_blind(self) -> bool:
        return zlib.crc32(self.name.encode()) % 3 == 0

    @property
    def states_its_date(self) -> bool:
        """Whether its words name the day, or the year where that is all that is known."""
        named = [(each.year, each.month, each.day) for each in dates_in(self.text)]
        if len(self.date) == len("2006"):
            return self.date in self.text or bool(_SESSION.search(self.text[:_OPENING]))
        _, month, day = map(int, self.date.split("-"))
        return any((month, day) == each[1:] for each in named)


@dataclass(frozen=True, slots=True)
class Told:
    """What a text is said to be; `date` as far as it is known."""

    kind: str
    date: str


def releases_and_speeches(folder: Path) -> Iterator[Known]:
    for row in _rows(folder / "kinds_and_days.jsonl.xz"):
        yield Known(row["file"], row["type"], row["date"], row.get("title", ""), row["text"])


def newswire(folder: Path) -> Iterator[Known]:
    """As it is kept there, without datelines: what days it names are those of other things."""
    for row in islice(_rows(folder / "reuters21578.jsonl.xz"), 0, None, _EVERY):
        yield Known(row["id"], "news", row["date"][:10], row["title"], row["text"], row["source"])


def told(known: Known) -> Told:
    """The name of the file, which may have the day in it, is not told."""
    draft = Draft(known.text, known.title, source=known.source)
    article = annotate(draft, Provenance("text.txt", "0" * 64, "", "text"), _AUTHORITY)
    return Told(article.type, article.date.value)


def kind_measures(folder: Path, pool: Executor) -> list[Measure]:
    """The figure for all; beside it for the third that no rule was written on."""
    texts, wire = list(releases_and_speeches(folder)), list(newswire(folder))
    answers = list(zip(texts, pool.map(told, texts, chunksize=8), strict=True))
    wired = list(zip(wire, pool.map(told, wire, chunksize=32), strict=True))
    return [*_measures(_OF_TEXTS, answers), *_measures(_OF_WIRE, wired)]


Answers = Iterable[tuple[Known, Told]]
Asked = tuple[str, Callable[[Answers], float]]


def _measures(asked: Iterable[Asked], answers: Sequence[tuple[Known, Told]]) -> Iterator[Measure]:
    blind = [each for each in answers if each[0].is_blind]
    for name, figure in asked:
        floor, most = _FLOORS.get(name, 0.0), _MOST.get(name, inf)
        yield Measure(name, figure(answers), floor, most, {"blind third": figure(blind)})


def _recall(kind: str, answers: Answers) -> float:
    return _share(told.kind == kind for known, told in answers if known.kind == kind)


def _other(answers: Answers) -> float:
    return _share(told.kind == "other" for _, told in answers)


def _wrong(answers: Answers) -> float:
    """Of the dates given: right is what agrees with the gold as far as both are known."""
    return _share(not _agree(known.date, told.date) for known, told in answers if told.date)


def _misdated(answers: Answers) -> float:
    """Of all texts: what names only the days of other things should be given none."""
    return _share(bool(told.date) and not _agree(known.date, told.date) for known, told in answers)


def _given(kind: str, answers: Answers) -> float:
    """Of texts of the kind that state their date: releases have days, speeches the years of their sessions."""
    stating = ((known, told) for known, told in answers if known.kind == kind and known.states_its_date)
    return _share(told.date[: len(known.date)] == known.date for known, told in stating)


def _agree(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _share(answers: Iterable[bool]) -> float:
    listed = list(answers)
    return sum(listed) / max(1, len(listed))


_OF_TEXTS: tuple[Asked, ...] = (
    ("kind of press releases", lambda answers: _recall("press release", answers)),
    ("kind of speeches", lambda answers: _recall("speech", answers)),
    ("releases and speeches: called other", _other),
    ("releases and speeches: dates given that are wrong", _wrong),
    ("press releases: days given of those stated", lambda answers: _given("press release", answers)),
    ("speeches: years given of those stated", lambda answers: _given("speech", answers)),
)
_OF_WIRE: tuple[Asked, ...] = (
    ("kind of newswire", lambda answers: _recall("news", answers)),
    ("newswire without datelines: texts that are given a wrong date", _misdated),
)


_FLOORS: dict[str, float] = {
    "kind of press releases": 0.93,
    "kind of speeches": 0.93,
    "kind of newswire": 0.95,
    "press releases: days given of those stated": 0.85,
    "speeches: years given of those stated": 0.6,
}
_MOST: dict[str, float] = {
    "releases and speeches: called other": 0.15,
    "releases and speeches: dates given that are wrong": 0.05,
    "newswire without datelines: texts that are given a wrong date": 0.03,
}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
