"""Which part of 11/02/2017 is the day, where one thing says the one and another the other."""

import pytest

from tests.ingest.dates.publication import BODY, SITE, Said, read, value

DAY_FIRST, MONTH_FIRST, UNDECIDED = "2017-02-11", "2017-11-02", "2017"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            "It follows the talks of 25/10/2017 and those of 2 November.", {}, DAY_FIRST, id="plain figures over words"
        ),
        pytest.param("The talks of 2 November went well.", {"url": SITE}, MONTH_FIRST, id="words over site"),
        pytest.param("It went well.", {"url": SITE, "language": "en-US"}, DAY_FIRST, id="site over declared language"),
        pytest.param(
            "Tout va bien.", {"language": "fr", "url": "https://www.state.gov/"}, DAY_FIRST, id="language over country"
        ),
        pytest.param(
            "It went well.",
            {"language": "en-GB", "url": "https://www.state.gov/"},
            DAY_FIRST,
            id="British over country",
        ),
        pytest.param(
            "It went well.",
            {"language": "en-US", "url": "https://www.gov.uk/"},
            MONTH_FIRST,
            id="American over country",
        ),
        pytest.param("It went well.", {"language": "en_GB"}, DAY_FIRST, id="British"),
        pytest.param("It went well.", {"language": "en_US"}, MONTH_FIRST, id="American"),
        pytest.param("Tout va bien.", {"language": "fr-BE"}, DAY_FIRST, id="a language of some country"),
        pytest.param("It went well.", {"url": "https://www.navy.mil/"}, MONTH_FIRST, id="a site of the services"),
        pytest.param("It went well.", {"url": "https://www.port.ie/"}, DAY_FIRST, id="a site of a country"),
    ],
)
def test_what_stands_nearer_to_the_date_decides(text: str, said: Said, expected: str) -> None:
    stated: Said = {**said, "date": "11/02/2017"}
    assert value(text, **stated) == expected


def test_the_rule_of_a_site_goes_before_the_habit_of_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.ingest.dates.order.day_order_of", lambda url, source: "month first")
    assert value("Tout va bien.", date="11/02/2017", language="fr") == MONTH_FIRST


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Talks after those of 25/10/2017", "They went well."),
        ("Talks after those of 11 February", "They went well."),
        ("Talks", "They went well, as did those of 11 February, and those of 05/05/2017, or 5 May."),
    ],
    ids=["figures in the title", "words in the title", "beside a day that is its month's number"],
)
def test_title_and_text_show_the_order(title: str, text: str) -> None:
    assert value(text, title=title, date="11/02/2017") == DAY_FIRST


def test_a_day_that_is_its_months_number_speaks_for_neither() -> None:
    text = "They went well, as did those of 2 November, and those of 05/05/2017, or 5 May."
    assert value(text, date="11/02/2017") == MONTH_FIRST


def test_a_date_in_the_title_is_read_by_what_the_text_shows() -> None:
    assert value(f"{BODY} The talks of 2 November went well.", title="Talks in Vienna, 11/02/2017") == MONTH_FIRST


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of 2 November and of 11 February.",
        "They spoke of 25/10/2017 and of 10/25/2017.",
        f"{BODY} They met in Москва.",
        "They spoke of file 25/30/2017.",
    ],
    ids=["in words", "in figures", "by a foreign name far below", "by figures that are no date"],
)
def test_what_speaks_for_both_or_stands_aside_decides_nothing(text: str) -> None:
    assert value(text, date="11/02/2017") == UNDECIDED


def test_a_span_that_is_stated_shows_its_own_order() -> None:
    assert value(date="11/02/2017 - 25/10/2017") == DAY_FIRST


@pytest.mark.parametrize(("stated", "told"), [("11/02/2017", True), ("25/10/2017", False), ("05/05/2017", False)])
def test_the_habit_of_a_site_is_told_where_it_decided(stated: str, told: bool) -> None:
    assert (read(date=stated, url=SITE).evidence.order == "day first") is told
