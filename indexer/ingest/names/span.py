"""A name at its place among a text's words."""

from dataclasses import dataclass

from indexer.ingest.authority import Kind


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first` to `last` (inclusive) name `name`, the display name. `company`: read by a company's ending."""

    kind: Kind
    name: str
    first: int
    last: int
    company: bool = False


def covered(spans: list[Span]) -> set[int]:
    return {index for span in spans for index in range(span.first, span.last + 1)}
