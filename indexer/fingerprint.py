"""The rules that an index was built by: when they change, the index has to follow."""

import json
from dataclasses import asdict, dataclass
from typing import ClassVar

# Raise one when articles are stored, analysed or read differently from before.
SCHEMA = 2
ANALYSIS = 1
EXTRACTOR = 3


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Kept beside each generation. `authority` is the hash of the authority files in force when it was built."""

    engine: str
    authority: str
    schema: int = SCHEMA
    analysis: int = ANALYSIS
    extractor: int = EXTRACTOR

    # The one difference that is mended from the stored texts, without reading files.
    NAMES_ONLY: ClassVar[tuple[str, ...]] = ("the authority files",)

    def to_text(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> "Fingerprint":
        """Of an unreadable text: a fingerprint that equals no other."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError):
            return cls("unknown", "", 0, 0, 0)

    def servable(self, engine: str) -> bool:
        """Whether this program can answer from an index built by these rules, even if it would now read articles
        differently."""
        return (self.engine, self.schema, self.analysis) == (engine, SCHEMA, ANALYSIS)

    def differences(self, now: "Fingerprint") -> tuple[str, ...]:
        """The names of the rules that changed, in words."""
        words = {"schema": "the stored form", "analysis": "the analysis of words", "extractor": "the reading of files"}
        words |= {"authority": "the authority files", "engine": "the engine"}
        return tuple(word for name, word in words.items() if getattr(self, name) != getattr(now, name))
