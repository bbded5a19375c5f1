"""Sessions of the UN General Assembly that a text names, by number, and the one that sits while it is spoken."""

import re
from collections.abc import Iterator

from indexer.ingest.dates.labels import last_of
from indexer.ingest.dates.ordinals import ordinal

# looked for from its last word, which few sentences have
_SESSION = re.compile(r"(?<!\w)(?:sessions?|сесси\w{1,3}|période|período de sesiones)(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(?:\(?(?P<number>[1-9][0-9]{0,2})\)?(?:\s?-?(?:st|nd|rd|th|е|я|й|ей|ю|[ºª°]))?"
    r"|(?P<words>[a-z]{3,6}(?:ieth|y\s?[-–— ]\s?[a-z]{4,7})|[a-z]{3,9}(?:th|st|nd|rd)"
    r"|(?:[a-zé]{3,14}[-\s](?:et\s)?){0,3}[a-zé]{2,14}(?:ième|ésim[oa]|[éo][cv]im[oa]|er|o)"
    r"|(?:[а-я]{5,11}\s)?[а-яё]{4,16}(?:ой|ая|ую|ей|ья|ью)))"
    r"\s(?:regular\s|annual\s|anniversary\s|очередн\w{2,3}\s)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 45
_ASSEMBLY = re.compile(
    r"General Assembly|UNGA|GA(?!\w)|Генеральн\w{2,3} Ассамбле|Генассамбле|ГА ООН|Assemblée générale|Asamblea General"
)
_OF_ANOTHER = re.compile(
    r"\s(?:of|du|de la|del) (?:the |its )?(?!UN(?:ited Nations)? |General Assembly|Assembl|Asamblea)[A-Z]"
)
_NEAR, _BESIDE, _SENTENCE = 160, 30, 400
_OPENING = 3000
# the first three are seldom meant; others below twenty count only right beside the Assembly's name
_FIRST_NAMED, _EARLY = 4, 20
_NOW = re.compile(
    r"(?<!\w)(?:congratulat\w{1,5}|felicitat\w{1,5}|election|elected|presidency|at this|this session|present|current"
    r"|speak|speaking|before this|take part|participat\w{2,3}|honou?r to|félicit\w{1,5}|élection|élu|présente|réuni\w?"
    r"|ouvert\w{0,4}|travaux|elección|felicit\w{1,4}|presente|reunid[oa]s?|поздрав\w{2,6}|избран\w{2,4}|нынешн\w{2}"
    r"|текущ\w{2}|convened|assembled|gathered|begins?|began|begun|opens|opening|open|greetings?|address\w{0,3}|welcome"
    r"|agenda|debate|preside)(?!\w)",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"(?<!\w)(?:predecessor|outgoing|retiring|previous|former|last|past|preceding|departing|ago|conducted|guided|presided"
    r"|led|directed|handled|handling|leading|guiding|conducting|presiding|appreciation|gratitude|thanks?|tribute"
    r"|prédécesseur|précédente?|dernière|prochaine|predecesor|anterior|pasado|próximo|предшественник\w{0,2}|прошл\w{2}"
    r"|предыдущ\w{2}|steered|forthcoming"
    r"|upcoming|next|coming|since|special|emergency|concluded|ended|adopted at)(?!\w)",
    re.IGNORECASE,
)


def sessions_in(text: str) -> Iterator[int]:
    """The numbers of the sessions that the text names."""
    return (number for _, _, number in _sessions_at(text))


def sitting_in(text: str) -> Iterator[int]:
    """Those that its opening names as sitting: what is said of a president's predecessor, of years ago or of a session
    to come is of another."""
    opening = text[:_OPENING]
    return (number for start, end, number in _sessions_at(opening) if _is_now(opening, start, end))


def _sessions_at(text: str) -> Iterator[tuple[int, int, int]]:
    if not _ASSEMBLY.search(text):
        return
    for match in _SESSION.finditer(text):
        numbered = _NUMBERED.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        if not numbered:
            continue
        start, end = numbered.start(), match.end()
        number = int(numbered["number"] or 0) or _in_words(numbered["words"])
        room = _BESIDE if number <= _EARLY else _NEAR
        near = number >= _FIRST_NAMED and _ASSEMBLY.search(text, max(0, start - room), end + room)
        if near and not _OF_ANOTHER.match(text, end):
            yield start, end, number


def _in_words(words: str) -> int:
    """The number that the last of the words are: "votre vingt-quatrième" is 24."""
    parts = words.split()
    return next((number for at in range(len(parts)) if (number := ordinal(" ".join(parts[at:])))), 0)


def _is_now(text: str, start: int, end: int) -> bool:
    """By the last word before the session's number that says so, in its sentence; else by those after it."""
    begin = max(text.rfind(". ", 0, start) + 1, start - _SENTENCE, 0)
    stop = text.find(". ", end)
    after = text[end : stop if 0 <= stop < end + _NEAR else end + _NEAR]
    now, not_now = last_of(_NOW, text[begin:start]), last_of(_NOT_NOW, text[begin:start])
    if now == not_now:
        return bool(_NOW.search(after)) and not _NOT_NOW.search(after)
    return now > not_now
