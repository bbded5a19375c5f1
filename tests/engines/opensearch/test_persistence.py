"""An index on a cluster: kept, shared between processes, written by one, and whole whatever happens to the writer."""

import pytest

from tests.engines.opensearch.nodes import Nodes
from tests.engines.test_persistence import (
    test_a_reading_process_sees_what_another_one_commits,
    test_a_writer_killed_at_any_moment_leaves_whole_generations,
    test_a_writer_of_another_process_is_seen_and_its_death_too,
    test_an_index_is_there_when_opened_again,
    test_creating_where_an_index_is_opens_it,
    test_no_index_is_said_with_its_remedy,
)

__all__ = [
    "test_a_reading_process_sees_what_another_one_commits",
    "test_a_writer_killed_at_any_moment_leaves_whole_generations",
    "test_a_writer_of_another_process_is_seen_and_its_death_too",
    "test_an_index_is_there_when_opened_again",
    "test_creating_where_an_index_is_opens_it",
    "test_no_index_is_said_with_its_remedy",
]
pytestmark = pytest.mark.cluster


@pytest.fixture
def address(cluster: Nodes, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COMMUNIQUE_OPENSEARCH_PATIENCE", "2")
    return cluster.fresh_address()
