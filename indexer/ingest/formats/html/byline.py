"""The author whom a page shows, by the elements that sites mark a byline with."""

import re
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.formats.html.shown import shown

_TAGS = ("a", "span", "div", "p", "address", "li", "b", "strong", "cite", "h3", "h4", "h5", "em", "i")
_MOST_ELEMENTS = 6000
_BYLINE = re.compile(r"(?:^|[\s_-])(?:author|byline|autor|auteur|redakteur)s?(?:$|[\s_-]|name)", re.IGNORECASE)
_NOT_ITS_OWN = re.compile(r"comment|respon[ds]|footer|related|teaser", re.IGNORECASE)
# only before the name: within one, "de" and "von" are its own, and "by" ends a Toby
_BY = re.compile(
    r"\W*(?:(?:written|posted|published|text|words)\s+)?"
    r"(?:by|von|par|por|de|text|words|autor(?:in)?|author|auteur|posted|от|автор)\s*:?\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?:[|,•·/—–]|\d|\b(?:am|on|in)\b).*", re.DOTALL)
_LONGEST_BYLINE, _LONGEST_NAME, _MOST_WORDS = 120, 50, 5


def author_shown(tree: HtmlElement) -> tuple[str, ...]:
    """The first byline's name, or nothing; a commenter's is never taken."""
    for element in islice(tree.iter(*_TAGS), _MOST_ELEMENTS):
        if _is_byline(element) and (name := _name(shown(element))):
            return (name,)
    return ()


def _is_byline(element: HtmlElement) -> bool:
    marked = element.get("rel") == "author" or element.get("itemprop") == "author"
    if not marked and not _BYLINE.search(element.get("class", "")):
        return False
    around = (element, *islice(element.iterancestors(), 6))
    return not any(_NOT_ITS_OWN.search(f"{each.get('class', '')} {each.get('id', '')}") for each in around)


def _name(byline: str) -> str:
    if len(byline) > _LONGEST_BYLINE:
        return ""
    before = _BY.match(byline)
    name = _AFTER_NAME.sub("", byline[before.end() if before else 0 :]).strip()
    is_name = 2 < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS and name[0].isupper()
    return name if is_name and not name.endswith(":") and not _BYLINE.fullmatch(name) else ""
