"""What one reader asks, and the articles that are planted for it, before they are written."""

import random
from dataclasses import dataclass

from benchmarks.relevance_vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Draft:
    """`says`: the words and phrases that its text is to have, once each time they are named; running text fills it up
    to `size` times the length of an average article. `grade`: how well it answers; 0 is not at all."""

    grade: int
    size: float
    says: tuple[str, ...]
    title: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` is what a fall of its figure points to."""

    kind: str
    typed: str
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """What a question is made from. `number` counts those of one kind, from 0."""

    rng: random.Random
    term_dictionary: Vocabulary
    number: int

    def words(self, count: int) -> list[str]:
        """Words that no text has yet."""
        return self.term_dictionary.unused(count)

    def size(self, least: float, most: float) -> float:
        return self.rng.uniform(least, most)
