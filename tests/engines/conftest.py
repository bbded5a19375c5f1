"""Every engine that is installed, empty and filled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Engine, Reader
from tests.engines.samples import filled

ENGINES = ["memory", "whoosh", "tantivy"]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(f"{request.param}:{tmp_path / 'index'}", create=True)
    yield opened
    opened.close()


@pytest.fixture(params=[name for name in ENGINES if name != "memory"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an engine that keeps its index in a folder may have one; nothing is there yet."""
    return f"{request.param}:{tmp_path / 'index'}"


@pytest.fixture(scope="module", params=ENGINES)
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The sample articles, for tests that only read."""
    opened = open_engine(f"{request.param}:{tmp_path_factory.mktemp('index') / 'index'}", create=True)
    yield filled(opened)
    opened.close()
