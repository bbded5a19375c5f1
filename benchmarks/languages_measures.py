"""Answers to questions counted by part and language, with what they may not fall under."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from unicodedata import combining, normalize

from rich.table import Table

from benchmarks.languages_archive import Marks, found
from benchmarks.languages_texts import Question
from indexer.engines.engine import Reader

_MANY = 100  # of which a share says more than a count


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of those asked are right. `floor`: the share that has to be, None where nothing is promised. `wrong`:
    those that are not right, in words."""

    part: str
    language: str
    right: int
    asked: int
    floor: float | None = None
    wrong: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return self.right / self.asked

    @property
    def holds(self) -> bool:
        return self.floor is None or self.share >= self.floor

    @property
    def said(self) -> str:
        return f"{self.share:.3f}" if self.asked >= _MANY else f"{self.right}/{self.asked}"


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
        """What finds other articles there than here."""
        return [typed for typed, marks in other.of.items() if marks.keys() != self.of[typed].keys()]


def _is_word(marked: str, word: str) -> bool:
    """Whether it is the word, or another form of it that the same text has: a part of it, or half of its letters."""
    one, other = _plain(marked), _plain(word)
    return one in other or other in one or _shared(one, other) >= max(3, len(other) // 2)


def _shared(one: str, other: str) -> int:
    """Letters with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _plain(word: str) -> str:
    letters = normalize("NFKD", word.casefold())
    return "".join(each for each in letters if not combining(each))


def figures(asked: Sequence[Question], answers: Answers) -> Iterator[Figure]:
    """Without floors; last, for each language, the marks."""
    counted: dict[tuple[str, str], list[tuple[bool, str]]] = defaultdict(list)
    for each in asked:
        counted[each.part, each.language].append((answers.right(each), each.said))
    for each in asked:
        marked = answers.marked(each)
        if marked is not None:
            counted["marks", each.language].append((marked, f"{each.typed}: {answers.of[each.typed][each.key]}"))
    for (part, language), verdicts in counted.items():
        wrong = tuple(said for right, said in verdicts if not right)
        yield Figure(part, language, len(verdicts) - len(wrong), len(verdicts), wrong=wrong)


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
    return figure.said if figure.holds else f"[red]{figure.said}[/red]"
