"""A text in which names and quoted words are signs of their kind, so that patterns can speak of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from indexer.ingest.names import Mention
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE, QUOTED
from indexer.ingest.speakers.quoted import Quoted

_SIGNS = {"person": PERSON, "organisation": BODY, "place": PLACE}
# Not "Stock Exchange" where a Mr Stock is known.
_CAPITALISED = re.compile(r"[A-ZА-ЯЁÀ-Þ](?<![\w.’'-].)(?<![A-ZА-Я]\w\s.)[\w'’-]+(?!\s[A-ZА-ЯЁÀ-Þ]\w)")
_GIVEN = re.compile(r"(?<![\w.-])(?P<name>[^\W\d_][\w.'’-]*)\s$")
_MARKS = ".,;:?!…"


def masked(text: str, mentions: Iterable[Mention], quoted: Iterable[Quoted]) -> str:
    """As long as the text; the first letter and the last mark of quoted words stay, for sentences are told by them."""
    characters = list(text)
    for each in mentions:
        characters[each.start : each.end] = _SIGNS[each.kind] * (each.end - each.start)
    for quote in quoted:
        end = quote.end - 1 if text[quote.end - 1 : quote.end] in _MARKS and quote.end > quote.start else quote.end
        start = min(quote.start + 1, end)
        characters[start:end] = QUOTED * (end - start)
    return "".join(characters)


def with_surnames(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, and those of people whom the text goes on to call by the last word of their name."""
    known = sorted((_in_full(text, each) for each in mentions), key=lambda each: each.start)
    names: dict[str, set[str]] = {}
    for each in known:
        if each.kind == "person":
            for written in (each.name, each.name if each.office else text[each.start : each.end]):
                names.setdefault(written.split()[-1], set()).add(each.name)
    starts = [each.start for each in known]
    for word in _CAPITALISED.finditer(text) if names else ():
        called = names.get(word.group())
        if called is None or len(called) > 1:
            continue
        before = bisect_right(starts, word.start()) - 1
        if before < 0 or known[before].end <= word.start():
            known.append(_in_full(text, Mention("person", next(iter(called)), *word.span())))
    return known


def _in_full(text: str, mention: Mention) -> Mention:
    """With the given names before the surname, where these were left out."""
    if mention.kind != "person":
        return mention
    start, words = mention.start, mention.name.split()
    while (given := _GIVEN.search(text, max(0, start - 30), start)) and given["name"] in words:
        start = given.start()
    return mention._replace(start=start) if start < mention.start else mention
