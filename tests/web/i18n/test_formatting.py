from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from indexer.article import ARTICLE_TYPES, PartialDate
from indexer.fields import FacetField
from tests.web.conftest import texts
from web.i18n import formatting


@pytest.mark.parametrize(
    ("value", "said"),
    [("2017-01-07", "7 January 2017"), ("2017-12", "December 2017"), ("2017", "2017"), ("", "undated")],
)
def test_a_date_is_said_as_far_as_it_is_known(value: str, said: str) -> None:
    assert formatting.day(value) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12345, "12,345 articles")]
)
def test_a_count_says_what_it_counts(number: int, said: str) -> None:
    assert formatting.count(number, "article") == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "no date found"),
        ("2017", "only the year is known"),
        ("2017-01", "only the month is known"),
        ("2017-01-02", ""),
    ],
)
def test_precision_is_said_where_a_day_is_missing(value: str, said: str) -> None:
    assert formatting.precision(PartialDate(value)) == said


@pytest.mark.parametrize(
    ("field", "raw", "said"),
    [
        ("language", "ru", "Russian"),
        ("language", "xx", "xx"),
        ("type", "press release", "Press release"),
        ("type", "note of the UN", "Note of the UN"),
        ("month", "2017-05", "May 2017"),
        ("place", "la Paz", "la Paz"),
    ],
)
def test_a_value_is_said_as_a_reader_would(field: FacetField, raw: str, said: str) -> None:
    assert formatting.value(field, raw) == said


@pytest.fixture(params=["fr", "ru"])
def code(request: pytest.FixtureRequest, app: Flask) -> Iterator[str]:
    with app.test_request_context("/", headers={"Accept-Language": request.param}):
        yield request.param


@pytest.mark.parametrize(
    ("value", "french", "russian"),
    [
        ("2017-01-17", "17 janvier 2017", "17 января 2017"),
        ("2017-01-01", "1er janvier 2017", "1 января 2017"),
        ("2017-01", "janvier 2017", "январь 2017"),
        ("2017", "2017", "2017"),
        ("", "sans date", "без даты"),
    ],
)
def test_a_date_is_said_as_the_language_says_it(code: str, value: str, french: str, russian: str) -> None:
    assert formatting.day(value) == {"fr": french, "ru": russian}[code]


@pytest.mark.parametrize(
    ("number", "french", "russian"),
    [
        (0, "0 article", "0 материалов"),
        (1, "1 article", "1 материал"),
        (3, "3 articles", "3 материала"),
        (11, "11 articles", "11 материалов"),
        (21, "21 articles", "21 материал"),
        (12_345, "12\u202f345 articles", "12\u00a0345 материалов"),
    ],
)
def test_what_is_counted_bends_as_the_language_bends_it(code: str, number: int, french: str, russian: str) -> None:
    assert formatting.count(number, "article") == {"fr": french, "ru": russian}[code]


@pytest.mark.parametrize(
    ("field", "raw", "french", "russian"),
    [
        ("language", "ru", "Russe", "Русский"),
        ("type", "press release", "Communiqué de presse", "Пресс-релиз"),
        ("month", "2017-05", "mai 2017", "май 2017"),
        ("person", "Marta Velde", "Marta Velde", "Marta Velde"),
    ],
)
def test_a_value_is_said_in_the_language(code: str, field: FacetField, raw: str, french: str, russian: str) -> None:
    assert formatting.value(field, raw) == {"fr": french, "ru": russian}[code]


def test_every_type_of_article_has_a_name(code: str) -> None:
    assert not {formatting.value("type", each).lower() for each in ARTICLE_TYPES} & {"press release", "news", "other"}


@pytest.mark.parametrize("value", ["2017-99", "a-b", "2017-02-30", "99999", "-", "2017-1-1", "२०१७-०१"])
def test_what_is_no_date_stays_as_it_is(value: str) -> None:
    assert formatting.day(value) == value
    assert formatting.value("month", value) == value


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "language English or Russian, month March 2017"),
        ("fr", "langue anglais ou russe, mois mars 2017"),
        ("ru", "язык английский или русский, месяц март 2017"),
    ],
)
def test_a_search_is_read_back_in_names_instead_of_codes(client: FlaskClient, code: str, said: str) -> None:
    address = "/search?q=harbour&language=en&language=ru&month=2017-03"
    page = BeautifulSoup(client.get(address, headers={"Accept-Language": code}).text, "lxml")
    assert said in texts(page, ".understood")[0]
