"""Costly questions are let in a few at a time; what was narrowed is not kept by anybody."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.errors import Overloaded
from indexer.search import cost
from tests.machine import eventually
from web import gate
from web.gate import AT_ONCE, Gate

FEED = "/feed.atom?q=harbour"


def test_as_many_get_in_as_there_are_places_and_another_when_one_has_left() -> None:
    guarded = Gate(2, patience=0.01)
    first, _ = guarded.enter(), guarded.enter()
    with pytest.raises(Overloaded):
        guarded.enter()
    first()
    guarded.enter()


def test_one_more_waits_for_a_place_and_others_do_not() -> None:
    guarded = Gate(1, patience=60)
    leave = guarded.enter()
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(guarded.enter)
        eventually(guarded._waiting.locked)
        with pytest.raises(Overloaded):
            guarded.enter()
        leave()
        waiting.result()()
    guarded.enter()


@pytest.fixture
def all_costly(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "COSTLY", 0.0)
    monkeypatch.setattr(app.extensions["communique.gate"], "_patience", 0.01)


def test_an_answer_is_costly_when_its_parts_are_so_together(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    places = app.extensions["communique.gate"]._places
    monkeypatch.setattr(gate, "COSTLY", 100.0)
    with app.test_request_context("/"):
        gate.ask(60)
        assert places.acquire(blocking=False)
        places.release()
        gate.ask(60)
        gate.ask(60)
        assert not places.acquire(blocking=False)
    assert places.acquire(blocking=False)
    places.release()


@pytest.mark.usefixtures("all_costly")
def test_a_costly_question_leaves_its_place_when_it_is_answered(client: FlaskClient) -> None:
    for _ in range(AT_ONCE + 2):
        with client.get("/search?q=harbour&page=2") as answer:
            assert answer.status_code == 200


@pytest.mark.usefixtures("all_costly")
@pytest.mark.parametrize(
    "address",
    [
        *("/search?q=harbour", "/api/search?q=harbour", FEED, "/export.csv?q=harbour", "/api/quotation?text=harbour"),
        *("/api/quotations?q=harbour", "/export/quotations.jsonl?q=harbour"),
    ],
)
def test_where_no_place_is_left_the_answer_says_when_to_come_again(
    app: Flask, client: FlaskClient, address: str
) -> None:
    guarded: Gate = app.extensions["communique.gate"]
    leave = [guarded.enter() for _ in range(AT_ONCE)]
    try:
        answer = client.get(address)
    finally:
        for each in leave:
            each()
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "under way" in answer.text
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("address", ["/api/search?q=harbour&explain=1&size=100", FEED, "/search?q=harbour&size=100"])
def test_an_answer_is_costly_by_the_articles_it_shows(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Those that were found, not those that were asked for."""
    told: list[float] = []
    monkeypatch.setattr("web.archive.gate.ask", told.append)
    assert client.get(address).status_code == 200
    assert 0 < sum(told[1:]) < 50


def test_an_ordinary_question_needs_no_place(app: Flask, client: FlaskClient) -> None:
    guarded: Gate = app.extensions["communique.gate"]
    leave = [guarded.enter() for _ in range(AT_ONCE)]
    try:
        assert client.get("/search?q=harbour+treaty").status_code == 200
    finally:
        for each in leave:
            each()


def test_what_was_narrowed_carries_no_tag_and_is_not_kept(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get("/api/search?q=h*")
    assert "ETag" in whole.headers
    assert not whole.get_json()["query"]["notes"]
    monkeypatch.setattr(cost, "BUDGET", 0.25)
    for address in ('/api/search?q="harbour treaty ferry"~50', '/feed.atom?q="harbour treaty ferry"~50'):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


def test_what_cannot_be_afforded_is_refused_with_what_to_do(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost, "BUDGET", 0.0001)
    answer = client.get("/api/search?q=harbour")
    assert answer.status_code == 422
    assert answer.get_json()["remedy"] == "Ask for fewer or rarer words, or for fewer phrases."
    assert client.get("/search?q=harbour").status_code == 422
