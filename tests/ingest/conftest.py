import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from indexer.ingest.near_duplicates.store import Sketches


@pytest.fixture
def store() -> Iterator[Sketches]:
    with closing(sqlite3.connect(":memory:")) as connection:
        yield Sketches(connection)
