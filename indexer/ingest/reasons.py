"""Why a file was not taken, from what its parser raised."""

import errno

from indexer.errors import Rejected

_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.ENOMEM, errno.EMFILE, errno.ENFILE}


def reason_of(error: Exception) -> str:
    """Whatever a parser raises over a hostile file is that file's loss alone, and its name helps to mend the parser.

    What the machine lacks is no fault of the file: it is raised again, and ends the update.
    """
    if isinstance(error, OSError) and error.errno in _MACHINE:
        raise error
    if isinstance(error, Rejected):
        return str(error)
    if isinstance(error, RecursionError):
        return "nested too deeply to be read"
    if isinstance(error, MemoryError):
        return "reading it takes more memory than a file of its size may"
    return f"could not be read ({type(error).__name__}: {str(error)[:200]})"
