"""The words of an element as a reader sees them."""

from itertools import islice

from lxml.html import HtmlElement

_UNSEEN = ("script", "style", "noscript", "template", "svg")
_MOST_ELEMENTS = 200


def linked_length(element: HtmlElement) -> int:
    """How many characters of an element's text are in links."""
    return sum(len(link.text_content()) for link in element.iter("a"))


def shown(element: HtmlElement) -> str:
    """The words of an element as a reader sees them, on one line."""
    if element.tag in _UNSEEN:
        return ""
    pieces = [element.text or ""]
    for child in islice(element.iterdescendants(), _MOST_ELEMENTS):
        if child.tag not in _UNSEEN and isinstance(child.tag, str):
            pieces.append(child.text or "")
        pieces.append(child.tail or "")
    return " ".join(" ".join(pieces).split())
