from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query.parser import parse
from indexer.query.tree import And, DisMax, Not, Phrase, Query, Word, mapped
from indexer.query.unparse import unparse


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        ("refugees   memorandum", "refugees memorandum"),
        ("a AND b OR c", "(a b) OR c"),
        ("a NOT (b AND NOT c)", "a -(b -c)"),
        ("org:(united nations)", "organisation:united organisation:nations"),
        ("date:2016-2018", 'date:"2016..2018"'),
        ("A/RES/71/12", '"A/RES/71/12"'),
        ("counter-terror*", "counter terror*"),
        ('"un csto"~5', '"un csto"~5'),
        ("NOT (NOT a)", "-(-a)"),
        ("-(a OR b)", "-(a OR b)"),
        ("person:NOT", "person:not"),
        ("a;AND", "a and"),
    ],
)
def test_a_tree_is_written_as_a_reader_would_type_it(written: str, rewritten: str) -> None:
    assert unparse(parse(written).tree) == rewritten


def test_a_widened_name_is_written_as_it_was_typed() -> None:
    assert unparse(Not(DisMax((And((Word("a", typed="a"), Word("b", typed="b"))), Word("c", typed="c"))))) == "-(a b)"


_PIECES = st.sampled_from(
    ["refugees", "59/50", "b*", "c?d", "word~2", '"a b"~3', '"Exact"', "(", ")", "-", "AND", "OR", "NOT"]
)
_ODD_PIECES = st.sampled_from(
    [
        "title:",
        "org:",
        "date:2017",
        "after:2016-09",
        "before:x",
        "U.N.",
        "l'Union",
        "co-operation",
        "联合国",
        '"',
        "x:y",
    ]
)
_ALL_PIECES = st.lists(st.one_of(_PIECES, _ODD_PIECES))


@given(st.one_of(_ALL_PIECES.map(" ".join), _ALL_PIECES.map("".join), st.text()))
def test_what_is_written_is_read_back_to_the_same_tree_without_remarks(text: str) -> None:
    tree = parse(text).tree
    again = parse(unparse(tree))
    assert _untyped(again.tree) == _untyped(tree)
    assert again.notes == ()


def _untyped(query: Query) -> Query:
    """Capital AND, OR and NOT that were searched as words are written small."""
    return replace(query, typed="") if isinstance(query, Word | Phrase) else mapped(query, _untyped)
