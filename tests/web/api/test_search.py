from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from indexer.article import Quotation
from indexer.engines.memory import MemoryEngine
from indexer.fields import FACET_FIELDS
from indexer.settings import Settings
from tests.web.archive import FERRY, INTERVIEW, NOTICES, article, passage_link
from web import create_app


def test_a_search_has_the_form_of_the_design(client: FlaskClient) -> None:
    answer = client.get("/api/search?q=ferry+treaty").get_json()
    counts = {"total", "counted", "total_some"}
    assert set(answer) == {"query", *counts, "generation", "took_ms", "results", "facets", "links"}
    assert set(answer["query"]) == {"text", "understood", "notes", "did_you_mean", "corrected"}
    assert answer["query"]["text"] == "ferry treaty"
    assert answer["total"] == 1
    found = answer["results"][0]
    names = "id title date date_precision type source language url organisations people places documents score"
    assert set(found) >= {*names.split(), "matching_passages", "passages"}
    assert found["id"] == FERRY.id
    assert (found["date"], found["date_precision"]) == ("2017-03-17", "day")
    assert set(found["passages"][0]) >= {"id", "start", "end", "text", "marks", "href"}
    assert set(answer["facets"]) == set(FACET_FIELDS)
    assert answer["facets"]["place"] == [{"value": "Northport", "count": 1, "selected": False, "excluded": False}]


def test_marks_and_offsets_count_characters(client: FlaskClient) -> None:
    passages = client.get("/api/search?q=fines").get_json()["results"][0]["passages"]
    for passage in passages:
        assert FERRY.text[passage["start"] : passage["end"]] == passage["text"]
        assert {passage["text"][start:end] for start, end in passage["marks"]} == {"fined", "fines"}


def test_a_passage_has_what_is_said_in_what_is_shown(client: FlaskClient) -> None:
    def said(query: str) -> list[dict[str, object]]:
        passages = client.get(f"/api/search?{query}").get_json()["results"][0]["passages"]
        return [each for passage in passages for each in passage["quotations"]]

    assert said("q=fines") == []
    (only,) = said("q=carry+pilots")
    assert (only["text"], only["speaker"]) == ("Every ferry will carry two pilots from now on,", "Marta Velde")
    (answer,) = said("q=dues")
    assert FERRY.text[: FERRY.quotations[0].end].endswith(str(only["text"]))
    assert (answer["kind"], set(answer)) == ("turn", {"start", "end", "text", "speaker", "kind", "cue", "question"})


def test_only_the_shown_part_of_a_speech_is_given_with_a_passage() -> None:
    calm = "The harbour is calm. " * 40
    speech = article("a", "A", (f"{calm}The lamps are lit. {calm}",), speakers=("Orla Salt",))
    speech = replace(speech, quotations=(Quotation(0, len(speech.text), "Orla Salt", "statement"),))
    made = MemoryEngine()
    with made.writer() as writer:
        writer.replace(speech)
    found = create_app(made, Settings()).test_client().get("/api/search?q=lamps").get_json()["results"][0]
    (passage,) = found["passages"]
    (said,) = passage["quotations"]
    assert (said["start"], said["end"], said["text"]) == (passage["start"], passage["end"], passage["text"])
    assert 0 < said["start"] < said["start"] + len(said["text"]) < said["start"] + 300


def test_facets_widen_within_and_narrow_between(client: FlaskClient) -> None:
    def total(query: str) -> int:
        return int(client.get(f"/api/search?{query}").get_json()["total"])

    assert total("place=Northport&place=Eastmere") == len(NOTICES) + 2
    assert total("place=Northport&type=press+release") == 1
    assert total("place=Eastmere&not_organisation=Lake+Union") == 1


def test_chosen_values_are_said(client: FlaskClient) -> None:
    facets = client.get("/api/search?q=glacier&place=Northport&not_type=news").get_json()["facets"]
    assert facets["place"] == [{"value": "Northport", "count": 0, "selected": True, "excluded": False}]
    assert facets["type"] == [{"value": "news", "count": 0, "selected": False, "excluded": True}]


