"""What is said of where a date was read: its evidence in words that can be translated."""

from collections.abc import Mapping
from dataclasses import replace

from indexer.article import DateEvidence, DatePlace, YearReason
from indexer.message import N_, Message, Value

_PLACES: Mapping[DatePlace, Message] = {
    "none": N_("no date of its own"),
    "file": N_("the file's own date"),
    "JSON field": N_("JSON field %(name)s"),
    "front matter field": N_("front matter field %(name)s"),
    "feed entry": N_("feed entry %(name)s"),
    "mail header": N_("mail header Date"),
    "docx property": N_("document property created"),
    "PDF": N_("PDF creation date"),
    "site rules": N_("the site's place for it"),
    "JSON-LD": N_("JSON-LD %(name)s"),
    "meta": N_("meta %(name)s"),
    "beside heading": N_("beside the heading"),
    "htmldate": N_("the page, by htmldate"),
    "address": N_("address"),
    "title": N_("title"),
    "after title": N_("stamp after the title"),
    "above title": N_("line above the title"),
    "under title": N_("line under the title"),
    "dateline": N_("dateline under the title"),
    "first sentence": N_("first sentence"),
    "first paragraphs": N_("first paragraphs"),
    "last line": N_("last line"),
    "below text": N_("line below the text"),
    "file name": N_("file name"),
}
_ORDERS = {
    "unknown": N_("day or month first is not known"),
    "day first": N_("day first, as on this site"),
    "month first": N_("month first, as on this site"),
}


def evidence_words(evidence: DateEvidence) -> Value:
    """For example: line under the title: 07.02.2019 (day first, as on this site). Empty where no date is known."""
    if not evidence.place:
        return ""
    said = replace(_PLACES[evidence.place], values=(("name", evidence.name),))
    if evidence.quoted:
        said = N_("%(place)s: %(quoted)s", place=said, quoted=evidence.quoted)
    if evidence.year_from:
        said = N_("%(read)s; year from %(reason)s", read=said, reason=_reason(evidence.year_from))
    if evidence.order:
        said = N_("%(read)s (%(remark)s)", read=said, remark=_ORDERS[evidence.order])
    return said


def _reason(year: YearReason) -> Value:
    match year.place:
        case "address":
            return N_("the address")
        case "folder":
            return N_("the folder %(words)s", words=year.words)
        case "title":
            return N_("'%(words)s' in the title", words=year.words)
        case "session":
            return N_("session %(session)s of the UN General Assembly", session=year.words)
        case "text":
            return f"'{year.words}'"
