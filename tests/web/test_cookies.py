import base64
import json
import zlib
from hashlib import sha256

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from web.cookies import MOST_LISTED, MOST_NAME, MOST_SAVED, ReaderCookies, SavedSearch, own, tidy

# Half of a surrogate pair and a control character are what no browser was ever given.
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
SEARCHES = st.builds(
    SavedSearch,
    query=WORDS.map(lambda each: f"?q={each}"),
    name=WORDS.map(tidy).filter(bool),
    seen=st.sampled_from(["", "2026-01-31T08:00:00+00:00"]),
)


def packed(raw: object) -> str:
    return base64.urlsafe_b64encode(zlib.compress(json.dumps(raw).encode())).decode()


def read(app: Flask, **cookies: str) -> ReaderCookies:
    header = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with app.test_request_context(headers={"Cookie": header} if header else {}):
        return own()


@given(listed=st.lists(WORDS, unique=True, max_size=30), searches=st.lists(SEARCHES, unique_by=lambda s: s.query))
def test_what_is_kept_comes_back_as_it_was(app: Flask, listed: list[str], searches: list[SavedSearch]) -> None:
    kept = ReaderCookies(tuple(listed), tuple(searches[:MOST_SAVED]))
    if kept.fits():
        assert read(app, **{name: value for name, value in kept.cookies().items() if value}) == kept


HOSTILE = {
    "nothing": "",
    "no base64": "%%%",
    "not packed": base64.urlsafe_b64encode(b"[1]").decode(),
    "half of it": packed([str(n * n) for n in range(99)])[:80],
    "no JSON": base64.urlsafe_b64encode(zlib.compress(b"{")).decode(),
    "nested without an end": base64.urlsafe_b64encode(zlib.compress(b"[" * 60_000)).decode(),
    "a bomb": base64.urlsafe_b64encode(zlib.compress(b'["a"' + b" " * 5_000_000 + b"]")).decode(),
    "not a list": packed({"a": 1}),
    "wrong kinds": packed([1, None, ["a"], {"b": 2}, True]),
    "rows of a wrong length": packed([["?q=a", "name"], ["?q=a", "name", "", ""]]),
    "rows of wrong kinds": packed([["?q=a", 7, ""], [None, "name", ""]]),
    "half a pair": packed(["\ud800", ["\ud800", "\ud800", ""]]),
    "too long": packed(["a" * 5_000, ["?q=" + "a" * 5_000, "name", ""]]),
    "no ASCII": "ёжик",
    "a huge number": base64.urlsafe_b64encode(zlib.compress(b"[" + b"9" * 5_000 + b"]")).decode(),
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_damaged_or_hostile_cookie_is_nothing_kept(app: Flask, value: str) -> None:
    assert read(app, list=value, saved=value) == ReaderCookies()


@given(st.text(max_size=200))
def test_whatever_a_cookie_says_what_is_read_of_it_can_be_kept(app: Flask, value: str) -> None:
    with app.test_request_context(environ_overrides={"HTTP_COOKIE": f"list={value}; saved={value}"}):
        assert own().fits()


def test_what_is_usable_of_a_cookie_is_used(app: Flask) -> None:
    kept = read(app, list=packed([7, "ferry", "ferry", ""]), saved=packed([["?q=a", " a\n b ", "<script>"], 3]))
    assert kept == ReaderCookies(("ferry",), (SavedSearch("?q=a", "a b", ""),))


def test_no_more_is_read_than_may_be_kept(app: Flask) -> None:
    kept = read(app, list=packed([str(n) for n in range(500)]), saved=packed([[f"?q={n}", "n", ""] for n in range(99)]))
    assert (len(kept.listed), len(kept.searches)) == (MOST_LISTED, MOST_SAVED)


@pytest.mark.parametrize(
    "kept",
    [
        ReaderCookies(tuple(str(n) for n in range(MOST_LISTED + 1))),
        ReaderCookies(searches=tuple(SavedSearch(f"?q={n}", "n") for n in range(MOST_SAVED + 1))),
        ReaderCookies(tuple(sha256(bytes([n])).hexdigest() for n in range(MOST_LISTED))),
        ReaderCookies(("a" * 81,)),
        ReaderCookies(searches=(SavedSearch("?q=" + "a" * 2_498, "a"),)),
    ],
    ids=["too many articles", "too many searches", "too long together", "a name too long", "a query too long"],
)
def test_what_a_browser_would_not_keep_does_not_fit(kept: ReaderCookies) -> None:
    assert not kept.fits()


@pytest.mark.parametrize(
    "kept",
    [
        ReaderCookies(tuple(str(n) for n in range(100))),
        ReaderCookies(searches=tuple(SavedSearch(f"?q={n}", "n", "2026-01-31T08:00:00+00:00") for n in range(20))),
        ReaderCookies(("a" * 80,), (SavedSearch("?q=" + "a" * 2_497, "a" * 120),)),
    ],
    ids=["a hundred articles", "twenty searches", "long ones"],
)
def test_as_much_as_fits_comes_back_whole(app: Flask, kept: ReaderCookies) -> None:
    assert kept.fits()
    assert read(app, **{name: value for name, value in kept.cookies().items() if value}) == kept


def test_a_list_of_a_hundred_usual_articles_fits() -> None:
    names = ("press-release", "statement-by-the-secretary-general", "notice-to-pilots", "resolution", "interview")
    listed = tuple(f"{names[n % 5]}-{n}-{zlib.crc32(bytes([n])):08x}" for n in range(MOST_LISTED))
    kept = ReaderCookies(listed)
    assert kept.fits()
    assert len(kept.cookies()["list"]) < 4_096


def test_a_list_of_a_hundred_articles_without_a_common_word_in_their_names_fits() -> None:
    assert ReaderCookies(tuple(sha256(bytes([n])).hexdigest()[:40] for n in range(MOST_LISTED))).fits()


def test_a_search_is_kept_once_and_in_its_place() -> None:
    kept = ReaderCookies().with_search(SavedSearch("?q=a", "a")).with_search(SavedSearch("?q=b", "b"))
    assert [each.name for each in kept.with_search(SavedSearch("?q=a", "new")).searches] == ["new", "b"]
    assert kept.without_search("?q=a").searches == (SavedSearch("?q=b", "b"),)


def test_a_name_is_one_line_of_bounded_length() -> None:
    assert tidy(" a \x00 b\n\u202ec ") == "a b c"
    assert len(tidy("x" * 500)) == MOST_NAME


def test_articles_stay_in_the_order_in_which_they_were_added_once_each() -> None:
    kept = ReaderCookies().with_listed(("b", "a")).with_listed(("a", "c", "b"))
    assert kept.listed == ("b", "a", "c")
    assert kept.without_listed(("a", "gone")).listed == ("b", "c")


def test_either_cookie_makes_a_page_another_one(app: Flask) -> None:
    tags = set()
    for cookies in ({}, {"list": "a"}, {"saved": "a"}, {"list": "a", "saved": "b"}, {"list": "b", "saved": "a"}):
        client = app.test_client()
        for name, value in cookies.items():
            client.set_cookie(name, value)
        tags.add(client.get("/opensearch.xml").headers["ETag"])
    assert len(tags) == 5
