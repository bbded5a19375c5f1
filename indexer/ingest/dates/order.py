"""Whether 11/02/2017 is in February or in November, by what is known of its document."""

import re
from dataclasses import replace

from indexer.article import DateEvidence
from indexer.ingest.draft import Draft
from indexer.ingest.sites import day_order_of
from indexer.text.dates.grammar import dates_in
from indexer.text.dates.numeric import Order, order_in

_SLASHED = re.compile(r"(?<![0-9./-])([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?![0-9])")
_YEAR_AFTER = re.compile(r"[/-][0-9]{4}(?![0-9])")
_MONTHS = 12
_CODE = re.compile(r"[a-z]{2,3}(?:-|$)")
_DAY_FIRST_ENGLISH = re.compile(r"en-(?:gb|ie|au|nz|in|za|sg|my|hk|ke|ng|mt|cy|pk|bd|lk)$")
_MONTH_FIRST_SITE = re.compile(r"[a-z]+://[^/?#]*\.(?:gov|mil|us)(?:[:/?#]|$)", re.IGNORECASE)
_DAY_FIRST_SITE = re.compile(
    r"[a-z]+://[^/?#]*\.(?:uk|ie|au|nz|in|ru|by|kz|kg|tj|am|az|uz|ua|fr|es|de|it|ch|at|be|pl|eu|int)(?:[:/?#]|$)",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[а-яё]{4}", re.IGNORECASE)


def order_of(draft: Draft) -> Order | None:
    """By what the document shows, then the habit of its site or source, then the language, then the country of the
    site; None where all are silent."""
    if not any(_YEAR_AFTER.search(part) for part in (draft.date, draft.title, draft.text)):
        return None
    return _shown_in(draft) or day_order_of(draft.url, draft.source) or _by_language(draft) or _by_site(draft)


def with_habit(evidence: DateEvidence, draft: Draft) -> DateEvidence:
    """The habit of the site or source is told where nothing else tells the day from the month in what is quoted."""
    quoted = f"{evidence.quoted}\n{evidence.year_from.words if evidence.year_from else ''}"
    if not any(m[1] != m[2] and max(int(m[1]), int(m[2])) <= _MONTHS for m in _SLASHED.finditer(quoted)):
        return evidence
    habit = day_order_of(draft.url, draft.source)
    return replace(evidence, order=habit) if habit and not _shown_in(draft) else evidence


def _shown_in(draft: Draft) -> Order | None:
    """By dates that can be read in one way only, then by dates in words that name the same day."""
    return order_in(f"{draft.title}\n{draft.text}\n{draft.date}") or _by_words(draft)


def _by_words(draft: Draft) -> Order | None:
    """Where "02/11/2017" stands beside "2 November" the day comes first."""
    parts = (draft.title, draft.text, draft.date)
    figures = {(int(m[1]), int(m[2])) for text in parts for m in _SLASHED.finditer(text)}
    days = {(each.day, each.month) for each in dates_in(f"{draft.title}\n{draft.text}") if each.day and each.month}
    day_first = any(one != two and (one, two) in days for one, two in figures)
    month_first = any(one != two and (two, one) in days for one, two in figures)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


def _by_language(draft: Draft) -> Order | None:
    """Only English is written both ways, each of its countries in one."""
    language = draft.language.lower().replace("_", "-")
    other = _CODE.match(language) and not language.startswith("en")
    if other or _CYRILLIC.search(draft.text[:400]) or _DAY_FIRST_ENGLISH.match(language):
        return "day first"
    return None


def _by_site(draft: Draft) -> Order | None:
    if _MONTH_FIRST_SITE.match(draft.url) or draft.language.lower() in {"en-us", "en_us"}:
        return "month first"
    return "day first" if _DAY_FIRST_SITE.match(draft.url) else None
