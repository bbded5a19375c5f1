from dataclasses import fields
from typing import get_args

import pytest

from indexer.query.tree import (
    And,
    Boosted,
    Compound,
    DateRange,
    DisMax,
    MatchAll,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Said,
    Word,
    mapped,
    parts,
)

ONE, TWO, OTHER = Word("one"), Word("two"), Word("other")
COMPOUNDS: list[tuple[Query, tuple[Query, ...], Query]] = [
    (And((ONE, TWO)), (ONE, TWO), And((OTHER, OTHER))),
    (Or((ONE, Not(TWO))), (ONE, Not(TWO)), Or((OTHER, OTHER))),
    (DisMax((ONE, TWO), typed="1 or 2"), (ONE, TWO), DisMax((OTHER, OTHER), typed="1 or 2")),
    (Not(ONE), (ONE,), Not(OTHER)),
    (Boosted(ONE, (TWO,), 0.5), (ONE, TWO), Boosted(OTHER, (OTHER,), 0.5)),
]


@pytest.mark.parametrize(("query", "of_it", "changed"), COMPOUNDS)
def test_a_compound_has_parts_and_stays_what_it_is_when_they_change(
    query: Query, of_it: tuple[Query, ...], changed: Query
) -> None:
    assert parts(query) == of_it
    assert mapped(query, lambda _: OTHER) == changed


@pytest.mark.parametrize("query", [ONE, Phrase(("one", "two")), Prefix("on"), DateRange(2016), MatchAll()])
def test_what_has_no_parts_does_not_change(query: Query) -> None:
    assert parts(query) == ()
    assert mapped(query, lambda _: OTHER) is query


def test_a_node_that_has_parts_is_one_of_the_compounds() -> None:
    having = [node for node in get_args(Query) if {"part", "parts", "boosts"} & {each.name for each in fields(node)}]
    assert having == [*get_args(Compound), Said]
