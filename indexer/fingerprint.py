"""The rules that an index was built by: when they change, the index has to follow."""

import json
from dataclasses import asdict, dataclass
from operator import index
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Stored:
    """What a number of SCHEMA brought to what is stored, and so what an index of a lower number lacks.

    `article`: attributes, e.g. "Passage.page", which need a default; `dropped`: those that older ones have and that are
    passed over. `engine`: fields that an index may have, which nothing is found in where it has not. `catalog`: tables,
    or columns such as "article.source"; `indexer/indexing/former_catalog` reads one that lacks them.
    """

    article: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    engine: tuple[str, ...] = ()
    catalog: tuple[str, ...] = ()


# An index of each of these numbers is read; the first one had all that no later one names. Before the next is added:
# python -m tests.former_release
STORED: dict[int, Stored] = {
    2: Stored(),
    3: Stored(
        catalog=(
            *("number", "file.n", "article.n", "article.file", "article.date", "article.source"),
            *("pending.n", "pending.sha256", "pending.source"),
            *("sketch.n", "repeat.n", "plain", "common", "segment", "part"),
        )
    ),
    4: Stored(
        engine=(
            "author",
            "words.author",
            "url",
            "words.url",
            "original",
            "originals",
            "original_ends",
            "repeats",
            "story",
            "flat",
        )
    ),
    5: Stored(article=("Article.type_evidence",), catalog=("article.doubt",)),
    6: Stored(
        article=("Article.quotations", "Article.offices"),
        dropped=("Passage.speaker", "Passage.question"),
        engine=("spoken", "words.spoken", "sayer", "words.sayer", "office", "words.office"),
    ),
}
OLDEST_READABLE, SCHEMA = min(STORED), max(STORED)

# Raise one when articles are analysed or read differently from before.
ANALYSIS = 4
EXTRACTOR = 7


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
            read = cls(**json.loads(text))
            index(read.schema)
        except (ValueError, TypeError):
            return cls("", "", 0, 0, 0)
        return read

    @property
    def is_readable(self) -> bool:
        """Whether this release answers from an index built by these rules, with what it has: words that are analysed
        otherwise today may not be found, and articles are as they were read then."""
        return OLDEST_READABLE <= self.schema <= SCHEMA

    @property
    def is_of_newer_release(self) -> bool:
        return self.schema > SCHEMA

    @property
    def is_of_earlier_release(self) -> bool:
        return self.schema < SCHEMA

    def differences(self, now: "Fingerprint") -> tuple[str, ...]:
        """The names of the rules that changed, in words."""
        words = {"schema": "the stored form", "analysis": "the analysis of words", "extractor": "the reading of files"}
        words |= {"authority": "the authority files", "engine": "the engine"}
        return tuple(word for name, word in words.items() if getattr(self, name) != getattr(now, name))
