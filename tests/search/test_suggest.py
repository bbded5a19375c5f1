import pytest

from indexer.engines.engine import Reader
from indexer.search.analysis import stem
from indexer.search.similar import similar
from indexer.search.suggest import suggest


@pytest.mark.parametrize(
    ("typed", "text", "kind", "to_search"),
    [
        ("observer sta", "observer status", "word", "observer status"),
        ("valery sem", "Valery Semerikov", "person", 'person:"Valery Semerikov"'),
        ("unh", "UNHCR", "organisation", 'organisation:"UNHCR"'),
        ("on lab", "On labour", "title", 'title:"On labour"'),
    ],
)
def test_what_may_be_meant_goes_on_from_the_last_word(
    reader: Reader, typed: str, text: str, kind: str, to_search: str
) -> None:
    assert (text, kind, to_search) in [(each.text, each.kind, each.typed) for each in suggest(reader, typed)]


def test_a_title_leads_to_its_article(reader: Reader) -> None:
    assert "labour" in {each.article_id for each in suggest(reader, "on lab")}


@pytest.mark.parametrize("typed", ["", " ", "...", "status ", '"(', "a" * 100_000, "\0"])
def test_nothing_useful_typed_suggests_nothing(reader: Reader, typed: str) -> None:
    assert suggest(reader, typed) == ()


def test_suggestions_are_bounded_and_distinct(reader: Reader) -> None:
    found = suggest(reader, "s", limit=3)
    assert len({each.text for each in found}) == len(found) == 3


def test_an_article_is_like_those_that_share_its_telling_words(reader: Reader) -> None:
    article = reader.article("observer")
    assert article is not None
    found = similar(reader, article)
    assert found[0].article.id in {"memorandum", "status"}
    assert article.id not in {each.article.id for each in found}
    assert all(each.shared and each.score > 0 for each in found)
    assert len(similar(reader, article, limit=1)) == 1
    assert all(len({stem(word) for word in each.shared}) == len(each.shared) for each in found)
