"""Every engine that is installed, empty and filled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Engine, Reader
from tests.engines.samples import filled

ENGINES = ["memory", "whoosh", "tantivy"]
ENGINES_AND_CLUSTER = [*ENGINES, pytest.param("opensearch", marks=pytest.mark.cluster)]


def _fresh_address(request: pytest.FixtureRequest, folder: Path) -> str:
    if request.param == "opensearch":
        return str(request.getfixturevalue("cluster").fresh_address())
    return f"{request.param}:{folder / 'index'}"


@pytest.fixture(params=ENGINES_AND_CLUSTER)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(_fresh_address(request, tmp_path), create=True)
    yield opened
    opened.close()


@pytest.fixture(params=[name for name in ENGINES if name != "memory"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an engine that keeps its index in a folder may have one; nothing is there yet."""
    return _fresh_address(request, tmp_path)


@pytest.fixture(scope="module", params=ENGINES_AND_CLUSTER)
def shared_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Empty, for a module to fill once."""
    opened = open_engine(_fresh_address(request, tmp_path_factory.mktemp("index")), create=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reader(shared_engine: Engine) -> Reader:
    """The sample articles, for tests that only read."""
    return filled(shared_engine)


@pytest.fixture(scope="module")
def pages_soon_deep() -> Iterator[None]:
    """Tantivy looks for the days of a page first, where others have a few articles before it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.engines.tantivy.pages._DEEP", 20)
        yield
