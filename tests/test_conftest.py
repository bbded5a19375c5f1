"""How a run is spread over processes: by a run of its own, since one process deals out what others run."""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent


def test_the_tests_of_a_file_run_in_one_process() -> None:
    files = ["test_message.py", "test_errors.py", "test_settings.py"]
    command = [sys.executable, "-m", "pytest", "-n", "2", "-v", *(str(HERE / each) for each in files)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parent).stdout
    processes = defaultdict(set)
    for process, file in re.findall(r"\[(gw\d)\].*PASSED tests/(\w+\.py)", ran):
        processes[file].add(process)
    assert sorted(processes) == sorted(files), ran
    assert {len(each) for each in processes.values()} == {1}
    assert set.union(*processes.values()) == {"gw0", "gw1"}
