import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from indexer.settings import Settings
from tests.web.archive import ARTICLES, FERRY, INTERVIEW
from tests.web.conftest import Get, texts
from web import create_app
from web.cookies import ReaderCookies

JSON = {"Accept": "application/json"}


def listed(client: FlaskClient) -> list[str]:
    found: list[str] = client.get("/kept").get_json()["kept"]
    return found


def test_a_form_leads_back_to_where_its_button_stood(client: FlaskClient) -> None:
    client.set_cookie("lang", "en")
    answer = client.post("/list", data={"add": FERRY.id, "back": "/search?q=harbour&page=2"})
    assert (answer.status_code, answer.location) == (303, f"/search?q=harbour&page=2#r-{FERRY.id}")
    assert listed(client) == [FERRY.id]


def test_what_is_kept_first_leads_back_by_way_of_a_look_at_the_cookies(client: FlaskClient) -> None:
    answer = client.post("/list", data={"add": FERRY.id, "back": "/search?q=a%26b&page=2"})
    assert answer.location == f"/kept/back?to=%2Fsearch%3Fq%3Da%2526b%26page%3D2%23r-{FERRY.id}"
    answer = client.get(answer.location)
    assert (answer.status_code, answer.location) == (303, f"/search?q=a%26b&page=2#r-{FERRY.id}")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("path", "data"), [("/list", {"add": FERRY.id}), ("/saved", {"add": "?q=harbour"})])
def test_a_browser_that_refuses_cookies_is_told_that_nothing_was_kept(
    app: Flask, path: str, data: dict[str, str]
) -> None:
    client = app.test_client(use_cookies=False)
    answer = client.post(path, data=data, follow_redirects=True)
    assert answer.status_code == 409
    page = BeautifulSoup(answer.text, "lxml")
    assert texts(page, "h1") == ["Your browser has kept nothing"]
    assert "refuses them" in page.get_text()


