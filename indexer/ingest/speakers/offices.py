"""Who holds which office, as an article itself says: "CSTO Secretary General Yuri Khachaturov".

All patterns read a text in which names have been replaced, character by character, by the signs of their kind.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PERSON, BODY, PLACE, QUOTED = "\ue000", "\ue001", "\ue002", "\ue003"

HEAD = (
    r"(?:secretary[\s-]{1,2}general|director[\s-]{1,2}general|secretary|director|president|chairman|chairwoman|chairperson|chair"
    r"|minister|premier|chancellor|head|chief|governor|ambassador|commissioner|administrator|coordinator|envoy"
    r"|representative|commander|spokesman|spokeswoman|spokesperson|deputy|adviser|advisor|rapporteur|general|judge"
    r"|professor|rector|mayor|senator|editor)(?![\w-])"
)
_RANK = (
    r"(?:acting|first|deputy|vice|assistant|under|executive|prime|foreign|defence|defense|finance|interior|justice"
    r"|permanent|special|high|military|chief|senior|then|former|new|political|press|health|trade|regional|national)"
)
_QUALIFIER = rf"(?:[{BODY}{PLACE}]+(?:['’]s)?)"
_OF = rf"(?:,? (?:of|for|to|at|in|on)(?: the)?(?: (?!the )[\w-]+){{0,4}}? {_QUALIFIER}){{1,3}}"
_PORTFOLIO = r"(?: (?:of|for)(?: the)?(?: (?-i:[A-Z])[\w-]+)(?: (?:(?:and|for|of) )?(?-i:[A-Z])[\w-]+){0,4})"
OFFICE = rf"(?:(?:{_QUALIFIER}|{_RANK})[\s-]{{1,2}}){{0,5}}{HEAD}(?:{_OF}|{_PORTFOLIO})?"
_HELD = re.compile(
    rf"(?:(?P<before>{OFFICE})(?:,? (?:mr|mrs|ms|dr)\.?)? (?P<named>{PERSON}+)"
    rf"|(?P<set_off>{OFFICE}), (?P<closed>{PERSON}+)(?=[,.;)])"
    rf"|(?P<holder>{PERSON}+),? (?:who (?:is|was|acts as|acted as|serves as|served as|became) )?(?:the |an? )?"
    rf"(?P<after>{OFFICE})(?=[,.;)]|$))",
    re.IGNORECASE,
)
_ROLES = {"before": "named", "set_off": "closed", "after": "holder"}  # groups of an office and of its person
_PARAGRAPH = re.compile(r"[^\n]+\n*")
_RANKS = frozenset(
    [
        "deputy",
        "vice",
        "assistant",
        "under",
        "former",
        "executive",
        "secretary",
        "director",
        "minister",
        "president",
        "general",
        "chief",
    ]
)
_ASIDE = frozenset({"acting", "then", "new", "s", "the", "of", "for", "to", "at", "in", "on", "and"})


@dataclass(frozen=True, slots=True)
class Office:
    """ "deputy secretary general" of the bodies and places that qualify it, by their display names."""

    words: frozenset[str]
    of: frozenset[str]

    def may_be(self, held: "Office") -> bool:
        """ "The minister" is the Finance Minister too, but "the president" is no Vice President."""
        if not self.words <= held.words or not (held.words - self.words).isdisjoint(_RANKS):
            return False
        return not self.of or bool(self.of & held.of)


NameAt = Callable[[int], str]


def office_at(masked: str, start: int, end: int, name_at: NameAt) -> Office:
    """`name_at` gives the display name of the mention that covers an offset."""
    words = re.findall(r"[^\W\d_]+", masked[start:end].lower())
    names = (name_at(match.start()) for match in re.compile(f"[{BODY}]+|[{PLACE}]+").finditer(masked, start, end))
    return Office(frozenset(words) - _ASIDE, frozenset(names))


def holders(masked: str, name_at: NameAt) -> list[tuple[Office, str]]:
    """The offices of a masked text with the display names of those who hold them."""
    found = []
    for match in _office_matches(masked):
        role, person = next((role, person) for role, person in _ROLES.items() if match[role])
        found.append((office_at(masked, *match.span(role), name_at), name_at(match.start(person))))
    return found


def _office_matches(masked: str) -> Iterator[re.Match[str]]:
    """An office beside the person who holds it: which of the named groups matched tells which of them stands first.
    Found paragraph by paragraph, for most name no person."""
    for paragraph in _PARAGRAPH.finditer(masked):
        if PERSON in paragraph.group():
            yield from _HELD.finditer(masked, paragraph.start(), paragraph.end())


def holders_of(office: Office, held: list[tuple[Office, str]]) -> set[str]:
    """Everybody who may be meant."""
    return {person for each, person in held if office.may_be(each)}
