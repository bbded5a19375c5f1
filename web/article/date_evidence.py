"""Where a date was read, in the reader's language: the index keeps it in English, as it was found.

For example: "line under the title: 07.02.2019 (day first, as on this site)", "first sentence: November 2 this year;
year from 'Forum 2017' in the title". What the article itself says is quoted and stays; what has another form is shown
as it is stored.
"""

import re
from collections.abc import Callable, Mapping

from indexer.message import N_, Message, Value
from web.i18n.language import say

_PLACES = {
    str(place): place
    for place in (
        N_("address"),
        N_("beside the heading"),
        N_("dateline under the title"),
        N_("document property created"),
        N_("first paragraphs"),
        N_("first sentence"),
        N_("last line"),
        N_("line above the title"),
        N_("line below the text"),
        N_("line under the title"),
        N_("mail header Date"),
        N_("PDF creation date"),
        N_("stamp after the title"),
        N_("the file's own date"),
        N_("the page, by htmldate"),
        N_("the site's place for it"),
        N_("title"),
    )
}
_NAMED_PLACE = re.compile(r"(meta|feed entry|JSON field|front matter field|JSON-LD) (\S+)")
_KINDS: Mapping[str, Callable[[str], Message]] = {
    "meta": lambda name: N_("meta %(name)s", name=name),
    "feed entry": lambda name: N_("feed entry %(name)s", name=name),
    "JSON field": lambda name: N_("JSON field %(name)s", name=name),
    "front matter field": lambda name: N_("front matter field %(name)s", name=name),
    "JSON-LD": lambda name: N_("JSON-LD %(name)s", name=name),
}
_LONGEST_PLACE = 80
_BY_YEAR = re.compile(r"(?P<read>.+); year from (?P<reason>.+)", re.DOTALL)
_IN_TITLE = re.compile(r"'(?P<words>.+)' in the title", re.DOTALL)
_SESSION = re.compile(r"session (?P<session>[0-9]+) of the UN General Assembly")
_REMARKS = {
    f" ({remark})": remark
    for remark in (
        N_("day or month first is not known"),
        N_("day first, as on this site"),
        N_("month first, as on this site"),
    )
}


def said(evidence: str) -> str:
    return say(_whole(evidence))


def _whole(evidence: str) -> Value:
    for ending, remark in _REMARKS.items():
        if evidence.endswith(ending):
            return N_("%(read)s (%(remark)s)", read=_whole(evidence.removesuffix(ending)), remark=remark)
    year = _BY_YEAR.fullmatch(evidence)
    if year:
        return N_("%(read)s; year from %(reason)s", read=_read(year["read"]), reason=_reason(year["reason"]))
    return _read(evidence)


def _read(evidence: str) -> Value:
    if evidence == "no date of its own":
        return N_("no date of its own")
    for colon in re.finditer(": ", evidence[:_LONGEST_PLACE]):
        place = _place(evidence[: colon.start()])
        if place:
            return N_("%(place)s: %(quoted)s", place=place, quoted=evidence[colon.end() :])
    return _place(evidence) or evidence


def _place(written: str) -> Message | None:
    named = _NAMED_PLACE.fullmatch(written)
    if not named:
        return _PLACES.get(written)
    return _KINDS[named[1]](named[2])


def _reason(written: str) -> Value:
    if written == "the address":
        return N_("the address")
    if match := _IN_TITLE.fullmatch(written):
        return N_("'%(words)s' in the title", words=match["words"])
    if match := _SESSION.fullmatch(written):
        return N_("session %(session)s of the UN General Assembly", session=match["session"])
    return written
