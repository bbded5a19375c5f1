import csv
import io
import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from flask.testing import FlaskClient

from tests.web.archive import ARTICLES, FERRY, INTERVIEW, article
from tests.web.conftest import Get
from web.export.citations import Cited
from web.export.files import table

ALL = [each.id for each in ARTICLES]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_result_is_taken_away_whole_whatever_page_is_shown(client: FlaskClient) -> None:
    given = rows(client.get("/export.csv?sort=oldest&size=5&page=2").text)
    assert sorted(row["id"] for row in given) == sorted(ALL)
    days = [row["date"] for row in given if row["date"]]
    assert days == sorted(days)


def test_what_narrows_the_page_narrows_the_file(client: FlaskClient) -> None:
    given = rows(client.get("/export.csv?q=harbour&place=Northport&type=press+release").text)
    assert [row["id"] for row in given] == [FERRY.id]
    assert given[0]["organisations"] == "Lake Union; River League"
    assert given[0]["address"] == "http://localhost/articles/ferry-treaty"


def test_json_lines_are_articles_as_the_api_gives_them(client: FlaskClient) -> None:
    lines = client.get("/export.jsonl?q=lighthouse&type=interview").text.splitlines()
    assert [json.loads(line) for line in lines] == [client.get(f"/api/articles/{INTERVIEW.id}").get_json()]


def test_bibtex_and_ris_hold_every_article(client: FlaskClient) -> None:
    library = parse_string(client.get("/export.bib").text)
    assert sorted(entry.key for entry in library.entries) == sorted(ALL)
    assert sorted(entry["id"] for entry in rispy.loads(client.get("/export.ris").text)) == sorted(ALL)


def test_the_search_page_leads_to_each_file(get: Get, client: FlaskClient) -> None:
    links = [str(link["href"]) for link in get("/search?q=ferry&place=Eastmere").select(".exports a[href^='/export']")]
    assert [link.split("?")[0] for link in links] == [f"/export.{each}" for each in ("csv", "jsonl", "bib", "ris")]
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")


def test_an_empty_result_is_an_empty_file(client: FlaskClient) -> None:
    assert rows(client.get("/export.csv?q=glacier").text) == []
    assert client.get("/export.jsonl?q=glacier").text == ""


def test_a_parameter_that_cannot_be_used_is_refused(client: FlaskClient) -> None:
    assert client.get("/export.csv?sort=sideways").status_code == 400
    assert client.get("/export.xlsx").status_code == 404


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A"]
)
def test_no_cell_is_run_as_a_formula(title: str) -> None:
    lines = list(table([Cited(article("a", title, ("Text.",)), "")]))
    assert rows("".join(lines))[0]["title"] == "'" + title


def test_a_file_is_written_while_the_articles_are_read() -> None:
    taken = []

    def articles() -> object:
        for each in ARTICLES:
            taken.append(each.id)
            yield Cited(each, "")

    lines = table(articles())  # type: ignore[arg-type]  # a generator of Cited, typed loosely to note what is taken
    next(lines)
    assert taken == []
    next(lines)
    assert taken == [ARTICLES[0].id]


def test_a_table_has_a_column_for_all_that_is_known_in_one_order(client: FlaskClient) -> None:
    answer = client.get("/export.csv?type=press+release")
    assert answer.data.startswith(b"\xef\xbb\xbfid,")
    columns, values = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline=""))
    assert list(zip(columns, values, strict=True)) == [
        ("id", FERRY.id),
        ("title", FERRY.title),
        ("date", "2017-03-17"),
        ("date_precision", "day"),
        ("type", "press release"),
        ("source", "lake-union.example"),
        ("language", "en"),
        ("authors", ""),
        ("organisations", "Lake Union; River League"),
        ("people", "Marta Velde"),
        ("places", "Northport"),
        ("documents", "LU/RES/12"),
        ("url", FERRY.url),
        ("address", "http://localhost/articles/ferry-treaty"),
    ]


@pytest.mark.parametrize("column", ["id", "title", "source", "authors", "organisations", "people", "places", "url"])
def test_no_column_holds_a_formula(column: str) -> None:
    evil = "=HYPERLINK(1)"
    many = dict.fromkeys(("authors", "organisations", "people", "places"), (evil, "x"))
    one = article(evil if column == "id" else "a", evil, ("Text.",), source=evil, url=evil, **many)
    cell = rows("".join(table([Cited(one, "")])))[0][column]
    assert cell.startswith("'=HYPERLINK(1)")


@pytest.mark.parametrize("title", ["1-1", "a=b", "'quoted", '"quoted", and\nbroken', "Ёж; ёж", ""])
def test_a_harmless_cell_is_as_it_is(title: str) -> None:
    assert rows("".join(table([Cited(article("a", title, ("Text.",)), "")])))[0]["title"] == title


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("csv", "text/csv"),
        ("jsonl", "application/jsonl"),
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
    ],
)
def test_a_file_says_what_it_is_and_how_it_is_called(client: FlaskClient, suffix: str, media_type: str) -> None:
    answer = client.get(f"/export.{suffix}?id={FERRY.id}")
    assert answer.content_type == f"{media_type}; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="articles.{suffix}"'
