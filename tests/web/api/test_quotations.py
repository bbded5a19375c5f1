import json
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from indexer.article import Article, PartialDate, Quotation
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import FERRY, INTERVIEW, NOTICES, article, passage_link, place
from web import create_app


def speech(number: int, text: str, speaker: str, date: str) -> Article:
    made = article(f"speech-{number}", f"Speech {number}", (f"{speaker} spoke.", text), date=PartialDate(date))
    quotation = Quotation(*place(made.text, text), speaker, "statement")
    return replace(made, speakers=(speaker,), people=(speaker,), quotations=(quotation,))


SPEECHES = (
    speech(1, "The officers of the harbour are few.", "Marta Velde", "2016"),
    speech(2, "The lamps are lit.", "Marta Velde", "2018"),
    speech(3, "All officers have lamps.", "Marta Velde-Holm", "2019"),
    speech(4, "No officers came.", "Ivo Brandt", "2020"),
)


@pytest.fixture(scope="module")
def said() -> FlaskClient:
    made = MemoryEngine()
    with made.writer() as writer:
        for each in (*SPEECHES, FERRY, INTERVIEW, *NOTICES):
            writer.replace(each)
    return create_app(made, Settings()).test_client()


def ids(client: FlaskClient, query: str) -> list[str]:
    return [each["article"]["id"] for each in client.get(f"/api/quotations?{query}").get_json()["quotations"]]


def test_a_quotation_is_given_with_all_that_is_known_of_it(said: FlaskClient) -> None:
    answer = said.get("/api/quotations?speaker=Marta+Velde&to=2017-12").get_json()
    assert set(answer) == {"total", "more", "notes", "quotations", "links"}
    assert (answer["total"], answer["more"]) == (2, False)
    quotation, cue = FERRY.quotations[0], place(FERRY.text, "said Marta Velde")
    link = passage_link(FERRY, 2)
    context = FERRY.passages[1]
    assert answer["quotations"][0] == {
        "start": quotation.start,
        "end": quotation.end,
        "text": "Every ferry will carry two pilots from now on,",
        "speaker": "Marta Velde",
        "kind": "direct",
        "cue": {"start": cue[0], "end": cue[1], "text": "said Marta Velde"},
        "question": None,
        "passage": FERRY.passage_id(FERRY.passage_keys([context])[0]),
        "href": link,
        "permalink": f"http://localhost{link}",
        "context": {"start": context.start, "end": context.end, "text": FERRY.passage_text(context)},
        "article": {"id": FERRY.id, "title": FERRY.title, "source": "lake-union.example", "date": "2017-03-17"},
    }


def test_an_answer_is_given_with_its_question(said: FlaskClient) -> None:
    (answer,) = said.get("/api/quotations?speaker=Orla+Salt").get_json()["quotations"]
    assert (answer["kind"], answer["text"][:9]) == ("turn", "They will")
    assert answer["question"]["text"] == "What will change for the fishermen of the eastern shore?"
    assert answer["context"]["text"] == answer["text"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("speaker=Marta+Velde", ["speech-2", FERRY.id, "speech-1"]),
        ("q=speaker:Holm", ["speech-3"]),
        ("q=speaker:Hol*", ["speech-3"]),
        ("speaker=Marta+Velde-Holm", ["speech-3"]),
        ("speaker=velde+marta", ["speech-3", "speech-2", FERRY.id, "speech-1"]),
        ("speaker=Velde&q=officers", ["speech-3", "speech-1"]),
        ("speaker=Marta+Velde&speaker=Ivo+Brandt&q=officers", ["speech-4", "speech-1"]),
        ("q=officers", ["speech-4", "speech-3", "speech-1"]),
        ("q=officers+lamps", ["speech-3"]),
        ("q=officers&from=2019&to=2019-12-31", ["speech-3"]),
        ("q=signed", []),
        ("speaker=Ivo+Brandt&q=lamps", []),
        ("speaker=Nobody", []),
        ("speaker=Vel", []),
        ("q=lamsp", []),
    ],
)
def test_quotations_are_found_by_who_says_which_words_when(said: FlaskClient, query: str, found: list[str]) -> None:
    assert ids(said, query) == found
    assert said.get(f"/api/quotations?{query}").get_json()["total"] == len(found)


