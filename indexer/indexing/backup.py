"""An archive taken away whole: as JSON Lines to read anywhere, or as a backup to restore here. Both while serving.

A backup is a .tar.gz of one generation: the engine's files, the catalog, the fingerprint, the manifest.
"""

import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath

from indexer.article import Article, evidence_words
from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.errors import IndexBroken
from indexer.generations import Generation, generations_at, manifest
from indexer.generations.lock import writer_lock
from indexer.indexing.catalog import opened
from indexer.settings import Settings

_FORM = "communique-backup-1"


def export_lines(reader: Reader) -> Iterator[str]:
    """A JSON object an article, in the order of their ids; `update` reads such a file back as articles."""
    for article_id in sorted(reader.ids()):
        article = reader.article(article_id)
        if article is not None:
            yield json.dumps(_exported(article), ensure_ascii=False)


def backup(settings: Settings, target: Path) -> Generation:
    """Writes the generation in force to `target`. Readers go on; a writer is waited for by nobody: it is refused."""
    generations = generations_at(settings.index)
    with writer_lock(generations.lock, "backup"):
        generation = generations.in_force()
        generations.require_whole(generation, within=manifest.SEARCHED)
        aside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            _pack(generation, aside)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
    return generation


def restore(settings: Settings, source: Path) -> Generation:
    """Puts a backup in force as a new generation; the present one can be rolled back to.

    Raises `IndexBroken` where the file is no backup, or of another engine; nothing has changed then.
    """
    generations = generations_at(settings.index)
    with writer_lock(generations.lock, "restore"):
        generation = generations.begin("")
        try:
            _unpack(source, generation)
            manifest.require_whole(generation.folder, float("inf"), manifest.SEARCHED)
            with closing(open_engine(generations.address(generation))) as engine, closing(engine.reader()) as reader:
                _require_whole(reader, generation)
        except (IndexBroken, OSError, tarfile.TarError, sqlite3.Error, EOFError) as error:
            shutil.rmtree(generation.folder, ignore_errors=True)
            raise IndexBroken(f"{source} cannot be restored: {error}", "name a file that `backup` wrote") from error
        manifest.settle(generation.folder)
        generations.switch(generation)
        generations.sweep()
        return generation


def _exported(article: Article) -> dict[str, object]:
    stored: dict[str, object] = json.loads(article.to_json())
    stored["date"] = article.date.value
    stored["date_precision"] = article.date.precision
    stored["date_evidence"] = str(evidence_words(article.date.evidence))
    stored["extra"] = dict(article.extra)
    return stored


def _pack(generation: Generation, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, opened(generation.catalog) as catalog:
        if wrong := catalog.problems():
            raise IndexBroken(f"the catalog is damaged: {wrong[0]}", "communique rebuild")
        copy = Path(folder) / "catalog.sqlite"
        catalog.copy_to(copy)
        form = Path(folder) / "form"
        form.write_text(_FORM, encoding="utf-8")
        with tarfile.open(target, "w:gz", compresslevel=1) as packed:
            for file, name in ((form, "form"), (copy, "catalog.sqlite"), (generation.index, "index")):
                packed.add(file, name)
            packed.add(generation.folder / "fingerprint", "fingerprint")
            if (listed := generation.folder / manifest.NAME).exists():
                packed.add(listed, manifest.NAME)


def _unpack(source: Path, generation: Generation) -> None:
    with tarfile.open(source, "r:gz") as packed:
        form = packed.next()
        content = packed.extractfile(form) if form is not None and form.name == "form" else None
        if content is None or content.read(100).decode("utf-8", "replace") != _FORM:
            raise IndexBroken("it is no backup of this program")
        for member in packed:
            _extract(packed, member, generation.folder)


def _extract(packed: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Only plain files within the folder; a backup has no others."""
    content = packed.extractfile(member) if member.isfile() else None
    if content is None:
        return
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts:
        raise IndexBroken(f"it holds a file that leads out of its folder: {member.name}")
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        shutil.copyfileobj(content, target)


def _require_whole(reader: Reader, generation: Generation) -> None:
    with opened(generation.catalog) as catalog:
        if reader.count != catalog.article_count():
            raise IndexBroken(f"its index has {reader.count} articles, its catalog {catalog.article_count()}")
