"""What a reader is shown for what was typed as it stands, beside two peers that look for any of the words.

    python -m benchmarks.shown [--engine tantivy] [--only short | verbatim | items | phrases]

The list is the page's own (`indexer.search.page`): questions of the test collections as they were written, headlines
of newswire articles whose titles were blanked, some of their words, headlines in capitals that hold an operator's name,
and phrases typed without quotation marks. `short` needs no data: it asks the collection that is made up. Ends with
status 1 where a bound or a floor is missed; floors are only ever raised.
"""

import argparse
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.growth import Row
from benchmarks.relevance_collections import DEPTH, Collection, Document, load
from benchmarks.relevance_engines import indexed
from benchmarks.relevance_floors import FLOORS
from benchmarks.relevance_made_up import MANY, made_up
from benchmarks.relevance_measures import qualities, quality
from benchmarks.relevance_peers import sqlite_rankings, tantivy_rankings
from benchmarks.speed_corpus import FILES, records
from indexer.engines.engine import Reader
from indexer.search.page import SearchInput, search
from indexer.text import analysis
from indexer.text.stemmer import stem
from indexer.text.stop_words import FUNCTION_WORDS

PHRASES = (
    "right to exist",
    "two-state solution",
    "war on terror",
    "sea level rise",
    "law of the sea",
    "rule of law",
    "climate change",
    "food security",
    "interest rate",
    "right of veto",
    "cost of living",
    "balance of payments",
    "right to development",
    "terms of trade",
    "nuclear weapons",
    "code of conduct",
    "human rights council",
    "freedom of navigation",
)
# Measured when last raised: .7546, .5438, 171 of 175. What is made up has its floors elsewhere.
_FLOORS = {"time": 0.752, "cranfield": 0.541, "phrases": 165}
_OPERATORS = {"AND", "OR", "NOT"}
_WORD = re.compile(r"[^\W_]+")
_FIRST = 10  # articles of a list, of ours and of the peers', that are looked at
Rankings = dict[str, list[str]]
Peers = dict[str, Callable[[Collection], Rankings]]
_PEERS: Peers = {"FTS5": sqlite_rankings, "tantivy": tantivy_rankings}


@dataclass(frozen=True, slots=True)
class KnownItems:
    """How many of the queries showed their article among the first ten, and the mean of 1 / its place there."""

    found: float
    mrr: float

    @classmethod
    def of(cls, rankings: Rankings) -> "KnownItems":
        """The rankings by the id of the article that is looked for."""
        firsts = [(key, ranking[:_FIRST]) for key, ranking in rankings.items()]
        places = [first.index(key) + 1 for key, first in firsts if key in first]
        return cls(len(places) / len(firsts), sum(1 / each for each in places) / len(firsts))


def shown(reader: Reader, typed: str, size: int = DEPTH) -> list[str]:
    return [each.article.id for each in search(reader, SearchInput(typed, size=size, facets=(), hints=False)).results]


def any_of_them(reader: Reader, typed: str) -> list[str]:
    return shown(reader, " OR ".join(_WORD.findall(typed.lower())))


def short(engine: str, questions: int = MANY) -> Iterator[Row]:
    """Each kind of question of the collection that is made up, as it is typed."""
    collection = made_up(questions)
    with indexed(engine, collection.documents) as reader:
        list_ = {query: shown(reader, text) for query, text in collection.queries.items()}
    for kind, found in qualities(list_, collection).items():
        least = FLOORS[kind].ndcg
        yield Row(f"{kind}: nDCG@10", f"{found.ndcg:.4f}", f"{least:.3f}", found.ndcg >= least)


def verbatim(engine: str, collection: Collection) -> Iterator[Row]:
    with indexed(engine, collection.documents) as reader:
        list_ = {query: shown(reader, text) for query, text in collection.queries.items()}
        any_ = {query: any_of_them(reader, text) for query, text in collection.queries.items()}
    ours, whole = (quality(each, collection.judgments).ndcg for each in (list_, any_))
    peers = {name: quality(peer(collection), collection.judgments).ndcg for name, peer in _PEERS.items()}
    told = ", ".join(f"{name} {value:.4f}" for name, value in peers.items())
    holds = ours >= max(_FLOORS[collection.name], 0.97 * whole, *peers.values())
    yield Row(f"{collection.name}, verbatim: nDCG@10", f"{ours:.4f} ({told})", f"{0.97 * whole:.4f}", holds)


