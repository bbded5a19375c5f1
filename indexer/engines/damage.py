"""Files that are not what was written, whatever a library says of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import CommuniqueError, IndexBroken
from indexer.message import N_
from indexer.storage import storage_error


def broken(folder: Path, reason: object) -> CommuniqueError:
    """The error to raise; `reason` may be an exception. What the system says of a disk is no damage."""
    if isinstance(reason, OSError) and (trouble := storage_error(reason, folder)):
        return trouble
    told = f"{type(reason).__name__}: {reason}" if isinstance(reason, BaseException) else str(reason)
    said = N_("The index in %(place)s cannot be read: %(reason)s", place=str(folder), reason=told)
    return IndexBroken(said, remedy="communique rebuild")


@contextmanager
def reporting_damage(folder: Path, kinds: tuple[type[Exception], ...]) -> Iterator[None]:
    """Turns what a library raises over damaged files into `IndexBroken`."""
    try:
        yield
    except kinds as error:
        raise broken(folder, error) from error
    except BaseException as error:
        # Where Rust gives up; no library shows this class, and it is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise broken(folder, error) from error
