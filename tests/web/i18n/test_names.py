"""What a page shows follows its language; addresses, files and the API keep the value."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import ARTICLES, article
from tests.web.conftest import texts
from web import create_app

NAMES = """
[[organisation]]
name = "Lake Union"
variants.ru = ["ОС", "Озёрный союз"]
variants.fr = ["Union des lacs"]

[[organisation]]
name = "River League"

[[organisation]]
name = "lake-union.example"
shown.ru = "Вестник озёр"

[[person]]
name = "Marta Velde"
variants.ru = ["Марта Вельде"]
offices = [{ title = "President", body = "Lake Union" }, { title = "Pilot", body = "Northport" }]

[[person]]
name = "Orla Salt"
variants.ru = ["Орла Солт"]

[[person]]
name = "Ivo Brandt"
variants.ru = ["Иво Брандт"]

[[place]]
name = "Northport"
variants.en = ["Port of the North"]
shown.ru = "Северный порт"
"""
CHARTER = article(
    "charter", "A charter", ("Read article 51.",), documents=("UN Charter, art. 51", "LU/RES/13"), type="news"
)
Page = Callable[[str, str], BeautifulSoup]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "names.toml").write_text(NAMES, encoding="utf-8")
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in (*ARTICLES, CHARTER):
            writer.replace(each)
    return create_app(engine, Settings(authority=folder, site_name="Archive")).test_client()


@pytest.fixture
def page(reader: FlaskClient) -> Page:
    def got(code: str, path: str) -> BeautifulSoup:
        answer = reader.get(path, headers={"Accept-Language": code})
        assert answer.status_code == 200
        return BeautifulSoup(answer.text, "lxml")

    return got


@pytest.mark.parametrize(
    ("code", "union", "league"),
    [
        ("en", "Lake Union", "River League"),
        ("fr", "Union des lacs", "River League"),
        ("ru", "Озёрный союз", "River League"),
    ],
)
def test_a_facet_shows_the_names_of_the_pages_language_and_chooses_the_value(
    page: Page, code: str, union: str, league: str
) -> None:
    rows = page(code, "/search").select("[data-facet=organisation] a.value")
    assert [(texts(row, ".text"), row["href"]) for row in rows] == [
        ([union], "/search?organisation=Lake+Union"),
        ([league], "/search?organisation=River+League"),
    ]


def test_what_narrows_a_search_is_said_in_the_pages_language(page: Page) -> None:
    asked = "/search?q=harbour&organisation=Lake+Union&not_place=Northport&source=lake-union.example&from=2016-09"
    found = page("ru", asked)
    assert texts(found, ".chip .value") == [
        "harbour",
        "Озёрный союз",
        "Северный порт",
        "Вестник озёр",
        "сентябрь 2016",
    ]
    said = texts(found, ".understood")[0]
    assert all(part in said for part in ("Озёрный союз", "Северный порт", "Вестник озёр", "сентябрь 2016"))
    english = texts(page("en", asked), ".understood")[0]
    assert "organisation Lake Union, not place Northport, source lake-union.example, since September 2016" in english


def test_a_result_and_its_passages_name_in_the_pages_language(page: Page) -> None:
    found = page("ru", "/search?q=ferry+pilots")
    card = found.select_one("#r-ferry-treaty")
    assert card is not None
    assert {"Озёрный союз", "River League", "Марта Вельде", "Северный порт"} <= set(texts(card, ".names a"))
    assert "Вестник озёр" in texts(card, ".facts")[0]
    answer = page("ru", "/search?q=dues").select_one("#r-interview-orla-salt .speaker")
    assert answer is not None
    assert answer.get_text() == "Орла Солт"


def test_an_article_is_told_in_the_pages_language(page: Page) -> None:
    read = page("ru", "/articles/interview-orla-salt")
    assert texts(read, ".kicker") == ["Интервью · Вестник озёр"]
    assert texts(read, ".dateline") == ["ок. июнь 2018 · Иво Брандт"]
    assert texts(read, "p .speaker") == ["Орла Солт"]
    links = {link.get_text(): link["href"] for link in read.select(".about dd a")}
    assert links["Орла Солт"] == "/names/person?name=Orla+Salt"
    cited = "Иво Брандт. «Orla Salt: the lighthouse comes first». Интервью, Вестник озёр, ок. июнь 2018."
    assert texts(read, ".cite p")[0].startswith(cited)


def test_a_profile_is_headed_by_the_name_and_says_the_others_beside_it(page: Page) -> None:
    body = page("ru", "/names/organisation?name=Lake+Union")
    assert texts(body, "h1") == ["Озёрный союз"]
    assert "Lake Union, ОС, Union des lacs" in texts(body, ".understood")[0]
    assert body.title is not None
    assert body.title.get_text() == "Озёрный союз · Archive"
    person = page("ru", "/names/person?name=Marta+Velde")
    assert [said.split(", ")[1] for said in texts(person, ".understood")[1:]] == ["Озёрный союз", "Северный порт"]
    assert texts(page("en", "/names/organisation?name=Lake+Union"), ".understood") == [
        "Also as: ОС, Озёрный союз, Union des lacs"
    ]


def test_an_index_goes_by_the_names_it_shows_with_the_pages_own_letters_first(page: Page) -> None:
    assert texts(page("ru", "/index/person"), ".letters h2, .letters .text") == [
        *("В", "Марта Вельде"),
        *("С", "Орла Солт"),
    ]
    assert texts(page("ru", "/index/organisation"), ".letters h2, .letters .text") == [
        *("О", "Озёрный союз"),
        *("R", "River League"),
    ]
    assert texts(page("en", "/index/organisation"), ".letters h2") == ["L", "R"]


@pytest.mark.parametrize(
    ("code", "field", "find", "found"),
    [
        ("ru", "organisation", "озерный", ["Озёрный союз"]),
        ("ru", "organisation", "ос", ["Озёрный союз"]),
        ("ru", "organisation", "lake", ["Озёрный союз"]),
        ("ru", "organisation", "league", ["River League"]),
        ("ru", "organisation", "e", ["Озёрный союз", "River League"]),
        ("en", "organisation", "озерный", []),
        ("fr", "organisation", "озерный", []),
        ("fr", "organisation", "des lacs", ["Union des lacs"]),
        ("ru", "place", "порт", ["Северный порт"]),
        ("en", "type", "press rel", ["Press release"]),
        ("ru", "type", "новость", ["Новость"]),
        ("ru", "type", "news", ["Новость"]),
        ("en", "language", "engl", ["English"]),
        ("ru", "language", "англ", ["английский"]),
        ("fr", "month", "juin 2018", ["juin 2018"]),
        ("ru", "document", "устав оон", ["Устав ООН, ст. 51"]),
        ("ru", "document", "charter", ["Устав ООН, ст. 51"]),
    ],
)
def test_values_are_found_by_what_the_page_calls_them_and_by_themselves(
    page: Page, code: str, field: str, find: str, found: list[str]
) -> None:
    shown = texts(page(code, f"/facets/{field}?find={quote(find)}"), ".values .text")
    assert [each.casefold() for each in shown] == [each.casefold() for each in found]


def test_a_chosen_value_stays_among_those_found_and_is_not_counted(page: Page) -> None:
    found = page("ru", f"/facets/organisation?organisation=River+League&find={quote('озёр')}")
    assert texts(found, ".values .text") == ["Озёрный союз", "River League"]
    assert texts(found, ".shown")[0].startswith("1 ")


def test_values_found_by_their_names_have_as_many_pages_as_they_fill(tmp_path: Path) -> None:
    crowd = "\n".join(f'[[person]]\nname = "Guest {n:03}"\nshown.ru = "Гость {n:03}"' for n in range(120))
    (tmp_path / "crowd.toml").write_text(crowd, encoding="utf-8")
    engine = MemoryEngine()
    with engine.writer() as writer:
        writer.replace(article("a", "All", ("All.",), people=tuple(f"Guest {n:03}" for n in range(120))))
    client = create_app(engine, Settings(authority=tmp_path)).test_client()
    sheets = [client.get(f"/facets/person?find={quote('гость')}&at={at}&lang=ru").text for at in (1, 2)]
    shown = [text for sheet in sheets for text in texts(BeautifulSoup(sheet, "lxml"), ".values .text")]
    assert shown == [f"Гость {n:03}" for n in range(120)]
    assert len(texts(BeautifulSoup(sheets[1], "lxml"), ".values .text")) == 20


@pytest.mark.parametrize(
    ("lang", "typed", "offered"),
    [
        ("ru", "озер", [("Озёрный союз", 'organisation:"Lake Union"')]),
        ("ru", "ёрный", []),
        ("ru", "lake un", [("Озёрный союз", 'organisation:"Lake Union"')]),
        ("ru", "марта  в", [("Марта Вельде", 'person:"Marta Velde"')]),
        ("en", "lake un", [("Lake Union", 'organisation:"Lake Union"')]),
        ("en", "озер", []),
        ("", "lake un", [("Lake Union", 'organisation:"Lake Union"')]),
        ("xx", "озер", []),
    ],
)
def test_names_are_suggested_as_the_page_says_them_to_search_for_the_value(
    reader: FlaskClient, lang: str, typed: str, offered: list[tuple[str, str]]
) -> None:
    answer = reader.get("/api/suggest", query_string={"q": typed, "lang": lang}, headers={"Accept-Language": "ru"})
    assert answer.json is not None
    names = [each for each in answer.json["suggestions"] if each["kind"] in ("organisation", "person", "place")]
    assert [(each["text"], each["typed"]) for each in names] == offered


def test_a_browsers_own_search_field_is_offered_the_names_too(reader: FlaskClient) -> None:
    answer = reader.get(f"/suggest?q={quote('озёр')}", headers={"Accept-Language": "ru"})
    assert answer.json is not None
    assert answer.json[1][0] == "Озёрный союз"


@pytest.mark.parametrize(
    "path",
    [
        "/api/search?organisation=Lake+Union&from=2016-09",
        "/api/articles/ferry-treaty",
        "/export.csv?q=ferry",
        "/export.jsonl?q=ferry",
        "/export.ris?q=ferry",
        "/articles/ferry-treaty/cite.bib",
    ],
)
def test_files_and_programs_have_the_value_in_every_language(reader: FlaskClient, path: str) -> None:
    texts = [reader.get(path, headers={"Accept-Language": code}).get_data(as_text=True) for code in ("ru", "en")]
    assert "Вестник" not in texts[0] + texts[1]
    assert "lake-union.example" in texts[0]
    assert "Озёрный" not in texts[0]


def test_a_feed_names_who_published_in_the_readers_language(reader: FlaskClient) -> None:
    feed = reader.get("/feed.atom?q=ferry", headers={"Accept-Language": "ru"}).text
    assert "<name>Вестник озёр</name>" in feed


def test_tables_of_what_there_is_and_lists_of_readers_name_as_the_page_does(page: Page) -> None:
    gaps = page("ru", "/search?q=glacier&organisation=Lake+Union&year=2017")
    assert "Озёрный союз" in texts(gaps, ".gaps th a")
    assert any("Озёрный союз" in said for said in texts(gaps, ".gaps td .vh"))
    assert "Вестник озёр" in texts(page("ru", "/list?id=ferry-treaty"), ".facts")[0]
    compared = page("ru", "/articles/ferry-treaty/compare/hostile")
    assert all("Вестник озёр" in said for said in texts(compared, ".evidence"))
    quoted = page("ru", f"/quotation?text={quote('Each harbour keeps a register of ferries')}")
    assert "Вестник озёр" in texts(quoted, ".facts")[0]
