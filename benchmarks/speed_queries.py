"""What a speed run asks: eight classes of queries, drawn from the words of the very articles that are searched."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from indexer.article import Article
from indexer.engines.engine import FacetWanted, Filter, SearchRequest
from indexer.fields import FACET_FIELDS, FacetField
from indexer.query.tree import And, Fuzzy, MatchAll, Or, Phrase, Prefix, Query, Word
from indexer.text.analysis import terms

FACETS = tuple(FacetWanted(field) for field in FACET_FIELDS)
FACETED: tuple[FacetField, ...] = (
    "organisation",
    "person",
    "place",
    "document",
    "type",
    "source",
    "language",
    "speaker",
    "year",
    "month",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of a class: the words as anybody may type them, and our tree of them."""

    words: tuple[str, ...]
    tree: Query
    filters: tuple[Filter, ...] = ()

    @property
    def request(self) -> SearchRequest:
        return SearchRequest(self.tree, self.filters, facets=FACETS)


def queries(sample: Iterable[Article], each: int, seed: int = 7) -> dict[str, list[Asked]]:
    """`each` queries a class; `sample` is read for words of the right frequency and for phrases that occur."""
    rng = random.Random(seed)
    found, texts = Counter[str](), []
    for article in sample:
        words = [word for word in terms(article.text) if word.isascii() and word.isalpha() and len(word) > 3]
        found.update(set(words))
        texts.append(terms(article.text))
    rare = [word for word, count in found.items() if 2 <= count <= 4]
    common = [word for word, count in found.most_common(60)]
    middle = [word for word, count in found.most_common(1_500)[60:]]
    pairs = [
        pair for text in texts for pair in pairwise(text) if all(word in middle or word in common for word in pair)
    ]
    return {
        "rare": [_words(rng.sample(rare, 1)) for _ in range(each)],
        "common": [_words(rng.sample(common, 1)) for _ in range(each)],
        "two words": [_words([rng.choice(common), rng.choice(middle)]) for _ in range(each)],
        "three, or": [_any([rng.choice(common), *rng.sample(middle, 2)]) for _ in range(each)],
        "phrase": [_phrase(rng.choice(pairs)) for _ in range(each)],
        "prefix": [_prefix(rng.choice(middle)[:4]) for _ in range(each)],
        "fuzzy": [_fuzzy(rng.choice(middle)) for _ in range(each)],
        "filters": [_filtered(rng.choice(common), rng) for _ in range(each)],
    }


def _words(words: list[str]) -> Asked:
    leaves = tuple(Word(word, typed=word) for word in words)
    return Asked(tuple(words), leaves[0] if len(leaves) == 1 else And(leaves))


def _any(words: list[str]) -> Asked:
    return Asked(tuple(words), Or(tuple(Word(word, typed=word) for word in words)))


def _phrase(words: tuple[str, ...]) -> Asked:
    return Asked(words, Phrase(words))


def _prefix(beginning: str) -> Asked:
    return Asked((beginning,), Prefix(beginning))


def _fuzzy(word: str) -> Asked:
    return Asked((word,), Fuzzy(word))


def _filtered(word: str, rng: random.Random) -> Asked:
    chosen = (
        Filter("organisation", include=frozenset({f"Organisation {rng.randint(1, 9)}", "Organisation 2"})),
        Filter("place", exclude=frozenset({f"Place {rng.randint(1, 9)}"})),
    )
    return Asked((word,), Word(word, typed=word), chosen)


EVERYTHING = Asked((), MatchAll())
