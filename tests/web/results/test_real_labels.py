"""Of real articles: each name that is shown is that of who says it, and no question stands under an answerer's name.

Of the texts, the seeds and drawn speeches and newswire items, where they are."""

import json
import lzma
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from indexer.article import Article, Provenance
from indexer.authority import load
from indexer.engines.memory import MemoryEngine
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft
from indexer.query.parser import parse
from indexer.search.highlight.snippets import Highlighter
from indexer.search.rewrite.said import bound
from indexer.settings import Settings
from web import create_app
from web.results.passages import Part, passage_view

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[4] / "shared"))
_DRAWN = {"reuters21578": 300, "un_general_debate_1500": 30}
_WORDS = re.compile(r"\w+")
_QUERIES = ("", "said:the", "we", "said:(peace OR price)")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real texts are not here")


def _texts() -> Iterator[tuple[str, str]]:
    for file in sorted((SHARED / "seeds").glob("*.txt")):
        title, _, text = file.read_text("utf-8").partition("\n")
        yield title, text
    for name, count in _DRAWN.items():
        with lzma.open(SHARED / "data" / "articles" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            rows = random.Random(18).sample([json.loads(line) for line in lines], count)
        yield from ((row["title"], row["text"]) for row in rows)


@pytest.fixture(scope="module")
def real() -> list[Article]:
    nowhere = Provenance("made", "", "", "", "")
    return [annotate(Draft(title=title, text=text), nowhere, load(None)) for title, text in _texts()]


@pytest.fixture(scope="module")
def asked() -> Iterator[Flask]:
    app = create_app(MemoryEngine(), Settings())
    with app.test_request_context():
        yield app


def _shown(real: list[Article]) -> Iterator[tuple[Article, Part]]:
    for typed in _QUERIES:
        highlighter = Highlighter(bound(parse(typed).tree))
        for article, found in zip(real, highlighter.each(real, limit=20), strict=True):
            for snippet in found.passages:
                yield from ((article, part) for part in passage_view(article, snippet, "").parts)


@pytest.mark.usefixtures("asked")
def test_each_name_is_that_of_a_quotation_which_holds_all_that_is_shown(real: list[Article]) -> None:
    named = 0
    for article, part in _shown(real):
        if part.saying and part.saying.name.text:
            named += 1
            words = _WORDS.findall("".join(piece.text for piece in part.pieces))
            said = [each for each in article.quotations if each.speaker == part.saying.name.text]
            rows = [_WORDS.findall(article.text[each.start : each.end]) for each in said]
            assert any(_holds(row, words) for row in rows), (part, article.title)
    assert named > 50


def _holds(row: list[str], words: list[str]) -> bool:
    return any(row[at : at + len(words)] == words for at in range(len(row) - len(words) + 1))


def test_no_question_stands_in_an_answer_under_the_answerers_name(real: list[Article]) -> None:
    for article in real:
        asked = [each.question for each in article.quotations if each.question]
        for each in article.quotations:
            if each.speaker and each.kind == "turn":
                assert not any(start < each.end and each.start < end for start, end in asked), article.title
