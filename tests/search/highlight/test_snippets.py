"""Which passages of an article are shown, and which parts of them are marked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from indexer.article import Article, Passage
from indexer.query.parser import parse
from indexer.search.highlight.snippets import Highlighter
from indexer.search.page import SearchInput, search
from tests.search.samples import archive, made


def _article(*paragraphs: str) -> Article:
    cut, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        cut.append(Passage(number, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return replace(made("a", "\n\n".join(paragraphs)), passages=tuple(cut))


def _shown(paragraphs: Sequence[str], typed: str, limit: int) -> list[int]:
    return [
        each.passage.number
        for each in next(Highlighter(parse(typed).tree).each([_article(*paragraphs)], limit)).passages
    ]


@pytest.mark.parametrize(
    ("paragraphs", "best"),
    [
        pytest.param(["treaty " * 9, "treaty charter", "charter " * 9], 2, id="both words before one of them often"),
        pytest.param(["treaty and filler " + "word " * 90, "treaty", "none"], 2, id="the denser before the longer"),
        pytest.param(["treaty", "a treaty is a treaty and no charta", "none"], 2, id="two words in a few before one"),
        pytest.param(["treaty " * 3 + "word " * 400, "treaty treaty"], 2, id="two in a short one before three"),
        pytest.param(["none", "a treaty", "a treaty"], 2, id="of two alike the earlier"),
    ],
)
def test_the_best_passage_is_shown(paragraphs: list[str], best: int) -> None:
    assert _shown(paragraphs, "treaty charter", 1) == [best]


def test_a_word_that_was_typed_twice_is_one_word_of_a_passage() -> None:
    assert _shown(["treaty", "charter harbour"], "treaty treaty treaty charter harbour", 1) == [2]


def test_the_best_passages_come_first_and_all_are_counted() -> None:
    paragraphs = [
        "a treaty",
        "none",
        f"a treaty and {'weather ' * 9} a charter",
        "a charter",
        "treaty charter",
        "treaty",
    ]
    shown = next(Highlighter(parse("treaty charter").tree).each([_article(*paragraphs)], 3))
    assert ([each.passage.number for each in shown.passages], shown.matching) == ([5, 3, 6], 5)


def _marked(article: Article, typed: str) -> list[list[str]]:
    shown = next(Highlighter(parse(typed).tree).each([article], 3)).passages
    assert all(0 <= start < end <= len(each.text) for each in shown for start, end in each.marks)
    return [[each.text[start:end] for start, end in each.marks] for each in shown]


def test_a_phrase_that_goes_on_in_the_next_passage_is_marked_to_the_end_of_its_own() -> None:
    article = _article("They left the old harbour", "Two ferries came")
    assert _marked(article, '"old harbour two ferries"') == [["old harbour"]]
    assert [article.text[slice(*mark)] for mark in Highlighter(parse('"harbour two"').tree).text(article)] == [
        "harbour\n\nTwo"
    ]


def test_a_phrase_that_begins_before_its_passage_is_marked_from_its_beginning() -> None:
    whole = _article("A heading: old", "harbour of pilots")
    assert _marked(replace(whole, passages=whole.passages[1:]), '"old harbour"') == [["harbour"]]


def test_what_ends_where_a_passage_begins_is_not_in_it() -> None:
    text = "联合国"
    apart = (Passage(1, 0, 1), Passage(2, 1, 3))
    assert _marked(replace(made("a", text), passages=apart), "联 OR 国") == [["联"], ["国"]]
    assert _marked(replace(made("a", text), passages=apart), "联") == [["联"]]
    assert _marked(replace(made("a", text), passages=apart[1:]), "联 OR 国") == [["国"]]


@pytest.mark.parametrize(("asked", "shown"), [(1, 1), (3, 3), (9, 4)])
def test_a_page_of_results_shows_as_many_passages_of_an_article_as_are_asked_for(asked: int, shown: int) -> None:
    article = _article("a treaty", "the treaty", "treaty", "one more treaty")
    result = search(archive(article), SearchInput("treaty", snippets=asked)).results[0]
    assert (len(result.passages), result.matching_passages) == (shown, 4)


def test_marks_that_touch_stay_two_and_marks_that_overlap_become_one() -> None:
    assert _marked(_article("联合 x"), "联 OR 合") == [["联", "合"]]
    assert _marked(_article("old harbour pilots"), '"old harbour" OR "harbour pilots"') == [["old harbour pilots"]]
    assert _marked(_article("old harbour pilots"), '"old harbour pilots" OR harbour') == [["old harbour pilots"]]


@pytest.mark.parametrize(
    ("text", "typed", "marks"),
    [
        ("new harbour pilots; old harbour pilots", '"old harbour pilots"', ["old harbour pilots"]),
        ("old harbour pilot; old harbour pilots", '"old harbour pilots"', ["old harbour pilots"]),
        ("the treaty", '"the" treaty', ["the", "treaty"]),
        ("the treaty", "the treaty", ["treaty"]),
        ("blue skies in the sky", "sky", ["skies", "sky"]),
        ("tying a tie that he ties", "tie", ["tying", "tie", "ties"]),
    ],
)
def test_all_words_of_a_phrase_and_all_forms_of_a_word_are_marked(text: str, typed: str, marks: list[str]) -> None:
    assert _marked(_article(text), typed) == [marks]
