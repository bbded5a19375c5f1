"""Every rule of facets and of what narrows a search, on every engine, over one table of articles."""

import pytest

from indexer.engines.engine import FacetCount, FacetWanted, Filter, Reader, SearchRequest
from indexer.fields import FACET_FIELDS, FacetField
from indexer.query.tree import MatchAll, MatchNone
from tests.engines.samples import ALL_FACETS, ARTICLES, exact, found, word


def rows(reader: Reader, request: SearchRequest, field: FacetField) -> dict[str, int]:
    facets = {facet.field: facet for facet in reader.search(request).facets}
    return {row.value: row.count for row in facets[field].rows}


def test_facets_count_all_matches_not_the_page(reader: Reader) -> None:
    request = SearchRequest(word("harbour"), limit=1, facets=ALL_FACETS)
    assert rows(reader, request, "organisation") == {"Ferry Council": 2, "Harbour Union": 2}
    assert rows(reader, request, "year") == {"2016": 3}
    assert rows(reader, request, "month") == {"2016-05": 2}
    assert rows(reader, request, "language") == {"en": 4}


def test_every_facet_asked_for_is_answered_in_the_order_asked(reader: Reader) -> None:
    wanted = tuple(FacetWanted(field) for field in reversed(FACET_FIELDS))
    result = reader.search(SearchRequest(MatchNone(), facets=wanted))
    assert [facet.field for facet in result.facets] == [each.field for each in wanted]
    assert all(facet.rows == () and facet.distinct == 0 for facet in result.facets)


def test_facet_rows_come_by_count_then_value_and_page(reader: Reader) -> None:
    def page(offset: int, limit: int) -> list[FacetCount]:
        wanted = (FacetWanted("place", limit=limit, offset=offset),)
        facet = reader.search(SearchRequest(MatchAll(), facets=wanted)).facets[0]
        assert facet.distinct == 3
        return list(facet.rows)

    assert page(0, 10) == [FacetCount("Bergen", 2), FacetCount("Oslo", 2), FacetCount("Осло", 1)]
    assert page(1, 1) == [FacetCount("Oslo", 2)]
    assert page(3, 5) == []


def test_a_facet_is_searched_by_folded_parts_of_its_values(reader: Reader) -> None:
    wanted = (FacetWanted("person", containing="ANG"),)
    facet = reader.search(SearchRequest(MatchAll(), facets=wanted)).facets[0]
    assert (facet.rows, facet.distinct) == ((FacetCount("Zoë Ångström", 1),), 1)


def test_values_of_one_facet_are_alternatives_and_facets_narrow_each_other(reader: Reader) -> None:
    places = Filter("place", include=frozenset({"Oslo", "Осло"}))
    english = Filter("language", include=frozenset({"en"}))
    assert reader.search(SearchRequest(MatchAll(), filters=(places,))).total == 3
    assert reader.search(SearchRequest(MatchAll(), filters=(places, english))).total == 2


def test_an_excluded_value_takes_its_articles_away_also_from_its_own_facet(reader: Reader) -> None:
    request = SearchRequest(MatchAll(), filters=(Filter("place", exclude=frozenset({"Oslo"})),), facets=ALL_FACETS)
    assert reader.search(request).total == 4
    assert rows(reader, request, "place") == {"Bergen": 1, "Осло": 1}


def test_a_facets_own_choice_is_left_out_of_its_own_counts_only(reader: Reader) -> None:
    request = SearchRequest(MatchAll(), filters=(Filter("place", include=frozenset({"Bergen"})),), facets=ALL_FACETS)
    assert rows(reader, request, "place") == {"Bergen": 2, "Oslo": 2, "Осло": 1}
    assert rows(reader, request, "organisation") == {"Ferry Council": 1, "Harbour Union": 2}


def test_a_month_chosen_in_a_year_narrows_the_years_and_not_the_months(reader: Reader) -> None:
    chosen = (Filter("year", include=frozenset({"2016"})), Filter("month", include=frozenset({"2016-05"})))
    request = SearchRequest(MatchAll(), filters=chosen, facets=ALL_FACETS)
    assert rows(reader, request, "year") == {"2016": 2}
    assert rows(reader, request, "month") == {"2016-05": 2}
    request = SearchRequest(MatchAll(), filters=chosen[:1], facets=ALL_FACETS)
    assert rows(reader, request, "year") == {"2015": 1, "2016": 3, "2017": 1}


def test_a_value_that_is_nowhere_matches_nothing(reader: Reader) -> None:
    for value in ("Atlantis", "", "\ud800", "Os"):
        chosen = Filter("place", include=frozenset({value}))
        assert reader.search(SearchRequest(MatchAll(), filters=(chosen,))).total == 0
        excluded = Filter("place", exclude=frozenset({value}))
        assert reader.search(SearchRequest(MatchAll(), filters=(excluded,))).total == len(ARTICLES)


def test_the_date_range_narrows_hits_and_facets(reader: Reader) -> None:
    request = SearchRequest(MatchAll(), first=20160101, last=20161231, facets=ALL_FACETS)
    assert reader.search(request).total == 3
    assert rows(reader, request, "year") == {"2016": 3}


@pytest.mark.parametrize(("first", "last"), [(None, 20161231), (20150101, None), (10000101, 99991231)])
def test_a_date_range_leaves_the_undated_out(reader: Reader, first: int | None, last: int | None) -> None:
    undated = exact("résumé")
    assert found(reader, undated) == {"résumé"}
    assert reader.search(SearchRequest(undated, first=first, last=last)).total == 0
