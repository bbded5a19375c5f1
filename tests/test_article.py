import json
from dataclasses import asdict, fields

import pytest

from indexer.article import Article, DateEvidence, PartialDate, Passage, Provenance, YearReason

FULL = Article(
    id="quay-1",
    title="Набережная “renewed”",
    text="Work on the quay began.\n\nIt ended \ud800 \u2028 early.",
    provenance=Provenance("a/b.jsonl", "0" * 64, "1", "jsonl"),
    date=PartialDate("2017-01", DateEvidence("meta", "date", "January", YearReason("title", "2017"), "day first")),
    type="news",
    authors=("A. Lind", "B. Weiss"),
    passages=(Passage(1, 0, 23), Passage(2, 25, 40, speaker="A. Lind", question=(0, 23), page=3)),
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
