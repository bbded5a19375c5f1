"""The paragraphs between an article's heading and its body that say in short what it is about."""

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import normalize

from lxml.html import HtmlElement

from indexer.ingest.formats.html.shown import linked_length, shown
from indexer.text.title_key import title_key

_BLOCKS = ("p", "div", "h2", "h3", "h4", "section", "ul", "ol", "li", "table", "article", "header", "blockquote")
_CANDIDATES = frozenset(("p", "div", "h2", "h3", "h4", "span", "strong", "b", "em", "section", "blockquote", "summary"))
_OUTSIDE = frozenset(
    (
        *("a", "aside", "button", "figcaption", "figure", "footer", "form", "nav", "noscript", "picture", "script"),
        *("style", "svg", "table", "template", "time", "video", "ul", "ol"),
    )
)
_FURNITURE = ("a", "aside", "nav", "figure", "footer")
_NAMED = re.compile(
    r"lead(?!er|ing)|lede|stand-?first|teaser|sub-?(?:title|head|line)|deck?(?![a-z])|excerpt|summary|abstract|intro"
    r"|chapo|chapeau|vorspann|anrei[sß]+er|ingress|entradilla|bajada|copete|occhiello|sommario|sapo|sottotitolo|anons"
    r"|standf|preamble|description|perex|strapline|kicker-?text",
    re.IGNORECASE,
)
_NO_LEAD = re.compile(
    r"caption|credit|copyright|byline|author|autor|share|social|newsletter|promo|related|comment|tags?(?![a-z])|cookie"
    r"|banner|subscri|paywall|player|breadcrumb|menu|hidden|advert|sponsor|disclaimer|toolbar|audio|rating",
    re.IGNORECASE,
)
_DESCRIPTIONS = frozenset(("description", "og:description"))
_MOST_ELEMENTS = 150
_SHORTEST, _SENTENCE, _LONG, _LONGEST = 40, 60, 80, 900
_SAME = 30  # letters and digits at the beginning by which two paragraphs are the same
_BOXES = 3
_MOST = 2
_ENDS = (".", "!", "?", "…", "”", '"', "»", "“", "。", "।", "؟")


def leads_of(tree: HtmlElement, heading: HtmlElement | None, text: str) -> list[str]:
    """Those that are not in the article's `text`, in the order of the page.

    A lead stands below the heading and above the text's first paragraph; it is called so, or the page's markup
    describes the article with its words, or it is a sentence in the heading's own box.
    """
    if heading is None:
        return []
    kept, said = title_key(text), _descriptions(tree)
    boxes = set(islice(heading.iterancestors(), _BOXES - 1))
    found: list[str] = []
    for element, words in _below(heading):
        key = title_key(words)
        if key[:_SAME] in kept:
            if len(key) >= _SAME and len(words) > _SENTENCE:
                break
            continue
        if _is_lead(element, words, key, said, boxes) and key not in map(title_key, found):
            found.append(words)
        if len(found) == _MOST:
            break
    return found


def _descriptions(tree: HtmlElement) -> list[str]:
    metas = [each for each in tree.iter("meta") if (each.get("name") or each.get("property")) in _DESCRIPTIONS]
    keys = {title_key(normalize("NFC", each.get("content") or ""))[:_SAME] for each in metas}
    return [key for key in keys if len(key) == _SAME]


def _below(heading: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The smallest boxes below the heading that have a paragraph's words."""
    for element in islice(_following(heading), _MOST_ELEMENTS):
        if element.tag not in _CANDIDATES or next(element.iterdescendants(*_BLOCKS), None) is not None:
            continue
        words = normalize("NFC", shown(element))  # as the extractor writes it
        if len(words) >= _SHORTEST:
            yield element, words


def _following(heading: HtmlElement) -> Iterator[HtmlElement]:
    for box in (heading, *heading.iterancestors()):
        for sibling in box.itersiblings():
            yield from sibling.iter()


def _is_lead(element: HtmlElement, words: str, key: str, said: list[str], boxes: set[HtmlElement]) -> bool:
    around = [element, *islice(element.iterancestors(), _BOXES)]
    if any(each.tag in _OUTSIDE for each in around) or next(element.iterancestors(*_FURNITURE), None) is not None:
        return False
    names, boxes_names = " ".join(map(_names, around[:2])), " ".join(map(_names, around))
    if len(words) > _LONGEST or _NO_LEAD.search(boxes_names) or linked_length(element) > 0.5 * len(words):
        return False
    is_sentence = words.endswith(_ENDS)
    if any(key.startswith(each) for each in said) or _NAMED.search(names):
        return is_sentence or len(words) >= _LONG
    return is_sentence and len(words) >= _SENTENCE and element.getparent() in boxes


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
