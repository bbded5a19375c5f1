"""Sizes and checksums of a generation's files: kept when they are written, compared when they are read."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from indexer.errors import IndexBroken
from indexer.generations import checksum
from indexer.generations.manifest import SEARCHED, Manifest, forget, require_whole, settle, written
from indexer.indexing.catalog import Catalog

EVERYTHING = float("inf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "small").write_bytes(b"a few words")
    (tmp_path / "index" / "large").write_bytes(b"many words " * 1_000)
    (tmp_path / "catalog.sqlite").write_bytes(b"rows")
    settle(tmp_path)
    return tmp_path


def test_what_was_not_touched_is_whole(folder: Path) -> None:
    require_whole(folder, EVERYTHING)


@pytest.mark.parametrize("content", [b"a few words", b"a few wordt", b"a few word", b"", bytes(11)])
def test_only_the_same_bytes_are_whole(folder: Path, content: bytes) -> None:
    (folder / "index" / "small").write_bytes(content)
    if content == b"a few words":
        require_whole(folder, EVERYTHING)
        return
    with pytest.raises(IndexBroken, match="small") as raised:
        require_whole(folder, EVERYTHING)
    assert raised.value.remedy == "communique rebuild"


def test_a_quick_look_reads_the_smallest_files_and_all_sizes(folder: Path) -> None:
    large = folder / "index" / "large"
    large.write_bytes(b"Many words " + large.read_bytes()[11:])
    require_whole(folder, 100)
    with pytest.raises(IndexBroken, match="large is not what was written"):
        require_whole(folder, EVERYTHING)
    for content in (b"fewer", b"more words " * 2_000):
        large.write_bytes(content)
        with pytest.raises(IndexBroken, match=f"large has {len(content)} bytes, not 11000"):
            require_whole(folder, 100)


def test_a_search_does_not_mind_the_catalog(folder: Path) -> None:
    (folder / "catalog.sqlite").unlink()
    require_whole(folder, EVERYTHING, SEARCHED)
    with pytest.raises(IndexBroken, match=r"catalog\.sqlite is gone"):
        require_whole(folder, EVERYTHING)


@pytest.mark.parametrize("at", [0, 5, -20, -10, -1])
def test_a_manifest_that_is_damaged_says_so(folder: Path, at: int) -> None:
    file = folder / "manifest.json"
    raw = bytearray(file.read_bytes())
    raw[at] ^= 4
    file.write_bytes(raw)
    with pytest.raises(IndexBroken, match=r"manifest\.json is damaged"):
        require_whole(folder, EVERYTHING)


def test_a_manifest_that_has_to_be_there_is_missed(folder: Path) -> None:
    (folder / "manifest.json").unlink()
    require_whole(folder, EVERYTHING)
    with pytest.raises(IndexBroken, match=r"manifest\.json is gone"):
        require_whole(folder, EVERYTHING, kept=True)


def test_while_an_update_writes_files_come_and_go_and_none_counts_as_damaged(folder: Path) -> None:
    with written(folder):
        (folder / "index" / "small").unlink()
        (folder / "index" / "new").write_bytes(b"new")
        (folder / "catalog.sqlite").write_bytes(b"more rows")
        require_whole(folder, EVERYTHING)
        (folder / "index" / "large").write_bytes(b"cut")
        with pytest.raises(IndexBroken, match="large has 3 bytes"):
            require_whole(folder, EVERYTHING)
    require_whole(folder, EVERYTHING)
    known = Manifest.of(folder)
    assert known
    assert known.settled
    assert set(known.files) == {"index/large", "index/new", "catalog.sqlite"}


def test_an_update_that_died_leaves_no_false_alarm(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt), written(folder):
        (folder / "index" / "small").unlink()
        (folder / "index" / "large").unlink()
        (folder / "index" / "merged").write_bytes(b"both")
        raise KeyboardInterrupt
    require_whole(folder, EVERYTHING)
    with written(folder):
        pass
    (folder / "index" / "merged").write_bytes(b"Both")
    with pytest.raises(IndexBroken, match="merged"):
        require_whole(folder, EVERYTHING)


@pytest.mark.parametrize("name", ["index/meta.json", "catalog.sqlite"])
def test_what_an_update_that_died_had_rewritten_is_listed_by_the_next_one_as_it_is(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"as it was")
    settle(folder)
    with pytest.raises(KeyboardInterrupt), written(folder):
        (folder / name).write_bytes(b"as it became")
        raise KeyboardInterrupt
    with written(folder):
        (folder / "index" / "new").write_bytes(b"more words")
    require_whole(folder, EVERYTHING)


def test_what_was_damaged_before_it_was_merged_is_said_from_then_on(folder: Path) -> None:
    (folder / "index" / "small").write_bytes(b"a few wordt")
    with pytest.raises(IndexBroken, match="small was damaged"), written(folder):
        (folder / "index" / "small").unlink()
        (folder / "index" / "merged").write_bytes(b"a few wordt and more")
    with pytest.raises(IndexBroken, match="small was damaged"):
        require_whole(folder, 0)


def test_a_bit_that_flips_while_an_update_writes_elsewhere_stays_a_difference(folder: Path) -> None:
    large = folder / "index" / "large"
    before = large.stat()
    with written(folder):
        large.write_bytes(b"Many words " + large.read_bytes()[11:])
        os.utime(large, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(IndexBroken, match="large is not what was written"):
        require_whole(folder, EVERYTHING)


def test_a_newer_release_that_adds_a_table_while_it_reads_damages_nothing(tmp_path: Path) -> None:
    with closing(Catalog(tmp_path / "catalog.sqlite")) as catalog:
        catalog.database.execute("DROP TABLE pending")
    settle(tmp_path)
    Catalog(tmp_path / "catalog.sqlite").close()
    require_whole(tmp_path, EVERYTHING)


def test_what_is_forgotten_is_not_compared(folder: Path) -> None:
    forget(folder / "catalog.sqlite")
    (folder / "catalog.sqlite").write_bytes(b"other")
    require_whole(folder, EVERYTHING)


def test_a_quick_look_reads_a_file_again_when_it_was_touched_or_a_minute_has_passed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    read_whole = checksum.checksum

    def counted(path: Path) -> int:
        read.append(path)
        return read_whole(path)

    monkeypatch.setattr(checksum, "checksum", counted)
    monkeypatch.setattr("indexer.generations.checksum.time.monotonic", lambda: 120.0)
    small = folder / "index" / "small"

    def look(reading: float = 1_000) -> list[str]:
        read.clear()
        require_whole(folder, reading, SEARCHED)
        return [path.name for path in read]

    assert look() == ["small"]
    assert look() == []
    assert look(EVERYTHING) == ["small", "large"]
    os.utime(small, ns=(1, 1))
    assert look() == ["small"]
    monkeypatch.setattr("indexer.generations.checksum.time.monotonic", lambda: 180.0)
    assert look() == ["small"]


def _database(folder: Path) -> Path:
    """Of some four megabytes."""
    (folder / "catalog.sqlite").unlink()
    with closing(sqlite3.connect(folder / "catalog.sqlite")) as database, database:
        database.executescript("PRAGMA journal_mode=WAL; CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT)")
        database.executemany("INSERT INTO row VALUES (?, ?)", ((n, "x" * 1_000) for n in range(4_000)))
    settle(folder)
    return folder / "catalog.sqlite"


def _changed(file: Path, numbers: Iterable[int], text: str = "y" * 1_000) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.executemany("INSERT OR REPLACE INTO row VALUES (?, ?)", ((n, text) for n in numbers))


def test_of_a_database_only_those_pieces_are_read_that_an_update_wrote_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, read = _database(folder), list[int]()
    piece = checksum._piece

    def counted(opened: BinaryIO, number: int) -> str:
        read.append(number)
        return piece(opened, number)

    monkeypatch.setattr(checksum, "_piece", counted)
    with written(folder):
        _changed(file, [10, 3_990])
    assert 1 <= len(read) <= 4
    require_whole(folder, EVERYTHING)
    assert len(read) > 10


@pytest.mark.parametrize("rounds", [1, 40], ids=["as it grew", "begun anew on the way"])
def test_a_database_is_listed_as_it_is_however_much_of_it_was_written_to(folder: Path, rounds: int) -> None:
    file = _database(folder)
    for _ in range(3):
        with written(folder):
            for number in range(rounds):
                size = file.stat().st_size
                _changed(file, range(number * 100, number * 100 + 100), str(size) * 100)
                _changed(file, range(size, size + 50))
        require_whole(folder, EVERYTHING)
        known = Manifest.of(folder)
        assert known
        assert known.files["catalog.sqlite"] == checksum.in_pieces(file)


def test_what_somebody_else_wrote_to_a_database_before_is_listed_too(folder: Path) -> None:
    file = _database(folder)
    with closing(sqlite3.connect(file)) as another:
        another.execute("INSERT INTO row VALUES (-1, 'another')")
        another.commit()
        with written(folder):
            _changed(file, [10])
    with written(folder):
        _changed(file, [11])
    require_whole(folder, EVERYTHING)


def test_a_bit_of_a_database_that_flips_while_an_update_writes_elsewhere_stays_a_difference(folder: Path) -> None:
    file = _database(folder)
    with written(folder):
        _flip(file, 2_000_000)
        _changed(file, [10])
    with pytest.raises(IndexBroken, match=r"catalog\.sqlite is not what was written"):
        require_whole(folder, EVERYTHING)


@pytest.mark.parametrize("at", [100, 262_143, 262_144, 3_000_000, -1])
def test_each_bit_of_a_database_counts(folder: Path, at: int) -> None:
    _flip(_database(folder), at)
    with pytest.raises(IndexBroken, match=r"catalog\.sqlite is not what was written"):
        require_whole(folder, EVERYTHING)


def test_a_database_that_a_former_release_listed_as_one_piece_is_compared_and_listed_anew(folder: Path) -> None:
    file = _database(folder)
    known = Manifest.of(folder)
    assert known
    replace(known, files={**known.files, "catalog.sqlite": checksum.whole(file)}).save(folder)
    require_whole(folder, EVERYTHING)
    with written(folder):
        _changed(file, [10])
    require_whole(folder, EVERYTHING)
    _flip(file, -1)
    with pytest.raises(IndexBroken):
        require_whole(folder, EVERYTHING)


def _flip(file: Path, at: int) -> None:
    raw = bytearray(file.read_bytes())
    raw[at] ^= 1
    file.write_bytes(raw)
