"""A document named in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Symbol:
    """`symbol` in its one form for all texts; it was read at `text[start:end]`."""

    symbol: str
    start: int
    end: int