def test_links_lead_through_all_pages_and_back(client: FlaskClient) -> None:
    seen, address = [], "/api/search?sort=oldest&size=7"
    while address:
        answer = client.get(address).get_json()
        assert answer["links"]["self"] == address
        seen += [found["id"] for found in answer["results"]]
        before, address = address, answer["links"]["next"]
    assert len(seen) == len(set(seen)) == answer["total"]
    assert answer["links"]["prev"] == before.replace("page=5", "page=4")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("organization=UN", "organization"),
        ("sort=upwards", "sort"),
        ("explain=yes", "explain"),
        ("page=0", "page"),
        ("size=1000", "size"),
        ("from=yesterday", "from"),
        ("q=" + "a" * 100_000, "q"),
    ],
    ids=lambda value: value[:20],
)
def test_a_parameter_that_cannot_be_used_is_refused_by_name(client: FlaskClient, query: str, parameter: str) -> None:
    response = client.get(f"/api/search?{query}")
    assert response.status_code == 400
    assert response.mimetype == "application/problem+json"
    problem = response.get_json()
    assert problem["status"] == 400
    assert [error["parameter"] for error in problem["errors"]] == [parameter]


def test_an_article_is_given_whole(client: FlaskClient) -> None:
    answer = client.get(f"/api/articles/{INTERVIEW.id}").get_json()
    assert answer["text"] == INTERVIEW.text
    assert answer["date_evidence"] == "first sentence: In June 2018"
    turn = answer["passages"][1]
    assert answer["text"][turn["start"] : turn["end"]] == turn["text"]
    assert not turn.keys() & {"speaker", "question"}
    assert answer["provenance"]["path"] == "interview-orla-salt.html"


