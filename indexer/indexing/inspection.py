"""An archive looked through from end to end: files against checksums, index against catalog, catalog against corpus."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from indexer.engines import is_folder, open_engine
from indexer.engines.engine import Reader
from indexer.errors import CommuniqueError
from indexer.generations import Generation, Generations, generations_at
from indexer.generations.lock import no_writer
from indexer.generations.manifest import Manifest
from indexer.generations.verify import unfound
from indexer.indexing.catalog import Catalog
from indexer.indexing.changes import Plan
from indexer.indexing.former_catalog import catalog_of
from indexer.indexing.salvage import history_problems
from indexer.indexing.update import dry_run
from indexer.settings import Settings

_SEARCHED_FOR = 200
_NAMED = 20


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found. `problems` are in words, at most so many as a person reads; `settled` is false after an update
    that died, and `corpus` None where there is no folder: both are no damage. `former` is the generation that could be
    gone back to, where that one is whole."""

    generation: str
    files: int
    articles: int
    settled: bool
    problems: tuple[str, ...]
    corpus: Plan | None
    former: str


def inspect(settings: Settings) -> Inspection:
    """Reads every file of the index, and holds updates off meanwhile. Raises as `Generations.in_force` does."""
    generations = generations_at(settings.index)
    generations.in_force()
    with no_writer(generations.lock, "check"):
        generation = generations.in_force()
        known = _manifest(generation)
        problems = list(islice(_problems(generations, generation), _NAMED))
        former = _whole_former(generations) if problems else ""
        articles = 0 if problems else _count(generations, generation)
        corpus = dry_run(settings) if settings.corpus.is_dir() and not problems else None
        return Inspection(generation.name, len(known.files), articles, known.settled, tuple(problems), corpus, former)


def _manifest(generation: Generation) -> Manifest:
    try:
        return Manifest.of(generation.folder) or Manifest()
    except CommuniqueError:
        return Manifest()


def _problems(generations: Generations, generation: Generation) -> Iterator[str]:
    """An index whose files are not what they were is not looked into any further."""
    try:
        yield from (damaged := list(generations.differences(generation)))
        if not damaged:
            yield from _within(generations, generation)
            yield from history_problems(generations.history(generation))
    except CommuniqueError as error:
        yield str(error)


def _within(generations: Generations, generation: Generation) -> Iterator[str]:
    address = generations.address(generation)
    with catalog_of(generations, generation) as catalog, closing(open_engine(address)) as engine:
        yield from catalog.problems()
        with closing(engine.reader()) as reader:
            yield from _articles(reader, catalog, shared=not is_folder(address))


def _articles(reader: Reader, catalog: Catalog, *, shared: bool) -> Iterator[str]:
    """`shared`: other indexers, whose catalogs are elsewhere, write to the index too."""
    pending, step = {each.id for each in catalog.pending()}, max(1, catalog.article_count() // _SEARCHED_FOR)
    unknown = reader.count
    for number, row in enumerate(catalog.articles()):
        article = reader.article(row.id)
        if article is not None and article.id == row.id:
            unknown -= 1
            if not number % step and (said := unfound(reader, article)):
                yield f"the index {said}"
        elif row.id not in pending:
            yield f"the index lacks {row.id}, which the catalog has"
    if unknown and not shared:
        yield from _unknown(reader, catalog, unknown)


def _unknown(reader: Reader, catalog: Catalog, number: int) -> Iterator[str]:
    """Which articles of the index make the number that was not met by way of the catalog."""
    pending = {each.id for each in catalog.pending()}
    for each in reader.ids():
        if catalog.article(each) is None:
            number -= 1
            if each not in pending:
                yield f"the index has {each}, which the catalog lacks"
    if number:
        yield f"the index has {number} articles more than once"


def _count(generations: Generations, generation: Generation) -> int:
    with catalog_of(generations, generation) as catalog:
        return catalog.article_count()


def _whole_former(generations: Generations) -> str:
    try:
        former = generations.former()
        if former is not None:
            generations.require_whole(former)
    except CommuniqueError:
        return ""
    return former.name if former else ""
