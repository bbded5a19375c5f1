from dataclasses import replace

import pytest

from indexer.fields import FACET_FIELDS, FacetField
from indexer.search.page import Choice, FacetPanel, FacetRow, SearchInput
from web.results.facets import FacetView, facet_views
from web.urls.params import SearchParams

EVERYTHING = SearchInput()
CHOSEN = (Choice("place", ("Northport",), ("Eastmere",)),)
ROWS = (
    FacetRow("Westmere", 1_200),
    FacetRow("Northport", 1, selected=True),
    FacetRow("Eastmere", 0, excluded=True),
)


def view(panel: FacetPanel, asked: SearchInput = EVERYTHING) -> FacetView:
    (made,) = facet_views((panel,), SearchParams(asked))
    return made


def test_a_value_is_chosen_or_left_out_and_one_that_is_either_is_dropped() -> None:
    found = view(FacetPanel("place", ROWS, 3), SearchInput("x", CHOSEN, page=2))
    others = "/search?q=x&place=Northport"
    assert [(row.href, row.exclude) for row in found.rows] == [
        (f"{others}&place=Westmere&not_place=Eastmere", f"{others}&not_place=Eastmere&not_place=Westmere"),
        ("/search?q=x&not_place=Eastmere", ""),
        (others, ""),
    ]
    assert [(row.selected, row.excluded) for row in found.rows] == [(False, False), (True, False), (False, True)]


def test_values_come_in_their_order_with_their_counts() -> None:
    rows = view(FacetPanel("place", ROWS, 3)).rows
    assert [(row.text, row.count, row.unit) for row in rows] == [
        ("Westmere", "1,200", "articles"),
        ("Northport", "1", "article"),
        ("Eastmere", "0", "articles"),
    ]


@pytest.mark.parametrize(("distinct", "said"), [(3, ""), (4, "All 4"), (1_200, "All 1,200")])
def test_all_values_are_led_to_where_there_are_more(distinct: int, said: str) -> None:
    found = view(FacetPanel("place", ROWS, distinct), SearchInput("x", CHOSEN, page=7))
    assert found.all_said == said
    assert found.all_href == "/facets/place?q=x&place=Northport&not_place=Eastmere"


@pytest.mark.parametrize("field", [each for each in FACET_FIELDS if each not in {"year", "month"}])
def test_bodies_people_places_and_types_are_unfolded_and_whatever_is_chosen(field: FacetField) -> None:
    plain = FacetPanel(field, (FacetRow("a", 1),), 1)
    assert view(plain).open == (field in {"organisation", "person", "place", "type"})
    assert view(replace(plain, rows=(FacetRow("a", 1, selected=True),))).open
    assert view(replace(plain, rows=(FacetRow("a", 1, excluded=True),))).open


@pytest.mark.parametrize(
    "panel",
    [FacetPanel("place", (), 0), FacetPanel("year", (FacetRow("2017", 1),), 1)],
    ids=["without a value", "drawn as bars"],
)
def test_no_list_is_shown_of_what_has_no_values_or_is_drawn(panel: FacetPanel) -> None:
    assert facet_views((panel,), SearchParams(SearchInput())) == ()
