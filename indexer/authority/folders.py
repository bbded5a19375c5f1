"""Whose articles lie in a folder of the corpus, as the archivist says: for folders whose names do not tell.

[[folder]]
path = "press/old-site"      # below the corpus, as seen there; the innermost folder that has a rule counts
source = "CSTO"              # the display name of an organisation
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from indexer.errors import SettingsError

_KEYS = ("path", "source")
_REMEDY = "Run `communique authority check`."


def folder_sources(tables: Collection[tuple[Path, dict[str, Any]]], bodies: Collection[str]) -> dict[str, str]:
    """The source of each folder that has one. Raises `SettingsError` with the first thing that is wrong."""
    found: dict[str, str] = {}
    for path, read in tables:
        for raw in _rules(read):
            for problem in folder_problems(raw, bodies):
                raise SettingsError(f"{path.name}, the folder {raw.get('path', '')!r}: {problem}.", remedy=_REMEDY)
            found[raw["path"].strip("/")] = raw["source"]
    return found


def folder_problems(raw: Mapping[str, Any], bodies: Collection[str]) -> Iterator[str]:
    """What is wrong with one rule: "source 'CTSO' is no entry"."""
    for key in sorted(raw.keys() - set(_KEYS)):
        yield f"unknown key {key!r}"
    for key in _KEYS:
        if not isinstance(raw.get(key), str) or not raw[key].strip("/ "):
            yield f"has no {key}"
    if isinstance(raw.get("source"), str) and raw["source"] and raw["source"] not in bodies:
        yield f"source {raw['source']!r} is no entry"


def source_of_folder(path: str, sources: Mapping[str, str]) -> str:
    """The source that the innermost folder of a file's path in the corpus has by a rule; "" where none has."""
    folders = path.split("/")[:-1] if sources else []
    above = ("/".join(folders[:depth]) for depth in range(len(folders), 0, -1))
    return next((sources[folder] for folder in above if folder in sources), "")


def _rules(tables: Mapping[str, Any]) -> list[Any]:
    raws = tables.get("folder", [])
    return [raw if isinstance(raw, dict) else {} for raw in raws] if isinstance(raws, list) else [{}]
