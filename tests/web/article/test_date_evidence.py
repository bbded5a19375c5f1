import ast
from pathlib import Path

import pytest
from flask import Flask

import indexer
from web.article import date_evidence

STORED = (
    "line under the title: 07.02.2019",
    "line above the title: 16 October 2018",
    "meta article:published_time: 2019-02-07T10:00:00+03:00",
    "JSON-LD datePublished: 2019-02-07",
    "JSON field date: 2019",
    "front matter field date: 2019-02",
    "feed entry published: Wed, 17 Oct 2018 08:30:00 GMT",
    "the file's own date: 11/02/2017 (day first, as on this site)",
    "title: 11/02/2017 (month first, as on this site)",
    "the file's own date: 11/02/2017 (day or month first is not known)",
    "first sentence: on 2 November; year from 'Harbour Days 2017' in the title",
    "first paragraphs: 3 May; year from session 71 of the UN General Assembly",
    "title: 3 May; year from the address",
    "title: 3 May; year from 'in 2016'",
    "the file's own date: 11/02; year from the address (day first, as on this site)",
    "no date of its own; year from 'Harbour Days 2017'",
    "beside the heading",
)


@pytest.mark.parametrize("stored", [*STORED, "", "the month on the first page", "title", ": ", "x: y; year from z (w)"])
def test_in_english_it_is_what_the_index_holds(stored: str) -> None:
    assert date_evidence.said(stored) == stored


@pytest.mark.parametrize("stored", STORED)
def test_every_form_that_dates_are_read_in_is_said_in_the_readers_language(app: Flask, stored: str) -> None:
    with app.test_request_context("/", headers={"Accept-Language": "ru"}):
        said = date_evidence.said(stored)
    assert said != stored
    for english in ("title", "first", "year", "field", "entry", "known", "session", "site", "heading", "address"):
        assert english not in said.replace("'Harbour Days 2017'", "")


def test_what_the_article_says_stays_as_it_is(app: Flask) -> None:
    with app.test_request_context("/", headers={"Accept-Language": "fr"}):
        assert date_evidence.said("title: 3 May %(x)s; year from 'the title'").count("3 May %(x)s") == 1
        assert date_evidence.said("seen at noon: 3 May") == "seen at noon: 3 May"


def _places() -> set[str]:
    """Every text that the indexer gives as the place of a date."""
    found = set()
    for path in Path(indexer.__file__).parent.rglob("ingest/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "date_evidence" and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
    return found - {""}


def test_no_place_that_the_indexer_names_is_unknown_here(app: Flask) -> None:
    assert len(_places()) >= 3
    with app.test_request_context("/", headers={"Accept-Language": "ru"}):
        assert [place for place in _places() if date_evidence.said(place) == place] == []
