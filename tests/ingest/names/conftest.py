from collections.abc import Callable

import pytest

from indexer.authority import load
from indexer.ingest.names import Names, names_in

Read = Callable[..., Names]


@pytest.fixture(scope="session")
def read() -> Read:
    """`names_in` over the packaged authority files."""

    def names(text: str, title: str = "", source: str = "") -> Names:
        return names_in(title, text, source, load())

    return names
