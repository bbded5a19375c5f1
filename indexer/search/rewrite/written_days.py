"""A day that was typed among the words, 17 January 2017, is also the date of an article: found either way."""

from collections.abc import Iterator, Sequence

from indexer.query.dates import written_day
from indexer.query.terms import together
from indexer.query.tree import And, DateRange, DisMax, Phrase, Query, Word
from indexer.search.rewrite.required_words import is_quoted

_LONGEST = 5  # words: el 17 de enero de 2017


def with_days(query: Query) -> Query:
    """Each day within a list of words becomes a `DisMax` of its words and its date."""
    if isinstance(query, And):
        return together(list(_read(query.parts)))
    return _read_one([query]) or query


def _read(parts: Sequence[Query]) -> Iterator[Query]:
    """Longest first, from the left."""
    at = 0
    while at < len(parts):
        lengths = range(min(_LONGEST, len(parts) - at), 0, -1)
        found = next(((day, n) for n in lengths if (day := _read_one(parts[at : at + n]))), None)
        yield found[0] if found else parts[at]
        at += found[1] if found else 1


def _read_one(parts: Sequence[Query]) -> Query | None:
    words = [each for each in parts if isinstance(each, Word | Phrase) and each.field == "any" and not is_quoted(each)]
    if len(words) < len(parts):
        return None
    typed = " ".join(each.typed for each in words)
    day: DateRange | None = written_day(typed) if any(map(str.isdigit, typed)) else None
    return DisMax((together(words), day), typed=typed) if day else None
