"""Which quotations are given to whom, by what stands between them and a name."""

import pytest

from indexer.authority import load
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in

FIRST, SECOND = "We did it all for the port,", "It was a good year for us."


def said(text: str) -> dict[str, str]:
    quotations = quotations_in(text, names_in("", text, "", load()).mentions)
    return {text[each.start : each.end]: each.speaker for each in quotations if each.speaker}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Never,” said Maria Lind.", ["Never,"]),
        ("“Harbours Of The World,” said Maria Lind.", ["Harbours Of The World,"]),
        (f"“{FIRST}” Maria Lind said.", [FIRST]),
        (f"“{FIRST}” said Maria Lind. “{SECOND}”", [FIRST, SECOND]),
        (f"“{FIRST}” said Maria Lind, “and it was a good year.”", [FIRST, "and it was a good year."]),
        (f"Maria Lind arrived. “{FIRST}” said Lind.", [FIRST]),
    ],
    ids=["a word", "a title", "a name before the verb", "the next sentence", "the same sentence", "a surname"],
)
def test_words_that_are_set_off_are_the_speakers(text: str, words: list[str]) -> None:
    assert said(text) == dict.fromkeys(words, "Maria Lind")


@pytest.mark.parametrize(
    "between",
    [
        "It rained on the old port.",
        "Anna Orlova came.",
        "The declaration reads:",
    ],
    ids=["another sentence", "another person", "a document"],
)
def test_a_quotation_behind_something_else_is_not_the_last_speakers(between: str) -> None:
    assert said(f"“{FIRST}” said Maria Lind. {between} “{SECOND}”") == {FIRST: "Maria Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "They sailed the “Old Harbour” said Maria Lind.",
        f"“{SECOND}” Maria Lind said no more.",
        f"Maria Lind and Anna Lind met. “{FIRST}” said Lind.",
        f"“{FIRST}” said a friend of Maria Lind.",
        f"“{FIRST}” Maria Lind said, quoting the treaty.",
        f"“{FIRST}” said Maria Lind’s deputy.",
        f"“{FIRST}” said Maria Lind and Anna Orlova.",
    ],
    ids=["a name", "a full stop", "two of a surname", "a friend", "quoting", "a deputy", "two"],
)
def test_words_that_may_be_somebody_elses_are_nobodys(text: str) -> None:
    assert said(text) == {}
