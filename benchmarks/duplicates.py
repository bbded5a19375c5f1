"""How well repeated articles are found, and at what cost: a table, with floors that may only be raised.

python -m benchmarks.duplicates               Reuters (three samples of 2,000, and with boilerplate) and UN speeches
python -m benchmarks.duplicates --articles N  samples of N articles
python -m benchmarks.duplicates --read        prints the pairs too, each with how its verdict was reached

Exact repeats are dropped first, so that every article of a sample is a distinct text. Copies are made of each: one
with a tenth of its words replaced by words from other articles, one that ends after 60 % of its words, one after
30 %, and one that stands in a text four times as long. Boilerplate stands below articles and copies alike. The pairs
found among the distinct articles were read; `duplicates_judged.json` keeps the verdicts, and a pair nobody has read
counts as false.
"""

import argparse
import json
import lzma
import os
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from indexer.ingest.near_duplicates.compare import find_all
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.near_duplicates.store import Sketched, Sketches

Result = TypeVar("Result")
SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parent.parent.parent / "shared"))
JUDGED = Path(__file__).with_name("duplicates_judged.json")
SAMPLE, COPIES = 2_000, 1_000
FLOORS = {"edited": 0.97, "cut": 0.98}
LONGER_FLOORS = {"edited": 0.96, "cut": 0.97}  # three quarters of a sketch are of what stands below
MOST_FALSE = 2
MOST_MS = 1.0
MOST_MS_MEGABYTE = 100.0


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    title: str
    text: str
    date: str
    below: str = ""

    def sketched(self, text: str = "", name: str = "") -> Sketched:
        whole = f"{text or self.text}\n\n{self.below}"
        return Sketched(name or self.id, self.date, sketch(whole, self.title))


@dataclass(slots=True)
class Row:
    """One sample: recall of edited copies and of three kinds of cuts, the pairs found, and milliseconds an article."""

    sample: str
    edited: float = 0.0
    cut: float = 0.0
    short: float = 0.0
    held: float = 0.0
    pairs: dict[tuple[str, str], float] = field(default_factory=dict)
    false: int = 0
    sketch_ms: float = 0.0
    find_ms: float = 0.0

    def holds(self) -> bool:
        floors = LONGER_FLOORS if self.sample.endswith("longer") else FLOORS
        recalls = self.edited >= floors["edited"] and self.cut >= floors["cut"]
        return recalls and self.false <= MOST_FALSE

    def __str__(self) -> str:
        found = f"{self.edited:8.3f}{self.cut:8.3f}{self.short:8.3f}{self.held:8.3f}{len(self.pairs):8}{self.false:8}"
        return (
            f"{self.sample:26}{found}{self.sketch_ms:11.2f}{self.find_ms:9.2f}   {'ok' if self.holds() else 'MISSED'}"
        )


