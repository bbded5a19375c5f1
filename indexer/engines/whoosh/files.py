"""The files of a Whoosh index: one folder, mapped and never copied, and what is in a segment."""

import mmap
import re
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.columns import VarBytesColumn
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile

from indexer.engines.whoosh.facet_ordinals import Mask
from indexer.engines.whoosh.postings import STREAMS, Stream
from indexer.fields import QueryField

NAME = "MAIN"
ARTICLE = VarBytesColumn()

_TOC = re.compile(rf"_{NAME}_(\d+)\.toc")


def schema() -> Schema:
    """Terms come ready, so no field has an analyser of its own."""
    return Schema(article=STORED(), **{stream: TEXT(analyzer=str.split, phrase=False) for stream in STREAMS})


def newest_generation(folder: Path) -> int:
    """-1 where there is no index. Whoosh names a generation's table of contents last, in one step."""
    try:
        found = [match for entry in folder.iterdir() if (match := _TOC.fullmatch(entry.name))]
    except (FileNotFoundError, NotADirectoryError):
        return -1
    return max((int(match.group(1)) for match in found), default=-1)


def doc_values_file(folder: Path, generation: int) -> Path:
    return folder / f"columns_{generation}.npz"


class MappedFile(BufferFile):  # type: ignore[misc]  # Whoosh has no types
    """A file read in place. Whoosh's own copies the whole of it; only opening an index moves its cursor."""

    def __init__(self, mapped: mmap.mmap, name: str) -> None:
        super().__init__(b"", name)
        self._buf, self.file = memoryview(mapped), mapped

    @property
    def view(self) -> memoryview:
        return self._buf

    def close(self) -> None:
        self._buf.release()
        self.file.close()


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder whose files are mapped, not read: it keeps what it has opened, whoever deletes that, until it is
    closed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._mapped: list[MappedFile] = []

    def open_file(self, name: str, **_: Any) -> Any:
        with Path(self.folder, name).open("rb") as file:
            if not file.seek(0, 2):
                return BufferFile(b"", name)
            mapped = MappedFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), name)
        self._mapped.append(mapped)
        return mapped

    def close(self) -> None:
        """Each map holds a descriptor of its file."""
        while self._mapped:
            self._mapped.pop().close()


def live_docs(segment: Any) -> Mask:
    """The rows of one of Whoosh's segments that are not deleted."""
    mask = np.ones(segment.doc_count_all(), dtype=bool)
    mask[list(segment.deleted_docs())] = False
    return mask


class Segment:
    """One of Whoosh's segments, opened: terms to postings, rows to articles."""

    def __init__(self, storage: FileStorage, segment: Any) -> None:
        self.live_docs = live_docs(segment)
        self.terms = segment.codec().terms_reader(storage, segment)
        per_document = segment.codec().per_document_reader(storage, segment)
        self.articles = per_document.column_reader("article", ARTICLE)

    def stored(self, stream: Stream, term: str) -> bytes | None:
        found: bytes | None = self.terms.stored(stream, term)
        return found

    def count(self, field: QueryField, term: bytes) -> int:
        """How many rows have a term; dead rows count."""
        if field != "any":
            return next((count for found, count, _ in self.terms.counts(field, term) if found == term), 0)
        first = [next(iter(self.terms.counts(each, term)), (b"", 0, 0)) for each in ("text", "title")]
        (_, in_text, _), (_, in_title, in_both) = [each if each[0] == term else (b"", 0, 0) for each in first]
        return int(in_text + in_title - in_both)

    def counts(self, field: QueryField, prefix: bytes) -> dict[bytes, int]:
        """How many rows have each term of a field that begins so; dead rows count."""
        if field != "any":
            return {term: count for term, count, _ in self.terms.counts(field, prefix)}
        counts = {term: count for term, count, _ in self.terms.counts("text", prefix)}
        for term, count, in_text_too in self.terms.counts("title", prefix):
            counts[term] = counts.get(term, 0) + count - in_text_too
        return counts