@pytest.mark.parametrize(
    "to", ["", "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_look_at_the_cookies_leads_to_another_site(client: FlaskClient, to: str) -> None:
    client.set_cookie("lang", "en")
    assert client.get("/kept/back", query_string={"to": to}).location == "/list"


@pytest.mark.parametrize(
    "back", ["", "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nB: c", "x"]
)
def test_no_form_leads_to_another_site(client: FlaskClient, back: str) -> None:
    answer = client.post("/list", data={"drop": FERRY.id, "back": back})
    assert (answer.status_code, answer.location) == (303, "/list")


def test_a_script_is_told_how_things_are_now(client: FlaskClient) -> None:
    answer = client.post("/list", data={"add": FERRY.id}, headers=JSON)
    assert answer.get_json() == {"kept": [FERRY.id], "mine": "My list (1)", "said": "Added to your list"}
    answer = client.post("/list", data={"drop": FERRY.id}, headers=JSON)
    assert answer.get_json() == {"kept": [], "mine": "My list", "said": "Removed from your list"}
    assert answer.headers["Cache-Control"] == "no-store"


def test_only_articles_of_the_archive_come_onto_a_list(client: FlaskClient) -> None:
    client.post("/list", data={"add": ["gone", INTERVIEW.id, INTERVIEW.id]})
    assert listed(client) == [INTERVIEW.id]


def test_a_full_list_says_so_and_stays_as_it_is(client: FlaskClient, app: Flask) -> None:
    known = [each.id for each in ARTICLES]
    client.post("/list", data={"add": known})
    client.set_cookie("list", _full(app))
    before = listed(client)
    answer = client.post("/list", data={"add": FERRY.id}, headers=JSON)
    assert answer.get_json()["said"].startswith("A browser keeps at most 100 articles")
    assert answer.get_json()["kept"] == before
    assert listed(client) == before
    plain = client.post("/list", data={"add": FERRY.id})
    assert plain.status_code == 409
    assert "at most 100 articles" in plain.text


def _full(app: Flask) -> str:
    with app.test_request_context():
        return ReaderCookies(tuple(str(n) for n in range(100))).cookies()["list"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/list", "/saved"])
def test_another_sites_form_changes_nothing(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    client.post("/list", data={"add": FERRY.id})
    answer = client.post(path, data={"clear": "yes", "add": "?q=spam"}, headers=headers)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
    assert listed(client) == [FERRY.id]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://archive.example"},
        {"Origin": "http://localhost"},
        {"Origin": "https://archive.example"},
        {},
    ],
)
def test_the_sites_own_forms_are_taken_also_behind_a_proxy(app: Flask, headers: dict[str, str]) -> None:
    engine = app.extensions["communique"].engine
    client = create_app(engine, Settings(public_url="https://archive.example")).test_client()
    assert client.post("/list", data={"add": FERRY.id}, headers=headers).status_code == 303


def test_a_page_is_fetched_anew_when_what_is_kept_has_changed(client: FlaskClient) -> None:
    tag = client.get("/search?q=ferry").headers["ETag"]
    client.post("/list", data={"add": FERRY.id})
    again = client.get("/search?q=ferry", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert "Cookie" in again.headers["Vary"]
    assert again.headers["Cache-Control"] == "private, no-cache"
    assert client.get("/search?q=ferry", headers={"If-None-Match": again.headers["ETag"]}).status_code == 304


def test_cookies_are_for_this_site_alone(client: FlaskClient) -> None:
    plain = client.post("/list", data={"add": FERRY.id}).headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000"):
        assert part in plain
    assert "Secure" not in plain
    secure = client.post("/list", data={"add": FERRY.id}, base_url="https://localhost").headers["Set-Cookie"]
    assert "Secure" in secure


def test_an_emptied_list_leaves_no_cookie(client: FlaskClient) -> None:
    client.post("/list", data={"add": FERRY.id})
    client.post("/list", data={"clear": "yes"})
    assert client.get_cookie("list") is None


def test_buttons_say_what_is_on_the_list(get: Get, client: FlaskClient) -> None:
    client.post("/list", data={"add": FERRY.id})
    page = get("/search?q=ferry+treaty&match=all")
    assert texts(page, "button.pick") == ["Remove from my list"]
    assert texts(page, "a.mine") == ["My list (1)"]
    assert texts(get("/articles/ferry-treaty"), "button.pick") == ["Remove from my list"]
    assert texts(get("/list"), "h1") == ["List of 1 article"]
    assert texts(get("/help"), "a.mine") == ["My list (1)"]


@pytest.mark.parametrize(("length", "leads_back"), [(8_000, True), (8_002, False)])
def test_a_form_leads_back_to_an_address_of_bounded_length(client: FlaskClient, length: int, leads_back: bool) -> None:
    client.set_cookie("lang", "en")
    page = "/search?q=" + "a" * (length - len("/search?q="))
    answer = client.post("/list", data={"drop": FERRY.id, "back": page})
    assert answer.location == (page if leads_back else "/list")


@pytest.mark.parametrize("path", ["/list", "/saved"])
def test_a_form_that_is_far_too_long_is_refused(client: FlaskClient, path: str) -> None:
    assert client.post(path, data={"drop": "x" * 19_000}).status_code == 303
    assert client.post(path, data={"drop": "x" * 21_000}).status_code == 413


def test_a_form_that_the_reader_alone_can_have_sent_is_taken(client: FlaskClient) -> None:
    answer = client.post("/list", data={"add": FERRY.id}, headers={"Sec-Fetch-Site": "none", "Origin": "null"})
    assert answer.status_code == 303
    assert listed(client) == [FERRY.id]


def test_only_a_form_that_names_one_article_leads_back_to_it(client: FlaskClient) -> None:
    client.set_cookie("lang", "en")
    both = client.post("/list", data={"add": [FERRY.id, INTERVIEW.id], "back": "/search?q=a#old"})
    assert both.location == "/search?q=a"
    assert client.post("/list", data={"drop": FERRY.id, "back": "/search?"}).location == "/search"


@pytest.mark.parametrize("accepted", ["text/html, application/json;q=0.9", "*/*", ""])
def test_who_does_not_ask_for_json_is_led_back(client: FlaskClient, accepted: str) -> None:
    client.set_cookie("lang", "en")
    assert client.post("/list", data={"add": FERRY.id}, headers={"Accept": accepted}).status_code == 303


def test_no_cache_keeps_what_a_reader_has(client: FlaskClient) -> None:
    client.set_cookie("lang", "en")
    answers = [client.get("/kept"), client.post("/list", data={"add": FERRY.id}), client.get("/kept/back?to=/list")]
    assert [answer.headers["Cache-Control"] for answer in answers] == ["no-store"] * 3
