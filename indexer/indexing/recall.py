"""What an operator decides about single articles: one that was removed comes back, one is forgotten for good."""

import json
from dataclasses import dataclass

from indexer.errors import ArticleMissing, RequestError
from indexer.generations import generations_at, manifest
from indexer.generations.lock import writer_lock
from indexer.indexing.catalog import Catalog
from indexer.indexing.changes import PUSHED
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.history import History, Version, opened_history
from indexer.indexing.partial import partial_file
from indexer.indexing.update import rebuild
from indexer.ingest.draft import Draft
from indexer.ingest.identity import article_id
from indexer.settings import Settings


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted of an article: its files in the corpus, and how many former states of it."""

    paths: tuple[str, ...]
    versions: int


def recover(settings: Settings, wanted: str) -> str:
    """Writes a removed article as it was last into the corpus, and returns where; the next update gives it its id
    back. Raises `ArticleMissing` where none of that id was removed."""
    generations = generations_at(settings.index)
    with writer_lock(generations.lock, "recover"):
        with opened_history(generations.history(generations.in_force())) as history:
            last = _last(history, wanted)
            path = f"{PUSHED}/{wanted}.json"
            history.mean(article_id(path, Draft("", key=wanted)), wanted)
        file = settings.corpus / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with partial_file(file) as landing:
            landing.write(json.dumps({**last.record, "id": wanted}, ensure_ascii=False, indent=1).encode("utf-8"))
    return path


def _last(history: History, wanted: str) -> Version:
    trace = history.trace(wanted)
    if trace is None or not trace.removed:
        said = "it is there" if trace else "no article ever had it"
        raise ArticleMissing(f"nothing to recover under the id {wanted}: {said}")
    for version in reversed(history.versions(wanted)):
        if version.until == trace.removed:
            return version
    raise ArticleMissing(f"the text of {wanted} was not kept when it was removed")


def forget(settings: Settings, wanted: str) -> Forgotten:
    """Deletes an article with its files, its former states and all traces, and builds the index anew, so that no byte
    of it is left in the archive; killed, it can be called again. Raises `ArticleMissing` where nothing is known of the
    id, `RequestError` where a file of it holds others too."""
    generations = generations_at(settings.index)
    with writer_lock(generations.lock, "forget"):
        generation = generations.in_force()
        with (
            catalog_of(generations, generation) as catalog,
            opened_history(generations.history(generation)) as history,
        ):
            if catalog.article(wanted) is None and history.trace(wanted) is None:
                raise ArticleMissing(f"no article ever had the id {wanted}")
            paths, versions = _files_of(catalog, wanted), len(history.versions(wanted))
            for path in paths:
                # Else the next update would take a folder that is empty now for one that is not mounted.
                catalog.withdraw(path)
        manifest.forget(generation.catalog)
        for path in paths:
            (settings.corpus / path).unlink(missing_ok=True)
    rebuild(settings)
    with writer_lock(generations.lock, "forget"):
        generations.drop_others()
        with opened_history(generations.history(generations.in_force())) as history:
            history.forget(wanted)
    return Forgotten(paths, versions)


def _files_of(catalog: Catalog, wanted: str) -> tuple[str, ...]:
    """The file that holds it, and those that hold older states of it."""
    row = catalog.article(wanted)
    paths = sorted({*catalog.waiting_for([wanted]), *([row.path] if row else [])})
    for path in paths:
        if catalog.count_in(path) > (row is not None and path == row.path):
            raise RequestError(f"{path} holds other articles too; take it out of that file, update, then forget it")
    return tuple(paths)
