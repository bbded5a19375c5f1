"""What the benchmark of the list that a reader is shown counts."""

from collections import Counter

import pytest

from benchmarks.relevance_collections import Document
from benchmarks.relevance_engines import indexed
from benchmarks.relevance_made_up import FEW
from benchmarks.shown import KnownItems, any_of_them, short, shown, telling


def test_an_article_counts_as_found_among_the_first_ten_and_by_its_place() -> None:
    rankings = {"a": ["a"], "b": ["x", "b"], "c": [*"0123456789", "c"], "d": []}
    assert KnownItems.of(rankings) == KnownItems(found=0.5, mrr=(1 + 1 / 2) / 4)


def test_telling_words_are_the_rarest_that_the_archive_has_in_their_order() -> None:
    rarity = Counter({"the": 9, "harbour": 3, "treaty": 1, "pilots": 2})
    assert telling("The pilots of the harbour zzz treaty", 2, rarity) == "pilots treaty"


def test_the_list_is_the_pages_own_all_of_the_words_first() -> None:
    texts = ["harbour treaty", "harbour", "treaty treaty", "pilots"]
    documents = [Document(str(number), "", text) for number, text in enumerate(texts)]
    with indexed("whoosh", documents) as reader:
        assert shown(reader, "treaty of the harbour")[0] == "0"
        assert {*shown(reader, "treaty of the harbour")} == {*any_of_them(reader, "treaty harbour")} == {"0", "1", "2"}
        assert len(shown(reader, "treaty harbour", 2)) == 2


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_the_list_for_questions_as_they_are_typed_is_as_good_as_its_floors(engine: str) -> None:
    rows = list(short(engine, FEW))
    assert len(rows) > 10
    assert [row for row in rows if not row.holds] == []
