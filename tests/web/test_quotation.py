from urllib.parse import quote_plus

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.archive import FERRY, HOSTILE, passage_link
from tests.web.conftest import Get, texts

SAID = "Ferries that sail without a pilot are fined; the fines go to the harbour that finds them."


def test_a_sentence_of_an_article_leads_to_its_passage(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(SAID))
    assert texts(page, ".verdict") == ["Word for word."]
    link = page.select_one(".found a")
    assert link is not None
    assert (link.get_text(), link["href"]) == (FERRY.title, passage_link(FERRY, 4))
    assert texts(page, ".found blockquote") == [SAID]


def test_a_word_that_differs_is_shown_in_its_place(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(SAID.replace("fined", "sunk")))
    assert texts(page, ".verdict") == ["Nearly: 1 word differs."]
    for hidden in page.select(".difference .vh"):
        hidden.decompose()
    assert texts(page, ".difference del") == ["sunk;"]
    assert texts(page, ".difference ins") == ["fined;"]


def test_a_headline_is_found_as_one(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(FERRY.title))
    assert texts(page, ".verdict") == ["Word for word."]
    assert "in the title" in texts(page, ".found .facts")[0]


def test_what_nobody_said_is_said_so(get: Get) -> None:
    page = get("/quotation?text=the+glaciers+will+pay+for+their+own+thermometers")
    assert texts(page, ".verdict") == ["This archive has nothing like it."]
    assert page.select(".found") == []


def test_before_anything_is_asked_there_is_only_the_form(get: Get) -> None:
    page = get("/quotation")
    assert page.select(".verdict, .found") == []
    assert page.select_one("form textarea[name=text]")


def test_a_short_quotation_gets_an_address_that_can_be_sent(client: FlaskClient) -> None:
    answer = client.post("/quotation", data={"text": f" {SAID} "})
    assert (answer.status_code, answer.location) == (303, "/quotation?text=" + quote_plus(SAID))


def test_a_long_quotation_is_answered_at_once(client: FlaskClient) -> None:
    long = " ".join([FERRY.text, "and so on " * 500])
    answer = client.post("/quotation", data={"text": long})
    assert answer.status_code == 200
    assert BeautifulSoup(answer.text, "lxml").select(".verdict")


@pytest.mark.parametrize("letter", ["a ", "д", "\U0001f600"])
def test_of_more_than_100000_characters_the_first_are_looked_for(client: FlaskClient, letter: str) -> None:
    answer = client.post("/quotation", data={"text": letter * (150_000 // len(letter))})
    assert answer.status_code == 200
    assert "Only the first 100,000 characters were looked for." in answer.text


def test_what_is_far_too_long_is_refused_with_a_page(client: FlaskClient) -> None:
    answer = client.post("/quotation", data={"text": "a" * 3_000_000})
    assert answer.status_code == 413
    assert texts(BeautifulSoup(answer.text, "lxml"), ".failed p")[1].startswith("This is more than the page takes")


def test_markup_in_a_quotation_and_its_article_is_shown_as_text(get: Get) -> None:
    typed = "A harbour clerk typed <b>bold</b> & <img src=x onerror=alert(2)> into the register"
    page = get("/quotation?text=" + quote_plus(typed))
    assert page.select(".quotation b, .quotation img, .quotation script") == []
    assert texts(page, "textarea") == [typed]
    assert HOSTILE.title.split()[-1] in texts(page, ".found h3")[0]


@pytest.mark.parametrize("text", ["\x00", "((", "“”", "\ud83d\ude00", "a" * 90_000, "%00"], ids=ascii)
def test_whatever_is_pasted_gets_a_page(client: FlaskClient, text: str) -> None:
    for path in ("/quotation", "/api/quotation"):
        query = {"text": text.encode("utf-8", "surrogatepass")}
        assert client.get(path, query_string=query).status_code == 200


def test_the_api_gives_verdict_place_and_changes(client: FlaskClient) -> None:
    answer = client.get("/api/quotation", query_string={"text": SAID.replace("pilot", "cook")}).get_json()
    assert set(answer) == {"text", "cut", "verdict", "found"}
    assert (answer["verdict"], answer["cut"]) == ("nearly", False)
    found = answer["found"][0]
    assert (found["id"], found["passage"], found["differing"]) == (
        "ferry-treaty",
        FERRY.passage_id(FERRY.passage_keys(FERRY.passages)[3]),
        1,
    )
    assert FERRY.text[found["start"] : found["end"]] == SAID
    assert [each["kind"] for each in found["changes"]] == ["same", "deleted", "inserted", "same"]


def test_the_api_refuses_to_look_for_nothing(client: FlaskClient) -> None:
    answer = client.get("/api/quotation?text=+")
    assert answer.status_code == 400
    assert answer.get_json()["errors"][0]["parameter"] == "text"


def test_a_long_query_that_finds_nothing_is_offered_as_a_quotation(get: Get) -> None:
    typed = '"' + SAID.replace("fined", "sunk").rstrip(".") + '"'
    link = get("/search?q=" + quote_plus(typed)).select_one(".quoting a")
    assert link is not None
    assert texts(get(str(link["href"])), ".verdict") == ["Nearly: 1 word differs."]
    assert get("/search?q=glacier").select(".quoting a") == []


def test_the_help_page_leads_to_it(get: Get) -> None:
    assert get("/help").select(".guide a[href='/quotation']")


@pytest.mark.parametrize("over", [False, True], ids=["four thousand", "one more"])
def test_an_address_of_four_thousand_characters_can_be_sent(client: FlaskClient, over: bool) -> None:
    text = "a" * (4_000 - len("/quotation?text=") + over)
    answer = client.post("/quotation", data={"text": text})
    assert answer.status_code == (200 if over else 303)


def test_a_quotation_is_looked_for_without_the_white_space_around_it(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(f"\n  {SAID} \n"))
    assert texts(page, ".verdict") == ["Word for word."]
    assert texts(page, ".found .facts") == ["17 March 2017 · lake-union.example · Press release · word for word"]
    assert page.select_one(".legend") is None


@pytest.mark.parametrize(("words", "offered"), [(5, False), (6, True)])
def test_a_query_of_six_words_may_be_a_sentence(get: Get, words: int, offered: bool) -> None:
    typed = "+".join(["glacier", "melts", "over", "seven", "cold", "summers"][:words])
    assert bool(get(f"/search?q={typed}").select(".quoting a")) == offered
