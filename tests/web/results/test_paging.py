import pytest

from indexer.search.page import SearchInput
from web.results.paging import Pager, pager
from web.urls.params import SearchParams


def made(page: int, pages: int) -> Pager:
    return pager(SearchParams(SearchInput("x", page=page), 10), pages)


@pytest.mark.parametrize(
    ("page", "pages", "around"),
    [
        (1, 1, ["1"]),
        (1, 9, ["1", "2", "3"]),
        (2, 9, ["1", "2", "3", "4"]),
        (5, 9, ["3", "4", "5", "6", "7"]),
        (9, 9, ["7", "8", "9"]),
        (77, 9, ["7", "8", "9"]),
        (1_000, 2_000, ["998", "999", "1,000", "1,001", "1,002"]),
    ],
)
def test_two_pages_on_each_side_are_led_to(page: int, pages: int, around: list[str]) -> None:
    found = made(page, pages).pages
    assert [option.text for option in found] == around
    assert [option.text for option in found if option.current] == ([f"{page:,}"] if page <= pages else [])
    assert found[0].href == ("/search?q=x" if around[0] == "1" else f"/search?q=x&page={around[0]}")


@pytest.mark.parametrize(
    ("page", "pages", "led_to"),
    [
        (1, 1, ("", "", "", "")),
        (1, 3, ("", "", "2", "3")),
        (2, 3, ("1", "1", "3", "3")),
        (3, 3, ("1", "2", "", "")),
        (4, 3, ("1", "3", "", "")),
        (77, 3, ("1", "3", "", "")),
    ],
)
def test_a_pager_leads_where_there_is_something(page: int, pages: int, led_to: tuple[str, ...]) -> None:
    addresses = {"": "", "1": "/search?q=x", "2": "/search?q=x&page=2", "3": "/search?q=x&page=3"}
    found = made(page, pages)
    assert (found.first, found.previous, found.next, found.last) == tuple(addresses[each] for each in led_to)
    assert found.words == f"Page {page} of {pages}"
