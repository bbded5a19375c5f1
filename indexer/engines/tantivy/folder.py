"""The folder of a tantivy index, as the system lets it be used: errors told as the system's own, and reading where
nothing can be written."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.engines.damage import reporting_damage

# "(os error 28)" or "Os { code: 30, kind: ReadOnlyFilesystem"
_CODE = re.compile(r"\(os error (\d+)\)|\bOs \{ code: (\d+)")


UNREADABLE = (ValueError, OSError, LookupError, ArithmeticError, MemoryError, SystemError)


@contextmanager
def reporting(folder: Path) -> Iterator[None]:
    """Turns what tantivy raises over a folder's files into `IndexBroken`, or into what the system says of its disk."""
    with reporting_damage(folder, UNREADABLE), system_errors(folder):
        yield


@contextmanager
def system_errors(folder: Path) -> Iterator[None]:
    """Raises what the system said, which tantivy passes on within a text only."""
    try:
        yield
    except (ValueError, OSError) as error:
        found = _CODE.search(str(error))
        if found is None:
            raise
        number = int(found[1] or found[2])
        raise OSError(number, os.strerror(number), str(folder)) from error


class Mirror:
    """A folder of links to the files of one that cannot be written to: tantivy makes a lock file before it reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = tempfile.TemporaryDirectory(prefix="communique-", ignore_cleanup_errors=True)
        self.path = Path(self._made.name)
        self.follow()

    def follow(self) -> None:
        """Links to what has come since; `meta.json` is the same link for all generations."""
        for file in self._folder.iterdir():
            if not (self.path / file.name).is_symlink() and not file.name.endswith(".lock"):
                (self.path / file.name).symlink_to(file.resolve())

    def close(self) -> None:
        self._made.cleanup()


def mirror_of(folder: Path) -> Mirror | None:
    """None where the folder can be written to."""
    return None if os.access(folder, os.W_OK, effective_ids=True) else Mirror(folder)
