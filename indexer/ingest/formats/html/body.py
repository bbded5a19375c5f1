"""The article's running text on a page, by trafilatura."""

from itertools import count

import trafilatura
from lxml.html import HtmlElement
from trafilatura.meta import reset_caches

_BLOCKS_IN_TABLE = ("p", "h1", "h2", "h3", "h4", "table", "div", "ul")
_FEWEST_WORDS = 60
_MANY_ELEMENTS = 20_000
_PAGES_BETWEEN_RESETS = 500
_pages = count(1)


def running_text(tree: HtmlElement) -> str:
    """The paragraphs of the article on a page, a blank line between them; "" where the page has none."""
    if next(_pages) % _PAGES_BETWEEN_RESETS == 0:
        # trafilatura and htmldate remember what they have seen, and never forget by themselves
        reset_caches()
    _open_layout_tables(tree)
    # the second opinions that trafilatura asks take time by the square of a page's elements
    fast = tree.xpath("count(.//*)") > _MANY_ELEMENTS
    text: str | None = trafilatura.extract(tree, favor_precision=True, include_comments=False, fast=fast)
    text = text or trafilatura.extract(tree, include_comments=False, fast=fast) or _all_paragraphs(tree)
    return "\n\n".join((text or "").split("\n"))


def _all_paragraphs(tree: HtmlElement) -> str:
    """The last resort; a page of a few words is more likely to be no article than to be a short one."""
    text: str = trafilatura.baseline(tree)[1]
    return text if len(text.split()) >= _FEWEST_WORDS else ""


def _open_layout_tables(tree: HtmlElement) -> None:
    """A table with paragraphs in it lays out a page and is no table of figures."""
    for table in list(tree.iter("table")):
        if next(table.iterdescendants(*_BLOCKS_IN_TABLE), None) is not None:
            for part in [table, *table.iterdescendants("tr", "td", "tbody", "th")]:
                part.tag = "div"
