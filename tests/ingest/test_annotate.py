import pytest

from indexer.article import Article, Provenance
from indexer.errors import Rejected
from indexer.ingest.annotate import MAX_CHARACTERS, annotate, named
from indexer.ingest.authority import load
from indexer.ingest.draft import Draft

AUTHORITY = load()
TEXT = (
    "The council met in Minsk and heard a report. “We trained for ten days,” said Anna Orlova, the head of the centre."
)


def annotated(draft: Draft, path: str = "a.txt") -> Article:
    return annotate(draft, Provenance(path, "", "1", "text"), AUTHORITY)


def test_a_stored_article_annotated_again_is_the_same() -> None:
    article = annotated(Draft(TEXT, title="Report on the training", authors=("Boris Petrov",)))
    assert article.speakers == ("Anna Orlova",)
    assert named(article, AUTHORITY) == article


@pytest.mark.parametrize(
    ("author", "person"),
    [
        ("Boris Petrov", "Boris Petrov"),
        ("Valeriy Semerikov", "Valery Semerikov"),
        ("OSCE Secretariat", None),
        ("admin", None),
    ],
)
def test_a_byline_adds_a_person_but_no_desk(author: str, person: str | None) -> None:
    article = annotated(Draft(TEXT, title="Report on the training", authors=(author,)))
    assert article.people == tuple(name for name in ("Anna Orlova", person) if name)


@pytest.mark.parametrize(
    ("draft", "path", "source"),
    [
        (Draft(TEXT, source="Archive notes", url="https://www.osce.org/1"), "csto/a.html", "Archive notes"),
        (Draft(TEXT, url="https://www.osce.org/1"), "a.html", "OSCE"),
        (Draft(TEXT), "press/csto/2017/a.html", "CSTO"),
        (Draft(TEXT), "press/a.html", ""),
    ],
    ids=["the file says it", "its site", "its folder", "unknown"],
)
def test_the_source_is_said_or_named_by_site_or_folder(draft: Draft, path: str, source: str) -> None:
    assert annotated(draft, path).source == source


@pytest.mark.parametrize(
    "draft", [Draft(""), Draft(" \n "), Draft("x" * (MAX_CHARACTERS + 1))], ids=["", "blank", "endless"]
)
def test_what_is_no_article_is_rejected(draft: Draft) -> None:
    with pytest.raises(Rejected):
        annotated(draft)


def test_an_address_that_is_none_of_the_webs_is_dropped() -> None:
    assert annotated(Draft(TEXT, url="javascript:alert(1)")).url == ""
