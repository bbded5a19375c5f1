"""What several folders of tests share: one real cluster for the whole run."""

import os
from collections.abc import Iterator

import pytest

from tests.opensearch.nodes import NoClusterError, Nodes

REQUIRED = os.environ.get("COMMUNIQUE_REQUIRE_CLUSTER") == "1"


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """Three nodes; whoever stops one starts it again."""
    nodes = Nodes(tmp_path_factory.mktemp("cluster"))
    try:
        nodes.start()
    except NoClusterError as reason:
        nodes.close()
        if REQUIRED:
            pytest.fail(f"COMMUNIQUE_REQUIRE_CLUSTER is 1, and {reason}")
        pytest.skip(str(reason))
    yield nodes
    nodes.close()
