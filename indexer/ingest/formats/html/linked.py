"""Lines of a text that only lead to other pages: "Read also: …", lists of titles between two paragraphs."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from indexer.ingest.formats.html.prose import size
from indexer.ingest.formats.html.shown import shown
from indexer.text.title_key import title_key

_BOXES = frozenset(("p", "li", "h2", "h3", "h4", "h5"))
_FEWEST_WORDS = 4
_SHORTEST, _LONGEST = 8, 250
_WIDE_TITLE, _WIDE = 24, 1.8
_LINKED = 0.65
_MOST = 0.25  # of a text: an overview is made of links
# READ ALSO | ..., Read more: ...
_LABEL = re.compile(r"(?:[^\W\d_]{1,20}\s){0,3}[^\W\d_]{1,20}\s?[|:»>]\s?")
_SENTENCE = (".", "!", ";", "。")


def without_links(tree: HtmlElement, lines: Sequence[str]) -> list[str]:
    """The lines that are more than a link; all of them where links are much of the text."""
    links = _links(tree)
    falling = [title_key(line) in links and not line.endswith(_SENTENCE) for line in lines]
    lost = sum(len(line) for line, falls in zip(lines, falling, strict=True) if falls)
    if lost > _MOST * sum(map(len, lines)):
        return list(lines)
    return [line for line, falls in zip(lines, falling, strict=True) if not falls]


def _is_wide(title: str) -> bool:
    """Whether it is in a script that parts no words, and long enough for a title."""
    return size(title) >= max(_WIDE_TITLE, _WIDE * len(title))


def _links(tree: HtmlElement) -> set[str]:
    """The keys of the boxes that have little besides one link."""
    found = set()
    for link in tree.iter("a"):
        title = link.text_content().strip()
        box = link.getparent() if _SHORTEST <= len(title) <= _LONGEST and len(link.get("href", "")) > 1 else None
        if box is not None and box.tag not in _BOXES:
            box = box.getparent()
        if box is not None and box.tag in _BOXES and (len(title.split()) >= _FEWEST_WORDS or _is_wide(title)):
            words = shown(box) if box.text_content().strip() != title else title
            if len(title) >= _LINKED * len(words) or _LABEL.fullmatch(words.removesuffix(title)):
                found.add(title_key(words))
    return found
