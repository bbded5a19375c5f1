"""A collection made up by a seed: 2,000 articles, and questions of several kinds with their answers planted.

It needs no data, so that ranking is measured wherever the code is. Words, lengths and frequencies spread as in a
language; what is judged is planted word by word (relevance_ladders.py, relevance_forms.py).
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from benchmarks import relevance_forms, relevance_ladders
from benchmarks.relevance_collections import Collection, Document, Judgments
from benchmarks.relevance_question import Draft, Draw, Question
from benchmarks.relevance_vocabulary import Vocabulary
from benchmarks.relevance_writing import Written, written

MANY, FEW = 12, 3  # questions of each kind; an engine that scans all articles for each of them is asked few
_A_QUESTION = 168  # articles in all for one question of each kind: those planted for it, and others
_SEED = 1945
_SPREAD = 0.5  # of the logarithm of lengths


@dataclass(frozen=True, slots=True)
class _Answer:
    """An article, and how well it answers the query with this id; most answer none, and their grade is 0."""

    article: Written
    query: str = ""
    grade: int = 0


@lru_cache(maxsize=2)
def made_up(questions: int = MANY) -> Collection:
    """So many questions of each kind, and three times as many for known items; 168 times as many articles. A query's id
    is its kind and number: "digests 7"."""
    rng = random.Random(_SEED)
    vocabulary = Vocabulary(rng)
    asked = _asked(rng, vocabulary, questions)
    answers = list(_planted(rng, vocabulary, asked))
    others = [written(rng, vocabulary, draft) for draft in _others(rng, list(asked.values()), questions * _A_QUESTION)]
    known = {f"known items {number}": article for number, article in enumerate(others[: 3 * questions], 1)}
    answers += (_Answer(article, name, 1) for name, article in known.items())
    answers += map(_Answer, others[len(known) :])
    rng.shuffle(answers)  # equal scores are ordered by date and id, which must not know what is right
    queries = {name: question.typed for name, question in asked.items()}
    queries |= {name: _remembered(vocabulary, article) for name, article in known.items()}
    return _collection(rng, "made up" if questions == MANY else f"made up, {questions} each", queries, answers)


def _asked(rng: random.Random, vocabulary: Vocabulary, questions: int) -> dict[str, Question]:
    asked = {}
    for make in (*relevance_ladders.KINDS, *relevance_forms.KINDS):
        for number in range(questions):
            question = make(Draw(rng, vocabulary, number))
            asked[f"{question.kind} {number + 1}"] = question
    return asked


def _planted(rng: random.Random, vocabulary: Vocabulary, asked: Mapping[str, Question]) -> Iterator[_Answer]:
    for name, question in asked.items():
        for draft in question.drafts:
            yield _Answer(written(rng, vocabulary, draft), name, draft.grade)


def _others(rng: random.Random, asked: Sequence[Question], articles: int) -> Iterator[Draft]:
    """Articles for none of the questions, which make the average length what drafts take it for; every other one
    mentions in passing a word of some question."""
    words = [question.drafts[0].says[0] for question in asked if question.kind in ("topics", "either word")]
    sizes = [draft.size for question in asked for draft in question.drafts]
    rest = articles - len(sizes)
    median = (articles - math.fsum(sizes)) / rest * math.exp(-(_SPREAD**2) / 2)
    for number in range(rest):
        yield Draft(0, median * rng.lognormvariate(0, _SPREAD), (rng.choice(words),) if number % 2 else ())


def _remembered(vocabulary: Vocabulary, article: Written) -> str:
    """What a reader types who has read it: the three words that it says most often, but for those of every article and
    those of hardly any."""
    said = Counter(word for word in article.running if word in vocabulary.words[15:400])
    return " ".join(word for word, _ in said.most_common(3))


def _collection(rng: random.Random, name: str, queries: dict[str, str], answers: Sequence[_Answer]) -> Collection:
    documents = []
    judgments: Judgments = defaultdict(dict)
    for number, answer in enumerate(answers):
        article = f"made-up-{number:04}"
        date = f"{rng.randint(1992, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        documents.append(Document(article, answer.article.title, answer.article.text, date))
        if answer.grade:
            judgments[answer.query][article] = answer.grade
    return Collection(name, tuple(documents), queries, dict(judgments), typed=True)
