"""Authority files (TOML) to entries, and an operator's own files over the packaged ones."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from indexer.errors import SettingsError
from indexer.ingest.authority.entry import KINDS, Entry, Kind, Office, Variant, When

PACKAGED = Path(__file__).parent / "data"
_LISTS = ("adjectives", "needs")
WHEN: dict[str, When] = {"variants": "always", "in_context": "in_context", "in_quotes": "in_quotes"}
FORMS = tuple(WHEN)
_SPECIAL = (*FORMS, "offices", "drop", *_LISTS)
KNOWN_KEYS = frozenset({field.name for field in fields(Entry)} - {"kind"} | set(_SPECIAL))
OFFICE_KEYS = frozenset({"title", "body", "from", "to"})


def authority_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def read_tables(path: Path) -> dict[str, Any]:
    """The file as TOML gives it; SettingsError with the line where it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}", remedy="Run `communique authority check`.") from error


def entries_of(tables: dict[str, Any]) -> Iterator[tuple[Kind, dict[str, Any]]]:
    for kind in KINDS:
        for raw in tables.get(kind, ()):
            yield kind, raw


def read_state_bodies(folder: Path) -> list[Entry]:
    """The bodies that every state has ("Foreign Ministry")."""
    tables = [(path, raw) for path in authority_files(folder) for raw in read_tables(path).get("state_body", ())]
    return [_merged(Entry("organisation", _name(raw, path)), raw) for path, raw in tables]


def read_entries(folder: Path, known: dict[tuple[Kind, str], Entry]) -> dict[tuple[Kind, str], Entry]:
    """`known` and the folder's: of two of a name the variants add up, the later's other keys win; `drop` removes."""
    entries = dict(known)
    for path in authority_files(folder):
        for kind, raw in entries_of(read_tables(path)):
            key = (kind, _name(raw, path))
            if raw.get("drop"):
                entries.pop(key, None)
            else:
                entries[key] = _merged(entries.get(key) or Entry(kind, key[1]), raw)
    return entries


def _name(raw: dict[str, Any], path: Path) -> str:
    name = raw.get("name")
    if not isinstance(name, str) or not name:
        raise SettingsError(f"{path.name}: an entry has no name.", remedy="Run `communique authority check`.")
    return name


def _merged(entry: Entry, raw: dict[str, Any]) -> Entry:
    given: dict[str, Any] = {key: value for key, value in raw.items() if key not in _SPECIAL and key in KNOWN_KEYS}
    given.update((key, tuple(raw[key])) for key in _LISTS if key in raw)
    variants = (*entry.variants, *(variant for key in FORMS for variant in _variants(raw, key)))
    offices = tuple(_office(each) for each in raw.get("offices", ())) or entry.offices
    return replace(entry, **given, variants=tuple(dict.fromkeys(variants)), offices=offices)


def _variants(raw: dict[str, Any], key: str) -> Iterator[Variant]:
    """Either a list of forms, or a table of lists by language."""
    given = raw.get(key, [])
    by_language = given if isinstance(given, dict) else {"": given}
    for language, texts in by_language.items():
        for text in texts:
            yield Variant(text, language, WHEN[key])


def _office(raw: dict[str, Any]) -> Office:
    return Office(raw["title"], raw.get("body", ""), str(raw.get("from", "")), str(raw.get("to", "")))
