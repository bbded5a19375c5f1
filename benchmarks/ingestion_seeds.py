"""The seeds with hand-made gold: titles, dates, types, dropped lines, and the names of each kind."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.ingestion_measures import Measure
from indexer.article import Article, Provenance
from indexer.authority import load
from indexer.fingerprint import EXTRACTOR
from indexer.ingest.annotate import annotate
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats import registry

_FLOORS = {"organisations": 0.97, "people": 0.97, "places": 0.93, "symbols": 1.0}


def seed_measures(shared: Path) -> list[Measure]:
    """Shares of documents for what each has once; precision, recall and F1 over all names."""
    gold: dict[str, Any] = json.loads((shared / "gold" / "seeds.json").read_text("utf-8"))
    pairs = [(each, _article(shared / "seeds" / each["file"])) for each in gold["documents"]]
    lines = [_lines_right(each, article, shared / "seeds" / each["file"]) for each, article in pairs]
    measures = [
        Measure("seeds: title", _share(_same(each["title"], article.title) for each, article in pairs), 1.0),
        Measure("seeds: date", _share(each["date"] == article.date.value for each, article in pairs), 1.0),
        Measure("seeds: type", _share(each["type"].startswith(article.type) for each, article in pairs), 1.0),
        Measure("seeds: lines dropped, and no others", _share(lines), 1.0),
    ]
    for kind, floor in _FLOORS.items():
        measures += _named(kind, [_counts(each, article, kind, gold["aliases"]) for each, article in pairs], floor)
    return measures


def _article(path: Path) -> Article:
    raw = RawFile(path.name, path.read_bytes(), "")
    (draft,) = (part for part in registry.read(raw) if isinstance(part, Draft))
    provenance = Provenance(path.name, "", str(EXTRACTOR), registry.format_of(raw).name)
    return annotate(draft, provenance, load(None))


def _lines_right(gold: dict[str, Any], article: Article, path: Path) -> bool:
    """Whether the lines and scraps to drop are gone from the text, and all other lines are in it or in the title."""
    shown = _folded(f"{article.title} {article.text}")
    lines = path.read_text("utf-8").split("\n")
    dropped = {number - 1 for number in gold["drop_lines"]}
    scraps = [scrap.strip() for scrap in gold["drop_inline"]]
    for index, written in enumerate(lines):
        line = _folded(_without(written, scraps))
        if index in dropped and index + 1 not in gold["duplicate_lines"] and line in shown:
            return False
        if index not in dropped and line not in shown:
            return False
    return not any(_folded(scrap) in shown for scrap in scraps) and not _repeats(article, gold)


def _without(line: str, scraps: Iterable[str]) -> str:
    for scrap in scraps:
        line = line.replace(scrap, "")
    return line


def _repeats(article: Article, gold: dict[str, Any]) -> bool:
    return bool(gold["duplicate_lines"]) and _folded(article.text).startswith(_folded(gold["title"]))


def _counts(gold: dict[str, Any], article: Article, kind: str, aliases: dict[str, Any]) -> tuple[int, int, int]:
    """Names right, found and wanted. What gold calls optional or implied counts neither way."""
    found = set(article.documents if kind == "symbols" else getattr(article, kind))
    known = {_folded(written): name for name, all_of in aliases.get(kind, {}).items() for written in (name, *all_of)}
    names = {known.get(_folded(name), name) for name in found}
    implied = "; ".join(gold.get("symbols_implied", ())) if kind == "symbols" else ""
    free = {*gold.get(f"{kind}_optional", ()), *(symbol for symbol in names if symbol in implied)} - set(gold[kind])
    wanted = set(gold[kind])
    return len(names & wanted), len(names - free), len(wanted)


def _named(kind: str, counts: Sequence[tuple[int, int, int]], floor: float) -> list[Measure]:
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    precision = right / found if found else 1.0
    recall = right / wanted if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return [
        Measure(f"seeds: {kind}, precision", precision, 0.0),
        Measure(f"seeds: {kind}, recall", recall, 0.0),
        Measure(f"seeds: {kind}, F1", f1, floor),
    ]


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _share(answers: Iterable[bool]) -> float:
    listed = list(answers)
    return sum(listed) / len(listed)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))
