from dataclasses import replace

import pytest

from indexer.engines.engine import Reader
from indexer.fields import FacetField
from indexer.search.more_like_this import related
from indexer.search.suggest import suggest
from indexer.text.stemmer import stem
from tests.search.samples import archive, made


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
    found = related(reader, article).similar
    assert found[0].article.id in {"memorandum", "status"}
    assert article.id not in {each.article.id for each in found}
    assert all(each.shared and each.score > 0 for each in found)
    assert len(related(reader, article, limit=1).similar) == 1
    assert all(len({stem(word) for word in each.shared}) == len(each.shared) for each in found)


def _typed(reader: Reader, typed: str, kind: str, limit: int = 8) -> list[str]:
    return [each.typed for each in suggest(reader, typed, limit) if each.kind == kind]


def test_names_are_met_at_the_beginning_of_a_word_and_the_most_frequent_come_first() -> None:
    places = (("Oslo", "New Oslo"), ("New Oslo", "Toslo"), ("Osby",), ("Osby", "Åsos"))
    reader = archive(*(replace(made(str(number)), places=each) for number, each in enumerate(places)))
    assert _typed(reader, "os", "place") == ['place:"New Oslo"', 'place:"Osby"', 'place:"Oslo"']
    assert _typed(reader, "new  os", "place") == ['place:"New Oslo"']


def test_words_come_by_the_number_of_their_articles_and_then_by_the_alphabet() -> None:
    texts = ["old harp " * (number < 2) + "old hard harm " + "harbour" for number in range(3)]
    reader = archive(*(made(str(number), text) for number, text in enumerate([*texts, "harvest", "harvest"])))
    found = ["old harbour", "old hard", "old harm", "old harp"]
    assert _typed(reader, "  old har", "word") == found
    assert _typed(reader, "  old har", "word", limit=2) == found[:2]


def test_three_titles_are_offered_that_have_every_finished_word() -> None:
    titles = ['A "new" harbour', "A new harp", "New harbour dues", "New hard times", "Old harbour"]
    reader = archive(*(made(str(number), title=each) for number, each in enumerate(titles)))
    found = suggest(reader, "new har")
    assert len([each for each in found if each.kind == "title"]) == 3
    assert [each.typed for each in suggest(reader, 'a "new" harb')] == ['title:"A  new  harbour"', 'a "new" harbour']
    assert _typed(reader, "old new harb", "title") == []


def test_names_titles_and_words_come_by_turns() -> None:
    reader = archive(replace(made("a", "harbours", title="Harbour news"), places=("Harbour",), people=("Harbin",)))
    assert [each.kind for each in suggest(reader, "harb")] == ["person", "title", "word", "place", "word"]


def test_what_is_offered_twice_is_shown_once() -> None:
    reader = archive(replace(made("a", "oslo", title="oslo"), places=("oslo",)))
    assert [(each.text, each.kind) for each in suggest(reader, "osl")] == [("oslo", "word")]


def test_the_end_of_what_was_typed_counts() -> None:
    reader = archive(made("a", "boat harbour"))
    assert _typed(reader, "boat " * 100 + "harb", "word") == [("boat " * 100 + "harb")[-200:].lstrip() + "our"]


def test_values_that_are_called_so_elsewhere_come_first_where_an_article_has_them() -> None:
    reader = archive(
        replace(made("a", "boats", title="Boats"), places=("Port", "Boatham")), replace(made("b"), places=("Port",))
    )
    called: dict[FacetField, frozenset[str]] = {"place": frozenset({"Port", "Nowhere"}), "person": frozenset()}
    found = [each.typed for each in suggest(reader, "boat", called=called) if each.kind == "place"]
    assert found == ['place:"Port"', 'place:"Boatham"']
