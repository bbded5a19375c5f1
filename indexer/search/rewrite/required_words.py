"""Which words an article must have: of a query of content words all but the function words, or only one of them."""

from dataclasses import replace

from indexer.fields import NAME_FIELDS
from indexer.query.terms import together
from indexer.query.tree import (
    And,
    Boosted,
    DateRange,
    DisMax,
    Leaf,
    Not,
    Or,
    Phrase,
    Query,
    Required,
    Said,
    SpanNear,
    Word,
    mapped,
    parts,
)
from indexer.text import analysis
from indexer.text.stop_words import FUNCTION_WORDS, function_words


def without_function_words(query: Query) -> Query:
    """Those that stand unquoted beside content words. A query of nothing else means what it says: to be or not to be,
    the who; and so does what is typed in capitals beside small letters: US policy."""
    if not isinstance(query, And):
        return query
    typed = (part.part if isinstance(part, Said) else part for part in query.parts)
    known = function_words(analysis.fold_word(part.typed) for part in typed if isinstance(part, Word | DisMax))
    content = [part for part in query.parts if not is_function_word(part, known)]
    return together(content) if any(map(is_wording, content)) else query


def any_of_words(query: Query) -> Query | None:
    """Fulfilled by one of the words together with all that is no word, or has to be there: dates, names of fields, what
    is left out; what is quoted or has a plus, beside which the other words only rank. None where there is nothing to
    choose among."""
    conditions = query.parts if isinstance(query, And) else ()
    words = [part for part in conditions if is_wording(part) and not _has_to_be_there(part)]
    needed = [part for part in conditions if part not in words]
    if words and any(map(is_wording, needed)):
        return Boosted(together(needed), tuple(map(_flat, words)), 1.0)
    return together([Or(tuple(map(_flat, words))), *needed]) if len(words) > 1 else None


def _has_to_be_there(query: Query) -> bool:
    return is_quoted(query) or isinstance(query, Required)


def _flat(query: Query) -> Query:
    if isinstance(query, Word):
        return replace(query, flat=query.field == "any" and not query.exact)
    return mapped(query, _flat)


def is_quoted(query: Query) -> bool:
    if isinstance(query, Phrase):
        return not query.run and " " in query.typed  # a symbol such as A/RES/71/12 is a phrase without quotation marks
    return isinstance(query, SpanNear) or (isinstance(query, Word) and query.exact)


def is_function_word(query: Query, known: frozenset[str] = FUNCTION_WORDS) -> bool:
    """By the word itself: the stem of “does” is “doe”, which is a word of its own. `known`: those of its languages."""
    if isinstance(query, Said):
        query = query.part
    if isinstance(query, DisMax) and query.typed.islower():  # las, which is the League of Arab States in capitals
        query = query.parts[0]
    return (
        isinstance(query, Word)
        and not query.exact
        and query.field == "any"
        and analysis.fold_word(query.typed) in known
        and not query.is_acronym
    )


def is_wording(query: Query) -> bool:
    """Whether the query is of words of title or text, and not a condition beside them."""
    if isinstance(query, Not | DateRange):
        return False
    return query.field not in NAME_FIELDS if isinstance(query, Leaf) else any(map(is_wording, parts(query)))
