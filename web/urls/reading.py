"""The query string is the whole state of a page, and is read here; what cannot be used is said, and never raises."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, get_args

from werkzeug.datastructures import MultiDict

from indexer.engines.engine import Sort
from indexer.fields import FACET_FIELDS
from indexer.search.page import Choice, Match, SearchInput, Spelling
from indexer.text.web_address import is_tracker
from web.i18n.language import gettext
from web.urls.params import SORTS, SearchParams

MATCHES: tuple[Match, ...] = get_args(Match)
SPELLINGS: tuple[Spelling, ...] = get_args(Spelling)
MAX_TYPED = 20_000  # a server may take fewer in an address
MAX_SIZE = 100
MAX_SNIPPETS = 3
MAX_PAGE = 1_000_000
MAX_VALUES = 50
MAX_VALUE = 2_000
MAX_IDS = 100  # of 59 characters at most: a longer address is refused by the server

_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_PLAIN = {"q", "from", "to", "match", "spelling", "sort", "page", "size", "snippets"}
_FACETED = {*FACET_FIELDS, *(f"not_{field}" for field in FACET_FIELDS)}
Args = MultiDict[str, str]
Value = TypeVar("Value", bound=str)


@dataclass(frozen=True, slots=True)
class BadParam:
    """A parameter that could not be used as it is, and what a page does instead."""

    name: str
    value: str
    message: str

    @property
    def said(self) -> str:
        return gettext("%(name)s = “%(value)s”: %(reason)s.", name=self.name, value=self.value, reason=self.message)


def read(args: Args, default_size: int, also: Iterable[str] = ()) -> tuple[SearchParams, tuple[BadParam, ...]]:
    """Never raises. What cannot be used falls back to its default and is reported, since it changes what is found.

    `also` names parameters of the page that are not part of a search.
    """
    bad = [*_unknown(args, {*_PLAIN, *_FACETED, *also}), *_repeated(args)]
    asked = SearchInput(
        typed=_typed(args, bad),
        choices=_choices(args, bad),
        first=_day(args, "from", bad),
        last=_day(args, "to", bad),
        match=_one_of(args, "match", MATCHES, bad),
        spelling=_one_of(args, "spelling", SPELLINGS, bad),
        sort=_sort(args, bad),
        page=_number(args, "page", (1, MAX_PAGE, 1), bad),
        size=_number(args, "size", (1, MAX_SIZE, default_size), bad),
        snippets=_number(args, "snippets", (1, MAX_SNIPPETS, 1), bad),
    )
    return SearchParams(asked, default_size), tuple(bad)


def ids(args: Args) -> tuple[tuple[str, ...], tuple[BadParam, ...]]:
    """Articles by name, as a reader's list has them: every `id` once, at most `MAX_IDS`. Never raises."""
    wanted = tuple(dict.fromkeys(value for value in args.getlist("id") if value))
    bad = _unknown(args, {"id"})
    if len(wanted) > MAX_IDS:
        said = gettext("a list has at most %(most)s articles", most=MAX_IDS)
        bad.append(BadParam("id", _shown(wanted[MAX_IDS]), said))
    return wanted[:MAX_IDS], tuple(bad)


def _unknown(args: Args, known: set[str]) -> list[BadParam]:
    said = gettext("this parameter is not known and was ignored")
    unknown = (name for name in args if name not in known and not is_tracker(name))
    return [BadParam(_shown(name), _shown(args[name]), said) for name in unknown]


def _repeated(args: Args) -> list[BadParam]:
    said = gettext("given more than once; only the first was used")
    several = (name for name in sorted(_PLAIN) if len(args.getlist(name)) > 1)
    return [BadParam(name, _shown(args.getlist(name)[1]), said) for name in several]


def _typed(args: Args, bad: list[BadParam]) -> str:
    typed = args.get("q", "").strip()
    if len(typed) > MAX_TYPED:
        said = gettext("only the first %(most)s characters were searched", most=MAX_TYPED)
        bad.append(BadParam("q", _shown(typed), said))
    return typed[:MAX_TYPED]


def _choices(args: Args, bad: list[BadParam]) -> tuple[Choice, ...]:
    choices = (Choice(field, _values(args, field, bad), _values(args, f"not_{field}", bad)) for field in FACET_FIELDS)
    return tuple(each for each in choices if each.include or each.exclude)


def _values(args: Args, name: str, bad: list[BadParam]) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(value for value in args.getlist(name) if value))
    usable = tuple(value for value in values if len(value) <= MAX_VALUE)[:MAX_VALUES]
    if len(usable) < len(values):
        said = gettext(
            "at most %(values)s values of %(characters)s characters can be chosen; the rest was ignored",
            values=MAX_VALUES,
            characters=MAX_VALUE,
        )
        bad.append(BadParam(name, _shown(values[-1]), said))
    return usable


def _day(args: Args, name: str, bad: list[BadParam]) -> str:
    value = args.get(name, "").strip()
    if not value or is_partial_date(value):
        return value
    said = gettext("not a date such as 2016, 2016-09 or 2016-09-30; it was ignored")
    bad.append(BadParam(name, _shown(value), said))
    return ""


def is_partial_date(value: str) -> bool:
    if not _PARTIAL_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _sort(args: Args, bad: list[BadParam]) -> Sort:
    said = gettext("not one of %(sorts)s; sorted by relevance", sorts=", ".join(SORTS))
    return _one_of(args, "sort", SORTS, bad, said)


def _one_of(args: Args, name: str, known: tuple[Value, ...], bad: list[BadParam], said: str = "") -> Value:
    """The first is the default; `said` of what is none of them."""
    value = args.get(name, "") or known[0]
    for each in known:
        if value == each:
            return each
    said = said or gettext("not one of %(known)s; %(used)s was used", known=", ".join(known), used=known[0])
    bad.append(BadParam(name, _shown(value), said))
    return known[0]


def _number(args: Args, name: str, bounds: tuple[int, int, int], bad: list[BadParam]) -> int:
    """`bounds`: least, most, default. A number outside is moved to the nearest bound."""
    least, most, default = bounds
    value = args.get(name, "").strip()
    if not value:
        return default
    number = int(value) if re.fullmatch(r"[0-9]{1,12}", value) else None
    used = default if number is None else min(max(number, least), most)
    if used != number:
        said = gettext("not a number from %(least)s to %(most)s; %(used)s was used", least=least, most=most, used=used)
        bad.append(BadParam(name, _shown(value), said))
    return used


def number(value: str, least: int, most: int) -> int:
    """A number for the page alone, such as which sheet of a list: whatever cannot be used is `least`."""
    usable = re.fullmatch(r"[0-9]{1,12}", value)
    return min(max(int(value), least), most) if usable else least


def _shown(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:60]}…"
