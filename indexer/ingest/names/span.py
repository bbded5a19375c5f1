"""A name at its place among a text's words."""

from dataclasses import dataclass

from indexer.ingest.authority import Kind


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first` to `last` (inclusive) name `name`, the display name."""

    kind: Kind
    name: str
    first: int
    last: int


def covered(spans: list[Span]) -> set[int]:
    return {index for span in spans for index in range(span.first, span.last + 1)}
