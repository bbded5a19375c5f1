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
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    people: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        for naming, names in ((bodies, article.organisations), (people, article.people)):
            for name in names:
                naming[name].append(article.id)
    found = [*_proposed("organisation", bodies, authority), *_proposed("person", people, authority)]
    return sorted(found, key=lambda each: (-each.likeness, each.name))


def _proposed(kind: Kind, naming: dict[str, list[str]], authority: Authority) -> Iterator[Suggestion]:
    """`naming`: the names of this kind, each with the ids of the articles that have it."""
    known = {entry.name for entry in authority.entries if entry.kind == kind}
    counts = Counter({name: len(ids) for name, ids in naming.items()})
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(known | naming.keys()):
        blocks[_block(name)].append(name)
    for name in naming.keys() - known:
        # of two unlisted names the rarer is the variant; of equals the later in the alphabet is the model
        rank = (counts[name], name)
        rivals = [other for other in blocks[_block(name)] if other in known or (counts[other], other) > rank]
        if best := process.extractOne(name, rivals, scorer=fuzz.ratio, score_cutoff=_LIKENESS):
            like, likeness, evidence = best[0], best[1], _evidence(name, best[0])
            numbers = (counts[name], counts[like])
            yield Suggestion(kind, name, like, like in known, likeness, evidence, *numbers, naming[name][0])


def _block(name: str) -> str:
    """Only names of the same initials are compared: "T. Greminger" with "Thomas Greming"."""
    return "".join(word[0] for word in read_words(name).folded)


def _evidence(name: str, like: str) -> str:
    shared = [word for word in read_words(name).folded if word in read_words(like).folded and len(word) > 1]
    return f"same initials{', same ' + ' '.join(shared) if shared else ''}"
