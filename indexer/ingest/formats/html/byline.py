"""The authors whom a page shows: where sites mark a byline, where a link leads to its author, where a line says it."""

import re
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from indexer.ingest.cleaning.author_names import Authors, after_by, authors_in
from indexer.ingest.formats.html.byline_places import is_its_own, is_marked, leads_to_author
from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.shown import shown

_TAGS = (
    *("a", "span", "div", "p", "address", "li", "b", "strong", "cite", "h3", "h4", "h5", "h6", "em", "i"),
    *("small", "ul", "dd", "aside"),
)
_MOST_ELEMENTS, _MOST_LINES, _NEAR = 6000, 60, 150
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
    r"\b(?:staff|desk|newsroom|editorial board|editors|reuters|associated press|afp|ap|tass|xinhua|interfax|efe|ansa"
    r"|dpa|news agency|press service|bureau|correspondents?|redaktion|rédaction|redacción|redazione|редакция)\b",
    re.I,
)
_LONGEST, _MOST_BESIDE, _LEAST_SHARE = 120, 20, 0.25
_SHORTEST, _LONGEST_NAME, _MOST_WORDS = 2, 50, 5
_DESK_WITHIN, _MOST_FAR = 40, 2


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a page's markup names as authors, and `others` less surely; `sites` are keys of what the site is called."""

    authors: Sequence[str] = ()
    sites: Collection[str] = ()
    others: Sequence[str] = ()


def authors_of(named: Named, tree: HtmlElement, heading: Heading | None, text: str = "") -> tuple[str, ...]:
    """The people whom the markup names, else those whom the page shows, else a body that either names.

    The name of the site is nobody's. `text` is the article's, which may end with a byline.
    """
    marked = authors_in(named.authors, named.sites)
    if marked.people:
        return marked.people
    found = authors_shown(tree, heading, named.sites)
    people = found.people or _at_end(text, named.sites)
    return people or marked.bodies or authors_in(named.others, named.sites).names or found.bodies


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
    places = enumerate(elements)
    marked = ((at, each) for at, each in places if is_marked(each) or (at < _NEAR and leads_to_author(each)))
    bylines = [(at, each) for at, each in marked if is_its_own(each, own)]
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


def _beside(element: HtmlElement, sites: Collection[str]) -> tuple[str, ...]:
    """The people in a byline, and in those of its form that stand beside it."""
    people = authors_in([_short(element)], sites).people
    parent = element.getparent()
    if not people or parent is None:
        return people
    form = element.get("class")
    alike = [each for each in islice(parent.iter(element.tag), _MOST_BESIDE) if each.get("class") == form]
    beside = [_short(each) for each in alike if each is not element and (is_marked(each) or leads_to_author(each))]
    return tuple(dict.fromkeys([*people, *authors_in(beside, sites).people]))


def _is_line(element: HtmlElement, own: Container[HtmlElement], *, near: bool) -> bool:
    text = (element.text or "").strip() or "".join(child.text or "" for child in element[:1])
    if not text or len(text) > _LONGEST:
        return False
    return bool(_LABEL.match(f"{text} ") or (near and after_by(f"{text.strip()} x"))) and is_its_own(element, own)


def _of_line(element: HtmlElement, sites: Collection[str]) -> tuple[str, ...]:
    """The people in a line that says little else: `Von Moskau nach Kiew` names none."""
    line = _short(element)
    people = authors_in([line], sites).people
    return people if sum(map(len, people)) > _LEAST_SHARE * len(after_by(line) or line) else ()


def _short(element: HtmlElement) -> str:
    words = shown(element)
    return words if len(words) <= _LONGEST else ""


def _body(element: HtmlElement) -> tuple[str, ...]:
    if not is_marked(element) and "/@" in element.get("href", ""):
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
