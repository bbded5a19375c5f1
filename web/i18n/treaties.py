"""Articles and chapters of treaties as pages say them; a document with a symbol is called by it in every language."""

import re
from collections.abc import Mapping

from indexer.message import N_, Message, Value

_TREATIES: Mapping[str, Message] = {
    "UN Charter": N_("UN Charter"),
    "CSTO Charter": N_("CSTO Charter"),
    "CST": N_("CST"),
    "SCO Charter": N_("SCO Charter"),
    "CIS Charter": N_("CIS Charter"),
    "North Atlantic Treaty": N_("North Atlantic Treaty"),
    "NPT": N_("NPT"),
}
_PART = re.compile(r"([^,]+), (art|ch)\. (.+)")


def said(document: str) -> Value:
    """For example: UN Charter, art. 51."""
    part = _PART.fullmatch(document) if ", " in document else None
    treaty = _TREATIES.get(part[1]) if part else None
    if part is None or treaty is None:
        return document
    if part[2] == "art":
        return N_("%(treaty)s, art. %(number)s", treaty=treaty, number=part[3])
    return N_("%(treaty)s, ch. %(number)s", treaty=treaty, number=part[3])
