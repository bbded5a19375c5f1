"""A name at its place among a text's words."""

from collections.abc import Iterable
from typing import NamedTuple

from indexer.authority import Kind


class Span(NamedTuple):
    """Words `first` to `last` (inclusive) name `name`, the display name. `company`: read by a company's ending."""

    kind: Kind
    name: str
    first: int
    last: int
    company: bool = False


def covered(spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in range(span.first, span.last + 1)}
