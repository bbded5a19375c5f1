"""Who reads a saved page: Communiqué, and the libraries that it is measured beside."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import htmldate
import trafilatura
from lxml import html

from indexer.errors import Rejected
from indexer.ingest.cleaning.clean import clean
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats import registry

try:
    from readability import Document
    from readability.readability import Unparseable
except ImportError:  # pip install readability-lxml
    Document = Unparseable = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is made of a page; `day` as far as it is known ("2017-01", ""), `doubtful` where its own reader says so."""

    title: str = ""
    day: str = ""
    authors: tuple[str, ...] = ()
    text: str = ""
    doubtful: bool = False


def communique(file: Path) -> Answer:
    """The file's name may have the day of the gold in it, and is not looked at."""
    with suppress(Rejected):
        for found in registry.read(RawFile(f"page{file.suffix}", file.read_bytes(), "")):
            if isinstance(found, Draft):
                draft = clean(found)
                return Answer(draft.title, date_of(draft).value, draft.authors, draft.text, bool(draft.doubt))
    return Answer()


def trafilatura_and_htmldate(file: Path) -> Answer:
    data = file.read_bytes()
    day: str | None = htmldate.find_date(data.decode("utf-8", "replace"), original_date=True)
    found: Any = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None:
        return Answer(day=day or "")
    return Answer(found.title or "", day or "", tuple(filter(None, (found.author or "").split("; "))), found.text or "")


def readability(file: Path) -> Answer:
    document: Any = Document(file.read_bytes())
    with suppress(Unparseable):
        pieces = map(str, html.fromstring(document.summary()).itertext())
        return Answer(document.short_title(), text=" ".join(pieces))
    return Answer()


CONTENDERS: dict[str, Callable[[Path], Answer]] = {
    "Communiqué": communique,
    "trafilatura + htmldate": trafilatura_and_htmldate,
    **({"readability": readability} if Document else {}),
}
