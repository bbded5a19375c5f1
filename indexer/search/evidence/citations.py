"""Where a text cites a document, in whatever form `symbols_in` knows."""

import re
from collections.abc import Iterator

from indexer.article import Span
from indexer.search.evidence.paragraphs import PARAGRAPH, paragraphs_with
from indexer.text.symbols import symbols_in
from indexer.text.symbols.bodies import names_security_council

_OF = re.compile(r"\([^)]*\)$")  # the year or the session
_NUMBER = re.compile(r"[0-9]+")
_REACH = 90  # characters before a paragraph in which the body may be named whose resolution a number is
_COUNCIL = f"{PARAGRAPH}Security Council"


def citations(text: str, document: str, title: str = "") -> Iterator[Span]:
    """In reading order. Of paragraphs those are read that have its number, and of a title above what they need."""
    whole = f"{title}{PARAGRAPH}{text}" if title else text
    ahead = len(whole) - len(text)
    for start, end in _read(whole, document):
        begin = max(0, start - _REACH)
        # What bare numbers of resolutions mean depends on whether the Council is named anywhere.
        named = _COUNCIL if document.startswith("S/") and names_security_council(whole) else ""
        for each in symbols_in(whole[begin:end] + named):
            place = each.start + begin
            if each.symbol == document and place >= max(start, ahead):
                yield place - ahead, each.end + begin - ahead


def _read(whole: str, document: str) -> Iterator[Span]:
    """All at once where articles of a charter are cited: which one is meant may be said anywhere."""
    if "/" not in document:
        return iter([(0, len(whole))])
    return paragraphs_with(whole, [max(_NUMBER.findall(_OF.sub("", document)), key=len, default="")])
