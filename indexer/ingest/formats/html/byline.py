"""The authors whom a page shows: where sites mark a byline, where a link leads to its author, where a line says it."""

import re
from collections.abc import Collection, Container, Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.cleaning.author_names import Authors, after_by, authors_in
from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.shown import shown

_TAGS = (
    *("a", "span", "div", "p", "address", "li", "b", "strong", "cite", "h3", "h4", "h5", "h6", "em", "i"),
    *("small", "ul", "dd", "aside"),
)
_MOST_ELEMENTS, _MOST_LINES, _NEAR = 6000, 60, 150
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
# "By" may begin any teaser, but a label stands nowhere else
_LABEL = re.compile(
    r"\s*(?:(?:autor(?:in)?(?:/autor)?|auteur|author|автор|текст)\s*[:：]?\s|[(（【]?(?:责编|责任编辑|責任編輯|记者|記者)\s*[:：])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile("[(（【\\[][^()（）【】]{2,60}[)）】\\]]")
_BRACKETS = "()（）【】[]"
_CLOSING, _LONGEST_CLOSING, _MOST_SHARE = 3, 80, 0.6
# below the heading a desk or an agency may be named as people are
_DESK = re.compile(
    r"\b(?:staff|desk|newsroom|editorial board|editors|reuters|associated press|afp|ap|tass|xinhua|interfax|efe|ansa|dpa"
    r"|news agency|press service|bureau|correspondents?|redaktion|rédaction|redacción|redazione|редакция)\b",
    re.I,
)
_LONGEST, _MOST_BESIDE, _LEAST_SHARE = 120, 20, 0.25
_SHORTEST, _LONGEST_NAME, _MOST_WORDS, _ROOM = 2, 50, 5, 40
_DESK_WITHIN, _MOST_FAR = 40, 2


def authors_of(
    said: Sequence[str],
    sites: Collection[str],
    tree: HtmlElement,
    heading: Heading | None,
    others: Sequence[str] = (),
    text: str = "",
) -> tuple[str, ...]:
    """The people whom the markup names (`said`), else those whom the page shows, else a body that either names.

    `sites` are keys of what the site is called: its name is nobody's. `others`: whom the markup names less surely.
    `text` is the article's, which may end with a byline.
    """
    marked = authors_in(said, sites)
    if marked.people:
        return marked.people
    found = authors_shown(tree, heading, sites)
    people = found.people or _at_end(text, sites)
    return people or marked.bodies or authors_in(others, sites).names or found.bodies


def _at_end(text: str, sites: Collection[str]) -> tuple[str, ...]:
    """The people of a byline below the text: `By Ann Lee`, `【山田太郎】`."""
    lines = (line.strip() for line in text.rsplit("\n\n", _CLOSING)[1:][::-1])
    bylines = (
        line for line in lines if len(line) <= _LONGEST_CLOSING and (after_by(line) or _IN_BRACKETS.fullmatch(line))
    )
    return next(filter(None, (_people_alone(line, sites) for line in bylines)), ())


def _people_alone(line: str, sites: Collection[str]) -> tuple[str, ...]:
    """The people in a line that says nothing else."""
    people = authors_in([line], sites).people
    return people if sum(map(len, people)) > _MOST_SHARE * len(after_by(line.strip(_BRACKETS)) or line) else ()


def authors_shown(tree: HtmlElement, heading: Heading | None = None, sites: Collection[str] = ()) -> Authors:
    """A commenter's name, or that of another article's author, is never taken."""
    elements = _nearest_first(tree, heading)
    own = set(heading.element.iterancestors()) if heading else set()
    marked = [
        each for each in enumerate(elements) if _is_marked(each[1]) or (each[0] < _NEAR and _leads_to_author(each[1]))
    ]
    bylines = [(at, each) for at, each in marked if _is_its_own(each, own)]
    near = (_beside(each, sites) for at, each in bylines if at < _NEAR)
    far = (_beside(each, sites) for at, each in bylines if at >= _NEAR)
    beside_heading = _MOST_LINES if heading else 0
    lines = (_of_line(each, sites) for at, each in enumerate(elements) if _is_line(each, own, near=at < beside_heading))
    people = next(filter(None, near), ()) or next(filter(None, lines), ()) or _of_one(far)
    if people:
        return Authors(people)
    bodies = next(filter(None, (_body(each) for _, each in bylines)), ())
    return Authors((), bodies or next(filter(None, map(_desk, elements[:_DESK_WITHIN] if heading else ())), ()))


def _of_one(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The first people of bylines far below the heading, where these do not name ever others, as comments do."""
    people = list(dict.fromkeys(filter(None, found)))
    return people[0] if people and len(people) <= _MOST_FAR else ()


def _nearest_first(tree: HtmlElement, heading: Heading | None) -> list[HtmlElement]:
    """The elements that may hold a byline, by their distance from the heading, which counts twice above it."""
    tags = (*_TAGS, heading.element.tag) if heading else _TAGS
    elements = list(islice(tree.iter(*tags), _MOST_ELEMENTS))
    if not heading or heading.element not in elements:
        return elements
    at = elements.index(heading.element)
    below, above = elements[at:], elements[:at][::-1]
    ranked = [
        *((2 * place, each) for place, each in enumerate(below)),
        *((4 * place + 3, each) for place, each in enumerate(above)),
    ]
    return [each for _, each in sorted(ranked, key=lambda one: one[0])]


def _is_marked(element: HtmlElement) -> bool:
    return element.get("rel") == "author" or element.get("itemprop") == "author" or _has_byline_class(element)


def _has_byline_class(element: HtmlElement) -> bool:
    name = element.get("class")
    return bool(name) and bool(_BYLINE.search(_NEW_WORD.sub("-", name)))


def _leads_to_author(element: HtmlElement) -> bool:
    where = element.get("href", "") if element.tag == "a" else ""
    return bool(_TO_AUTHOR.search(where)) and not _OF_PICTURES.search(where)


def _is_its_own(element: HtmlElement, own: Container[HtmlElement] = ()) -> bool:
    """Whether no box around it is one of pictures, of comments or of other articles, and no link leads to one.

    `own`: the boxes that the heading is in; how these are called says nothing of a byline, nor does `teaser` of a
    line in one.
    """
    for each in (element, *islice(element.iterancestors(), 6)):
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


def _beside(element: HtmlElement, sites: Collection[str]) -> tuple[str, ...]:
    """The people in a byline, and in those of its form that stand beside it."""
    people = authors_in([_short(element)], sites).people
    parent = element.getparent()
    if not people or parent is None:
        return people
    form = element.get("class")
    alike = [each for each in islice(parent.iter(element.tag), _MOST_BESIDE) if each.get("class") == form]
    beside = [_short(each) for each in alike if each is not element and (_is_marked(each) or _leads_to_author(each))]
    return tuple(dict.fromkeys([*people, *authors_in(beside, sites).people]))


def _is_line(element: HtmlElement, own: Container[HtmlElement], *, near: bool) -> bool:
    text = (element.text or "").strip() or "".join(child.text or "" for child in element[:1])
    if not text or len(text) > _LONGEST:
        return False
    return bool(_LABEL.match(f"{text} ") or (near and after_by(f"{text.strip()} x"))) and _is_its_own(element, own)


def _of_line(element: HtmlElement, sites: Collection[str]) -> tuple[str, ...]:
    """The people in a line that says little else: `Von Moskau nach Kiew` names none."""
    line = _short(element)
    people = authors_in([line], sites).people
    return people if sum(map(len, people)) > _LEAST_SHARE * len(after_by(line) or line) else ()


def _short(element: HtmlElement) -> str:
    words = shown(element)
    return words if len(words) <= _LONGEST else ""


def _body(element: HtmlElement) -> tuple[str, ...]:
    if not _is_marked(element) and "/@" in element.get("href", ""):
        return ()
    bodies = authors_in([_short(element)]).bodies
    return tuple(name for name in bodies if name[0].isupper() and _is_short_name(name))


def _desk(element: HtmlElement) -> tuple[str, ...]:
    """The desk or agency in a line that says nothing else: `By Harbour Staff`."""
    line = _short(element) if len(element) <= 1 else ""
    named = after_by(line) if line else ""
    return authors_in([line]).bodies if named and _is_short_name(named) and _DESK.search(named) else ()


def _is_short_name(name: str) -> bool:
    return _SHORTEST < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS
