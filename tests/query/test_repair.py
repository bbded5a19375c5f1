"""How much of what is typed is searched for, and what is said of the rest; signs of other keyboards."""

import pytest

from indexer.query.parser import parse
from indexer.query.tree import And, MatchAll, Not, Or, Phrase, Prefix, Query, Wildcard, Word

A, B = Word("a", typed="a"), Word("b", typed="b")


def _remarks(typed: str) -> list[tuple[str, int | None, int | None]]:
    return [(str(note.message), note.start, note.end) for note in parse(typed).notes]


def _words(query: Query) -> list[str]:
    parts = query.parts if isinstance(query, And) else (query,)
    return [part.typed for part in parts if isinstance(part, Word)]


def test_two_thousand_characters_are_searched_for_and_of_more_the_whole_words_before() -> None:
    words = [f"{'x' * 77}{number:02}" for number in range(25)]
    whole = " ".join(words)
    assert len(whole) == 1_999
    assert _words(parse(f"{whole}y").tree) == [*words[:-1], f"{words[-1]}y"]
    assert _remarks(f"{whole}y") == []
    assert _words(parse(f"{whole}yy").tree) == words[:-1]
    said = "Only the first 2,000 characters are searched for."
    assert _remarks(f"{whole}yy") == [(said, None, None)]


def test_two_hundred_words_are_searched_for_and_the_next_is_said_to_be_left_out() -> None:
    words = [f"w{number}" for number in range(201)]
    assert _words(parse(" ".join(words[:200])).tree) == words[:200]
    assert _remarks(" ".join(words[:200])) == []
    typed = " ".join(words)
    assert _words(parse(typed).tree) == words[:200]
    assert _remarks(typed) == [("Only the first 200 words are searched for.", typed.rindex("w"), len(typed))]


def test_parentheses_are_read_twenty_deep() -> None:
    twenty, more = ("-(" * 20 + "a" + ")" * 20), ("-(" * 21 + "a" + ")" * 21)
    negated: Query = A
    for _ in range(20):
        negated = Not(negated)
    assert parse(twenty).tree == negated
    assert _remarks(twenty) == []
    assert [(start, end) for _, start, end in _remarks(more)] == [(40, 41), (41, 44)]


def test_twenty_remarks_are_made_from_the_left_and_the_others_counted() -> None:
    assert [start for _, start, _ in _remarks("a~9 " * 20)] == list(range(0, 80, 4))
    more = _remarks("a~9 " * 10 + "x:b " + "a~9 " * 11)
    assert [start for _, start, _ in more] == [*range(0, 80, 4), None]
    assert more[10][0].startswith("“x” is not a field")
    assert more[-1][0] == "There are 2 more remarks of this kind."
    assert _remarks("a~9 " * 21)[-1][0] == "There is 1 more remark of this kind."


def test_a_field_behind_a_field_is_no_unknown_one() -> None:
    assert _remarks("title:place:a")[0][0] == "“place” stands behind another field; it is searched as a word."


AB = Phrase(("a", "b"), typed="a b")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("„a b“", AB),
        ("«a b»", AB),
        ("‟a b„", AB),
        ("″a b″", AB),
        ("＂a b＂", AB),
        ("-（a b）", Not(And((A, B)))),
        ("a＊", Prefix("a", typed="a*")),
        ("a？b", Wildcard("a?b", typed="a?b")),
        ("title：a", Word("a", "title", typed="a")),
        ("ａ", A),
        ("“ａ ｂ”", AB),
        ("a\u200b b\u2060", And((A, B))),
        ("a\0b", And((A, B))),
    ],
)
def test_signs_of_other_keyboards_mean_the_same(typed: str, tree: Query) -> None:
    assert parse(typed).tree == tree
    assert _remarks(typed) == []


@pytest.mark.parametrize(
    ("typed", "tree", "where"),
    [
        ("a NOT NOT b", And((A, Word("not", typed="not"), Not(B))), (2, 5)),
        ("a AND OR b", And((A, Or((Word("and", typed="and"), B)))), (2, 5)),
        ("AND a", And((Word("and", typed="and"), A)), (0, 3)),
        ("a NOT", And((A, Word("not", typed="not"))), (2, 5)),
        ('a -""', A, (2, 3)),
        ("()", MatchAll(), (0, 2)),
    ],
)
def test_operators_without_anything_to_work_on_are_words(typed: str, tree: Query, where: tuple[int, int]) -> None:
    parsed = parse(typed)
    assert parsed.tree == tree
    assert (parsed.notes[0].start, parsed.notes[0].end) == where
