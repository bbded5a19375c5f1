"""The texts of the gold of quotations: as an indexer reads them."""

import json
import lzma
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from indexer.article import Article, Provenance
from indexer.authority import load
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft
from indexer.ingest.read import read_file

_FILES = {"reuters": "reuters21578", "speech": "un_general_debate_1500", "release": "kinds_and_days"}


def annotated(title: str, text: str, date: str = "") -> Article:
    return annotate(Draft(title=title, text=text, date=date), Provenance("made", "", "", "", ""), load(None))


def real_articles(shared: Path, wanted: Sequence[tuple[str, str]]) -> Iterator[Article]:
    """`wanted`: the set and the name of each."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(shared / "data" / "html2" / "pages.tar.xz") as packed:
            packed.extractall(folder, filter="data")
        for kind, name in wanted:
            if kind == "page":
                yield read_file(Path(folder), name, "", load(None)).articles[0].article
            else:
                row = _rows(shared, kind)[name]
                yield annotated(row.get("title", ""), row["text"], row.get("date", ""))


@cache
def _rows(shared: Path, kind: str) -> dict[str, dict[str, Any]]:
    with lzma.open(shared / "data" / "articles" / f"{_FILES[kind]}.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {str(row["file" if kind == "release" else "id"]): row for row in rows}
