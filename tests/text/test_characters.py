"""What is typed is brought to the characters that articles are kept in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Provenance
from indexer.authority import load
from indexer.engines.memory import MemoryEngine
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft
from indexer.search.page import SearchInput, search
from indexer.search.quotation.check import check
from indexer.search.suggest import suggest
from indexer.text.characters import plain, repaired
from tests.engines.samples import filled

WRITTEN = {
    "soft hyphen": "refur\xadbishment",
    "zero width space": "refur\u200bbishment",
    "word joiner": "refur\u2060bishment",
    "byte order mark": "\ufeffrefurbishment",
    "direction marks": "\u202arefurbishment\u202c",
    "variation selector": "refurbishment\ufe0f",
    "full width": "ｒｅｆｕｒｂｉｓｈｍｅｎｔ",
    "mathematical letters": "𝐫𝐞𝐟𝐮𝐫𝐛𝐢𝐬𝐡𝐦𝐞𝐧𝐭",
    "a ligature": "reﬁt of the ﬂeet",
    "half width": "ｶﾞｲﾄﾞ",
    "a hyphen that does not break": "co\u2011operation",
    "loose accents": unicodedata.normalize("NFD", "négociée"),
    "Arabic letters as they look": "ﺍﻟﻤﺪﺭﺳﺔ",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("turned", [False, True], ids=["typed so", "printed so"])
def test_a_word_is_found_quoted_checked_and_suggested_in_whatever_characters(written: str, *, turned: bool) -> None:
    usual = unicodedata.normalize("NFKC", "".join(c for c in written if c.isprintable() and c != "\ufe0f"))
    usual = usual.replace("\u2010", "-")
    printed, typed = (written, usual) if turned else (usual, written)
    draft = Draft(f"They saw the {printed} of it, and were glad of all that.", f"{printed} ends")
    reader = filled(MemoryEngine(), (annotate(draft, Provenance("a.txt", "", "1", "text"), load()),))
    for query in (typed, f'"{typed}"', f"title:{typed.split(maxsplit=1)[0]}"):
        assert search(reader, SearchInput(query)).has_all
    assert check(reader, f"They saw the {typed} of it").verdict == "verbatim"
    assert suggest(reader, typed)


def test_a_word_is_whole_that_was_broken_where_a_line_ended() -> None:
    assert plain("refur\xad\nbishment") == plain("refur\xac \n bishment") == "refurbishment"


def test_accents_are_composed_where_nothing_stood_between() -> None:
    assert plain("e\u200b\u0301tat") == "état"


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_articles_are_in_characters_that_are_typed(text: str) -> None:
    written = repaired(text).replace("\xad\n", "")
    assert plain(written) == written
