"""Authority files (TOML) to entries, and an operator's own files over the packaged ones."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from indexer.authority.entry import KINDS, Entry, Kind, Office, Variant, When
from indexer.authority.lists import listed
from indexer.authority.shape import FORMS, shape_problems
from indexer.errors import SettingsError
from indexer.text.analysis import fold_word

PACKAGED = Path(__file__).parent / "data"

_REMEDY = "Run `communique authority check`."
_WHEN: dict[str, When] = {"variants": "always", "in_context": "in_context", "in_quotes": "in_quotes"}
_AS_THEY_ARE = ("sort", "acronym", "parent", "country", "surname", "fallback", "doubtful")
_LISTS = ("adjectives", "needs")

Tables = list[tuple[Path, dict[str, Any]]]


def authority_files(folder: Path) -> list[Path]:
    """Raises SettingsError where the folder cannot be listed."""
    try:
        return sorted(path for path in folder.iterdir() if path.match("*.toml"))
    except OSError as error:
        raise SettingsError(f"the authority folder {folder} cannot be read: {error.strerror}", _REMEDY) from error


def read_tables(path: Path) -> dict[str, Any]:
    """The file as TOML gives it; SettingsError with the line where it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}", remedy=_REMEDY) from error


def read_folder(folder: Path) -> Tables:
    """Each of its files as TOML gives it, in the order of their names."""
    return [(path, read_tables(path)) for path in authority_files(folder)]


def tables_of(kind: str, tables: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of one kind, those of its lists last; whatever else stands under its name is none."""
    raws = tables.get(kind, [])
    own = [raw for raw in raws if isinstance(raw, dict)] if isinstance(raws, list) else []
    return [*own, *listed(kind, tables)]


def state_bodies(folder: Tables) -> list[Entry]:
    """The bodies that every state has ("Foreign Ministry")."""
    return [
        merged(Entry("organisation", raw["name"]), raw)
        for path, tables in folder
        for raw in tables_of("state_body", tables)
        if _is_sound(raw, path)
    ]


def office_titles(folder: Tables) -> list[Entry]:
    """Offices that one person holds at a time ("Secretary General"), each with the other names of it."""
    return [
        merged(Entry("person", raw["name"]), raw)
        for path, tables in folder
        for raw in tables_of("office", tables)
        if _is_sound(raw, path)
    ]


def given_names(folder: Tables) -> set[str]:
    return {fold_word(name) for _, tables in folder for name in tables.get("given_names", ())}


def laid_over(known: dict[tuple[Kind, str], Entry], folder: Tables) -> dict[tuple[Kind, str], Entry]:
    """`known` and the folder's: of two of a name the variants add up, the later's other keys win; `drop` removes."""
    entries = dict(known)
    for path, tables in folder:
        for kind in KINDS:
            for raw in tables_of(kind, tables):
                if _is_sound(raw, path):
                    _lay_over(entries, (kind, raw["name"]), raw)
    return entries


def _lay_over(entries: dict[tuple[Kind, str], Entry], key: tuple[Kind, str], raw: dict[str, Any]) -> None:
    if raw.get("drop"):
        entries.pop(key, None)
    else:
        known = entries.get(key)
        entries[key] = merged(known, raw) if known else _new(key, raw)


def _new(key: tuple[Kind, str], raw: dict[str, Any]) -> Entry:
    given: dict[str, Any] = {key: raw[key] for key in _AS_THEY_ARE if key in raw}
    if len(given) == len(raw) - 1:  # nothing but texts beside the name, as in most lines of a list
        return Entry(*key, **given)
    return merged(Entry(*key), raw)


def _is_sound(raw: dict[str, Any], path: Path) -> bool:
    """True, or SettingsError with the first thing that is wrong."""
    for problem in shape_problems(raw):
        raise SettingsError(f"{path.name}, {raw.get('name', 'an entry')}: {problem}.", remedy=_REMEDY)
    return True


def merged(entry: Entry, raw: dict[str, Any]) -> Entry:
    given: dict[str, Any] = {key: raw[key] for key in _AS_THEY_ARE if key in raw}
    given.update((key, tuple(raw[key])) for key in _LISTS if key in raw)
    variants = (*entry.variants, *(variant for key in FORMS for variant in _variants(raw, key)))
    offices = tuple(_office(each) for each in raw.get("offices", ())) or entry.offices
    shown = tuple((dict(entry.shown) | raw.get("shown", {})).items())
    return replace(entry, **given, variants=tuple(dict.fromkeys(variants)), offices=offices, shown=shown)


def _variants(raw: dict[str, Any], key: str) -> Iterator[Variant]:
    """Either a list of forms, or a table of lists by language."""
    given = raw.get(key, [])
    by_language = given if isinstance(given, dict) else {"": given}
    for language, texts in by_language.items():
        for text in texts:
            yield Variant(text, language, _WHEN[key])


def _office(raw: dict[str, Any]) -> Office:
    return Office(raw["title"], raw.get("body", ""), str(raw.get("from", "")), str(raw.get("to", "")))
