from urllib.parse import quote_plus

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.archive import FERRY, HOSTILE, passage_link
from tests.web.conftest import Get, texts

PILOTS = "Every ferry will carry two pilots from now on"
SAID = "Ferries that sail without a pilot are fined; the fines go to the harbour that finds them."


def test_a_sentence_of_an_article_leads_to_its_passage(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(SAID))
    assert texts(page, ".verdict") == ["Word for word."]
    link = page.select_one(".found a")
    assert link is not None
    assert (link.get_text(), link["href"]) == (FERRY.title, passage_link(FERRY, 4))
    assert texts(page, ".found .placed") == [SAID]


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
    assert set(answer) == {"text", "cut", "verdict", "speaker", "shortened", "reordered", "found"}
    assert (answer["verdict"], answer["cut"], answer["speaker"]) == ("nearly", False, None)
    found = answer["found"][0]
    assert (found["id"], found["passage"], found["differing"]) == (
        "ferry-treaty",
        FERRY.passage_id(FERRY.passage_keys(FERRY.passages)[3]),
        1,
    )
    assert FERRY.text[found["start"] : found["end"]] == SAID
    assert [each["kind"] for each in found["changes"]] == ["same", "deleted", "inserted", "same"]


def test_the_api_gives_the_speaker_and_what_changes_the_meaning(client: FlaskClient) -> None:
    asked = f"“{PILOTS.replace('two', 'three')},” said Ivo Brandt."
    answer = client.get("/api/quotation", query_string={"text": asked}).get_json()
    found = answer["found"][0]
    said = FERRY.quotations[0]
    assert (answer["verdict"], answer["speaker"], found["meaning"]) == ("altered", "Ivo Brandt", ["number"])
    assert (found["speaker"], found["agrees"], found["kind"]) == ("Marta Velde", False, "direct")
    assert found["quotation"] == {"start": said.start, "end": said.end}
    assert said.cue is not None
    assert FERRY.text[slice(*found["cue"])] == "said Marta Velde"
    assert found["context"]["text"] == FERRY.text[slice(*(found["context"][at] for at in ("start", "end")))]
    assert found["context"]["text"].endswith("who opened the harbour talks.")
    assert asked[slice(*found["part"])].startswith("Every ferry")
    assert [each["meaning"] for each in found["changes"]] == [[], ["number"], ["number"], []]


def test_the_api_gives_an_address_that_leads_to_the_words(client: FlaskClient) -> None:
    found = client.get("/api/quotation", query_string={"text": PILOTS}).get_json()["found"][0]
    address, _, anchor = found["permalink"].partition("#")
    page = BeautifulSoup(client.get(address).text, "lxml")
    assert page.find(id=anchor)
    assert "".join(texts(page, ".linked")).strip("“”,") == PILOTS


def test_the_api_gives_nothing_of_a_speaker_where_nobody_says_it(client: FlaskClient) -> None:
    found = client.get("/api/quotation", query_string={"text": SAID}).get_json()["found"][0]
    assert (found["speaker"], found["kind"], found["cue"], found["quotation"]) == ("", None, None, None)


def test_the_page_says_who_says_it_in_its_paragraph(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(PILOTS))
    assert texts(page, ".who") == ["Marta Velde, quoted in the article"]
    assert texts(page, ".found blockquote")[0].endswith("said Marta Velde, who opened the harbour talks.")
    assert texts(page, ".placed")[0].rstrip(",”") == PILOTS
    answer = get("/quotation?text=" + quote_plus("They will pay no harbour dues until the new lighthouse is lit"))
    assert texts(answer, ".who") == ["Orla Salt, in an interview"]


def test_the_page_says_where_nobody_says_it(get: Get) -> None:
    page = get("/quotation?text=" + quote_plus(SAID))
    assert texts(page, ".who") == ["These words stand in the article's own text, not as said by a named person."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Every ferry must carry two pilots from now on",
            "Must, may, will: “must” in the quotation, “will” in the article.",
        ),
        (
            "Every ferry carries two pilots from now on",
            "Must, may, will: “carries” in the quotation, “will carry” in the article.",
        ),
        (
            "Every ferry will carry twelve pilots from now on",
            "Number or date: “twelve” in the quotation, “two” in the article.",
        ),
        ("Every ferry will not carry two pilots from now on", "Negation: “not” is not in the article."),
        ("They will pay harbour dues until the new lighthouse is lit", "Negation: the quotation lacks “no”."),
        (
            "The Lake Union and the Sea League signed the ferry treaty",
            "Name: “Sea” in the quotation, “River” in the article.",
        ),
        (
            "Some ferry will carry two pilots from now on",
            "All, some, always: “Some” in the quotation, “Every” in the article.",
        ),
        ("They will pay no harbour dues after the new lighthouse is lit until then", ""),
    ],
)
def test_the_page_says_what_changes_the_meaning(get: Get, typed: str, said: str) -> None:
    page = get("/quotation?text=" + quote_plus(typed))
    assert texts(page, ".meaning li") == ([said] if said else [])
    assert texts(page, ".verdict")[0].startswith("Altered: " if said else "Nearly: ")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("Marta Velde", "The same speaker as in what you pasted."),
        ("Ivo Brandt", "What you pasted names a different speaker: Ivo Brandt."),
    ],
)
def test_the_page_says_whether_the_speaker_that_was_pasted_is_right(get: Get, named: str, said: str) -> None:
    page = get("/quotation?text=" + quote_plus(f"“{PILOTS},” said {named}."))
    assert texts(page, ".verdict") == ["Word for word."]
    assert texts(page, ".agrees") == [said]


def test_the_page_tells_the_parts_of_a_quotation_put_together(get: Get) -> None:
    parts = (
        "Every ferry will carry two pilots from now on",
        "They will pay no harbour dues until the new lighthouse is lit",
    )
    page = get("/quotation?text=" + quote_plus(". ".join(parts)))
    assert texts(page, ".verdict") == ["Put together from 2 places."]
    assert [each.strip("“”.") for each in texts(page, ".part")] == list(parts)
    assert [each.split(",")[0] for each in texts(page, ".who")] == ["Marta Velde", "Orla Salt"]


def test_the_page_says_that_a_quotation_is_shortened_or_in_another_order(get: Get) -> None:
    shortened = get("/quotation?text=" + quote_plus("Every ferry will carry … from now on"))
    assert texts(shortened, ".verdict") == ["Word for word."]
    assert texts(shortened, ".between") == ["two pilots"]
    assert "The quotation is abridged and marks where words are left out." in texts(shortened, ".quotation > p")
    turned = get(
        "/quotation?text="
        + quote_plus("the fines go to the harbour that finds them; ferries that sail without a pilot are fined")
    )
    assert "The article has these words in a different order." in texts(turned, ".quotation > p")


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
