"""A day that was typed as people write it finds what was published on it, as well as what names it."""

import pytest

from indexer.search.page import SearchInput, search
from tests.search.samples import archive, made

ARCHIVE = archive(
    made("dated", "harbour", date="2017-01-17"),
    made("named", "on 17 January 2017 the harbour burnt", date="2019"),
    made("figures", "burnt 17.01.2017", date="2019"),
    made("other", "harbour", date="2017-01-18"),
)


def found(typed: str) -> set[str]:
    page = search(ARCHIVE, SearchInput(typed, match="all"))
    return {result.article.id for result in page.results}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("17 January 2017", {"dated", "named"}),
        ("17.01.2017", {"dated", "figures"}),
        ("17 janvier 2017", {"dated"}),
        ("harbour 17 January 2017", {"dated", "named"}),
        ("17 January 2017 -burnt", {"dated"}),
        ('"17 January 2017"', {"named"}),
        ("January 2017", {"named"}),
        ("17 harbour", {"named"}),
        ("18.01.2017", {"other"}),
    ],
)
def test_a_day_is_looked_for_in_the_text_and_as_the_date(typed: str, ids: set[str]) -> None:
    assert found(typed) == ids


def test_the_day_is_read_back() -> None:
    said = str(search(ARCHIVE, SearchInput("harbour 17 January 2017")).understood)
    assert said == "articles with *harbour* and *17 January 2017* (in the text, or as the date)"
    page = search(ARCHIVE, SearchInput("harbour 17.01.2017"))
    assert [part.typed for part in page.parts] == ["harbour", '"17.01.2017"']


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ('date:"17 January 2017"', {"dated"}),
        ("date:17.01.2017", {"dated"}),
        ("date:20170117", {"dated"}),
        ("harbour date:[2017 TO 2018]", {"dated", "other"}),
        ("date:{2017-01-18 TO 2018}", {"other"}),
        ("harbour date:>2017", {"named"}),
        ("date:<2018", {"dated", "other"}),
    ],
)
def test_dates_of_a_field_are_read_as_people_and_other_programs_write_them(typed: str, ids: set[str]) -> None:
    page = search(ARCHIVE, SearchInput(typed, match="all"))
    assert ({result.article.id for result in page.results}, page.notes) == (ids, ())