def distinct(name: str) -> list[Item]:
    """The articles of a collection, the first of each repeated body only."""
    seen: dict[str, Item] = {}
    with lzma.open(SHARED / "data" / "articles" / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            body = " ".join(raw["text"].lower().split())
            if body and body not in seen:
                seen[body] = Item(raw["id"], raw["title"] or "", raw["text"], (raw["date"] or "")[:10])
    return list(seen.values())


def edited(text: str, vocabulary: list[str], chance: random.Random) -> str:
    words = text.split()
    for index in chance.sample(range(len(words)), max(1, round(len(words) / 10))):
        words[index] = chance.choice(vocabulary)
    return " ".join(words)


def cut(text: str, share: float = 0.6) -> str:
    words = text.split()
    return " ".join(words[: round(share * len(words))])


def held(text: str, vocabulary: list[str], chance: random.Random) -> str:
    """In the midst of a text four times as long."""
    count = len(text.split())
    before, after = (" ".join(chance.choices(vocabulary, k=round(1.5 * count))) for _ in range(2))
    return f"{before} {text} {after}"


def boilerplate(items: list[Item], kind: str, chance: random.Random) -> list[Item]:
    """The articles with one of ten paragraphs below each, with a longer one than itself, or with a chain of three."""
    vocabulary = [word for each in items[:400] for word in each.text.split()]
    lengths = {"ten": (60, 150), "longer": (300, 400), "chain": (40, 80)}
    paragraphs = [" ".join(chance.choices(vocabulary, k=chance.randint(*lengths[kind]))) for _ in range(10)]
    many = 3 if kind == "chain" else 1
    return [replace(each, below="\n\n".join(chance.sample(paragraphs, many))) for each in items]


def measure(name: str, items: list[Item], chance: random.Random, judged: dict[str, bool]) -> Row:
    with closing(sqlite3.connect(":memory:")) as connection:
        return _measured(Row(name), items, Sketches(connection), chance, judged)


def _measured(row: Row, items: list[Item], store: Sketches, chance: random.Random, judged: dict[str, bool]) -> Row:
    row.sketch_ms, sketched = timed(lambda: [each.sketched() for each in items], len(items))
    for start in range(0, len(sketched), SAMPLE):
        store.put(sketched[start : start + SAMPLE])
    row.find_ms, found = timed(lambda: [find_all([each], store)[each.id] for each in sketched], len(items))
    for each, near in zip(items, found, strict=True):
        row.pairs.update({pair(each.id, other.original): other.similarity for other in near})
    row.false = sum(not judged.get(" ".join(both), False) for both in row.pairs)
    vocabulary = [word for each in items[:400] for word in each.text.split()]
    row.edited = recall(items, store, lambda text: edited(text, vocabulary, chance))
    row.cut = recall(items, store, cut)
    row.short = recall(items, store, lambda text: cut(text, 0.3))
    row.held = recall(items, store, lambda text: held(text, vocabulary, chance))
    return row


def timed(work: Callable[[], Result], count: int) -> tuple[float, Result]:
    begin = time.process_time()
    result = work()
    return (time.process_time() - begin) * 1000 / count, result


def pair(one: str, other: str) -> tuple[str, str]:
    return (min(one, other), max(one, other))


def recall(items: list[Item], store: Sketches, change: Callable[[str], str]) -> float:
    """The share of changed copies that point to the article they were made from."""
    some = items[:COPIES]
    hits = 0
    for each in some:
        copy = each.sketched(change(each.text), "copy")
        hits += any(near.original == each.id for near in find_all([copy], store)[copy.id])
    return hits / len(some)


def samples(judged: dict[str, bool], count: int) -> Iterator[Row]:
    reuters, speeches = distinct("reuters21578.jsonl.xz"), distinct("un_general_debate_1500.jsonl.xz")
    for seed in (1, 2, 3):
        chance = random.Random(seed)
        yield measure(f"Reuters, sample {seed}", chance.sample(reuters, min(count, len(reuters))), chance, judged)
    for kind in ("ten", "longer", "chain"):
        chance = random.Random(1)
        items = boilerplate(chance.sample(reuters, min(count, len(reuters))), kind, chance)
        yield measure(f"Reuters, below: {kind}", items, chance, judged)
    yield measure("UN General Debate", speeches, random.Random(4), judged)


def megabyte() -> float:
    words = [f"word{number % 40_000}" for number in range(120_000)]
    text = " ".join(words)[:1_000_000]
    return timed(lambda: sketch(text), 1)[0]


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--read", action="store_true", help="print each pair found, with its verdict")
    options.add_argument("--articles", type=int, default=SAMPLE, help="articles of a sample")
    chosen = options.parse_args()
    read = chosen.read
    judged: dict[str, bool] = json.loads(JUDGED.read_text(encoding="utf-8"))["same_story"]
    print(
        f"{'':26}{'edited':>8}{'cut':>8}{'30 %':>8}{'in 4x':>8}{'pairs':>8}{'false':>8}{'sketch ms':>11}{'find ms':>9}"
    )
    rows = []
    for row in samples(judged, chosen.articles):
        rows.append(row)
        print(row, flush=True)
        for both, similarity in sorted(row.pairs.items()) if read else ():
            print(f"    {' '.join(both):30} {similarity:.2f} {judged.get(' '.join(both), 'not read')}")
    big = megabyte()
    slow = max(row.sketch_ms + row.find_ms for row in rows[:3])
    print(f"floors: edited {FLOORS['edited']}, cut {FLOORS['cut']}; at most {MOST_FALSE} false pairs in a sample")
    print(f"below longer paragraphs: edited {LONGER_FLOORS['edited']}, cut {LONGER_FLOORS['cut']}")
    print(f"a Reuters article: {slow:.2f} ms (at most {MOST_MS})")
    print(f"1 MB of text: {big:.0f} ms (at most {MOST_MS_MEGABYTE:.0f})")
    return 0 if all(row.holds() for row in rows) and slow <= MOST_MS and big <= MOST_MS_MEGABYTE else 1


if __name__ == "__main__":
    sys.exit(main())
