"""`Long Form (ACRONYM)`: a text teaches its own acronyms, also for bodies that no authority file has."""

import re
from collections.abc import Iterator

from indexer.authority import Authority
from indexer.authority.words import BREAK, Words
from indexer.ingest.names.gazetteer import bare, name_at
from indexer.ingest.names.repeated import repeated
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of

_ACRONYM = re.compile(r"[(][^\W\d_][\w-]{1,9}[)]")
_SMALL = words_of("small")
_BODIES = words_of("bodies")
_LONGEST = 14


def with_defined_acronyms(words: Words, spans: list[Span], authority: Authority) -> list[Span]:
    """The spans and those that the text itself teaches; its own long form wins over a known acronym."""
    definitions = list(_definitions(words))
    if not definitions:
        return spans
    covering = {index: span for span in spans for index in range(span.first, span.last + 1)}
    forms: dict[tuple[str, ...], str] = {}
    acronyms: dict[str, str] = {}
    for first, acronym in definitions:
        known = covering.get(acronym - 1)
        inside = known is not None and known.first <= first
        name = known.name if known and inside else _new_name(words, first, acronym, authority)
        meant = covering.get(acronym)
        if name and not (inside and meant and meant.name == name):
            acronyms.setdefault(words.written[acronym], name)
            if not inside:
                forms.setdefault(tuple(words.folded[first:acronym]), name)
    return _replaced(spans, list(_defined(words, forms, acronyms)))


def _defined(words: Words, forms: dict[tuple[str, ...], str], acronyms: dict[str, str]) -> Iterator[Span]:
    yield from (Span("organisation", name, first, last) for first, last, name in repeated(words, forms))
    for index, word in enumerate(words.written):
        if bare(word) in acronyms:
            yield Span("organisation", acronyms[bare(word)], index, index)


def _replaced(spans: list[Span], defined: list[Span]) -> list[Span]:
    taken = covered(defined)
    kept = [span for span in spans if taken.isdisjoint(range(span.first, span.last + 1))]
    return sorted([*kept, *defined], key=lambda span: span.first)


def _new_name(words: Words, first: int, acronym: int, authority: Authority) -> str:
    """The display name of a long form; "" where it is no body's."""
    if _BODIES.isdisjoint(words.folded[first:acronym]):
        return ""
    written = name_at(words, first, acronym - 1)
    entries = [entry for entry in authority.lookup(written) if entry.kind == "organisation"]
    return entries[0].name if entries else written


def _definitions(words: Words) -> Iterator[tuple[int, int]]:
    """The first word of a long form and the acronym right behind it: each acronym in brackets whose letters are the
    initials of the capitalised words before it."""
    at: dict[int, int] = {}
    for match in _ACRONYM.finditer(words.text) if "(" in words.text else ():
        at = at or {start: index for index, start in enumerate(words.starts)}
        index = at.get(match.start() + 1, 0)
        if index and words.written[index][0].isupper() and sum(c.isupper() for c in words.written[index]) >= 2:
            first = _long_form(words, index)
            if first is not None:
                yield first, index


def _long_form(words: Words, index: int) -> int | None:
    """Where the words begin whose initials spell the acronym at `index`, read backwards; None where they do not."""
    letters = [letter.lower() for letter in words.written[index] if letter.isalpha()]
    first, at = index, index
    while letters and at > 0 and index - at < _LONGEST and (at == index or words.gaps[at] != BREAK):
        at -= 1
        word = words.written[at]
        if word[0].lower() == letters[-1] and (word[0].isupper() or word not in _SMALL):
            letters.pop()
            first = at
        elif word.lower() not in _SMALL:
            return None
    return first if first < index and not letters and words.written[first][0].isupper() else None
