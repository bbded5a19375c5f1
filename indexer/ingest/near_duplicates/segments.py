"""Sorted postings on disk (SQLite): written once, read in parts, merged when there are many of one size."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from indexer.ingest.near_duplicates.minhash import Ints

PART = 16_384  # postings read or written at a time
_PARTS = 20  # bits of a part's number that count within its segment
_SCHEMA = """
CREATE TABLE IF NOT EXISTS segment (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, firsts BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS part (
    id INTEGER PRIMARY KEY, hashes BLOB NOT NULL, low BLOB NOT NULL, high BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Postings:
    """Pairs of a hash and what is said of it, sorted by hash and then by that."""

    hashes: Ints
    values: Ints

    def __len__(self) -> int:
        return len(self.hashes)


@dataclass(frozen=True, slots=True)
class Segment:
    """`firsts`: the first hash of each part. What a higher `id` says is newer."""

    id: int
    size: int
    firsts: Ints


class Segments:
    """Never begins or ends a transaction: the one who holds the connection does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        for statement in _SCHEMA.strip().split(";\n"):
            self._db.execute(statement)

    def all(self) -> list[Segment]:
        rows = self._db.execute("SELECT id, size, firsts FROM segment ORDER BY id")
        return [Segment(row[0], row[1], np.frombuffer(row[2], "<u4").astype(np.int64)) for row in rows]

    def write(self, segment_id: int, portions: Iterator[Postings]) -> Segment:
        """The portions in their order; of one hash all are in the same portion."""
        firsts: list[int] = []
        size = 0
        for portion in portions:
            for start, end in _cuts(portion.hashes):
                self._write((segment_id << _PARTS) + len(firsts), portion.hashes[start:end], portion.values[start:end])
                firsts.append(int(portion.hashes[start]))
                size += end - start
        packed = np.array(firsts, "<u4").tobytes()
        self._db.execute("INSERT INTO segment VALUES (?, ?, ?)", (segment_id, size, packed))
        return Segment(segment_id, size, np.array(firsts, np.int64))

    def _write(self, part_id: int, hashes: Ints, values: Ints) -> None:
        steps = hashes - hashes[0]
        columns = (_narrow(steps), (values & 0xFFFF).astype("<u2").tobytes(), _narrow(values >> 16, least=1))
        self._db.execute("INSERT INTO part VALUES (?, ?, ?, ?)", (part_id, *columns))

    def drop(self, segment: Segment) -> None:
        first = segment.id << _PARTS
        self._db.execute("DELETE FROM part WHERE id BETWEEN ? AND ?", (first, first + len(segment.firsts)))
        self._db.execute("DELETE FROM segment WHERE id = ?", (segment.id,))

    def between(self, segment: Segment, start: int, end: int) -> Postings:
        """Those with `start` <= hash < `end`."""
        first = max(0, int(np.searchsorted(segment.firsts, start, "right")) - 1)
        parts = [self._part(segment, nth) for nth in range(first, int(np.searchsorted(segment.firsts, end)))]
        if not parts:
            return Postings(np.empty(0, np.int64), np.empty(0, np.int64))
        hashes = np.concatenate([segment.firsts[first + nth] + steps for nth, (steps, _, _) in enumerate(parts)])
        values = np.concatenate([low + (high.astype(np.int64) << 16) for _, low, high in parts])
        kept = slice(*np.searchsorted(hashes, (start, end)))
        return Postings(hashes[kept], values[kept])

    def of(self, segment: Segment, hashes: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Of each part that may have some of the hashes, which are sorted: the places of those it has, how many
        values each has, and the values, one hash's after the other's."""
        nth = np.searchsorted(segment.firsts, hashes, "right") - 1
        start = int(np.searchsorted(nth, 0))
        while start < len(hashes):
            part = int(nth[start])
            end = int(np.searchsorted(nth, part, "right"))
            yield from self._found(segment, part, start, hashes[start:end] - segment.firsts[part])
            start = end

    def _found(self, segment: Segment, part: int, start: int, wanted: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        steps, low, high = self._part(segment, part)
        wanted = wanted[: np.searchsorted(wanted, steps[-1], "right")].astype(steps.dtype)
        first = np.searchsorted(steps, wanted)
        has = np.flatnonzero(steps[first] == wanted)
        if len(has):
            first = first[has]
            many = np.searchsorted(steps, wanted[has], "right") - first
            at = spread(first, many)
            yield start + has, many, low[at] + (high[at].astype(np.int64) << 16)

    def _part(self, segment: Segment, nth: int) -> tuple[Ints, Ints, Ints]:
        asked = "SELECT hashes, low, high FROM part WHERE id = ?"
        hashes, low, high = self._db.execute(asked, ((segment.id << _PARTS) + nth,)).fetchone()
        count = len(low) // 2
        return _ints(hashes, count), _ints(low, count), _ints(high, count)


def spread(first: Ints, many: Ints) -> Ints:
    """first[0], first[0] + 1 … (`many[0]` of them), first[1] …"""
    ends = np.cumsum(many)
    return np.repeat(first - ends + many, many) + np.arange(ends[-1] if len(ends) else 0)


def _cuts(hashes: Ints) -> Iterator[tuple[int, int]]:
    """Parts of about `PART` postings, none of which ends within a hash."""
    start = 0
    while start < len(hashes):
        end = len(hashes)
        if end - start > PART:
            end = int(np.searchsorted(hashes, hashes[start + PART], "left"))
            if end == start:
                end = int(np.searchsorted(hashes, hashes[start], "right"))
        yield start, end
        start = end


def _narrow(values: Ints, least: int = 2) -> bytes:
    """In as few bytes each as the largest needs: `least`, twice or four times as many."""
    bits = int(values.max()).bit_length()
    size = next(each for each in (least, 2, 4) if each >= least and bits <= 8 * each)
    return values.astype(f"<u{size}").tobytes()


def _ints(packed: bytes, count: int) -> Ints:
    return np.frombuffer(packed, f"<u{len(packed) // count}")
