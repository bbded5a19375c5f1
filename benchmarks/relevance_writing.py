"""From a draft to an article: running text with what it is to say strewn in."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.relevance_question import Draft
from benchmarks.relevance_vocabulary import Vocabulary

AVERAGE = 150  # words of an article of size 1, its title's counted three times
_TITLE = 6
_SENTENCE, _SENTENCES = 14, 4  # words; sentences of a paragraph


@dataclass(frozen=True, slots=True)
class Written:
    """`running`: the words of the text beside those that it was to say."""

    title: str
    text: str
    running: tuple[str, ...]


def written(rng: random.Random, vocabulary: Vocabulary, draft: Draft) -> Written:
    said = " ".join(draft.says).split()
    length = round(draft.size * AVERAGE * rng.lognormvariate(0, 0.08)) - 3 * _TITLE - len(said)
    running = vocabulary.running(max(length, len(draft.says) + _TITLE))
    title = [*draft.title, *rng.sample(running, _TITLE - len(draft.title))]
    rng.shuffle(title)
    return Written(_sentence(title).rstrip("."), _prose(_strewn(rng, running, draft.says)), tuple(running))


def _strewn(rng: random.Random, running: Sequence[str], says: Sequence[str]) -> list[str]:
    """No two of `says` side by side, so that only what is one of them is a phrase."""
    order = rng.sample(says, len(says))
    before = dict(zip(rng.sample(range(len(running)), len(says)), order, strict=True))
    pieces = (f"{before[place]} {word}" if place in before else word for place, word in enumerate(running))
    return " ".join(pieces).split()


def _prose(words: Sequence[str]) -> str:
    sentences = [_sentence(words[start : start + _SENTENCE]) for start in range(0, len(words), _SENTENCE)]
    paragraphs = (sentences[start : start + _SENTENCES] for start in range(0, len(sentences), _SENTENCES))
    return "\n\n".join(map(" ".join, paragraphs))


def _sentence(words: Sequence[str]) -> str:
    return " ".join((words[0][:1].upper() + words[0][1:], *words[1:])) + "."
