"""Rules of the house that a reader of one file cannot see."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
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
)


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
def test_a_library_comes_in_through_one_file_or_the_family_named_after_it(library: str) -> None:
    doors = {re.sub(rf"/{library}(_\w+)?\.py$", f"/{library}*.py", name) for name in _importers(library)}
    assert len(doors) <= 1


def test_nothing_in_the_tree_is_called_utils() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "common", "misc"}]


def test_the_command_starts_without_what_reads_files() -> None:
    loaded = "import sys, indexer.cli.commands; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert "indexer.indexing.pipeline" in modules
    assert not {"indexer.indexing.tasks", "indexer.ingest.formats", "trafilatura", "lxml", "bs4"} & {*modules}
