"""Links as pages place them, and the addresses of articles."""

from dataclasses import dataclass

from indexer.article import Article
from indexer.fields import FACETS, FacetField
from web import wording
from web.params import SearchParams, address


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several ways to see the same result."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the result; `href` is the same search without it."""

    label: str
    value: str
    href: str
    excluded: bool = False


def article_url(article_id: str, params: SearchParams | None = None, passage: int | None = None) -> str:
    """The article as seen from a search: its words stay marked and the way back stays open."""
    fragment = f"p{passage}" if passage else ""
    return address(f"/articles/{article_id}", params.pairs() if params else [], fragment)


def name_links(article: Article, field: FacetField, params: SearchParams) -> list[Link]:
    """Each value of the article in one facet, as a link that narrows `params` to it."""
    heading = FACETS[field].heading.lower()
    return [
        Link(wording.value(field, raw), params.including(field, raw).url(), f"Only articles with this {heading}")
        for raw in FACETS[field].values(article)
    ]
