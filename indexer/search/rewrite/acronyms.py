"""A phrase that was typed with an acronym, "WHO said", is searched as the words and the acronym: no engine knows where
in an article the letters are capitals."""

from indexer.query.tree import And, Phrase, Query, SpanNear, Word, mapped
from indexer.text.acronyms import acronym, are_capitals


def with_acronyms(query: Query) -> Query:
    if not isinstance(query, Phrase | SpanNear):
        return mapped(query, with_acronyms)
    written = query.typed.split()
    letters = (acronym(word.strip(".,;:!?()")) for n, word in enumerate(written) if not are_capitals(written, n))
    found = tuple(Word(each, query.field, typed=each) for each in dict.fromkeys(filter(None, letters)))
    return And((query, *found)) if found and query.field in ("any", "title") else query
