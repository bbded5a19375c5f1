"""Each command on a disk that is full, closed or not there: one line, what mends it, an exit code; nothing is lost."""

import errno
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from indexer.cli.commands import main
from indexer.generations import generations_at
from indexer.indexing.backup import backup
from tests.archive import Archive
from tests.machine import permissions_for_root

ENGINES = ["whoosh", "tantivy"]
Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module", params=ENGINES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("built"), request.param)
    archive.write("alpha.txt")
    archive.write("beta.txt")
    archive.update()
    archive.rebuild()
    return archive


@pytest.fixture
def archive(built: Archive, tmp_path: Path) -> Archive:
    """A copy with something to do for an update."""
    shutil.copytree(built.folder, tmp_path / "archive")
    archive = Archive(tmp_path / "archive", built.engine)
    archive.write("gamma.txt")
    return archive


@pytest.fixture
def run(archive: Archive, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> tuple[int, str]:
        command = ["--corpus", str(archive.corpus), "--index", archive.settings.index, *map(str, arguments)]
        try:
            main.main(command, "communique", standalone_mode=True)
        except SystemExit as ended:
            return int(ended.code or 0), capsys.readouterr().err
        raise AssertionError("a command ends")

    return run


def assert_said(done: tuple[int, str], code: int) -> None:
    assert done[0] == code, done
    lines = done[1].splitlines()
    assert [line.partition(":")[0] for line in lines] == ["communique", "  to mend it"], lines


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Nothing in it can be written."""
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with permissions_for_root():
            yield
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("arguments", [["update"], ["rebuild"], ["rollback"], ["restore", "day.tar.gz"]], ids=str)
def test_what_writes_to_a_closed_index_says_so(
    archive: Archive, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    backup(archive.settings, Path("day.tar.gz"))
    with closed(archive.folder / "index"):
        assert_said(run(*arguments), 11)
    assert len(archive.articles()) == 2


def test_what_only_reads_goes_on_in_a_closed_index(archive: Archive, run: Run, tmp_path: Path) -> None:
    with closed(archive.folder / "index"):
        for arguments in (
            ["status"],
            ["check"],
            ["search", "council"],
            ["update", "--dry-run"],
            ["export", tmp_path / "all.jsonl"],
            ["backup", tmp_path / "day.tar.gz"],
        ):
            assert run(*arguments) == (0, ""), arguments
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 2
    assert run("restore", tmp_path / "day.tar.gz") == (0, "")
    assert archive.update().total == 3


def test_what_a_killed_writer_left_in_the_catalogs_log_is_read_in_a_closed_folder_too(
    archive: Archive, tmp_path: Path
) -> None:
    gone = archive.articles()["alpha.txt"].id
    child = os.fork()
    if child == 0:
        try:
            catalog = archive.catalog()
            catalog.forget("x", "alpha.txt")
            catalog.drop_article(gone)
        finally:
            os._exit(0)  # its log is not folded into the catalog
    os.waitpid(child, 0)
    log = generations_at(archive.settings.index).in_force().catalog.with_name("catalog.sqlite-wal")
    assert log.stat().st_size > 0
    with closed(archive.folder / "index"):
        catalog = archive.catalog()
        assert catalog.article_count() == 1
        catalog.close()


@pytest.mark.parametrize("place", ["file", "file/in/its/middle", "dangling", "x" * 300, "/proc/nothing"])
@pytest.mark.parametrize("command", ["update", "rebuild"])
def test_an_address_where_no_index_can_be_is_said(
    archive: Archive, run: Run, tmp_path: Path, place: str, command: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to("/nowhere/at/all")
    assert_said(run("--index", f"{archive.engine}:{tmp_path / place}", command), 11)


def test_an_address_that_nothing_can_have_is_a_wrong_setting(archive: Archive, run: Run) -> None:
    assert_said(run("--index", f"{archive.engine}:a\0b", "status"), 2)


@pytest.mark.parametrize("place", ["missing/x", "file/x", "closed/x"])
@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_target_that_cannot_be_written_is_said(run: Run, tmp_path: Path, command: str, place: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "closed").mkdir(mode=0o555)
    with permissions_for_root():
        assert_said(run(command, tmp_path / place), 11)


def test_an_export_to_a_full_disk_is_said_and_a_device_stays_one(run: Run) -> None:
    assert_said(run("export", "/dev/full"), 9)
    assert Path("/dev/full").is_char_device()


def test_a_backup_does_not_take_the_place_of_a_device(run: Run) -> None:
    assert_said(run("backup", "/dev/full"), 2)
    assert Path("/dev/full").is_char_device()


@contextmanager
def full_at(size: int) -> Iterator[None]:
    """No file grows over so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


SIZES = [0, 60, 700, 3_000, 4_096, 8_000, 30_000, 80_000]


def test_an_update_that_a_full_disk_stops_anywhere_says_so_and_the_next_one_ends_it(
    built: Archive, tmp_path: Path, run: Run
) -> None:
    codes = []
    for size in SIZES:
        shutil.rmtree(tmp_path / "archive")
        shutil.copytree(built.folder, tmp_path / "archive")
        archive = Archive(tmp_path / "archive", built.engine)
        archive.write("gamma.txt")
        with full_at(size):
            done = run("update")
        codes.append(done[0])
        assert_said(done, 9) if done[0] else None
        assert archive.total() == (2 if done[0] else 3)
        assert archive.update().total == 3
        assert len(archive.articles()) == 3
    assert codes.count(9) > 4
    assert set(codes) <= {0, 9}


@pytest.mark.parametrize("command", ["rebuild", "rollback", "backup", "restore", "export"])
def test_what_a_full_disk_stops_says_so_and_leaves_what_was_complete(
    archive: Archive, run: Run, tmp_path: Path, command: str
) -> None:
    backup(archive.settings, tmp_path / "day.tar.gz")
    names = {"backup": ["new.tar.gz"], "restore": ["day.tar.gz"], "export": ["all.jsonl"]}
    arguments = [command, *(tmp_path / each for each in names.get(command, []))]
    for size in (0, 5, 100, 1_000, 5_000):
        with full_at(size):
            done = run(*arguments)
        if done[0] == 0:
            break
        assert_said(done, 9)
        assert {each.name for each in tmp_path.iterdir()} == {"archive", "day.tar.gz"}
    assert len(archive.articles()) >= 2
    assert archive.update().total == 3


def test_serving_goes_on_from_what_is_in_the_index(archive: Archive, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[object] = []
    monkeypatch.setattr("indexer.cli.serve.serve", served.append)
    monkeypatch.setattr("indexer.cli.serve.require_free", lambda _: None)
    with closed(archive.folder / "index"):
        code, said = run("serve")
    assert (code, len(served)) == (0, 1)
    assert "cannot be used: Permission denied" in said


def test_a_server_that_takes_articles_for_a_corpus_it_cannot_write_says_so_at_its_start(
    archive: Archive, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.cli.serve.serve", lambda _: None)
    monkeypatch.setattr("indexer.cli.serve.require_free", lambda _: None)
    assert run("serve", "--no-update") == (0, "")
    monkeypatch.setenv("COMMUNIQUE_TOKEN", "a-token-of-enough-characters")
    assert run("serve", "--no-update") == (0, "")
    with closed(archive.corpus):
        assert "no articles pushed" in run("serve", "--no-update")[1]


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EMFILE, errno.EDQUOT], ids=errno.errorcode.get)
def test_what_else_the_system_says_of_a_disk_is_passed_on(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fails(*_: object, **__: object) -> AbstractContextManager[None]:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("indexer.indexing.update.Pipeline", fails)
    assert_said(run("update"), 9 if number == errno.EDQUOT else 11)


def test_what_is_no_trouble_of_a_disk_is_not_made_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> AbstractContextManager[None]:
        raise ValueError("a mistake of ours")

    monkeypatch.setattr("indexer.indexing.update.Pipeline", fails)
    with pytest.raises(ValueError, match="a mistake of ours"):
        run("update")
