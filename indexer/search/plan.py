"""From what was asked to what an engine is asked: parse, widen by other names, expand patterns, read dates."""

from dataclasses import dataclass

from indexer.engines.engine import FacetWanted, Filter, Reader, SearchRequest
from indexer.fields import TIME_FIELDS, FacetField
from indexer.message import N_
from indexer.query import dates
from indexer.query.note import Note
from indexer.query.parser import parse
from indexer.query.tree import Or, Query
from indexer.query.unparse import unparse
from indexer.search import cost
from indexer.search.cost import BUDGET
from indexer.search.did_you_mean import Correction, correction
from indexer.search.request import SearchInput
from indexer.search.rewrite import synonyms
from indexer.search.rewrite.afford import Affordable, affordable
from indexer.search.rewrite.common_words import demote_common_words
from indexer.search.rewrite.compounds import with_compounds
from indexer.search.rewrite.nearness import boosted, neighbours
from indexer.search.rewrite.references import with_acronyms, with_references
from indexer.search.rewrite.required_words import any_of_words, without_function_words
from indexer.search.rewrite.said import Spoken, apart, bound, is_said, named
from indexer.search.rewrite.transliteration import transliterated
from indexer.search.rewrite.unspaced import in_pieces
from indexer.search.rewrite.written_days import with_days
from indexer.search.telling_words import shortened

_NEARNESS = BUDGET / 8  # milliseconds that it may take; words that cost more rank by themselves alone
_HINTS = 4  # times that parts of a query are searched for help


@dataclass(frozen=True, slots=True)
class Plan:
    """The query three times: `understood` as it was typed, `expanded` with the words of the index in the place of
    patterns and without those that nobody needs to have, and in the `request` as it ranks. `asked`: of a text that is
    no query, what is asked for in its place. `some`: what an article
    fulfils that has some of its words; None where there is nothing to choose among, or where only all will do.
    `meant`: another spelling, as it would be typed, and `corrected`: that is what is searched.
    `narrowed`: not all that was typed is searched, for it would cost too much; `cost`: what its searches will take, in
    milliseconds of a processor. `said`: where words are asked for that somebody says, how an engine is asked for those
    of the speakers that are chosen."""

    asked: SearchInput
    understood: Query
    expanded: Query
    request: SearchRequest
    some: Query | None
    notes: tuple[Note, ...]
    narrowed: bool = False
    cost: float = 0.0
    meant: str = ""
    corrected: bool = False
    said: Spoken | None = None

    @property
    def has_time(self) -> bool:
        """Whether its parts can be searched again, one by one and together, where the whole found nothing."""
        return self.cost < BUDGET / _HINTS


def plan(reader: Reader, asked: SearchInput, names: synonyms.Synonyms | None = None) -> Plan:
    """Raises QueryTooCostly, and nothing else for anything that was typed. `names`: other names than the packaged
    ones."""
    asked, shortening = shortened(reader, asked)
    parsed = parse(asked.typed)
    doubts = asked.hints or asked.spelling == "corrected"
    read, better = _understood(reader, _read(parsed.tree), names, doubts=doubts)
    if corrected := better is not None and better.sure and asked.spelling == "corrected":
        read, _ = _understood(reader, better.query, names, doubts=False)
    searched, some, searches = _affordable(reader, _required(reader, read), asked)
    ranked, beside = _ranked(reader, searched.query, read.understood, asked)
    of_some = None if some is None else demote_common_words(reader, some)
    speakers = _chosen_speakers(asked)
    said = Spoken(reader, ranked, of_some) if is_said(ranked) else None
    request, date_notes = _request(asked, said.all_by(speakers) if said else ranked)
    notes = (*shortening, *parsed.notes, *searched.notes, *date_notes)
    counting = cost.by_speaker(ranked) if said and "speaker" in asked.facets else 0.0
    whole = searches * searched.cost + beside + counting
    meant = unparse(better.query) if better else ""
    understood, expanded = bound(read.understood), named(searched.query, speakers)
    of_some = said.some_by(speakers) if said else of_some
    return Plan(asked, understood, expanded, request, of_some, notes, searched.narrowed, whole, meant, corrected, said)


def _chosen_speakers(asked: SearchInput) -> frozenset[str]:
    return frozenset(value for choice in asked.choices if choice.field == "speaker" for value in choice.include)


