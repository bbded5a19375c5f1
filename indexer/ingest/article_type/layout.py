"""How a text is laid out, whatever its language: lines that ask, lines that are short, questions within a line."""

import re
from dataclasses import dataclass

_READ = 3000
_SHORT = 60
_LAST_MARKS = 6
_SEVERAL = 2
_ENDS = '.!?…:;,"”»。！？'
# "What is your view? – I see it": the mark is looked for first, letters are many.
_ANSWERED_AT_ONCE = re.compile(r"\?[\"”»*_)]{0,2} {0,2}[-–—] {0,2}[\"“«„]?[^\W\d_]")
_ASKED_WITHIN = re.compile(r"\?(?<=[^\W\d_]{2}\?)(?= [^\W\d_])")
_OPENING_MARKS = ' "“«„¿¡'
_DASHES = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Layout:
    """`short` and `asking`: shares of the first lines, those that are short and end no sentence, and those that ask;
    `run_on`: questions with their answers behind a dash."""

    lines: int = 0
    short: float = 0.0
    asking: float = 0.0
    begins_asking: bool = False
    begins_with_dash: bool = False
    run_on: int = 0
    asked_within: int = 0


def layout_of(text: str) -> Layout:
    read = text[:_READ]
    lines = [line for line in map(str.strip, read.split("\n")) if line]
    if not lines:
        return Layout()
    short = sum(len(line) < _SHORT and line[-1] not in _ENDS for line in lines) / len(lines)
    dashed = lines[0][0] in _DASHES and lines[0][1:].lstrip(_OPENING_MARKS)[:1].isalpha()
    if "?" not in read:
        return Layout(len(lines), short, begins_with_dash=dashed)
    asking = ["?" in line[-_LAST_MARKS:] for line in lines]
    share = sum(asking) / len(lines) if sum(asking) >= _SEVERAL else 0.0
    within = len(_ASKED_WITHIN.findall(read))
    run_on = len(_ANSWERED_AT_ONCE.findall(read))
    return Layout(len(lines), short, share, asking[0], dashed, run_on, within)
