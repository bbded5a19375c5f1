"""Who says what in the five real articles, where they are at hand, by a list made by hand; and in the real speeches and
news that no question stands under the name of the one who answers."""

import json
import lzma
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from indexer.article import Article, Provenance
from indexer.authority import load
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft
from indexer.ingest.read import read_file

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[4] / "shared"))
SEEDS, NEWS = SHARED / "seeds", SHARED / "data" / "articles"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"the real articles are not at {SEEDS}")

# kind, speaker, the first two words and the last two
SAID = {
    "000": [
        ("direct", "Valery Semerikov", "Illegal migration", "human trafficking,"),
        ("direct", "Valery Semerikov", "As the", "illegal migration"),
        ("direct", "Vladimir Tsurko", "This issue", "the CSTO,"),
    ],
    "002": [
        ("direct", "Rashid Alimov", "has been", "international organization"),
        ("direct", "Rashid Alimov", "the progressive", "of relations"),
        ("direct", "Rashid Alimov", "Strengthening and", "UN itself,"),
        ("direct", "Rashid Alimov", "since its", "international affairs"),
        ("direct", "Rashid Alimov", "Cooperation between", "regional organizations"),
        ("direct", "Rashid Alimov", "synergistic effect", "sustainable development."),
        ("direct", "Rashid Alimov", "the modern", "and character."),
        ("direct", "Rashid Alimov", "calls for", "of areas of cooperation"),
        ("direct", "Rashid Alimov", "The SCO", "fruitful collaboration"),
    ],
    "003": [
        ("direct", "Yuri Khachaturov", "Our cooperation", "and threats,"),
        ("direct", "Yuri Khachaturov", "Our Organization", "organized crime,"),
        ("direct", "Yuri Khachaturov", "Our cooperation", "illegal migration,"),
        ("direct", "Thomas Greminger", "Our anti-terrorism", "and extremism,"),
        ("direct", "Thomas Greminger", "I also", "border security,"),
        ("direct", "Thomas Greminger", "I urge", "the field,"),
    ],
    "004": [],
}


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    files = sorted(each.name for each in SEEDS.iterdir())
    return {name[:3]: each.article for name in files for each in read_file(SEEDS, name, "", load()).articles}


@pytest.mark.parametrize("seed", SAID)
def test_every_quotation_of_the_seeds_is_the_one_who_says_it(seeds: dict[str, Article], seed: str) -> None:
    article, found = seeds[seed], []
    for each in article.quotations:
        words = article.text[each.start : each.end].split()
        found.append((each.kind, each.speaker, " ".join(words[:2]), " ".join(words[-2:])))
    wanted = [(kind, name, first, " ".join(last.split()[-2:])) for kind, name, first, last in SAID[seed]]
    assert found == wanted


def test_the_interview_of_the_seeds_is_one_persons_answers(seeds: dict[str, Article]) -> None:
    article = seeds["001"]
    turns = [each for each in article.quotations if each.kind == "turn"]
    assert len(turns) == 9
    assert {each.speaker for each in turns} == {"Valery Semerikov"}
    assert all(each.question for each in turns)


def _real_articles() -> Iterator[Article]:
    authority = load()
    for name, step in (("reuters21578", 60), ("un_general_debate_1500", 25)):
        with lzma.open(NEWS / f"{name}.jsonl.xz", "rt") as lines:
            for line in islice(lines, 0, None, step):
                raw = json.loads(line)
                yield annotate(
                    Draft(raw["text"], raw.get("title", "")), Provenance("a.jsonl", "", "1", "jsonl"), authority
                )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@pytest.mark.skipif(not NEWS.exists(), reason=f"no real news at {NEWS}")
def test_no_question_is_under_the_name_of_the_one_who_answers(seeds: dict[str, Article]) -> None:
    for article in (*seeds.values(), *_real_articles()):
        for each in article.quotations:
            if each.question:
                assert each.question[1] <= each.start or each.end <= each.question[0], article.title
        asked = [each.question for each in article.quotations if each.question]
        answering = {each.speaker for each in article.quotations if each.question and each.speaker}
        for each in article.quotations:
            if each.kind == "turn" and each.speaker in answering:
                assert not any(_overlap(question, (each.start, each.end)) for question in asked), article.title


@pytest.mark.skipif(not NEWS.exists(), reason=f"no real news at {NEWS}")
def test_quotations_of_real_articles_have_whole_words_and_a_cue(seeds: dict[str, Article]) -> None:
    for article in (*seeds.values(), *_real_articles()):
        for each in article.quotations:
            words = article.text[each.start : each.end]
            assert words
            assert words == words.strip()
            assert each.kind != "direct" or (each.cue and article.text[slice(*each.cue)].strip()), article.title
