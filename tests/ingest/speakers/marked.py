"""Texts in which ⟦Speaker|words⟧ are the words said, and by whom; "" where the text does not name who says them."""

import re

from indexer.authority import load
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in

_MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


def found_in(marked: str, language: str) -> list[tuple[int, str, str]]:
    """Where each quotation begins, its words and its speaker."""
    text = _MARKED.sub(r"\2", marked)
    quotations = quotations_in(text, names_in("", text, "", load()).mentions, (), language)
    return [(each.start, text[each.start : each.end], each.speaker) for each in quotations]


def wanted_of(marked: str) -> list[tuple[int, str, str]]:
    wanted, taken = [], 0
    for match in _MARKED.finditer(marked):
        wanted.append((match.start() - taken, match[2], match[1]))
        taken += len(match.group()) - len(match[2])
    return wanted


def cues_in(marked: str, language: str) -> list[str]:
    """The words that tell who speaks, "" where nothing does."""
    text = _MARKED.sub(r"\2", marked)
    quotations = quotations_in(text, names_in("", text, "", load()).mentions, (), language)
    return [text[slice(*each.cue)] if each.cue else "" for each in quotations]
