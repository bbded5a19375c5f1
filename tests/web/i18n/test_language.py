import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.generations.live import open_live
from indexer.settings import Settings
from tests.web.conftest import Get, texts
from web import create_app
from web.i18n import language
from web.i18n.language import LOCALES

FRENCH = {"Accept-Language": "fr"}
_NO_BREAKS = dict.fromkeys((0, 10, 13), " ")  # no server lets these through


def spoken(client: FlaskClient, path: str = "/help", **headers: str) -> str:
    answer = client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return str(BeautifulSoup(answer.text, "lxml").html["lang"])  # type: ignore[index]  # every page has a root


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("fr", "fr"),
        ("fr-CA,en;q=0.5", "fr"),
        ("de, ru;q=0.8, en;q=0.9", "en"),
        ("de-AT, RU;q=0.8", "ru"),
        ("fr;q=0, ru;q=0.1", "ru"),
        ("fr;q=0", "en"),
        ("de", "en"),
        ("*", "en"),
        ("x" * 10_000, "en"),
        ("", "en"),
    ],
)
def test_a_page_speaks_the_first_language_that_a_browser_prefers_and_the_site_has(
    client: FlaskClient, wanted: str, code: str
) -> None:
    assert spoken(client, Accept_Language=wanted) == code


def test_a_choice_on_the_page_wins_and_is_remembered(client: FlaskClient) -> None:
    assert spoken(client, "/help?lang=ru", Accept_Language="fr") == "ru"
    assert spoken(client, "/search?q=harbour", Accept_Language="fr") == "ru"
    assert spoken(client, "/search?q=harbour&lang=en", Accept_Language="fr") == "en"
    assert spoken(client, "/", Accept_Language="fr") == "en"


def test_the_cookie_is_for_this_site_alone(client: FlaskClient) -> None:
    cookie = client.get("/help?lang=fr").headers["Set-Cookie"]
    assert "lang=fr" in cookie
    assert "SameSite=Lax" in cookie
    assert "HttpOnly" in cookie


@pytest.mark.parametrize("unknown", ["xx", "", "fr_FR.UTF-8", "../../ru", "ru" * 5_000, "\x00"])
def test_an_unknown_choice_is_ignored_and_not_remembered(client: FlaskClient, unknown: str) -> None:
    answer = client.get("/help", query_string={"lang": unknown}, headers=FRENCH)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert 'lang="fr"' in answer.text


def test_a_cookie_that_nobody_here_made_is_ignored(client: FlaskClient) -> None:
    client.set_cookie("lang", "klingon")
    assert spoken(client, Accept_Language="ru") == "ru"


def test_the_choice_is_no_parameter_of_a_search(get: Get) -> None:
    page = get("/search?q=harbour&lang=en&size=2")
    assert page.select(".notes") == []
    carried = {str(each["name"]) for each in page.select("form[action='/search'] input[name]")}
    assert "lang" not in carried
    assert not [each["href"] for each in page.select("main a[href*='lang=']")]


@pytest.mark.parametrize("path", ["/feed.atom?q=harbour", "/export.csv?q=harbour", "/list?id=ferry-treaty"])
def test_a_choice_may_stand_in_every_address_but_those_for_programs(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}&lang=fr", buffered=True).status_code == 200
    assert client.get("/api/search?q=harbour&lang=fr").status_code == 400


def test_programs_are_answered_in_english_whatever_they_prefer(client: FlaskClient) -> None:
    plain = client.get("/api/search?q=(harbour&organisation=Lake+Council&explain=1").json
    client.get("/help?lang=ru")
    french = client.get("/api/search?q=(harbour&organisation=Lake+Council&explain=1", headers=FRENCH)
    assert plain is not None
    assert french.json is not None
    assert {**french.json, "took_ms": 0} == {**plain, "took_ms": 0}
    assert "Accept-Language" not in french.headers.get("Vary", "")


@pytest.mark.parametrize("path", ["/", "/search?q=harbour", "/articles/ferry-treaty", "/help", "/nothing-here"])
def test_caches_keep_the_languages_apart(client: FlaskClient, path: str) -> None:
    varies = client.get(path).headers["Vary"]
    assert "Accept-Language" in varies
    assert "Cookie" in varies


def test_a_copy_in_one_language_never_stands_for_another(client: FlaskClient) -> None:
    english = client.get("/help", headers={"Accept-Language": "en"}).headers["ETag"]
    assert client.get("/help", headers={"Accept-Language": "en", "If-None-Match": english}).status_code == 304
    russian = client.get("/help", headers={"Accept-Language": "ru", "If-None-Match": english})
    assert russian.status_code == 200
    assert 'lang="ru"' in russian.text
    assert client.get("/help?lang=ru", headers={"If-None-Match": english}).status_code == 200


