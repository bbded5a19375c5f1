"""The dates of teasers: those that stand in one small box with a link to another article."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.dates import dates_in
from indexer.ingest.formats.heading import shown

_MOST_LINKS = 500
_FEWEST_WORDS = 3
_BOXES = 3
_ROOM = 160


def teaser_days(tree: HtmlElement) -> set[str]:
    """The days, as yyyy-mm-dd, of all teasers on the page."""
    boxes = {box for link in islice(tree.iter("a"), _MOST_LINKS) for box in _boxes(link)}
    return {found.value for box in boxes for found in dates_in(box) if found.year and found.day}


def _boxes(link: HtmlElement) -> Iterator[str]:
    """The words of the elements around a link that hold little else; a link of one or two words is a menu's."""
    words = shown(link)
    if len(words.split()) < _FEWEST_WORDS:
        return
    for box in islice(link.iterancestors(), _BOXES):
        text = shown(box)
        if len(text) > len(words) + _ROOM:
            return
        yield text
