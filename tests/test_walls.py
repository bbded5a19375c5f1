"""Rules of the house that a reader of one file cannot see."""

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for package in ("indexer", "web") for path in (ROOT / package).rglob("*.py"))
# Each is imported in one file only, so that another library in its place is a change of one file.
ONE_DOOR = (
    "tantivy",
    "opensearchpy",
    "bs4",
    "trafilatura",
    "htmldate",
    "py3langid",
    "pypdfium2",
    "docx",
    "warcio",
    "feedparser",
    "flask_babel",
    "Stemmer",
    "ftfy",
)


# This engine over its library is several files.
LIBRARY_FOLDERS = {"tantivy": "indexer/engines/tantivy/"}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _importers(library: str) -> set[str]:
    return {
        str(path.relative_to(ROOT)) for path in MODULES if any(name.split(".")[0] == library for name in _imports(path))
    }


def test_the_indexer_knows_nothing_of_http() -> None:
    assert not {name for name in _importers("web") | _importers("flask") if name.startswith("indexer/")}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy", "opensearchpy"])
def test_the_web_knows_no_engine(engine: str) -> None:
    assert not {name for name in _importers(engine) if name.startswith("web/")}


@pytest.mark.parametrize("library", ONE_DOOR)
def test_a_library_comes_in_through_one_file_or_the_folder_named_after_it(library: str) -> None:
    folder = LIBRARY_FOLDERS.get(library, "")
    doors = {folder if folder and name.startswith(folder) else name for name in _importers(library)}
    assert len(doors) == 1


def _name(path: Path) -> str:
    """Of a module; a package's own is its `__init__`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


OURS = {_name(path) for path in MODULES}


def _imported(path: Path) -> Iterator[str]:
    """Those of our modules that one imports: as such, by a name in it, or by a string given to `import_module`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            wanted = [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            wanted = [(node.module or "", alias.name) for alias in node.names]
        else:
            wanted = [(str(node.value), "")] if isinstance(node, ast.Constant) and "." in str(node.value) else []
        for module, name in wanted:
            candidates = (f"{module}.{name}", f"{module}.{name}.__init__", module, f"{module}.__init__")
            yield from [each for each in candidates if each in OURS][:1]


def _floors() -> dict[str, TopologicalSorter[str]]:
    """For each folder, which of the modules and folders in it imports which other of them."""
    floors: dict[str, TopologicalSorter[str]] = defaultdict(TopologicalSorter)
    for path in MODULES:
        for imported in _imported(path):
            above, below = _name(path).split("."), imported.split(".")
            shared = next((level for level, pair in enumerate(zip(above, below, strict=False)) if len({*pair}) > 1), 0)
            if above != below:
                floors[".".join(above[:shared])].add(above[shared], below[shared])
    return floors


def test_the_modules_and_folders_of_a_folder_import_each_other_in_one_direction_only() -> None:
    floors = _floors()
    assert {"", "indexer", "indexer.ingest", "indexer.engines", "indexer.search", "web"} <= floors.keys()
    for folder, floor in floors.items():
        try:
            floor.prepare()
        except CycleError as error:
            pytest.fail(f"in {folder or 'the tree'}: {' -> '.join(error.args[1])}")


def test_beside_the_folders_of_the_indexer_stands_only_what_all_of_them_share() -> None:
    assert len(list((ROOT / "indexer").glob("*.py"))) <= 9


def test_nothing_in_the_tree_is_called_utils() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "common", "misc"}]


def test_the_command_starts_without_what_reads_files() -> None:
    loaded = "import sys, indexer.cli.commands; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert "indexer.indexing.pipeline" in modules
    assert not {"indexer.ingest.read", "indexer.ingest.annotate", "trafilatura", "lxml", "bs4"} & {*modules}
