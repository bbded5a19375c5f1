"""Archives of any size for speed runs: real articles first, then distinct ones recombined from their paragraphs.

Names are drawn for each article from made-up lists with a long tail, because the data has none: facets then have
hundreds of organisations, thousands of people and symbols, two hundred places.

`made_up` needs no data: its words end in o and u, so that no engine's stemming changes them, and all have to find the
same.
"""

import json
import lzma
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from indexer.article import ARTICLE_TYPES, Article, PartialDate, Provenance
from indexer.ingest.passages import passages_of

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[2] / "shared"))
FILES = ("reuters21578.jsonl.xz", "un_general_debate_1500.jsonl.xz")
SEED = 1992
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprtv" for vowel in "ou"]


def articles(count: int) -> Iterator[Article]:
    """The first `count` of one fixed sequence: the same text for every engine, run and machine."""
    rng = random.Random(SEED)
    real = [record for file in FILES for record in records(file)]
    rng.shuffle(real)
    return (_named(article, rng) for article in islice(_sequence(real, rng), count))


def newswire() -> list[dict[str, Any]]:
    """The short real articles as their file has them."""
    return records(FILES[0])


def made_up(count: int) -> Iterator[Article]:
    """Articles of words with a long tail, each under a title that no text has."""
    rng = random.Random(SEED)
    words = sorted({"".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(3_000)})
    rng.shuffle(words)
    for number in range(count):
        text = " ".join(words[int(len(words) ** rng.random()) - 1] for _ in range(rng.randint(60, 200)))
        date = f"{rng.randint(1990, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        yield _named(_article(f"made-up-{number}", f"No. {number}", text, date, "nowhere"), rng)


def records(file: str) -> list[dict[str, Any]]:
    with lzma.open(SHARED / "data" / "articles" / file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _sequence(real: list[dict[str, Any]], rng: random.Random) -> Iterator[Article]:
    for record in real:
        yield _article(record["id"], record["title"], record["text"], (record["date"] or "")[:10], record["source"])
    paragraphs = [paragraph for record in real for paragraph in record["text"].split("\n\n") if paragraph]
    for number in range(10**9):
        record = rng.choice(real)
        text = "\n\n".join(rng.sample(paragraphs, rng.randint(2, 9)))
        date = f"{rng.randint(1990, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        yield _article(f"mixed-{number}", record["title"], text, date, record["source"])


def _article(article_id: str, title: str, text: str, date: str, source: str) -> Article:
    provenance = Provenance(f"{article_id}.json", "0" * 64, "1", "jsonl")
    dated = PartialDate(date)
    return Article(article_id, title, text, provenance, dated, source=source, language="en", passages=passages_of(text))


def _named(article: Article, rng: random.Random) -> Article:
    return replace(
        article,
        type=rng.choice(ARTICLE_TYPES),
        organisations=_some(rng, "Organisation", 400, 4),
        people=_some(rng, "Person", 5_000, 3),
        places=_some(rng, "Place", 200, 4),
        documents=_some(rng, "A/RES/", 2_000, 2),
        speakers=_some(rng, "Speaker", 1_000, 1),
    )


def _some(rng: random.Random, kind: str, known: int, most: int) -> tuple[str, ...]:
    """Up to `most` of `known` names, the first ones far more often than the last."""
    return tuple({f"{kind} {int(known ** rng.random())}" for _ in range(rng.randint(0, most))})
