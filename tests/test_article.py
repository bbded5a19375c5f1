import json
from dataclasses import MISSING, asdict, fields, replace

import pytest

from indexer.article import Article, DateEvidence, PartialDate, Passage, Provenance, Quotation, YearReason
from indexer.fingerprint import STORED, Stored

FULL = Article(
    id="quay-1",
    title="Набережная “renewed”",
    text="Work on the quay began.\n\nIt ended \ud800 \u2028 early.",
    provenance=Provenance("a/b.jsonl", "0" * 64, "1", "jsonl"),
    date=PartialDate("2017-01", DateEvidence("meta", "date", "January", YearReason("title", "2017"), "day first")),
    type="news",
    authors=("A. Lind", "B. Weiss"),
    passages=(Passage(1, 0, 23), Passage(2, 25, 40, page=3)),
    quotations=(Quotation(25, 40, "A. Lind", "turn", (24, 25), (0, 23)), Quotation(30, 35)),
    similarity=0.25,
    extra=(("topic", "ports"), ("topic", "money")),
    updated="2020-01-01T00:00:00+00:00",
)
BARE = Article("bare", "", "", Provenance("", "", "", ""))


@pytest.mark.parametrize("article", [FULL, BARE], ids=["full", "bare"])
def test_the_stored_form_reads_back_to_an_equal_article(article: Article) -> None:
    read = Article.from_json(article.to_json())
    assert read == article
    assert read.updated == article.updated


@pytest.mark.parametrize("article", [FULL, BARE], ids=["full", "bare"])
def test_the_stored_form_has_every_field_under_its_name(article: Article) -> None:
    stored = json.loads(article.to_json())
    assert list(stored) == [each.name for each in fields(Article)]
    assert stored == json.loads(json.dumps(asdict(article)))


# What later releases might bring and drop, in each part of an article.
_BROUGHT = ("Article.similarity", "Article.speakers", "PartialDate.evidence", "DateEvidence.order", "Passage.page")
_DROPPED = ("Article.motto", "Provenance.owner", "YearReason.page", "Passage.voice")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STORED, max(STORED) + 1, Stored(article=_BROUGHT[:2], dropped=_DROPPED[:1]))
    monkeypatch.setitem(STORED, max(STORED) + 1, Stored(article=_BROUGHT[2:], dropped=_DROPPED[1:]))


def test_what_an_earlier_release_did_not_store_has_its_default(later: None) -> None:
    stored = json.loads(FULL.to_json())
    del stored["similarity"], stored["speakers"], stored["date"]["evidence"]["order"]
    for each in stored["passages"]:
        del each["page"]
    read = Article.from_json(json.dumps(stored))
    evidence = replace(FULL.date.evidence, order="")
    passages = tuple(replace(each, page=None) for each in FULL.passages)
    date = replace(FULL.date, evidence=evidence)
    assert read == replace(FULL, similarity=0.0, speakers=(), date=date, passages=passages)
    del stored["date"]["evidence"]
    assert Article.from_json(json.dumps(stored)).date == PartialDate("2017-01")


def test_what_an_earlier_release_stored_and_this_one_does_not_is_passed_over(later: None) -> None:
    stored = json.loads(FULL.to_json())
    stored["motto"] = stored["provenance"]["owner"] = stored["date"]["evidence"]["year_from"]["page"] = "more"
    for each in stored["passages"]:
        each["voice"] = "loud"
    assert Article.from_json(json.dumps(stored)) == FULL


@pytest.mark.parametrize("name", ["title", "passages", "extra", "date"])
def test_an_article_in_no_known_form_is_not_read(later: None, name: str) -> None:
    stored = json.loads(FULL.to_json())
    stored[f"{name}s"] = stored.pop(name)
    with pytest.raises((KeyError, TypeError)):
        Article.from_json(json.dumps(stored))


def test_what_a_release_brings_has_a_default() -> None:
    kinds = {kind.__name__: kind for kind in (Article, Passage, Provenance, PartialDate, DateEvidence, YearReason)}
    for brought in (name for row in STORED.values() for name in row.article):
        kind, _, name = brought.partition(".")
        assert next(each for each in fields(kinds[kind]) if each.name == name).default is not MISSING, brought


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("", 0, 0, "none"),
        ("2017", 20170101, 20171231, "year"),
        ("2017-02", 20170201, 20170231, "month"),
        ("2017-02-11", 20170211, 20170211, "day"),
    ],
)
def test_a_date_that_is_known_in_part_spans_all_the_days_it_can_be(
    value: str, first: int, last: int, precision: str
) -> None:
    date = PartialDate(value)
    assert (date.first_day, date.last_day, date.precision) == (first, last, precision)
