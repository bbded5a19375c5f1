"""Newswire of any length, as press archives have it: paragraphs that thousands share, and a few real repeats.

Each fifteenth article is a real one. The others are sentences of those put together anew, so that they have the words
of newswire, in their proportions, and are near duplicates of nothing. Without the data for that, words are made up.
Each second article ends in one of ten paragraphs; each fiftieth repeats an earlier one with a tenth of its words
replaced. However long the corpus is, all parts of it are alike: what an article of a later one costs more is growth.
"""

import json
import lzma
import os
import random
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[2] / "shared"))
REUTERS = SHARED / "data" / "articles" / "reuters21578.jsonl.xz"
BOILERPLATE = Path(__file__).with_name("storage_boilerplate.txt").read_text(encoding="utf-8").strip().split("\n\n")
_PAST = 1_600_000_000
_LINES = 2_000  # of a file: what a commit holds, so that slices end where commits do
_REAL = 15  # one article in so many
_REPEATS, _REPLACED = 50, 0.1  # one article in so many repeats another, with so many of its words replaced
_SENTENCE = re.compile(r"(?<=[a-z]\.)\s+(?=[A-Z])")
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]


class Newswire:
    """The same article under the same number, however many are asked for."""

    def __init__(self, real: Sequence[dict[str, str]], longest: int = 16) -> None:
        self._real, self._longest = real, longest

    def article(self, number: int) -> dict[str, str]:
        chance = random.Random(number)
        text = self._text(number)
        if number % 2:
            text = f"{text}\n\n{chance.choice(BOILERPLATE)}"
        real = self._real_one(number)
        title = real["title"] if real else " ".join(text.split()[:8]).rstrip(".,;")
        day = f"{2000 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
        return {"id": f"item-{number}", "title": title, "date": day, "source": "Newswire", "text": text}

    def _text(self, number: int) -> str:
        """Without the paragraph below it."""
        chance = random.Random(f"text {number}")
        if number % _REPEATS == _REPEATS - 1:
            repeated = chance.randrange(number)
            return self._reworded(self._text(repeated - (repeated % _REPEATS == _REPEATS - 1)), chance, _REPLACED)
        if real := self._real_one(number):
            return real["text"]
        count = min(self._longest, 2 + int(chance.expovariate(1 / 5)))
        return "\n\n".join(
            self._reworded(sentence, chance, 0.15) for sentence in chance.choices(self._sentences, k=count)
        )

    def _real_one(self, number: int) -> dict[str, str] | None:
        nth, other = divmod(number, _REAL)
        return self._real[nth] if not other and nth < len(self._real) else None

    def _reworded(self, text: str, chance: random.Random, share: float) -> str:
        """With so many of the words, and all of the numbers, replaced."""
        words = text.split(" ")
        for at, word in enumerate(words):
            if chance.random() < share:
                words[at] = chance.choice(chance.choice(self._sentences).split())
            elif word.isdecimal() and share > _REPLACED:
                words[at] = str(chance.randrange(1, 3 * int(word[:9]) + 9))
        return " ".join(words)

    @cached_property
    def _sentences(self) -> list[str]:
        texts = [each["text"] for each in self._real] or _made_up_texts()
        found = (" ".join(sentence.split()) for text in texts for sentence in _SENTENCE.split(text))
        return [each for each in found if 40 <= len(each) <= 400]


def newswire() -> Newswire:
    """With the real articles where they are there."""
    if not REUTERS.exists():
        return made_up()
    with lzma.open(REUTERS, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        return Newswire([record for record in records if record["text"].strip()])


def made_up(longest: int = 16) -> Newswire:
    return Newswire((), longest)


def write(source: Newswire, folder: Path, count: int) -> list[int]:
    """Files of JSON Lines; returns the characters up to the end of each line, as progress counts them."""
    folder.mkdir(parents=True, exist_ok=True)
    lengths: list[int] = []
    for start in range(0, count, _LINES):
        file = folder / f"{start:07}.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            numbers = range(start, min(count, start + _LINES))
            lengths += [lines.write(json.dumps(source.article(each)) + "\n") - 1 for each in numbers]
        os.utime(file, (_PAST, _PAST))
    return list(accumulate(lengths))


def _made_up_texts() -> Iterator[str]:
    """20,000 sentences of 25,000 words with a long tail, among them enough English ones to be taken for English; a
    capital letter begins each sentence and some of its words."""
    chance = random.Random(1987)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))) for _ in range(25_000)})
    chance.shuffle(words)
    words = ["the", "of", "and", "to", *words]
    for _ in range(20_000):
        drawn = [words[int(len(words) ** chance.random()) - 1] for _ in range(chance.randint(10, 26))]
        said = [word.capitalize() if chance.random() < 0.1 else word for word in drawn]
        yield f"{' '.join(said).capitalize()} {chance.randrange(10_000)} {chance.choice(words)}."