def test_a_choice_is_remembered_also_where_the_page_did_not_change(client: FlaskClient) -> None:
    tag = client.get("/help?lang=fr").headers["ETag"]
    client.delete_cookie("lang")
    again = client.get("/help?lang=fr", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert "lang=fr" in again.headers["Set-Cookie"]


def test_every_page_leads_to_itself_in_the_other_languages(get: Get) -> None:
    page = get("/search?q=harbour&place=Eastmere&place=Westmere&page=1")
    links = page.select("footer a[hreflang]")
    assert [link["hreflang"] for link in links] == list(LOCALES)
    assert [link["lang"] for link in links] == list(LOCALES)
    assert [link.get_text() for link in links] == ["English", "Français", "Русский"]
    assert [link["rel"] for link in links] == [["nofollow"]] * len(LOCALES)
    assert str(links[1]["href"]) == "/search?q=harbour&place=Eastmere&place=Westmere&page=1&lang=fr"
    assert [link.get("aria-current") for link in links] == ["true", None, None]


def test_an_address_without_end_is_not_repeated_for_each_language(get: Get) -> None:
    page = get(f"/search?q=harbour&colour={'x' * 5_000}")
    assert str(page.select("footer a[hreflang=fr]")[0]["href"]) == "/search?lang=fr"


@pytest.mark.parametrize(
    ("path", "again"),
    [
        ("//elsewhere.example/x", "/elsewhere.example/x"),
        ("///elsewhere.example", "/elsewhere.example"),
        ("/\\elsewhere.example", "/%5Celsewhere.example"),
        ("/" + "x" * 5_000, "/"),
        ('/"><b>', "/%22%3E%3Cb%3E"),
    ],
)
def test_no_choice_of_language_leads_to_another_host(client: FlaskClient, path: str, again: str) -> None:
    answer = client.get("/", environ_overrides={"PATH_INFO": path})
    page = BeautifulSoup(answer.text, "lxml")
    assert answer.status_code == 404
    links = [str(each["href"]) for each in page.select("footer a[hreflang]")]
    assert links == [f"{again}?lang={code}" for code in LOCALES]


def test_a_page_that_failed_can_be_had_in_another_language(client: FlaskClient) -> None:
    answer = client.get("/nothing-here?lang=fr")
    assert answer.status_code == 404
    assert 'href="/nothing-here?lang=ru"' in answer.text


def test_crawlers_are_kept_from_copies(client: FlaskClient, get: Get) -> None:
    assert client.get("/help?lang=fr").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/help").headers
    canonical = get("/articles/ferry-treaty?lang=fr").select("link[rel=canonical]")[0]["href"]
    assert "lang" not in str(canonical)


@pytest.fixture
def in_french(app: Flask) -> Iterator[None]:
    with app.test_request_context("/", headers=FRENCH):
        yield


def test_without_a_request_english_is_spoken() -> None:
    assert language.spoken().code == "en"
    assert language.gettext("Page %(page)s of %(pages)s", page=1, pages=1200) == "Page 1 of 1,200"


def test_numbers_and_shares_are_written_as_the_language_does(in_french: None) -> None:
    assert language.spoken().number(1_234_567) == "1\u202f234\u202f567"
    assert language.percent(0.25) == "25\u00a0%"


def test_without_an_index_a_reader_is_told_so_in_their_language(tmp_path: Path) -> None:
    settings = Settings(index=f"whoosh:{tmp_path}/none")
    client = create_app(open_live(settings.index), settings).test_client()
    page = BeautifulSoup(client.get("/", headers={"Accept-Language": "ru"}).text, "lxml")
    assert texts(page, "h1") == ["Индекса пока нет"]
    assert f"по адресу whoosh:{tmp_path}/none индекса нет" in texts(page, ".failed p")
    for path in ("/readyz", "/api/search"):
        answer = client.get(path, headers={"Accept-Language": "ru"})
        assert answer.get_json()["title"] == "There is no index yet"


@settings(max_examples=60, deadline=None)
@given(
    header=st.text(max_size=60), chosen=st.text(max_size=12), remembered=st.from_regex(r"[!-~]{0,12}", fullmatch=True)
)
def test_whatever_a_browser_says_a_page_comes_in_a_language_that_the_site_has(
    app: Flask, header: str, chosen: str, remembered: str
) -> None:
    headers = {"Accept-Language": header.encode("latin-1", "replace").decode("latin-1").translate(_NO_BREAKS)}
    client = app.test_client()
    client.set_cookie("lang", remembered)
    answer = client.get("/saved", query_string={"lang": chosen}, headers=headers)
    assert answer.status_code == 200
    assert re.search(r'<html lang="(\w+)">', answer.text)[1] in LOCALES  # type: ignore[index]  # every page has a root


def test_a_choice_is_kept_as_long_as_a_browser_keeps_anything_and_where_it_may_be_read(app: Flask) -> None:
    plain = app.test_client().get("/opensearch.xml?lang=fr").headers["Set-Cookie"]
    assert "Max-Age=34560000" in plain
    assert "Path=/" in plain
    assert "Secure" not in plain
    secure = app.test_client().get("/opensearch.xml?lang=fr", base_url="https://localhost").headers["Set-Cookie"]
    assert "Secure" in secure


@pytest.mark.parametrize(("number", "said"), [(2.0, "2,0"), (1234.56, "1\u202f234,6"), (0.05, "0,0")])
def test_a_decimal_number_has_one_digit_behind_its_comma(in_french: None, number: float, said: str) -> None:
    assert language.decimal(number) == said
