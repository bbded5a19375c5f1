"""No word of a page stands outside the catalogue.

The archive of this test is in Greek letters, and its Russian catalogue is replaced by one that says everything in
Cyrillic signs, as the dates and the names of languages are in Cyrillic: whatever is left in Latin letters on a page
comes from a template or from code that asked no catalogue.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

import web
from indexer.article import Article, DateEvidence, PartialDate
from indexer.engines.memory import MemoryEngine
from indexer.settings import Settings
from tests.web.archive import ALL_SHAPES
from tests.web.i18n.catalogues import said
from web import create_app
from web.i18n import formatting, language

_TYPED = re.compile(r"\b(?:org|place|title|date|AND|and|[a-z]+(?:, [a-z]+){5,})\b")  # and the list of all fields
RUSSIAN = {"Accept-Language": "ru"}
_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβγδεζηθικλμνξοπρστυφχψωωωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΩΩ"
)
_KEPT = re.compile(r"(%\(\w+\)s|%%|<code>.*?</code>|<kbd>.*?</kbd>|<[^>]*>|&\w+;)")
_PATTERNS = {"d MMMM y", "LLLL y"}  # for Unicode, not for readers
_SPOKEN = ("title", "aria-label", "placeholder", "alt", "label")
_SPOKEN_DATA = (
    *("data-text", "data-add", "data-drop", "data-steps", "data-previous", "data-next", "data-key"),
    *("data-place", "data-copied"),
)
# Names of formats, parameters and codes are the same in every language, and scripts put values in the place of %s.
_NAMES = re.compile(
    r"\b(?:CSV|JSON Lines|BibTeX|RIS|CSL-JSON|JSON|SHA-256|HTML|relevance, newest, oldest)\b|https?://\S+|%s"
    r"|\b(?:q|from|page|place|sort) = "
)
_NOT_OURS = "code, kbd, script, style, textarea, .exact, a[hreflang], .chip .value"  # what is typed, and data


def greek(text: str) -> str:
    return text.translate(_GREEK)


def greek_article(article: Article) -> Article:
    names = ("organisations", "people", "places", "documents", "authors", "speakers")
    values = {name: tuple(greek(each) for each in getattr(article, name)) for name in names}
    quotations = tuple(replace(each, speaker=greek(each.speaker)) for each in article.quotations)
    return replace(
        article,
        title=greek(article.title),
        text=greek(article.text),
        source=greek(article.source),
        date=PartialDate(article.date.value, DateEvidence("under title", quoted=article.date.value)),
        provenance=replace(article.provenance, path=greek(article.provenance.path), extractor="1"),
        quotations=quotations,
        extra=(),
        **values,  # type: ignore[arg-type]  # all of these are tuples of texts
    )


def signs(english: str) -> str:
    parts = _KEPT.split(english)
    return "".join(part if at % 2 else re.sub("[A-Za-z]", "ж", part) for at, part in enumerate(parts))


def in_signs() -> Catalog:
    catalogue = Catalog(locale="ru")
    for message in said():
        forms = tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)
        if message.id and message.id not in _PATTERNS:
            made = tuple(signs(each) for each in (*forms, forms[-1]))
            catalogue.add(message.id, made if len(forms) > 1 else made[0], context=message.context)
    return catalogue


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("translations")
    path = folder / "ru" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, in_signs())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(language, "CATALOGUES", folder)
        forget()
        yield create_app(greek_engine(), Settings(site_name="Λιμήν")).test_client()
    forget()


def forget() -> None:
    for kept in (language.language, language._day, formatting._language):
        kept.cache_clear()


def greek_engine() -> MemoryEngine:
    engine = MemoryEngine()
    with engine.writer() as writer:
        for each in ALL_SHAPES:
            writer.replace(greek_article(each))
    return engine


def left_over(markup: str) -> set[str]:
    """Stretches with Latin letters among all that a reader sees or hears."""
    page = BeautifulSoup(markup, "lxml")
    for part in page.select(_NOT_OURS):
        part.decompose()
    texts = [*page.stripped_strings, *(text for tag in page.find_all(True) for text in spoken(tag))]
    return {text for text in texts if re.search("[A-Za-z]", _NAMES.sub("", text))}


def spoken(tag: Tag) -> Iterator[str]:
    for name in (*_SPOKEN, *_SPOKEN_DATA):
        value = tag.get(name)
        if isinstance(value, str):
            yield value


HARBOUR, PILOT, NOBODY = greek("harbour"), greek("pilot"), greek("glacier")
NAME = greek("Marta Velde")
QUOTED = greek("Ferries that sail with a pilot are fined")
PATHS = {
    "home": "/",
    "help": "/help",
    "everything": "/search",
    "words": f"/search?q={HARBOUR}&place={greek('Eastmere')}&not_type=news&from=2010&to=2018-05&page=2",
    "every choice": f"/search?q={HARBOUR}&language=en&year=2017&month=2017-03&not_speaker={NAME}&source=1&type=news",
    "past the end": f"/search?q={HARBOUR}&page=99",
    "bad parameters": f"/search?q={HARBOUR}&sort=1&page=-1&from=1&{'0' * 61}=1",
    "too long": f"/search?q={HARBOUR * 400}",
    "too many values": "/search?" + "&".join(f"place={number}" for number in range(60)),
    "nothing": f"/search?q={HARBOUR}+{NOBODY}&place={greek('Northport')}&organisation=1&to=2018&year=2011",
    "a sentence": f"/search?q={'+'.join([NOBODY] * 3 + [HARBOUR, PILOT, QUOTED.split()[0]])}",
    "a phrase": f'/search?q="{NOBODY}+{HARBOUR}"',
    "nearly the same": "/search?q=" + greek("regatta"),
    "misspelt": "/search?q=" + greek("harbuor"),
    "values": "/facets/person",
    "some values": "/facets/person?find=07&at=2",
    "index": "/index/organisation",
    "people": "/index/person",
    "places": "/index/place",
    "documents": "/index/document",
    "person": f"/names/person?name={NAME}",
    "organisation": f"/names/organisation?name={greek('Lake Union')}",
    "document": f"/names/document?name={greek('LU/RES/12')}",
    "place": f"/names/place?name={greek('Northport')}",
    "article": f"/articles/ferry-treaty?q={HARBOUR}&at=2",
    "an article without marks": f"/articles/ferry-treaty?q={NOBODY}",
    "interview": "/articles/interview-orla-salt",
    "undated": "/articles/lights-of-the-shore",
    "a near duplicate": "/articles/regatta-again",
    "differences": "/articles/regatta/compare/regatta-again",
    "no differences": "/articles/regatta/compare/regatta",
    "quotation": f"/quotation?text={QUOTED}",
    "word for word": f"/quotation?text={greek('Each harbour keeps a register of ferries and of their pilots')}",
    "in a title": f"/quotation?text={greek('Lights of the shore')}",
    "unknown quotation": f"/quotation?text={NOBODY}",
    "no quotation": "/quotation",
    "list": "/list?id=ferry-treaty&id=crowded&id=1",
    "empty list": "/list",
    "saved searches": "/saved",
    "no such page": "/1",
    "no such article": "/articles/1",
    "no original": "/articles/ferry-treaty/original",
    "bad feed": "/feed.atom?page=1&1=1",
}
NOTES = {
    "lone quotation mark": f'"{HARBOUR}',
    "empty quotation marks": f'{HARBOUR} "!"',
    "star alone": f"{HARBOUR} *",
    "star in a field": f"{HARBOUR} title:*",
    "unknown field": f"{HARBOUR}:{PILOT}",
    "field behind a field": f"org:place:{PILOT}",
    "field without words": f"{HARBOUR} org:",
    "minus behind a field": f"org:-{PILOT}",
    "parenthesis opened": f"({HARBOUR}",
    "parenthesis closed": f"{HARBOUR})",
    "empty parentheses": f"{HARBOUR} ()",
    "deep parentheses": "(" * 25 + HARBOUR + ")" * 25,
    "operator alone": f"{HARBOUR} AND",
    "minus alone": f"{HARBOUR} -",
    "bad date": "date:1-1-1-1",
    "question mark": f"{HARBOUR}?",
    "star in quotation marks": f'"{HARBOUR}* {PILOT}"',
    "bad fuzziness": f"{HARBOUR}~7",
    "many words": " ".join([HARBOUR] * 205),
    "nothing but signs": "!!!",
    "many remarks": " ".join([f"{HARBOUR}?"] * 25),
    "many patterns": " ".join(f"{HARBOUR[:3]}*{letter}*" for letter in greek("abcdefghijklmnopqr")),
}
QUERIES = {
    "phrases": f'"{HARBOUR} {PILOT}" OR "{HARBOUR} {PILOT}"~5 OR "{HARBOUR}"',
    "patterns": f"{HARBOUR[:3]}* OR {HARBOUR[:2]}?{HARBOUR[3:]} OR {HARBOUR}~ OR {HARBOUR}~2",
    "fields": f"title:{HARBOUR} org:{PILOT} person:{PILOT} place:{PILOT} doc:{PILOT} type:{PILOT} source:{PILOT}",
    "more fields": f"language:{PILOT} speaker:{PILOT} -({HARBOUR} OR {PILOT})",
    "dates": "date:2017 OR after:2016 OR before:2019 OR date:2016..2018 OR date:2016.. OR date:..2018",
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_no_word_of_a_page_is_said_without_the_catalogue(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=RUSSIAN)
    assert "ж" in answer.text
    assert left_over(answer.text) == set()


@pytest.mark.parametrize("typed", [*NOTES.values(), *QUERIES.values()], ids=[*NOTES.keys(), *QUERIES.keys()])
def test_what_is_said_of_a_query_comes_from_the_catalogue(client: FlaskClient, typed: str) -> None:
    text = client.get("/search", query_string={"q": typed}, headers=RUSSIAN).text
    page = BeautifulSoup(text, "lxml")
    told = [each.get_text() for each in page.select(".understood, .notes li")]
    assert told
    assert [each for each in told if re.search("[A-Za-z]", _TYPED.sub("", each))] == []


def test_what_a_browser_keeps_is_said_through_the_catalogue(client: FlaskClient) -> None:
    asked = {"headers": {**RUSSIAN, "Accept": "application/json"}}
    for form in ({"add": "ferry-treaty"}, {"drop": "ferry-treaty"}, {"clear": "yes"}):
        answer = client.post("/list", data=form, **asked)
        assert answer.json is not None
        assert not re.search("[A-Za-z]", f"{answer.json['said']} {answer.json['mine']}")
    saved = client.post("/saved", data={"add": f"?q={HARBOUR}&type=news"}, **asked)
    assert saved.json is not None
    assert not re.search("[A-Za-z]", str(saved.json["said"]))
    for path in ("/saved", f"/search?q={HARBOUR}&type=news"):
        assert left_over(client.get(path, headers=RUSSIAN).text) == set()


def test_feeds_and_browsers_are_told_in_the_readers_language(client: FlaskClient) -> None:
    description = BeautifulSoup(client.get("/opensearch.xml", headers=RUSSIAN).text, "xml").find("Description")
    assert description is not None
    assert not re.search("[A-Za-z]", description.get_text())


def test_only_one_module_makes_pages_of_templates() -> None:
    modules = list(Path(web.__file__).parent.rglob("*.py"))
    assert len(modules) > 40
    assert [path.name for path in modules if "render_template" in path.read_text(encoding="utf-8")] == []
