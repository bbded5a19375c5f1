"""Where sentences end, and where a full stop ends none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.sentences import sentence_ends


def cut(text: str) -> list[str]:
    ends = [0, *sentence_ends(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["They met.", "They left."],
        ["Did they meet?", "Yes!", "“They did.”", "So it was."],
        ["He said: “We agree.”", "“We do,” she said."],
        ["Они встретились.", "«Мы согласны», — сказал он."],
        ["Under art. 51 it is a right.", "Nobody doubts it."],
        ["Semerikov V.A. met Mr. Tsurko of the U.N. Office.", "They agreed."],
        ["See № 5 and No. 7 of vol. 2.", "They agreed."],
        ["It was in 2017.", "2018 was better."],
        ["The sum is 1.5 million.", "It grew."],
        ["Встреча прошла в г. Москве 5 марта 2018 г. в 10 часов.", "Все согласились."],
        ["会议讨论了合作。", "双方同意。"],
        ["They waited…", "Then they met."],
        ["He said: “(We agree.)”", "They left."],
        ["He said “see the art.”", "They left."],
        ["He got a c.", "They left."],
    ],
    ids=lambda sentences: sentences[0],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    joined = "" if sentences[0].endswith("。") else " "
    assert cut(joined.join(sentences)) == sentences


@given(st.text())
def test_ends_are_in_order_and_never_at_the_start(text: str) -> None:
    ends = sentence_ends(text)
    assert ends == sorted(set(ends))
    assert all(0 < end <= len(text) for end in ends)
