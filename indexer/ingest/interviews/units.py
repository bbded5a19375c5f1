"""The paragraphs of a text as units, each of which may open with a label or a dash."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from indexer.article import Span
from indexer.ingest.interviews.labels import Label, Role, folded, is_label_alone, label_of, label_role

_LINE = re.compile(r"\S[^\n]*")
_DASH = re.compile(r"[-–—]\s{0,2}(?=[^\W\d_]|[\"“«¿¡…])")
_ENDS_ASKING = re.compile(r"\?[\"”»«“’‘‹›)*_\s]{0,6}$")
_QUESTION_WORDS = 150


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph `text[start:end]`, or a line in one that opens with a dash or a label, `cue`, behind which the words
    begin at `said`; `part` is what the label says of its `role`."""

    start: int
    end: int
    text: str
    dash: bool = False
    label: str = ""
    role: Role = ""
    part: Role = ""
    said: int = -1
    cue: Span | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it begins as "A The states do" and may be "A European state" as well."""
        return self.label == "A" and self.text[1:2].isspace()

    @property
    def is_question(self) -> bool:
        return bool(_ENDS_ASKING.search(self.text[-12:])) and len(self.text.split()) <= _QUESTION_WORDS


NOBODY = Unit(0, 0, "")


@dataclass(frozen=True, slots=True)
class Script:
    """The units of a text in order; `announced`: its title or opening calls it an interview. `people`: full names."""

    units: tuple[Unit, ...]
    announced: bool
    people: tuple[str, ...] = ()

    @property
    def fewest_questions(self) -> int:
        return 1 if self.announced else 2


def units_of(text: str) -> Iterator[Unit]:
    opened: Unit | None = None
    for match in _LINE.finditer(text):
        line, start, end = match.group(), match.start(), match.start() + len(match.group().rstrip())
        dash, label = _DASH.match(line), label_of(line)
        alone = opened and opened.label and is_label_alone(text[opened.start : opened.end])
        goes_on = opened and not dash and not label and (alone or text.count("\n", opened.end, match.start()) == 1)
        if opened and not goes_on:
            yield replace(opened, text=text[opened.start : opened.end])
        if opened and goes_on:
            opened = replace(opened, end=end, said=start if opened.said >= opened.end else opened.said)
        elif label:
            cue = (start + label.start, start + label.end)
            opened = Unit(start, end, "", label=label.name, part=_part(label), said=start + label.said, cue=cue)
        else:
            opened = Unit(start, end, "", bool(dash), said=start + (dash.end() if dash else 0))
    if opened:
        yield replace(opened, text=text[opened.start : opened.end])


def in_full(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """A surname that is a label of its own stands for the one label that ends with it ("Ann Lee: …", then "Lee: …"),
    and a moderator for one where he is called so once."""
    found = tuple(units)
    ending: dict[str, set[str]] = {}
    for each in found:
        if " " in each.label:
            ending.setdefault(folded(each.label).split()[-1], set()).add(each.label)
    one = {surname: min(labels, key=len) for surname, labels in ending.items() if _is_one(labels)}
    ask = {folded(each.label) for each in found if each.part == "asks"}
    if not one and not ask:
        return found
    return tuple(_told_in_full(each, one, ask) if each.label else each for each in found)


def _is_one(labels: Collection[str]) -> bool:
    """Whether they differ in what stands before the name only: "Head of the Lakes Ann Lee", "Ann Lee"."""
    shortest = min(labels, key=len)
    return all(each.endswith(shortest) for each in labels)


def _told_in_full(unit: Unit, one: Mapping[str, str], ask: Collection[str]) -> Unit:
    label = one.get(folded(unit.label).split()[-1], unit.label)
    return replace(unit, label=label, part="asks" if folded(label) in ask else unit.part)


def _part(label: Label) -> Role:
    asks = any(label_role(word) == "asks" for word in label.beside.split())
    return "asks" if asks else label_role(label.name)
