"""Operators as people write them, and as they paste them in headlines and from other programs."""

import pytest

from indexer.query.parser import parse
from indexer.query.tree import And, Not, Or, Phrase, Query, Word

OIL, GAS, PRICES = (Word(each[:-1] if each == "prices" else each, typed=each) for each in ("oil", "gas", "prices"))


def word(typed: str, term: str = "") -> Word:
    return Word(term or typed.lower(), typed=typed)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("oil or gas", Or((OIL, GAS))),
        ("oil | gas", Or((OIL, GAS))),
        ("oil || gas", Or((OIL, GAS))),
        ('oil or "gas pipe"', Or((OIL, Phrase(("gas", "pipe"), typed="gas pipe")))),
        ("oil or gas field", And((Or((OIL, GAS)), word("field")))),
        ("gold not silver", And((word("gold"), Not(word("silver"))))),
    ],
)
def test_small_operators_between_words_are_operators(typed: str, tree: Query) -> None:
    assert parse(typed).tree == tree
    assert parse(typed).notes == ()


@pytest.mark.parametrize(
    "typed", ["to be or not to be", "whether or not", "or oil", "oil or", "the or of", "dues not raised by the board"]
)
def test_beside_function_words_and_in_sentences_they_are_words(typed: str) -> None:
    tree = parse(typed).tree
    assert isinstance(tree, And)
    assert [part.typed for part in tree.parts if isinstance(part, Word)] == typed.split()


@pytest.mark.parametrize(
    "typed", ["FERRY DUES NOT RAISED", "OIL AND GAS", "OIL OR GAS", "UN SAYS NOT YET, 12 MLN OR SO"]
)
def test_where_all_is_in_capitals_there_are_no_operators(typed: str) -> None:
    tree = parse(typed).tree
    assert isinstance(tree, And)
    assert all(isinstance(part, Word) for part in tree.parts)
    assert {str(note.message) for note in parse(typed).notes} <= {
        f"Where all is in capitals, “{each}” is a word like the others." for each in ("AND", "OR", "NOT")
    }
    assert parse(typed).notes


def test_small_words_of_a_headline_in_capitals_are_no_acronyms() -> None:
    tree = parse("DUES RAISED BY THE US BOARD, SAYS WHO").tree
    assert isinstance(tree, And)
    assert [part.typed for part in tree.parts if isinstance(part, Word)] == [
        *("DUES", "RAISED", "by", "the", "us", "BOARD", "SAYS", "who"),
    ]
    short = parse("WHO DUES").tree
    assert isinstance(short, And)
    assert [part.typed for part in short.parts if isinstance(part, Word)] == ["WHO", "DUES"]


@pytest.mark.parametrize("typed", ["CSTO -UN", '"CSTO" NOT "UN"', "(CSTO OR SCO) NOT UN", "CSTO NOT un"])
def test_signs_quotation_marks_parentheses_and_small_letters_leave_operators_what_they_are(typed: str) -> None:
    tree = parse(typed).tree
    assert isinstance(tree, And)
    assert isinstance(tree.parts[-1], Not)
    assert parse(typed).notes == ()


@pytest.mark.parametrize(
    ("typed", "words", "note"),
    [
        ("regatta^2", ["regatta"], "Words have no weights here; “^2” is left out."),
        ("regatta^2.5 buoy", ["regatta", "buoy"], "Words have no weights here; “^2.5” is left out."),
        ("oil NEAR/3 gas", ["oil", "gas"], "Words near each other are written “one two”~5; “NEAR/3” is left out."),
        ("oil W/5 gas", ["oil", "gas"], "Words near each other are written “one two”~5; “W/5” is left out."),
        ("/regatta/", ["regatta"], "What stands between slashes is searched as words."),
    ],
)
def test_the_syntax_of_other_programs_is_searched_as_words_and_that_is_said(
    typed: str, words: list[str], note: str
) -> None:
    parsed = parse(typed)
    parts = parsed.tree.parts if isinstance(parsed.tree, And) else (parsed.tree,)
    assert [part.typed for part in parts if isinstance(part, Word)] == words
    assert [str(each.message) for each in parsed.notes] == [note]


@pytest.mark.parametrize("typed", ["N95 W3", "a^b", "and/or", "A/RES/71/12"])
def test_what_only_looks_like_it_is_left_alone(typed: str) -> None:
    assert parse(typed).notes == ()
