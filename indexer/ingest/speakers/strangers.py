"""People whom only the words about them tell: "said Rioland", where the text has named Daizha Rioland before."""

import re

from indexer.ingest.names.vocabulary import words_of
from indexer.ingest.speakers.offices import BODY, HEAD

_SURNAME = re.compile(r"(?:(?:M(?:r|rs|s|iss)|Dr|Sen|Rep|Gov|Prof)\.?\s)?(?P<surname>[A-Z][\w'’-]{2,30})")
_GIVEN = r"(?<![\w.’'&-])(?P<given>[A-Z][a-z’'-]{1,20}\.?)\s(?:[A-Z]\.\s)?"
_CALLING = (
    HEAD.replace(r"(?![\w-])", "") + r"|analyst|economist|lawyer|attorney|professor|manager|member|founder|owner|trader"
)
_FULL = re.compile(
    rf"(?P<given>[A-Z][a-z’'-]{{1,20}})\s(?:[A-Z]\.\s)?(?P<last>[A-Z][\w'’-]{{1,30}})"
    rf"(?=,\s(?:who\s|(?:an?\s|the\s)?(?:[\w’'-]+\s|{BODY}+(?:['’]s)?\s){{0,5}}?(?:{_CALLING})(?![\w-]))|\sof\s(?:the\s)?{BODY})"
)
_NO_GIVEN = (
    words_of("function") | words_of("common") | words_of("offices") | words_of("honorifics") | words_of("nations")
)
_NO_LAST = words_of("business") | words_of("bodies") | words_of("namesakes") | words_of("function") | words_of("common")


def by_surname(text: str, words: str, before: int) -> str:
    """The full name that the masked text has before for "Rioland" or "Mr. Rioland", or ""."""
    called = _SURNAME.fullmatch(words.strip())
    if not called or called["surname"].lower() in _NO_LAST:
        return ""
    full = re.compile(rf"{_GIVEN}{re.escape(called['surname'])}(?![\w’'&-])(?!\s[A-Z])")
    named = {
        " ".join(match.group().split())
        for match in full.finditer(text, 0, before)
        if match["given"].rstrip(".").lower() not in _NO_GIVEN
    }
    return named.pop() if len(named) == 1 else ""


def in_full(text: str, at: int) -> str:
    """The name that begins there, where what it is called by follows: "Dana Johnson, an analyst at …"."""
    full = _FULL.match(text, at)
    if not full or full["given"].lower() in _NO_GIVEN or full["last"].lower() in _NO_LAST:
        return ""
    return full.group()
