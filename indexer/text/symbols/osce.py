"""OSCE documents: PC.DEC/1106, MC.DOC/1/16, and "OSCE Permanent Council Decision No. 1106"."""

import re
from collections.abc import Iterator

from indexer.text.symbols.symbol import Symbol

_HINT = re.compile(r"\.(?:DEC|DOC|JOUR|GAL|DEL|INF|FR|NGO|IO|EL|S)/")
_WRITTEN = re.compile(
    r"(?<![\w/.])(?:PC|MC|FSC|SEC|CIO|SUM|ODIHR|HCNM|CORE)\.(?:DEC|DOC|JOUR|GAL|DEL|INF|FR|NGO|IO|EL|S)"
    r"/[0-9]{1,4}(?:/[0-9]{2,4})?(?:/(?:Add|Rev|Corr)\.[0-9]{1,2})?(?![\w/])"
)
_IN_WORDS = re.compile(
    r"(?P<body>(?:Permanent|Ministerial) Council|Forum for Security Co-?operation)(?:['’]s)? [Dd]ecisions?\s"
    r"(?:(?:No\.?|№)\s?)?(?P<number>[0-9]{1,4}(?:/[0-9]{2})?)(?![\w/])"
)
_SHORT = {"P": "PC", "M": "MC", "F": "FSC"}
_OSCE = re.compile(r"(?<!\w)OSCE(?!\w)|Organi[sz]ation for Security and Co-?operation")
_NEAR = 60


def symbols_in(text: str) -> Iterator[Symbol]:
    """Other organisations have a Permanent Council too: its decisions count where the OSCE is named right before."""
    if _HINT.search(text):
        for match in _WRITTEN.finditer(text):
            yield Symbol(match.group(), match.start(), match.end())
    if "ecision" not in text:
        return
    for match in _IN_WORDS.finditer(text):
        if match["body"].startswith("Forum") or _OSCE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Symbol(f"{_SHORT[match['body'][0]]}.DEC/{match['number']}", match.start(), match.end())
