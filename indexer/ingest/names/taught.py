"""`Long Form (ACRONYM)`: a text teaches its own acronyms, also for bodies that no authority file has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.ingest.authority.words import BREAK, Words
from indexer.ingest.names.vocabulary import words_of

_ACRONYM = re.compile(r"[(][^\W\d_][\w-]{1,9}[)]")
_SMALL = words_of("small")
BODIES = words_of("bodies")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Taught:
    """Words `first` to `last` are the long form of the acronym at word `acronym`."""

    first: int
    last: int
    acronym: int


def taught_in(words: Words) -> Iterator[Taught]:
    """Each acronym in brackets whose letters are the initials of the capitalised words before it."""
    at = {start: index for index, start in enumerate(words.starts)}
    for match in _ACRONYM.finditer(words.text):
        index = at.get(match.start() + 1)
        if index and _is_taught_form(words.written[index]):
            first = _long_form(words, index)
            if first is not None:
                yield Taught(first, index - 1, index)


def _is_taught_form(word: str) -> bool:
    return sum(letter.isupper() for letter in word) >= 2 and word[0].isupper()


def _long_form(words: Words, index: int) -> int | None:
    """Where the words begin whose initials spell the acronym at `index`, read backwards; None where they do not."""
    letters = [letter.lower() for letter in words.written[index] if letter.isalpha()]
    first, at = None, index
    while letters and at > 0 and index - at < _LONGEST and (at == index or words.gaps[at] != BREAK):
        at -= 1
        word = words.written[at]
        if word[0].lower() == letters[-1] and (word[0].isupper() or word.lower() not in _SMALL):
            letters.pop()
            first = at
        elif word.lower() not in _SMALL:
            return None
    return first if not letters and first is not None and words.written[first][0].isupper() else None


def occurrences(words: Words, taught: Taught, *, long: bool) -> Iterator[tuple[int, int]]:
    """Every place where the acronym stands in the text and, with `long`, its long form in any case but the first's."""
    acronym = words.written[taught.acronym]
    form = words.folded[taught.first : taught.last + 1]
    for index, word in enumerate(words.written):
        if word == acronym:
            yield index, index
        elif long and words.folded[index] == form[0] and _stands(words, index, form):
            yield index, index + len(form) - 1


def _stands(words: Words, index: int, form: list[str]) -> bool:
    end = index + len(form)
    return (
        words.folded[index:end] == form
        and words.written[index][0].isupper()
        and BREAK not in words.gaps[index + 1 : end]
    )
