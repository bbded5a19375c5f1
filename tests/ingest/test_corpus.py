import os
import time
from pathlib import Path

import pytest

from indexer.errors import Rejected, SettingsError, StorageTrouble
from indexer.ingest.corpus import Entry, load, walk
from tests.machine import permissions_for_root


def _walked(root: Path, max_file_mb: int = 1) -> dict[str, str]:
    return {entry.path: entry.problem for entry in walk(root, max_file_mb)}


def test_files_come_in_the_order_of_their_names_folder_by_folder(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(_walked(tmp_path)) == ["B.txt", "a.txt", "b/1.txt", "b/2.txt", "c.txt"]


def test_a_file_is_listed_with_its_size_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    os.utime(tmp_path / "a.txt", (1_700_000_000, 1_700_000_000))
    assert list(walk(tmp_path, 1)) == [Entry("a.txt", 5, 1_700_000_000 * 10**9)]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("x")
    (tmp_path / ".draft.txt").write_text("x")
    assert _walked(tmp_path) == {}


def test_spaces_and_other_scripts_in_a_name_are_fine(tmp_path: Path) -> None:
    (tmp_path / "Пресс релиз № 5.txt").write_text("x")
    assert _walked(tmp_path) == {"Пресс релиз № 5.txt": ""}


def test_a_name_that_is_not_utf8_is_a_problem_of_that_file_alone(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("x")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("x")
    found = _walked(tmp_path)
    assert found["good.txt"] == ""
    assert "not valid UTF-8" in found["bad\\udcff.txt"]


def test_a_link_out_of_the_corpus_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "link.txt").symlink_to(secret)
    (corpus / "dots.txt").symlink_to("../secret.txt")
    assert all("leads out of the corpus" in problem for problem in _walked(corpus).values())


def test_a_link_within_the_corpus_is_a_file_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert _walked(tmp_path) == {"a.txt": "", "b.txt": ""}


def test_a_link_within_a_corpus_that_is_itself_a_link_is_a_file_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("x")
    (tmp_path / "corpus" / "b.txt").symlink_to("a.txt")
    (tmp_path / "link").symlink_to("corpus")
    assert _walked(tmp_path / "link") == {"a.txt": "", "b.txt": ""}


def test_links_in_a_circle_into_nowhere_or_to_folders_are_problems(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "nowhere").symlink_to("missing")
    (tmp_path / "folder").mkdir()
    (tmp_path / "up").symlink_to("folder")
    assert all(_walked(tmp_path).values())


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _walked(tmp_path) == {"pipe.txt": "not a regular file"}


def test_a_file_over_the_bound_is_a_problem_that_names_the_setting(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(1_000_001)
    assert "COMMUNIQUE_MAX_FILE_MB" in _walked(tmp_path)["big.txt"]


def test_a_file_of_just_the_bound_is_none(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(1_000_000)
    assert _walked(tmp_path) == {"big.txt": ""}


def test_a_corpus_that_is_no_folder_stops_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="not a folder"):
        walk(tmp_path / "missing", 1)


def test_a_file_that_vanished_is_rejected_with_the_systems_reason(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="No such file"):
        load(tmp_path, "gone.txt")


@pytest.mark.parametrize(("text", "mtime"), [("yy", 1_700_000_000), ("y", 1_700_000_001)], ids=["size", "time"])
def test_a_file_of_which_size_or_time_changes_while_it_is_read_is_left_for_the_next_time(
    text: str, mtime: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    os.utime(file, (1_700_000_000, 1_700_000_000))
    look = os.fstat

    def look_and_change(descriptor: int) -> os.stat_result:
        seen = look(descriptor)
        monkeypatch.undo()
        file.write_text(text)
        os.utime(file, (mtime, mtime))
        return seen

    monkeypatch.setattr("indexer.ingest.corpus.os.fstat", look_and_change)
    with pytest.raises(Rejected, match="changed while it was read"):
        load(tmp_path, "a.txt")


def test_a_file_of_some_seconds_has_a_time_that_is_trusted(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    before = time.time_ns() - 5 * 10**9
    os.utime(file, ns=(before, before))
    assert load(tmp_path, "a.txt")[1].mtime_ns == before


def test_a_young_file_has_no_time_that_is_trusted(tmp_path: Path) -> None:
    file = tmp_path / "new.txt"
    file.write_text("x")
    assert load(tmp_path, "new.txt")[1].mtime_ns == -1
    os.utime(file, (1_700_000_000, 1_700_000_000))
    assert load(tmp_path, "new.txt")[1].mtime_ns == 1_700_000_000 * 10**9


def test_a_folder_that_cannot_be_listed_is_one_problem_and_all_others_are_walked(tmp_path: Path) -> None:
    for name in ("a/1.txt", "b/2.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "a").chmod(0)
    with permissions_for_root():
        found = list(walk(tmp_path, 1))
    assert [(entry.path, bool(entry.problem), entry.unseen) for entry in found] == [
        ("a", True, True),
        ("b/2.txt", False, False),
        ("c.txt", False, False),
    ]
    assert found[0].problem == "the folder cannot be listed: Permission denied"


def test_files_in_a_folder_that_may_only_be_listed_are_out_of_sight(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("x")
    (tmp_path / "a").chmod(0o444)
    with permissions_for_root():
        (found,) = walk(tmp_path, 1)
    assert (found.path, found.problem, found.unseen) == ("a/1.txt", "cannot be looked at: Permission denied", True)


def test_a_corpus_that_cannot_be_listed_stops_at_once(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir(mode=0)
    with permissions_for_root(), pytest.raises(StorageTrouble, match="corpus cannot be used: Permission denied"):
        list(walk(tmp_path / "corpus", 1))
