"""A page read by the rules of its site, with BeautifulSoup's selectors."""

import re
from dataclasses import dataclass

from indexer.ingest.formats.html.soup import Soup, Tag, soup_of
from indexer.ingest.sites import SiteRules

_BLOCKS = [
    *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "footer", "h1", "h2", "h3"),
    *("h4", "h5", "h6", "header", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"),
]
_HIDDEN = "script, style, noscript, template, svg, nav, form"
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class BySite:
    """What the rules found; "" where they name nothing or the page has no such element."""

    title: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    text: str = ""


def read_by_site(page: str, rules: SiteRules) -> BySite:
    soup = soup_of(page)
    title, date = _first(soup, rules.title), _first(soup, rules.date)
    authors = tuple(_one_line(tag) for tag in soup.select(rules.authors)) if rules.authors else ()
    # found before any is taken off: a rule may name a place beside another's
    for tag in [tag for selector in (_HIDDEN, *rules.drop) for tag in soup.select(selector)]:
        tag.extract()
    body = soup.select_one(rules.body) if rules.body else None
    return BySite(title, date, authors, block_text(body) if body else "")


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML that is all content, such as a feed's entry; a blank line between blocks."""
    soup = soup_of(fragment)
    for tag in soup.select("script, style, template"):
        tag.extract()
    return block_text(soup)


def block_text(element: Tag) -> str:
    for text in element.find_all(string=True):
        text.replace_with(_SPACES.sub(" ", str(text)))
    for tag in element.find_all(_BLOCKS):
        tag.insert(0, "\n\n")
        tag.append("\n\n")
    for tag in element.find_all("br"):
        tag.replace_with("\n")
    lines = (line.strip() for line in element.get_text().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _first(soup: Soup, selector: str) -> str:
    tag = soup.select_one(selector) if selector else None
    return str(tag.get("datetime") or _one_line(tag)) if tag else ""


def _one_line(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
