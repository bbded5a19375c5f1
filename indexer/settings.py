"""Every knob in one place: an environment variable each, its default, and a sentence on what it does."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from indexer.errors import SettingsError

PREFIX = "COMMUNIQUE_"


def _knob(default: Any, sentence: str) -> Any:
    return field(default=default, metadata={"sentence": sentence})


@dataclass(frozen=True, slots=True)
class Settings:
    """`Settings.corpus` is the variable COMMUNIQUE_CORPUS, and so on for each field."""

    corpus: Path = _knob(Path("corpus"), "The folder of article files.")
    index: str = _knob("whoosh:var/index", "The index: an engine's name, a colon, and its address.")
    site_name: str = _knob("Communiqué", "The archive's name, at the head of each page.")
    page_size: int = _knob(10, "Articles on a page of results, unless the reader chooses otherwise.")
    host: str = _knob("127.0.0.1", "The address that `serve` listens on.")
    port: int = _knob(8000, "The port that `serve` listens on.")
    web_workers: int = _knob(2, "Processes that answer requests.")
    index_workers: int = _knob(0, "Processes that read articles; 0: one for each processor.")
    batch: int = _knob(500, "Articles written to the index in one commit.")
    max_file_mb: int = _knob(100, "Files of more megabytes are rejected unread.")
    authority: Path | None = _knob(None, "A folder of your own authority files, added to the ones that come along.")

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Raises `SettingsError` naming the variable that cannot be used."""
        given = os.environ if environ is None else environ
        chosen = {knob.name: given[PREFIX + knob.name.upper()] for knob in fields(cls) if _given(given, knob.name)}
        return cls().changed(**chosen)

    def changed(self, **values: Any) -> "Settings":
        """A copy with some knobs set, from text or from values of their own type; None leaves a knob as it is."""
        known = {name: self._parsed(name, value) for name, value in values.items() if value is not None}
        return replace(self, **known)

    def _parsed(self, name: str, value: Any) -> Any:
        if name in {"corpus", "authority"}:
            return Path(value)
        if not isinstance(getattr(self, name), int):
            return str(value)
        try:
            number = int(value)
        except ValueError:
            number = -1
        if number < (0 if name == "index_workers" else 1):
            variable = PREFIX + name.upper()
            raise SettingsError(f"{variable} is {value!r}, not a whole number above zero", f"unset {variable}")
        return number


def _given(environ: Mapping[str, str], name: str) -> bool:
    return bool(environ.get(PREFIX + name.upper(), "").strip())


def variables() -> list[tuple[str, str, str]]:
    """Name, default and sentence of each variable, in their order."""
    return [
        (PREFIX + knob.name.upper(), "" if knob.default is None else str(knob.default), knob.metadata["sentence"])
        for knob in fields(Settings)
    ]
