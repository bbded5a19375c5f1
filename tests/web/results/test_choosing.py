"""What a click on a value of a facet does to the page."""

import re

import pytest

from tests.web.archive import NOTICES
from tests.web.conftest import Get, counted, href, texts


@pytest.mark.parametrize("facet", ["organisation", "place", "type", "year", "language", "person"])
def test_the_count_beside_a_value_is_the_total_after_clicking_it(get: Get, facet: str) -> None:
    page = get("/search?q=harbour&size=1")
    rows = page.select(f"[data-facet={facet}] li")
    assert rows
    for row in rows:
        link = row.select_one("a.value")
        shown = row.select_one(".count")
        assert link is not None
        assert shown is not None
        assert counted(get(str(link["href"]))) == int(re.sub(r"\D", "", shown.get_text()))


def test_months_are_offered_inside_a_chosen_year_only(get: Get) -> None:
    assert not get("/search").select("[data-facet=month]")
    page = get("/search?year=2017&year=2018")
    assert "June 2018 1 article" in texts(page, "[data-facet=month] a.value")
    assert counted(get(href(page, "[data-facet=month] a.value", "June 2018"))) == 1


def test_a_bar_leads_where_its_year_in_the_table_leads(get: Get) -> None:
    page = get("/search?q=harbour")
    bars = [str(bar["href"]) for bar in page.select("[data-facet=year] svg a")]
    assert bars
    assert bars == [str(link["href"]) for link in page.select("[data-facet=year] a.value")]


def test_several_values_of_a_facet_widen_and_each_can_be_removed(get: Get) -> None:
    page = get("/search?place=Northport")
    assert counted(page) == 2
    both = get(href(page, "details[data-facet=place] a.value", "Eastmere"))
    assert counted(both) == len(NOTICES) + 2
    assert texts(both, ".chip .value") == ["Northport", "Eastmere"]
    assert counted(get(href(both, ".chip", "Northport"))) == len(NOTICES) + 1


def test_a_value_can_be_excluded_and_allowed_again(get: Get) -> None:
    page = get("/search?q=harbour")
    without = get(href(page, "details[data-facet=type] a.not[aria-label='Exclude Statement']", "−"))
    assert counted(without) == counted(page) - len(NOTICES)
    assert counted(get(href(without, ".chip", "Statement"))) == counted(page)


def test_chosen_values_stay_in_sight_when_nothing_is_found(get: Get) -> None:
    page = get("/search?q=glacier&place=Northport&not_type=news&from=2016")
    assert texts(page, "#summary") == ["No article matches"]
    assert texts(page, ".chip .value") == ["glacier", "Northport", "News", "2016"]
    assert texts(page, "details[data-facet=place] li.chosen .text") == ["Northport"]
