"""Articles that are pushed instead of dropped: they land in the corpus folder first, which so stays the truth."""

import json
import os
import secrets
import unicodedata
from collections.abc import Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.errors import ArticleMissing, NameTaken, RequestError
from indexer.generations import generations_at, manifest
from indexer.indexing.changes import PUSHED
from indexer.indexing.contents import Readers, article_in, contents_of
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.jobs import locked
from indexer.ingest.draft import RawFile
from indexer.settings import Settings

_LONGEST_NAME = 255  # bytes, of any file system in use
_NOT_IN_NAMES = {"Cc", "Cs", "Zl", "Zp"}  # control characters, halves of surrogate pairs, line and paragraph ends


@dataclass(frozen=True, slots=True)
class Pushed:
    """Where a pushed file lies in the corpus, and the ids of the articles in it."""

    path: str
    ids: tuple[str, ...]


def push_article(settings: Settings, article: Mapping[str, Any] | bytes, readers: Readers | None = None) -> Pushed:
    """One article in the form of a JSON file; a second one with the same `id` or `url` takes its place. `readers` are
    those of a caller who pushes often.

    Raises `RequestError` where it is not one.
    """
    body = article if isinstance(article, bytes) else json.dumps(article).encode()
    with _readers(readers) as reading:
        found = reading.ask(article_in, body, len(body))
    return _land(settings, found.name, found.data, found.ids, replace=True)


def push_file(
    settings: Settings, name: str, data: bytes, readers: Readers | None = None, *, replace: bool = False
) -> Pushed:
    """A file of any kind that the corpus takes. Raises `RequestError` with the reason where it would be rejected, and
    `NameTaken` where another file has its name, unless it is to `replace` that."""
    bare = _bare(name)
    path = f"{PUSHED}/{bare}"
    with _readers(readers) as reading:
        found = reading.ask(contents_of, RawFile(path, data, ""), len(data))
    return _land(settings, bare, data, found.ids, replace=replace)


def remove(settings: Settings, wanted: str) -> str:
    """Takes the file of an article out of the corpus and returns its path. Raises `ArticleMissing` where no article
    has the id, `RequestError` where its file holds others too."""
    generations = generations_at(settings.index)
    generation = generations.in_force()
    with catalog_of(generations, generation) as catalog:
        row = catalog.article(wanted)
        if row is None:
            raise ArticleMissing(f"no article has the id {wanted}")
        if catalog.count_in(row.path) > 1:
            raise RequestError(f"{row.path} holds other articles too; take it out of that file")
        # Else the next update would take a folder that is empty now for one that is not mounted.
        catalog.withdraw(row.path)
    manifest.forget(generation.catalog)
    (settings.corpus / row.path).unlink(missing_ok=True)
    return row.path


def _readers(given: Readers | None) -> AbstractContextManager[Readers]:
    return nullcontext(given) if given is not None else closing(Readers())


def _bare(name: str) -> str:
    """The name without folders. Raises `RequestError` where no file can have it."""
    bare = Path(name.replace("\\", "/")).name
    if not bare or bare.startswith(".") or any(unicodedata.category(each) in _NOT_IN_NAMES for each in bare):
        raise RequestError(f"{name[:100]!a} is no name for a file")
    if len(bare.encode()) > _LONGEST_NAME:
        raise RequestError(f"a name of {len(bare.encode())} bytes is too long: a file's has {_LONGEST_NAME} at most")
    return bare


def _land(settings: Settings, name: str, data: bytes, ids: tuple[str, ...], *, replace: bool) -> Pushed:
    folder = settings.corpus / PUSHED
    folder.mkdir(parents=True, exist_ok=True)
    # Written aside under a hidden name, which the walk passes over, so that no update sees half a file.
    aside = folder / f".{secrets.token_hex(8)}"
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Of two that push the same name at once, in whatever processes, the second finds the first one's file.
        with locked(generations_at(settings.index).root / "jobs" / "push.lock"):
            if _is_free(folder, name, data, replace=replace):
                aside.replace(folder / name)
    finally:
        aside.unlink(missing_ok=True)
    return Pushed(f"{PUSHED}/{name}", ids)


def _is_free(folder: Path, name: str, data: bytes, *, replace: bool) -> bool:
    """False where the file is there already, byte for byte. Raises `NameTaken` where another one would be lost: here,
    or wherever the corpus is copied to and names in other cases are the same."""
    holders = [each for each in os.listdir(folder) if _same(each) == _same(name)]  # noqa: PTH208 - names alone, for thousands of files
    if not holders:
        return True
    path = folder / holders[0]
    if holders != [name] or not path.is_file():
        raise NameTaken(f"{PUSHED}/{holders[0]} is there already", "push it under another name")
    if path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    if not replace:
        remedy = "push it under another name, or with ?replace=yes to put it in that one's place"
        raise NameTaken(f"{PUSHED}/{name} is there already, with other content", remedy)
    return True


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
