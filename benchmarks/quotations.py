"""Who says what: quotations that are found, against those that a careful reader marked before any rule was written.

    COMMUNIQUE_SHARED=… python -m benchmarks.quotations [--third 0|1|2] [--misses]

A quotation that is found with a name is right where most of its words are marked as those of that person; one that is
marked with a name is found where most of its words were. It is exact where both offsets are the same. What a reader
marked as open to doubt counts neither way, nor does an office by which a record calls a speaker whom it never names.
A third of the texts, by the hash of their names, can be looked at alone.
"""

import argparse
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.quotations_texts import annotated, real_articles
from indexer.article import Article, Quotation, Span
from indexer.authority import load
from indexer.text.analysis import terms

GOLD = Path(__file__).with_name("quotations_gold.json")
MADE = Path(__file__).parent.parent / "tests" / "gold" / "quotations_made.json"
_MOVED = 3000  # characters that a reader of files may take off or leave in before it
FLOORS = {"precision": 0.97, "recall": 0.85, "exact": 0.95}


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation as the reader marked it. `speaker` is "" where the text names nobody."""

    start: int
    end: int
    speaker: str
    kind: str
    optional: bool = False
    question: Span | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marks and the article that is made of it; `group` is "reuters", "page", "made" …"""

    name: str
    group: str
    language: str
    article: Article
    marks: tuple[Marked, ...]

    @property
    def third(self) -> int:
        return hashlib.sha256(self.name.encode()).digest()[0] % 3


