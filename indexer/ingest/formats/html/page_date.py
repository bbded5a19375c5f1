"""The date of a page's article as the page writes it, and where: beside the heading, in its markup, or by htmldate."""

import htmldate
from lxml.html import HtmlElement

from indexer.article import DateEvidence
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft
from indexer.ingest.formats.html.heading import Heading, date_beside
from indexer.ingest.formats.html.metadata import Metadata
from indexer.ingest.formats.html.teasers import is_teasers_day


def page_date(said: Metadata, heading: Heading | None, tree: HtmlElement, by_site: str) -> tuple[str, DateEvidence]:
    """What a reader sees beside the heading wins: markup often has the day of a copy, or that of another time zone."""
    if by_site:
        return by_site, DateEvidence("site rules")
    beside = date_beside(heading) if heading else ""
    for date, evidence in ((beside, DateEvidence("beside heading")), (said.date, said.date_evidence)):
        if date and date_of(Draft(text="", date=date, url=said.url)).precision == "day":
            return date, evidence
    guessed: str | None = htmldate.find_date(tree, original_date=True)
    if guessed and not (heading and is_teasers_day(guessed, tree, heading.element)):
        return guessed, DateEvidence("htmldate")
    return said.date, said.date_evidence
