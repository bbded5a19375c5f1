from typing import get_args

import pytest

from indexer.article import Article, PartialDate, Provenance
from indexer.fields import FACET_FIELDS, FACETS, NAME_FIELDS, QUERY_FIELDS, FacetField, QueryField

_JOINED = ("spoken", "sayer")  # what `said:` and `speaker:` are spelt out to
DATED = Article("a", "", "", Provenance("", "", "", ""), date=PartialDate("2017-03-17"), type="news", people=("A", "B"))


def test_the_table_has_every_facet_in_the_order_of_their_names() -> None:
    assert tuple(FACETS) == FACET_FIELDS


def test_whatever_has_words_can_be_typed_and_nothing_else_can() -> None:
    assert (*(field for field, facet in FACETS.items() if facet.typed), "office", "url", *_JOINED) == NAME_FIELDS
    assert {"any", *QUERY_FIELDS.values()} == set(get_args(QueryField)) - {*_JOINED}


def test_what_is_typed_means_one_field_only() -> None:
    typed = [name for facet in FACETS.values() for name in facet.typed]
    assert len(typed) == len(set(typed))
    assert all(QUERY_FIELDS[field] == field for field in NAME_FIELDS if field not in _JOINED)


@pytest.mark.parametrize("field", FACETS)
def test_a_facet_describes_words_by_its_own_name(field: FacetField) -> None:
    assert FACETS[field].described.one == f"{field} %(words)s"


@pytest.mark.parametrize(
    ("field", "values"),
    [("person", ("A", "B")), ("place", ()), ("type", ("news",)), ("source", ()), ("year", ("2017",))],
)
def test_an_article_has_no_one_or_several_values_in_a_facet(field: FacetField, values: tuple[str, ...]) -> None:
    assert FACETS[field].values(DATED) == values


def test_every_facet_has_an_attribute_of_articles_of_its_own() -> None:
    attributes = {facet.attribute for facet in FACETS.values()}
    assert len(attributes) == len(FACETS)
    assert all(hasattr(DATED, name) for name in attributes)


@pytest.mark.parametrize(("date", "month"), [("", ()), ("2017", ()), ("2017-03", ("2017-03",))])
def test_an_article_has_a_month_only_where_it_is_known(date: str, month: tuple[str, ...]) -> None:
    article = Article("a", "", "", Provenance("", "", "", ""), date=PartialDate(date))
    assert FACETS["month"].values(article) == month
