"""What a page says it was asked for, part by part, each with the request that is left without it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer.article import ARTICLE_TYPES
from indexer.fields import FacetField
from indexer.message import N_, Coded, Listed, Value
from indexer.query import describe, unparse
from indexer.query.tree import And, MatchAll, Query
from indexer.search.plan import Plan
from indexer.search.request import Choice, SearchInput
from indexer.search.rewrite.required_words import without_function_words


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition in words, and what would be asked without it. `typed`: what to type for it alone; empty for
    what was chosen, not typed."""

    text: Value
    without: SearchInput
    typed: str = ""


def sentence(plan: Plan) -> Value:
    """For example: articles with *refugee*, organisation CSTO or UN, 2016 to 2018."""
    all_of_them = isinstance(plan.understood, MatchAll)
    said = describe.describe(without_function_words(plan.understood))
    what = N_("articles") if all_of_them else N_("articles with %(words)s", words=said)
    conditions = (*map(_choice, _chosen(plan.asked)), *_dates(plan))
    return _listed(what, *conditions) if conditions or not all_of_them else N_("all articles")


def clauses(plan: Plan) -> tuple[Clause, ...]:
    dates = (Clause(text, replace(plan.asked, first="", last="", page=1)) for text in _dates(plan))
    return (*_words(without_function_words(plan.understood), plan.asked), *_choices(plan.asked), *dates)


def _words(query: Query, asked: SearchInput) -> Iterator[Clause]:
    conditions = query.parts if isinstance(query, And) else () if isinstance(query, MatchAll) else (query,)
    for index, condition in enumerate(conditions):
        rest = And((*conditions[:index], *conditions[index + 1 :]))
        without = replace(asked, typed=unparse.unparse(rest), page=1)
        yield Clause(describe.describe(condition), without, unparse.unparse(condition))


def _chosen(asked: SearchInput) -> list[Choice]:
    return [choice for choice in asked.choices if choice.include or choice.exclude]


def _choices(asked: SearchInput) -> Iterator[Clause]:
    for choice in _chosen(asked):
        rest = tuple(other for other in asked.choices if other is not choice)
        yield Clause(_choice(choice), replace(asked, choices=rest, page=1))


def _choice(choice: Choice) -> Value:
    included = [_one_of(choice.field, choice.include)] if choice.include else []
    excluded = [N_("not %(words)s", words=_one_of(choice.field, choice.exclude))] if choice.exclude else []
    return _listed(*included, *excluded)


def _one_of(field: FacetField, values: tuple[str, ...]) -> Value:
    return describe.in_field(field, Listed(tuple(_named(field, raw) for raw in values), N_(" or ")))


def _named(field: FacetField, raw: str) -> Value:
    match field:
        case "type":
            return N_(raw) if raw in ARTICLE_TYPES else raw
        case "year":
            return raw
    return Coded(field, raw)


def _listed(*parts: Value) -> Value:
    return Listed(parts, N_(", "))


def _dates(plan: Plan) -> Iterator[Value]:
    """What was typed, where it is a date."""
    first = plan.asked.first.strip() if plan.request.first else ""
    last = plan.asked.last.strip() if plan.request.last else ""
    if first and last:
        yield _day(first) if first == last else N_("%(first)s to %(last)s", first=_day(first), last=_day(last))
    elif first or last:
        yield N_("since %(day)s", day=_day(first)) if first else N_("until %(day)s", day=_day(last))


def _day(typed: str) -> Coded:
    return Coded("day", typed)
