"""Cues of interviews and transcripts: turns, their speakers, and what the title says."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, Weights, cue
from indexer.ingest.article_type.reading import SPEAKERS, Reading
from indexer.ingest.interviews.interviewee import says_interview

_INTERVIEW_TITLE = (
    r"\binterview\b(?! (?:room|process))|questions? and answers?|\bq ?& ?a\b|интервью|\bentretien\b"
    r"|\bentrevista\b|\bim gespräch\b|\bintervista\b"
)
_INTERVIEW_ITSELF = (
    r"\A\W{0,3}(?:an? |exclusive |the )?interview\b|interview(?:s|ed)? (?:with|of|mit|avec|by)\b|: interview\b"
    r"|\bq ?& ?a with\b|\A\W{0,3}интервью\b|\bentretien avec\b|\bentrevista (?:con|a)\b|\bintervista (?:a"
    r"|con)\b|\bim gespräch\b"
)
_INTERVIEW_WORDS = "interview interviews questions question q&a q интервью entretien entrevista gespräch intervista"
_MEETING = re.compile(
    r"\b(?:transcript|verbatim|briefing|gaggle|(?:press|news) conference|press call|background call"
    r"|press availability|media availability|(?:press|media) stakeout|town hall|hearing|press encounter"
    r"|remarks|minutes|стенограмма|брифинг|пресс-конференци\w|conférence de presse|rueda de prensa"
    r"|conferencia de prensa|pressekonferenz)\b",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"^\W{0,3}(?:Q\.? {1,4}[A-Z\"“]|MODERATOR:|SPOKES\w+:|(?:THE|MRS?|MS|DR|SENATOR|SECRETARY"
    r"|(?:PRIME )?MINISTER|PRESIDENT|CHANCELLOR|AMBASSADOR|GENERAL)[. ]{1,2}[A-Z][^:\n]{0,60}:)",
    re.MULTILINE,
)
_FEWEST_LABELS = 2
# What is said in answers sounds like a speech.
_SAYS_SO = (
    r"\b(?:this|the|our) (?:interview|conversation) (?:has been|was|is)\b|\bsat down with\b|\bwe (?:interview"
    r"|interviewed|spoke (?:to|with)|talked (?:to|with)|asked)\b|\b(?:im|das) (?:interview|gespräch)\b"
    r"|\bhemos entrevistado\b|\bentrevistamos\b|\bnous avons (?:interviewé|rencontré|interrogé)\b"
    r"|\bв интервью\b"
)
_SAYS_SO_WORDS = (
    "interview conversation sat interviewed spoke talked asked gespräch entrevistado entrevistamos "
    "interviewé rencontré interrogé интервью"
)
_NOT_ALONE: Final[Weights] = {"speech": -4, "statement": -3, "opinion": -3, "news": -1.5}
_HEADING = 300
_SPOKEN_WITH = re.compile(_SAYS_SO)
_ASKED = re.compile(r"\n\n(?=[^\n]{10,500}\n\n[^\n]{40})[^\n?]{8,300}\?(?=[^\n?]{0,120}\n)")
_FEWEST_ASKED = 2
# One paragraph in so many is a question.
_FEWEST_ANSWERS = 6
_SOME = 0.008


def _asks(reading: Reading) -> bool:
    return len(reading.turns) >= 2 or bool(reading.turns and says_interview(reading.title, ""))


def _asks_by_paragraph(reading: Reading) -> bool:
    """Paragraph after paragraph is a question with an answer under it, in which somebody says "I"."""
    if reading.turns or reading.first_person < _SOME or len(reading.quotations) > 1:
        return False
    asked = len(_ASKED.findall(reading.head))
    return asked >= _FEWEST_ASKED and asked * _FEWEST_ANSWERS > reading.head.count("\n\n")


def _says_so(reading: Reading) -> bool:
    return "?" in reading.head and _SPOKEN_WITH.search(reading.lowered("opening")) is not None


def _several_speak(reading: Reading) -> bool:
    return len({each.speaker for each in reading.turns if each.speaker}) >= 2


def _is_of_meeting(reading: Reading) -> bool:
    """Its title, or a line at its head, says so, and somebody speaks in turns."""
    if len(reading.turns) < 2 or says_interview(reading.title, ""):
        return False
    return bool(_MEETING.search(reading.title) or _MEETING.search(reading.top[:_HEADING]))


def _speak_by_office(reading: Reading) -> bool:
    return bool(reading.turns) and len(_LABELS.findall(reading.head)) >= _FEWEST_LABELS


CUES: Final[tuple[Cue, ...]] = (
    cue("heading", {"interview": 4}, "top", r"^\W{0,3}(?:interviews?|интервью)\W{0,3}$", _INTERVIEW_WORDS),
    cue(
        "heading",
        {"transcript": 4},
        "top",
        r"^\W{0,3}(?:official |full |rush )?transcript(?:ion)?s?\b.{0,40}$",
        "transcript transcription",
    ),
    Cue("questions and answers", {"interview": 6, "transcript": 2.5, **_NOT_ALONE}, _asks),
    Cue(
        "questions and answers",
        {"interview": 5.5, "speech": -1.5, "opinion": -3, "statement": -1},
        _asks_by_paragraph,
        SPEAKERS,
    ),
    Cue("self-naming", {"interview": 2.5, "news": -0.5}, _says_so, frozenset(_SAYS_SO_WORDS.split())),
    Cue("several speakers", {"transcript": 0.5}, _several_speak),
    Cue("several speakers", {"transcript": 6}, _speak_by_office),
    Cue("meeting", {"transcript": 6}, _is_of_meeting),
    cue("title", {"interview": 3}, "title", _INTERVIEW_ITSELF, _INTERVIEW_WORDS),
    cue("title", {"interview": 3.5}, "title", _INTERVIEW_TITLE, _INTERVIEW_WORDS),
)
