"""Why an article stands where it does: what each condition of the query added to its score."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.engines.engine import Reader, SearchRequest
from indexer.engines.validation import ranks
from indexer.query import describe
from indexer.query.tree import And, Boosted, MatchAll, Or, Query
from indexer.search.highlight.mark_counts import MarkCounts, mark_counts
from indexer.search.plan import Plan
from indexer.search.result import Contribution, Result


def explained(reader: Reader, planned: Plan, shown: Sequence[Result]) -> tuple[Result, ...]:
    """The results with their contributions. Conditions that cannot add to a score are left out."""
    of_all = [each for each in shown if each.matched == "all"]
    of_some = shown[len(of_all) :]
    return (*_of(reader, planned.request.query, of_all), *_of(reader, planned.some or planned.request.query, of_some))


def _of(reader: Reader, query: Query, shown: Sequence[Result]) -> Iterator[Result]:
    conditions = list(dict.fromkeys(_scoring(query))) if shown else []
    said = [str(describe.describe(condition)) for condition in conditions]
    scores = [_scores(reader, condition, shown) for condition in conditions]
    counts = mark_counts(conditions, [result.article for result in shown])
    for result, here in zip(shown, counts, strict=True):
        yield replace(result, contributions=tuple(_contributions(result, said, scores, here)))


def _contributions(
    result: Result, said: Sequence[str], scores: Sequence[dict[str, float]], counts: MarkCounts
) -> Iterator[Contribution]:
    for text, score, in_title, in_text in zip(said, scores, counts.title, counts.text, strict=True):
        if own := score.get(result.article.id):
            yield Contribution(text, own, in_title, in_text)


def _scoring(query: Query) -> list[Query]:
    if isinstance(query, Boosted):
        return [*_scoring(query.query), *(Boosted(MatchAll(), (each,), query.weight) for each in query.boosts)]
    if isinstance(query, And | Or):
        return [each for part in query.parts for each in _scoring(part)]
    return [query] if ranks(query) else []


def _scores(reader: Reader, condition: Query, shown: Sequence[Result]) -> dict[str, float]:
    """Of the condition alone, in the shown articles only, which match the whole query already."""
    ids = frozenset(result.article.id for result in shown)
    return {hit.id: hit.score for hit in reader.search(SearchRequest(condition, limit=len(ids), among=ids)).hits}
