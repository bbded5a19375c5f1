"""The catalog of a generation, whichever release built it; one in an older form is read as it is, and stays so."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from indexer.fingerprint import Fingerprint
from indexer.generations import Generation, Generations
from indexer.indexing.catalog import Catalog, opened
from indexer.indexing.database import connected, reading

# By the last number of SCHEMA whose catalog has a form: what shows its tables in the form of today's.
_SHOWN = {
    2: """
CREATE TEMP TABLE number (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
INSERT INTO number (id) SELECT id FROM main.article UNION SELECT id FROM main.pending;
CREATE TEMP TABLE place (n INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
INSERT INTO place (path) SELECT path FROM main.file UNION SELECT path FROM main.article;
CREATE TEMP VIEW file AS
    SELECT n, path, ifnull(size, 0) AS size, ifnull(mtime_ns, -1) AS mtime_ns, ifnull(sha256, '') AS sha256,
    ifnull(format, '') AS format FROM place LEFT JOIN main.file USING (path);
CREATE TEMP VIEW article AS
    SELECT number.n AS n, place.n AS file, draft, type, year AS date,
    CAST(strftime('%s', updated) AS INTEGER) AS updated, x'' AS source, '' AS doubt
    FROM main.article AS former JOIN number ON number.id = former.id JOIN place ON place.path = former.path;
CREATE TEMP VIEW pending AS
    SELECT number.n AS n, path, '' AS sha256, x'' AS source FROM main.pending AS former JOIN number USING (id);
""",
    4: "CREATE TEMP VIEW article AS SELECT *, '' AS doubt FROM main.article;",
}


@contextmanager
def catalog_of(generations: Generations, generation: Generation) -> Iterator[Catalog]:
    """Raises `IndexOutdated` where this release cannot read it, and `IndexBroken` where it turns out to be damaged in
    the midst of the block."""
    generations.require_readable(generation)
    rules = Fingerprint.from_text(generation.fingerprint)
    last = min((each for each in _SHOWN if each >= rules.schema), default=None)
    if last is None or not rules.is_of_earlier_release:
        with opened(generation.catalog) as catalog:
            yield catalog
    else:
        with reading(generation.catalog), closing(FormerCatalog(generation.catalog, _SHOWN[last])) as catalog:
            yield catalog


class FormerCatalog(Catalog):
    """Makes none of today's tables in the file: the release that wrote it may come back to it."""

    def __init__(self, path: Path, shown: str) -> None:
        self.database = self._db = connected(path, shown, shown)
