"""The search for the costliest request runs, and puts the worst first."""

from pathlib import Path

import pytest

from benchmarks import worst_query


def test_the_worst_requests_are_found_and_the_worst_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
    few = ["--work", str(tmp_path), "--articles", "200", "--made-up", "--rounds", "10", "--engines", "tantivy"]
    assert worst_query.main(few) == 0
    rows = [line.split("|") for line in capsys.readouterr().out.splitlines()[2:]]
    times = [int(row[1].removesuffix(" ms ").replace(",", "")) for row in rows]
    assert len(rows) == worst_query.SHOWN
    assert times == sorted(times, reverse=True)
    assert {row[2].strip() for row in rows} <= {"200", "422", "503"}
