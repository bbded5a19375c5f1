"""What was typed may name one thing: a document (UNSCR 1373), an article's own address, an acronym letter by letter.

Each is found either way: as the words that were typed, or as the thing that they name.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.query.terms import plain, pronoun_acronym, together
from indexer.query.tree import And, DisMax, Leaf, Phrase, Query, SpanNear, Word, mapped
from indexer.search.rewrite.required_words import is_quoted
from indexer.text import analysis
from indexer.text.acronyms import acronym, are_capitals
from indexer.text.symbols import symbols_in
from indexer.text.web_address import address_key, is_web_address

_LONGEST = 8  # words: article 51 of the UN Charter
_NUMBER = re.compile(r"\d|^[IVX]+$")
_OF_BODIES = frozenset(analysis.terms("the UN GA UNGA UNSC United Nations General Assembly Security Council"))


def with_references(query: Query) -> Query:
    """Each name within a list of words becomes a `DisMax` of its words and of what has that name."""
    if isinstance(query, And):
        return together(list(_read(query.parts)))
    return next(iter(_read([query])))


def _read(parts: Sequence[Query]) -> Iterator[Query]:
    """Shortest first, from the left: whatever stands behind a name is no part of it."""
    at = 0
    while at < len(parts):
        sizes = range(1, 1 + min(_LONGEST, len(parts) - at))
        found = next(((each, size) for size in sizes if (each := _named(parts[at : at + size]))), None)
        year = parts[at + found[1]] if found and at + found[1] < len(parts) else None
        if found and isinstance(year, Word) and _ends_with_year(parts[at : at + found[1]], year):
            found = _named(parts[at : at + found[1]], year) or found[0], found[1] + 1
        yield found[0] if found else parts[at]
        at += found[1] if found else 1


def _named(parts: Sequence[Query], *more: Leaf) -> Query | None:
    """`more` belongs to the name as well."""
    leaves = [each for each in parts if isinstance(each, Word | Phrase) and each.field == "any" and not is_quoted(each)]
    if len(leaves) < len(parts):
        return None
    typed = [each.typed for each in leaves]
    named = _spelt(leaves) or _document(typed) or _address(typed)
    whole = together([*leaves, *more])
    return DisMax((whole, named), typed=" ".join(each.typed for each in (*leaves, *more))) if named else None


def _spelt(leaves: Sequence[Leaf]) -> Query | None:
    """U S"""
    if len(leaves) < 2 or not all(len(each.typed) == 1 and each.typed.isalpha() for each in leaves):
        return None
    letters = "".join(each.typed for each in leaves)
    return pronoun_acronym(letters.upper(), "any") or plain(letters, "any")


def _address(typed: Sequence[str]) -> Query | None:
    key = address_key(typed[0]) if len(typed) == 1 and is_web_address(typed[0]) else ""
    return Word(key, "url", exact=True, typed=typed[0]) if key else None


def _document(typed: Sequence[str]) -> Query | None:
    """Where all of the words are needed to name it, but for those of its body. Each name has a number."""
    if not any(map(_NUMBER.search, typed)):
        return None
    found = _symbols(typed)
    if len(found) != 1 or (_symbols(typed[1:]) == found and analysis.fold(typed[0]) not in _OF_BODIES):
        return None
    return Phrase(tuple(analysis.terms(found[0])), "document", typed=found[0])


def _symbols(typed: Sequence[str]) -> list[str]:
    """Written symbols are often typed in small letters: s/res/242."""
    text = " ".join(word.upper() if "/" in word and not is_web_address(word) else word for word in typed)
    return [each.symbol for each in symbols_in(text)]


def _ends_with_year(parts: Sequence[Query], year: Word) -> bool:
    """S/RES/242 (1967): the parentheses are gone by now."""
    written = " ".join(each.typed for each in parts if isinstance(each, Word | Phrase))
    whole = f"{written} ({year.typed})".upper()
    return any(each.end == len(whole) for each in symbols_in(whole))


def with_acronyms(query: Query) -> Query:
    """A phrase that was typed with an acronym, "WHO said", becomes the words and the acronym: no engine knows where in
    an article the letters are capitals."""
    if not isinstance(query, Phrase | SpanNear):
        return mapped(query, with_acronyms)
    written = query.typed.split()
    letters = (acronym(word.strip(".,;:!?()")) for n, word in enumerate(written) if not are_capitals(written, n))
    found = tuple(Word(each, query.field, typed=each) for each in dict.fromkeys(filter(None, letters)))
    return And((query, *found)) if found and query.field in ("any", "title") else query