@dataclass(slots=True)
class Score:
    """Counts of quotations with a name, and what they say."""

    right: int = 0
    named: int = 0
    found: int = 0
    marked: int = 0
    exact: int = 0
    asked: int = 0  # questions that lie in an answer under its speaker's name
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for name in ("right", "named", "found", "marked", "exact", "asked"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.misses += other.misses

    @property
    def shares(self) -> dict[str, tuple[int, int]]:
        pairs = {"precision": (self.right, self.named), "recall": (self.found, self.marked)}
        return {**pairs, "exact": (self.exact, self.found)}


def scored(text: Text) -> Score:
    score, article = Score(), text.article
    for each in article.quotations:
        if not each.speaker:
            continue
        over = [mark for mark in text.marks if _share((each.start, each.end), [(mark.start, mark.end)]) > 0]
        own = [mark for mark in over if same_person(mark.speaker, each.speaker)]
        if _share((each.start, each.end), [(mark.start, mark.end) for mark in own]) > 1 / 2:
            score.named, score.right = score.named + 1, score.right + 1
        elif not any(mark.optional for mark in over) and not _is_label(article, each, over):
            score.named += 1
            score.misses.append(_said("wrong", text, (each.start, each.end), each.speaker))
    for mark in text.marks:
        _count(score, text, mark)
    return score


def _is_label(article: Article, found: Quotation, over: Sequence[Marked]) -> bool:
    """Whether somebody whom the reader could not name is called by his label, as it is written: The President."""
    label = article.text[slice(*found.cue)].casefold() if found.cue and found.kind != "direct" else ""
    return found.speaker.casefold() in label and bool(over) and not any(mark.speaker for mark in over)


def _count(score: Score, text: Text, mark: Marked) -> None:
    if not mark.speaker or mark.optional:
        return
    own = [each for each in text.article.quotations if same_person(mark.speaker, each.speaker)]
    score.marked += 1
    if _share((mark.start, mark.end), [(each.start, each.end) for each in own]) > 1 / 2:
        score.found += 1
        exact = any((each.start, each.end) == (mark.start, mark.end) for each in own)
        score.exact += exact
        if not exact:
            score.misses.append(_said("inexact", text, (mark.start, mark.end), mark.speaker))
    else:
        score.misses.append(_said("missed", text, (mark.start, mark.end), mark.speaker))
    if mark.question:
        score.asked += any(each.start < mark.question[1] and mark.question[0] < each.end for each in own)


def _said(what: str, text: Text, span: Span, speaker: str) -> str:
    words = " ".join(text.article.text[slice(*span)].split())
    return f"{what:8} {text.name[:40]:40} {text.language} {speaker[:25]:25} {words[:100]}"


def _share(span: Span, others: Iterable[Span]) -> float:
    """Of its characters, those that one of the others has."""
    covered = {at for start, end in others for at in range(max(start, span[0]), min(end, span[1]))}
    return len(covered) / max(1, span[1] - span[0])


def same_person(one: str, other: str) -> bool:
    """By the words of the names, of which one may have more, or by the authority files."""
    if not one or not other:
        return False
    words, others = _bare(one), _bare(other)
    if words <= others or others <= words:
        return True
    entries = [{entry.name for entry in load(None).lookup(name) if entry.kind == "person"} for name in (one, other)]
    return bool(entries[0] & entries[1])


def _bare(name: str) -> set[str]:
    return set(terms(name)) - {"mr", "mrs", "ms", "dr", "sir", "m", "mme", "prof", "senator", "president", "the"}


def made_texts() -> list[Text]:
    """Their marks are looked for where the cleaned text has them."""
    found = []
    for each in json.loads(MADE.read_text("utf-8"))["texts"]:
        article = annotated(each["title"], each["text"])
        marks = _marks([_cleaned(article.text, each["text"], row) for row in each["quotations"]])
        found.append(Text(each["id"], "made", each["language"], article, marks))
    return found


def real_texts(shared: Path) -> Iterator[Text]:
    """Marks whose words are no longer where they were, for the text is read otherwise now, are looked for by hash."""
    gold = json.loads(GOLD.read_text("utf-8"))["texts"]
    for each, article in zip(gold, real_articles(shared, [(row["set"], str(row["ref"])) for row in gold]), strict=True):
        marks = _marks([_placed(article.text, row) for row in each["quotations"]])
        yield Text(str(each["ref"]), each["set"], each["language"], article, marks)


def _cleaned(text: str, raw: str, row: dict[str, Any]) -> dict[str, Any]:
    start, end = _nearest(text, raw, row["start"], row["end"])
    question = _nearest(text, raw, *row["question"]) if row.get("question") else None
    return {**row, "start": start, "end": end, "question": question}


def _nearest(text: str, raw: str, start: int, end: int) -> Span:
    """Where the words that stand in `raw` are in `text`, which may be some characters farther."""
    words = raw[start:end]
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    at = min(places, key=lambda place: abs(place - start), default=start)
    return at, at + len(words)


def _placed(text: str, row: dict[str, Any]) -> dict[str, Any]:
    length = row["end"] - row["start"]
    places = range(max(0, row["start"] - _MOVED), min(len(text), row["start"] + _MOVED))
    near = sorted(places, key=lambda at: abs(at - row["start"]))
    for at in near:
        if _hash(text[at : at + length]) == row["words"]:
            return {**row, "start": at, "end": at + length}
    raise ValueError(f"The text is another one: {row}")


def _hash(words: str) -> str:
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def _marks(rows: Sequence[dict[str, Any]]) -> tuple[Marked, ...]:
    return tuple(
        Marked(
            row["start"],
            row["end"],
            row["speaker"],
            row["kind"],
            row.get("optional", False),
            tuple(row["question"]) if row.get("question") else None,
        )
        for row in rows
    )


def interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's, of 95 per cent."""
    if not whole:
        return 0.0, 1.0
    z, share = 1.96, part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    wide = z * (share * (1 - share) / whole + z * z / (4 * whole * whole)) ** 0.5 / (1 + z * z / whole)
    return middle - wide, middle + wide


def table_of(texts: Sequence[Text]) -> tuple[Table, dict[str, Score]]:
    scores: dict[str, Score] = {}
    for text in texts:
        score = scored(text)
        for name in ("all", f"language {text.language}", f"texts: {text.group}"):
            scores.setdefault(name, Score()).add(score)
    table = Table("quotations with a name", *FLOORS, "questions in answers", title="Who says what")
    for name in sorted(scores, key=lambda each: (each != "all", each)):
        cells = (_cell(*pair) for pair in scores[name].shares.values())
        table.add_row(name, *cells, str(scores[name].asked))
    return table, scores


def _cell(part: int, whole: int) -> str:
    low, high = interval(part, whole)
    return f"{part / max(1, whole):.3f} ({part} of {whole}; {low:.3f} to {high:.3f})"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--third", type=int, choices=(0, 1, 2))
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    shared = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared"))
    texts = [*made_texts(), *(real_texts(shared) if shared.is_dir() else ())]
    texts = [each for each in texts if options.third is None or each.third == options.third]
    table, scores = table_of(texts)
    Console(width=150).print(table)
    if options.misses:
        print(*scores["all"].misses, sep="\n")


if __name__ == "__main__":
    main()
