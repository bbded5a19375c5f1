"""Asks for an article's date as the tests of publication dates do."""

from datetime import date
from typing import TypedDict, Unpack

from indexer.article import DateEvidence, PartialDate
from indexer.ingest.dates import date_of
from indexer.ingest.draft import Draft

TODAY = date(2026, 11, 21)
SITE = "https://csto.archive.example.org/en/"  # its rules say that it writes the day first
BODY = "The parties discussed the plan of joint work and agreed to meet again before the end of the month. " * 12


class Said(TypedDict, total=False):
    """What a file may say beside the text."""

    title: str
    date: str
    date_evidence: DateEvidence
    url: str
    language: str
    source: str


def read(text: str = BODY, **said: Unpack[Said]) -> PartialDate:
    return date_of(Draft(text=text, **said), TODAY)


def value(text: str = BODY, **said: Unpack[Said]) -> str:
    return read(text, **said).value
