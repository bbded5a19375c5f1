"""The label that a turn opens with: a part ("Q:", "Answer –"), a name, an office in capitals."""

import re
from typing import Literal

Role = Literal["asks", "answers", ""]

# "## **Lee**: …"; a label may have its line alone
_OPENS = r"(?:#{1,6} )?\*{0,2}"
_CLOSES = r"\*{0,2}(?:\s{1,3}(?=\S)|\s{0,3}$)"
_OF = r"(?:\([^()\n]{1,60}\)\s?)?"  # whom a speaker speaks for, or through
_NAME = r"[A-ZА-ЯЁÀ-Þ][\w.'’-]{0,30}"
_LABEL = re.compile(
    rf"{_OPENS}(?:(?P<label>{_NAME}(?:\s{_NAME}){{0,3}})\*{{0,2}}\s?{_OF}:{_CLOSES}"
    r"|(?P<letter>[A-ZА-ЯЁÀ-Þ])\.\*{0,2}\s{1,3}(?=\S))"
)
# Mr. LEE of Ohio. I rise …, The PRESIDING OFFICER. Without objection …
_MINUTES = re.compile(
    rf"{_OPENS}(?P<label>(?:M(?:r|rs|s|iss)\.?|Dr\.?|Senator)\s(?:Mc|Mac|De|Van)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{{1,30}}"
    r"(?:\sof\s[A-Z]\w{2,15}(?:\s[A-Z]\w{2,15})?)?|The\s(?:[A-Z]{4,20}\s?){1,4})\*{0,2}\.\*{0,2}\s{1,3}(?=\S)"
)
# THE PRESIDENT: …, MR. McKAY (through an interpreter): …
_CAPITAL_WORD = r"(?:Mc|Mac|De|Di|Van|al-)?[A-ZА-ЯЁÀ-Þ][A-ZА-ЯЁÀ-Þ.'’-]{0,30}"
_CAPITALS = re.compile(rf"{_OPENS}(?P<label>{_CAPITAL_WORD}(?:\s{_CAPITAL_WORD}){{0,6}})\*{{0,2}}\s?{_OF}:{_CLOSES}")
_LONGEST = 64
_FEWEST = 2
# "Q Who pays?", as briefings print it
_BARE_Q = re.compile(r"\*{0,2}Q\.?\*{0,2}\s{1,4}(?=[A-ZÀ-Þ\"“‘'(¿—–])")
# Moderator – …
_ROLE_AND_DASH = re.compile(rf"{_OPENS}(?P<label>[A-ZА-ЯЁÀ-Þ][\w’-]{{0,20}})\*{{0,2}}\s[–—-]\s(?=\S)")
_PERSON = re.compile(
    r"THE|MRS?\.?|MS\.?|MISS|DR\.?|SIR|DAME|LORD|SENATOR|SEN\.?|GOVERNOR|PRESIDENT|PRIME|MINISTER|SECRETARY|UNDER"
    r"|GENERAL|AMBASSADOR|CHANCELLOR|KING|QUEEN|PROFESSOR|COLONEL|MAJOR|ADMIRAL|MODERATOR|OPERATOR|CHAIR\w*|SPOKES\w+"
    r"|SPEAKER|COMMISSIONER|DIRECTOR|VICE|JUSTICE|JUDGE|REPRESENTATIVE|REP\.?"
)
_ASKING = re.compile(
    r"q|questions?|interviewer|journalist|correspondent|reporter|host|moderator|вопрос|корреспондент|журналист"
    r"|ведущ\w{2}|в|pregunta|periodista|p|frage|journaliste",
    re.IGNORECASE,
)
_ANSWERING = re.compile(r"a|answers?|ответ|о|r[eé]ponse|respuesta|r|antwort", re.IGNORECASE)


def label_of(line: str) -> str:
    """A full stop closes a label of one letter only: "A. We did", but "We agreed. They left"."""
    if match := _CAPITALS.match(line):
        return match["label"]
    if match := _MINUTES.match(line):
        return match["label"].strip()
    if match := _LABEL.match(line):
        return match["label"] or match["letter"]
    if _BARE_Q.match(line):
        return "Q"
    match = _ROLE_AND_DASH.match(line)
    return match["label"] if match and label_role(match["label"]) else ""


def has_labels_in_capitals(text: str) -> bool:
    """Whether two lines may begin with one: looking at colons takes a tenth of the time of looking at lines."""
    found = 0
    at = text.find(":")
    while at >= 0 and found < _FEWEST:
        start = text.rfind("\n", max(0, at - _LONGEST), at) + 1
        found += bool(start or at < _LONGEST) and text[start:at].isupper()
        at = text.find(":", at + 1)
    return found >= _FEWEST


def is_label_alone(paragraph: str) -> bool:
    """Whether a paragraph with a label is nothing else: what is said stands below."""
    return paragraph.rstrip(" *").endswith(":") and paragraph.count(":") == 1


def label_role(label: str) -> Role:
    """The part that a label names by itself: "Q", "Answer"; "" for a name."""
    word = label.strip("*").rstrip(".")
    return "asks" if _ASKING.fullmatch(word) else "answers" if _ANSWERING.fullmatch(word) else ""


def names_person(label: str) -> bool:
    """Whether a label in capitals is an office or begins as one addresses people."""
    return _PERSON.match(label) is not None


def folded(label: str) -> str:
    """What is the same for one label in two cases, bold or not."""
    return label.strip("*").rstrip(".").casefold()
