"""The paragraphs of a text in which something may stand, found without reading their words."""

from collections.abc import Iterator, Sequence

from indexer.article import Span

PARAGRAPH = "\n\n"


def paragraphs_with(text: str, hints: Sequence[str]) -> Iterator[Span]:
    """Those that have one of the hints; all where none has, for a text may spell it otherwise."""
    if not any(hint in text for hint in hints):
        hints = ("",)
    start = 0
    while start < len(text):
        end = text.find(PARAGRAPH, start)
        end = len(text) if end < 0 else end
        if any(text.find(hint, start, end) >= 0 for hint in hints):
            yield start, end
        start = end + len(PARAGRAPH)
