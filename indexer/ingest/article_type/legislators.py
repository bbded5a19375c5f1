"""Cues of the press releases of members of a parliament."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue
from indexer.ingest.article_type.reading import Reading

_LEGISLATOR = re.compile(
    r"(?:\bSen(?:ators?|s)?|SEN(?:S|ATORS?)?|\bRep(?:resentatives?|s)?|Congress(?:man|woman)|Assembly(?:man|woman"
    r"|member))[.\s]{1,3}(?P<name>(?:[A-Z][\w.’'-]{0,20}\s{1,3}){0,2}[A-Z][\w’'-]{1,20})"
)
_LEGISLATORS = (
    "sen sens senator senators rep reps representative representatives congressman congresswoman assemblyman "
    "assemblywoman assemblymember"
)


def _names_legislator(reading: Reading) -> bool:
    return _LEGISLATOR.search(reading.top) is not None


def _is_of_legislator(reading: Reading) -> bool:
    """The legislator whom the first lines introduce stands in the line above, by his surname alone."""
    top = reading.top
    for match in _LEGISLATOR.finditer(top):
        surname = match["name"].split()[-1].casefold()
        if len(surname) > 3 and surname in top[: match.start()].casefold():
            return True
    return False


CUES: Final[tuple[Cue, ...]] = (
    Cue(
        "legislator",
        {"press release": 2.7, "news": -1, "opinion": -1.5, "speech": -0.5},
        _names_legislator,
        frozenset(_LEGISLATORS.split()),
    ),
    Cue(
        "legislator",
        {"press release": 2.9, "news": -0.3, "opinion": -1, "speech": -0.5},
        _is_of_legislator,
        frozenset(_LEGISLATORS.split()),
    ),
    cue(
        "legislator",
        {"press release": 2.7, "news": -0.8, "opinion": -1.5},
        "top",
        r"\bu\.?\s?s\.?\s{1,2}sen(?:ators?|s)\b|\([rdi] ?[-–] ?[a-z]{2,10}\.?\)|^\W{0,3}sens?\. ",
        _LEGISLATORS,
    ),
)
