"""The state of a page, and the links to states near it: every link to a search is written here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import starmap
from typing import get_args

from indexer.engines.engine import Sort
from indexer.fields import FACET_FIELDS, FacetField
from indexer.search.page import Choice, Match, SearchInput
from web.urls.address import Pairs, address, encoded

SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class SearchParams:
    """What a query string asks for. Each `with_…` gives the state behind one link; all of them start at page 1."""

    asked: SearchInput
    default_size: int = 10
    _before: str = field(init=False, repr=False, compare=False)
    _after: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What surrounds the chosen values in an address, written once: a page has hundreds of links."""
        before, after = self._around()
        object.__setattr__(self, "_before", "".join(f"{encoded(*pair)}&" for pair in before))
        object.__setattr__(self, "_after", "".join(f"&{encoded(*pair)}" for pair in after))

    def choice(self, field: FacetField) -> Choice:
        return next((each for each in self.asked.choices if each.field == field), Choice(field))

    def with_typed(self, typed: str) -> "SearchParams":
        return self._changed(typed=typed, spelling="corrected")

    def with_dates(self, first: str, last: str) -> "SearchParams":
        return self._changed(first=first, last=last)

    def with_match(self, match: Match) -> "SearchParams":
        return self._changed(match=match)

    def as_typed(self) -> "SearchParams":
        return self._changed(spelling="typed")

    def with_sort(self, sort: Sort) -> "SearchParams":
        return self._changed(sort=sort)

    def with_size(self, size: int) -> "SearchParams":
        return self._changed(size=size)

    def with_page(self, page: int) -> "SearchParams":
        return self._changed(page=page)

    def including(self, field: FacetField, value: str) -> "SearchParams":
        return self._choosing(self._included(field, value))

    def excluding(self, field: FacetField, value: str) -> "SearchParams":
        return self._choosing(self._excluded(field, value))

    def dropping(self, field: FacetField, value: str) -> "SearchParams":
        return self._choosing(self._dropped(field, value))

    def including_url(self, field: FacetField, value: str) -> str:
        """As `including(…).url()`, in a fraction of the time; so are the next two."""
        if not self.asked.choices:
            return f"/search?{self._before}{encoded(field, value)}{self._after}"
        return self._url(self._with(self._included(field, value)))

    def excluding_url(self, field: FacetField, value: str) -> str:
        if not self.asked.choices:
            return f"/search?{self._before}{encoded(f'not_{field}', value)}{self._after}"
        return self._url(self._with(self._excluded(field, value)))

    def dropping_url(self, field: FacetField, value: str) -> str:
        return self._url(self._with(self._dropped(field, value)))

    def _url(self, choices: Iterable[Choice]) -> str:
        chosen = "&".join(starmap(encoded, _chosen(choices)))
        return f"/search?{self._before}{chosen}{self._after}" if chosen else address("/search", self._pairs((), 1))

    def between_url(self, first: str, last: str) -> str:
        """As `with_dates(…).url()`."""
        return address("/search", self._pairs(self.asked.choices, 1, (first, last)))

    def without(self, field: FacetField) -> "SearchParams":
        return self._choosing(Choice(field))

    def choosing_only(self, field: FacetField, values: tuple[str, ...]) -> "SearchParams":
        """These values of one facet in the place of those chosen; what is excluded stays so."""
        return self._choosing(Choice(field, values, self.choice(field).exclude))

    def cleared(self, typed: str = "") -> "SearchParams":
        """The whole archive, or these words in all of it."""
        return SearchParams(SearchInput(typed, size=self.default_size), self.default_size)

    def pairs(self) -> Pairs:
        """Name and value pairs in one fixed order, so that equal states have equal addresses."""
        return self._pairs(self.asked.choices, self.asked.page)

    def _pairs(self, choices: Iterable[Choice], page: int, between: tuple[str, str] | None = None) -> Pairs:
        before, after = self._around(page, between)
        return [*before, *_chosen(choices), *after]

    def _around(self, page: int = 1, between: tuple[str, str] | None = None) -> tuple[Pairs, Pairs]:
        """What stands before the chosen values in an address, and what after them."""
        asked = self.asked
        first, last = between or (asked.first, asked.last)
        dates = [(name, value) for name, value in (("from", first), ("to", last)) if value]
        rest = [("match", str(asked.match), "any"), ("spelling", str(asked.spelling), "corrected")]
        rest += [("sort", str(asked.sort), "relevance"), ("page", str(page), "1")]
        rest.append(("snippets", str(asked.snippets), "1"))
        rest.append(("size", str(asked.size), str(self.default_size)))
        typed = [("q", asked.typed)] if asked.typed else []
        return typed, [*dates, *((name, value) for name, value, default in rest if value != default)]

    def url(self, path: str = "/search") -> str:
        return address(path, self.pairs())

    def _included(self, field: FacetField, value: str) -> Choice:
        old = self.choice(field)
        return Choice(field, (*_less(old.include, value), value), _less(old.exclude, value))

    def _excluded(self, field: FacetField, value: str) -> Choice:
        old = self.choice(field)
        return Choice(field, _less(old.include, value), (*_less(old.exclude, value), value))

    def _dropped(self, field: FacetField, value: str) -> Choice:
        old = self.choice(field)
        return Choice(field, _less(old.include, value), _less(old.exclude, value))

    def _choosing(self, choice: Choice) -> "SearchParams":
        return self._changed(choices=self._with(choice))

    def _with(self, choice: Choice) -> tuple[Choice, ...]:
        """All choices in the order of the fields, this one in place of the former one of its field."""
        chosen = [each for each in self.asked.choices if each.field != choice.field]
        if choice.include or choice.exclude:
            chosen.append(choice)
        return tuple(sorted(chosen, key=lambda each: FACET_FIELDS.index(each.field))) if chosen[1:] else tuple(chosen)

    def _changed(self, **changes: object) -> "SearchParams":
        return replace(self, asked=replace(self.asked, **{"page": 1, **changes}))  # type: ignore[arg-type]  # names and types are those of the with_… methods above


def _less(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(each for each in values if each != value)


def _chosen(choices: Iterable[Choice]) -> Iterator[tuple[str, str]]:
    for choice in choices:
        yield from ((choice.field, value) for value in choice.include)
        yield from ((f"not_{choice.field}", value) for value in choice.exclude)
