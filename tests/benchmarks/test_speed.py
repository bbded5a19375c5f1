from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.speed_builds import RAW, UPDATE, WRITER, Built, builds, builds_table, fallen
from benchmarks.speed_contender import Absent
from benchmarks.speed_corpus import made_up
from benchmarks.speed_run import NOT_ASKED, Measured
from benchmarks.speed_table import table
from benchmarks.speed_xapian import Xapian

pytest.importorskip("tantivy", reason="the tantivy extra is not installed")

LIBRARIES = ("whoosh", "tantivy", "whoosh, marked", "tantivy, marked", "raw tantivy", "SQLite FTS5", "stock Whoosh")


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    return {run.name: run for run in speed.smoke(tmp_path_factory.mktemp("speed"))}


def test_every_contender_that_is_a_library_runs(measured: dict[str, Measured]) -> None:
    assert set(LIBRARIES) <= measured.keys()


def test_every_contender_finds_the_same(measured: dict[str, Measured]) -> None:
    ours = {kind: timing.matches for kind, timing in measured["whoosh"].timings.items()}
    assert all(ours.values())
    for run in measured.values():
        left_out = NOT_ASKED.get(run.name, set())
        assert {kind: timing.matches for kind, timing in run.timings.items()} == {
            kind: matches for kind, matches in ours.items() if kind not in left_out
        }, run.name


def test_the_table_has_a_line_for_each_class_and_contender(measured: dict[str, Measured]) -> None:
    made = table(300, list(measured.values()))
    assert all(made.count(f"{name:16}{'phrase':12}") == 1 for name in measured)


def test_a_build_is_measured_raw_by_our_writer_and_as_a_whole_update(tmp_path: Path) -> None:
    records = [{"id": each.id, "title": each.title, "text": each.text} for each in made_up(60)]
    built = builds(records, tmp_path, laps=1)
    assert [each.name for each in built] == [RAW, WRITER, UPDATE]
    assert all(each.articles == 60 and each.cpu > 0 for each in built)
    assert all(builds_table(built).count(each.name) == 1 for each in built)


def test_a_build_past_its_floor_is_named() -> None:
    assert fallen([Built(RAW, 1.0, 10), Built(WRITER, 1.5, 10), Built(UPDATE, 500.0, 10)]) == [UPDATE]


def test_where_xapian_is_absent_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr("benchmarks.speed_xapian.SYSTEM_PYTHON", "/nowhere/python3")
    opening = Xapian().open(tmp_path_factory.mktemp("xapian"))
    with pytest.raises(Absent, match="apt-get install python3-xapian"), opening:
        pass
