"""Forms of words as a spelling dictionary of Hunspell makes them: suffix rules in an .aff file, words in a .dic file.

Only what inflection needs is read: one suffix at a time, no prefixes, no compounds.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

_DECLARED = re.compile(r"^\s*SET\s+(\S+)", re.MULTILINE)
_FORBIDDING = ("FORBIDDENWORD", "NOSUGGEST", "ONLYINCOMPOUND")
_INCOMPLETE = ("NEEDAFFIX", "CIRCUMFIX")


@dataclass(frozen=True, slots=True)
class Suffix:
    """`needs`: flags of a form that is none without another affix, or is not to be suggested."""

    strip: str
    add: str
    condition: re.Pattern[str]
    flags: tuple[str, ...]

    def of(self, word: str) -> str:
        """The form of `word`, "" where the rule is not for it."""
        if not word.endswith(self.strip) or not self.condition.search(word):
            return ""
        return word[: len(word) - len(self.strip)] + self.add


@dataclass(slots=True)
class Affixes:
    """What an .aff file says. `kind` is how flags are written: "char", "long" (two characters) or "num"."""

    kind: str = "char"
    aliases: list[str] = field(default_factory=list)
    forbidding: set[str] = field(default_factory=set)
    incomplete: set[str] = field(default_factory=set)
    suffixes: dict[str, list[Suffix]] = field(default_factory=lambda: defaultdict(list))

    def flags(self, written: str) -> tuple[str, ...]:
        if self.aliases and written.isdecimal():
            written = self.aliases[int(written) - 1]
        return self._split(written)

    def _split(self, written: str) -> tuple[str, ...]:
        if self.kind == "long":
            return tuple(written[at : at + 2] for at in range(0, len(written), 2))
        return tuple(written.split(",") if self.kind == "num" else written)


class Inflected(NamedTuple):
    """`flag` names the rules that made `form` of `word`."""

    word: str
    form: str
    flag: str


def forms(file: Path, flags: Collection[str], is_wanted: Callable[[str], bool]) -> Iterator[Inflected]:
    """Forms that rules of these flags make of the words wanted in the dictionary FILE.dic beside FILE.aff."""
    encoding = _encoding(file.with_suffix(".aff"))
    affixes = _affixes(file.with_suffix(".aff").read_text(encoding, "replace"))
    for line in file.with_suffix(".dic").read_text(encoding, "replace").splitlines()[1:]:
        word, _, written = line.split(maxsplit=1)[0].partition("/") if line.strip() else ("", "", "")
        if written and is_wanted(word):
            yield from _forms(word, affixes.flags(written), flags, affixes)


def _forms(word: str, its: Sequence[str], flags: Collection[str], affixes: Affixes) -> Iterator[Inflected]:
    if not affixes.forbidding.isdisjoint(its):
        return
    for flag in filter(flags.__contains__, its):
        for suffix in affixes.suffixes.get(flag, ()):
            form = suffix.of(word)
            if form and affixes.incomplete.isdisjoint(suffix.flags):
                yield Inflected(word, form, flag)


def _affixes(text: str) -> Affixes:
    affixes = Affixes()
    for line in text.splitlines():
        parts = line.split("#")[0].split() if not line.lstrip().startswith("#") else []
        if len(parts) > 1:
            _read(parts, affixes)
    return affixes


def _read(parts: list[str], affixes: Affixes) -> None:
    name, *rest = parts
    if name == "FLAG":
        affixes.kind = {"long": "long", "num": "num"}.get(rest[0], "char")
    elif name == "AF":
        # The first line says how many follow.
        affixes.aliases.append(rest[0]) if affixes.aliases or not rest[0].isdecimal() else None
    elif name in (*_FORBIDDING, *_INCOMPLETE):
        affixes.incomplete.add(rest[0])
        if name in _FORBIDDING:
            affixes.forbidding.add(rest[0])
    elif name == "SFX" and len(rest) >= 3 and not (rest[1] in "YN" and rest[2].isdecimal()):
        affixes.suffixes[rest[0]].append(_suffix(rest, affixes))


def _suffix(rest: list[str], affixes: Affixes) -> Suffix:
    _, strip, added, *condition = rest
    add, _, flags = added.partition("/")
    pattern = condition[0] if condition and condition[0] != "." else ""
    return Suffix(
        "" if strip == "0" else strip, "" if add == "0" else add, re.compile(f"{pattern}$"), affixes.flags(flags)
    )


def _encoding(file: Path) -> str:
    declared = _DECLARED.search(file.read_text("latin-1"))
    # Hunspell writes ISO8859-2
    return declared.group(1).replace("ISO8859", "iso-8859") if declared else "utf-8-sig"
