import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import PartialDate
from tests.web.archive import FERRY, INTERVIEW, UNDATED, article
from tests.web.conftest import Get, texts
from web.cite import Cited, bibtex, csl, in_words, ris

HERE = "http://localhost"


def cited(title: str, source: str = "A & B_C", author: str = "") -> Cited:
    authors = (author,) if author else ()
    return Cited(article("a-1", title, ("Text.",), source=source, authors=authors), HERE + "/articles/a-1")


@pytest.mark.parametrize(
    ("style", "media_type"),
    [
        ("txt", "text/plain"),
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_style_is_a_file(client: FlaskClient, style: str, media_type: str) -> None:
    answer = client.get(f"/articles/ferry-treaty/cite.{style}")
    assert answer.status_code == 200
    assert answer.mimetype == media_type
    assert f'filename="ferry-treaty.{style}"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("path", ["/articles/ferry-treaty/cite.docx", "/articles/nope/cite.bib"])
def test_what_cannot_be_cited_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_citation_in_words_says_who_what_when_and_where() -> None:
    assert in_words(Cited(INTERVIEW, HERE)) == (
        "Ivo Brandt. “Orla Salt: the lighthouse comes first”. Interview, lake-union.example, June 2018. " + HERE
    )
    assert in_words(Cited(UNDATED, HERE)).endswith(f"undated. {HERE}")


def test_the_original_is_cited_where_it_has_an_address() -> None:
    assert in_words(Cited(FERRY, HERE)).endswith(FERRY.url)


def test_the_article_page_shows_the_citation_and_its_forms(get: Get) -> None:
    page = get("/articles/ferry-treaty")
    assert FERRY.url in texts(page, ".cite p")[0]
    assert len(page.select(".cite .styles a")) == 4


def test_bibtex_is_read_back_by_a_bibtex_reader() -> None:
    entry = parse_string(bibtex(Cited(FERRY, HERE))).entries[0]
    assert entry.key == FERRY.id
    assert entry["title"] == "{" + FERRY.title + "}"
    assert (entry["date"], entry["year"], entry["url"]) == ("2017-03-17", "2017", FERRY.url)


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_title_breaks_out_of_bibtex(title: str, source: str) -> None:
    library = parse_string(bibtex(cited(title, source)))
    assert [entry.key for entry in library.entries] == ["a-1"]
    assert not library.failed_blocks
    assert bibtex(cited(title, source)).count("{") == bibtex(cited(title, source)).count("}")


@pytest.mark.parametrize("title", ["50 % of {all} $5 #1 a_b ~ ^ \\end{x} & co", "}, url = {evil", '@book{x, "'])
def test_characters_that_mean_something_to_tex_are_escaped(title: str) -> None:
    written = bibtex(cited(title))
    assert "\\&" in written
    entry = parse_string(written).entries[0]
    assert entry["url"] == HERE + "/articles/a-1"


def test_ris_is_read_back_by_a_ris_reader() -> None:
    entry = rispy.loads(ris(Cited(FERRY, HERE)))[0]
    assert entry["title"] == FERRY.title
    assert (entry["year"], entry["date"]) == ("2017", "2017/03/17/")
    assert entry["urls"] == [FERRY.url]


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_value_begins_a_ris_field_of_its_own(title: str, author: str) -> None:
    written = ris(cited(f"A\r\nER  - \r\n{title}\nAU  - Nobody", "S", author))
    assert written.count("\r\nER  - \r\n") == 1
    assert len(rispy.loads(written)) == 1


@pytest.mark.parametrize(
    ("value", "parts"), [("2017-01-17", [2017, 1, 17]), ("2017-01", [2017, 1]), ("2017", [2017]), ("", None)]
)
def test_csl_gives_the_date_as_far_as_it_is_known(value: str, parts: list[int] | None) -> None:
    one = article("a-1", "Title", ("Text.",), date=PartialDate(value), type="speech")
    written = json.loads(csl(Cited(one, HERE)))
    assert written["type"] == "speech"
    assert written.get("issued") == ({"date-parts": [parts]} if parts else None)
