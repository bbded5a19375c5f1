"""The running text that a page shows, wherever it stands: it measures an extractor's answer and makes it whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from lxml.html import HtmlElement

from indexer.ingest.formats.html.shown import linked_length, shown
from indexer.text.title_key import title_key

_LEAVES = ("p", "div", "td", "li", "blockquote", "pre", "dd", "section", "article", "main")
_BLOCKS = (*_LEAVES, "ul", "ol", "table", "h1", "h2", "h3", "h4", "form", "dl", "aside", "figure", "header", "footer")
_IN_BOXES = frozenset(_BLOCKS)
_OUTSIDE = ("nav", "footer", "form", "button", "select", "figure", "figcaption", "noscript", "template", "script")
_SHORTEST = 60
_LINKED = 0.6
_SAME = 30  # letters and digits at the beginning by which two paragraphs are the same
_OF_TEXT = 0.3
_KNOWN = 0.5

# of scripts that write a word in one or two letters a text is that much longer than it looks
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDTH = 1.5
_TOKEN = re.compile(rf"{_WIDE.pattern}|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{1,40}}")

_MUCH = 800
_MOST = 2000
_LONGEST_TEXT = 500_000
_BESIDE_TAGS = frozenset(("aside", "a", "header", "footer", "nav", "form"))
_BESIDE = re.compile(
    r"comment|kommentar|reply|replies|respon[ds]|discuss|disqus|forum|teaser|related|recommend|sidebar|widget|footer|promo"
    r"|newsletter|card|archive|popup|modal|overlay|cookie|consent|privacy|more-|latest|recent|popular|trending|carousel"
    r"|slide|caption|author|profile|banner|advert|sponsor|outbrain|taboola|menu|tooltip|faq|review",
    re.IGNORECASE,
)

Place = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of a page, the letters that it begins with, and its `size`."""

    element: HtmlElement
    words: str
    key: str
    size: int

    @property
    def place(self) -> Place:
        """The names and first classes of the boxes that it is in: paragraphs of one text have the same."""
        return tuple((each.tag, _first_class(each)) for each in (self.element, *self.element.iterancestors()))


def prose_of(tree: HtmlElement) -> list[Prose]:
    """The paragraphs of some length that are no lists of links, each once."""
    found: dict[str, Prose] = {}
    for element in tree.iter(*_LEAVES):
        if len(found) < _MOST and _is_leaf(element) and size(element.text_content()) >= _SHORTEST:
            words = normalize("NFC", shown(element))  # as the extractor writes it
            if size(words) >= _SHORTEST and linked_length(element) <= _LINKED * len(words) and not _is_outside(element):
                key = title_key(words[: 3 * _SAME])[:_SAME]
                found.setdefault(key, Prose(element, words, key, size(words)))
    return list(found.values())


def size(text: str) -> int:
    """How long a text is, in letters of a script that has an alphabet."""
    return len(text) if text.isascii() else len(text) + int(_WIDTH * len(_WIDE.findall(text)))


def _is_leaf(element: HtmlElement) -> bool:
    if not len(element):
        return True
    # most boxes are told by their first child, in a fraction of the time
    return element[0].tag not in _IN_BOXES and next(element.iterdescendants(*_BLOCKS), None) is None


def lost_prose(prose: Sequence[Prose], text: str) -> int:
    """How many characters of a page's prose are not in the text."""
    kept = title_key(text)
    return sum(each.size for each in prose if each.key not in kept)


def is_short(prose: Sequence[Prose], text: str, least: float = 0) -> bool:
    """Whether the page has more prose outside the text than the text has, besides what readers and editors add.

    `least`: how many characters of it, where that is another number.
    """
    least = least or max(_MUCH, size(text))
    if sum(each.size for each in prose) < least:
        return False
    kept = title_key(text)
    missing = [each for each in prose if each.key not in kept]
    if sum(each.size for each in missing) < least:
        return False
    own = {_article(each.element) for each in prose if each.key in kept}
    lost = (each for each in missing if not _is_beside(each.element) and _article(each.element) in {None, *own})
    return sum(each.size for each in lost) >= least


def _article(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("article"), None)


def _is_beside(element: HtmlElement) -> bool:
    """Whether a paragraph stands among comments, teasers, notices or the like, as its boxes are called."""
    boxes = (element, *element.iterancestors())
    return any(each.tag in _BESIDE_TAGS or _BESIDE.search(_called(each)) for each in boxes)


def _called(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}" if element.tag not in {"body", "html"} else ""


def made_whole(prose: Sequence[Prose], lines: Sequence[str]) -> list[str]:
    """The lines of a text, and among them the page's paragraphs that stand in the same boxes as most of them."""
    if sum(map(len, lines)) > _LONGEST_TEXT:
        return list(lines)
    keys = [title_key(line) for line in lines]
    kept = "\n".join(keys)
    is_kept = [each.key in kept for each in prose]
    if all(is_kept):
        return list(lines)
    places = Counter[Place]()
    for each, there in zip(prose, is_kept, strict=True):
        if there:
            places[each.place] += len(each.words)
    enough, known = _OF_TEXT * places.total(), _pairs("\n".join(lines))
    added: dict[int, list[str]] = {}
    at = -1
    for each, there in zip(prose, is_kept, strict=True):
        if there:
            at = next((index for index in range(max(at, 0), len(keys)) if each.key in keys[index]), at)
        elif places[each.place] > enough and _is_new(each.words, known):
            added.setdefault(at, []).append(each.words)
    return [*added.get(-1, []), *_inserted(lines, added)]


def _inserted(lines: Sequence[str], added: dict[int, list[str]]) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield line
        yield from added.get(index, [])


def share_within(text: str, other: str) -> float:
    """How many of a text's word pairs the other one has; 1 where it has none."""
    pairs = _pairs(text)
    return len(pairs & _pairs(other)) / len(pairs) if pairs else 1.0


def _is_new(words: str, known: set[tuple[str, ...]]) -> bool:
    """Whether a text has few of its word pairs."""
    pairs = _pairs(words)
    return len(pairs & known) < _KNOWN * len(pairs)


def _pairs(text: str) -> set[tuple[str, ...]]:
    folded = text.casefold()
    # some scripts part no words
    return set(pairwise(folded.split() if text.isascii() or not _WIDE.search(text) else _TOKEN.findall(folded)))


def _first_class(element: HtmlElement) -> str:
    return "".join((element.get("class") or "").split(maxsplit=1)[:1])


def _is_outside(element: HtmlElement) -> bool:
    """Whether it stands in a page's furniture or is not shown at all."""
    boxes = (element, *element.iterancestors())
    return any(each.tag in _OUTSIDE or each.get("hidden") is not None or _is_hidden(each) for each in boxes)


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
