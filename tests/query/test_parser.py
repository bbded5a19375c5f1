import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query.parser import parse
from indexer.query.tree import And, DateRange, Fuzzy, MatchAll, Not, Or, Phrase, Prefix, Query, SpanNear, Wildcard, Word
from indexer.text.characters import plain
from tests.machine import cpu_bound

A, B, C = Word("a", typed="a"), Word("b", typed="b"), Word("c", typed="c")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", MatchAll()),
        ("refugees memorandum", And((Word("refugees", typed="refugees"), Word("memorandum", typed="memorandum")))),
        ('"observer status"', Phrase(("observer", "status"), typed="observer status")),
        ("“observer status”", Phrase(("observer", "status"), typed="observer status")),
        ('"Refugees"', Word("refugees", exact=True, typed="Refugees")),
        ('"un csto"~5', SpanNear(("un", "csto"), 5, typed="un csto")),
        ("a OR b", Or((A, B))),
        ("a OR b OR c", Or((A, B, C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("(a OR b) OR c", Or((A, B, C))),
        ("--a", A),
        ('"a b"~5c', And((Phrase(("a", "b"), typed="a b"), Word("5c", typed="5c")))),
        ("a AND b", And((A, B))),
        ("a and b", And((A, Word("and", typed="and"), B))),
        ("a AND b OR c", Or((And((A, B)), C))),
        ("a OR b c", And((Or((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("-a", Not(A)),
        ("a -b", And((A, Not(B)))),
        ("a NOT (b AND NOT c)", And((A, Not(And((B, Not(C))))))),
        ("a OR NOT b", Or((A, Not(B)))),
        ("-(a b)", Not(And((A, B)))),
        ("terror*", Prefix("terror", typed="terror*")),
        ("Organi?ation", Wildcard("organi?ation", typed="Organi?ation")),
        ("greminger~", Fuzzy("greminger", 1, typed="greminger~")),
        ("word~2", Fuzzy("word", 2, typed="word~2")),
        ("Évariste~1", Fuzzy("evariste", 1, typed="Évariste~1")),
        ("ÉVA*", Prefix("eva", typed="ÉVA*")),
        ("É?a", Wildcard("e?a", typed="É?a")),
        ("o'bri*", Prefix("obri", typed="obri*")),
        ("a*b*", Wildcard("a*b*", typed="a*b*")),
        ("a?b*", Wildcard("a?b*", typed="a?b*")),
        ('"Refugees"~3', Word("refugees", exact=True, typed="Refugees")),
        ('"who goes there?"', Phrase(("who", "goes", "there"), typed="who goes there")),
        ('"a b"~123', SpanNear(("a", "b"), 123, typed="a b")),
        ("title:b", Word("b", "title", typed="b")),
        ("-title:b", Not(Word("b", "title", typed="b"))),
        ("title:(a OR b) c", And((Or((Word("a", "title", typed="a"), Word("b", "title", typed="b"))), C))),
        ("person:Greminger", Word("greminger", "person", exact=True, typed="Greminger")),
        ('ORG:"Security Council"', Phrase(("security", "council"), "organisation", typed="Security Council")),
        ("document:A/RES/71/12", Phrase(("a", "res", "71", "12"), "document", typed="A/RES/71/12")),
        ("l'Union d’accord", And((Word("union", typed="Union"), Word("accord", typed="accord")))),
        ("l'A/59", Phrase(("la", "59"), typed="l'A/59")),
        ("l'acte/59", Phrase(("l", "acte", "59"), typed="l'acte/59")),
        ('"~5 a"', Phrase(("5", "a"), typed="~5 a")),
        ("59/50", Phrase(("59", "50"), typed="59/50")),
        ("counter-acts", And((Word("counter", typed="counter"), Word("acts", typed="acts")))),
        ("counter-act*", And((Word("counter", typed="counter"), Prefix("act", typed="act*")))),
        ("联合", Phrase(("联", "合"), typed="联合", run=True)),
        ("聯合-国", And((Phrase(("联", "合"), typed="聯合", run=True), Phrase(("国",), typed="国", run=True)))),
        ("date:2017", DateRange(20170101, 20171231, "date:2017")),
        ("date:2017-11", DateRange(20171101, 20171131, "date:2017-11")),
        ("date:2017-11-03", DateRange(20171103, 20171103, "date:2017-11-03")),
        ("date:2016..2018", DateRange(20160101, 20181231, "date:2016..2018")),
        ("date:2016-2018", DateRange(20160101, 20181231, "date:2016..2018")),
        ("date:2016..", DateRange(20160101, None, "date:2016..")),
        ("after:2016-09", DateRange(20161001, None, "after:2016-09")),
        ("before:2019", DateRange(None, 20181231, "before:2019")),
        ("before:2016-10-01", DateRange(None, 20160931, "before:2016-10-01")),
    ],
)
def test_typed_text_becomes_its_tree_without_remarks(typed: str, tree: Query) -> None:
    parsed = parse(typed)
    assert parsed.tree == tree
    assert parsed.notes == ()


@pytest.mark.parametrize(
    ("typed", "tree", "where"),
    [
        ('"a b', And((A, B)), (0, 1)),
        ("(a b", And((A, B)), (0, 1)),
        ("a) b", And((A, B)), (1, 2)),
        ("a () b", And((A, B)), (2, 4)),
        ("***", MatchAll(), (0, 3)),
        ("!!!", MatchAll(), (0, 3)),
        ('a ""', A, (2, 4)),
        ("a OR", And((A, Word("or", typed="or"))), (2, 4)),
        ("NOT", Word("not", typed="not"), (0, 3)),
        ("a -! b", And((A, B)), (2, 3)),
        ("a:b", And((A, B)), (0, 2)),
        ("title: b", And((Word("title", typed="title"), B)), (0, 6)),
        ("a~9", A, (0, 3)),
        ("a~3", A, (0, 3)),
        ("b word~3 c", And((B, Word("word", typed="word"), C)), (2, 8)),
        ("b b/c~ a", And((B, B, C, A)), (2, 6)),
        ("b-* a", And((B, A)), (0, 3)),
        ("b title:c:a", And((B, Word("c", "title", typed="c"), A)), (8, 10)),
        ("title:-a", Word("a", "title", typed="a"), (0, 6)),
        ("b org:place:c", And((B, Word("place", "organisation", exact=True, typed="place"), C)), (6, 12)),
        ('b "c? a"', And((B, Phrase(("c", "a"), typed="c a"))), (2, 8)),
        ('"a" b"', And((Word("a", exact=True, typed="a"), B)), (5, 6)),
        ("date:2017-13", And((Word("date", typed="date"), Phrase(("2017", "13"), typed="2017-13"))), (5, 12)),
        ('"a* b"', Phrase(("a", "b"), typed="a b"), (0, 6)),
    ],
)
def test_what_is_not_understood_is_searched_as_words_and_said(typed: str, tree: Query, where: tuple[int, int]) -> None:
    parsed = parse(typed)
    assert parsed.tree == tree
    assert [(note.start, note.end) for note in parsed.notes] == [where]


_PIECES = st.sampled_from(
    ["a", "b*", "c~", '"', "(", ")", "-", "AND", "OR", "NOT", "title:", "date:", "2017", " ", "?"]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join), st.lists(_PIECES).map(" ".join)))
def test_nothing_typed_ever_raises_and_remarks_point_into_it(typed: str) -> None:
    for note in parse(typed).notes:
        if note.start is not None and note.end is not None:
            assert 0 <= note.start <= note.end <= len(typed)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "(",
        ")",
        "()",
        "((a",
        "*a",
        "a*",
        "-",
        "-a ",
        "a",
        "a ",
        "a OR ",
        "NOT ",
        "title:",
        "a-",
        "a~",
        '"a"~',
        "\0",
        "a:",
        "(a OR ",
    ],
)
def test_a_hundred_thousand_characters_of_anything_are_read_in_bounded_time(piece: str) -> None:
    with cpu_bound(20):
        parsed = parse(piece * (100_000 // len(piece)))
    assert parsed.notes
    assert len(parsed.notes) < 30


@pytest.mark.parametrize(
    ("typed", "term"),
    [("refur\xadbishment", "refurbishment"), ("Ｌｉｇｈｔｌｉｎｅ", "lightline"), ("ｏｒｇ", "org")],
)
def test_words_are_read_in_the_characters_that_articles_are_kept_in(typed: str, term: str) -> None:
    tree = parse(typed).tree
    assert isinstance(tree, Word)
    assert tree.term == term
    assert parse(f"{typed} a~9").notes[0].start == len(plain(typed)) + 1
