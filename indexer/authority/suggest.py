"""Names that may be variants of one another: proposed by likeness, for an archivist to decide.

Nothing here is ever joined by itself: a likeness of letters also joins Zhang Ming with Wang Ming.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from indexer.article import Article
from indexer.authority import Authority, Kind
from indexer.authority.words import read_words

_LIKENESS = 84.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`name` (in `count` articles) looks like a form of `like` (in `like_count`); `known`: `like` is an entry's name.

    `likeness`: 0 to 100. `example`: the id of an article that names `name`.
    """

    kind: Kind
    name: str
    like: str
    known: bool
    likeness: float
    evidence: str
    count: int
    like_count: int
    example: str


def suggest(articles: Iterable[Article], authority: Authority) -> list[Suggestion]:
    """The most alike first. A name that is an entry's own is never proposed as a variant."""
    bodies, people = _Tally("organisation"), _Tally("person")
    for article in articles:
        bodies.add(article.organisations, article.id)
        people.add(article.people, article.id)
    found = [*_proposed(bodies, authority), *_proposed(people, authority)]
    return sorted(found, key=lambda each: (-each.likeness, each.name))


class _Tally:
    """How many articles name each name of a kind, and one of them."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.counts: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, names: tuple[str, ...], article: str) -> None:
        self.counts.update(names)
        for name in names:
            self.examples.setdefault(name, article)


def _proposed(tally: _Tally, authority: Authority) -> Iterator[Suggestion]:
    known = {entry.name for entry in authority.entries if entry.kind == tally.kind}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(known | tally.counts.keys()):
        blocks[_block(name)].append(name)
    for name in tally.counts.keys() - known:
        rivals = [other for other in blocks[_block(name)] if other in known or _outranks(tally, other, name)]
        best = process.extractOne(name, rivals, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        if best:
            like, likeness = best[0], best[1]
            counts = (tally.counts[name], tally.counts[like])
            evidence, example = _evidence(name, like), tally.examples[name]
            yield Suggestion(tally.kind, name, like, like in known, likeness, evidence, *counts, example)


def _outranks(tally: _Tally, other: str, name: str) -> bool:
    """Of two unlisted names the rarer is the variant; of equals the later in the alphabet is the model."""
    return (tally.counts[other], other) > (tally.counts[name], name)


def _block(name: str) -> str:
    """Only names of the same initials are compared: "T. Greminger" with "Thomas Greming"."""
    return "".join(word[0] for word in read_words(name).folded)


def _evidence(name: str, like: str) -> str:
    shared = [word for word in read_words(name).folded if word in read_words(like).folded and len(word) > 1]
    return f"same initials{', same ' + ' '.join(shared) if shared else ''}"
