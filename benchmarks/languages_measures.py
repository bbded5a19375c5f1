"""Answers to questions counted by part and language, with what they may not fall under."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from benchmarks.languages_archive import Marks, found
from benchmarks.languages_texts import Question
from indexer.engines.engine import Reader


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of those asked are right. `floor`: the share that has to be, None where nothing is promised."""

    part: str
    language: str
    right: int
    asked: int
    floor: float | None = None

    @property
    def share(self) -> float:
        return self.right / self.asked

    @property
    def holds(self) -> bool:
        return self.floor is None or self.share >= self.floor

    @property
    def missed(self) -> str:
        return f"{self.part}, {self.language}: {self.share:.3f} ({self.right} of {self.asked}), floor {self.floor:g}"


@dataclass(frozen=True, slots=True)
class Answers:
    """What an engine finds, by what was typed."""

    of: Mapping[str, Marks]

    @classmethod
    def by(cls, reader: Reader, asked: Iterable[Question]) -> "Answers":
        return cls({typed: found(reader, typed) for typed in dict.fromkeys(each.typed for each in asked)})

    def right(self, question: Question) -> bool:
        return (question.key in self.of[question.typed]) == question.wanted

    def marked(self, question: Question) -> bool | None:
        """Whether the article shows that word marked and no other; None where it is not found, or nobody asks."""
        marks = self.of[question.typed].get(question.key)
        if marks is None or not question.marked:
            return None
        return bool(marks) and all(_is_word(each, question.marked) for each in marks)

    def differing(self, other: "Answers") -> list[str]:
        """What finds other articles here than there."""
        return [typed for typed, marks in self.of.items() if marks.keys() != other.of[typed].keys()]


def _is_word(marked: str, word: str) -> bool:
    """Whether it is the word, or another form of it that the same text has: a part of it, or half of its letters."""
    one, other = marked.casefold(), word.casefold()
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one in other or other in one or same >= max(3, len(other) // 2)


def figures(asked: Sequence[Question], answers: Answers) -> Iterator[tuple[str, str, int, int]]:
    """Part, language, how many are right, of how many; last, for each language, the marks."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for each in asked:
        total[each.part, each.language] += 1
        right[each.part, each.language] += answers.right(each)
        marked = answers.marked(each)
        total["marks", each.language] += marked is not None
        right["marks", each.language] += marked is True
    for part, language in total:
        if total[part, language]:
            yield part, language, right[part, language], total[part, language]


def table(title: str, shown: Sequence[Figure]) -> Table:
    """A row for each language, a column for each part; what is under its floor is red."""
    parts = list(dict.fromkeys(each.part for each in shown))
    cells = {(each.language, each.part): each for each in shown}
    made = Table("", *parts, title=title)
    for language in dict.fromkeys(each.language for each in shown):
        made.add_row(language, *(_cell(cells.get((language, part))) for part in parts))
    return made


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    said = f"{figure.share:.3f} of {figure.asked}"
    return said if figure.holds else f"[red]{said}[/red]"
