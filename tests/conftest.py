"""What all tests share: how a run is spread over processes, its deadlines, its examples, and one real cluster."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import hypothesis
import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from indexer.engines import open_engine
from indexer.engines.engine import Engine
from tests.engines.opensearch.nodes import NoClusterError, Nodes

Opened = Callable[..., Engine]  # (address, *, create=False), as `open_engine`
REQUIRED = os.environ.get("COMMUNIQUE_REQUIRE_CLUSTER") == "1"
CLUSTER_SECONDS = 600  # of one test: the first one fetches and starts the cluster

# The same examples in each run, however long a busy machine takes over one; `--hypothesis-profile=default` looks for
# new ones.
hypothesis.settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("steady")


class OnePlaceForEach(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist shows this class no types
    """A file's tests share their fixtures in one process; all that need the cluster, or a browser, share the only one.

    pytest-xdist's own marks for this (`--dist loadgroup`) do nothing, without a word, since pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return place(nodeid)


def place(nodeid: str) -> str:
    """By the test's address, all that the process which deals them out knows of it."""
    if "opensearch" in nodeid:
        return "cluster"
    return "browser" if nodeid.startswith("tests/web/browser/") else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return OnePlaceForEach(config, log)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test that waits for a server, a browser or a cluster leaves a core idle."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that none of it is left alone at the end."""
    for item in items:
        if item.get_closest_marker("cluster") is not None:
            assert place(item.nodeid) == "cluster", f"{item.nodeid} needs the cluster, and its address does not tell"
            item.add_marker(pytest.mark.timeout(CLUSTER_SECONDS))
    items.sort(key=lambda item: place(item.nodeid) not in ("cluster", "browser"))


def pytest_collection_finish() -> None:
    """Thousands of tests stay in memory until the end: looking through them again and again took a tenth of a run."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Opens engines, and closes all of them when the test ends."""
    with ExitStack() as stack:
        yield lambda address, *, create=False: stack.enter_context(closing(open_engine(address, create=create)))


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What nobody closes stays open as long as the test."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
