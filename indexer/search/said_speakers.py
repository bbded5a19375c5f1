"""The facet of speakers where a search is for words that somebody says: in how many articles each of them says so.

An engine counts in how many articles that match each of them says anything at all, which is never less. From the
highest of these numbers down, each speaker is asked for by himself, until nobody who is left can be among the first.
"""

from dataclasses import replace

from indexer.engines.engine import FacetCount, FacetCounts, FacetWanted, Filter, Reader, SearchRequest
from indexer.search.cost import leaves
from indexer.search.highlight.speech import may_say
from indexer.search.rewrite.said import Spoken

_MOST = 10_000  # speakers who are looked at
_MOST_ASKED, _FEWEST_ASKED = 300, 20  # of those, who are asked for
_WORDS = 3_000  # that are looked for in all of these searches, where they ask for many


def said_speakers(reader: Reader, request: SearchRequest, spoken: Spoken, wanted: FacetWanted) -> FacetCounts:
    """The facet's own choice does not narrow it. `distinct` is exact where all were asked for, else at most so many."""
    unchosen = replace(
        request,
        query=spoken.all_by(),
        filters=tuple(_unchosen(each) for each in request.filters),
        offset=0,
        limit=0,
        facets=(replace(wanted, limit=_MOST, offset=0),),
        collapse=False,
    )
    counted = reader.search(unchosen).facets[0].rows
    possible = [row for row in counted if may_say(spoken.ranked, row.value)]
    rows: list[FacetCount] = []
    asked, most = 0, max(_FEWEST_ASKED, min(_MOST_ASKED, _WORDS // max(1, leaves(spoken.ranked))))
    while asked < min(len(possible), most) and not _has_first(rows, wanted, possible[asked]):
        name = possible[asked].value
        chosen = (*unchosen.filters, Filter("speaker", frozenset([name])))
        own = replace(unchosen, query=spoken.all_by(frozenset([name])), filters=chosen, facets=())
        rows += [FacetCount(name, total)] if (total := reader.search(own).total) else []
        asked += 1
    rows.sort(key=lambda row: (-row.count, row.value))
    page = tuple(rows[wanted.offset : wanted.offset + wanted.limit])
    return FacetCounts(wanted.field, page, len(rows) + len(possible) - asked)


def _unchosen(narrowed: Filter) -> Filter:
    return replace(narrowed, include=frozenset()) if narrowed.field == "speaker" else narrowed


def _has_first(rows: list[FacetCount], wanted: FacetWanted, left: FacetCount) -> bool:
    """Whether so many of the rows as are wanted have more articles than anybody who is left can have."""
    return sum(row.count > left.count for row in rows) >= wanted.offset + wanted.limit
