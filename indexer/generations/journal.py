"""What SQLite's journal says of a database: which parts of it changed, so that a large one is not read for a few."""

import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_HEADER = struct.Struct(">4x4xII8s8x")  # size of a page, how often the journal began anew, its salt
_FRAME = struct.Struct(">I4x8s8x")  # number of the page that follows, the salt of the journal it was written to

Changed = Callable[[], list[int] | None]


@contextmanager
def journal_of(database: Path) -> Iterator[Changed]:
    """Tells, while the block lasts, at which bytes pages begin that it has written; None where the journal does not
    have them all. SQLite lets go of a journal with the last who has the database open: that is the one here."""
    journal = database.with_name(f"{database.name}-wal")
    if not database.exists():
        yield lambda: None
        return
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True)) as kept:
        try:
            kept.execute("SELECT count(*) FROM sqlite_schema")
        except sqlite3.Error:  # whoever is to write to it says what is wrong
            yield lambda: None
        else:
            yield lambda: _changed(journal)


def _changed(journal: Path) -> list[int] | None:
    if not _has_content(journal):
        return []
    with journal.open("rb") as file:
        size, begun_anew, salt = _HEADER.unpack(file.read(_HEADER.size))
        if begun_anew:
            return None
        numbers: list[int] = []
        while len(header := file.read(_FRAME.size)) == _FRAME.size and _FRAME.unpack(header)[1] == salt:
            numbers.append(_FRAME.unpack(header)[0])
            file.seek(size, 1)
    return [(number - 1) * size for number in numbers]


def _has_content(journal: Path) -> bool:
    return journal.exists() and journal.stat().st_size > 0
