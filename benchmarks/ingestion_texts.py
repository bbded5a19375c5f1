"""Saved pages whose whole text is known: title, day, author and text, ours beside the peers'."""

import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

from benchmarks.ingestion_measures import Measure
from benchmarks.ingestion_pages import folded, is_author, is_title
from benchmarks.ingestion_peers import Answer

_SHINGLE = 4
# In scripts without spaces each character is a word.
_UNSPACED = r"\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f\u1000-\u109f"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_OF_A_LEAD = 40  # characters


@dataclass(frozen=True, slots=True)
class Saved:
    """A page and its gold, of which any part may be empty. `lead`: the first words of its text, where no more of it is
    known."""

    file: Path
    title: str
    day: str
    authors: tuple[str, ...]
    text: str
    lead: str

    @property
    def is_blind(self) -> bool:
        """Rules are written without looking at this third."""
        return zlib.crc32(self.file.name.encode()) % 3 == 0


@dataclass(slots=True)
class Tally:
    """Right answers and questions by their name, and of each page's text (precision, recall, F1)."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    texts: list[tuple[float, float, float]] = field(default_factory=list)
    other_days: int = 0
    doubtful: int = 0

    def ask(self, what: str, *, right: bool) -> None:
        self.asked[what] += 1
        self.right[what] += right

    def share(self, what: str) -> float:
        return self.right[what] / max(1, self.asked[what])

    def mean(self, which: int) -> float:
        return sum(each[which] for each in self.texts) / max(1, len(self.texts))

    @property
    def figures(self) -> dict[str, float]:
        given = self.right["day"] + self.other_days
        return {
            "title": self.share("title"),
            "day": self.share("day"),
            "days given that are others": self.other_days / max(1, given),
            "author": self.share("author"),
            "text: precision": self.mean(0),
            "text: recall": self.mean(1),
            "text: F1": self.mean(2),
            "texts less than half": sum(recall < 0.5 for _, recall, _ in self.texts),
            "leads kept": self.share("lead"),
            "doubtful": self.doubtful,
        }


_FLOORS: dict[str, float] = {
    "title": 0.88,
    "day": 0.925,
    "author": 0.89,
    "text: precision": 0.96,
    "text: recall": 0.96,
    "text: F1": 0.96,
}
_MOST: dict[str, float] = {
    "days given that are others": 0.07,
    "texts less than half": 4,
}


def saved_pages(folder: Path) -> Iterator[Saved]:
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        yield Saved(
            folder / gold["file"],
            gold["title"] or "",
            (gold["date"] or "")[:10],
            tuple(gold["authors"] or ()),
            gold["body"] or "",
            gold.get("first") or "",
        )


def text_measures(pages: Sequence[Saved], answers: Mapping[str, Sequence[Answer]]) -> list[Measure]:
    """Of the first of those who answered; beside it are its figures on the blind third, and all others'."""
    ours, *_ = answers.values()
    blind = [(page, answer) for page, answer in zip(pages, ours, strict=True) if page.is_blind]
    third = tally([page for page, _ in blind], [answer for _, answer in blind]).figures
    columns = {name: tally(pages, each).figures for name, each in answers.items()}
    first, *others = columns
    return [
        Measure(
            name,
            value,
            _FLOORS.get(name, 0.0),
            _MOST.get(name, inf),
            {"blind third": third[name], **{other: columns[other][name] for other in others}},
        )
        for name, value in columns[first].items()
    ]


def tally(pages: Sequence[Saved], answers: Iterable[Answer]) -> Tally:
    made = Tally()
    for page, answer in zip(pages, answers, strict=True):
        _count(made, page, answer)
    return made


def _count(made: Tally, page: Saved, answer: Answer) -> None:
    made.doubtful += answer.doubtful
    if page.title:
        made.ask("title", right=is_title(answer.title, page.title))
    if page.day:
        made.ask("day", right=answer.day == page.day)
        made.other_days += len(answer.day) == len(page.day) and answer.day != page.day
    if page.authors:
        made.ask("author", right=is_author(answer.authors, page.authors))
    if page.text:
        made.texts.append(overlap(answer.text, page.text))
    if page.lead:
        made.ask("lead", right=folded(page.lead)[:_OF_A_LEAD] in folded(answer.text))


def overlap(text: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of runs of four words."""
    ours, theirs = _shingles(text), _shingles(gold)
    both = (ours & theirs).total()
    precision, recall = both / max(1, ours.total()), both / max(1, theirs.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)) if words)
