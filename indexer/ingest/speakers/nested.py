"""Quotations inside a quotation, as far as the words in it give them to somebody else by name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.article import Quotation
from indexer.ingest.names import Mention
from indexer.ingest.speakers.attribution import Attribution

_MARK = re.compile("[“„«\"‘']")
_LEADS_ALOUD = re.compile(r"[^.?!]{0,60}(?:[,:]|(?<!\w)that)\s?")  # "said that", "told us,", but not "spoke of"
# ‘wait’ and, behind a stop only, 'wait.': an apostrophe stands there too
_SINGLE = re.compile(
    r"(?<![\w’'])(?:‘(?=\S)(?P<curly>(?:[^‘’\n]|(?<=\w)’(?=\w)){2,800})(?<=[\w.,?!…])’(?!\w)"
    r"|'(?=[^\W\d_])(?P<straight>(?:[^'\n]|(?<=\w)'(?=\w)){2,800})(?<=[.,?!…])'(?!\w))"
)


def nested_in(text: str, named: Sequence[Mention], outer: Quotation) -> Iterator[Quotation]:
    """`named`: mentions of the text, surnames among them."""
    words = text[outer.start : outer.end]
    if not _MARK.search(words):
        return
    inside = (each for each in named if outer.start <= each.start and each.end <= outer.end)
    mentions = [each._replace(start=each.start - outer.start, end=each.end - outer.start) for each in inside]
    if not any(each.kind == "person" for each in mentions):
        return
    for each in Attribution(_doubled(words), mentions).quotations():
        if each.speaker and each.speaker != outer.speaker and each.cue:
            start, end = each.cue
            if end < each.start and not _LEADS_ALOUD.fullmatch(words, end, each.start - 1):
                continue
            yield replace(
                each,
                start=each.start + outer.start,
                end=each.end + outer.start,
                cue=(start + outer.start, end + outer.start),
            )


def _doubled(words: str) -> str:
    """With single quotation marks as double ones, so that all are read alike; of the same length."""
    return _SINGLE.sub(lambda match: f"“{match['curly'] or match['straight']}”", words)
