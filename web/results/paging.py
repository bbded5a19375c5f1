"""Links to the pages of a result: first, previous, the ones around, next, last."""

from dataclasses import dataclass

from web.i18n.language import gettext, spoken
from web.urls.links import Option
from web.urls.params import SearchParams

_AROUND = 2


@dataclass(frozen=True, slots=True)
class Pager:
    """Addresses are empty where there is nothing to go to. `words` says where one is."""

    first: str
    previous: str
    pages: tuple[Option, ...]
    next: str
    last: str
    words: str


def pager(params: SearchParams, pages: int) -> Pager:
    """A page past the end leads back to the last one."""
    page = params.asked.page
    around = range(max(1, min(page, pages) - _AROUND), min(pages, page + _AROUND) + 1)
    return Pager(
        first=params.with_page(1).url() if page > 1 else "",
        previous=params.with_page(min(page - 1, pages)).url() if page > 1 else "",
        pages=tuple(Option(spoken().number(n), params.with_page(n).url(), n == page) for n in around),
        next=params.with_page(page + 1).url() if page < pages else "",
        last=params.with_page(pages).url() if page < pages else "",
        words=gettext("Page %(page)s of %(pages)s", page=page, pages=pages),
    )
