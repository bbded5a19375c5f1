"""The running text of a page, by trafilatura."""

import trafilatura
from lxml.html import HtmlElement
from trafilatura.meta import reset_caches

_BLOCKS_IN_TABLE = ["p", "h1", "h2", "h3", "h4", "table", "div", "ul"]
forget = reset_caches


def running_text(tree: HtmlElement) -> str:
    """The paragraphs of the article on a page, a blank line between them; "" where the page has none."""
    _open_layout_tables(tree)
    text: str | None = trafilatura.extract(tree, favor_precision=True, include_comments=False)
    text = text or trafilatura.extract(tree, include_comments=False)
    return "\n\n".join((text or "").split("\n"))


def _open_layout_tables(tree: HtmlElement) -> None:
    """A table with paragraphs in it lays out a page and is no table of figures."""
    for table in list(tree.iter("table")):
        if next(table.iterdescendants(*_BLOCKS_IN_TABLE), None) is not None:
            for part in [table, *table.iterdescendants("tr", "td", "tbody", "th")]:
                part.tag = "div"
