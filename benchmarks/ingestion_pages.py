"""Saved pages with gold: what the readers and the cleaner make of them, counted against it."""

import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.article import PartialDate
from indexer.errors import Rejected
from indexer.ingest.cleaning.clean import clean
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats import registry


@dataclass(frozen=True, slots=True)
class Page:
    """A page's file and its gold; an empty gold value is one that nobody wrote down."""

    id: str
    file: Path
    title: str
    date: str
    authors: tuple[str, ...]
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    @property
    def is_development(self) -> bool:
        """Rules are written looking at these only; the others are held out."""
        return zlib.crc32(self.id.encode()) % 2 == 1


@dataclass(slots=True)
class Counts:
    """Sums over pages: right answers and questions of each kind."""

    found: int = 0
    wanted: int = 0
    kept_out: int = 0
    unwanted: int = 0
    titles: int = 0
    titles_same: int = 0
    titles_asked: int = 0
    dates: int = 0
    dates_asked: int = 0
    authors: int = 0
    authors_asked: int = 0
    rejected: int = 0

    @property
    def segments_f1(self) -> float:
        """Precision is wanted segments among all segments found, recall those among all wanted."""
        leaked = self.unwanted - self.kept_out
        precision = self.found / max(1, self.found + leaked)
        recall = self.found / max(1, self.wanted)
        return 2 * precision * recall / max(1e-9, precision + recall)


def pages_of(folder: Path) -> Iterator[Page]:
    """The pages of `folder/pages.jsonl`; their files are named relative to `folder`."""
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        gold: dict[str, Any] = json.loads(line)
        yield Page(
            id=gold["id"],
            file=folder / gold["html"],
            title=gold["title"] or "",
            date=_day(gold["date"] or ""),
            authors=_listed(gold["author"]),
            wanted=tuple(gold["with"]),
            unwanted=tuple(gold["without"]),
        )


def draft_of(page: Page) -> Draft | None:
    """The cleaned draft of a page, or None where it is rejected."""
    data = page.file.read_bytes()
    try:
        found = next(registry.read(RawFile(page.file.name, data, "")))
        return clean(found) if isinstance(found, Draft) else None
    except Rejected:
        return None


def count(answers: Iterable[tuple[Page, Draft | None]]) -> Counts:
    counts = Counts()
    for page, draft in answers:
        counts.rejected += draft is None
        _count_page(counts, page, draft or Draft(text=""))
    return counts


def _count_page(counts: Counts, page: Page, draft: Draft) -> None:
    shown = _spaced(f"{draft.title}\n{draft.text}")
    counts.wanted += len(page.wanted)
    counts.found += sum(_spaced(segment) in shown for segment in page.wanted)
    counts.unwanted += len(page.unwanted)
    counts.kept_out += sum(_spaced(segment) not in shown for segment in page.unwanted)
    counts.titles_asked += bool(page.title)
    counts.titles += bool(page.title) and is_title(draft.title, page.title)
    counts.titles_same += bool(page.title) and folded(draft.title) == folded(page.title)
    counts.dates_asked += bool(page.date)
    counts.dates += bool(page.date) and published(draft) == page.date
    counts.authors_asked += bool(page.authors)
    counts.authors += bool(page.authors) and is_author(draft.authors, page.authors)


def is_title(title: str, gold: str) -> bool:
    """Right: the same letters and digits, or one within the other and at least six tenths as long.

    The rule lets a heading with or without its kicker or site name pass, and nothing shorter; how many are the
    same to the letter is printed beside it.
    """
    short, long = sorted((folded(title), folded(gold)), key=len)
    return bool(short) and short in long and len(short) >= 0.6 * len(long)


def is_author(authors: Iterable[str], gold: Iterable[str]) -> bool:
    """Right: any author that is found is one of the gold's, by containment either way."""
    found = [folded(author) for author in authors if folded(author)]
    return any(one in other or other in one for one in found for other in map(folded, gold) if other)


def published(draft: Draft) -> str:
    """The day that the archive would show, as yyyy-mm-dd, or what is known of it."""
    date: PartialDate = date_of(draft)
    return date.value


def _day(written: str) -> str:
    """Two of the gold's days are written year, day, month: told by a month above twelve."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", written.strip())
    if match and int(match[2]) > 12:
        return f"{match[1]}-{match[3]}-{match[2]}"
    return written.strip()


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(each) for each in value if each)
    return (str(value),) if value else ()


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))
