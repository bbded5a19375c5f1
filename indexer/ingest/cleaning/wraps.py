"""Which lines go on in the next one: lines wrapped at a column, sentences, words broken at a line's end."""

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.ingest.cleaning.hyphens import SOFT, ends_with_hyphen

ENDS = (".", "!", "?", "…", ":", ";", "”", '"', "»", ")", "“", "’", "*")
# a sentence may go on in a small letter behind one of these
_CLOSING = ("”", '"', "»", ")", "“", "’")
# "Mr.", "(UN)" and "(XV)" are none
_BULLET = re.compile(r"(?:[-–—•·*▪◦>]|\(?(?:\w|\d{1,3}|[ivx]{2,5})[.)]|[IVX]{2,5}[.)])\s")
# no sentence and no heading ends with one of these
_DANGLING = re.compile(
    r"(?:[Tt]he|of|to|in|for|by|an?|and|with|on|from|that|as|at|his|her|its|their|our|de|la|le|les|du|des|et|del|los|las"
    r"|der|den|dem|und|für|von|zur|zum|и|в|на|с|к|по|о|от|для|из)"
)
# no paragraph ends with one of these
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Sen|Rep|Gov|Hon|Sr|Sra|Mme|г|им|проф)\.$")
# no title ends with one of these: an initial, half a compound, a genitive, a comma, a bracket that is still open
_CUT = re.compile(r"\b[A-Z]\.$|\w-$|s['’]$|['’]s$|,$|\([^)]{0,80}$|\b(?:said|told)\b")
# an office and a given name, whose surname begins the next line
_GIVEN = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Pp]resident|[Cc]hairman|[Ss]pokes(?:wo)?man|[Dd]irector|[Cc]hief|[Gg]overnor"
    r"|[Cc]hancellor|[Pp]remier|[Ss]enator|[Ll]eader|[Hh]ead|[Aa]mbassador|[Gg]eneral|[Aa]nalyst|[Ee]conomist"
    r"|[Cc]ommissioner|[Ee]xecutive)(?:\sof\s[A-Z][a-z]+)?\s[A-Z][a-z]+(?:\s[A-Z]\.)?$"
)
_SPEAKER = re.compile(r"^(?:\S{1,12} ){0,2}(?:I|me|my)\b")
_SALUTATION = re.compile(
    r"(?:Mr|Mrs|Madam|Dear|Sirs?|Your|Excellenc|Distinguished|Ladies|Monsieur|Madame|Señor|Herr|Sehr|Liebe|Господ|Уважаем)"
)
_ADDRESSED = re.compile(r"(?:Mr|Mrs|Ms|Dr)\b")
_SURNAME = re.compile(r"(?:[A-Z]\.\s)?[A-Z][\w’'-]+,?\s[a-z]")
_COMPANY = re.compile(r"(?:Inc|Corp|Co|Ltd|Plc|PLC|AG|SA|GmbH|OAO|JSC)\b")
# "26", "- 26 -", "06-53005 25", "29/09/2015 A/70/PV.18": a page's number, and the number of what was printed, where no
# year can stand
_PAGE_NUMBER = re.compile(
    r"(?:\d{2}-\d{5}\s)?(?:\d{1,3}(?:/\d{1,3})?|[-–—]\s?\d{1,3}\s?[-–—])|(?:\d{1,3}(?:/\d{1,3})?\s)?\d{2}-\d{5}"
    r"|(?:\d{2}/\d{2}/\d{4}\s)?[A-Z]/[\w./-]{3,20}(?:\s\d{2}/\d{2}/\d{4})?"
)
_WIDEST_WRAP, _NARROWEST_PROSE, _NEARLY_FULL, _LONGEST_NUMBER = 120, 45, 0.8, 35
_SHORTEST_LINE = 30


def wrapped_on(block: Sequence[str], width: int, *, opens: bool) -> list[bool]:
    """For each line but the last, whether the next belongs to it; `width` is the column of the whole text, or 0, and
    `opens` whether the text begins there."""
    if width:
        return [_wraps_on(before, line, width) for before, line in pairwise(block)]
    return _Sentences(block, opens=opens).run_on()


