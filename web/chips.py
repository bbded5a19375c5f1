"""What narrows a search, one chip each: the words' parts, chosen values, dates. Clicking one takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.fields import FACETS
from indexer.search.lexer import mend
from web import wording
from web.params import SearchParams

_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the result; `href` is the same search without it."""

    label: str
    value: str
    href: str
    excluded: bool = False


def chips(params: SearchParams) -> tuple[Chip, ...]:
    return (*_word_chips(params), *_facet_chips(params), *_date_chips(params))


def _word_chips(params: SearchParams) -> Iterator[Chip]:
    typed = parts(params.asked.typed)
    for index, part in enumerate(typed):
        others = " ".join(typed[:index] + typed[index + 1 :])
        yield Chip("Word" if part.isalnum() else "Words", part, params.with_typed(others).url())


def _facet_chips(params: SearchParams) -> Iterator[Chip]:
    for choice in params.asked.choices:
        heading = FACETS[choice.field].heading
        for raw in choice.include + choice.exclude:
            excluded = raw in choice.exclude
            said = wording.value(choice.field, raw)
            label = f"Not {heading.lower()}" if excluded else heading
            yield Chip(label, said, params.dropping(choice.field, raw).url(), excluded)


def _date_chips(params: SearchParams) -> Iterator[Chip]:
    first, last = params.asked.first, params.asked.last
    if first:
        yield Chip("From", wording.day(first), params.with_dates("", last).url())
    if last:
        yield Chip("To", wording.day(last), params.with_dates(first, "").url())


def parts(typed: str) -> list[str]:
    """The parts that all have to match, as typed: words, phrases, groups, fields with their value.

    Where alternatives stand at the top (a OR b), or there are very many parts, the whole is one part.
    """
    pieces = [typed[start:end] for start, end in _spans(mend(typed).text)]
    joined: list[str] = []
    negated = ""
    for piece in pieces:
        if piece == "NOT":
            negated = "NOT "
        elif piece != "AND":
            joined.append(negated + piece)
            negated = ""
    if "OR" in pieces or len(joined) > _MOST_PARTS:
        return [typed]
    return joined


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Runs between blanks outside quotation marks and parentheses, both of which balance in a mended text."""
    start, depth, quoted = 0, 0, False
    for at, character in enumerate(text):
        quoted ^= character == '"'
        depth += 0 if quoted else (character == "(") - (character == ")")
        if character.isspace() and not quoted and not depth:
            if at > start:
                yield start, at
            start = at + 1
    if len(text) > start:
        yield start, len(text)
