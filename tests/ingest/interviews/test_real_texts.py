"""Nobody is given another's words: the same rules on real texts, where they are at hand, and on the made ones."""

import json
import lzma
import os
import re
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

import pytest

from indexer.article import Article, Provenance, Quotation
from indexer.authority import load
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.labels import label_role
from tests.ingest.interviews.records import RECORDS

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[4] / "shared"))
ARTICLES = {"un_general_debate_1500": 12, "reuters21578": 60}  # every so many of them
WHOLE = {"turn", "statement", "transcript"}
_ADDRESSED = re.compile(r"(?<!\w)(?:you|your|вы|вас|ваш\w*|vous|votre|usted|su)(?!\w)", re.IGNORECASE)
_OFFICES = re.compile(r"president|secretary|minister|speaker|chair|председатель|министр", re.IGNORECASE)


def annotated(draft: Draft) -> Article:
    return annotate(draft, Provenance("a.txt", "", "1", "text"), load())


def made() -> Iterator[Article]:
    for title, marked, _ in RECORDS.values():
        yield annotated(Draft(re.sub(r"⟦[^|⟧]*\||[⟧⟪⟫]", "", marked), title=title))


def real(name: str, every: int) -> Iterator[Article]:
    with lzma.open(SHARED / "data" / "articles" / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, every):
            item = json.loads(line)
            yield annotated(Draft(item["text"], title=item["title"], source=item["source"], date=item["date"]))


def seeds() -> Iterator[Article]:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield annotated(Draft(path.read_text(encoding="utf-8")))


def wholes(article: Article) -> list[Quotation]:
    return [each for each in article.quotations if each.kind in WHOLE]


def assert_right(article: Article) -> None:
    for each in wholes(article):
        words = article.text[each.start : each.end]
        assert_no_question_within(words, each)
        assert words == words.strip(" \n*"), words[:80]
        if each.cue:
            assert_labelled(article.text[slice(*each.cue)], each, article)


def assert_no_question_within(words: str, quotation: Quotation) -> None:
    if quotation.kind == "turn":
        asked = [line for line in words.split("\n") if line.rstrip(' *”"»').endswith("?") and _ADDRESSED.search(line)]
        assert asked == []


def assert_labelled(label: str, quotation: Quotation, article: Article) -> None:
    """A label names its speaker; where it is a part, or an office, nobody else in this article is labelled by it."""
    if quotation.speaker and not label_role(label) and not _OFFICES.search(label):
        assert quotation.speaker.split()[-1].casefold() in label.casefold()
    same = {each.speaker for each in wholes(article) if each.cue and article.text[slice(*each.cue)] == label}
    assert same == {quotation.speaker}


def assert_apart(article: Article) -> None:
    """Questions are in nobody's mouth, and no two speak at once."""
    spans = sorted((each.start, each.end) for each in wholes(article))
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for each in wholes(article):
        if each.question:
            start, end = each.question
            assert not [other for other in wholes(article) if other.start < end and start < other.end]


def test_in_made_texts() -> None:
    articles = list(made())
    assert sum(len(wholes(each)) for each in articles) > 40
    for article in articles:
        assert_right(article)
        assert_apart(article)


@pytest.mark.skipif(not (SHARED / "data").exists(), reason=f"the real texts are not at {SHARED}")
@pytest.mark.parametrize("name", [*ARTICLES, "seeds"])
def test_in_real_texts(name: str) -> None:
    for article in seeds() if name == "seeds" else real(name, ARTICLES[name]):
        assert_right(article)
        assert_apart(article)
