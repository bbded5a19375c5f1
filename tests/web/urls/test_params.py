from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from indexer.fields import FACET_FIELDS, FacetField
from indexer.search.page import Choice, SearchInput
from web.urls.address import address
from web.urls.params import SearchParams
from web.urls.reading import MAX_IDS, MAX_TYPED, MAX_VALUES, ids, is_partial_date, number, read


def reading(query: str) -> tuple[SearchParams, list[str]]:
    params, bad = read(MultiDict(parse_qsl(query, keep_blank_values=True)), 10)
    return params, [each.name for each in bad]


def test_every_parameter_of_the_design_is_read() -> None:
    params, bad = reading(
        "q=refugees&organisation=CSTO&organisation=UN&not_person=N.+N.&from=2016&to=2018-03&match=all&spelling=typed&sort=newest&page=2&size=25"
    )
    assert bad == []
    assert params.asked == SearchInput(
        typed="refugees",
        choices=(Choice("organisation", ("CSTO", "UN")), Choice("person", (), ("N. N.",))),
        first="2016",
        last="2018-03",
        match="all",
        spelling="typed",
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
        ("match=most", "match"),
        ("spelling=x", "spelling"),
        ("q=one&q=two", "q"),
        ("page=1&page=2", "page"),
        ("person=" + "a" * 2_001, "person"),
        ("&".join(f"place={n}" for n in range(MAX_VALUES + 1)), "place"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_used_is_reported_and_nothing_raises(query: str, name: str) -> None:
    assert reading(query)[1] == [name]


@pytest.mark.parametrize(
    ("query", "page", "size"),
    [
        ("page=0&size=0", 1, 1),
        ("page=1000000&size=100", 1_000_000, 100),
        ("page=1000001&size=101", 1_000_000, 100),
        ("page=999999999999&size=999999999999", 1_000_000, 100),
        ("page=x&size=x", 1, 10),
        ("page=-7&size=-7", 1, 10),
        ("page=+7+&size=+7+", 7, 7),
        ("page=007&size=007", 7, 7),
        ("page=3&page=4&size=20&size=30", 3, 20),
    ],
)
def test_a_number_outside_is_moved_to_the_nearest_bound(query: str, page: int, size: int) -> None:
    asked = reading(query)[0].asked
    assert (asked.page, asked.size) == (page, size)


def test_as_much_as_is_allowed_is_used_whole_and_of_more_the_first() -> None:
    typed, longest, places = "a" * MAX_TYPED, "n" * 2_000, [str(number) for number in range(50)]
    query = f"q={typed}&person={longest}&" + "&".join(f"place={each}" for each in places)
    params, bad = reading(query)
    assert bad == []
    assert params.asked.typed == typed
    assert params.asked.choices == (Choice("person", (longest,)), Choice("place", tuple(places)))
    more, bad = reading(query.replace("q=", "q=b") + "&place=50&person=" + "o" * 2_001)
    assert bad == ["q", "person", "place"]
    assert more.asked.typed == "b" + typed[1:]
    assert more.asked.choices == params.asked.choices


@pytest.mark.parametrize("name", ["utm_source", "utm_campaign", "fbclid", "gclid", "msclkid", "mc_eid"])
def test_what_others_add_to_the_addresses_that_they_share_is_passed_over(name: str) -> None:
    params, bad = reading(f"q=ferry&{name}=x1")
    assert (params.url(), bad) == ("/search?q=ferry", [])


def test_white_space_around_words_and_dates_is_no_part_of_them() -> None:
    params, bad = reading("q=++two++words+&from=+2016+&to=%092017-03%0A")
    assert bad == []
    assert (params.asked.typed, params.asked.first, params.asked.last) == ("two  words", "2016", "2017-03")


def test_a_value_given_twice_is_chosen_once_and_of_what_can_be_one_alone_the_first_is_used_and_that_is_said() -> None:
    params, bad = reading("place=b&place=a&place=b&q=one&q=two&sort=oldest&sort=newest&from=2016&from=2017")
    assert bad == ["from", "q", "sort"]
    assert params.url() == "/search?q=one&place=b&place=a&from=2016&sort=oldest"


def test_what_could_not_be_used_is_shown_with_its_beginning_and_what_was_used_instead() -> None:
    _, bad = read(MultiDict({"size": "500", "colour" * 20: "x" * 61, "from": "y" * 60, "sort": "up"}), 10)
    assert [(each.name, each.value) for each in bad] == [
        (("colour" * 20)[:60] + "…", "x" * 60 + "…"),
        ("from", "y" * 60),
        ("sort", "up"),
        ("size", "500"),
    ]
    assert [each.message for each in bad] == [
        "this parameter is not known and was ignored",
        "not a date such as 2016, 2016-09 or 2016-09-30; it was ignored",
        "not one of relevance, newest, oldest; sorted by relevance",
        "not a number from 1 to 100; 100 was used",
    ]
    assert bad[2].said == "sort = “up”: not one of relevance, newest, oldest; sorted by relevance."


@pytest.mark.parametrize(
    ("value", "used"),
    [("", 2), ("x", 2), ("1", 2), ("2", 2), ("7", 7), ("9", 9), ("10", 9), ("9" * 13, 2), ("²", 2), ("-3", 2)],
)
def test_a_number_of_the_page_itself_stays_within_its_bounds(value: str, used: int) -> None:
    assert number(value, 2, 9) == used


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


def test_a_value_moves_alone_and_leaves_the_others_of_its_facet_as_they_are() -> None:
    params = reading("place=a&place=b&not_place=c&not_place=d")[0]
    assert params.including("place", "c").url() == "/search?place=a&place=b&place=c&not_place=d"
    assert params.excluding("place", "a").url() == "/search?place=b&not_place=c&not_place=d&not_place=a"
    assert params.dropping("place", "b").dropping("place", "c").url() == "/search?place=a&not_place=d"
    assert params.choosing_only("place", ("e",)).url() == "/search?place=e&not_place=c&not_place=d"
    assert params.choosing_only("place", ()).url() == "/search?not_place=c&not_place=d"
    assert params.without("place").url() == "/search"


def test_facets_stand_in_one_order_in_an_address_whatever_was_chosen_first() -> None:
    one = reading("")[0].including("type", "news").excluding("person", "Orla Salt").including("organisation", "UN")
    other = reading("")[0].including("organisation", "UN").including("type", "news").excluding("person", "Orla Salt")
    assert one.url() == other.url() == "/search?organisation=UN&not_person=Orla+Salt&type=news"


@pytest.mark.parametrize(
    ("change", "address"),
    [
        (lambda params: params.with_typed("y"), "/search?q=y&place=a&from=2016&to=2018&sort=newest&size=25"),
        (lambda params: params.with_dates("2017", ""), "/search?q=x&place=a&from=2017&sort=newest&size=25"),
        (lambda params: params.with_sort("relevance"), "/search?q=x&place=a&from=2016&to=2018&size=25"),
        (lambda params: params.with_size(10), "/search?q=x&place=a&from=2016&to=2018&sort=newest"),
        (lambda params: params.with_page(5), "/search?q=x&place=a&from=2016&to=2018&sort=newest&page=5&size=25"),
        (lambda params: params.cleared(), "/search"),
        (lambda params: params.cleared("y"), "/search?q=y"),
    ],
    ids=["words", "dates", "order", "size", "page", "all", "all but other words"],
)
def test_a_change_keeps_everything_else_and_goes_back_to_the_first_page(
    change: Callable[[SearchParams], SearchParams], address: str
) -> None:
    params = reading("q=x&place=a&from=2016&to=2018&sort=newest&page=4&size=25")[0]
    assert change(params).url() == address
    assert params.between_url("2017", "2018-02") == params.with_dates("2017", "2018-02").url()


def test_choosing_a_value_twice_changes_nothing() -> None:
    once = reading("")[0].including("place", "Northport")
    assert once.including("place", "Northport") == once


def test_defaults_do_not_show_in_an_address() -> None:
    assert SearchParams(SearchInput(), 10).url() == "/search"
    assert SearchParams(SearchInput(size=25), 25).url() == "/search"
    assert SearchParams(SearchInput(size=10), 25).url() == "/search?size=10"


def test_an_address_is_escaped_in_path_query_and_fragment() -> None:
    params = SearchParams(SearchInput(typed='a&b="c" №\x00'), 10)
    assert address("/a/<b>", params.pairs(), "p 1") == "/a/%3Cb%3E?q=a%26b%3D%22c%22+%E2%84%96%00#p%201"


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


def test_a_list_keeps_its_order_and_ends_at_a_hundred() -> None:
    hundred = [f"a-{number}" for number in range(100, 0, -1)]
    assert ids(MultiDict([("id", each) for each in [*hundred, hundred[0]]])) == (tuple(hundred), ())
    wanted, bad = ids(MultiDict([("id", each) for each in [*hundred, "one more"]]))
    assert wanted == tuple(hundred)
    assert [(each.name, each.value, each.message) for each in bad] == [
        ("id", "one more", "a list has at most 100 articles")
    ]
