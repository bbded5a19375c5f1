"""Made-up words with a long tail: a few in every article, most in hardly any, as in a language.

They end in o and u, so that no stemming changes them and no two are forms of one word.
"""

import random
from itertools import accumulate

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprtv" for vowel in "ou"]
_LITTLE = ["the", "of", "to", "and", "in", "a", "that", "for", "on", "with", "it", "by", "as", "at", "from"]
_RUNNING = 3_000  # different words of running text; those made beyond them are for questions


class Vocabulary:
    """All words of one collection, drawn from `rng`."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        made = list(dict.fromkeys("".join(rng.choices(_SYLLABLES, k=rng.randint(3, 4))) for _ in range(6_000)))
        self.words = [*_LITTLE, *made[:_RUNNING]]  # the most frequent first
        self._shares = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self._unused = iter(made[_RUNNING:])

    def running(self, count: int) -> list[str]:
        """Words as they follow each other in a text."""
        return self._rng.choices(self.words, cum_weights=self._shares, k=count)

    def unused(self, count: int) -> list[str]:
        """Words that no text has yet."""
        return [next(self._unused) for _ in range(count)]
