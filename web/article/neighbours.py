"""The results before and after an article, in the search that one came from."""

from dataclasses import dataclass, replace

from web import archive
from web.i18n.language import gettext
from web.urls.links import Link, article_url
from web.urls.params import SearchParams

MAX_RANK = 1_000_000


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Links to the articles beside this one, None at the ends; `where` says which of how many this is."""

    previous: Link | None
    next: Link | None
    where: str


def neighbours(params: SearchParams, rank: int) -> Neighbours | None:
    """None where the article was not opened from a list of results."""
    if not rank:
        return None
    before, _ = _at(params, rank - 1) if rank > 1 else (None, 0)
    after, total = _at(params, rank + 1)
    where = gettext("Result %(rank)s of %(total)s", rank=rank, total=total)
    return Neighbours(before, after, where) if rank <= total else None


def _at(params: SearchParams, rank: int) -> tuple[Link | None, int]:
    """The article at a place among the results, and how many results there are."""
    found = archive.search(replace(params.asked, page=rank, size=1, facets=(), hints=False))
    if not found.results:
        return None, found.total
    article = found.results[0].article
    return Link(article.title, article_url(article.id, params, rank=rank)), found.total
