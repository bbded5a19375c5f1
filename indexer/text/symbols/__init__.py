"""Documents that a text names, each in one form: A/RES/64/256, S/RES/1373 (2001), PC.DEC/1106, UN Charter, art. 51."""

from indexer.text.symbols import articles, osce, resolutions, written
from indexer.text.symbols.symbol import Symbol

__all__ = ["Symbol", "symbols_in"]

_KINDS = (written, osce, resolutions, articles)


def symbols_in(text: str) -> tuple[Symbol, ...]:
    """In reading order, disjoint; a document named twice is there twice."""
    found = [each for kind in _KINDS for each in kind.symbols_in(text)]
    kept: list[Symbol] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
