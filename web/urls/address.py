"""Addresses as pages write them: a path, name and value pairs in their order, a place on the page."""

from functools import lru_cache
from itertools import starmap
from urllib.parse import quote, urlencode

Pairs = list[tuple[str, str]]


def address(path: str, pairs: Pairs, fragment: str = "") -> str:
    query = f"?{'&'.join(starmap(encoded, pairs))}" if pairs else ""
    return f"{_quoted(path)}{query}{f'#{quote(fragment)}' if fragment else ''}"


# A page has some hundred links, and most of them differ in one pair only.
@lru_cache(maxsize=1_024)
def encoded(name: str, value: str) -> str:
    return urlencode([(name, value)])


_quoted = lru_cache(maxsize=512)(quote)
