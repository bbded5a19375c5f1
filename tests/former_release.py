"""Archives as former releases left them: one for each number of SCHEMA that is still read, and each engine.

Before SCHEMA is raised, `python -m tests.former_release` stores what the release of that number leaves.
"""

import tarfile
import tempfile
from pathlib import Path

from indexer.fingerprint import SCHEMA
from indexer.indexing.backup import backup
from tests.archive import Archive, line, story

ENGINES = ("whoosh", "tantivy")
_HOME = Path(__file__).parent / "former_releases"
_INTERVIEW = (
    "Interview with Anna Berg\n\n12.03.2019\n\nQuestion: What was agreed?\n\nAnna Berg: The border stays open.\n"
)
_AT_ONE_ADDRESS = '{"title": "Pilots met", "text": "Pilots of two states met.", "url": "https://example.org/pilots"}'
_LONG = " ".join(f"Paragraph {number} of the report on officers speaks of {number * 7} posts." for number in range(40))


def left(folder: Path, schema: int, engine: str) -> Archive:
    """The archive in a folder of the test's own; `day.tar.gz` there is a backup that the same release wrote."""
    with tarfile.open(_file(schema, engine)) as packed:
        packed.extractall(folder, filter="data")
    return Archive(folder, engine)


def stored() -> set[tuple[int, str]]:
    """The number and the engine of each that there is."""
    names = (file.name.removesuffix(".tar.gz").split("-") for file in _HOME.iterdir())
    return {(int(schema), engine) for _, schema, engine in names}


def _file(schema: int, engine: str) -> Path:
    return _HOME / f"schema-{schema}-{engine}.tar.gz"


def _store(engine: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive(Path(folder), engine)
        _write(archive)
        archive.update()
        archive.write("2019/beta.txt", story("beta", "A helicopter was shown."), age=-5)
        (archive.corpus / "2019/gone.txt").unlink()
        archive.update()
        backup(archive.settings, archive.folder / "day.tar.gz")
        with tarfile.open(_file(SCHEMA, engine), "w:gz") as packed:
            for name in ("corpus", "index", "day.tar.gz"):
                packed.add(archive.folder / name, name)


def _write(archive: Archive) -> None:
    """Some of all that a catalog keeps: files of one article and of many, a repeat, what was rejected or waits."""
    for path in ("2018/alpha.txt", "2019/beta.txt", "2019/gone.txt"):
        archive.write(path)
    archive.write("2019/talk.txt", _INTERVIEW)
    archive.write("2019/long.txt", story("long", _LONG))
    archive.write("2019/longer.txt", story("longer", _LONG + " One more.", date="08.02.2019"))
    archive.write("items.jsonl", "".join(map(line, range(4))))
    for name in ("one.json", "other.json"):
        archive.write(name, _AT_ONE_ADDRESS)
    archive.write("broken.json", "{")


if __name__ == "__main__":
    for each in ENGINES:
        _store(each)
