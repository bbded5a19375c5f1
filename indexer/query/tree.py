"""The query tree: frozen nodes that no engine owns and every engine matches exhaustively.

Terms in it are folded; an engine looks for the stems of a Word that is not `exact`. Three nodes (Prefix, Wildcard,
Fuzzy) are read from what was typed and never reach an engine: `expand` turns each into a `DisMax` of the
words that the index has. Nor does Said. A new node goes into one of the unions at the end: the type checker then names
whatever has to know it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from indexer.fields import QueryField


@dataclass(frozen=True, slots=True)
class MatchAll:
    """Every article, all with score 0."""


@dataclass(frozen=True, slots=True)
class MatchNone:
    """No article."""


@dataclass(frozen=True, slots=True)
class Word:
    """One term. `exact`: the folded word itself; otherwise all words of its stem, by the rules of the language of each
    article; of a script without spaces, two characters side by side. `typed`: as the reader wrote it.

    In a name field (person, organisation …) a word is always exact and is matched against the words of
    the article's values. In title and text a term in capitals is an acronym that would be another word in small ones.
    `flat`: of stems in any field, a word of the title counts no more than one of the text.
    """

    term: str
    field: QueryField = "any"
    exact: bool = False
    typed: str = ""
    flat: bool = False

    @property
    def is_acronym(self) -> bool:
        return self.field in ("any", "title") and self.term.isupper()


@dataclass(frozen=True, slots=True)
class Phrase:
    """These exact terms, side by side, in this order, within one field value (title and text never join). `run`: typed
    without quotation marks in a script without spaces: its words may stand apart, and no engine is asked for it."""

    terms: tuple[str, ...]
    field: QueryField = "any"
    typed: str = ""
    run: bool = False


@dataclass(frozen=True, slots=True)
class SpanNear:
    """These exact terms in any order, with at most `distance` words between the first and the last of them,
    not counting the terms themselves."""

    terms: tuple[str, ...]
    distance: int
    field: QueryField = "any"
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with `stem` (folded)."""

    stem: str
    field: QueryField = "any"
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words that fit `pattern` (folded; * for any run of letters, ? for one)."""

    pattern: str
    field: QueryField = "any"
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words within `edits` insertions, deletions, substitutions or swaps of `term` (folded)."""

    term: str
    edits: Literal[1, 2] = 1
    field: QueryField = "any"
    typed: str = ""


@dataclass(frozen=True, slots=True)
class And:
    """All parts match; scores add up."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part matches; scores add up."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class DisMax:
    """At least one part matches; the best part's score counts. For variants of one thing: synonyms, expansions."""

    parts: tuple["Query", ...]
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """Every article that `part` does not match; adds nothing to a score."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Required:
    """What `part` matches; every article that is shown matches it, also those with only some of the words."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Boosted:
    """What `query` matches; to its score is added `weight` times that of each of the `boosts` that match too."""

    query: "Query"
    boosts: tuple["Query", ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Said:
    """Each of the words of `part` is said by a speaker whom `by` fits, and who is one of `names`, as the facet has
    them; None and an empty set fit anybody. Ranks as `part` does. No engine is asked for it: `rewrite/said` spells it
    out."""

    part: "Query"
    by: "Query | None" = None
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles whose whole span of possible days lies in [first, last] (yyyymmdd; None: open); never undated ones."""

    first: int | None = None
    last: int | None = None
    typed: str = ""


Leaf = Word | Phrase | SpanNear
Pattern = Prefix | Wildcard | Fuzzy
Compound = And | Or | DisMax | Not | Required | Boosted
Query = MatchAll | MatchNone | Leaf | Pattern | Compound | Said | DateRange


def parts(query: Query) -> tuple[Query, ...]:
    """Those of a compound; no other node has any."""
    if isinstance(query, Not | Required | Said):
        return (query.part,)
    if isinstance(query, Boosted):
        return (query.query, *query.boosts)
    return query.parts if isinstance(query, Compound) else ()


def mapped(query: Query, change: Callable[[Query], Query]) -> Query:
    """The same compound with each of its parts changed; any other node as it is."""
    if isinstance(query, Not | Required | Said):
        return replace(query, part=change(query.part))
    if isinstance(query, Boosted):
        return Boosted(change(query.query), tuple(map(change, query.boosts)), query.weight)
    return replace(query, parts=tuple(map(change, query.parts))) if isinstance(query, Compound) else query
