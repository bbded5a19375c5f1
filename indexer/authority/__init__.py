"""The bodies, people and places an archive knows by name: data files that an archivist edits.

`data/README.md` describes the form. `load(folder)` lays an operator's own files over the packaged ones.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from indexer.authority.entry import Entry, Kind, Variant
from indexer.authority.files import (
    PACKAGED,
    Tables,
    authority_files,
    given_names,
    laid_over,
    office_titles,
    read_folder,
    state_bodies,
)
from indexer.authority.folders import folder_sources
from indexer.authority.words import name_key

__all__ = ["Authority", "Entry", "Kind", "load"]

_PATTERNS = {
    "en": ("{parent} {form}", "{form} of {parent}", "{form} of the {parent}"),
    "ru": ("{form} {parent}",),
    "fr": ("{form} de l'{parent}", "{form} des {parent}", "{form} de {parent}"),
    "es": ("{form} de la {parent}", "{form} de las {parent}"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Authority:
    """All entries, by display name and by written form. `fingerprint` changes with any of the files.

    `folders`: the source of each folder of the corpus that has one by a rule.
    """

    entries: tuple[Entry, ...]
    given_names: frozenset[str]
    state_bodies: tuple[Entry, ...]
    office_titles: tuple[Entry, ...]
    fingerprint: str
    folders: Mapping[str, str]
    _named: dict[tuple[Kind, str], Entry] = field(repr=False)
    _written: dict[str, tuple[Entry, ...]] = field(repr=False)

    def entry(self, kind: Kind, name: str) -> Entry | None:
        """The entry with this display name."""
        return self._named.get((kind, name))

    def variants(self, name: str) -> tuple[str, ...]:
        """Every certain form of what `name` (a display name or another form) stands for, without `name` itself."""
        forms = (form for entry in self.lookup(name) for form in entry.forms)
        return tuple(form for form in dict.fromkeys(forms) if form != name)

    def lookup(self, words: str) -> tuple[Entry, ...]:
        """The entries that have these words, in any case and spelling, as one of their forms."""
        return self._written.get(name_key(words), ())


def load(folder: Path | None = None) -> Authority:
    """The packaged files, with an operator's `folder` of files over them. Raises SettingsError for a broken file."""
    return _load(folder, fingerprint_of(folder))


@lru_cache(maxsize=4)
def _load(folder: Path | None, fingerprint: str) -> Authority:
    named: dict[tuple[Kind, str], Entry] = {}
    given: set[str] = set()
    bodies: list[Entry] = []
    titles: list[Entry] = []
    read: Tables = []
    for each in _folders(folder):
        tables = read_folder(each)
        read.extend(tables)
        named = laid_over(named, tables)
        bodies.extend(state_bodies(tables))
        titles.extend(office_titles(tables))
        given.update(given_names(tables))
    named = with_parents_names(named)
    by_form = _by_form(named.values())
    folders = folder_sources(read, {name for kind, name in named if kind == "organisation"})
    entries = tuple(named.values())
    return Authority(entries, frozenset(given), tuple(bodies), tuple(titles), fingerprint, folders, named, by_form)


def _folders(folder: Path | None) -> list[Path]:
    return [PACKAGED, folder] if folder else [PACKAGED]


def fingerprint_of(folder: Path | None = None) -> str:
    """What `load` gives as `fingerprint`, without understanding the files."""
    digest = hashlib.sha256()
    for each in _folders(folder):
        for path in authority_files(each):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _by_form(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        forms = entry.forms
        for key in dict.fromkeys(map(name_key, forms)) if len(forms) > 1 else map(name_key, forms):
            found[key] = (*found.get(key, ()), entry)
    return found


def with_parents_names(entries: dict[tuple[Kind, str], Entry]) -> dict[tuple[Kind, str], Entry]:
    """Bodies with forms that have their parent's name: "Permanent Council" of "CSTO" is also "Permanent Council of the
    CSTO"."""
    extended = dict(entries)
    for key, entry in entries.items():
        if parent := entries.get((entry.kind, entry.parent)):
            variants = dict.fromkeys((*entry.variants, *_joined(entry, parent)))
            extended[key] = replace(entry, variants=tuple(variants))
    return extended


def _joined(entry: Entry, parent: Entry) -> Iterator[Variant]:
    for language, patterns in _PATTERNS.items():
        parents = _own_forms(parent, language)
        for form in _own_forms(entry, language):
            for name in parents:
                if name_key(name) not in name_key(form):
                    # of no language: "Совет ЛС" is found by "Совет Лига Судов", and never called so
                    yield from (Variant(each.format(form=form, parent=name)) for each in patterns)


def _own_forms(entry: Entry, language: str) -> tuple[str, ...]:
    written = [variant.text for variant in entry.variants if variant.language == language]
    names = [entry.name, entry.acronym] if language == "en" else []
    return tuple(dict.fromkeys(filter(None, (*names, *written))))
