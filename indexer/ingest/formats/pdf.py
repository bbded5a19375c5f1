"""PDF: the text of each page, without what every page repeats; where pages begin is remembered."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import accumulate

import pypdfium2

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.dates import date_of
from indexer.ingest.draft import MAX_CHARACTERS, Draft, RawFile, Rejection
from indexer.text.title_key import title_key

_MOST_PAGES = 5000
_SHOWN = 10
_EDGE = 2
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s)?\d{1,4}(?:\s?(?:/|of|von|de|из)\s?\d{1,4})?[-–—\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# pdfium's two signs for a hyphen and the end of a line after it
_HYPHENS = str.maketrans({"\ufffe": "-\n", "\x02": "-\n"})


class Pdf:
    name = "pdf"
    suffixes = (".pdf",)

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        try:
            document = pypdfium2.PdfDocument(file.data)
        except pypdfium2.PdfiumError as error:
            raise Rejected(f"not a PDF that can be opened ({error})") from None
        with closing(document):
            pages = _pages(document)
            yield _draft([page or [] for page in pages], _stated(document))
        if bad := [str(number) for number, page in enumerate(pages, 1) if page is None]:
            shown = ", ".join(bad[:_SHOWN]) + (" …" if len(bad) > _SHOWN else "")
            yield Rejection(file.path, "cannot be read; the other pages were", f"page {shown}")


def _draft(pages: Sequence[Sequence[str]], stated: dict[str, str]) -> Draft:
    text, starts = _joined(_without_running_lines(pages))
    if not text.strip():
        raise Rejected("no text in it: a PDF of pictures needs text recognition first")
    title = " ".join(stated.get("Title", "").split())
    shown = bool(title_key(title)) and title_key(title) in title_key(text[:3000])
    draft = Draft(text=text, title=title if shown else "", page_starts=starts)
    created = stated.get("CreationDate", "").removeprefix("D:")[:8]
    undated = created.isdigit() and date_of(draft).precision == "none"
    return replace(draft, date=created, date_evidence=DateEvidence("PDF")) if undated else draft


def _pages(document: pypdfium2.PdfDocument) -> list[list[str] | None]:
    """The lines of each page; None for one that cannot be read."""
    if len(document) > _MOST_PAGES:
        raise Rejected(f"a PDF of {len(document):,} pages, more than {_MOST_PAGES:,}")
    pages: list[list[str] | None] = []
    room = MAX_CHARACTERS
    for number in range(len(document)):
        text = _text(document, number)
        room -= len(text or "")
        if room < 0:
            raise Rejected(f"a text of more than {MAX_CHARACTERS:,} characters is no single article")
        pages.append(None if text is None else text.translate(_HYPHENS).splitlines())
    if pages and all(page is None for page in pages):
        raise Rejected("a PDF of which no page can be read")
    return pages


def _text(document: pypdfium2.PdfDocument, number: int) -> str | None:
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
            return str(text_page.get_text_bounded())
    except (pypdfium2.PdfiumError, ValueError):
        return None


def _stated(document: pypdfium2.PdfDocument) -> dict[str, str]:
    try:
        return dict(document.get_metadata_dict())
    except (pypdfium2.PdfiumError, ValueError):
        return {}


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without their numbers and without the lines at top or bottom that most of them share."""
    edges = Counter(key for lines in pages for key in set(map(_without_digits, [*lines[:_EDGE], *lines[-_EDGE:]])))
    running = {key for key, times in edges.items() if times >= 3 and times > len(pages) / 2}
    return [_trimmed(lines, running) for lines in pages]


def _trimmed(lines: Sequence[str], running: set[str]) -> list[str]:
    edge = {*range(_EDGE), *range(len(lines) - _EDGE, len(lines))}
    return [line for index, line in enumerate(lines) if index not in edge or not _is_running(line, running)]


def _is_running(line: str, running: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line)) or _without_digits(line) in running


def _without_digits(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _joined(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    texts = ["\n".join(lines) + "\n" for lines in pages]
    return "".join(texts), tuple(accumulate(map(len, texts[:-1]), initial=0))
