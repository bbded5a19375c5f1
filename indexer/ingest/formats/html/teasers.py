"""The dates of teasers: those that stand in one small box with a link to another article."""

import re
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.dates import FoundDate, dates_in
from indexer.ingest.dates.date_lines import dates_written
from indexer.ingest.formats.html.shown import shown
from indexer.text.dates.numeric import Order
from indexer.text.title_key import title_key

_LONGEST = 500
# an author's name beside a date may be a link of three words
_FEWEST_BESIDE_DATE = 4
_BOXES = 3
_MOST_LINKS = 50
_ROOM = 160
_IN_FIGURES = re.compile(r"[0-9]/[0-9]{1,2}/[0-9]|[0-9]-[0-9]{1,2}-[0-9]")


def showing(day: str, tree: HtmlElement) -> list[HtmlElement]:
    """The elements whose own words, or those right after them, show `day` (yyyy-mm-dd)."""
    return [each for each in tree.iter() if _shows(each.text, day) or _shows(each.tail, day)]


def in_teaser(element: HtmlElement, own: set[HtmlElement]) -> bool:
    """Whether a small box around the element, other than the article's `own_boxes`, links to another article."""
    for box in (element, *islice(element.iterancestors(), _BOXES)):
        if box in own or len(shown(box)) > _ROOM:
            return False
        if any(_leads_elsewhere(link, own) for link in islice(box.iter("a"), _MOST_LINKS)):
            return True
    return False


def _leads_elsewhere(link: HtmlElement, own: set[HtmlElement]) -> bool:
    words = shown(link)
    heading = next((title_key(shown(each)) for each in own if each.tag in {"h1", "h2", "h3"}), "")
    long = len(words.split()) >= _FEWEST_BESIDE_DATE and not dates_written(words)  # a date may be a link to its article
    return bool(link.get("href")) and long and title_key(words) not in heading


def own_boxes(heading: HtmlElement) -> set[HtmlElement]:
    """The elements that the article's heading is in, and itself."""
    return {heading, *heading.iterancestors()}


def _shows(text: str | None, day: str) -> bool:
    words = (text or "").strip()
    return day[:4] in words and len(words) < _LONGEST and bool(found_as(day, words))


def found_as(day: str, words: str) -> list[FoundDate]:
    """Where the words have `day` (yyyy-mm-dd), figures read either way: 12/01/2026 shows two days."""
    orders: tuple[Order | None, ...] = (None, "day first", "month first") if _IN_FIGURES.search(words) else (None,)
    return [each for order in orders for each in dates_in(words, order) if each.value == day]
