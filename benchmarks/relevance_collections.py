"""Test collections: documents, queries, and which documents answer a query how well."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Judgments = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """`judgments`: query id -> document id -> grade, higher is better; what is not in it does not answer."""

    name: str
    documents: tuple[Document, ...]
    queries: dict[str, str]
    judgments: Judgments


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