def _ranked(reader: Reader, query: Query, understood: Query, asked: SearchInput) -> tuple[Query, float]:
    """What gives an article its score, and the milliseconds that looking for words side by side takes."""
    plain = demote_common_words(reader, query)
    pairs = neighbours(understood) if asked.sort == "relevance" else ()
    beside = cost.cost(reader, Or(pairs), _NEARNESS)
    return (boosted(plain, pairs), beside) if pairs and beside <= _NEARNESS else (plain, 0.0)


def _affordable(reader: Reader, query: Query, asked: SearchInput) -> tuple[Affordable, Query | None, int]:
    """The query that can be searched; where those with some of its words can be searched too, what these fulfil; and
    how many searches that makes."""
    searches = _searches(asked)
    if asked.match == "any":
        both = affordable(reader, query, searches + 1)
        if both.cost <= both.budget and not both.narrowed:
            some = any_of_words(both.query)
            return both, some, searches + (some is not None)
    return affordable(reader, query, searches).or_refused(), None, searches


def _searches(asked: SearchInput) -> int:
    """Chosen values may have to be counted again beside the frequent ones; to explain is to search each condition."""
    chosen = any(choice.field in asked.facets for choice in asked.choices)
    return 1 + chosen + asked.explain


def marked(
    reader: Reader, typed: str, names: synonyms.Synonyms | None = None, speakers: frozenset[str] = frozenset()
) -> Query:
    """What is marked in an article: nothing is searched for it, so nothing is refused. `speakers`: those chosen."""
    read, better = _understood(reader, _read(parse(typed).tree), names)
    if better is not None and better.sure:
        read, _ = _understood(reader, better.query, names, doubts=False)
    return named(affordable(reader, _required(reader, read)).query, speakers)


def _read(tree: Query) -> Query:
    return with_days(with_references(tree))


@dataclass(frozen=True, slots=True)
class _Reading:
    """`compounded`: with what its words are together or apart, which nobody is told."""

    understood: Query
    compounded: Query


def _required(reader: Reader, read: _Reading) -> Query:
    return in_pieces(reader, with_acronyms(without_function_words(apart(read.compounded))))


def _understood(
    reader: Reader, tree: Query, names: synonyms.Synonyms | None, *, doubts: bool = True
) -> tuple[_Reading, Correction | None]:
    """`doubts`: what no article has, in one word or in two, may be misspelt."""
    understood = transliterated(reader, (names or synonyms.packaged()).widen(tree))
    compounded = with_compounds(reader, understood)
    return _Reading(understood, compounded), correction(reader, compounded, tree) if doubts else None


def _request(asked: SearchInput, query: Query) -> tuple[SearchRequest, list[Note]]:
    first, first_notes = _day(asked.first)
    last, last_notes = _day(asked.last)
    request = SearchRequest(
        query=query,
        filters=tuple(Filter(c.field, frozenset(c.include), frozenset(c.exclude)) for c in asked.choices),
        first=dates.first_number(first.first) if first else None,
        last=dates.last_number(last.last) if last else None,
        sort=asked.sort,
        offset=(max(1, asked.page) - 1) * asked.size,
        limit=asked.size,
        facets=tuple(_wanted(field, asked) for field in asked.facets),
        collapse=asked.collapse,
    )
    return request, [*first_notes, *last_notes, *_order(request, asked)]


def _order(request: SearchRequest, asked: SearchInput) -> list[Note]:
    if not (request.first and request.last and request.last < request.first):
        return []
    return [Note(N_("Nothing can be both since %(first)s and until %(last)s.", first=asked.first, last=asked.last))]


def _day(typed: str) -> tuple[dates.Days | None, list[Note]]:
    days = dates.partial(typed)
    if days or not typed.strip():
        return days, []
    said = N_("“%(typed)s” is not a date such as 2017, 2017-11 or 2017-11-03; it is left out.", typed=typed[:40])
    return None, [Note(said)]


def _wanted(field: FacetField, asked: SearchInput) -> FacetWanted:
    if field in TIME_FIELDS:  # shown as histograms, so that all of the values are wanted; there are never many
        return FacetWanted(field, limit=10_000)
    return FacetWanted(field, asked.facet_limit, asked.facet_offset, asked.facet_containing)
