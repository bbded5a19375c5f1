"""Words of scripts without spaces, which nobody parts: each two characters that were typed side by side are one thing
to find.

The pair across two words is none: 安全合作 is 安全 and 合作, and 全合 stands in few texts. A pair that fewer articles
have than either of its neighbours is left out, for these have its characters.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from indexer.engines.engine import Reader, SearchRequest
from indexer.query.terms import together
from indexer.query.tree import And, Phrase, Query, Word, mapped
from indexer.text.analysis import is_unspaced

_LONGEST = 30  # characters


def in_pieces(reader: Reader, query: Query) -> Query:
    """The same query with the pieces of each run in its place. A whole sentence stays one phrase: it was pasted, and
    each of its pairs would have to be counted."""
    if isinstance(query, Phrase) and query.run:
        if len(query.terms) > _LONGEST:
            return replace(query, run=False)
        return together(_without_seams(reader, list(_pieces(query))))
    if isinstance(query, And):
        return together([in_pieces(reader, part) for part in query.parts])
    return mapped(query, lambda part: in_pieces(reader, part))


def _pieces(run: Phrase) -> Iterator[Word | Phrase]:
    """A number counts with the character beside it (第77届); a word of other letters stands by itself."""
    whole = {term for term in run.terms if not is_unspaced(term) and not term.isdigit()}
    yield from (Word(term, run.field, typed=term) for term in run.terms if term in whole)
    for before, term, behind in zip(("", *run.terms), run.terms, (*run.terms[1:], ""), strict=False):
        if term not in whole and {before, behind} <= {"", *whole}:
            yield Phrase((term,), run.field, term)
    for pair in pairwise(run.terms):
        typed = "".join(pair)
        if all(map(is_unspaced, pair)):
            yield Word(typed, run.field, typed=typed)
        elif whole.isdisjoint(pair):
            yield Phrase(pair, run.field, typed)


def _without_seams(reader: Reader, pieces: list[Word | Phrase]) -> list[Word | Phrase]:
    if len(pieces) < 3:
        return pieces
    counts = [reader.search(SearchRequest(piece, limit=0)).total for piece in pieces]
    seams = {
        nth
        for nth in range(1, len(pieces) - 1)
        if counts[nth] < min(counts[nth - 1], counts[nth + 1]) and all(map(_is_pair, pieces[nth - 1 : nth + 2]))
    }
    return [piece for nth, piece in enumerate(pieces) if nth not in seams]


def _is_pair(piece: Word | Phrase) -> bool:
    return isinstance(piece, Word) and is_unspaced(piece.term)
