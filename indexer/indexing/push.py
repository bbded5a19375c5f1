"""Articles that are pushed instead of dropped: they land in the corpus folder first, which so stays the truth."""

import json
import os
import secrets
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.errors import ArticleMissing, Rejected, RequestError
from indexer.generations import generations_at
from indexer.indexing.catalog import Catalog
from indexer.ingest import formats
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.identity import article_id
from indexer.settings import Settings

FOLDER = "pushed"


@dataclass(frozen=True, slots=True)
class Pushed:
    """Where a pushed file lies in the corpus, and the ids of the articles in it."""

    path: str
    ids: tuple[str, ...]


def push_article(settings: Settings, article: dict[str, Any]) -> Pushed:
    """One article in the form of a JSON file; a second one with the same `id` or `url` takes its place.

    Raises `RequestError` where it is not one.
    """
    key = article.get("id") or article.get("url")
    if not isinstance(key, str) or not key.strip():
        raise RequestError("an article needs an id or a url, so that it can be replaced later")
    name = article_id(key, Draft("", url=key if "://" in key else ""))
    data = json.dumps(article, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return _land(settings, f"{name}.json", data)


def push_file(settings: Settings, name: str, data: bytes) -> Pushed:
    """A file of any kind that the corpus takes. Raises `RequestError` with the reason where it would be rejected."""
    bare = Path(name.replace("\\", "/")).name
    if not bare or bare.startswith(".") or any(ord(character) < 32 for character in bare):
        raise RequestError(f"{name!r} is no name for a file")
    return _land(settings, bare, data)


def remove(settings: Settings, wanted: str) -> str:
    """Takes the file of an article out of the corpus and returns its path. Raises `ArticleMissing` where no article
    has the id, `RequestError` where its file holds others too."""
    generation = generations_at(settings.index).in_force()
    with closing(Catalog(generation.catalog)) as catalog:
        row = catalog.article(wanted)
        if row is None:
            raise ArticleMissing(f"no article has the id {wanted}")
        if len(catalog.drafts_of(row.path)) > 1:
            raise RequestError(f"{row.path} holds other articles too; take it out of that file")
    (settings.corpus / row.path).unlink(missing_ok=True)
    return row.path


def _land(settings: Settings, name: str, data: bytes) -> Pushed:
    path = f"{FOLDER}/{name}"
    ids = _ids(path, data)
    folder = settings.corpus / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    # Written aside under a hidden name, which the walk passes over, so that no update sees half a file.
    aside = folder / f".{secrets.token_hex(8)}"
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(folder / name)
    finally:
        aside.unlink(missing_ok=True)
    return Pushed(path, ids)


def _ids(path: str, data: bytes) -> tuple[str, ...]:
    try:
        found = list(formats.read(RawFile(path, data, "")))
    except Rejected as reason:
        raise RequestError(f"not taken: {reason}") from reason
    ids = tuple(article_id(path, each) for each in found if isinstance(each, Draft))
    if not ids:
        raise RequestError(f"not taken: {found[0] if found else 'no article in it'}")
    return ids
