"""What a query costs is told before it is searched, and what would cost too much is narrowed or refused."""

from dataclasses import replace

import pytest

from indexer.engines.engine import Reader
from indexer.errors import QueryTooCostly
from indexer.query.parser import parse
from indexer.query.tree import And, Or, Query, Said, SpanNear, Word
from indexer.search import cost
from indexer.search.cost import BUDGET
from indexer.search.page import Choice, SearchInput, marker, planned_whole, search
from indexer.search.plan import plan
from tests.search.samples import of_texts

MANY = of_texts(*["the boat of the harbour"] * 30, "the old pilot")


def priced(reader: Reader, query: Query) -> float:
    """As if nothing but what it counts were known."""
    return cost.cost(reader, query, 0.0)


def whole(query: Query) -> float:
    return cost.cost(MANY, query, 1e9)


def word(term: str) -> Word:
    return Word(term, exact=True, typed=term)


def test_a_frequent_word_costs_more_than_a_rare_one() -> None:
    assert priced(MANY, word("the")) > 5 * priced(MANY, word("pilot")) > 0
    assert priced(MANY, parse("boats").tree) == priced(MANY, parse("zebras").tree)  # no article has it in that form
    assert priced(MANY, parse("boat").tree) > 5 * priced(MANY, parse("pilot").tree) > priced(MANY, parse("zebras").tree)


def test_a_query_costs_what_its_parts_do() -> None:
    parts = (word("the"), word("boat"), SpanNear(("old", "pilot"), 3))
    assert whole(And(parts)) == pytest.approx(sum(whole(part) for part in parts))


def test_nearness_costs_more_than_its_words() -> None:
    words = And((word("the"), word("of")))
    assert whole(SpanNear(("the", "of"), 9)) > 2 * whole(words)


def test_what_an_engine_takes_to_see_how_near_words_are_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    near = SpanNear(("the", "of", "boat"), 9)
    before = whole(near)
    monkeypatch.setattr(type(MANY), "verifying", lambda _, asked: 7_000_000 if asked == near else 0)
    assert whole(near) == pytest.approx(before + 7)


def test_what_is_left_out_costs_a_look_at_all_articles() -> None:
    assert whole(parse("-pilot").tree) > whole(parse("pilot").tree)


def test_an_ordinary_question_is_neither_narrowed_nor_refused() -> None:
    planned = plan(MANY, SearchInput('the boat* "old pilot" "boat harbour"~5'))
    assert (planned.narrowed, planned.notes) == (False, ())
    assert planned.cost < BUDGET


def test_nearness_that_costs_too_much_becomes_its_words_and_a_note_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "BUDGET", 0.2)
    typed = '"the of boat"~0'
    planned = plan(MANY, SearchInput(typed))
    assert planned.narrowed
    assert [str(note.message) for note in planned.notes] == [
        "“the of boat”: too many articles have these words to see how near they are; all that have them are found."
    ]
    assert search(MANY, SearchInput(typed)).total == 30


def test_nearness_that_costs_little_stays_beside_what_costs_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "BUDGET", 0.3)
    planned = plan(MANY, SearchInput('"old pilot"~3 OR "the of boat harbour"~0'))
    assert planned.narrowed
    assert len(planned.notes) == 1
    assert "“the of boat harbour”" in str(planned.notes[0].message)


def test_patterns_that_cost_too_much_stand_for_fewer_words_and_a_note_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = of_texts(*(f"k{number:03} other" for number in range(150)))
    asked = SearchInput("k*", size=1)
    assert search(reader, asked).total == 150
    monkeypatch.setattr(cost, "BUDGET", 0.25)
    found = search(reader, asked)
    assert found.total == 100
    assert [str(note.message) for note in found.notes] == [
        "“k*” stands for 150 words; the 100 most frequent are searched."
    ]


def test_what_cannot_be_narrowed_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "BUDGET", 0.05)
    for asking in (plan, search, planned_whole):
        with pytest.raises(QueryTooCostly) as refused:
            asking(MANY, SearchInput('"the boat" OR "of the" OR "the harbour"'))
        assert "too many articles" in str(refused.value)
        assert refused.value.remedy


def test_what_is_searched_more_than_once_for_an_answer_has_so_much_less_for_each() -> None:
    once = plan(MANY, SearchInput("the boat")).cost
    explained = plan(MANY, SearchInput("the boat", explain=True)).cost
    chosen = (Choice("source", ("Elsewhere",)),)
    assert explained == plan(MANY, SearchInput("the boat", choices=chosen)).cost == 2 * once
    assert plan(MANY, SearchInput("the boat", choices=chosen, facets=())).cost == once


def test_what_can_be_afforded_once_may_be_too_much_to_explain(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = SearchInput('"the boat" OR "of the"')
    monkeypatch.setattr(cost, "BUDGET", 1.5 * plan(MANY, asked).cost)
    plan(MANY, asked)
    with pytest.raises(QueryTooCostly):
        plan(MANY, replace(asked, explain=True))


def test_each_part_of_the_work_is_told_before_it_is_done() -> None:
    told: list[float] = []
    search(MANY, SearchInput("the boat"), before=lambda _, costs: told.append(costs))
    search(MANY, SearchInput("the boat", explain=True), before=lambda _, costs: told.append(costs))
    search(MANY, SearchInput("zebra"), before=lambda _, costs: told.append(costs))
    assert told[1] > cost.reading(10) > 0 == told[5]
    assert (told[2], told[3] > 2 * told[1]) == (2 * told[0], True)


def test_long_articles_cost_more_to_show() -> None:
    short, long = of_texts("boat"), of_texts("boat " * 100_000)
    told: list[float] = []
    for reader in (short, long):
        search(reader, SearchInput("boat"), before=lambda _, costs: told.append(costs))
    assert told[3] > 10 * told[1]


def test_an_article_is_marked_whatever_its_search_would_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "BUDGET", 0.0001)
    article = MANY.article(next(iter(MANY.ids())))
    assert article is not None
    assert marker(MANY, '"the boat"')(article).text == ((0, 8),)


def test_of_a_costly_query_only_what_has_all_of_the_words_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = SearchInput("boat pilot")
    assert search(MANY, asked).counted == "some"
    monkeypatch.setattr(cost, "BUDGET", 0.05)
    monkeypatch.setattr("indexer.search.plan.BUDGET", 0.05)
    found = search(MANY, asked)
    assert (found.listed, found.counted, found.costly) == (0, "all", True)


def test_counting_speakers_costs_by_the_words_that_they_say() -> None:
    one, many = Word("boats", typed="boats"), Or(tuple(Word(f"boat{n}", typed=f"boat{n}") for n in range(100)))
    assert 0 < cost.by_speaker(Said(one)) < cost.by_speaker(Said(many)) / 20
