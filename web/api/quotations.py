"""What somebody said, as data: found by speaker, words and dates, in the newest articles first."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flask import Blueprint, request

from indexer.article import Article, Quotation
from indexer.search.json_form import Json, place_form, said_form
from indexer.search.page import Choice, SearchInput
from indexer.search.quotation.context import context
from indexer.search.rewrite.said import said_in
from indexer.text.analysis import terms
from indexer.text.web_address import is_tracker
from web import archive
from web.http.headers import conditional_get
from web.http.problems import BadRequestParams
from web.i18n.language import gettext
from web.site import site
from web.urls.links import absolute, article_url
from web.urls.params import SearchParams
from web.urls.reading import MAX_VALUES, Args, BadParam, read

_PARAMETERS = frozenset({"q", "speaker", "from", "to", "page", "size"})
_SHOWN = 600  # characters of what is said, around which its context is
_SPEAKERS = 10_000  # names that are looked through for words of one

bp = Blueprint("api_quotations", __name__, url_prefix="/api")


@dataclass(frozen=True, slots=True)
class Wanted:
    """`params`: as it was asked for, for links; `asked`: what is searched for it; `speakers`: any of these."""

    params: SearchParams
    asked: SearchInput
    speakers: tuple[str, ...]


@bp.get("/quotations")
@conditional_get
def quotations() -> Json:
    """`total`, `page` and `size` count articles: all that is said in one stands together."""
    wanted = wanted_quotations(request.args)
    found, saying = archive.saying(wanted.asked, wanted.speakers)
    page, params, root = wanted.params.asked.page, wanted.params, absolute("")
    return {
        "total": found.total,
        "more": page < found.pages,
        "notes": [str(each.message) for each in found.notes],
        "quotations": [form for article, said in saying for form in whole_forms(article, said, root)],
        "links": {
            "self": params.url("/api/quotations"),
            "next": params.with_page(page + 1).url("/api/quotations") if page < found.pages else None,
            "prev": params.with_page(min(page - 1, found.pages)).url("/api/quotations") if page > 1 else None,
        },
    }


def wanted_quotations(args: Args) -> Wanted:
    """Raises BadRequestParams for what cannot be used as it is."""
    params, bad = read(args, site().page_size)
    known = {*_PARAMETERS, *(each.name for each in bad)}
    said = gettext("this parameter is not known and was ignored")
    others = (name for name in args if name not in known and not is_tracker(name))
    if bad := (*bad, *(BadParam(name[:60], args[name][:60], said) for name in others)):
        raise BadRequestParams(bad)
    if not params.asked.typed and not params.choice("speaker").include:
        raise BadRequestParams((BadParam("speaker", "", "missing: who said it, or which words in q"),))
    speakers = tuple(dict.fromkeys(name for words in params.choice("speaker").include for name in _named(words)))
    if len(speakers) > MAX_VALUES:
        several = params.choice("speaker").include[0][:60]
        raise BadRequestParams((BadParam("speaker", several, f"more than {MAX_VALUES} speakers have these words"),))
    typed = said_in(params.asked.typed)
    if not typed and not speakers:  # there is no word in it: nobody is called so
        speakers = (params.asked.typed,)
    asked = replace(params.asked, typed=typed, match="all", spelling="typed", sort="newest", facets=(), hints=False)
    choices = (Choice("speaker", speakers),) if speakers else ()
    return Wanted(params, replace(asked, choices=choices), speakers)


def _named(words: str) -> tuple[str, ...]:
    """The speakers of the archive that are meant: the one of exactly this name, else all with these words in it. Where
    there is none, the words themselves, which nobody is called."""
    sought = terms(words)
    part = max(sought, key=len, default=words)
    asked = SearchInput(size=1, facets=("speaker",), facet_limit=_SPEAKERS, facet_containing=part, hints=False)
    (panel,) = archive.search(asked).facets
    names = [row.value for row in panel.rows]
    if words in names:
        return (words,)
    return tuple(name for name in names if sought and {*sought} <= {*terms(name)}) or (words,)


def whole_forms(article: Article, said: Iterable[Quotation], root: str) -> Iterator[Json]:
    """Each with its paragraph and the article; `root` is what stands before the address of its place."""
    about = {"id": article.id, "title": article.title, "source": article.source, "date": article.date.value or None}
    for each, form in quotation_forms(article, said):
        around = context(article.text, each.start, min(each.end, each.start + _SHOWN))
        yield {**form, "context": place_form(article, around), "article": about, "permalink": f"{root}{form['href']}"}


def quotation_forms(article: Article, said: Iterable[Quotation]) -> Iterator[tuple[Quotation, Json]]:
    """`passage`: the one that it begins in; None where there is none."""
    starts = [each.start for each in article.passages]
    held = [(each, bisect_right(starts, each.start) - 1) for each in said]
    passages = [article.passages[at] for at in sorted({at for _, at in held if at >= 0})]
    keys = dict(zip(passages, article.passage_keys(passages), strict=True))
    for each, at in held:
        key = keys[article.passages[at]] if at >= 0 else ""
        place = {"passage": article.passage_id(key) if key else None, "href": article_url(article.id, passage=key)}
        yield each, {**said_form(article, each), **place}
