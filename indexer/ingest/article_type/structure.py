"""Cues that hold in every language: how a text is laid out, who speaks in it, and how it weighs what it tells."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue
from indexer.ingest.article_type.reading import READERS, SPEAKERS, TEXT, Reading
from indexer.ingest.article_type.saying import SAID

_TEXT = frozenset({TEXT})
_MANY_SHORT = 0.3
_MOSTLY_SHORT = 0.6
_MANY_ASKING = 0.3
_SOME_ASKING = 0.15
_FEWEST_LINES = 5
_CALL = 50
_CALLED_WORDS = 5
_ARGUES = 0.015
_ARGUES_MUCH = 0.03
_OF_HIMSELF = 0.012
_TO_READERS = 0.015
_SAYS_MUCH = 0.012
_FIRST = 160
_LAST = 400
_READ = 3000
_FEWEST_NAMED = 3
_BODY = re.compile(
    r"\b(?:(?:The|Die|Der|Das|La|Le|Les|El|Il) )?([A-ZА-ЯЁ]{3,8}"
    r"|[A-ZÀ-ÞА-ЯЁ][\w&’'-]{2,20}(?: [A-ZÀ-ÞА-ЯЁ][\w&’'-]{2,20}){1,3})\b"
)
_EXCLAIMED = re.compile(r"!(?<=[^\W\d_]{2}!)")
_SAYS_OF_HIMSELF = re.compile(
    r"[\"“«„][^\"”»“]{0,200}?(?<!\w)(?:I|We|Wir|Ich|Je|Nous|Мы|Я|we|wir|ich|my|our|nous|мы|я|Nosotros|Yo|noi|Noi)(?!\w)"
)


def _is_in_short_lines(reading: Reading) -> bool:
    layout = reading.layout
    return layout.lines >= _FEWEST_LINES and layout.short > _MANY_SHORT


def _is_mostly_in_short_lines(reading: Reading) -> bool:
    layout = reading.layout
    return layout.lines >= _FEWEST_LINES and layout.short > _MOSTLY_SHORT


def _asks_line_by_line(reading: Reading) -> bool:
    return not reading.turns and reading.layout.asking >= _MANY_ASKING


def _asks_at_times(reading: Reading) -> bool:
    return not reading.turns and reading.layout.asking >= _SOME_ASKING


def _begins_asking(reading: Reading) -> bool:
    return reading.layout.begins_asking


def _answers_at_once(reading: Reading) -> bool:
    """Questions with their answers behind a dash in the same line, in what begins with one."""
    layout = reading.layout
    return layout.run_on > 0 and layout.begins_with_dash


def _calls_out(reading: Reading) -> bool:
    """ "Citizens!": who is spoken to has a line of his own, the first or two."""
    lines = reading.opening.split("\n")
    called = [line for line in lines if line.endswith("!") and len(line) < _CALL and line.count(" ") < _CALLED_WORDS]
    return len(called) > 1 or bool(called and called[0] == reading.draft.text.partition("\n")[0])


def _asks_within(reading: Reading) -> bool:
    return not reading.turns and reading.layout.asked_within > 0


def _exclaims(reading: Reading) -> bool:
    return "!" in reading.told and _EXCLAIMED.search(reading.told) is not None


def _begins_and_ends_with_one(reading: Reading) -> bool:
    """A body that the first sentence names is named in the last lines too, and between: who writes of others goes on
    to others."""
    text = reading.draft.text
    if len(text) < _FIRST + _LAST:
        return False
    last = text[-_LAST:]
    named = {*_BODY.findall(text[:_FIRST])}
    return any(name in last and text.count(name, 0, _READ) >= _FEWEST_NAMED for name in named)


def _says_often(reading: Reading) -> bool:
    words = reading.told_words
    return sum(map(SAID.__contains__, words)) > _SAYS_MUCH * len(words)


def _quotes_himself_in_title(reading: Reading) -> bool:
    return any(mark in reading.title for mark in '"“«„') and _SAYS_OF_HIMSELF.search(reading.title) is not None


CUES: Final[tuple[Cue, ...]] = (
    Cue(
        "short lines",
        {"news": -1.3, "other": 0.8, "interview": 0.5, "speech": -0.8},
        _is_in_short_lines,
        _TEXT,
        costly=True,
    ),
    Cue("short lines", {"other": 0.7}, _is_mostly_in_short_lines, _TEXT, costly=True),
    Cue("questions and answers", {"interview": 1.5, "news": -1}, _asks_line_by_line, _TEXT, costly=True),
    Cue("questions and answers", {"interview": 1, "opinion": 0.3, "news": -1}, _asks_at_times, _TEXT, costly=True),
    Cue("questions and answers", {"interview": 1.5, "news": -1}, _begins_asking, _TEXT, costly=True),
    Cue(
        "questions and answers",
        {"interview": 6, "opinion": -4, "speech": -2, "news": -1.5},
        _answers_at_once,
        _TEXT,
        costly=True,
    ),
    Cue("salutation", {"speech": 4, "news": -2}, _calls_out, _TEXT, costly=True),
    Cue("questions", {"opinion": 0.8, "news": -0.8, "press release": -1}, _asks_within, _TEXT, costly=True),
    Cue("argument", {"opinion": 0.8, "news": -0.8, "press release": -0.5}, _exclaims, _TEXT, costly=True),
    Cue(
        "argument",
        {"opinion": 0.8, "press release": -0.8},
        lambda reading: reading.arguing > _ARGUES,
        _TEXT,
        costly=True,
    ),
    Cue(
        "argument",
        {"opinion": 0.8, "press release": -0.5},
        lambda reading: reading.arguing > _ARGUES_MUCH,
        _TEXT,
        costly=True,
    ),
    Cue(
        "first person",
        {"opinion": 1, "news": -0.8, "statement": -0.4},
        lambda reading: reading.singular > _OF_HIMSELF,
        SPEAKERS,
    ),
    Cue("own doings", {"press release": 0.8, "news": -0.3}, _begins_and_ends_with_one, _TEXT, costly=True),
    Cue(
        "second person",
        {"other": 1, "interview": 0.6, "opinion": -0.6, "news": -0.6},
        lambda reading: reading.second_person > _TO_READERS,
        READERS,
        costly=True,
    ),
    Cue(
        "reported speech",
        {"news": 0.8, "press release": 0.3, "opinion": -1.5, "statement": -1},
        _says_often,
        SAID,
        costly=True,
    ),
    Cue("self-naming", {"interview": 1.5, "news": -0.5}, _quotes_himself_in_title, _TEXT, costly=True),
)
