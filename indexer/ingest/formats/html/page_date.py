"""The date of a page's article as the page writes it, and where: beside the heading, in its markup, or by htmldate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import islice

from lxml.html import HtmlElement

from indexer.article import DateEvidence
from indexer.ingest.dates import date_of
from indexer.ingest.dates.labels import may_date
from indexer.ingest.draft import Draft
from indexer.ingest.formats.html.guess import guessed_day
from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.metadata import Metadata
from indexer.ingest.formats.html.shown import shown
from indexer.ingest.formats.html.stamps import Stamp, stamps_beside

_Found = tuple[str, DateEvidence]
_BESIDE = DateEvidence("beside heading")
_TWO_WAYS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})(?=\2\d{2})")
_MOST_BOXES = 40
_ZONE = timedelta(days=1)


def page_date(said: Metadata, heading: Heading | None, tree: HtmlElement, by_site: str) -> _Found:
    """Publication as the markup states it, in the words of a stamp beside the heading where that is of the same day in
    some time zone, or says of another one that it was then; without such markup the stamp, the surest first."""
    if by_site:
        return by_site, DateEvidence("site rules")
    page = _Page(said, tree, stamps_beside(heading) if heading else [])
    if found := next(page.found(), None):
        return found
    guessed = guessed_day(tree, heading, said.url)
    return (guessed, DateEvidence("htmldate")) if guessed else (said.date, said.date_evidence)


@dataclass(frozen=True)
class _Page:
    said: Metadata
    tree: HtmlElement
    stamps: list[Stamp]

    def found(self) -> Iterator[_Found]:
        """The days that the page states, the surest first."""
        stated, evidence = self.stated
        published = self.day(stated)
        if published:
            own = next((each for each in self._telling() if self._tells(each, stated, published)), None)
            yield (own.written, _BESIDE) if own else (stated, evidence)
        for each in sorted(self.stamps, key=lambda stamp: stamp.said != "published"):
            if may_date(each.said) and each.alone and self.day(each.written):
                yield each.written, _BESIDE
        for each in self.stamps:
            if each.by_box and each.alone and self.day(each.written):
                yield each.written, _BESIDE
        if self.day(self.said.date):
            yield self.said.date, self.said.date_evidence

    def _telling(self) -> list[Stamp]:
        """The stamps that are called publication, and the first that is called nothing: what follows it may be an
        entry's of a live blog."""
        plain = [each for each in self.stamps if not each.said][:1]
        changed = [each for each in self.stamps if each.by_box and each.said == "updated"]
        return [*(each for each in self.stamps if each.said == "published"), *plain, *changed]

    @cached_property
    def stated(self) -> _Found:
        """What the markup says of publication; an element marked so where the page's head does not."""
        if self.said.is_publication and self.day(self.said.date):
            return self.said.date, self.said.date_evidence
        marked = islice(self.tree.xpath("//*[@itemprop='datePublished' or @pubdate]"), _MOST_BOXES)
        written = {self.day(text): text for each in marked if (text := _written(each))}
        sole = next(iter(written.values()), "") if len(written) == 1 else ""
        return sole, DateEvidence("meta", "datePublished")

    def day(self, written: str) -> date | None:
        if not written:
            return None
        draft = Draft(text="", date=written, url=self.said.url, language=self.said.language)
        found = date_of(draft)
        return date.fromisoformat(found.value) if found.precision == "day" else None

    def _tells(self, stamp: Stamp, stated: str, published: date) -> bool:
        """Whether a stamp is as good as markup that says another day: of the same one elsewhere, called publication in
        words, or of a day before, which no change of the page can be."""
        day = self.day(stamp.written)
        if day and _instant(stamp.written) == _instant(stated) is not None:
            return True
        if not day or not may_date(stamp.said):
            return False
        if day == published:
            return True
        if stamp.said == "published" and not stamp.by_box:
            return True
        if not stamp.alone or self._is_change(stamp.written, stated):
            return False
        return day - published <= _ZONE and published != self.day(_turned(stamp.written))

    def _is_change(self, written: str, stated: str) -> bool:
        """Whether a stamp shows the very moment at which the page says that it was changed, and not that of
        publication."""
        changes = {_instant(each) for each in self.said.changed} - {_instant(stated), None}
        return _instant(written) in changes


def _written(element: HtmlElement) -> str:
    return str(element.get("content") or element.get("datetime") or shown(element))


def _turned(written: str) -> str:
    """With day and month in the other order: 11.03.17 is in November elsewhere."""
    return _TWO_WAYS.sub(r"\3\2\1", written, count=1)


def _instant(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
