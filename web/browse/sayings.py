"""What a person says in the archive, with words that were looked for or without: "Quotations by X"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, repeat

from indexer.article import Article
from indexer.search.evidence.sayings import Saying, sayings
from indexer.search.page import ArticleMarks, Choice, SearchInput
from indexer.search.rewrite.said import said_in
from web import archive
from web.browse.places import place_urls
from web.browse.years import Year, YearLink, by_year, year_links
from web.i18n import formatting
from web.marks import Piece, excerpt
from web.site import site
from web.urls.links import name_page
from web.urls.params import SearchParams

PLACE = "quotations"  # where they stand on the page
_SHOWN = 10
_FROM_ONE = 3  # out of one article
_LONGEST = 600  # characters of a sentence that is not cut
_QUESTION = 240
_CUT_BEFORE, _CUT_BEHIND = (Piece("…\N{NO-BREAK SPACE}"),), (Piece("\N{NO-BREAK SPACE}…"),)
Marker = Callable[[Article], ArticleMarks]


@dataclass(frozen=True, slots=True)
class SayingView:
    """`is_said`: the words are the person's own, without the marks that quote them. `kind` says where it was said, and
    `addressee` to whom, in the article's words; both are empty where that is nothing special or not known."""

    article: Article
    href: str
    pieces: tuple[Piece, ...]
    is_said: bool
    question: tuple[Piece, ...]
    kind: str
    addressee: str


@dataclass(frozen=True, slots=True)
class SayingsView:
    """`typed`: the words that were looked for; `summary` counts the articles that quote the person, with them or all,
    to which `search` leads, and `whole` to all that the person says."""

    typed: str
    summary: str
    search: str
    whole: str
    links: tuple[YearLink, ...]
    years: tuple[Year[SayingView], ...]


def sayings_view(name: str, typed: str, year: str) -> SayingsView | None:
    """None where nobody quotes the person, whether with these words and in this year or not."""
    choices = (Choice("speaker", (name,)), *([Choice("year", (year,))] if year else []))
    query = said_in(typed)
    asked = SearchInput(query, choices, sort="newest", match="all", hints=False, facets=("year",))
    found = archive.search(replace(asked, size=_SHOWN, collapse=True))
    if not found.total and not typed and not year:
        return None
    params = SearchParams(replace(asked, facets=SearchInput().facets, match="any", hints=True), site().page_size)
    marks = archive.marker(query, (name,)) if query else None
    articles = (result.article for result in found.results)
    shown = (each for article in articles for each in _views(article, name, marks, params if typed else None))
    return SayingsView(
        typed=typed,
        summary=formatting.count(found.total, "article"),
        search=params.url(),
        whole=f"{name_page('person', name)}#{PLACE}",
        links=() if typed else year_links(found.facets[0], "person", name, year, PLACE),
        years=by_year(islice(shown, _SHOWN)),
    )


def _views(article: Article, name: str, marks: Marker | None, params: SearchParams | None) -> Iterator[SayingView]:
    found = sayings(article, name, _FROM_ONE, marks(article).text if marks else None)
    hrefs = place_urls(article, [each.start for each in found], params)
    return map(_view, repeat(article), found, hrefs)


def _view(article: Article, saying: Saying, href: str) -> SayingView:
    quotation = saying.quotation
    return SayingView(
        article=article,
        href=href,
        pieces=_pieces(article, saying),
        is_said=saying.is_said,
        question=_question(article.text[slice(*quotation.question)]) if quotation.question else (),
        kind=formatting.said_in(quotation.kind),
        addressee=saying.addressee,
    )


def _question(text: str) -> tuple[Piece, ...]:
    return excerpt(text.strip("-–— \n"), (), _QUESTION)


def _pieces(article: Article, saying: Saying) -> tuple[Piece, ...]:
    marks = [(first - saying.start, last - saying.start) for first, last in saying.marks]
    shown = excerpt(article.text[saying.start : saying.end], marks, _LONGEST)
    before = _CUT_BEFORE if saying.cut_before and "…" not in shown[0].text[:1] else ()
    behind = _CUT_BEHIND if saying.cut_behind and "…" not in shown[-1].text[-1:] else ()
    return (*before, *shown, *behind)
