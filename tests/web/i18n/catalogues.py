"""The catalogues as the tests read them."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from web.i18n.language import CATALOGUES

_ROOT = Path(__file__).parents[3]


@cache
def said() -> Catalog:
    """Every message of the code and the templates, gathered as the README has a translator do it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "messages.pot"
        pybabel = (sys.executable, "-m", "babel.messages.frontend", "--quiet")
        subprocess.run([*pybabel, "extract", "-o", str(path)], cwd=_ROOT, check=True)
        with path.open("rb") as file:
            return read_po(file)


def translated(code: str) -> Catalog:
    with (CATALOGUES / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, code)


def forms(message: Message) -> tuple[str, ...]:
    """What the message is in the catalogue's language: one text, or one for each of its plurals."""
    written = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(each if isinstance(each, str) else "" for each in written)
