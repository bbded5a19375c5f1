"""Writes a generation of a Whoosh index: one new segment from ready terms, small old ones merged into it."""

import os
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from indexer.article import Article
from indexer.engines.article_terms import ArticleTerms, article_terms
from indexer.engines.whoosh.codec import ArrayCodec, Inverter
from indexer.engines.whoosh.doc_values import DocValues, Row
from indexer.engines.whoosh.facet_ordinals import Ints, Mask
from indexer.engines.whoosh.files import ARTICLE, Segment, doc_values_file, live_docs
from indexer.engines.whoosh.postings import STREAMS, VALUE_BITS
from indexer.fields import NAME_FIELDS


class Generation(Protocol):
    """What the writer must know of the generation it begins with; segment n has the rows from `bases[n]` on."""

    doc_values: DocValues
    segments: list[Segment]
    bases: npt.NDArray[np.int64]
    live_docs: Mask

    def close(self) -> None: ...


class ArticleWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer of one segment, fed with ready terms; it merges whole terms and saves the doc values."""

    def __init__(self, index: FileIndex, newest: Callable[[], Generation]) -> None:
        super().__init__(index, codec=ArrayCodec(), compound=False)
        self.pool: Any = Inverter(STREAMS)
        try:
            self._before = newest()  # asked for under the lock: nobody else can commit any more
        except BaseException:
            self.cancel()
            raise
        self._doc_values = self._before.doc_values
        self._new: list[Row] = []
        self._new_rows: dict[str, int] = {}
        self.changed = False

    def replace(self, article: Article) -> None:
        self.delete(article.id)
        terms, row = article_terms(article), self.docnum
        self.pool.add_positions("title", row, _positions([terms.title]))
        self.pool.add_positions("text", row, _positions([terms.text], _far(terms)))
        self.pool.add_counts("title_stems", row, Counter(terms.title_stems))
        self.pool.add_counts("text_stems", row, Counter((*terms.text_stems, *terms.author_stems)))
        for field in NAME_FIELDS:
            self.pool.add_positions(field, row, _positions(terms.names[field]))
        self._store(zlib.compress(article.to_json().encode("utf-8", "surrogatepass")))
        self._new.append(Row.of(article, terms))
        self._new_rows[article.id] = row

    def _store(self, article: bytes) -> None:
        self.perdocwriter.start_doc(self.docnum)
        self.perdocwriter.add_column_value("article", ARTICLE, article)
        self.perdocwriter.finish_doc()
        self.docnum += 1
        self._added = True

    def delete(self, article_id: str) -> None:
        self.changed = True
        if (new_row := self._new_rows.pop(article_id, None)) is not None:
            self.newsegment.delete_document(new_row)
        elif (row := self._before.doc_values.row(article_id, self._before.live_docs)) is not None:
            self.delete_document(row)

    def end(self) -> None:
        """What was not committed is given up."""
        if not self.is_closed:
            self.cancel()
        self._before.close()

    def merge_small(self, _: SegmentWriter, segments: list[Any]) -> list[Any]:
        """Segments that hold no more than twice what this commit has gathered join it, smallest first, and those that
        are mostly dead: a folder keeps few segments, and an article is rewritten a few times in its life only."""
        kept, merged_rows = [], [np.empty(0, dtype=np.int32)]
        for number in sorted(range(len(segments)), key=lambda i: int(live_docs(segments[i]).sum())):
            alive = live_docs(segments[number])
            if alive.sum() > 2 * self.docnum and alive.mean() >= 0.5:
                kept.append(number)
                continue
            rows = np.flatnonzero(alive).astype(np.int32)
            self._absorb(self._before.segments[number], rows)
            merged_rows.append(rows + np.int32(self._before.bases[number]))
        kept.sort()
        self._arrange(kept, merged_rows)
        return [segments[number] for number in kept]

    def _absorb(self, segment: Segment, rows: Ints) -> None:
        new_rows = np.full(len(segment.live_docs), -1, dtype=np.int32)
        new_rows[rows] = np.arange(len(rows), dtype=np.int32) + self.docnum
        for field_name, term in segment.terms.terms():
            word = term.decode()
            self.pool.absorb(field_name, word, segment.stored(field_name, word) or b"", new_rows)
        for row in rows:
            self._store(bytes(segment.articles[int(row)]))

    def _arrange(self, kept: list[int], merged_rows: list[Ints]) -> None:
        """The doc values of the generation to be: kept segments, new articles, then those of the merged segments."""
        bases, old = self._before.bases, self._before.doc_values
        rows = [np.arange(bases[number], bases[number + 1], dtype=np.int32) for number in kept]
        self._doc_values = old.take(np.concatenate([np.empty(0, dtype=np.int32), *rows])).join(DocValues.of(self._new))
        self._doc_values = self._doc_values.join(old.take(np.concatenate(merged_rows)))

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        for field_name, terms in sorted(self.pool.fields.items()):
            also = self.pool.fields["text"] if field_name == "title" else {}
            self.fieldwriter.add_terms(field_name, self.schema[field_name], sorted(terms.items()), also)
        self.fieldwriter.close()

    def _commit_toc(self, segments: list[Any]) -> None:
        folder = Path(self.storage.folder)
        self._doc_values.save(doc_values_file(folder, self.generation))
        for name in (*self.newsegment.list_files(self.storage), doc_values_file(folder, self.generation).name):
            _settle(folder / name)
        super()._commit_toc(segments)
        for file in folder.glob("columns_*.npz"):
            if file != doc_values_file(folder, self.generation):
                file.unlink(missing_ok=True)


def _settle(file: Path) -> None:
    """On the disk before a generation names it: Whoosh itself leaves that to the system's leisure."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def _far(terms: ArticleTerms) -> Iterator[tuple[int, Sequence[str]]]:
    """Authors' names, and where they stand: behind the text, each so far from all else that no phrase reaches there."""
    first = (len(terms.text) >> VALUE_BITS) + 2
    return ((2 * number << VALUE_BITS, name) for number, name in enumerate(terms.authors, first))


def _positions(values: Sequence[Sequence[str]], far: Iterable[tuple[int, Sequence[str]]] = ()) -> dict[str, list[int]]:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for start, value in (*((number << VALUE_BITS, value) for number, value in enumerate(values)), *far):
        for place, term in enumerate(value, start):
            positions[term].append(place)
    return positions
