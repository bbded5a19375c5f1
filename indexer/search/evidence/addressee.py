"""To whom something was said, where the words that tell of it say so: "Zas told Interfax on Friday"."""

import re

from indexer.article import Quotation

_REACH = 80  # characters behind the words that tell
_WORD = r"[\w«](?:[\w.&’'«»-]{0,30}[\w»])?"
_UNTIL = (
    r"(?=\s?[,:;.!?“”\"(—–]|\s?$|\s(?:that|on|in|at|after|before|during|when|while|as|by|from|last|late|early|yesterday"
    r"|today|[A-Z][a-z]{2,5}day|que|le|lors|après|el|en|durante)(?!\w))"
)
_TOLD = re.compile(
    rf"(?<!\w)told\s(?P<en>{_WORD}(?:\s{_WORD}){{0,5}}?){_UNTIL}"
    rf"|(?<!\w)(?:dit|déclaré|confié|indiqué)\s(?:à\s(?!l)|à\sla\s|à\sl['’]\s?|aux?\s)(?P<fr>{_WORD}(?:\s{_WORD}){{0,5}}?){_UNTIL}"
    rf"|(?<!\w)(?:dijo|declaró|aseguró)\s(?:al\s|a\s(?:los|las|la)\s)(?P<es>{_WORD}(?:\s{_WORD}){{0,5}}?){_UNTIL}"
    r"|(?<!\w)(?:сказал|заявил|сообщил|рассказал)(?:а|и)?\s(?P<ru>журналистам|репорт[её]рам|корреспондентам|ТАСС|Интерфаксу)(?!\w)"
)
_ABBREVIATED = re.compile(r"(?<!\w)[A-Z][a-z]{1,2}\.$")  # "told the St. Orlo Times"
_NOBODY = frozenset({"him", "her", "them", "us", "me", "you", "it"})


def addressee(text: str, quotation: Quotation) -> str:
    """As the text writes it; "" where it does not."""
    if quotation.cue is None:
        return ""
    start, end = quotation.cue
    found = _TOLD.search(text, start, min(len(text), end + _REACH))
    if not found or found.start() >= end or quotation.start <= found.start() < quotation.end:
        return ""
    whom = str(found[found.lastgroup or 0])
    return "" if whom.casefold() in _NOBODY or _ABBREVIATED.search(text[found.start() : found.end() + 1]) else whom
