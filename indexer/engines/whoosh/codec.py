"""A Whoosh codec whose postings are arrays: a term is read, joined and merged in one piece, not posting by posting."""

import struct
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo, W3TermsReader
from whoosh.fields import FieldType
from whoosh.filedb.filetables import HashWriter
from whoosh.reading import TermNotFound
from whoosh.system import pack_ushort

from indexer.engines.whoosh.facet_ordinals import Ints

_FORMER_HEADER = struct.Struct("<I3sI")  # postings, kinds of the three arrays, places
# A byte with the kinds of the three arrays and, highest, that of the two numbers behind it: postings and places.
_HEADERS = [struct.Struct(f"<B2{kind}") for kind in "BHI"]
_COMPACT = 1  # in the place of the last row, which nobody asks for: the header is one of these
_LENGTHS = struct.Struct("!ii")  # of a key and of its value, before both in Whoosh's table of terms
_SLOT = struct.Struct("!Iq")  # of Whoosh's table of hashes: a hash, and where its key stands
_INFO = struct.Struct("!BfIBBfII")  # the beginning of the value, as W3TermInfo packs it
_KINDS: list[np.dtype[Any]] = [np.dtype("<u1"), np.dtype("<u2"), np.dtype("<u4")]
_KIND = {"B": 0, "H": 1, "I": 2}

Array = npt.NDArray[Any]


@dataclass(slots=True)
class GrowingPostings:
    """A term of a segment in the making: rows (ascending), frequencies, and each row's places one after the other."""

    rows: "array[int]" = field(default_factory=lambda: array("I"))
    frequencies: "array[int]" = field(default_factory=lambda: array("I"))
    positions: "array[int]" = field(default_factory=lambda: array("I"))

    def encoded(self) -> bytes:
        """Differences instead of rows, and all in the narrowest type that holds them."""
        steps = np.diff(np.asarray(self.rows, dtype=np.int64), prepend=0)
        arrays = [_narrow(steps), _narrow(np.asarray(self.frequencies)), _narrow(np.asarray(self.positions))]
        kinds = [kind for kind, _ in arrays]
        return _header(kinds, len(self.rows), len(self.positions)) + b"".join(data for _, data in arrays)


def _narrow(values: Array) -> tuple[int, bytes]:
    kind = _kind(int(values.max(initial=0)))
    return kind, values.astype(_KINDS[kind]).tobytes()


def _kind(highest: int) -> int:
    return 0 if highest < 1 << 8 else 1 if highest < 1 << 16 else 2


def _header(kinds: Sequence[int], count: int, positions: int) -> bytes:
    of_counts = _kind(max(count, positions))
    bits = kinds[0] | kinds[1] << 2 | kinds[2] << 4 | of_counts << 6
    return _HEADERS[of_counts].pack(bits, count, positions)


def decoded(stored: bytes) -> tuple[Ints, Ints, Array]:
    """The rows, frequencies and places that `GrowingPostings.encoded` stored."""
    header = _HEADERS[stored[0] >> 6]
    bits, count, positions = header.unpack_from(stored)
    at, arrays = header.size, []
    for shift, length in ((0, count), (2, count), (4, positions)):
        kind = _KINDS[bits >> shift & 3]
        arrays.append(np.frombuffer(stored, kind, length, at))
        at += length * kind.itemsize
    return np.cumsum(arrays[0], dtype=np.int32), arrays[1].astype(np.int32), arrays[2]


def _compacted(former: bytes) -> bytes:
    """What a release before this one stored, as this one does."""
    count, kinds, positions = _FORMER_HEADER.unpack_from(former)
    return _header([_KIND[kind] for kind in kinds.decode()], count, positions) + former[_FORMER_HEADER.size :]


Also = Mapping[str, GrowingPostings]


class Inverter:
    """The terms of a segment in the making, by field. Stands where Whoosh has its pool of single postings."""

    def __init__(self, fields: Iterable[str]) -> None:
        self.fields = {name: defaultdict[str, GrowingPostings](GrowingPostings) for name in fields}

    def add_counts(self, field_name: str, row: int, counts: Mapping[str, int]) -> None:
        terms = self.fields[field_name]
        for term, count in counts.items():
            growing = terms[term]
            growing.rows.append(row)
            growing.frequencies.append(count)

    def add_positions(self, field_name: str, row: int, positions: Mapping[str, list[int]]) -> None:
        terms = self.fields[field_name]
        for term, where in positions.items():
            growing = terms[term]
            growing.rows.append(row)
            growing.frequencies.append(len(where))
            growing.positions.extend(where)

    def absorb(self, field_name: str, term: str, stored: bytes, new_rows: Ints) -> None:
        """A term of another segment, whose row r becomes `new_rows[r]`, or goes where that is below zero."""
        rows, frequencies, positions = decoded(stored)
        rows = new_rows[rows]
        kept = rows >= 0
        if not kept.any():
            return
        if len(positions):
            positions = positions[np.repeat(kept, frequencies)]
        growing = self.fields[field_name][term]
        pairs = ((growing.rows, rows[kept]), (growing.frequencies, frequencies[kept]), (growing.positions, positions))
        for grown, more in pairs:
            grown.frombytes(more.astype(np.uint32).tobytes())

    def cleanup(self) -> None:
        """Whoosh calls this when a writer ends."""
        self.fields.clear()


class ArrayCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's own codec but for the postings."""

    def field_writer(self, storage: Any, segment: Any) -> "ArrayFieldWriter":
        return ArrayFieldWriter(self, storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> "ArrayTermsReader":
        terms = segment.make_filename(self.TERMS_EXT)
        postings = segment.open_file(storage, self.POSTS_EXT)
        return ArrayTermsReader(self, storage.open_file(terms), storage.file_length(terms), postings)


class ArrayTermsReader(W3TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """Gives whole terms as stored."""

    def stored(self, field_name: str, term: str) -> bytes | None:
        try:
            info = self.term_info(field_name, term.encode("utf-8", "surrogatepass"))
        except TermNotFound:
            return None
        start, (length,) = info.extent()  # Whoosh 2.7.4 reads the length back as a tuple of one
        found = bytes(self._postfile.get(start, length))
        return found if info.max_id() == _COMPACT else _compacted(found)

    def counts(self, field_name: str, prefix: bytes) -> Iterator[tuple[bytes, int, int]]:
        """Terms in order, with the number of rows that have each (dead ones too), and what `add_terms` was told to
        remember of it. Reads the table in place: Whoosh's own way makes five objects a term."""
        key: bytes = self._keycoder(field_name, prefix)
        at, table, end = self._tindex.closest_key_pos(key), self._dbfile.view, self._tindex.endofdata
        while at is not None and at < end:
            key_length, length = _LENGTHS.unpack_from(table, at)
            start = at + _LENGTHS.size
            found = bytes(table[start : start + key_length])
            if not found.startswith(key):
                return
            at = start + key_length + length
            _, _, count, _, _, _, remembered, _ = _INFO.unpack_from(table, start + key_length)
            yield found[2:], count, remembered


class ArrayFieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes whole terms."""

    def add_terms(
        self, field_name: str, spec: FieldType, terms: Iterable[tuple[str, GrowingPostings]], also: Also
    ) -> None:
        """In the order of their UTF-8 bytes, as Whoosh's table of terms wants them. What is remembered of a term is in
        how many rows it is in the field `also`, too; it stands where Whoosh keeps the first row, which nobody asks."""
        self.start_field(field_name, spec)
        for term, growing in terms:
            both = len(np.intersect1d(growing.rows, also[term].rows)) if term in also else 0
            start, data = self._postfile.tell(), growing.encoded()
            self._postfile.write(data)
            frequencies = growing.frequencies
            most, total = max(frequencies), sum(frequencies)
            info = W3TermInfo(weight=total, df=len(frequencies), maxweight=most, minid=both, maxid=_COMPACT)
            info.set_extent(start, len(data))
            self._tindex.add(pack_ushort(self._fieldid) + term.encode(), info.to_bytes())
        self.finish_field()

    def close(self) -> None:
        """Whoosh's table of hashes is half empty, which takes more room than a third of what it tells."""
        self._tindex._write_hashes = partial(_write_hashes, self._tindex)  # noqa: SLF001  # the one way to it
        super().close()


def _write_hashes(table: HashWriter) -> None:
    """As Whoosh reads them, one slot in three left empty. A slot is a hash and a place in the file; tables are found
    by the last byte of a hash, slots by the others: the first one from there on that is empty."""
    for entries in table.buckets:
        slots = len(entries) + (len(entries) + 1) // 2
        table.directory.append((table.dbfile.tell(), slots))
        taken = bytearray(slots)
        packed = bytearray(slots * _SLOT.size)
        for hashed, place in entries:
            slot = (hashed >> 8) % slots
            while taken[slot]:
                slot = (slot + 1) % slots
            taken[slot] = 1
            _SLOT.pack_into(packed, slot * _SLOT.size, hashed, place)
        table.dbfile.write(bytes(packed))
