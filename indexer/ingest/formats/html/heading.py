"""The heading of a page's article in its tree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from lxml.html import HtmlElement

from indexer.ingest.cleaning.author_names import is_person
from indexer.ingest.cleaning.furniture import is_furniture
from indexer.ingest.dates.date_lines import date_line_in
from indexer.ingest.formats.html.shown import shown
from indexer.text.title_key import title_key

_SHORTEST = 8
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 24
_FRONT_PAGE = re.compile(r"(?:https?://[^/?#\s]{1,200})?/?(?:index\.\w{3,5})?", re.IGNORECASE)
_MOST_HEADINGS, _MOST_BLOCKS = 40, 200
_MOST_WORDS = 25
_DEEP = 8
_MOST_ABOVE = 4
_PARTS = re.compile(r"\s[|»›·•–—:-]\s")  # of a window's title: the site and its section
_LARGE = re.compile(r"\+[1-6]|[4-7]")
_HEADLINE = re.compile(
    r"(?<![a-z])(?:(?:content|component)?head(?:line|ing)|title|titel|titre|t[ií]tulo)(?![a-z])", re.IGNORECASE
)
_PARAGRAPH = 100


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's element and its words on one line."""

    element: HtmlElement
    text: str


def find_heading(tree: HtmlElement, names: Sequence[str], site: str = "") -> Heading | None:
    """The heading that the first of `names` confirms which confirms any, else the one that a reader takes for it.

    `names` are what the page's markup calls the article, the surest first; a heading that only repeats the
    name of the `site`, or that leads to its front page, is none.
    """
    shown_order = [each for each in _headings(tree) if not _is_sites(each, site)]
    if below := _below_site(shown_order, names):
        return below
    headings = sorted(shown_order, key=lambda each: each.element.tag)
    for name in filter(None, map(title_key, names)):
        best = max(headings, key=lambda each: _likeness(name, title_key(each.text)), default=None)
        if best and _likeness(name, title_key(best.text)) > 0.3:
            return best
    return _unconfirmed(headings, names) or _large_line(
        tree, [name for name in names if title_key(name) != title_key(site)]
    )


def _below_site(headings: Sequence[Heading], names: Sequence[str]) -> Heading | None:
    """The second of two headings that follow each other and are parts of a window's title: the first is the site's.

    The name of a person is rather the author's.
    """
    parts = [{title_key(part) for part in _PARTS.split(name)} for name in names if name]
    for above, below in pairwise(headings[:_MOST_ABOVE]):
        one, two = title_key(above.text), title_key(below.text)
        if one != two and above.element.tag < below.element.tag and any({one, two} <= each for each in parts):
            return None if is_person(below.text) else below
    return None


def _large_line(tree: HtmlElement, names: Sequence[str]) -> Heading | None:
    """The large line above the first paragraph, where the page has no headings and the markup's names say little."""
    if not all(map(_says_little, chain.from_iterable(map(_PARTS.split, filter(None, names))))):
        return None
    for element in islice(tree.iter("p", "div", "td", "center", "font"), _MOST_BLOCKS):
        words = shown(element)
        large = next(filter(_is_large, islice(element.iter(), _DEEP)), None) if words else None
        if large is not None and shown(large) == words and _is_title_like(words):
            return Heading(element, words)
        if len(element.text or "") > _PARAGRAPH:
            return None
    return None


def _is_large(element: HtmlElement) -> bool:
    """Whether its tag or its size sets it off, or its class calls it the headline."""
    size = element.get("size", "") if element.tag == "font" else ""
    return (
        element.tag in {"b", "strong", "big"}
        or bool(_LARGE.fullmatch(size))
        or bool(_HEADLINE.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
    )


def _is_title_like(words: str) -> bool:
    few = _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS
    return few and not words.endswith((".", ":", ";", ",")) and not is_furniture(words) and not date_line_in(words)


def _unconfirmed(headings: Sequence[Heading], names: Sequence[str]) -> Heading | None:
    """The only heading of the first level, or the first of several that is long; where there is none, the only one of
    the second, or of the third."""
    keys = [title_key(name) for name in names if name]
    for level in ("h1", "h2", "h3"):
        own = [each for each in headings if each.element.tag == level and not _is_beside(each.element)]
        own = [each for each in own if not any(key.endswith(title_key(each.text)) for key in keys)]
        telling = [each for each in own if not _says_little(each.text) or _begins_one(each, names)]
        if telling and (len(own) == 1 or level == "h1"):
            return telling[0]
    return None


def _begins_one(heading: Heading, names: Sequence[str]) -> bool:
    """Whether a name is the heading and the site's, as in `Ice 1700 - Harbour Council`."""
    begun = (
        name[len(heading.text) :].lstrip() for name in names if name.casefold().startswith(heading.text.casefold())
    )
    return any(rest[:1] in {*"|»›«·•–—:-/"} for rest in begun)


def _is_sites(heading: Heading, site: str) -> bool:
    if title_key(heading.text) == title_key(site) or is_furniture(heading.text):
        return True
    links = [link for link in heading.element.iter("a") if link.get("href")]
    links += [each for each in heading.element.iterancestors("a") if each.get("href")]
    return any(
        _FRONT_PAGE.fullmatch(link.get("href")) and title_key(shown(link)) == title_key(heading.text) for link in links
    )


def _is_beside(element: HtmlElement) -> bool:
    """Whether it stands in the page's menus or margin and not with the article."""
    return any(each.tag in {"nav", "aside", "footer"} for each in element.iterancestors())


def _says_little(words: str) -> bool:
    """One or two words that nothing confirms are rather the name of a section; some scripts part no words."""
    return (
        len(words.split()) < _FEWEST_WORDS and len(title_key(words)) * (1 if words.isascii() else 2) < _FEWEST_LETTERS
    )


def _headings(tree: HtmlElement) -> list[Heading]:
    found = islice(tree.iter("h1", "h2", "h3"), _MOST_HEADINGS)
    seen = (element for element in found if next(element.iterancestors("template", "noscript"), None) is None)
    return [Heading(element, text) for element in seen if (text := shown(element))]


def _likeness(name: str, heading: str) -> float:
    """How much of the longer one the shorter one is, where the longer contains it; else 0."""
    short, long = sorted((name, heading), key=len)
    if short == long:
        return 1.0
    return len(short) / len(long) if len(short) >= _SHORTEST and short in long else 0.0
