"""What an index was built by, beside what it would be built by now."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from indexer.article import _PARTS, Article, _article
from indexer.fingerprint import OLDEST_READABLE, SCHEMA, STORED, Fingerprint
from indexer.generations import Generation, generations_at
from tests.archive import Archive
from tests.former_release import ENGINES, left, stored

NOW = Fingerprint("whoosh", "names")


def test_a_fingerprint_reads_back_from_its_text() -> None:
    assert Fingerprint.from_text(NOW.to_text()) == NOW


@pytest.mark.parametrize(
    ("before", "changed"),
    [
        (NOW, ()),
        (replace(NOW, schema=0), ("the stored form",)),
        (replace(NOW, analysis=0), ("the analysis of words",)),
        (replace(NOW, extractor=0), ("the reading of files",)),
        (replace(NOW, authority="other names"), ("the authority files",)),
        (replace(NOW, engine="tantivy"), ("the engine",)),
        (replace(NOW, analysis=0, authority=""), ("the analysis of words", "the authority files")),
    ],
    ids=lambda value: " and ".join(value) or "nothing" if isinstance(value, tuple) else "",
)
def test_each_rule_that_changed_is_named(before: Fingerprint, changed: tuple[str, ...]) -> None:
    assert before.differences(NOW) == changed


@pytest.mark.parametrize(
    ("before", "readable"),
    [
        (replace(NOW, extractor=0, authority=""), True),
        (replace(NOW, analysis=0), True),
        (replace(NOW, engine="tantivy"), True),
        (replace(NOW, schema=OLDEST_READABLE), True),
        (replace(NOW, schema=OLDEST_READABLE - 1), False),
        (replace(NOW, schema=SCHEMA + 1), False),
    ],
    ids=["read otherwise", "analysed otherwise", "another engine", "oldest form", "older than that", "newer form"],
)
def test_an_index_is_read_by_the_releases_that_know_what_is_stored_in_it(before: Fingerprint, readable: bool) -> None:
    assert before.is_readable is readable


_WRONG = '{"engine": "whoosh", "authority": "", "schema": "2"}'


@pytest.mark.parametrize("text", ["", "scribbles", "[]", "{}", "3", '{"engine": "whoosh", "unknown": 1}', _WRONG])
def test_an_unreadable_fingerprint_equals_no_other_and_is_not_served(text: str) -> None:
    read = Fingerprint.from_text(text)
    assert not read.is_readable
    assert not read.is_of_newer_release
    assert {"the stored form", "the analysis of words", "the reading of files"} <= {*read.differences(NOW)}


def test_each_stored_form_that_is_read_has_an_archive_that_its_release_left() -> None:
    """Before SCHEMA is raised: python -m tests.former_release"""
    assert stored() >= {(schema, engine) for schema in range(OLDEST_READABLE, SCHEMA) for engine in ENGINES}


@pytest.mark.parametrize(("schema", "engine"), sorted(stored()))
def test_the_table_of_what_is_stored_names_all_that_an_index_lacks(tmp_path: Path, schema: int, engine: str) -> None:
    archive = left(tmp_path, schema, engine)
    generation = generations_at(archive.settings.index).in_force()
    before = [_in_articles(archive), _in_engine(generation), _in_catalog(generation)]
    archive.update()
    generation = generations_at(archive.settings.index).in_force()
    now = [_in_articles(archive), _in_engine(generation), _in_catalog(generation)]
    named = [
        {name for number in range(schema + 1, SCHEMA + 1) for name in getattr(STORED[number], place)}
        for place in ("article", "engine", "catalog")
    ]
    parts = {_PARTS[name].__name__ for name in _PARTS if f"Article.{name}" in named[0]}
    for has, had, brought in zip(now, before, named, strict=True):
        assert {each for each in has - had if not {each, each.partition(".")[0]} & (brought | parts)} == set()


def _in_articles(archive: Archive) -> set[str]:
    """As they are stored, whatever this release reads in that."""
    held: list[dict[str, Any]] = []

    def keeping(raw: dict[str, Any]) -> Article:
        held.append(raw)
        return _article(raw)

    with patch("indexer.article._article", keeping):
        archive.articles()
    assert held
    return {name for raw in held for name in _names("Article", raw)}


def _names(kind: str, raw: dict[str, Any]) -> Iterator[str]:
    for name, value in raw.items():
        yield f"{kind}.{name}"
        if name in _PARTS:
            for part in value if isinstance(value, list) else [value or {}]:
                yield from _names(_PARTS[name].__name__, part)


def _in_engine(generation: Generation) -> set[str]:
    if (meta := generation.index / "meta.json").exists():
        return {field["name"] for field in json.loads(meta.read_bytes())["schema"]}
    with np.load(next(generation.index.glob("*.npz"))) as columns:
        return {name.partition(".")[0] for name in columns}


def _in_catalog(generation: Generation) -> set[str]:
    with closing(sqlite3.connect(generation.catalog)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {f"{each}.{column[1]}" for each in tables for column in database.execute(f"PRAGMA table_info({each})")}
