"""Documents whose title a text says beside them: resolution 71/12, “Cooperation between the lakes”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.text.symbols.resolutions import FIRST_SLASHED, LAST_SLASHED
from indexer.text.symbols.symbol import Symbol

_LONGEST = 200
_FEWEST = 3  # words: what has fewer may be the title of anything
_QUOTED = re.compile(
    r"\s?[,(]?\s?(?:(?:of|dated|adopted on|от|du|del?)\s[\w .]{4,25}(?:,\s[0-9]{4})?,?\s)?"
    r"(?:(?:entitled|titled|called|on|intitulée?|titulada|о|об|под названием)\s)?"
    r"(?:“(?P<curled>[^“”\n]{10,200})”|«(?P<angled>[^«»\n]{10,200})»|\"(?P<straight>[^\"\n]{10,200})\")"
)
