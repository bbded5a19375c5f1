"""Where a quotation comes from: the article that says it, who says it there, and the words in which the two differ.

what was pasted --telling words--> candidates --runs of words--> a place in each --difference--> Quoted

Words are compared without regard to capitals, accents, punctuation and spelling.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log
from typing import Literal

from indexer.article import Article
from indexer.engines.engine import Reader, SearchRequest
from indexer.query.tree import Or, Phrase, Query, Word
from indexer.search.cost import BUDGET, cost
from indexer.search.quotation.parts import Row
from indexer.search.quotation.pasted import read
from indexer.search.quotation.quoted import Quoted
from indexer.search.quotation.sought import Sought
from indexer.text import analysis
from indexer.text.characters import plain

LONGEST = 100_000  # characters of a quotation that are looked for

_WEIGHED = 400  # words of a quotation that are weighed for how distinctive they are
_SEARCHED = 12  # of those, and of their rows of three, the ones that are searched for
_CANDIDATES = 20
_LOOKED_AT = 2_000_000  # characters of candidates after which no other one is looked at
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Checked:
    """The text that was looked for, `cut` where it was too long, and where it was found: the place that differs least
    first, of several one with a speaker, and then the oldest article. Of a text put together from several places, all
    of them in its order (`assembled`).

    `speaker`: who says it by that text. `shortened`: it shows itself that words were left out.
    """

    text: str
    cut: bool
    found: tuple[Quoted, ...]
    assembled: bool = False
    speaker: str = ""
    shortened: bool = False

    @property
    def reordered(self) -> bool:
        """Whether the words, or the parts from one article, stand there in another order."""
        if not self.assembled:
            return any(each.reordered for each in self.found[:1])
        return any(
            one.article.id == other.article.id and other.start < one.start for one, other in pairwise(self.found)
        )

    @property
    def verdict(self) -> Literal["verbatim", "nearly", "altered", "assembled", "nothing"]:
        if not self.found:
            return "nothing"
        if self.assembled:
            return "assembled"
        first = self.found[0]
        if first.meaning:
            return "altered"
        return "nearly" if first.differing or first.reordered else "verbatim"


def check(reader: Reader, text: str, before: Callable[[float], None] = lambda _: None) -> Checked:
    """Never raises for any text, but what `before` does: it is told what the search will take, in milliseconds of a
    processor."""
    whole = plain(text)
    quoted = whole[:LONGEST]
    pasted = read(quoted)
    known = _Known(reader, " ".join(quoted[slice(*span)] for span in pasted.spans))
    sought = Sought(quoted, pasted, known.weight)
    rows = [(each, Row(each.text)) for each in _candidates(reader, known, before)] if sought.row.keys else []
    found, put_together = sought.found(rows)
    shown = found if put_together else found[:_SHOWN]
    return Checked(quoted, len(whole) > LONGEST, tuple(shown), put_together, pasted.speaker, pasted.shortened)


class _Known:
    """The first words of a text, and how many articles have each."""

    def __init__(self, reader: Reader, text: str) -> None:
        self.terms = [token.term for token in islice(analysis.tokens(text), _WEIGHED)]
        self.counts = {term: n for term in set(self.terms) if (n := reader.document_frequency("any", term))}
        self.articles = reader.count

    def weight(self, word: str) -> float:
        """A word that no article has weighs as much as one that a single article has."""
        return log(1 + self.articles / self.counts.get(analysis.fold_word(word), 1))

    def query(self) -> Query | None:
        """Any of the rarest words and any of the rarest rows of three: an altered word leaves the others."""
        known = self.counts
        rarest = sorted(known, key=lambda term: (known[term], term))[:_SEARCHED]
        trios = zip(self.terms, self.terms[1:], self.terms[2:], strict=False)
        rows = {row for row in trios if all(term in known for term in row)}
        telling = sorted(rows, key=lambda row: (sorted(known[term] for term in row), row))[:_SEARCHED]
        words = (Word(term, exact=True, typed=term) for term in rarest)
        parts: tuple[Query, ...] = (*words, *map(Phrase, telling))
        return Or(parts) if parts else None


def _candidates(reader: Reader, known: _Known, before: Callable[[float], None]) -> Iterator[Article]:
    query = known.query()
    before(cost(reader, query, BUDGET) if query else 0)
    hits = reader.search(SearchRequest(query, limit=_CANDIDATES)).hits if query else ()
    left = _LOOKED_AT
    for article in filter(None, (reader.article(hit.id) for hit in hits)):
        yield article
        left -= len(article.text)
        if left <= 0:
            break
