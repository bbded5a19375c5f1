"""Documents that a text names, each in one form: A/RES/64/256, S/RES/1373 (2001), PC.DEC/1106, UN Charter, art. 51."""

from indexer.ingest.symbols import articles, resolutions, written
from indexer.ingest.symbols.addresses import symbol_url
from indexer.ingest.symbols.symbol import Symbol

__all__ = ["Symbol", "symbol_url", "symbols_in"]


def symbols_in(text: str) -> tuple[Symbol, ...]:
    """In reading order, disjoint; a document named twice is there twice."""
    found = sorted(
        (*written.symbols_in(text), *resolutions.symbols_in(text), *articles.symbols_in(text)),
        key=lambda each: (each.start, -each.end),
    )
    kept: list[Symbol] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
