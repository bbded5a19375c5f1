"""Misspelt words: what no article has, and what was probably meant instead.

A word that finds something is right, and so is one in quotation marks. Where one spelling is far the best, its articles
are shown at once (`Correction.sure`); otherwise it is only proposed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from indexer.engines.engine import Reader, SearchRequest
from indexer.engines.term_dictionary import TermDictionary
from indexer.fields import NAME_FIELDS
from indexer.query.terms import plain, together
from indexer.query.tree import And, DisMax, Not, Phrase, Query, Word, mapped, parts
from indexer.search.rewrite.required_words import is_function_word
from indexer.text import analysis
from indexer.text.stemmer import stem

_SHORTEST = 5  # letters: shorter words are too near to everything (soja, sofa)
_LONG = 8  # letters from which on two may be wrong
_TIMES_AS_MANY = 4  # articles, that a spelling be far the best of equally near ones
_PIECE = 3  # letters at least of two words that were typed as one
_MOST = 4  # words; where more are unknown, they are of another language or archive


@dataclass(frozen=True, slots=True)
class Correction:
    """The query with other words in the place of misspelt ones. `sure`: none of them could well be another word."""

    query: Query
    sure: bool


def correction(reader: Reader, query: Query, typed: Query) -> Correction | None:
    """`query` is `typed` with its names widened, which are words that somebody has written so. None where nothing is
    misspelt, or nothing near is known."""
    unknown = list(islice(_unknown(reader, query), _MOST + 1))
    found = {word: other for word in unknown[:_MOST] if (other := _other(reader, word))}
    if not found or len(unknown) > _MOST:
        return None
    replaced = _replaced(typed, {word: other for word, (other, _) in found.items()})
    return Correction(replaced, all(sure for _, sure in found.values()))


def spellings(reader: Reader, typed: str, limit: int = 3) -> tuple[str, ...]:
    """Words of the index that are spelt nearly as this one, nearest first, of equally near ones the most frequent."""
    near = _near(analysis.fold_word(typed), reader.term_dictionary("any"))
    return tuple(word for _, _, word in near[:limit])


def _unknown(reader: Reader, query: Query) -> Iterator[Word]:
    """Words that no article has in any form."""
    if isinstance(query, DisMax):
        query = _parted(query) or query
    if isinstance(query, Word):
        if _may_be_wrong(query) and not _is_known(reader, query):
            yield query
    elif not isinstance(query, DisMax | Not):
        for part in parts(query):
            yield from _unknown(reader, part)


def _parted(query: DisMax) -> Word | None:
    """What is looked for as two words too: they are proposed, so that a reader sees them."""
    word, *others = query.parts
    pairs = ("".join(each.terms) for each in others if isinstance(each, Phrase))
    return word if isinstance(word, Word) and word.term in pairs else None


def _may_be_wrong(word: Word) -> bool:
    quoted = word.exact and word.field not in NAME_FIELDS
    return word.typed.isalpha() and len(word.typed) >= _SHORTEST and not quoted and not is_function_word(word)


def _is_known(reader: Reader, word: Word) -> bool:
    if reader.document_frequency(word.field, analysis.fold_word(word.typed)):
        return True
    return reader.search(SearchRequest(word, limit=0)).total > 0


def _other(reader: Reader, word: Word) -> tuple[Query, bool] | None:
    """What was meant, and whether that is sure."""
    term, words = analysis.fold_word(word.typed), reader.term_dictionary(word.field)
    if word.field == "any" and (two := _split(reader, word.typed, term)):
        return two, False
    near = _near(term, words)
    if not near:
        return None
    (edits, articles, better), *others = near
    rivals = [n for e, n, other in others if e == edits and stem(other) != stem(better)]
    sure = all(articles >= _TIMES_AS_MANY * each for each in rivals) and (better[0] == term[0] or not others)
    shown = _as_written(better, word.typed)
    return replace(word, term=better, typed=shown), sure


def _near(term: str, words: TermDictionary) -> list[tuple[int, int, str]]:
    """Other words within a few edits: how many, articles that have it, and the word; the nearest first, of equally near
    ones the most frequent."""
    if len(term) < _SHORTEST:
        return []
    found = words.fuzzy(term, 1 if len(term) < _LONG else 2)
    near = [(each.edits, each.articles, each.term) for each in found if each.edits and each.articles]
    return sorted(near, key=lambda each: (each[0], -each[1], each[2]))


def _split(reader: Reader, typed: str, term: str) -> Query | None:
    """Two words that stand side by side in some article: interestrate."""
    if len(typed) != len(term):
        return None
    known = reader.document_frequency
    for end in range(_PIECE, len(term) - _PIECE + 1):
        pair = term[:end], term[end:]
        if all(known("any", each) for each in pair) and reader.search(SearchRequest(Phrase(pair), limit=0)).total:
            return together([plain(typed[:end], "any"), plain(typed[end:], "any")])
    return None


def _as_written(word: str, typed: str) -> str:
    """With the capitals of what it stands for."""
    return word.upper() if typed.isupper() else word.capitalize() if typed[:1].isupper() else word


def _replaced(query: Query, others: dict[Word, Query]) -> Query:
    if isinstance(query, Word):
        return others.get(query, query)
    if isinstance(query, And):
        return together([_replaced(part, others) for part in query.parts])
    return query if isinstance(query, DisMax | Not) else mapped(query, lambda part: _replaced(part, others))
