import calendar
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.authority import Authority, load
from indexer.authority.entry import Entry, Office
from indexer.authority.offices import Offices, office_terms, offices_of

FILE = """
[[organisation]]
name = "Lake Union"
acronym = "LKU"
[[organisation]]
name = "River League"

[[person]]
name = "Orla Salt"
offices = [
  { title = "Secretary General", body = "Lake Union", from = "2010-05-02", to = "2014-11-30" },
  { title = "Chairman", body = "River League", from = "2012", to = "2013" },
]
[[person]]
name = "Ivo Brandt"
offices = [{ title = "Secretary General", body = "Lake Union", from = "2014-12-01", to = "2018-06" }]
[[person]]
name = "Jorik Norov"
offices = [
  { title = "Deputy Secretary General", body = "Lake Union", from = "2012-01-01", to = "2018-12-31" },
  { title = "Secretary General", body = "Lake Union", from = "2019-01-01" },
]
[[person]]
name = "Ada Lind"
offices = [{ title = "Chairman", body = "Lake Union" }]
[[person]]
name = "Tan Weiling"
offices = [{ title = "Chairman", body = "Lake Union", from = "2015-01-01", to = "2016-12-31" }]
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "own.toml").write_text(FILE, encoding="utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def offices(authority: Authority) -> Offices:
    return offices_of(authority)


@pytest.mark.parametrize(
    ("date", "person"),
    [
        ("2010-05-01", ""),
        ("2010-05-02", "Orla Salt"),
        ("2014-11-30", "Orla Salt"),
        ("2014-12-01", "Ivo Brandt"),
        ("2012-02", "Orla Salt"),
        ("2014-11", "Orla Salt"),
        ("2010-05", ""),
        ("2013", "Orla Salt"),
        ("2014", ""),
        ("2018-05-31", "Ivo Brandt"),
        ("2018-06-15", ""),
        ("2018-08", ""),
        ("2019", "Jorik Norov"),
        ("2025-12-31", "Jorik Norov"),
        ("", ""),
    ],
)
def test_who_held_an_office_is_told_where_one_person_held_it_throughout_the_date(
    offices: Offices, date: str, person: str
) -> None:
    assert offices.holder("Secretary General", "Lake Union", date) == person


@pytest.mark.parametrize(
    ("title", "person"),
    [
        ("Secretary-General", "Orla Salt"),
        ("secretary general", "Orla Salt"),
        ("генерального секретаря", "Orla Salt"),
        ("генсек", "Orla Salt"),
        ("secrétaire général", "Orla Salt"),
        ("Secretario General", "Orla Salt"),
        ("chief", "Orla Salt"),
        ("Deputy Secretary General", ""),
        ("Acting Secretary General", ""),
        ("Director General", ""),
    ],
)
def test_a_title_is_known_by_all_its_names_and_by_no_other_ones(offices: Offices, title: str, person: str) -> None:
    assert offices.holder(title, "Lake Union", "2013-07-01") == person


def test_an_office_that_somebody_held_nobody_knows_when_may_be_theirs_on_any_day(offices: Offices) -> None:
    assert offices.holder("Chairman", "Lake Union", "2015-07-01") == ""


def test_a_term_that_is_known_by_its_years_covers_what_lies_between_them(offices: Offices) -> None:
    assert offices.held("Orla Salt", "2013-01-02") == ("Secretary General, Lake Union",)
    assert offices.held("Orla Salt", "2012-12-31") == ("Secretary General, Lake Union", "Chairman, River League")


def test_what_a_person_was_counts_for_titles_that_several_hold_too(offices: Offices) -> None:
    assert offices.held("Jorik Norov", "2017") == ("Deputy Secretary General, Lake Union",)
    assert offices.held("Jorik Norov", "") == offices.held("Nobody Known", "2017") == ()
    assert offices.held("Ada Lind", "2015-07-01") == ()


def test_a_title_stands_between_marks_behind_its_body() -> None:
    assert office_terms("Secretary General, Lake Union") == ("lake", "union", "=", "secretary", "general", "=")
    assert office_terms("Pope") == ("=", "pope", "=")
    assert office_terms(", Lake Union") == ("lake", "union", "=")


def test_a_term_whose_days_are_no_dates_is_of_nobody_knows_when(authority: Authority) -> None:
    held = Office("Chairman", "River League", "May 2016", "2017-13")
    offices = Offices(replace(authority, entries=(Entry("person", "Ivo Brandt", offices=(held,)),)))
    assert offices.holder("Chairman", "River League", "2016-07-01") == ""
    assert offices.held("Ivo Brandt", "2016-07-01") == ()


def test_an_operator_adds_names_of_a_title(tmp_path: Path) -> None:
    own = '[[office]]\nname = "Secretary General"\nvariants.de = ["Generalsekretär"]\n'
    (tmp_path / "own.toml").write_text(FILE + own, encoding="utf-8")
    offices = offices_of(load(tmp_path))
    assert offices.holder("Generalsekretär", "Lake Union", "2013") == "Orla Salt"
    assert offices.holder("Secretary-General", "Lake Union", "2013") == "Orla Salt"


def _days(value: str, *, last: bool) -> date:
    """The first or the last day that a partial date can be."""
    year, month, day = (int(part) for part in (value + ("-12-31" if last else "-01-01")[len(value) - 4 :]).split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]) if last else day)


_DAYS = st.dates(date(2009, 1, 1), date(2020, 12, 31))
_PARTIAL = st.builds(lambda day, cut: day.isoformat()[:cut], _DAYS, st.sampled_from((4, 7, 10)))


@settings(max_examples=200, deadline=None)
@given(_PARTIAL)
def test_a_holder_held_the_office_on_each_day_of_the_date(offices: Offices, value: str) -> None:
    first, last = _days(value, last=False), _days(value, last=True)
    days = [(first + timedelta(n)).isoformat() for n in range((last - first).days + 1)]
    each = {offices.holder("Secretary General", "Lake Union", day) for day in days}
    found = offices.holder("Secretary General", "Lake Union", value)
    assert found == (each.pop() if len(each) == 1 else "")


_TERMS = st.lists(st.tuples(st.integers(2000, 2015), st.integers(0, 5), st.sampled_from("ABC")), max_size=5)


@settings(max_examples=60, deadline=None)
@given(_TERMS, st.integers(1999, 2022))
def test_nobody_is_named_whom_another_may_have_been_beside(
    authority: Authority, terms: list[tuple[int, int, str]], year: int
) -> None:
    held = [(name, Office("Secretary General", "River League", f"{a}-01-01", f"{a + n}-12-31")) for a, n, name in terms]
    people = tuple(Entry("person", name, offices=(office,)) for name, office in held)
    offices = Offices(replace(authority, entries=people))
    possible = {name for a, n, name in terms if a <= year <= a + n}
    expected = possible.pop() if len(possible) == 1 else ""
    assert offices.holder("Secretary-General", "River League", str(year)) == expected
