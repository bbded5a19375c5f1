"""Where on a page an author may be named, and whether that is the article's."""

import re
from collections.abc import Container
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.formats.html.shown import shown

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor|autore|auteur|redakteur|verfasser|journalist|reporter|contributor|writer"
    r"|skribent|forfatter|autorenzeile|authorline)s?(?:$|[\s_-]|name)",
    re.IGNORECASE,
)
_NEW_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_ITS_OWN = re.compile(
    r"comment|respon[ds]|related|recommend|teaser|(?:^|\s)(?:(?:page|site|main)[-_]?)?footer|licen[cs]e|figcaption"
    r"|(?:^|[\s_-])(?:photo|image|picture|media|foto|bild)[-_]?(?:credits?|author|autor|caption)|(?:wp|image)-caption",
    re.IGNORECASE,
)
_TEASER = re.compile("teaser", re.IGNORECASE)
_OF_PICTURES = re.compile(
    r"unsplash\.com|pexels\.com|flickr\.com|pixabay\.com|wikimedia\.org|creativecommons\.org|shutterstock\.com", re.I
)
_TO_AUTHOR = re.compile(
    r"/(?:authors?|autor(?:en|in|innen|es)?|auteurs?|staff|reporters?|redakteure?|journalists?|contributors?|newsteam"
    r"|writers?|by|forfatter|skribent|avtory?)/[^/?#]|/@[^/?#]",
    re.IGNORECASE,
)
_LONGEST, _ROOM, _DEEP = 120, 40, 6


def is_marked(element: HtmlElement) -> bool:
    """Whether the markup calls it the place of an author."""
    return element.get("rel") == "author" or element.get("itemprop") == "author" or _has_byline_class(element)


def _has_byline_class(element: HtmlElement) -> bool:
    name = element.get("class")
    return bool(name) and bool(_BYLINE.search(_NEW_WORD.sub("-", name)))


def leads_to_author(element: HtmlElement) -> bool:
    """Whether it links to the page of an author, and not of whoever made a picture."""
    where = element.get("href", "") if element.tag == "a" else ""
    return bool(_TO_AUTHOR.search(where)) and not _OF_PICTURES.search(where)


def is_its_own(element: HtmlElement, own: Container[HtmlElement] = ()) -> bool:
    """Whether no box around it is one of pictures, of comments or of other articles, and no link leads to one.

    `own`: the boxes that the heading is in; how these are called says nothing of a byline, nor does `teaser` of a
    line in one.
    """
    for each in (element, *islice(element.iterancestors(), _DEEP)):
        if each in own:
            break
        if _is_others(each) and not _is_line_of(each, own):
            return False
    link = next(element.iterancestors("a"), None)
    return link is None or len(shown(link)) <= len(shown(element)) + _ROOM


def _is_others(box: HtmlElement) -> bool:
    if box.tag in {"aside", "nav"} and not _has_byline_class(box) and len(shown(box)) > _LONGEST:
        return True
    return box.tag in {"figure", "figcaption"} or bool(_NOT_ITS_OWN.search(_called(box)))


def _is_line_of(box: HtmlElement, own: Container[HtmlElement]) -> bool:
    """Whether it is a short line beside the heading, called after the teaser that it would be elsewhere."""
    parent = box.getparent()
    if parent is None or parent.tag == "body" or parent not in own or len(shown(box)) > _LONGEST:
        return False
    return not _NOT_ITS_OWN.search(_TEASER.sub("", _called(box)))


def _called(box: HtmlElement) -> str:
    return f"{box.get('class', '')} {box.get('id', '')}"
