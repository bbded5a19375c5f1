"""An archive taken away whole: as JSON Lines to read anywhere, or as a backup to restore here. Both while serving."""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from indexer.article import Article
from indexer.article.date_evidence import evidence_words
from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.errors import IndexBroken, IndexMissing, IndexOutdated, SettingsError
from indexer.generations import Generation, Generations, generations_at, manifest
from indexer.generations.lock import no_writer, writer_lock
from indexer.generations.verify import verify_index
from indexer.indexing.carrying import carry_history, merge_history
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.history import history_if_any
from indexer.indexing.package import HISTORY, pack, unpack
from indexer.indexing.partial import partial_file
from indexer.settings import Settings
from indexer.storage import reporting_trouble


def export_lines(reader: Reader) -> Iterator[str]:
    """A JSON object an article, in the order of their ids; `update` reads such a file back as articles."""
    for article_id in _in_order(reader.ids()):
        article = reader.article(article_id)
        if article is not None:
            yield json.dumps(_exported(article), ensure_ascii=False)


def _in_order(texts: Iterable[str]) -> Iterator[str]:
    """In a file that the system removes by itself: sorted in memory, the ids of a large archive would not fit."""
    with closing(sqlite3.connect("")) as database:
        database.execute("CREATE TABLE item (text TEXT)")
        database.executemany("INSERT INTO item VALUES (?)", ((each,) for each in texts))
        yield from (text for (text,) in database.execute("SELECT text FROM item ORDER BY text"))


def backup(settings: Settings, target: Path) -> Generation:
    """Writes the generation in force to `target`. Readers go on; a writer is waited for by nobody: it is refused.

    Raises `SettingsError` where no backup belongs, `IndexBroken` where the generation could not be restored.
    """
    generations = generations_at(settings.index)
    _require_apart(target, settings.corpus, generations.root)
    with no_writer(generations.lock, "backup"), reporting_trouble(target):
        generation = generations.in_force()
        if not generation.fingerprint:
            raise IndexBroken(f"generation {generation.name} does not say how it was built", "communique rebuild")
        generations.require_whole(generation, within=manifest.SEARCHED)
        with partial_file(target) as file:
            copy, history = Path(f"{file.name}-catalog"), Path(f"{file.name}-history")
            with catalog_of(generations, generation) as catalog:
                if wrong := catalog.problems():
                    raise IndexBroken(f"the catalog is damaged: {wrong[0]}", "communique rebuild")
                catalog.copy_to(copy)
            with history_if_any(generations.history(generation)) as kept:
                kept.copy_to(history)
            pack(generation.folder, copy, history, file)
    return generation


def restore(settings: Settings, source: Path) -> Generation:
    """Puts a backup in force as a new generation; the present one can be rolled back to.

    Raises `IndexBroken` where the file is no backup, is of a release that is not read, or would not answer as it did;
    nothing has changed then.
    """
    generations = generations_at(settings.index)
    with source.open("rb"), writer_lock(generations.lock, "restore"):
        generation = generations.begin("")
        try:
            (generation.folder / "fingerprint").unlink(missing_ok=True)  # the backup brings its own
            unpack(source, generation.folder)
            manifest.require_whole(generation.folder, float("inf"), manifest.SEARCHED)
            _require_servable(generations, generation)
            _take_history(generations, generation)
        except (IndexBroken, IndexMissing, IndexOutdated, sqlite3.DatabaseError) as error:
            _forget(generation)
            raise IndexBroken(f"{source} cannot be restored: {error}", "name a file that `backup` wrote") from error
        except BaseException:
            _forget(generation)
            raise
        manifest.settle(generation.folder)
        generations.switch(generation)
        generations.sweep()
        return generation


def _exported(article: Article) -> dict[str, object]:
    stored: dict[str, object] = json.loads(article.to_json())
    stored["date"] = article.date.value
    stored["date_precision"] = article.date.precision
    stored["date_likely"] = article.date.is_likely
    stored["date_evidence"] = str(evidence_words(article.date.evidence))
    stored["extra"] = dict(article.extra)
    return stored


def _require_apart(target: Path, *folders: Path) -> None:
    """A backup in the corpus would be read as one of its files; one in the index is swept away with a generation."""
    if target.exists() and not target.is_file():
        raise SettingsError(f"{target} is no plain file", "name one that is, or that is not there yet")
    for folder in folders:
        if target.resolve().is_relative_to(folder.resolve()):
            raise SettingsError(f"{target} is in {folder}, which it is to keep safe", "name a file elsewhere")


def _require_servable(generations: Generations, generation: Generation) -> None:
    generations.require_readable(generation)
    if not generation.catalog.exists():
        raise IndexBroken("it has no catalog")
    with (
        closing(open_engine(generations.address(generation))) as engine,
        closing(engine.reader()) as reader,
        catalog_of(generations, generation) as catalog,
    ):
        indexed, known = reader.count, catalog.article_count()
        if _sum(reader.ids()) != _sum(row.id for row in catalog.articles()):
            raise IndexBroken(f"its index has {indexed} articles, its catalog {known}: they are not the same")
    verify_index(generations, generation, known)


def _sum(texts: Iterable[str]) -> int:
    """The same of the same texts in any order: neither index nor catalog is held in memory to be compared."""
    return sum(int.from_bytes(blake2b(each.encode(), digest_size=16).digest()) for each in texts)


def _take_history(generations: Generations, generation: Generation) -> None:
    """A backup of a former release has none."""
    brought = generation.folder / HISTORY
    if brought.exists():
        merge_history(generations, generation, brought)
    carry_history(generations, generation)
    for file in generation.folder.glob(f"{HISTORY}*"):
        file.unlink()


def _forget(generation: Generation) -> None:
    shutil.rmtree(generation.folder, ignore_errors=True)