def is_cut(line: str, below: str, text: str) -> bool:
    """Whether the first line of a text, which has lost a dateline or a speaker's name, is no title but half a sentence:
    it ends as none does, or its last word and the next stand together elsewhere, as "General" and "Assembly"."""
    if len(line) > _WIDEST_WRAP or len(below) < _NARROWEST_PROSE or is_item(below):
        return False
    if line[-1] == "," and _SALUTATION.match(line):
        return False
    if dangles(line) or any(pattern.search(line) for pattern in (_CUT, _TITLE, _SPEAKER)) or _COMPANY.match(below):
        return True
    if _GIVEN.search(line) and _SURNAME.match(below):
        return True
    beside = f" {line.rsplit(' ', 1)[-1]} {below.split(' ', 1)[0]}"
    return line[-1].isalnum() and bool(_ADDRESSED.match(below) or beside in text)


def is_small(line: str) -> bool:
    return line.lstrip("\f")[:1].islower()


def is_item(line: str) -> bool:
    """Whether it begins with a list's mark."""
    return bool(_BULLET.match(line.lstrip("\f")))


def is_broken_word(before: str, line: str) -> bool:
    """Whether a word, or a range of years, goes on in the next line."""
    if not ends_with_hyphen(before):
        return False
    begins = line.lstrip("\f")
    if begins[:1].islower() or before[-1] == SOFT:
        return begins[:1].islower() or (begins[:1].isupper() and before[-2].isupper())
    return len(before) >= _SHORTEST_LINE and begins[:1].isalnum() and not (is_item(line) or is_page_number(line))


def dangles(line: str) -> bool:
    """Whether it ends with a word that no sentence and no heading ends with."""
    return bool(_DANGLING.fullmatch(line[line.rfind(" ") + 1 :]))


def is_page_number(line: str) -> bool:
    return len(line) <= _LONGEST_NUMBER and bool(_PAGE_NUMBER.fullmatch(line.strip("\f ")))


def _wraps_on(before: str, line: str, width: int) -> bool:
    if before.endswith(ENDS):
        if (before.endswith(_CLOSING) and is_small(line)) or (before[-1] == "." and _TITLE.search(before[-8:])):
            return True
        # a paragraph's last line is short: the word that follows would have fitted
        return _is_full(before, line, 0.9 * width) and not _stands_alone(before, line)
    if is_broken_word(before, line):
        return True
    return (is_small(line) or len(before) >= 0.6 * width) and not _stands_alone(before, line)


def _stands_alone(before: str, line: str) -> bool:
    return is_item(line) or is_page_number(before) or is_page_number(line)


def _is_full(before: str, line: str, width: float) -> bool:
    """Whether the first word of the next line would not have fitted."""
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width


class _Sentences:
    """The lines of a block, in a text that is not wrapped at one column: sentences are told from lists, whose lines
    differ in length, and from verse, whose lines are short."""

    def __init__(self, block: Sequence[str], *, opens: bool) -> None:
        self._block = block
        self._opens = opens
        widest = min(max(map(len, block)), _WIDEST_WRAP)
        at_least = _NEARLY_FULL * widest if widest >= _NARROWEST_PROSE else _WIDEST_WRAP
        self._full = [_is_full(before, line, at_least) for before, line in pairwise(block)]
        self._small = [is_small(line) for line in block]
        self._ends = [line.endswith(ENDS) for line in block]
        self._closed = self._ends.copy()  # a sentence that goes on there comes to an end
        for at in reversed(range(len(self._full))):
            self._closed[at] |= self._full[at] and self._closed[at + 1]
        self._is_prose = len(block) > 3 and all(self._full[1:-1]) and 2 * sum(self._small) >= len(block)

    def run_on(self) -> list[bool]:
        on: list[bool] = []
        begins = 0
        for at in range(len(self._full)):
            on.append(self._runs_on(at, begins))
            begins = begins if on[-1] else at + 1
        return on

    def _runs_on(self, at: int, begins: int) -> bool:
        before, line = self._block[at : at + 2]
        if is_broken_word(before, line):
            return True
        small = self._small[at + 1]
        if (self._ends[at] and not (small and before.endswith(_CLOSING))) or _stands_alone(before, line):
            return False
        if not small:
            inside = begins < at and not self._small[begins]
            return self._full[at] and self._closed[at + 1] and (dangles(before) or inside)
        return (
            self._is_prose
            or dangles(before)
            or (self._fits(at) and self._closed[at + 1] and not self._lists(at, begins))
        )

    def _fits(self, at: int) -> bool:
        """A text's first line may be short: a wire's begins after a dateline that is gone."""
        return self._full[at] or (self._opens and not at) or len(self._block[at + 1]) > _WIDEST_WRAP

    def _lists(self, at: int, begins: int) -> bool:
        return self._small[begins] or (self._ends[at + 1] and any(self._small[at + 2 : at + 3]))