@pytest.mark.parametrize("path", ["/api/articles/nope", "/api/articles/..%2F..%2Fetc", "/api/", "/api/nothing"])
def test_what_is_not_there_is_a_problem(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.mimetype == "application/problem+json"
    problem = response.get_json()
    assert problem["status"] == 404
    assert {"type", "title", "detail", "instance"} <= set(problem)


def test_text_is_given_unescaped_and_as_json_only(client: FlaskClient) -> None:
    response = client.get("/api/articles/hostile")
    assert response.get_json()["title"].startswith("<script>")
    assert response.mimetype == "application/json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_similar_articles_share_telling_words(client: FlaskClient) -> None:
    answer = client.get("/api/articles/notice-01/similar").get_json()["similar"]
    assert answer
    assert all(each["id"] != "notice-01" and each["shared"] for each in answer)
    assert client.get("/api/articles/nope/similar").status_code == 404


def test_suggestions_go_on_from_what_is_typed(client: FlaskClient) -> None:
    answer = client.get("/api/suggest?q=lightho").get_json()
    assert answer["query"] == "lightho"
    assert "lighthouse" in [each["text"] for each in answer["suggestions"]]
    for each in answer["suggestions"]:
        assert client.get(each["href"]).status_code == 200


@pytest.mark.parametrize("typed", ["", "%00", "((", "%22", "a" * 5000, "%F0%9F%98%80"])
def test_whatever_is_being_typed_has_suggestions_or_none(client: FlaskClient, typed: str) -> None:
    assert client.get(f"/api/suggest?q={typed}").status_code == 200
    assert client.get(f"/suggest?q={typed}").get_json(force=True)[0] is not None


def test_a_result_says_on_request_why_it_stands_where_it_does(client: FlaskClient) -> None:
    assert "contributions" not in client.get("/api/search?q=ferry+treaty").get_json()["results"][0]
    found = client.get("/api/search?q=ferry+treaty&explain=1").get_json()["results"][0]
    assert [set(each) for each in found["contributions"]] == [{"text", "score", "in_title", "in_text"}] * 3
    assert sum(each["score"] for each in found["contributions"]) == pytest.approx(found["score"])


def test_each_result_says_whether_it_has_all_of_the_words(client: FlaskClient) -> None:
    answer = client.get("/api/search?q=fines+treaty+glacier").get_json()
    assert (answer["total"], answer["counted"], answer["total_some"]) == (
        len(answer["results"]),
        "some",
        answer["total"],
    )
    assert {each["matched"] for each in answer["results"]} == {"some"}
    assert answer["results"][0]["missing"] == ["glacier"]
    whole = client.get("/api/search?q=ferry+treaty").get_json()
    assert (whole["total"], whole["counted"], whole["results"][0]["matched"]) == (1, "all", "all")
    assert "missing" not in whole["results"][0]
    only = client.get("/api/search?q=fines+treaty+glacier&match=all").get_json()
    assert (only["total"], only["total_some"], only["results"]) == (0, 0, [])
    assert client.get("/api/search?q=fines&match=most").status_code == 400


def test_a_misspelt_word_is_asked_back(client: FlaskClient) -> None:
    answer = client.get("/api/search?q=lighthuose").get_json()
    assert (answer["query"]["did_you_mean"], answer["query"]["corrected"]) == ("lighthouse", True)
    assert answer["total"] == client.get("/api/search?q=lighthouse").get_json()["total"]
    typed = client.get("/api/search?q=lighthuose&spelling=typed").get_json()
    assert (typed["query"]["corrected"], typed["total"]) == (False, 0)


def test_links_lead_to_the_pages_beside_and_from_past_the_last_to_it(client: FlaskClient) -> None:
    links = client.get("/api/search?q=harbour&size=7&page=77").get_json()["links"]
    assert links == {
        "self": "/api/search?q=harbour&page=77&size=7",
        "next": None,
        "prev": "/api/search?q=harbour&page=5&size=7",
    }
    assert client.get("/api/search?q=harbour&size=7&page=2").get_json()["links"] == {
        "self": "/api/search?q=harbour&page=2&size=7",
        "next": "/api/search?q=harbour&page=3&size=7",
        "prev": "/api/search?q=harbour&size=7",
    }
    assert client.get("/api/search?q=treaty").get_json()["links"] == {
        "self": "/api/search?q=treaty",
        "next": None,
        "prev": None,
    }


def test_a_result_leads_to_its_passage_in_the_search_that_found_it(client: FlaskClient) -> None:
    found = client.get("/api/search?q=fines&place=Northport").get_json()["results"][0]
    assert found["passages"][0]["href"] == passage_link(FERRY, 4, "q=fines&place=Northport&")


def test_a_suggested_title_leads_to_its_article_and_a_word_to_its_search(client: FlaskClient) -> None:
    suggested = client.get("/api/suggest?q=lights").get_json()["suggestions"]
    assert {each["kind"]: each["href"] for each in suggested if each["kind"] == "title"} == {
        "title": "/articles/lights-of-the-shore"
    }
    words = [each for each in suggested if each["kind"] == "word"]
    assert words
    assert all(each["href"] == f"/search?q={each['typed']}" for each in words)


def test_a_passage_is_had_by_its_key(client: FlaskClient) -> None:
    key = FERRY.passage_keys(FERRY.passages)[2]
    third = FERRY.passages[2]
    assert client.get(f"/api/articles/ferry-treaty/passages/{key}").get_json() == {
        "id": f"ferry-treaty#{key}",
        "start": third.start,
        "end": third.end,
        "text": FERRY.passage_text(third),
        "href": passage_link(FERRY, 3),
    }


@pytest.mark.parametrize("key", ["3", "0" * 15, "x%2Fy", "%C3%A9"])
def test_a_passage_that_is_gone_is_said_to_be(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/api/articles/ferry-treaty/passages/{key}")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
    assert key == "x%2Fy" or answer.get_json()["title"] == "No such passage"
