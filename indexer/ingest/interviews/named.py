"""Whose name stands behind a label: in full where the article has it, else as it is written."""

import re
from collections.abc import Sequence
from functools import lru_cache

from indexer.ingest.cleaning.author_words import NOBODY, OF_BODIES
from indexer.ingest.interviews.interviewee import is_office
from indexer.ingest.interviews.labels import is_office_alone, label_role

_TITLED = re.compile(
    r"(?:(?:M(?:r|rs|s|iss|me|lle)?|Dr|Sir|Dame|Lord|Lady|Senator|Hon|H\.E|El señor|La señora|Sra?|Monsieur|Madame|Herr"
    r"|Frau|Prof|Professor)\b\.?\s?)+",
    re.IGNORECASE,
)
_GIVEN = (
    r"(?:[A-ZА-ЯЁ]\.\s?){0,2}(?:[A-ZА-ЯЁÀ-Þ][\w'’-]+\s(?:[A-ZА-ЯЁ]\.\s)?(?:(?:de|van|von|al|bin|di|del|der)\s){0,2}"
    r"|(?<=\.)\s?)"
)
_NAME = r"[A-ZА-ЯЁÀ-Þ][\w.'’-]+(?: (?:de |van |von |al |bin |der )?[A-ZА-ЯЁÀ-Þ][\w.'’-]+){1,3}"
_FRENCH = {"M.", "Mme", "Mlle", "Mme."}
_WORDS = re.compile(r"[\s.]+")
_NO_ACRONYM = 4
_ACRONYM = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{2,4}")
_ONLY_INITIALS = re.compile(r"(?:[A-ZА-ЯЁÀ-Þ](?:\.[ -]?|-)?){2,4}")
_INITIALS = re.compile(r"(?:[A-ZА-ЯЁ]\.\s?){1,3}(?=[A-ZА-ЯЁ])")
# "President: Mr. Anton Venn (Porto)", as a record tells at its head who presides.
_IN_THE_CHAIR = re.compile(
    r"(?:^|\n)[*_\s]{0,4}(?i:President|Chair(?:man|person|woman)?|In the chair|Presiding officer|Speaker|Moderator"
    r"|Председатель|Председательствует|Président\w?|Présidence de|Presidente|Presidenta|Secretary[- ]General)[*_]*\s?"
    rf"[:—–-]?\s(?:(?:M(?:r|rs|s|me)?|H\.E|Dr|Sir|Г-н|Г-жа|Sr"
    rf"|Sra)\.?\s){{0,2}}(?P<name>{_NAME})[.*_]{{0,3}}(?=\s?[(,\n]|$)"
)
# "Mr. Ismail (Guyana)", "H.E. Ms. Orla VENN, Minister", as a file names its speaker; a king and a knight stay so
_ADDRESS = re.compile(
    r"\A(?:(?:M(?:r|rs|s|iss|me|lle|adame?|onsieur)|Dr|H\.?\s?E|(?:(?:His|Her|Their) (?:\w+ )?)?(?:Excellency|Majesty"
    r"|Highness)|(?:The )?Hono(?:u)?rable|Sra?|Señora?|Herr|Frau|Г-н|Г-жа|Господин|Госпожа)\b[.,;]?\s*)+",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*[(\[,;].*", re.DOTALL)
_GENERATION = re.compile(r"[IVX]{1,4}")
_NAMES_ONLY = re.compile(r"(?:[^\W\d_]['’.-]?){1,25}(?: (?:[^\W\d_]['’.-]?){1,25}){0,11}")
_NO_NAME = re.compile(r"(?:[Oo]f|[Tt]he|[Aa]nd|[Ff]or|et|und|y|и)")
_LONGEST_NAME = 80


class Named:
    """`opening`: what stands before the first turn, the title first. `people`: full names known to be in the text."""

    def __init__(self, opening: str, people: Sequence[str]) -> None:
        self._opening = opening
        self._people = people

    def __call__(self, label: str) -> str:
        """ "" for a part ("Q"); an office whose holder is told nowhere is named as it is written: The President."""
        if not label or label_role(label):
            return ""
        if whole := _within(label, self._people):
            return untitled(max(whole, key=len))
        if is_office_alone(label):
            office = label.partition(" (")[0]
            return self._holder(office) or _shown(office)
        return by_initials(label, self._people) or self._by_given_name(label) or self._of_bare(label)

    def _of_bare(self, label: str) -> str:
        bare = _bare(label)
        if _ACRONYM.fullmatch(label):
            return known(label, self._people) or self._in_full(label)
        if " " in bare and not _INITIALS.match(bare):
            return known(bare, self._people) or _shown(bare if bare.count(" ") < 4 else label)
        return known(bare, self._people) or self._in_full(bare) or _shown(label) if bare else _shown(label)

    def by_surname(self, name: str) -> str:
        """The one among the people with the surname of an interviewee, whose given name may be spelt otherwise."""
        fits = [each for each in self._people if each.split()[-1].casefold() == name.rsplit(maxsplit=1)[-1].casefold()]
        return fits[0] if fits else self(name)

    def _by_given_name(self, label: str) -> str:
        """Whom the opening names in full, and a label by the given name alone: "Ann: …"."""
        found = {each for each in self._people if each.split()[0] == label and each in self._opening}
        return next(iter(found)) if len(found) == 1 else ""

    def _in_full(self, bare: str) -> str:
        surname = bare.rsplit(maxsplit=1)[-1]
        full = re.compile(rf"(?<![\w.]){_GIVEN}(?i:{re.escape(surname)})(?!\w)")
        for match in full.finditer(self._opening):
            words = match.group().split()
            while words and (is_office(words[0]) or is_office_alone(words[0]) or _TITLED.fullmatch(words[0])):
                words.pop(0)
            if len(words) > 1 and words[0][0].isupper() and _fits(bare, " ".join(words)):
                return _shown(" ".join(words))
        return ""

    def _holder(self, office: str) -> str:
        """The one person whom the opening names with the office: "President: Mr. Anton Venn", "President Venn"."""
        word = office.rsplit(maxsplit=1)[-1]
        found = [
            match["name"]
            for match in _IN_THE_CHAIR.finditer(self._opening)
            if word.casefold() in match.group().casefold()
        ]
        if not found:
            beside = re.compile(rf"(?<!\w)(?i:{re.escape(word)})\s(?P<name>{_NAME})")
            found = [match["name"] for match in beside.finditer(self._opening)]
        names = {known(each, self._people) or _shown(each) for each in found if not any(map(is_office, each.split()))}
        return next(iter(names)) if len(names) == 1 else ""


def declared(written: str) -> str:
    """A person as a file's field names the speaker, without form of address, country and office; else ""."""
    name = _BESIDE.sub("", _ADDRESS.sub("", written.strip(), count=1)) if len(written) <= _LONGEST_NAME else ""
    words = name.strip(" .").split()
    if label_role(name) or not _NAMES_ONLY.fullmatch(" ".join(words)) or words[-1].islower():
        return ""
    if all(map(is_office, words)) or any(map(_NO_NAME.fullmatch, words)) or OF_BODIES & {*name.casefold().split()}:
        return ""
    shown = " ".join(each if _GENERATION.fullmatch(each) else _as_a_name(each) for each in words)
    return shown if len(words) > 1 or (len(shown) > 2 and shown.casefold() not in NOBODY) else ""


def known(label: str, people: Sequence[str]) -> str:
    """The one among the people who has that surname, and those given names as far as the label says them; else ""."""
    bare = _bare(label)
    if not people or not bare:
        return ""
    words = _WORDS.split(bare.casefold())
    named = _by_words(tuple(people))
    fits = [name for name in named.get(words[-1], ()) + named.get(" ".join(words[:2]), ()) if _fits(bare, name)]
    return untitled(fits[0]) if len({name.split()[-1].casefold() for name in fits}) == 1 else ""


def by_initials(label: str, people: Sequence[str]) -> str:
    """The one among the people whose initials are a label: "AL: …", "A. L.: …"."""
    if not people or not _ONLY_INITIALS.fullmatch(label):
        return ""
    letters = "".join(filter(str.isalpha, label))
    found = [each for each in people if letters == "".join(word[0] for word in each.split() if word[0].isupper())]
    return untitled(found[0]) if len(found) == 1 else ""


@lru_cache(maxsize=2)
def _by_words(people: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Full names by their last word, and by their first two: a hostile text may have as many names as labels."""
    found: dict[str, list[str]] = {}
    for name in people:
        words = name.casefold().split()
        for key in (words[-1], " ".join(words[:2])) if len(words) > 1 else ():
            found.setdefault(key, []).append(name)
    return {key: tuple(names) for key, names in found.items()}


def _within(label: str, people: Sequence[str]) -> list[str]:
    """Those whose full name is in the label."""
    named, lowered = _by_words(tuple(people)), label.casefold()
    found = (name for word in {*lowered.replace(")", "").split()} for name in named.get(word, ()))
    return [name for name in found if name.casefold() in lowered]


def untitled(name: str) -> str:
    """ "M. Jean Lune" is Jean Lune, but M. Lune has no other name."""
    title, _, bare = name.partition(" ")
    return bare if title in _FRENCH and " " in bare else name


def _bare(label: str) -> str:
    """Without forms of address and offices before the name."""
    words = _TITLED.sub("", label, count=1).split() if _TITLED.match(label) else label.split()
    while len(words) > 1 and (is_office(words[0]) or words[0].casefold() in {"the", "of"}):
        words.pop(0)
    return " ".join(words)


def _fits(label: str, name: str) -> bool:
    """Whether a label may be of that person: "A. Lee", "ANN LEE" and "Lee" of Ann Lee, but not "Bo Lee"."""
    said, full = _WORDS.split(label.casefold().strip()), name.casefold().split()
    if not said[-1] or said[-1] != full[-1]:
        return len(said) > 1 and said == full[: len(said)]
    given = said[:-1]
    return all(any(word.startswith(each) for word in full[:-1]) for each in given)


def _shown(label: str) -> str:
    """ "Ms. VENN" is "Ms. Venn", "MR. McKAY" "Mr. McKay"; a short or single word may be an acronym."""
    if " " not in label:
        return label
    shortest = 2 if label.isupper() or _TITLED.match(label) else _NO_ACRONYM
    return " ".join(_as_a_name(word) if len(word) >= shortest else word for word in label.split())


def _as_a_name(word: str) -> str:
    small = "Mc" if word[:2] == "Mc" else "Mac" if word[:3] == "Mac" else ""
    if small and word.removeprefix(small).isupper():
        return small + word.removeprefix(small).capitalize()
    if not word.isupper() or "." in word[:-1]:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
