"""What a reader may be about to type: names, titles and words that go on from the last word."""

import heapq
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Literal

from indexer.engines.engine import FacetCount, FacetWanted, Reader, SearchRequest, TermCount
from indexer.fields import FACETS, FacetField
from indexer.query.tree import And, DisMax, MatchAll, Query, Word
from indexer.text import analysis
from indexer.text.characters import plain
from indexer.text.stop_words import FUNCTION_WORDS
from indexer.text.symbols import symbols_in

_ENDS = 20  # words of a title that the last, unfinished word may stand for
_MOST_WORDS = 50_000
_COUNTED, _ENDINGS = 12, 5  # endings of the last word that are counted, and shown
_LAST_WORD = re.compile(r"\S*$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`typed` is what to search for; `article_id` only where the suggestion is an article's title."""

    text: str
    kind: Literal["title", "word"] | FacetField
    typed: str
    article_id: str = ""


Values = Mapping[FacetField, frozenset[str]]


def suggest(reader: Reader, typed: str, limit: int = 8, called: Values | None = None) -> tuple[Suggestion, ...]:
    """Names, titles and words by turns, each kind's most frequent first; none where the last word has no letters.

    `called`: values that have another name which goes on from all that was typed.
    """
    typed = plain(typed[-200:])
    terms = analysis.terms(typed)
    if not terms or limit < 1 or not analysis.terms(_last(typed)):
        return ()
    names = chain(_called(reader, called or {}), _names(reader, typed))
    kinds = (names, _titles(reader, terms), _words(reader, typed, terms[-1]))
    turns = (each for turn in zip_longest(*kinds) for each in turn if each is not None)
    unique = {suggestion.text: suggestion for suggestion in islice(turns, 3 * limit)}
    return tuple(unique.values())[:limit]


def _last(typed: str) -> str:
    match = _LAST_WORD.search(typed)
    return match.group() if match else ""


def _names(reader: Reader, typed: str) -> Iterator[Suggestion]:
    """Values that contain all that was typed, at the beginning of a word, or the document that it names."""
    written = " ".join(typed.split())
    symbols = [each.symbol for each in symbols_in(written)]
    yield from chain.from_iterable(_named(reader, analysis.fold(each)) for each in dict.fromkeys([written, *symbols]))


def _called(reader: Reader, called: Values) -> Iterator[Suggestion]:
    wanted = tuple(FacetWanted(field, limit=5, named=values) for field, values in called.items() if values)
    yield from (_offered(row, field) for row, field in _counted(reader, wanted))


def _named(reader: Reader, sought: str) -> Iterator[Suggestion]:
    named = (field for field, facet in FACETS.items() if facet.suggested)
    wanted = tuple(FacetWanted(field, limit=5, containing=sought) for field in named)
    for row, field in _counted(reader, wanted):
        if re.search(rf"(?<!\w){re.escape(sought)}", analysis.fold(row.value)):
            yield _offered(row, field)


def _counted(reader: Reader, wanted: tuple[FacetWanted, ...]) -> list[tuple[FacetCount, FacetField]]:
    """The most frequent first."""
    counted = reader.search(SearchRequest(MatchAll(), limit=0, facets=wanted)).facets if wanted else ()
    rows = [(row, counts.field) for counts in counted for row in counts.rows]
    return sorted(rows, key=lambda pair: (-pair[0].count, pair[0].value))


def _offered(row: FacetCount, field: FacetField) -> Suggestion:
    return Suggestion(row.value, field, f'{field}:"{row.value}"')


def _titles(reader: Reader, terms: list[str]) -> Iterator[Suggestion]:
    ends = [each.term for each in reader.terms("title", terms[-1], _ENDS)]
    if not ends:
        return
    finished: list[Query] = [Word(term, "title", exact=True) for term in terms[:-1]]
    query = And((*finished, DisMax(tuple(Word(end, "title", exact=True) for end in ends))))
    for hit in reader.search(SearchRequest(query, limit=3)).hits:
        if (article := reader.article(hit.id)) is not None:
            yield Suggestion(article.title, "title", f'title:"{article.title.replace(chr(34), " ")}"', article.id)


def _words(reader: Reader, typed: str, beginning: str) -> Iterator[Suggestion]:
    """By how many articles have each of them together with the words before, and those alone that some article has."""
    if analysis.is_unspaced(beginning):  # a character is no beginning of a word
        return
    known = reader.terms("any", beginning, _MOST_WORDS)
    before = typed[: len(typed) - len(_last(typed))].lstrip()
    frequent = heapq.nsmallest(_COUNTED, known, key=lambda each: (-each.document_frequency, each.term))
    counted = ((-_together(reader, before, each), each.term) for each in frequent)
    for _, term in sorted(pair for pair in counted if pair[0])[:_ENDINGS]:
        yield Suggestion(before + term, "word", before + term)


def _together(reader: Reader, before: str, word: TermCount) -> int:
    words = [Word(term, typed=term) for term in analysis.terms(before) if term not in FUNCTION_WORDS]
    if not words:
        return word.document_frequency
    return reader.search(SearchRequest(And((*words, Word(word.term, exact=True))), limit=0)).total
