from contextlib import AbstractContextManager

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.engines.engine import Reader, Writer
from indexer.errors import ArticleMissing, CommuniqueError, IndexMissing, Overloaded, QueryTooCostly
from indexer.settings import Settings
from tests.web.conftest import texts
from web import create_app


class Refusing:
    """An engine that cannot be read or written."""

    def __init__(self, reason: Exception) -> None:
        self.reason = reason

    def reader(self) -> Reader:
        raise self.reason

    def writer(self) -> AbstractContextManager[Writer]:
        raise self.reason

    def close(self) -> None:
        return


def refused(reason: Exception) -> FlaskClient:
    return create_app(Refusing(reason), Settings()).test_client()


def test_a_program_is_told_every_parameter_at_fault(client: FlaskClient) -> None:
    answer = client.get("/api/search?colour=red&page=0&q=ferry")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert answer.get_json() == {
        "type": "about:blank",
        "title": "The request cannot be served",
        "status": 400,
        "detail": "Some parameters cannot be used as they are.",
        "instance": "/api/search",
        "errors": [
            {"parameter": "colour", "value": "red", "message": "this parameter is not known and was ignored"},
            {"parameter": "page", "value": "0", "message": "not a number from 1 to 1,000,000; 1 was used"},
        ],
    }


@pytest.mark.parametrize("path", ["/api/search", "/readyz"])
def test_a_program_is_told_what_would_help(path: str) -> None:
    answer = refused(IndexMissing("There is none.", remedy="Run: communique update")).get(path)
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
    assert answer.headers["Retry-After"] == "30"
    assert answer.get_json() == {
        "type": "about:blank",
        "title": "There is no index yet",
        "status": 503,
        "detail": "There is none.",
        "instance": path,
        "remedy": "Run: communique update",
    }


def test_what_is_missing_for_good_is_not_to_be_asked_for_again() -> None:
    answer = refused(ArticleMissing("It is gone.")).get("/api/search")
    assert (answer.status_code, answer.get_json()["status"]) == (404, 404)
    assert "Retry-After" not in answer.headers
    assert "remedy" not in answer.get_json()


@pytest.mark.parametrize("path", ["/api/search", "/readyz", "/search", "/feed.atom"])
def test_a_fault_of_ours_is_told_in_the_form_that_is_asked_for(path: str) -> None:
    answer = refused(ZeroDivisionError("a secret")).get(path)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    if path in {"/search", "/feed.atom"}:
        assert answer.mimetype == "text/html"
        assert texts(BeautifulSoup(answer.text, "lxml"), ".failed h1") == ["Something went wrong"]
    else:
        assert answer.mimetype == "application/problem+json"
        assert answer.get_json()["title"] == "Something went wrong"
        assert "errors" not in answer.get_json()


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/nothing", 404, "Not Found"),
        ("/search?q=" + "a" * 1_000_000, 414, "Request URI Too Long"),
        ("/export.csv?sort=up", 400, "The request cannot be served"),
    ],
    ids=["no page", "too long", "unusable"],
)
def test_a_reader_is_told_on_a_page_what_is_the_matter(client: FlaskClient, path: str, status: int, title: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    page = BeautifulSoup(answer.text, "lxml")
    assert texts(page, ".failed .kicker") == [str(status)]
    assert texts(page, ".failed h1") == [title]


@pytest.mark.parametrize(
    ("error", "again"), [(QueryTooCostly("too much", "ask for less"), []), (Overloaded("others"), [""])]
)
def test_what_was_typed_is_not_lost_where_it_cannot_be_searched(error: CommuniqueError, again: list[str]) -> None:
    answer = refused(error).get("/search?q=harbour+%22old+treaty%22&person=Ada&page=3")
    page = BeautifulSoup(answer.text, "lxml")
    assert [each["value"] for each in page.select(".searchbox #q")] == ['harbour "old treaty"']
    assert [(each["name"], each["value"]) for each in page.select(".searchbox [type=hidden]")] == [("person", "Ada")]
    assert [each["href"] for each in page.select(".failed a")] == [*again, "/"]


def test_a_method_that_is_not_allowed_names_those_that_are(client: FlaskClient) -> None:
    answer = client.post("/api/search")
    assert answer.get_json()["title"] == "Method Not Allowed"
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
