import json
import re
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Article, ArticleType, PartialDate
from tests.web.archive import ALL_SHAPES, FERRY, INTERVIEW, UNDATED, article
from tests.web.conftest import Get, texts
from web.export.citations import Cited, bibtex, csl, in_words, ris

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
        "Ivo Brandt. “Orla Salt: the lighthouse comes first”. Interview, lake-union.example, about June 2018. " + HERE
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


# What LaTeX sets for each command that may stand in a field; anything else in one is a mistake.
_COMMANDS = {
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
}
_TOKEN = re.compile(r"\\(?P<command>[A-Za-z]+)\{\}|\\(?P<escaped>[#$%&_])|(?P<plain>[^\\{}#$%&_~^])", re.DOTALL)


def typeset(field: str) -> str:
    """What a reader sees of a BibTeX field. A brace is named and never escaped, since BibTeX counts that one too."""
    tokens = list(_TOKEN.finditer(field))
    assert "".join(token[0] for token in tokens) == field
    return "".join(_COMMANDS[token["command"]] if token["command"] else token[0].lstrip("\\") for token in tokens)


@pytest.mark.parametrize("character", "{}\\~^#$%&_\"'@=,-")
def test_a_character_that_means_something_to_tex_is_set_as_itself(character: str) -> None:
    title, source, author = f"Of {character} and {character}", f"{character}S", f"A{character}"
    entry = parse_string(bibtex(cited(title, source, author))).entries[0]
    assert typeset(entry["title"].removeprefix("{").removesuffix("}")) == title
    assert typeset(entry["organization"]) == source
    assert typeset(entry["author"].removeprefix("{").removesuffix("}")) == author


@given(st.text('ab {}\\~^#$%&_"@,=', min_size=1, max_size=30))
def test_a_title_is_set_as_it_is_written(title: str) -> None:
    entry = parse_string(bibtex(cited(title))).entries[0]
    assert typeset(entry["title"].removeprefix("{").removesuffix("}")) == " ".join(title.split())


def test_a_title_keeps_its_capitals_and_a_name_its_and_in_bibtex() -> None:
    one = article("a-1", "Treaty of Northport", ("Text.",), authors=("Pilots and Sons", "Orla Salt"))
    entry = parse_string(bibtex(Cited(one, HERE))).entries[0]
    assert entry["title"] == "{Treaty of Northport}"
    assert entry["author"] == "{Pilots and Sons} and {Orla Salt}"


def test_bibtex_says_nothing_of_what_is_not_known() -> None:
    bare = article("a-1", "Title", ("Text.",), source="", language="", type="other")
    assert {field.key for field in parse_string(bibtex(Cited(bare, HERE))).entries[0].fields} == {"title", "url"}


def test_whoever_published_an_article_without_authors_stands_as_its_author_in_bibtex() -> None:
    entry = parse_string(bibtex(Cited(FERRY, HERE))).entries[0]
    assert entry["author"] == "{lake-union.example}"
    assert (entry["type"], entry["language"]) == ("press release", "en")


@pytest.mark.parametrize("value", ["2017-03-17", "2017-03", "2017"])
def test_bibtex_gives_the_date_and_its_year(value: str) -> None:
    one = article("a-1", "Title", ("Text.",), date=PartialDate(value))
    entry = parse_string(bibtex(Cited(one, HERE))).entries[0]
    assert (entry["date"], entry["year"]) == (value, "2017")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://lake.example/a_b/~c?d=%20&e=$f#g", "https://lake.example/a_b/~c?d=%20&e=$f#g"),
        ("https://lake.example/}, note = {x", "https://lake.example/%7D,%20note%20=%20%7Bx"),
        ("https://lake.example/a\\b", "https://lake.example/a%5Cb"),
    ],
    ids=["as it stands", "braces", "a backslash"],
)
def test_an_address_in_bibtex_can_be_followed(address: str, written: str) -> None:
    one = article("a-1", "Title", ("Text.",), url=address)
    assert parse_string(bibtex(Cited(one, HERE))).entries[0]["url"] == written


def test_a_key_has_no_character_that_ends_it() -> None:
    written = bibtex(Cited(article("a, b}=c d", "Title", ("Text.",)), HERE))
    assert [entry.key for entry in parse_string(written).entries] == ["a--b--c-d"]


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
    ("value", "said"), [("2017-03-17", "2017/03/17/"), ("2017-03", "2017/03//"), ("2017", "2017///"), ("", None)]
)
def test_ris_gives_the_date_with_all_its_slashes(value: str, said: str | None) -> None:
    one = article("a-1", "Title", ("Text.",), date=PartialDate(value))
    entry = rispy.loads(ris(Cited(one, HERE)))[0]
    assert (entry.get("date"), entry.get("year")) == (said, said and "2017")


def test_ris_names_every_author_and_everybody_and_every_document_named() -> None:
    one = replace(FERRY, authors=("Ivo Brandt", "Orla Salt"))
    entry = rispy.loads(ris(Cited(one, HERE)))[0]
    assert entry["authors"] == ["Ivo Brandt", "Orla Salt"]
    assert entry["keywords"] == ["Lake Union", "River League", "Marta Velde", "LU/RES/12"]
    assert (entry["publisher"], entry["language"]) == ("lake-union.example", "en")


