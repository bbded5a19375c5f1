"""Whom "she" means beside a quotation, and where that is not plain."""

import pytest

from indexer.authority import load
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in, speakers_of

QUOTE = "“We did all that we could do for the port,” she said."


def speakers(text: str) -> tuple[str, ...]:
    return speakers_of(quotations_in(text, names_in("", text, "", load()).mentions))


@pytest.mark.parametrize(("between", "found"), [(0, True), (2, True), (3, False)])
def test_a_person_is_looked_for_three_sentences_back(between: int, found: bool) -> None:
    text = f"Maria Lind arrived at noon. {'It rained all day. ' * between}{QUOTE}"
    assert speakers(text) == (("Maria Lind",) if found else ())


@pytest.mark.parametrize(
    "before",
    [
        "Maria Lind’s old deputy arrived.",
        "A good friend of Maria Lind arrived.",
        "The paper was written by Maria Lind.",
        "Frazier said so to Maria Lind.",
        "Maria Lind arrived. Frazier said so.",
        "Maria Lind met Anna Orlova.",
        "Maria Lind met the minister.",
        "Maria Lind arrived.\n\nIt rained.",
        "Maria Lind praised the work of Anna Orlova.",
        "Maria Lind praised Anna Orlova’s work.",
        "Maria Lind asked why, and she replied that it was late.",
        "She met Maria Lind.",
        "It rained, they met Maria Lind.\n\n",
    ],
    ids=[
        *("whose", "of", "by", "a stranger beside", "a stranger after", "two", "an office", "another paragraph"),
        *("the work of another", "another’s work", "asked", "whom she met", "an object before the paragraph"),
    ],
)
def test_she_is_nobody_where_somebody_else_may_be_meant(before: str) -> None:
    assert speakers(f"{before} {QUOTE}") == ()


@pytest.mark.parametrize(
    "before",
    [
        "Maria Lind praised the work of Maria Lind.",
        "Minister Maria Lind arrived.",
        "Maria Lind, the minister, arrived.",
        "Frazier said so. Maria Lind arrived.",
        "Anna Orlova arrived. Maria Lind left.",
    ],
    ids=["once as herself", "an office before", "an office behind", "a stranger before", "the nearer"],
)
def test_she_is_the_only_person_of_the_nearest_sentence(before: str) -> None:
    assert speakers(f"{before} {QUOTE}") == ("Maria Lind",)


@pytest.mark.parametrize(
    "before",
    [
        "Maria Lind is sure of Anna Orlova’s reasons.",
        "Like other dealers, Maria Lind is waiting.\n\n",
        "The port has its own trouble, and Maria Lind is doubtful it can change.\n\n",
        "Maria Lind said so.Later it rained all day, she said.",
        "Maria Lind said it was so. In 2022, she went on against Anna Orlova, and left.",
    ],
    ids=["subject", "behind a lead", "subject of the last clause", "with a lost space", "goes on about her"],
)
def test_she_is_whom_the_sentence_before_is_about(before: str) -> None:
    assert speakers(f"{before}{' ' * (not before.endswith(chr(10)))}{QUOTE}") == ("Maria Lind",)
