"""A snippet as what it is: a question, words that one person says, or words of the article; cut where they change."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from indexer.article import Article, Quotation, Span
from indexer.search.page import Snippet
from web.i18n import formatting
from web.i18n.language import LOCALES
from web.i18n.names import said as name_in
from web.i18n.quotation_marks import Change, completed, paired
from web.marks import Piece, excerpt, pieces
from web.urls.links import Link, speaker_link

_CUT_BEFORE, _CUT_BEHIND = (Piece("… "),), (Piece(" …"),)
# What may stand around what is said without being words of another: marks, the dash before an answer.
_EDGE = re.compile(r"[\s\"“”„«»‘’‚'.,;:!?…—–•-]*")
_DASH = re.compile(r"[—–•-]\s+")
_WORD = re.compile(r"\w+")
_QUESTION = 160  # characters of one that is shown with its answer
_LONGEST_CUE = 80  # characters of one that is shown
_TELLING = 3  # words of a cue beside the name from which on it tells more than the name: "told reporters in Oslo"


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something, with a link where there is a page of them: `name` is empty where nobody is named. `beside`:
    where and when; `cue`: the article's own words for it, where they tell more."""

    name: Link
    beside: tuple[str, ...]
    cue: str


@dataclass(frozen=True, slots=True)
class Part:
    """`saying`: all of it is said by one person, and stands between quotation marks; None where it is a question or
    the article's."""

    pieces: tuple[Piece, ...]
    saying: Saying | None = None
    question: bool = False


@dataclass(frozen=True, slots=True)
class PassageView:
    """An excerpt of a passage, and the address of its place in the article."""

    href: str
    parts: tuple[Part, ...]


class _Stretch(NamedTuple):
    """`text[start:end]` of an article; `said`: the quotation that holds all of it."""

    start: int
    end: int
    said: Quotation | None = None
    question: bool = False


def passage_view(article: Article, shown: Snippet, href: str) -> PassageView:
    marks = [(start + shown.start, end + shown.start) for start, end in shown.marks]
    stretches = tuple(_stretches(article, shown.start, shown.end, marks))
    parts = tuple(_part(article, each, marks, shown) for each in stretches)
    asked = (part for first in stretches[:1] for part in _answered(article, first))
    return PassageView(href, (*asked, *parts))


def _answered(article: Article, first: _Stretch) -> Iterator[Part]:
    """The question, where the beginning of its answer is shown without it."""
    said = first.said
    if said and said.question and _EDGE.fullmatch(article.text, said.start, first.start):
        start, end = _trimmed(article.text, *said.question)
        yield Part(excerpt(article.text[start:end], (), _QUESTION), question=True)


def _stretches(article: Article, start: int, end: int, marks: Sequence[Span]) -> Iterator[_Stretch]:
    """Cut where questions begin and end."""
    asked = {each.question for each in article.quotations if each.question}
    here = [(max(first, start), min(last, end)) for first, last in asked if first < end and start < last]
    if not here:
        yield _said(article, start, end, marks)
        return
    edges = sorted({start, end, *(edge for span in here for edge in span)})
    for first, last in (_trimmed(article.text, *span) for span in pairwise(edges)):
        said = _said(article, first, last, marks)
        if any(a <= first and last <= b for a, b in here):
            yield _Stretch(first, last, question=True)
        elif said.said or len(_WORD.findall(article.text, first, last)) > 1:
            yield said  # and not the label of the question alone: "Q."


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without white space at its ends, and without the dash of a question or an answer."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    dash = _DASH.match(text, start, end)
    return (dash.end() if dash else start), start + len(piece.strip())


def _said(article: Article, start: int, end: int, marks: Sequence[Span]) -> _Stretch:
    """Where all of it is one person's words: without the quotation marks and the label at its ends."""
    meeting = article.quotations_in(start, end)
    for each in sorted(meeting, key=lambda each: each.end - each.start):
        first, last = max(start, each.start), min(end, each.end)
        if _is_bare(article, each, (start, first), marks) and _EDGE.fullmatch(article.text, last, end):
            others = (other for other in meeting if other.speaker != each.speaker)
            if all(_stands_apart(other, (first, last)) for other in others):
                return _Stretch(*_trimmed(article.text, first, last), said=each)
            break
    return _Stretch(start, end)


def _is_bare(article: Article, said: Quotation, ahead: Span, marks: Sequence[Span]) -> bool:
    """Whether nothing stands ahead of what is said but signs, or the label, where nothing of it is marked."""
    start, end = ahead
    if said.cue and start <= said.cue[0] < said.cue[1] <= end and not any(a < end and start < b for a, b in marks):
        return all(_EDGE.fullmatch(article.text, *span) for span in ((start, said.cue[0]), (said.cue[1], end)))
    return _EDGE.fullmatch(article.text, start, end) is not None


def _stands_apart(other: Quotation, shown: Span) -> bool:
    """Of somebody else's words: whether they are around all that is shown, or whole within it and in marks of their
    own."""
    start, end = shown
    return (other.start <= start and end <= other.end) or (
        other.kind == "direct" and start <= other.start and other.end <= end
    )


def _part(article: Article, each: _Stretch, marks: Sequence[Span], shown: Snippet) -> Part:
    before = _CUT_BEFORE if shown.cut_before and each.start == shown.start else ()
    behind = _CUT_BEHIND if shown.cut_behind and each.end == shown.end else ()
    if each.said is None:
        opening, closing = completed(article.text[each.start : each.end], article.language)
        cut = (*before, *pieces(article.text, marks, each.start, each.end), *behind)
        whole = (Piece(opening), *cut, Piece(closing))
        return Part(tuple(piece for piece in whole if piece.text), question=each.question)
    around = paired(article.text[each.start : each.end], article.language)
    said = _with_marks(article.text, marks, each, around.changes)
    whole = (Piece(around.before), *before, *said, *behind, Piece(around.behind))
    return Part(whole, _saying(article, each.said))


def _with_marks(text: str, marks: Sequence[Span], each: _Stretch, changes: Sequence[Change]) -> Iterator[Piece]:
    at = each.start
    for change in changes:
        yield from pieces(text, marks, at, each.start + change.start)
        yield Piece(change.mark)
        at = each.start + change.end
    yield from pieces(text, marks, at, each.end)


def _saying(article: Article, said: Quotation) -> Saying:
    if not said.speaker:
        return Saying(Link(""), (), "")
    when = formatting.date(article.date) if article.date.value else ""
    beside = tuple(filter(None, (formatting.said_in(said.kind), when)))
    return Saying(speaker_link(article, said.speaker), beside, _cue(article, said))


def _cue(article: Article, said: Quotation) -> str:
    cue = article.text[slice(*said.cue)].strip(" ,.:;—–-\n") if said.cue else ""
    names = {said.speaker, name_in("speaker", said.speaker, article.language if article.language in LOCALES else "en")}
    known = {word.casefold() for name in names for word in _WORD.findall(name)}
    more = [word for word in _WORD.findall(cue) if word.casefold() not in known]
    return cue if len(more) >= _TELLING and len(cue) <= _LONGEST_CUE else ""