def test_every_line_of_ris_ends_as_its_readers_want() -> None:
    lines = ris(Cited(FERRY, HERE)).split("\r\n")
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\n\r]*", line) for line in lines[:-1])


@pytest.mark.parametrize("separator", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x1e", "\x7f", "\x85", "\u2028", "\u2029"])
def test_nothing_that_some_reader_takes_for_the_end_of_a_line_is_left_in_a_title(separator: str) -> None:
    one = cited(f"Treaty{separator}signed")
    for written in (in_words(one), bibtex(one), ris(one), csl(one)):
        assert "Treaty signed" in written


@pytest.mark.parametrize(
    ("kind", "in_csl", "in_ris", "in_bibtex", "said"),
    [
        ("press release", "article-newspaper", "NEWS", "press release", "Press release"),
        ("news", "article-newspaper", "NEWS", "news", "News"),
        ("interview", "interview", "NEWS", "interview", "Interview"),
        ("speech", "speech", "GEN", "speech", "Speech"),
        ("statement", "webpage", "GEN", "statement", "Statement"),
        ("resolution", "webpage", "GOVDOC", "resolution", "Resolution"),
        ("transcript", "webpage", "GEN", "transcript", "Transcript"),
        ("communiqué", "webpage", "GOVDOC", "communiqué", "Communiqué"),
        ("opinion", "article-newspaper", "NEWS", "opinion", "Opinion"),
        ("other", "webpage", "GEN", None, None),
    ],
)
def test_each_type_of_article_is_cited_as_what_it_is(
    kind: ArticleType, in_csl: str, in_ris: str, in_bibtex: str | None, said: str | None
) -> None:
    one = Cited(replace(FERRY, type=kind), HERE)
    written = json.loads(csl(one))
    assert (written["type"], written.get("genre")) == (in_csl, in_bibtex)
    assert ris(one).startswith(f"TY  - {in_ris}\r\n")
    assert [field.value for field in parse_string(bibtex(one)).entries[0].fields if field.key == "type"] == (
        [in_bibtex] if in_bibtex else []
    )
    assert (
        in_words(one) == f"lake-union.example. “{FERRY.title}”. {f'{said}, ' if said else ''}17 March 2017. {FERRY.url}"
    )


def test_a_javascript_address_of_the_original_is_not_cited() -> None:
    one = Cited(article("a-1", "Title", ("Text.",), url="javascript:alert(1)"), HERE + "/articles/a-1")
    for written in (in_words(one), bibtex(one), ris(one), csl(one)):
        assert "javascript" not in written
        assert HERE + "/articles/a-1" in written


# The rules that the schema of CSL's data has for what an article has; it allows no other properties.
_CSL_TEXTS = {"id", "type", "title", "publisher", "genre", "language", "URL"}
_CSL_TYPES = {"article-newspaper", "interview", "speech", "webpage"}  # of the 45 that it has


def follows_the_schema(item: dict[str, object]) -> bool:
    names, issued = item.get("author", []), item.get("issued", {"date-parts": [[1]]})
    assert isinstance(names, list)
    assert isinstance(issued, dict)
    assert item.keys() - {"author", "issued"} <= _CSL_TEXTS
    assert all(isinstance(item[name], str) for name in item.keys() & _CSL_TEXTS)
    assert item.keys() >= {"id", "type"}
    assert item["type"] in _CSL_TYPES
    assert issued.keys() <= {"date-parts", "circa"}
    assert issued.get("circa", True) is True
    assert [1 <= len(date) <= 3 and all(type(part) is int for part in date) for date in issued["date-parts"]] == [True]
    # Which word of a name is the surname nobody has said, and a body has none: such a name is a literal one.
    return all(name.keys() == {"literal"} and isinstance(name["literal"], str) for name in names)


@pytest.mark.parametrize("one", ALL_SHAPES, ids=lambda one: one.id)
def test_csl_follows_the_schema_of_its_data(one: Article) -> None:
    assert follows_the_schema(json.loads(csl(Cited(one, HERE))))


def test_csl_says_all_that_is_known_of_an_article() -> None:
    one = replace(INTERVIEW, authors=("Ivo  Brandt", "Lake Union\nPress Office"))
    assert json.loads(csl(Cited(one, HERE))) == {
        "id": INTERVIEW.id,
        "type": "interview",
        "title": INTERVIEW.title,
        "author": [{"literal": "Ivo Brandt"}, {"literal": "Lake Union Press Office"}],
        "issued": {"date-parts": [[2018, 6]], "circa": True},
        "publisher": "lake-union.example",
        "genre": "interview",
        "language": "en",
        "URL": HERE,
    }


@pytest.mark.parametrize(
    ("value", "parts"), [("2017-01-17", [2017, 1, 17]), ("2017-01", [2017, 1]), ("2017", [2017]), ("", None)]
)
def test_csl_gives_the_date_as_far_as_it_is_known(value: str, parts: list[int] | None) -> None:
    one = article("a-1", "Title", ("Text.",), date=PartialDate(value), type="speech")
    written = json.loads(csl(Cited(one, HERE)))
    assert written["type"] == "speech"
    assert written.get("issued") == ({"date-parts": [parts]} if parts else None)
