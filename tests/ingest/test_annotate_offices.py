"""What the authority files say of offices, in a whole article: its speakers, its people, its offices."""

from dataclasses import replace

import pytest

from indexer.article import Article, PartialDate, Provenance
from indexer.authority import Authority, load
from indexer.ingest.annotate import annotate, named
from indexer.ingest.draft import Draft

FILE = """
[[organisation]]
name = "LKU"
variants.en = ["Lake Union"]
[[person]]
name = "Orla Salt"
offices = [
  { title = "Deputy Secretary General", body = "LKU", from = "2006-01-01", to = "2010-05-01" },
  { title = "Secretary General", body = "LKU", from = "2010-05-02", to = "2014-11-30" },
]
[[person]]
name = "Ivo Brandt"
offices = [{ title = "Secretary General", body = "LKU", from = "2014-12-01", to = "2018-06-30" }]
"""
QUOTED = "The council met on the pier. “We are ready for the winter,” said the Secretary General of the LKU."
BARE = "The LKU council met on the pier. “We are ready for the winter,” the Secretary General said."
NAMING = "The council met on the pier and heard Orla Salt on the winter and on the boats of the lake."


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "own.toml").write_text(FILE, encoding="utf-8")
    return load(folder)


def annotated(text: str, date: str, authority: Authority, source: str = "") -> Article:
    draft = Draft(text, title="A day on the lake", source=source)
    article = annotate(draft, Provenance("a.txt", "", "1", "text"), authority)
    return named(replace(article, date=PartialDate(date)), authority)


@pytest.mark.parametrize(
    ("date", "person", "offices"),
    [
        ("2013-03-05", "Orla Salt", ("Secretary General, LKU",)),
        ("2013", "Orla Salt", ("Secretary General, LKU",)),
        ("2015-03", "Ivo Brandt", ("Secretary General, LKU",)),
        ("2014", "", ()),
        ("", "", ()),
        ("2020-01-01", "", ()),
    ],
)
def test_who_speaks_by_an_office_is_a_speaker_and_a_person_of_the_article(
    date: str, person: str, offices: tuple[str, ...], authority: Authority
) -> None:
    article = annotated(QUOTED, date, authority)
    assert article.speakers == article.people == ((person,) if person else ())
    assert article.offices == offices
    assert [each.speaker for each in article.quotations] in ([person], [])


def test_who_speaks_by_a_title_alone_is_a_speaker_but_not_named_by_the_article(authority: Authority) -> None:
    article = annotated(BARE, "2013-03-05", authority, source="LKU")
    assert article.speakers == ("Orla Salt",)
    assert article.people == ()
    assert article.offices == ("Secretary General, LKU",)


def test_an_office_is_kept_of_somebody_who_does_not_speak(authority: Authority) -> None:
    article = annotated("The council met the LKU Secretary General on the pier of the lake.", "2013", authority)
    assert (article.speakers, article.people, article.offices) == ((), (), ("Secretary General, LKU",))


@pytest.mark.parametrize(
    ("date", "offices"),
    [
        ("2009-12-31", ("Deputy Secretary General, LKU",)),
        ("2012-01", ("Secretary General, LKU",)),
        ("2010", ()),
        ("2016", ()),
        ("", ()),
    ],
)
def test_offices_are_those_of_the_day_of_whom_the_article_names(
    date: str, offices: tuple[str, ...], authority: Authority
) -> None:
    article = annotated(NAMING, date, authority)
    assert article.people == ("Orla Salt",)
    assert article.offices == offices


def test_offices_are_told_anew_when_only_the_files_change(authority: Authority) -> None:
    article = annotated(QUOTED, "2013-03-05", authority)
    nobody = replace(authority, entries=tuple(each for each in authority.entries if each.name != "Orla Salt"))
    assert named(article, nobody).offices == named(article, nobody).speakers == ()
    assert named(named(article, nobody), authority) == article


def test_an_article_with_offices_is_stored_whole_and_one_of_before_has_none(authority: Authority) -> None:
    article = annotated(QUOTED, "2013-03-05", authority)
    assert Article.from_json(article.to_json()) == article
    before = article.to_json().replace('"offices":["Secretary General, LKU"],', "")
    assert Article.from_json(before) == replace(article, offices=())
