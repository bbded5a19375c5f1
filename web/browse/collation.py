"""Where a name stands in an index from A to Z: people by their surname, all else by its first letter."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from indexer.authority import Authority, Entry
from indexer.fields import FacetField
from indexer.search.page import FacetRow
from indexer.text.analysis import fold
from web.i18n import formatting
from web.i18n.language import spoken

_AFTER_SURNAMES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SONS_OF = frozenset({"abu", "ben", "bin", "bint", "ibn", "ould", "абу", "бен", "бин", "ибн", "ульд"})
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*\.?")  # A, A. and A.B., not Al
_KOREAN = re.compile(r"[^\W\d_]+-[a-z]+")
_ARTICLE = re.compile(r"^(?:al|el|ad|as|at|ash)-(?=.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Collated:
    """A value, and by what it is filed."""

    by: str
    row: FacetRow


def collated(field: FacetField, rows: Iterable[FacetRow], known: Authority) -> list[Collated]:
    """From A to Z."""
    own = _script(spoken().name)
    made = [Collated(collated_by(field, row.value, known), row) for row in rows]
    return sorted(made, key=lambda each: _place(each.by, own))


def _place(filed: str, own: str) -> tuple[bool, str, str]:
    """The letters of the page's language before those of other scripts."""
    letter = initial(filed)
    return letter != "#" and _script(letter) != own, letter, fold(filed)


@lru_cache(maxsize=512)
def _script(text: str) -> str:
    """That of its first letter, such as CYRILLIC."""
    return unicodedata.name(text[0], "").partition(" ")[0]


def collated_by(field: FacetField, value: str, known: Authority) -> str:
    """What decides the place: of a person the surname, then the rest, as the page says them. Whom the authority files
    do not know stands under what is most likely the surname by the way that the name is written."""
    said = formatting.value(field, value)
    if field != "person":
        return said
    entry = known.entry("person", value)
    surname = _surname_in(said, entry) if entry else ""
    return f"{_without_particles(surname) if surname else surname_of(said)}, {said}"


def _surname_in(said: str, entry: Entry) -> str:
    """It has its place and its number of words in every language: Tan Wei, Тань Вэй."""
    long = len(entry.surname.split())
    words = said.split()
    if said == entry.name or not long:
        return entry.surname
    return " ".join(words[:long] if entry.name.startswith(entry.surname) else words[-long:])


def surname_of(name: str) -> str:
    """`Velde` of Marta Velde, Velde M. K., Velde, Marta and Marta van der Velde; `Han` of Han Seung-soo; `bin Salt` of
    Orla bin Salt."""
    before, _, after = name.partition(",")
    words = [word for word in name.replace(",", " ").split() if word.casefold() not in _AFTER_SURNAMES] or [name]
    if before.strip() and after.strip(" .") and after.strip().casefold() not in _AFTER_SURNAMES:
        return before.strip()
    loud = [word for word in words if len(word) > 2 and word.isupper() and "." not in word]
    if len(loud) == 1 < len(words):
        return loud[0]
    if _INITIALS.fullmatch(words[-1]) or (len(words) == 2 and _KOREAN.fullmatch(words[-1])):
        return words[0]
    if len(words) > 2 and words[-2].casefold() in _SONS_OF:
        return f"{words[-2]} {words[-1]}"
    return _without_particles(words[-1])


def _without_particles(surname: str) -> str:
    """`Velde` of al-Velde and de Velde, wherever the name is known from."""
    words = surname.split()
    while len(words) > 1 and words[0].islower() and words[0] not in _SONS_OF:
        del words[0]
    return _ARTICLE.sub("", " ".join(words))


def initial(filed: str) -> str:
    """The letter that a value is filed under: accents off, upper case; all that is no letter under #."""
    first = next((c for c in unicodedata.normalize("NFC", filed) if c.isalnum()), "#")
    return _letter(first) if first.isalpha() else "#"


@lru_cache(maxsize=4_096)
def _letter(written: str) -> str:
    return (fold(written) or written).upper()[0]
