"""What is asked beside the words: pages, facets, dates, and the same request without one of its conditions."""

from dataclasses import replace

import pytest

from indexer.engines.engine import Reader
from indexer.search.page import Choice, SearchInput, every, planned_whole, search
from tests.search.samples import archive, made

YEARS = [f"{year}" for year in range(1990, 2010)]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One article a year; the places of each are those of a few letters."""
    articles = (made(f"a{year}", "harbour treaty", date=year) for year in YEARS)
    return archive(
        *(replace(each, places=tuple(f"Port {n:02}" for n in range(i + 1))) for i, each in enumerate(articles))
    )


def _ids(reader: Reader, asked: SearchInput) -> list[str]:
    return [result.article.id for result in search(reader, asked).results]


@pytest.mark.parametrize("page", [1, 0, -3])
def test_a_page_before_the_first_is_the_first(reader: Reader, page: int) -> None:
    assert _ids(reader, SearchInput("harbour", sort="oldest", page=page, size=3)) == ["a1990", "a1991", "a1992"]


def test_all_matches_are_given_whatever_the_page(reader: Reader) -> None:
    asked = SearchInput("harbour", sort="oldest", page=3, size=2)
    number, found = every(reader, planned_whole(reader, asked))
    assert number == len(YEARS)
    assert [article.id for article in found] == [f"a{year}" for year in YEARS]


def test_the_values_of_a_facet_come_by_the_page_and_years_come_whole(reader: Reader) -> None:
    asked = SearchInput("harbour", facets=("place", "year"), facet_limit=3, facet_offset=2)
    places, years = search(reader, asked).facets
    assert [(row.value, row.count) for row in places.rows] == [("Port 02", 18), ("Port 03", 17), ("Port 04", 16)]
    assert places.distinct == 20
    assert sorted(row.value for row in years.rows) == YEARS


def test_the_values_of_a_facet_are_looked_through_and_years_are_not(reader: Reader) -> None:
    asked = SearchInput("harbour", facets=("place", "year"), facet_containing="T 1")
    places, years = search(reader, asked).facets
    assert (len(places.rows), places.distinct, len(years.rows)) == (10, 10, 20)


def test_a_chosen_value_far_down_has_its_own_count(reader: Reader) -> None:
    choices = (Choice("place", include=("Port 18",), exclude=("Port 19",)),)
    rows = search(reader, SearchInput("harbour", choices, facets=("place",), facet_limit=2)).facets[0].rows
    assert [(row.value, row.count, row.selected, row.excluded) for row in rows] == [
        ("Port 00", 19, False, False),
        ("Port 01", 18, False, False),
        ("Port 18", 1, True, False),
        ("Port 19", 0, False, True),
    ]


def test_a_chosen_value_is_counted_though_others_contain_it() -> None:
    articles = [replace(made(f"a{n}"), places=("New Port", "Port")) for n in range(2)]
    with_more = archive(*articles, replace(made("b"), places=("New Port",)), replace(made("c"), places=("Oslo",)))
    asked = SearchInput(choices=(Choice("place", include=("Port",)),), facets=("place",), facet_limit=1)
    rows = search(with_more, asked).facets[0].rows
    assert [(row.value, row.count) for row in rows] == [("New Port", 3), ("Port", 2)]


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        ("2007", "", ["a2007", "a2008", "a2009"]),
        ("2007-02", "2008", ["a2008"]),
        ("", "1991", ["a1990", "a1991"]),
        ("1991", "1991", ["a1991"]),
        ("1991-01-01", "1991-12-31", ["a1991"]),
        ("1991", "1991-12", ["a1991"]),
        ("1991-01", "1991-11", []),
        ("1991-05-04", "1991-05-04", []),
    ],
)
def test_dates_of_any_precision_bound_the_articles(reader: Reader, first: str, last: str, ids: list[str]) -> None:
    page = search(reader, SearchInput(first=first, last=last, sort="oldest"))
    assert [result.article.id for result in page.results] == ids
    assert page.notes == ()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("1991", "1991", "articles, 1991"),
        ("1991", "1992", "articles, 1991 to 1992"),
        ("1991", "", "articles, since 1991"),
        ("", "1992", "articles, until 1992"),
        ("x", "1992", "articles, until 1992"),
        ("", "", "all articles"),
    ],
)
def test_dates_are_read_back(reader: Reader, first: str, last: str, said: str) -> None:
    assert str(search(reader, SearchInput(first=first, last=last)).understood) == said


def test_a_month_is_within_its_own_bounds() -> None:
    reader = archive(made("a", date="2016-02"), made("b", date="2016-02-29"), made("c", date="2016-03"))
    assert _ids(reader, SearchInput(first="2016-02", last="2016-02")) == ["b", "a"]


def test_a_long_date_that_is_none_is_quoted_by_its_beginning(reader: Reader) -> None:
    notes = search(reader, SearchInput(first="y" * 99)).notes
    assert [str(note.message).split("”")[0] for note in notes] == ["“" + "y" * 40]


def test_what_is_said_of_words_patterns_and_dates_comes_in_this_order(reader: Reader) -> None:
    many = " OR ".join(f"x{letter}*" for letter in "abcdefghijklmnopq")
    notes = [str(note.message) for note in search(reader, SearchInput(f"a~9 {many}", first="x")).notes]
    assert [note.split()[0] for note in notes] == ["Behind", "Only", "“x”"]


def test_the_request_without_a_condition_begins_at_its_first_page(reader: Reader) -> None:
    choices = (Choice("place", include=("Port 00",)), Choice("year"), Choice("language", exclude=("ru",)))
    page = search(reader, SearchInput("harbour treaty", choices, first="1990", page=2, size=3))
    said = ["*harbour*", "*treaty*", "place Port 00", "not language ru", "since 1990"]
    assert [str(part.text) for part in page.parts] == said
    assert [part.without.page for part in page.parts] == [1] * 5
    assert [part.typed for part in page.parts] == ["harbour", "treaty", "", "", ""]
    assert page.parts[2].without.choices == choices[1:]
    assert (page.parts[4].without.first, page.parts[4].without.choices) == ("", choices)


def test_contributions_are_those_of_the_shown_page_under_every_sort(reader: Reader) -> None:
    shown = search(reader, SearchInput("harbour treaty", page=2, size=3, sort="oldest", explain=True)).results
    assert [result.article.id for result in shown] == ["a1993", "a1994", "a1995"]
    assert all([each.text for each in result.contributions] == ["*harbour*", "*treaty*"] for result in shown)
    assert all(each.score > 0 and each.in_text == 1 for result in shown for each in result.contributions)
