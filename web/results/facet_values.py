"""All values of one facet within a search: paged, and searched by a part of their name."""

from dataclasses import dataclass, replace

from flask import Blueprint, request

from indexer.fields import FACET_FIELDS, FacetField
from indexer.search.page import FacetPanel, SearchInput
from indexer.text.analysis import fold
from web import archive
from web.http.headers import conditional_get
from web.i18n import formatting, names
from web.i18n.facet_labels import LABELS
from web.i18n.language import gettext, ngettext, spoken, translate
from web.rendering import render
from web.results.facets import FacetRowView, row_view
from web.site import site
from web.urls.address import Pairs, address
from web.urls.params import SearchParams
from web.urls.reading import number, read

bp = Blueprint("values", __name__)
PAGE = 100
_MOST = 100_000
_OWN = frozenset({"find", "at"})


@dataclass(frozen=True, slots=True)
class ValuesView:
    """Everything that values.html places. `previous` and `next` are empty at the ends."""

    heading: str
    summary: str
    back: str
    action: str
    find: str
    kept: Pairs
    rows: tuple[FacetRowView, ...]
    previous: str
    next: str
    where: str


@bp.get(f"/facets/<any({', '.join(FACET_FIELDS)}):field>")
@conditional_get
def values(field: FacetField) -> str:
    params, _ = read(request.args, site().page_size, also=_OWN)
    find, at = request.args.get("find", "").strip()[:100], number(request.args.get("at", ""), 1, 10_000)
    asked = replace(params.asked, page=1, size=1, facets=(field,), hints=False)
    return render("values.html", page=_view(_sheet(field, asked, find, at), params, find, at))


def _sheet(field: FacetField, asked: SearchInput, find: str, at: int) -> FacetPanel:
    """Some values of those with `find` in them, or in what the page calls them, which no engine knows."""
    also = names.found(field, find, spoken().code) if find else frozenset()
    first = (at - 1) * PAGE
    if not find or not (also or formatting.is_worded(field)):
        asked = replace(asked, facet_limit=PAGE, facet_offset=first, facet_containing=find)
        return archive.search(asked).facets[0]
    whole = archive.search(replace(asked, facet_limit=_MOST)).facets[0]
    sought = fold(find)
    rows = [row for row in whole.rows if row.value in also or _is_called(field, row.value, sought)]
    shown = rows[first : first + PAGE]
    chosen = (row for row in whole.rows if (row.selected or row.excluded) and row not in shown)
    return FacetPanel(field, (*shown, *chosen), len(rows))


def _is_called(field: FacetField, value: str, sought: str) -> bool:
    return sought in fold(value) or (formatting.is_worded(field) and sought in fold(formatting.value(field, value)))


def _view(panel: FacetPanel, params: SearchParams, find: str, at: int) -> ValuesView:
    path = f"/facets/{panel.field}"
    pages = max(1, -(-panel.distinct // PAGE))
    own = [("find", find)] if find else []

    def page(number_: int) -> str:
        return address(path, [*params.pairs(), *own, ("at", str(number_))])

    return ValuesView(
        heading=translate(LABELS[panel.field].heading),
        summary=_summary(panel.distinct, find),
        back=params.url(),
        action=path,
        find=find,
        kept=params.with_page(1).pairs(),
        rows=tuple(row_view(panel.field, row, params) for row in panel.rows),
        previous=page(min(at - 1, pages)) if at > 1 else "",
        next=page(at + 1) if at < pages else "",
        where=gettext("Page %(page)s of %(pages)s", page=at, pages=pages),
    )


def _summary(values: int, find: str) -> str:
    if not find:
        return ngettext("%(number)s value", "%(number)s values", values)
    return ngettext("%(number)s value with “%(find)s”", "%(number)s values with “%(find)s”", values, find=find)
