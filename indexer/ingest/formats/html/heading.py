"""The heading of a page's article in its tree, and the date that stands beside it, where no teaser's can."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.dates.date_lines import date_line, date_line_in
from indexer.ingest.formats.html.shown import shown, title_key
from indexer.ingest.formats.html.teasers import in_teaser, own_boxes

_SHORTEST = 8
_MOST_HEADINGS = 40
_NODES_BELOW = 25
_PARAGRAPH = 100
_NODES_ABOVE = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's element and its words on one line."""

    element: HtmlElement
    text: str


def find_heading(tree: HtmlElement, names: Sequence[str], site: str = "") -> Heading | None:
    """The heading that the first of `names` confirms which confirms any, else the only one of the first level.

    `names` are what the page's markup calls the article, the surest first; a heading that only repeats the
    name of the `site` is none.
    """
    headings = [each for each in _headings(tree) if title_key(each.text) != title_key(site)]
    for name in filter(None, map(title_key, names)):
        best = max(headings, key=lambda each: _likeness(name, title_key(each.text)), default=None)
        if best and _likeness(name, title_key(best.text)) > 0.3:
            return best
    first_level = [each for each in headings if each.element.tag == "h1"]
    names_site = any(title_key(name).endswith(title_key(each.text)) for each in first_level for name in names)
    return first_level[0] if len(first_level) == 1 and not names_site else None


def date_beside(heading: Heading) -> str:
    """The first date just below the heading, else the last one just above it in the same box; as written."""
    own = own_boxes(heading.element)
    for element, text, declared in _below(heading.element):
        found = declared or date_line_in(text)
        if found and not in_teaser(element, own):
            return found
    return _above(heading.element)


def _headings(tree: HtmlElement) -> list[Heading]:
    found = islice(tree.iter("h1", "h2", "h3"), _MOST_HEADINGS)
    headings = [Heading(element, text) for element in found if (text := shown(element))]
    return sorted(headings, key=lambda each: each.element.tag)


def _likeness(name: str, heading: str) -> float:
    """How much of the longer one the shorter one is, where the longer contains it; else 0."""
    short, long = sorted((name, heading), key=len)
    if short == long:
        return 1.0
    return len(short) / len(long) if len(short) >= _SHORTEST and short in long else 0.0


def _below(element: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    """The texts that follow the heading up to the second paragraph, each with its element and with the
    machine-readable date of a `<time>`, if it is one."""
    nodes = paragraphs = 0
    for following in element.xpath("following::*[not(self::script or self::style)][position() <= 60]"):
        declared = following.get("datetime", "") if following.tag == "time" else ""
        for text in (following.text, following.tail):
            words = " ".join((text or "").split())
            if words or declared:
                yield following, words, declared
                declared, nodes, paragraphs = "", nodes + 1, paragraphs + (len(words) > _PARAGRAPH)
        if nodes > _NODES_BELOW or paragraphs > 1:
            return


def _above(element: HtmlElement) -> str:
    before = list(islice(element.itersiblings(preceding=True), _NODES_ABOVE))
    texts = [words for each in before if isinstance(each.tag, str) and len(words := shown(each)) < 60]
    return next((found for words in texts if (found := date_line(words))), "")
