"""Where a quotation comes from: the article that says it, and the words in which the two differ.

quotation --telling words--> candidates --runs of words--> a place in each --difference--> Quoted

Words are compared without regard to capitals, punctuation and kinds of apostrophes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Literal

from rapidfuzz.distance import Levenshtein

from indexer.article import Article, Passage
from indexer.engines.engine import Reader, SearchRequest
from indexer.query.tree import Or, Phrase, Query, Word
from indexer.search.cost import BUDGET, cost
from indexer.search.highlight.token_arrays import TokenArrays
from indexer.search.quotation.align import places
from indexer.search.quotation.diff import Change, Stretch, changed, stretches
from indexer.text import analysis
from indexer.text.characters import plain

LONGEST = 100_000  # characters of a quotation that are looked for

_WEIGHED = 400  # words of a quotation that are weighed for how distinctive they are
_SEARCHED = 12  # of those, and of their rows of three, the ones that are searched for
_CANDIDATES = 20
_LOOKED_AT = 2_000_000  # characters of candidates after which no other one is looked at
_SHOWN = 3
_DIFFERING = 0.4  # the share of words that may differ
_SIGNS = re.compile(r"[^\s\w]*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """`start` to `end` of the article's text, or of its title, says what was quoted, or nearly; `passage`: the one in
    which it begins.

    `changes` lead from the quotation to the article's words; so many words are `differing`: other, missing or added.
    """

    article: Article
    passage: Passage | None
    start: int
    end: int
    changes: tuple[Change, ...]
    differing: int
    in_title: bool = False

    @property
    def key(self) -> str:
        """Of the passage; empty where there is none."""
        return self.article.passage_keys([self.passage])[0] if self.passage else ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The text that was looked for, `cut` where it was too long, and where it was found: the place that differs least
    first, of several the oldest article."""

    text: str
    cut: bool
    found: tuple[Quoted, ...]

    @property
    def verdict(self) -> Literal["verbatim", "nearly", "nothing"]:
        if not self.found:
            return "nothing"
        return "nearly" if self.found[0].differing else "verbatim"


def check(reader: Reader, text: str, before: Callable[[float], None] = lambda _: None) -> Quotation:
    """Never raises for any text, but what `before` does: it is told what the search will take, in milliseconds of a
    processor."""
    whole = plain(text)
    quoted = whole[:LONGEST]
    row = _Row(quoted)
    found = (_place(row, article) for article in _candidates(reader, quoted, before)) if row.keys else ()
    best = sorted((each for each in found if each), key=_merit)
    return Quotation(quoted, len(whole) > LONGEST, tuple(best[:_SHOWN]))


class _Row:
    """The words of a text as they are compared, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = TokenArrays.of(text)
        self.starts, self._ends = words.starts.tolist(), words.ends.tolist()
        self.keys = [_key(text[start:end]) for start, end in zip(self.starts, self._ends, strict=True)]

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """As they stand in the text, each with the signs and the white space behind it."""
        if first == last:
            return ()
        between = [self.text[start:end] for start, end in pairwise(self.starts[first:last])]
        return (*between, self.text[self.starts[last - 1] : self.end(last)] + " ")

    def end(self, last: int) -> int:
        """Where the signs behind the last of these words end."""
        signs = _SIGNS.match(self.text, self._ends[last - 1])
        return signs.end() if signs else self._ends[last - 1]


def _key(word: str) -> str:
    return word.casefold().replace("’", "'")


def _candidates(reader: Reader, text: str, before: Callable[[float], None]) -> Iterator[Article]:
    query = _query(reader, text)
    before(cost(reader, query, BUDGET) if query else 0)
    hits = reader.search(SearchRequest(query, limit=_CANDIDATES)).hits if query else ()
    left = _LOOKED_AT
    for article in filter(None, (reader.article(hit.id) for hit in hits)):
        yield article
        left -= len(article.text)
        if left <= 0:
            break


def _query(reader: Reader, text: str) -> Query | None:
    """Any of the rarest words and any of the rarest rows of three: an altered word leaves the others."""
    terms = [token.term for token in islice(analysis.tokens(text), _WEIGHED)]
    known = {term: count for term in set(terms) if (count := reader.document_frequency("any", term))}
    rarest = sorted(known, key=lambda term: (known[term], term))[:_SEARCHED]
    rows = {row for row in zip(terms, terms[1:], terms[2:], strict=False) if all(term in known for term in row)}
    telling = sorted(rows, key=lambda row: (sorted(known[term] for term in row), row))[:_SEARCHED]
    words = (Word(term, exact=True, typed=term) for term in rarest)
    parts: tuple[Query, ...] = (*words, *map(Phrase, telling))
    return Or(parts) if parts else None


def _place(quoted: _Row, article: Article) -> Quoted | None:
    """The place of the article that is most like the quotation; None where none is like it."""
    in_text = _placed(quoted, _Row(article.text), article)
    in_title = _placed(quoted, _Row(article.title), article)
    if in_title and (not in_text or in_title.differing < in_text.differing):
        return replace(in_title, passage=None, in_title=True)
    return in_text


def _placed(quoted: _Row, row: _Row, article: Article) -> Quoted | None:
    compared = [
        (Levenshtein.distance(quoted.keys, row.keys[slice(*span)]), span) for span in places(quoted.keys, row.keys)
    ]
    return _quoted(quoted, row, article, min(compared)[1]) if compared else None


def _quoted(quoted: _Row, row: _Row, article: Article, span: tuple[int, int]) -> Quoted | None:
    """None where too many words differ."""
    first, last = span
    found = _trimmed(stretches(quoted.keys, row.keys[first:last]))
    differing = sum(max(_length(each.old), _length(each.new)) for each in found if not each.same)
    if not found or differing > _DIFFERING * max(len(quoted.keys), found[-1].new[1] - found[0].new[0]):
        return None
    start = row.starts[first + found[0].new[0]]
    end = row.end(first + found[-1].new[1])
    passage = max((each for each in article.passages if each.start <= start), key=_start, default=None)
    made: list[Change] = []
    for each in found:
        now = row.words(first + each.new[0], first + each.new[1])
        made += changed(quoted.words(*each.old), now, same=each.same)
    return Quoted(article, passage, start, end, tuple(made), differing)


def _start(passage: Passage) -> int:
    return passage.start


def _trimmed(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Without the article's words before the first and behind the last that were quoted."""
    if not any(each.same for each in found):
        return ()
    beyond = [each for each in (found[0], found[-1]) if not _length(each.old)]
    return tuple(each for each in found if each not in beyond)


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _merit(found: Quoted) -> tuple[int, int, str]:
    return found.differing, found.article.date.first_day or 99991231, found.article.id
