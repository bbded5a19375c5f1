"""What a reader asked for, before any of it is understood."""

from dataclasses import dataclass
from typing import Literal

from indexer.engines.engine import Sort
from indexer.fields import FACET_FIELDS, FacetField
from indexer.text.characters import plain

Match = Literal["any", "all"]
Spelling = Literal["corrected", "typed"]


@dataclass(frozen=True, slots=True)
class Choice:
    """The values a reader chose, and those excluded, in one facet."""

    field: FacetField
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchInput:
    """What a reader asked for, as typed. `first` and `last` are partial dates ("2016", "2016-09", "2016-09-01").

    `facet_offset` and `facet_containing` look through the values of a long facet (years and months come whole).
    `match`: whether articles that have only some of the words are listed below those that have all.
    `spelling`: whether words that no article has may be read as others that are spelt nearly so.
    `snippets`: pieces of text that show each article, at most.
    `collapse`: near duplicates are one result, which stands for the others.
    `explain` asks what each condition added to each score, `hints` for help where (nearly) nothing is found.
    """

    typed: str = ""
    choices: tuple[Choice, ...] = ()
    first: str = ""
    last: str = ""
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    facets: tuple[FacetField, ...] = FACET_FIELDS
    facet_limit: int = 10
    facet_offset: int = 0
    facet_containing: str = ""
    match: Match = "any"
    spelling: Spelling = "corrected"
    snippets: int = 1
    collapse: bool = False
    explain: bool = False
    hints: bool = True

    def __post_init__(self) -> None:
        """What is looked for is in the characters that articles are kept in."""
        object.__setattr__(self, "typed", plain(self.typed))
        object.__setattr__(self, "facet_containing", plain(self.facet_containing))
