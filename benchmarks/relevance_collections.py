"""Test collections: documents, queries, and which documents answer a query how well."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

DEPTH = 1_000  # documents of a ranking that are looked at
Judgments = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    title: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """`judgments`: query id -> document id -> grade, higher is better; what is not in it does not answer. Queries are
    sentences to find any word of, or, where they are `typed`, what a reader writes in the search field."""

    name: str
    documents: tuple[Document, ...]
    queries: dict[str, str]
    judgments: Judgments
    typed: bool = False


def by_kind(collection: Collection) -> dict[str, Judgments]:
    """Judgments apart for each kind of query, under "collection: kind", where the queries' ids are a kind and a number;
    otherwise all of them under the collection's name."""
    kinds: dict[str, Judgments] = defaultdict(dict)
    for query, grades in collection.judgments.items():
        kind, space, _ = query.rpartition(" ")
        kinds[f"{collection.name}: {kind}" if space else collection.name][query] = grades
    return dict(sorted(kinds.items()))


def load(folder: Path) -> Collection:
    documents = tuple(Document(row["id"], row["title"], row["text"]) for row in _rows(folder / "docs.jsonl"))
    queries = {row["id"]: row["text"] for row in _rows(folder / "queries.jsonl")}
    judgments: Judgments = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        if int(grade) > 0:
            judgments[query][document] = int(grade)
    asked = {query: text for query, text in queries.items() if judgments.get(query)}
    return Collection(folder.name, documents, asked, dict(judgments))


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
