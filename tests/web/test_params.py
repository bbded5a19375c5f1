from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from indexer.fields import FACET_FIELDS, FacetField
from indexer.search.page import Choice, SearchInput
from web.params import MAX_IDS, MAX_TYPED, MAX_VALUES, SearchParams, ids, is_partial_date, read


def reading(query: str) -> tuple[SearchParams, list[str]]:
    params, bad = read(MultiDict(parse_qsl(query, keep_blank_values=True)), 10)
    return params, [each.name for each in bad]


def test_every_parameter_of_the_design_is_read() -> None:
    params, bad = reading(
        "q=refugees&organisation=CSTO&organisation=UN&not_person=N.+N.&from=2016&to=2018-03&sort=newest&page=2&size=25"
    )
    assert bad == []
    assert params.asked == SearchInput(
        typed="refugees",
        choices=(Choice("organisation", ("CSTO", "UN")), Choice("person", (), ("N. N.",))),
        first="2016",
        last="2018-03",
        sort="newest",
        page=2,
        size=25,
    )


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("organization=CSTO", "organization"),
        ("sort=sideways", "sort"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=x", "page"),
        ("page=99999999999999999999", "page"),
        ("page=1_0", "page"),
        ("page=²", "page"),
        ("size=101", "size"),
        ("size=0", "size"),
        ("from=31.12.2016", "from"),
        ("from=2016-13", "from"),
        ("to=2017-02-31", "to"),
        ("to=0000", "to"),
        ("to=٢٠١٧", "to"),
        ("q=" + "a" * (MAX_TYPED + 1), "q"),
        ("person=" + "a" * 1000, "person"),
        ("&".join(f"place={n}" for n in range(MAX_VALUES + 1)), "place"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_used_is_reported_and_nothing_raises(query: str, name: str) -> None:
    assert reading(query)[1] == [name]


@pytest.mark.parametrize("query", ["q=", "sort=", "page=", "size=", "from=", "to=", "person=", "q=%20", ""])
def test_an_empty_parameter_is_as_if_it_were_absent(query: str) -> None:
    params, bad = reading(query)
    assert (params.asked, bad) == (SearchInput(), [])


def test_a_parameter_of_the_page_itself_is_not_reported() -> None:
    _, bad = read(MultiDict({"at": "3"}), 10, also=frozenset({"at"}))
    assert bad == ()


def test_a_choice_moves_between_included_and_excluded_and_goes_back_to_the_first_page() -> None:
    params = reading("q=x&page=4")[0].including("place", "Northport")
    assert params.url() == "/search?q=x&place=Northport"
    assert params.excluding("place", "Northport").url() == "/search?q=x&not_place=Northport"
    assert params.excluding("place", "Northport").including("place", "Northport") == params
    assert params.dropping("place", "Northport").url() == "/search?q=x"
    assert params.including("place", "Eastmere").without("place").url() == "/search?q=x"


@given(st.sampled_from(FACET_FIELDS), st.sampled_from(["a", "b", "ё &"]), st.data())
def test_a_link_made_directly_is_that_of_the_state_behind_it(
    field: FacetField, value: str, data: st.DataObject
) -> None:
    chosen = st.lists(st.tuples(st.sampled_from(FACET_FIELDS), st.sampled_from(["a", "b"]), st.booleans()))
    params = reading("q=x&page=3&sort=newest&from=2016")[0]
    for other, its_value, include in data.draw(chosen):
        params = params.including(other, its_value) if include else params.excluding(other, its_value)
    assert params.including_url(field, value) == params.including(field, value).url()
    assert params.excluding_url(field, value) == params.excluding(field, value).url()
    assert params.dropping_url(field, value) == params.dropping(field, value).url()


def test_choosing_a_value_twice_changes_nothing() -> None:
    once = reading("")[0].including("place", "Northport")
    assert once.including("place", "Northport") == once


def test_defaults_do_not_show_in_an_address() -> None:
    assert SearchParams(SearchInput(), 10).url() == "/search"
    assert SearchParams(SearchInput(size=25), 25).url() == "/search"
    assert SearchParams(SearchInput(size=10), 25).url() == "/search?size=10"


def test_an_address_is_escaped_in_path_query_and_fragment() -> None:
    params = SearchParams(SearchInput(typed='a&b="c" №\x00'), 10)
    assert params.url("/a/<b>", "p 1") == "/a/%3Cb%3E?q=a%26b%3D%22c%22+%E2%84%96%00#p%201"


@pytest.mark.parametrize("value", ["2016", "2016-02", "2016-02-29", "0001"])
def test_partial_dates_are_taken(value: str) -> None:
    assert is_partial_date(value)


@pytest.mark.parametrize(
    "value", ["16", "2015-02-29", "2016-2", "2016-00", "20160101", "2016-", "2016-01-01T00", "2016\n"]
)
def test_no_other_dates_are_taken(value: str) -> None:
    assert not is_partial_date(value)


_values = st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=3).map(tuple)
_choices = st.lists(
    st.tuples(st.sampled_from(FACET_FIELDS), _values, _values), unique_by=lambda c: c[0], max_size=4
).map(
    lambda drawn: tuple(
        Choice(*each) for each in sorted(drawn, key=lambda c: FACET_FIELDS.index(c[0])) if each[1] or each[2]
    )
)
_inputs = st.builds(
    SearchInput,
    typed=st.text(max_size=50).map(str.strip),
    choices=_choices,
    first=st.sampled_from(["", "2016", "2016-09", "2016-09-30"]),
    last=st.sampled_from(["", "2018", "2018-01"]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    page=st.integers(1, 1000),
    size=st.integers(1, 100),
)


@given(_inputs)
def test_the_address_of_a_state_is_read_back_as_that_state(asked: SearchInput) -> None:
    params = SearchParams(asked, 10)
    pairs = parse_qsl(urlsplit(params.url()).query, keep_blank_values=True)
    assert read(MultiDict(pairs), 10) == (params, ())


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=40), max_size=6))
def test_no_parameters_raise(args: dict[str, str]) -> None:
    params, _ = read(MultiDict(args), 10)
    assert read(MultiDict(params.pairs()), 10) == (params, ())


@given(st.dictionaries(st.sampled_from(["id", "q", "x"]), st.lists(st.text(max_size=3), max_size=120), max_size=3))
def test_no_list_of_articles_raises_or_is_too_long(args: dict[str, list[str]]) -> None:
    given_ids = {each for each in args.get("id", ()) if each}
    wanted, bad = ids(MultiDict(args))
    assert len(wanted) == len(set(wanted)) == min(len(given_ids), MAX_IDS)
    others = {name for name, values in args.items() if values} - {"id"}
    assert {each.name for each in bad} == others | ({"id"} if len(given_ids) > MAX_IDS else set())
