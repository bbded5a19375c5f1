"""Are the authority files sound? Every problem with its file and entry, so that an archivist finds it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from indexer.authority.entry import KINDS, Kind
from indexer.authority.files import PACKAGED, authority_files, read_tables, tables_of
from indexer.authority.folders import folder_problems
from indexer.authority.lists import LISTS
from indexer.authority.shape import FORMS, shape_problems
from indexer.authority.words import name_key
from indexer.errors import SettingsError

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_TABLES = frozenset({*KINDS, *LISTS, "given_names", "state_body", "office", "folder"})


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in which file, at which entry ("" for the file as a whole)."""

    file: str
    entry: str
    message: str


@dataclass(frozen=True, slots=True)
class _Read:
    file: str
    kind: Kind
    raw: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.raw.get("name", ""))

    def problem(self, message: str) -> Problem:
        return Problem(self.file, self.name, message)


def check(folder: Path | None = None) -> list[Problem]:
    """The problems of an operator's `folder` beside the packaged files, or of the packaged files alone."""
    problems: list[Problem] = []
    packaged = list(_read_all(PACKAGED, problems))
    own = list(_read_all(folder, problems)) if folder else []
    everything = [*packaged, *own]
    for each in everything:
        problems.extend(_term_problems(each))
        problems.extend(_overlap_problems(each))
    problems.extend(_parent_problems(everything))
    problems.extend(_claim_problems(everything))
    problems.extend(_folder_problems([each for each in (PACKAGED, folder) if each], everything))
    return problems


def _read_all(folder: Path, problems: list[Problem]) -> Iterator[_Read]:
    for path in authority_files(folder):
        try:
            tables = read_tables(path)
        except SettingsError as error:
            problems.append(Problem(path.name, "", str(error)))
            continue
        problems.extend(Problem(path.name, "", f"unknown table {each!r}") for each in sorted(tables.keys() - _TABLES))
        for read in [_Read(path.name, kind, raw) for kind in KINDS for raw in tables_of(kind, tables)]:
            shape = [read.problem(each) for each in shape_problems(read.raw)]
            problems.extend(shape)
            if not shape:
                yield read


def _term_problems(read: _Read) -> Iterator[Problem]:
    for office in read.raw.get("offices", ()):
        start, end = str(office.get("from", "")), str(office.get("to", ""))
        wrong = [key for key, date in (("from", start), ("to", end)) if date and not _DATE.fullmatch(date)]
        for key in wrong:
            yield read.problem(f"{key} = {office[key]!r} is not a date (yyyy, yyyy-mm or yyyy-mm-dd)")
        if start and end and not wrong and start > end and not start.startswith(end):
            yield read.problem(f"an office ends ({end}) before it begins ({start})")


def _overlap_problems(read: _Read) -> Iterator[Problem]:
    """The same office twice at the same time."""
    terms: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for office in read.raw.get("offices", ()):
        place = (str(office.get("title", "")), str(office.get("body", "")))
        terms[place].append((str(office.get("from", "")), str(office.get("to", "9"))))
    for (title, body), spans in terms.items():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            if start < end and not end.startswith(start):
                yield read.problem(f"{title}{f' of {body}' if body else ''}: two terms overlap at {start}")


def _parent_problems(everything: list[_Read]) -> Iterator[Problem]:
    bodies = {read.name for read in everything if read.kind == "organisation"}
    places = {read.name for read in everything if read.kind == "place"}
    both = bodies | places
    for read in everything:
        yield from _missing(read, "parent", [read.raw.get("parent", "")], bodies)
        yield from _missing(read, "needs", read.raw.get("needs", ()), both)
        yield from _missing(read, "country", [read.raw.get("country", "")], places)
        at = [office.get("body", "") for office in read.raw.get("offices", ())]
        yield from _missing(read, "body", at, both)


def _folder_problems(folders: Iterable[Path], everything: list[_Read]) -> Iterator[Problem]:
    bodies = {read.name for read in everything if read.kind == "organisation"}
    for path in chain.from_iterable(map(authority_files, folders)):
        for raw in _rules_of(path):
            yield from (Problem(path.name, str(raw.get("path", "")), each) for each in folder_problems(raw, bodies))


def _rules_of(path: Path) -> list[dict[str, Any]]:
    try:
        return tables_of("folder", read_tables(path))
    except SettingsError:  # said of the file as a whole already
        return []


def _missing(read: _Read, key: str, names: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for name in names:
        if name and name not in known:
            yield read.problem(f"{key} {name!r} is no entry")


def _claim_problems(everything: list[_Read]) -> Iterator[Problem]:
    """A form that always counts can belong to one entry of its kind only."""
    claims: defaultdict[tuple[Kind, str], dict[str, tuple[_Read, str]]] = defaultdict(dict)
    for read in everything:
        for form in _certain_forms(read):
            claims[read.kind, name_key(form)].setdefault(read.name, (read, form))
    for owners in claims.values():
        first, *others = owners.values()
        for read, form in others:
            yield read.problem(f"{form!r} is also a form of {first[0].name} ({first[0].file})")


def _certain_forms(read: _Read) -> Iterator[str]:
    if read.raw.get("doubtful"):
        return
    yield from filter(None, (read.name, str(read.raw.get("acronym", ""))))
    given = read.raw.get(FORMS[0], [])
    for forms in given.values() if isinstance(given, dict) else [given]:
        yield from forms
