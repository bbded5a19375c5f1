"""Names that may be variants of one another: proposed by likeness, for an archivist to decide.

Nothing here is ever joined by itself: a likeness of letters also joins Zhang Ming with Wang Ming.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from indexer.article import Article
from indexer.ingest.authority import Authority, Kind
from indexer.ingest.authority.words import read_words

_LIKENESS = 84.0
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`name` (in `count` articles) looks like a form of `like` (in `like_count`); `known`: `like` is an entry's name.

    `likeness`: 0 to 100. `articles`: ids of a few articles that name `name`.
    """

    kind: Kind
    name: str
    like: str
    known: bool
    likeness: float
    evidence: str
    count: int
    like_count: int
    articles: tuple[str, ...]


def suggest(articles: Iterable[Article], authority: Authority) -> list[Suggestion]:
    """The most alike first. A name that is an entry's own is never proposed as a variant."""
    counts: dict[Kind, Counter[str]] = {"organisation": Counter(), "person": Counter()}
    examples: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        for kind, names in (("organisation", article.organisations), ("person", article.people)):
            counts["organisation" if kind == "organisation" else "person"].update(names)
            for name in names:
                if len(examples[name]) < _EXAMPLES:
                    examples[name].append(article.id)
    found = [each for kind in counts for each in _of_kind(kind, counts[kind], examples, authority)]
    return sorted(found, key=lambda each: (-each.likeness, each.name))


def _of_kind(
    kind: Kind, counts: Counter[str], examples: dict[str, list[str]], authority: Authority
) -> Iterator[Suggestion]:
    entries = {entry.name for entry in authority.entries if entry.kind == kind}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(entries | counts.keys()):
        blocks[_block(name)].append(name)
    for name, count in counts.items():
        if name in entries:
            continue
        rivals = [
            other for other in blocks[_block(name)] if other != name and (other in entries or counts[other] >= count)
        ]
        best = process.extractOne(name, rivals, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        if best and (best[0] in entries or (counts[best[0]], best[0]) > (count, name)):
            like, likeness = best[0], best[1]
            evidence = _evidence(name, like)
            found = tuple(examples[name])
            yield Suggestion(kind, name, like, like in entries, likeness, evidence, count, counts[like], found)


def _block(name: str) -> str:
    """Only names of the same initials are compared: "T. Greminger" with "Thomas Greming"."""
    return "".join(word[0] for word in read_words(name).folded)


def _evidence(name: str, like: str) -> str:
    shared = [word for word in read_words(name).folded if word in read_words(like).folded and len(word) > 1]
    return f"same initials{', same ' + ' '.join(shared) if shared else ''}"
