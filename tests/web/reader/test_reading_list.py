import csv
import io
import json

import pytest
from flask.testing import FlaskClient

from tests.web.archive import ARTICLES, FERRY, HOSTILE, INTERVIEW
from tests.web.conftest import Get, texts
from web.urls.reading import MAX_IDS

TWO = f"id={INTERVIEW.id}&id={FERRY.id}"


def test_a_list_shows_the_articles_of_its_address_in_their_order(get: Get) -> None:
    page = get(f"/list?{TWO}&id={FERRY.id}")
    assert texts(page, "h1") == ["List of 2 articles"]
    assert texts(page, ".kept h2") == [INTERVIEW.title, FERRY.title]


def test_a_list_is_taken_away_without_scripts_as_its_form_sends_it(get: Get, client: FlaskClient) -> None:
    page = get(f"/list?{TWO}")
    sent = "&".join(f"id={box['value']}" for box in page.select("form input[name=id][checked]"))
    places = [str(button["formaction"]) for button in page.select("form .acts button[formaction]")]
    assert places == ["/export.csv", "/export.jsonl", "/export.bib", "/export.ris"]
    table = client.get(f"{places[0]}?{sent}").text.removeprefix("\ufeff")
    assert [row["id"] for row in csv.DictReader(io.StringIO(table, newline=""))] == [INTERVIEW.id, FERRY.id]
    lines = client.get(f"{places[1]}?{sent}").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [INTERVIEW.id, FERRY.id]
    for place in places[2:]:
        assert client.get(f"{place}?{sent}").text.count(FERRY.id) >= 1


def test_an_empty_list_says_how_articles_come_onto_it(get: Get) -> None:
    assert "Add to my list" in get("/list").get_text()


def test_a_list_says_that_an_article_is_gone(get: Get) -> None:
    page = get(f"/list?id=gone&{TWO}")
    assert texts(page, ".notes li") == ["1 article of this list can no longer be found in the archive."]
    assert len(page.select(".kept li")) == 2


def test_a_list_is_bounded(get: Get) -> None:
    many = "&".join(f"id={each.id}" for each in ARTICLES) + "".join(f"&id=x{n}" for n in range(MAX_IDS))
    notes = texts(get(f"/list?{many}&colour=red"), ".notes li")
    assert any(f"a list has at most {MAX_IDS} articles" in note for note in notes)
    assert any("colour" in note for note in notes)


@pytest.mark.parametrize(
    "query", ["id=gone", f"{TWO}&q=harbour", f"{TWO}&id=gone", "&".join(f"id={n}" for n in range(101))]
)
def test_a_file_never_holds_something_else_than_was_named(client: FlaskClient, query: str) -> None:
    assert client.get(f"/export.csv?{query}").status_code == 400


def test_titles_on_a_list_are_never_markup(get: Get) -> None:
    page = get(f"/list?id={HOSTILE.id}")
    assert texts(page, ".kept h2") == [HOSTILE.title]


@pytest.mark.parametrize("path", ["/list", f"/list?{TWO}", "/saved"])
def test_what_is_a_readers_own_is_not_for_search_engines(get: Get, client: FlaskClient, path: str) -> None:
    assert get(path).select_one("meta[name=robots][content=noindex]")
    assert f"Disallow: {path.partition('?')[0]}\n" in client.get("/robots.txt").text


def test_a_readers_own_list_has_an_address_that_carries_it(get: Get, client: FlaskClient) -> None:
    client.post("/list", data={"add": [INTERVIEW.id, FERRY.id]})
    page = get("/list")
    assert [str(link["href"]) for link in page.select(".shown a")] == [f"/list?{TWO}"]
    assert texts(page, ".kept h2") == [INTERVIEW.title, FERRY.title]
    assert texts(page, "button[name=clear]") == ["Take all off my list"]


def test_of_somebody_elses_list_what_is_not_on_the_own_can_be_added(get: Get, client: FlaskClient) -> None:
    client.post("/list", data={"add": INTERVIEW.id})
    page = get(f"/list?{TWO}&id={HOSTILE.id}")
    form = page.select("form.acts")[0]
    assert [each["value"] for each in form.select("input[name=add]")] == [FERRY.id, HOSTILE.id]
    assert page.select("button[name=clear]") == []
    assert texts(page, "button.pick") == ["Remove from my list", "Add to my list", "Add to my list"]
    client.post("/list", data={"add": [FERRY.id, HOSTILE.id]})
    assert get(f"/list?{TWO}&id={HOSTILE.id}").select("form.acts") == []


def test_a_row_of_a_list_says_what_it_is(get: Get) -> None:
    page = get(f"/list?{TWO}")
    assert texts(page, ".kept .facts") == [
        "about June 2018 · Interview · lake-union.example",
        "17 March 2017 · Press release · lake-union.example",
    ]
    assert [str(link["href"]) for link in page.select(".kept h2 a")] == [
        f"/articles/{INTERVIEW.id}",
        f"/articles/{FERRY.id}",
    ]


def test_articles_are_added_and_taken_off_in_one_form(client: FlaskClient) -> None:
    client.post("/list", data={"add": [FERRY.id, HOSTILE.id]})
    client.post("/list", data={"drop": [FERRY.id, "gone"], "add": INTERVIEW.id})
    assert client.get("/kept").get_json()["kept"] == [HOSTILE.id, INTERVIEW.id]
    client.post("/list", data={"clear": "yes", "add": INTERVIEW.id})
    assert client.get("/kept").get_json()["kept"] == [INTERVIEW.id]