def test_pages_are_counted_in_articles_and_lead_to_each_other(said: FlaskClient) -> None:
    address, seen = "/api/quotations?speaker=Marta+Velde&size=2", []
    while address:
        answer = said.get(address).get_json()
        assert answer["links"]["self"] == address
        seen += [each["article"]["id"] for each in answer["quotations"]]
        assert answer["more"] == bool(answer["links"]["next"])
        before, address = address, answer["links"]["next"]
    assert seen == ["speech-2", FERRY.id, "speech-1"]
    assert answer["links"]["prev"] == before.replace("&page=2", "")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "speaker"),
        ("from=2019", "speaker"),
        ("speaker=X&size=101", "size"),
        ("speaker=X&size=0", "size"),
        ("speaker=X&page=0", "page"),
        ("speaker=X&from=yesterday", "from"),
        ("speaker=X&sort=oldest", "sort"),
        ("speaker=X&match=any", "match"),
        ("speaker=X&place=Northport", "place"),
        ("speaker=X&who=Y", "who"),
        ("speaker=X&q=a&q=b", "q"),
        ("q=" + "a" * 20_001, "q"),
    ],
    ids=lambda value: value[:30],
)
@pytest.mark.parametrize("path", ["/api/quotations", "/export/quotations.jsonl"])
def test_a_parameter_that_cannot_be_used_is_refused(said: FlaskClient, path: str, query: str, parameter: str) -> None:
    answer = said.get(f"{path}?{query}")
    assert answer.status_code == 400
    if path.startswith("/api"):
        assert [each["parameter"] for each in answer.get_json()["errors"]] == [parameter]


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "((((",
        "))))",
        "a) OR (b",
        '"a',
        "***",
        "~~~~",
        "said:",
        "speaker:",
        "said:a",
        "AND OR NOT",
        "-",
        "\\",
        "x\x00y",
    ],
)
def test_whatever_is_typed_is_answered(said: FlaskClient, typed: str) -> None:
    for name in ("q", "speaker"):
        for path in ("/api/quotations", "/export/quotations.jsonl"):
            assert said.get(path, query_string={name: typed}).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        "officers)",
        "(officers",
        '"officers',
        "officers) OR (signed",
        "officers) signed OR (officers",
        "officers OR signed",
    ],
)
def test_what_is_typed_stays_what_is_said(said: FlaskClient, typed: str) -> None:
    """FERRY has “signed”, which nobody says."""
    found = said.get("/api/quotations", query_string={"q": typed}).get_json()
    assert {each["article"]["id"] for each in found["quotations"]} <= {each.id for each in SPEECHES}
    assert found["total"] == len(found["quotations"])


def test_words_that_too_many_speakers_are_called_by_are_refused() -> None:
    made = MemoryEngine()
    with made.writer() as writer:
        for number in range(51):
            writer.replace(
                speech(number, "The lamps are lit.", f"Orla {chr(97 + number % 26) * (2 + number // 26)}", "2016")
            )
    client = create_app(made, Settings()).test_client()
    assert client.get("/api/quotations?speaker=Orla").status_code == 400
    assert client.get("/api/quotations?speaker=Orla+aa").get_json()["total"] == 1


def test_the_context_is_the_paragraph_that_it_begins_in(said: FlaskClient) -> None:
    first = article("a", "A", ("“We lit the lamps,” said Ivo Linde.", "They burn."))
    first = replace(first, quotations=(Quotation(*place(first.text, "We lit the lamps,"), "Ivo Linde"),))
    made = MemoryEngine()
    with made.writer() as writer:
        writer.replace(first)
    (only,) = create_app(made, Settings()).test_client().get("/api/quotations?q=lit").get_json()["quotations"]
    assert only["context"] == {"start": 0, "end": 35, "text": "“We lit the lamps,” said Ivo Linde."}


def test_a_file_has_them_line_by_line(said: FlaskClient) -> None:
    answer = said.get("/export/quotations.jsonl?speaker=Marta+Velde&size=1&page=2")
    assert answer.content_type == "application/jsonl; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="quotations.jsonl"'
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert lines == said.get("/api/quotations?speaker=Marta+Velde").get_json()["quotations"]


def test_of_several_speakers_in_an_article_only_those_are_given_who_were_asked_for() -> None:
    both = article("a", "A", ("“We lit the lamps,” said Ivo Linde.", "“We did,” said Una Holm."))
    first, second = place(both.text, "We lit the lamps,"), place(both.text, "We did,")
    quotations = (Quotation(*first, "Ivo Linde"), Quotation(*second, "Una Holm"))
    made = MemoryEngine()
    with made.writer() as writer:
        writer.replace(replace(both, quotations=quotations, speakers=("Ivo Linde", "Una Holm")))
    client = create_app(made, Settings()).test_client()
    (found,) = client.get("/api/quotations?speaker=Una+Holm").get_json()["quotations"]
    (line,) = client.get("/export/quotations.jsonl?speaker=Una+Holm").text.splitlines()
    assert found == json.loads(line)
    assert (found["speaker"], found["text"]) == ("Una Holm", "We did,")


def test_a_quotation_outside_every_passage_leads_to_its_article(said: FlaskClient) -> None:
    made = MemoryEngine()
    with made.writer() as writer:
        writer.replace(replace(SPEECHES[0], passages=()))
    (only,) = create_app(made, Settings()).test_client().get("/api/quotations?q=few").get_json()["quotations"]
    assert (only["passage"], only["href"]) == (None, "/articles/speech-1")
