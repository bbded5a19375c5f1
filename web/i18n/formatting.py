"""How values are said to a reader: counts, partial dates, types, names of languages."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from indexer.article import Article, PartialDate, QuotationKind
from indexer.fields import FacetField
from indexer.message import N_, Message, nN_
from web.i18n import names, treaties
from web.i18n.language import gettext, language, spoken, translate

Counted = Literal["article", "matching passage", "similar article", "word"]
_COUNTED: Mapping[Counted, Callable[[int], Message]] = {
    "article": lambda n: nN_("%(number)s article", "%(number)s articles", n),
    "matching passage": lambda n: nN_("%(number)s matching passage", "%(number)s matching passages", n),
    "similar article": lambda n: nN_("%(number)s similar article", "%(number)s similar articles", n),
    "word": lambda n: nN_("%(number)s word", "%(number)s words", n),
}
_SAID_IN: Mapping[QuotationKind, Message] = {
    "turn": N_("in an interview"),
    "statement": N_("in a speech or statement"),
    "transcript": N_("in a meeting record"),
}
_TYPES: Mapping[str, Message] = {
    "press release": N_("press release"),
    "news": N_("news"),
    "interview": N_("interview"),
    "statement": N_("statement"),
    "speech": N_("speech"),
    "resolution": N_("resolution"),
    "transcript": N_("transcript"),
    "communiqué": N_("communiqué"),
    "opinion": N_("opinion"),
    "other": N_("other"),
}
_WORDED: frozenset[FacetField] = frozenset({"type", "language", "month"})
_PRECISIONS = {
    "none": N_("no date found"),
    "year": N_("only the year is known"),
    "month": N_("only the month is known"),
}


def count(number: int, noun: Counted) -> str:
    """`count(1, "article")` is "1 article", `count(1200, "article")` "1,200 articles"."""
    return translate(_COUNTED[noun](number))


def day(value: str) -> str:
    """ "2017-01-17" is "17 January 2017", "2017-01" "January 2017", "" "undated"; what is no date stays as it is."""
    return spoken().day(value) if value else gettext("undated")


def date(known: PartialDate) -> str:
    """ "17 January 2017"; "about 17 January 2017" where the day is only likely."""
    said = day(known.value)
    return gettext("about %(day)s", day=said) if known.is_likely else said


def precision(known: PartialDate) -> str:
    """How far a date is known, where that needs saying."""
    return translate(_PRECISIONS[known.precision]) if known.precision != "day" else ""


def value(field: FacetField, raw: str) -> str:
    """A facet's value as a reader would say it."""
    if field == "language":
        return _language(raw, spoken().code)
    if field == "month":
        return day(raw)
    if field == "type":
        return _capital(translate(_TYPES.get(raw, raw)))
    if not raw or (code := spoken().code) == "en":
        return raw
    return translate(treaties.said(raw)) if field == "document" else names.said(field, raw, code)


def values(field: FacetField, raws: Sequence[str]) -> list[str]:
    """Each of them as `value` says it: a page has hundreds."""
    if not raws or (field not in _WORDED and spoken().code == "en"):
        return list(raws)
    return [value(field, raw) for raw in raws]


def is_worded(field: FacetField) -> bool:
    """Whether its values are codes in an index and words on the page, whatever they are."""
    return field in _WORDED or (field == "document" and spoken().code != "en")


def said_in(kind: QuotationKind) -> str:
    """Where something was said; empty for what the article itself quotes."""
    return translate(_SAID_IN[kind]) if kind in _SAID_IN else ""


def type_and_source(article: Article) -> tuple[str, str]:
    return value("type", article.type), value("source", article.source)


@lru_cache(maxsize=512)
def _language(raw: str, code: str) -> str:
    """Its name where Unicode knows one, begun with a capital as in a list."""
    return _capital(language(code).language_name(raw)) or raw


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
