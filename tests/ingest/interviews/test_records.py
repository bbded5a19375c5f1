"""What each says in interviews and records of many styles, with speaker, kind and question, to the letter."""

import re
from dataclasses import replace

import pytest

from indexer.article import Quotation, QuotationKind
from indexer.authority import load
from indexer.ingest.interviews.turns import turns_of
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in
from tests.ingest.interviews.records import RECORDS

_MARK = re.compile(r"⟦(?P<speaker>[^|⟧]*)\||⟧|⟪|⟫")


def unmarked(marked: str, kind: QuotationKind) -> tuple[str, list[Quotation]]:
    text, at = "", 0
    found: list[Quotation] = []
    question: tuple[int, int] | None = None
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() == "⟪":
            question = (len(text), len(text))
        elif mark.group() == "⟫" and question:
            question = (question[0], len(text))
        elif mark.group() == "⟧":
            found[-1] = replace(found[-1], end=len(text))
        else:
            found.append(Quotation(len(text), len(text), mark["speaker"], kind, None, question))
            question = None
    return text + marked[at:], found


@pytest.mark.parametrize(("title", "marked", "kind"), RECORDS.values(), ids=RECORDS.keys())
def test_each_says_what_stands_behind_his_label_and_no_more(title: str, marked: str, kind: QuotationKind) -> None:
    text, expected = unmarked(marked, kind)
    names = names_in(title, text, "", load())
    found = quotations_in(text, names.mentions, turns_of(text, title, names.people))
    shown = [(each.speaker, each.kind, text[each.start : each.end], each.question) for each in found]
    assert shown == [(each.speaker, each.kind, text[each.start : each.end], each.question) for each in expected]