def known_items(engine: str, items: list[Document], chance: random.Random) -> Iterator[Row]:
    titled = [each for each in items if 4 <= len(each.title.split()) <= 12 and each.text]
    plain = chance.sample([each for each in titled if not _OPERATORS & {*each.title.split()}], 300)
    operators = [each for each in titled if _OPERATORS & {*each.title.split()}]
    operators = chance.sample(operators, min(60, len(operators)))
    blank = {each.id for each in (*plain, *operators)}
    corpus = [replace(each, title="") if each.id in blank else each for each in items]
    rarity = Counter(term for each in corpus for term in {*analysis.terms(f"{each.title} {each.text}")})
    asked = {"headlines as they are": {each.id: each.title for each in plain}}
    asked["headlines with AND, OR or NOT"] = {each.id: each.title.upper() for each in operators}
    for count in range(2, 7):
        asked[f"{count} telling words"] = {each.id: telling(each.title, count, rarity) for each in plain[:200]}
    with indexed(engine, corpus) as reader:
        for name, queries in asked.items():
            ours = KnownItems.of({key: shown(reader, typed, _FIRST) for key, typed in queries.items()})
            peers = {peer: KnownItems.of(ranks(_collection(corpus, queries))) for peer, ranks in _PEERS.items()}
            yield _row(name, ours, peers)


def _row(name: str, ours: KnownItems, peers: dict[str, KnownItems]) -> Row:
    told = ", ".join(f"{peer} {each.found:.3f} {each.mrr:.3f}" for peer, each in peers.items())
    better = max(peers.values(), key=lambda each: each.found)
    ranked = not name.startswith("headlines as") or ours.mrr >= 1.05 * better.mrr
    figure = f"{ours.found:.3f} {ours.mrr:.3f} ({told})"
    return Row(f"{name}: found in ten, MRR", figure, f"{better.found:.3f}", ours.found >= better.found and ranked)


def telling(title: str, count: int, rarity: Counter[str]) -> str:
    """Its rarest words that the archive has, in their order."""
    words = [word for word in _WORD.findall(title) if rarity[analysis.fold_word(word)]]
    rarest = sorted(words, key=lambda word: (stem(analysis.fold_word(word)) in FUNCTION_WORDS, rarity[word]))
    chosen = {*rarest[:count]}
    return " ".join(word for word in words if word in chosen) or title


def phrases(engine: str, documents: list[Document]) -> Iterator[Row]:
    """Articles that have the phrase among the first ten, of those possible."""
    found, possible = 0, 0
    with indexed(engine, documents) as reader:
        for phrase in PHRASES:
            having = {*shown(reader, f'"{phrase}"', len(documents))}
            first = shown(reader, phrase, _FIRST)
            found += len(having.intersection(first))
            possible += min(_FIRST, len(having))
            print(f"    {phrase}: {len(having.intersection(first))} of {min(_FIRST, len(having))}")
    least = _FLOORS["phrases"]
    yield Row("articles with the phrase among the first ten", f"{found} of {possible}", f"{least:.0f}", found >= least)


def _collection(documents: Sequence[Document], queries: dict[str, str]) -> Collection:
    """For the peers, which look into the text alone: the title stands at its beginning."""
    whole = tuple(replace(each, text=f"{each.title}\n{each.text}") for each in documents)
    return Collection("known items", whole, queries, {key: {key: 1} for key in queries})


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--engine", default="tantivy")
    options.add_argument("--only", default="", help="short, verbatim, items or phrases")
    chosen = options.parse_args()
    data = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared")) / "data" / "relevance"
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "short": lambda: short(chosen.engine),
        "verbatim": lambda: (
            row for name in ("time", "cranfield") for row in verbatim(chosen.engine, load(data / name))
        ),
        "items": lambda: known_items(chosen.engine, _documents(FILES[0]), random.Random(15)),
        "phrases": lambda: phrases(chosen.engine, [*_documents(FILES[1]), *_documents(FILES[0])[:1_500]]),
    }
    missed = 0
    for name, part in parts.items():
        for row in part() if chosen.only in ("", name) else ():
            missed += row.holds is False
            said = "MISSED" if row.holds is False else "holds"
            print(f"{row.measure:<48}{row.figure:<64}{row.bound:<8}{said}", flush=True)
    return 1 if missed else 0


def _documents(file: str) -> list[Document]:
    return [_document(each) for each in records(file)]


def _document(record: dict[str, str]) -> Document:
    return Document(record["id"], record["title"] or "", record["text"], (record["date"] or "")[:10])


if __name__ == "__main__":
    sys.exit(main())
