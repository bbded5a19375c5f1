"""Passages: whole paragraphs, packed; nothing lost, nothing twice, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Passage
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.passages import passages_of
from tests.machine import cpu_bound

SENTENCE = "The parties agreed to meet again before the end of the month. "


def words(count: int, last: str = ".") -> str:
    return ("word " * count).strip() + last


def sentences(count: int) -> str:
    return (SENTENCE * count).strip()


def texts(text: str, found: tuple[Passage, ...]) -> list[str]:
    return [text[each.start : each.end] for each in found]


def sizes(text: str, found: tuple[Passage, ...]) -> list[int]:
    return [len(each.split()) for each in texts(text, found)]


def assert_covers(text: str, found: tuple[Passage, ...]) -> None:
    """Every character but white space is in exactly one passage; passages are trimmed, numbered and in order."""
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(each and each == each.strip() for each in texts(text, found))
    assert "".join("".join(texts(text, found)).split()) == "".join(text.split())


def test_short_paragraphs_share_a_passage_of_about_180_words() -> None:
    text = "\n\n".join([words(60)] * 9)
    assert sizes(text, passages_of(text)) == [180, 180, 180]


def test_a_paragraph_up_to_220_words_stays_whole() -> None:
    whole = f"{sentences(18)} They met there again."
    text = f"{whole}\n\n{words(219)}"
    assert sizes(text, passages_of(text)) == [220, 219]


def test_a_long_paragraph_is_cut_at_sentence_ends_into_even_pieces() -> None:
    text = sentences(40)
    found = passages_of(text)
    assert all(each.endswith("month.") for each in texts(text, found))
    assert max(sizes(text, found)) - min(sizes(text, found)) <= 12


def test_a_short_heading_goes_with_what_follows_it() -> None:
    text = f"{words(180)}\n\nA heading\n\n{words(200)}"
    assert sizes(text, passages_of(text)) == [180, 202]
    text = f"A heading\n\n{words(220)}\n\n{words(100)}"
    assert sizes(text, passages_of(text)) == [222, 100]


def test_a_short_end_joins_the_passage_before_it() -> None:
    text = f"{words(200)}\n\n{words(20)}"
    assert sizes(text, passages_of(text)) == [220]


def test_a_short_end_that_does_not_fit_takes_a_paragraph_from_before_it() -> None:
    text = f"{words(100)}\n\n{words(150)}\n\n{words(20)}"
    assert sizes(text, passages_of(text)) == [100, 170]


def test_the_shortest_end_may_take_the_longest_paragraph() -> None:
    text = f"{words(40)}\n\n{words(220)}\n\n{words(39)}"
    assert sizes(text, passages_of(text)) == [40, 259]


def test_a_paragraph_is_taken_that_brings_a_passage_nearer_to_180_words() -> None:
    text = "\n\n".join(map(words, (150, 50, 200)))
    assert sizes(text, passages_of(text)) == [200, 200]
    text = "\n\n".join(map(words, (150, 80, 180)))
    assert sizes(text, passages_of(text)) == [150, 260]


@pytest.mark.parametrize(
    "abbreviated", ["art. 51", "№ 5", "Semerikov V. A. spoke", "Mr. Norov", "г. Москва", "U.N. Charter"]
)
def test_no_sentence_ends_in_an_abbreviation(abbreviated: str) -> None:
    text = " ".join([f"They spoke of {abbreviated} at great length then."] * 60)
    assert all(each.startswith("They") for each in texts(text, passages_of(text)))


def test_a_text_without_spaces_is_cut_to_a_readable_length() -> None:
    text = "会议讨论了合作。" * 500
    found = passages_of(text)
    assert_covers(text, found)
    assert all(each.endswith("。") and len(each) <= 520 for each in texts(text, found))


def test_an_empty_text_has_no_passage() -> None:
    assert passages_of("") == passages_of(" \n\n\t\n") == ()


def test_pages_are_counted_from_one() -> None:
    text = f"{words(200)}\n\n{words(200)}\n\n{words(200)}"
    second = text.index("\n\n") + 2
    assert [each.page for each in passages_of(text, (), (0, second))] == [1, 2, 2]
    assert [each.page for each in passages_of(text)] == [None, None, None]


def interview(question: int, *answer: int) -> tuple[str, Turn]:
    """A text before, one question and an answer in paragraphs, of so many words each."""
    before, asked = words(50), words(question, "?")
    answered = "\n\n".join(words(each) for each in answer)
    text = f"{before}\n\n{asked}\n\n{answered}"
    start = len(before) + 2
    return text, Turn((start, start + len(asked)), (start + len(asked) + 2, len(text)), "Ann Lee")


@pytest.mark.parametrize(("question", "answer"), [(30, 60), (30, 220), (60, 200), (100, 220), (220, 300)])
def test_a_question_is_kept_with_the_start_of_its_answer(question: int, answer: int) -> None:
    text, turn = interview(question, answer)
    first = passages_of(text, [turn])[1]
    assert turn.question
    assert first.start == turn.question[0]
    assert first.end > turn.answer[0]


def test_a_label_is_kept_with_what_is_said() -> None:
    text = f"{words(100)}\n\nQUESTION:\n\nWhy?\n\nANSWER:\n\nBecause."
    asked, answered = text.index("Why"), text.index("Because")
    turn = Turn((asked, asked + 4), (answered, len(text)), begins=text.index("QUESTION"))
    assert texts(text, passages_of(text, [turn]))[1] == "QUESTION:\n\nWhy?\n\nANSWER:\n\nBecause."


def test_turns_do_not_share_a_passage() -> None:
    text = "Why?\n\nBecause.\n\nHow?\n\nSo."
    turns = [Turn((0, 4), (6, 14)), Turn((16, 20), (22, 25))]
    assert texts(text, passages_of(text, turns)) == ["Why?\n\nBecause.", "How?\n\nSo."]


PARAGRAPHS = st.lists(
    st.one_of(
        st.integers(1, 400).map(words),
        st.integers(1, 60).map(sentences),
        st.sampled_from(["A heading", "- item", "x" * 700, "会议讨论了合作。" * 90, "…", "?!"]),
        st.text(max_size=60),
    ),
    max_size=14,
)
TEXTS = st.one_of(
    st.text(), st.builds(lambda gap, parts: gap.join(parts), st.sampled_from(["\n\n", "\n", " \n \n"]), PARAGRAPHS)
)


@given(TEXTS)
def test_every_character_is_in_exactly_one_passage(text: str) -> None:
    found = passages_of(text)
    assert_covers(text, found)
    assert max(sizes(text, found), default=0) <= 260


@given(TEXTS, st.data())
def test_that_holds_for_interviews_too(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=12)))
    turns = [Turn((a, b), (b, c)) for a, b, c in zip(cuts[::3], cuts[1::3], cuts[2::3], strict=False)]
    assert_covers(text, passages_of(text, turns))


@given(st.lists(st.integers(1, 220), max_size=12))
def test_a_passage_is_short_only_where_its_neighbours_are_full(counts: list[int]) -> None:
    text = "\n\n".join(words(each) for each in counts)
    found = sizes(text, passages_of(text))
    for at, size in enumerate(found):
        beside = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
        assert size >= 40 or all(size + each > 260 for each in beside)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "\n" * 1_000_000,
        "a\n\n" * 200_000,
        " \n" * 300_000,
        "A. " * 200_000,
        ". " * 200_000,
        "." * 1_000_000,
        '."' * 300_000,
    ],
    ids=["no space", "only newlines", "tiny paragraphs", "blank lines", "initials", "dots", "a run of dots", "quotes"],
)
def test_hostile_texts_are_cut_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        assert_covers(text, passages_of(text))
