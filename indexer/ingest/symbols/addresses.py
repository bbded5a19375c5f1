"""Where a document can be read: only addresses that follow from the symbol by rule."""

import re
from bisect import bisect_left
from urllib.parse import quote

_UNDOCS = "https://undocs.org/"
_CHARTER = "https://www.un.org/en/about-us/un-charter/chapter-"
_UN = re.compile(r"(?:A|S|E|T|ST|DP|CCPR|CEDAW|CERD|CAT|CRC|CMW|CRPD|CED|HRI|NPT|CD|TD|FCCC|CBD|UNEP|HSP|JIU)/")
_CHARTER_PART = re.compile(r"UN Charter, (?P<kind>art\.|ch\.) (?P<number>[0-9]+|[IVX]+)")
# The last article of each chapter of the UN Charter.
_LAST_ARTICLES = (2, 6, 8, 22, 32, 38, 51, 54, 60, 72, 74, 85, 91, 96, 101, 105, 107, 109, 111)
_CHAPTERS = "I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII,XIII,XIV,XV,XVI,XVII,XVIII,XIX"


def symbol_url(symbol: str) -> str | None:
    """
    >>> symbol_url("S/RES/1373 (2001)")
    'https://undocs.org/S/RES/1373(2001)'
    """
    charter = _CHARTER_PART.fullmatch(symbol)
    if charter:
        return _charter_url(charter["kind"], charter["number"])
    return _UNDOCS + quote(symbol.replace(" ", ""), safe="/().-") if _UN.match(symbol) else None


def _charter_url(kind: str, number: str) -> str | None:
    chapters = _CHAPTERS.split(",")
    if kind == "ch.":
        return f"{_CHARTER}{chapters.index(number) + 1}" if number in chapters else None
    article = int(number) if number.isdigit() else 0
    return f"{_CHARTER}{bisect_left(_LAST_ARTICLES, article) + 1}" if 1 <= article <= _LAST_ARTICLES[-1] else None
