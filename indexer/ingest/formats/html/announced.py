"""Lists that a text announces: "The council adopted the following documents:" and, below, links to them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.formats.html.shown import shown
from indexer.text.title_key import title_key

_COLON = (":", "：")
_FEWEST_WORDS, _LONGEST, _MOST_ITEMS = 3, 400, 60
# what leads to other pages
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:read|see|related|more|also|further|share|follow|tags?|topics?|lesen|mehr|lire|voir|aussi|leer|más|ver"
    r"|читайте|смотрите|также|leggi|anche)(?!\w)",
    re.IGNORECASE,
)


def with_announced_lists(tree: HtmlElement, lines: Sequence[str]) -> list[str]:
    """The lines of a text, and below each that ends with a colon the items of the page's list that it is about."""
    announcing = {title_key(line): at for at, line in enumerate(lines) if _announces(line)}
    if not announcing:
        return list(lines)
    kept = title_key("\n".join(lines))
    added: dict[int, list[str]] = {}
    for each in islice(tree.iter("ul", "ol"), _MOST_ITEMS):
        above = each.getprevious()
        at = announcing.get(title_key(shown(above))) if above is not None and isinstance(above.tag, str) else None
        if at is not None:
            added[at] = [item for item in _items(each) if title_key(item) not in kept]
    return [said for at, line in enumerate(lines) for said in (line, *added.get(at, ()))]


def _announces(line: str) -> bool:
    return line.endswith(_COLON) and len(line.split()) >= _FEWEST_WORDS and not _ELSEWHERE.search(line)


def _items(listed: HtmlElement) -> Iterator[str]:
    items = (shown(each) for each in islice(listed.iterchildren("li"), _MOST_ITEMS))
    return (f"- {item}" for item in items if 0 < len(item) <= _LONGEST)
