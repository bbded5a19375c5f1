"""The word lists of the grammar of names, read from `vocabulary.toml`."""

import tomllib
from pathlib import Path

_LISTS: dict[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def words_of(purpose: str) -> frozenset[str]:
    """The list of this purpose; KeyError where the file has none."""
    return frozenset(_LISTS[purpose].split())
