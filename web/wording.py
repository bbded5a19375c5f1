"""How values are said to a reader: counts, partial dates, names of languages."""

from indexer.article import PartialDate
from indexer.fields import FacetField

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "hy": "Armenian", "it": "Italian", "kk": "Kazakh", "ky": "Kyrgyz", "pt": "Portuguese",
    "ru": "Russian", "tg": "Tajik", "uk": "Ukrainian", "uz": "Uzbek", "zh": "Chinese",
}  # fmt: skip


def count(number: int, one: str, many: str = "") -> str:
    """`count(1, "article")` is "1 article", `count(1200, "article")` "1,200 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(value: str) -> str:
    """ "2017-01-17" is "17 January 2017", "2017-01" "January 2017", "" "undated"."""
    parts = value.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return value or "undated"


def precision(date: PartialDate) -> str:
    """How far a date is known, where that needs saying."""
    return {"none": "no date found", "year": "only the year is known", "month": "only the month is known", "day": ""}[
        date.precision
    ]


def value(field: FacetField, raw: str) -> str:
    """A facet's value as a reader would say it."""
    if field == "language":
        return _LANGUAGES.get(raw, raw)
    if field == "month":
        return day(raw)
    return raw[:1].upper() + raw[1:] if field == "type" else raw
