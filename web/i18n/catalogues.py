"""The catalogues of the translators: what the program says, gathered from its code and templates.

python -m web.i18n.catalogues        brings every messages.po up to date, and says what is left to translate
python -m web.i18n.catalogues es     the same, and begins one for Spanish
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from web.i18n.language import CATALOGUES

_ROOT = Path(__file__).parents[2]
_SOURCES = (("indexer/**.py", "python"), ("web/**.py", "python"), ("web/templates/**.html", "jinja2"))
_OPTIONS = {"web/templates/**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
_CALLS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "nN_": (1, 2),
}
_WIDTH = 120


def said() -> Catalog:
    """Every message of the code and the templates, untranslated."""
    gathered = Catalog(charset="utf-8")
    for folder in ("indexer", "web"):
        found = extract_from_dir(_ROOT / folder, list(_methods(folder)), _options(folder), _CALLS)
        for file, _, message, comments, context in found:
            gathered.add(message, None, [(f"{folder}/{file}", 0)], auto_comments=comments, context=context)
    return gathered


def _methods(folder: str) -> Iterator[tuple[str, str]]:
    return ((pattern.removeprefix(f"{folder}/"), method) for pattern, method in _SOURCES if pattern.startswith(folder))


def _options(folder: str) -> dict[str, dict[str, str]]:
    return {pattern.removeprefix(f"{folder}/"): options for pattern, options in _OPTIONS.items()}


def translated(code: str) -> Catalog:
    with _path(code).open("rb") as file:
        return read_po(file, code)


def codes() -> list[str]:
    return sorted(path.name for path in CATALOGUES.iterdir() if path.is_dir())


def unfinished(catalogue: Catalog) -> list[Message]:
    """Messages without a translation, without one of its forms, or with one that is only guessed."""
    return [each for each in catalogue if each.id and (each.fuzzy or not all(forms(each)))]


def forms(message: Message) -> tuple[str, ...]:
    """What the message is in the catalogue's language: one text, or one for each of its plurals."""
    written = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(each if isinstance(each, str) else "" for each in written)


def _path(code: str) -> Path:
    return CATALOGUES / code / "LC_MESSAGES" / "messages.po"


def _begin(code: str) -> None:
    path = _path(code)
    if not path.exists():
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_po(file, Catalog(code, project="Communiqué", version="1"), width=_WIDTH)


def _update(code: str) -> Catalog:
    """A message whose English changed keeps its translation, marked as a guess; what is said no more is left out."""
    catalogue = translated(code)
    catalogue.update(said(), update_creation_date=False)
    catalogue.obsolete.clear()
    with _path(code).open("wb") as file:
        write_po(file, catalogue, width=_WIDTH, include_lineno=False, omit_header=False)
    return catalogue


def main() -> int:
    for code in sys.argv[1:]:
        _begin(code)
    left = {code: unfinished(_update(code)) for code in codes()}
    for code, messages in left.items():
        print(f"{code}: {len(messages)} to translate")
    return 1 if any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
