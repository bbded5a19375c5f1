"""What all tests share: how a run is spread over processes, its deadlines, its examples, and one real cluster."""

import os
from collections.abc import Iterator

import hypothesis
import pytest

from tests.opensearch.nodes import NoClusterError, Nodes

REQUIRED = os.environ.get("COMMUNIQUE_REQUIRE_CLUSTER") == "1"
CLUSTER_SECONDS = 600  # of one test: the first one fetches and starts the cluster

# The same examples in each run; `--hypothesis-profile=default` looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file's tests share their fixtures in one process; all that need the cluster share the only one."""
    for item in items:
        on_cluster = item.get_closest_marker("cluster") is not None
        item.add_marker(pytest.mark.xdist_group("cluster" if on_cluster else item.path.as_posix()))
        if on_cluster:
            item.add_marker(pytest.mark.timeout(CLUSTER_SECONDS))


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
