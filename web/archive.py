"""The archive as one request sees it: one generation, searched with the names of this site's authority files."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask, Response, g, request
from werkzeug.routing import RequestRedirect

from indexer.article import Article, Quotation
from indexer.authority import Authority, load
from indexer.engines.engine import Reader
from indexer.errors import ArticleMissing, ArticleRemoved
from indexer.fields import FACETS
from indexer.indexing.whereabouts import whereabouts
from indexer.search import cost, page
from indexer.search.page import ArticleMarks, SearchInput, SearchPage
from indexer.search.plan import Plan
from indexer.search.quotation.check import Checked, check
from indexer.search.quotations import said
from indexer.search.suggest import Suggestion, suggest
from web import gate
from web.i18n import formatting, names
from web.i18n.language import gettext
from web.site import site
from web.urls.address import address

Said = tuple[Quotation, ...]
_BEGUN = 200  # of the characters typed that a name may go on from


def init_app(app: Flask) -> None:
    app.after_request(_until_sent)
    app.teardown_appcontext(_let_go)


def _until_sent(response: Response) -> Response:
    """A file is made of the articles while it is sent, long after its request; to HEAD nothing is sent."""
    if response.is_streamed and request.method != "HEAD" and "reader" in g:
        response.call_on_close(g.pop("reader").close)
    return response


def _let_go(_: BaseException | None) -> None:
    if "reader" in g:
        g.pop("reader").close()


def reader() -> Reader:
    """The request's generation: taken once, so that one response never mixes two. Raises as `Engine.reader` does."""
    if "reader" not in g:
        g.reader = site().engine.reader()
    taken: Reader = g.reader
    return taken


def search(asked: SearchInput) -> SearchPage:
    return page.search(reader(), asked, site().names, _begin)


def _begin(planned: Plan, costs: float) -> None:
    """Raises Overloaded where it is costly and others are under way."""
    gate.ask(costs)
    g.narrowed = planned.narrowed or was_narrowed()


def saying(asked: SearchInput, speakers: Collection[str]) -> tuple[SearchPage, Iterator[tuple[Article, Said]]]:
    """A page of articles, and of each what one of the speakers says in it that holds what was typed."""
    plans: list[Plan] = []

    def begin(planned: Plan, costs: float) -> None:
        plans.append(planned)
        _begin(planned, costs)

    found = page.search(reader(), asked, site().names, begin)
    articles = [each.article for each in found.results]
    gate.ask(cost.showing(articles))
    return found, ((each, said(each, plans[-1].expanded, speakers)) for each in articles)


def was_narrowed() -> bool:
    """Whether anything in this answer is about less than was asked for: then nobody keeps it."""
    return bool(g.get("narrowed", False))


def every(asked: SearchInput) -> Iterator[Article]:
    """For a file, which is read while it is sent."""
    return _found(asked)[1]


def first(asked: SearchInput, most: int) -> tuple[Article, ...]:
    number, articles = _found(asked, most)
    gate.ask(cost.reading(number))
    return tuple(articles)


def _found(asked: SearchInput, most: int | None = None) -> tuple[int, Iterator[Article]]:
    planned = page.planned_whole(reader(), asked, site().names, most)
    _begin(planned, planned.cost)
    return page.every(reader(), planned)


def every_saying(asked: SearchInput, speakers: Collection[str]) -> Iterator[tuple[Article, Said]]:
    """The same of all articles, for a file."""
    planned = page.planned_whole(reader(), asked, site().names)
    _begin(planned, planned.cost)
    _, articles = page.every(reader(), planned)
    return ((each, said(each, planned.expanded, speakers)) for each in articles)


def marker(typed: str, speakers: Collection[str] = ()) -> Callable[[Article], ArticleMarks]:
    """Made once for all the articles of an answer. `speakers`: those who are chosen."""
    if not typed:
        return lambda _: ArticleMarks()
    mark = page.marker(reader(), typed, site().names, frozenset(speakers))

    def marked(article: Article) -> ArticleMarks:
        gate.ask(cost.showing([article]))
        return mark(article)

    return marked


def stretch(article: Article, key: str) -> tuple[int, int] | None:
    """Where the words of a passage's key stand; None where they are gone, and for whatever is no key."""
    gate.ask(cost.showing([article]))
    return article.stretch(key)


def quoted(text: str) -> Checked:
    return check(reader(), text, gate.ask)


def suggestions(typed: str, code: str) -> tuple[Suggestion, ...]:
    """Names are found by what pages in the language `code` call them, and said so; to search for is the value."""
    begun = " ".join(typed[-_BEGUN:].split())
    fields = (field for field, facet in FACETS.items() if facet.suggested and begun)
    called = {field: names.found(field, begun, code, begun=True) for field in fields}
    found = suggest(reader(), typed, called=called)
    return tuple(replace(each, text=names.said(each.kind, each.text, code)) for each in found)


def authority() -> Authority:
    return load(site().authority_folder)


def article_or_missing(article_id: str) -> Article:
    """Whoever asks under a former id is led to the one it has now, for good."""
    found = reader().article(article_id)
    if found is not None:
        return found
    known = whereabouts(site().index, article_id)
    if known.led_to:
        raise RequestRedirect(_renamed(article_id, known.led_to))
    if known.removed:
        day = formatting.day(datetime.fromtimestamp(known.removed, UTC).date().isoformat())
        raise ArticleRemoved(gettext("It was in this archive until %(day)s.", day=day))
    raise ArticleMissing(
        gettext("No article of this archive has this address."), remedy=gettext("Search for its title.")
    )


def article_of(article_id: str) -> Article | None:
    """The same, of ids that somebody has kept: None where it is no more."""
    found = reader().article(article_id)
    if found is None and (now := whereabouts(site().index, article_id).led_to):
        found = reader().article(now)
    return found


def _renamed(former: str, now: str) -> str:
    """The address of this request with one id in the place of another."""
    path = "/".join(now if part == former else part for part in request.path.split("/"))
    return address(path, list(request.args.items(multi=True)))
