"""How a run is spread over processes: by a run of its own, since one process deals out what others run."""

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.conftest import place

HERE = Path(__file__).parent
OF_A_BROWSER = ["web/browser/test_bars.py", "web/browser/test_wishes.py"]
OTHERS = ["test_errors.py", "test_message.py"]


def test_a_files_tests_run_in_one_process_and_all_of_a_browser_too() -> None:
    command = [sys.executable, "-m", "pytest", "-n", "2", "-v", *(str(HERE / each) for each in OF_A_BROWSER + OTHERS)]
    # without a browser on the path its tests are skipped, each where it would have run
    environ = {**os.environ, "PATH": "", "COMMUNIQUE_REQUIRE_BROWSER": ""}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parent, env=environ).stdout
    processes = defaultdict(set)
    for process, file in re.findall(r"\[(gw\d)\].*(?:PASSED|SKIPPED) tests/([\w/]+\.py)", ran):
        processes[file].add(process)
    assert sorted(processes) == sorted(OF_A_BROWSER + OTHERS), ran
    assert {len(each) for each in processes.values()} == {1}
    assert len(set.union(*(processes[each] for each in OF_A_BROWSER))) == 1
    assert set.union(*processes.values()) == {"gw0", "gw1"}


@pytest.mark.parametrize(
    ("test", "where"),
    [
        ("tests/engines/test_contract.py::test_thousands_of_words_are_served[opensearch]", "cluster"),
        ("tests/opensearch/test_limits.py::test_a_deep_page_is_walked_to[0-120]", "cluster"),
        ("tests/web/browser/test_flow.py::test_help", "browser"),
        (
            "tests/engines/test_contract.py::test_thousands_of_words_are_served[whoosh]",
            "tests/engines/test_contract.py",
        ),
        ("tests/web/test_pages.py::test_help", "tests/web/test_pages.py"),
    ],
)
def test_what_needs_the_cluster_or_a_browser_is_known_by_its_address(test: str, where: str) -> None:
    assert place(test) == where
