"""Why an article stands where it does: what each condition of the query added to its score."""

from collections.abc import Sequence
from dataclasses import replace

from indexer.engines.engine import Reader, SearchRequest
from indexer.engines.validation import ranks
from indexer.query import describe
from indexer.query.tree import And, DateRange, Not, Or, Query
from indexer.search.highlight.snippets import Highlighter
from indexer.search.plan import Plan
from indexer.search.result import Contribution, Result

_DEPTH = 10_000  # hits that are looked through for the shown ones


def explained(reader: Reader, planned: Plan, shown: Sequence[Result]) -> tuple[Result, ...]:
    """The results with their contributions. Conditions that cannot add to a score are left out."""
    wanted: dict[str, list[Contribution]] = {result.article.id: [] for result in shown}
    for condition in dict.fromkeys(_scoring(planned.request.query)):
        scores = _scores(reader, planned.request, condition, shown)
        said, highlighter = str(describe.describe(condition)), Highlighter(condition)
        for result in shown:
            if score := scores.get(result.article.id):
                in_title, in_text = len(highlighter.title(result.article)), len(highlighter.text(result.article))
                wanted[result.article.id].append(Contribution(said, score, in_title, in_text))
    return tuple(replace(result, contributions=tuple(wanted[result.article.id])) for result in shown)


def _scoring(query: Query) -> list[Query]:
    if isinstance(query, And | Or):
        return [each for part in query.parts for each in _scoring(part)]
    return [query] if ranks(query) else []


def _scores(reader: Reader, request: SearchRequest, condition: Query, shown: Sequence[Result]) -> dict[str, float]:
    """Of the condition alone within the whole query, which twice negated matches but does not score."""
    days = {result.article.date for result in shown}
    near = [Or(tuple(DateRange(day.first_day, day.last_day) for day in days))] if all(day.value for day in days) else []
    alone = And((condition, Not(Not(request.query)), *near))
    found = reader.search(replace(request, query=alone, sort="relevance", offset=0, limit=_DEPTH, facets=()))
    return {hit.id: hit.score for hit in found.hits}
