"""Symbols written out: UN documents (A/RES/71/12, S/2017/123, A/C.3/71/L.5)."""

import re
from collections.abc import Iterator

from indexer.text.symbols.security_council import with_year
from indexer.text.symbols.symbol import Symbol

# Cyrillic А and С look the same and are typed in Russian texts.
_UN = re.compile(
    r"(?<![\w/.])(?:[AАSС]|E|T|ST|DP|CCPR|CEDAW|CERD|CAT|CRC|CMW|CRPD|CED|HRI|NPT|CD|TD|FCCC|CBD|UNEP|HSP|ACABQ|JIU|GC|GOV)"
    r"/[A-Z0-9][\w.-]{0,20}(?:/[\w.-]{1,20}){0,6}(?:\s?\((?:[0-9]{4}|[IVXLC]{1,7}|[ES-]{1,3}[IVXLC]{1,7})\))?"
)
_SECURITY_COUNCIL = re.compile(r"S/RES/([0-9]{1,4})(?:\s?\(([0-9]{4})\))?")
# a scanned 1 is read as a small l or a capital I: "A/8401/Add.l", "A/670l"
_ONE = re.compile(r"(?<=[0-9])l(?![a-z])|(?:(?<=Add\.)|(?<=Rev\.)|(?<=Corr\.)|(?<=/L\.)|(?<=/PV\.))[lI](?![A-Za-z])")
_ROMAN = re.compile(r"\s?(\([^)]*\))$")
_SINGLE = re.compile(r"[AS]/[0-9]{3,5}(?:/(?:Add|Rev|Corr)\.[0-9]{1,2})?")


def symbols_in(text: str) -> Iterator[Symbol]:
    if "/" not in text:
        return
    for match in _UN.finditer(text):
        written = match.group().rstrip(".-")
        if symbol := _one_form(written):
            yield Symbol(symbol, match.start(), match.start() + len(written))


def _one_form(written: str) -> str:
    """The symbol in its official form; "" where it is a mere pair of letters and figures ("A/4", "S/N 12")."""
    symbol = _ONE.sub("1", written.replace("А", "A").replace("С", "S"))
    if council := _SECURITY_COUNCIL.fullmatch(symbol):
        return with_year(int(council[1]), int(council[2] or 0))
    parts = symbol.split("/")
    if not any(part[:1].isdigit() or part[-1:].isdigit() for part in parts[1:]):
        return ""
    if len(parts) < 3 and not _SINGLE.fullmatch(symbol):
        return ""
    return _ROMAN.sub(r"\1", symbol)
