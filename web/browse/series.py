"""A recurring resolution's earlier and later ones, on its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.article import Article
from indexer.search.evidence.series import phrase_of, series_of, title_of
from indexer.search.page import SearchInput
from web import archive
from web.i18n import formatting
from web.urls.links import Option, name_page

_READ = 60  # articles that have the title


@dataclass(frozen=True, slots=True)
class SeriesView:
    """`title` as an article writes it; `members` in their order, this one among them."""

    title: str
    members: tuple[Option, ...]


def series_view(document: str, articles: Sequence[Article]) -> SeriesView | None:
    """Of the first articles that cite it; None where no other document is surely of the series."""
    titled = title_of(document, articles)
    if titled is None:
        return None
    asked = SearchInput(f'"{phrase_of(titled)}"', match="all", spelling="typed", sort="newest", hints=False)
    members = series_of(titled, archive.first(asked, _READ))
    if members == (document,):
        return None
    links = (
        Option(formatting.value("document", each), name_page("document", each), each == document) for each in members
    )
    return SeriesView(titled.title, tuple(links))
