"""The day that htmldate guesses, where the page bears it out: it makes the first of January of a copyright's year, and
takes the day of a caption for the page's."""

from datetime import date

import htmldate
from lxml.html import HtmlElement

from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.stamps import is_stamp
from indexer.ingest.formats.html.teasers import in_teaser, own_boxes, showing

_FIRST = "-01"


def guessed_day(tree: HtmlElement, heading: Heading | None, url: str) -> str:
    """As yyyy-mm-dd; "" where the page shows that day only in sentences and captions, in its footer and in teasers of
    other articles, or shows no day at all."""
    day: str | None = htmldate.find_date(tree, original_date=True)
    if not day:
        return ""
    dated = showing(day, tree)
    if not dated:
        return "" if day.endswith(_FIRST) and not _is_told(day, tree, url) else day
    own = own_boxes(heading.element) if heading else set()
    stamped = (each for each in dated if is_stamp(each, own, day))
    return day if any(not (heading and in_teaser(each, own)) for each in stamped) else ""


def _is_told(day: str, tree: HtmlElement, url: str) -> bool:
    """Whether the page's address or its markup for machines has the day."""
    whole = date.fromisoformat(day)
    forms = (day, f"{whole:%Y%m%d}", f"{whole:%Y/%m/%d}")
    values = (value for each in tree.iter("meta", "time", "link") for value in each.values())
    return any(form in text for text in (url, *values) for form in forms)
