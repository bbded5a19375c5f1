"""What an update takes, in which order it becomes visible, and what is told of an article that is there twice."""

import json
import os
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from itertools import count
from pathlib import Path

import pytest

from indexer.indexing.catalog import Pending
from indexer.indexing.inspection import inspect
from indexer.indexing.progress import Summary
from indexer.indexing.update import dry_run, update
from tests.archive import PAST, Archive, line, story
from tests.engines.samples import article

TWICE = "the same article twice in this file"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def _line(title: str, key: str = "n-1", text: str = "The council met in Minsk and heard a long report.") -> str:
    return json.dumps({"id": key, "title": title, "date": "2019-02-07", "text": text})


def test_of_an_article_twice_in_one_file_the_first_is_taken_and_the_second_named(archive: Archive) -> None:
    lines = [_line("Pilots"), _line("Lights", "n-2"), _line("Pilots again")]
    archive.write("lines.jsonl", "\n".join(lines))
    archive.write("list.json", f"[{','.join(lines)}]")
    summary = archive.update()
    assert (summary.added, summary.changed, summary.rejected) == (4, 0, 2)
    assert archive.titles() == {"Pilots", "Lights"}
    assert archive.rejected() == {"lines.jsonl [Pilots again]": TWICE, "list.json [Pilots again]": TWICE}


def test_the_first_of_two_is_kept_when_the_file_changes_elsewhere(archive: Archive) -> None:
    lines = [_line("Pilots"), _line("Pilots again")]
    archive.write("many.jsonl", "\n".join(lines))
    archive.update()
    archive.write("many.jsonl", "\n".join([*lines, _line("Lights", "n-2")]), age=-1)
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed, summary.unchanged) == (1, 0, 0, 1)
    assert archive.titles() == {"Pilots", "Lights"}
    assert archive.rejected() == {"many.jsonl [Pilots again]": TWICE}


def test_the_second_of_two_is_taken_once_it_stands_first(archive: Archive) -> None:
    first, second = _line("Pilots"), _line("Pilots again")
    archive.write("many.jsonl", f"{first}\n{second}\n")
    archive.update()
    archive.write("many.jsonl", f"{second}\n{first}\n", age=-1)
    assert archive.update().changed == 1
    assert archive.titles() == {"Pilots again"}
    assert archive.rejected() == {"many.jsonl [Pilots]": TWICE}


def test_the_second_of_two_is_taken_where_the_first_cannot_be_read(archive: Archive) -> None:
    archive.write("many.jsonl", f"{_line('', text='© 2018')}\n{_line('Pilots again')}\n")
    summary = archive.update()
    assert (summary.added, summary.rejected) == (1, 1)
    assert archive.titles() == {"Pilots again"}


def test_of_an_article_in_two_files_the_one_of_the_later_name_is_taken_and_the_other_told(archive: Archive) -> None:
    story = {"text": "The council met in Minsk.", "url": "https://example.org/story"}
    archive.write("a.json", json.dumps({"title": "Pilots", **story}))
    archive.write("b.json", json.dumps({"title": "Pilots " * 20, **story}))
    archive.update()
    assert archive.titles() == {("Pilots " * 20).strip()}
    assert archive.rejected() == {f"a.json [{('Pilots ' * 20)[:80]}]": "an older state of the article in b.json"}


@dataclass
class Watched:
    """Progress that notes what it is told, and how many articles are to be seen meanwhile."""

    archive: Archive
    told: list[tuple[object, ...]] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)

    def begin(self, files: int, size: int) -> None:
        self.told.append((files, size))

    def advance(self, path: str, size: int) -> None:
        self.told.append((path, size))
        self.seen.append(self.archive.total())


def test_progress_is_told_of_each_file_and_its_bytes(archive: Archive) -> None:
    size = archive.write("known.txt").stat().st_size
    archive.update()
    sizes = {name: archive.write(name).stat().st_size for name in ("a.txt", "b.txt")}
    lines = archive.write("c.jsonl", "".join(_line("Pilots", f"n-{number}") + "\n" for number in range(200)))
    watched = Watched(archive)
    update(archive.settings, watched)
    assert watched.told[0] == (3, sum(sizes.values()) + lines.stat().st_size)
    assert watched.told[1:3] == list(sizes.items())
    parts = watched.told[3:]
    assert {path for path, _ in parts} == {"c.jsonl"}
    assert size < sum(int(str(part)) for _, part in parts) <= lines.stat().st_size


def test_what_is_read_becomes_visible_in_commits_of_the_size_that_is_set(archive: Archive) -> None:
    for number in range(7):
        archive.write(f"{number}.txt")
    watched = Watched(archive)
    archive.write("0.txt")
    update(archive.settings, None)
    for number in range(7):
        archive.write(f"new-{number}.txt")
    update(archive.settings.changed(batch=3), watched)
    assert watched.seen == [7, 7, 7, 10, 10, 10, 13]
    assert archive.total() == 14


def test_a_commit_has_a_hundredth_of_a_large_archive(archive: Archive) -> None:
    archive.write("there.jsonl", "\n".join(line(number) for number in range(300)))
    archive.update()
    for number in range(7):
        archive.write(f"{number}.txt")
    watched = Watched(archive)
    update(archive.settings.changed(batch=1), watched)
    assert watched.seen == [300, 300, 300, 303, 303, 303, 306]


def test_what_was_rejected_in_one_part_of_a_file_is_listed_after_all_of_it_was_read(archive: Archive) -> None:
    lines = [_line("", "n-0", text="© 2018"), *(_line("Pilots", f"n-{number}") for number in range(1, 200))]
    archive.write("many.jsonl", "\n".join(lines))
    summary = update(archive.settings.changed(batch=10))
    assert (summary.added, summary.rejected) == (199, 1)
    assert len(archive.rejected()) == 1


def test_a_file_that_is_still_rejected_is_listed_with_the_reason_of_today(archive: Archive) -> None:
    archive.write("a.json", "")
    archive.update()
    before = archive.rejected()
    archive.write("a.json", "{", age=-5)
    archive.update()
    assert archive.rejected().keys() == before.keys()
    assert archive.rejected() != before


def test_an_article_moves_to_another_file_in_one_update(archive: Archive) -> None:
    page = json.dumps({"title": "One story", "text": "The council met in Minsk.", "url": "https://example.org/story"})
    archive.write("b.json", page)
    archive.update()
    (archive.corpus / "b.json").rename(archive.corpus / "a.json")
    assert archive.update().rejected == 0
    assert list(archive.articles()) == ["a.json"]
    assert archive.update().unchanged == 1


def test_what_a_crash_left_in_the_index_unknown_to_the_catalog_is_taken_out(archive: Archive) -> None:
    archive.write("alpha.txt")
    archive.update()
    with archive.killed_update(), closing(archive.catalog()) as catalog, closing(archive.open()) as engine:
        with engine.writer() as writer:
            writer.replace(article("stray", "Stray", "council"))
        with catalog.transaction():
            catalog.begin_commit([Pending("stray", "gone.txt")])
    archive.update()
    assert archive.titles() == {"Council hears report about alpha"}


def test_an_article_that_a_crash_kept_out_of_the_index_is_read_again(archive: Archive) -> None:
    archive.write("alpha.txt")
    archive.update()
    known = archive.articles()["alpha.txt"].id
    with archive.killed_update(), closing(archive.catalog()) as catalog, closing(archive.open()) as engine:
        with engine.writer() as writer:
            writer.delete(known)
        with catalog.transaction():
            catalog.begin_commit([Pending(known, "alpha.txt")])
    archive.update()
    assert archive.titles() == {"Council hears report about alpha"}
    summary = archive.update()
    assert (summary.changed, summary.unchanged) == (0, 1)


def test_articles_are_counted_by_year_and_files_by_format(archive: Archive) -> None:
    archive.write("alpha.txt", story("alpha", date="24.11.2016"))
    archive.write("many.jsonl", "".join(_line("Pilots", f"n-{number}") + "\n" for number in range(3)))
    archive.update()
    with closing(archive.catalog()) as catalog:
        assert catalog.counts("year") == {"2019": 3, "2016": 1}
        assert catalog.counts("format") == {"jsonl": 1, "text": 1}


def test_a_repeat_that_is_gone_is_no_longer_counted(archive: Archive) -> None:
    archive.write("a.txt", story("alpha"))
    archive.write("b.txt", story("alpha"))
    assert archive.update().duplicates == 1
    (archive.corpus / "b.txt").unlink()
    assert archive.update().duplicates == 0


@pytest.mark.parametrize(
    ("summary", "did"),
    [
        (Summary(0, 0, 0, 9, 9, 1.0, 9), False),
        (Summary(1, 0, 0, 0, 0, 1.0), True),
        (Summary(0, 1, 0, 0, 0, 1.0), True),
        (Summary(0, 0, 1, 0, 0, 1.0), True),
        (Summary(0, 0, 0, 9, 0, 1.0, reason="the authority files"), True),
    ],
    ids=["nothing", "added", "changed", "removed", "built anew"],
)
def test_an_update_did_something_where_the_index_is_another_one_than_before(summary: Summary, did: bool) -> None:
    assert summary.did_something == did


def test_a_file_over_the_bound_is_not_told_to_be_read(archive: Archive) -> None:
    archive.write("large.txt", "The council met. " * 100_000)
    settings = archive.settings.changed(max_file_mb=1)
    assert update(settings).rejected == 1
    assert dry_run(settings).read == ()


def test_an_article_whose_file_can_no_longer_be_taken_leaves_the_index(archive: Archive) -> None:
    archive.write("large.json", json.dumps({"title": "Large", "text": "The council met.", "more": "x" * 1_100_000}))
    assert archive.update().added == 1
    settings = archive.settings.changed(max_file_mb=1)
    summary = update(settings)
    assert (summary.removed, summary.rejected) == (1, 1)
    assert archive.total() == 0
    assert archive.update().added == 1


def test_what_was_rejected_of_a_file_stays_listed_where_only_its_time_is_another(archive: Archive) -> None:
    lines = _line("Pilots") + "\n{\n"
    archive.write("many.jsonl", lines)
    archive.write("list.json", f"[{_line('Lights', 'n-2')}, {_line('', 'n-3', text='© 2018')}]")
    archive.update()
    before = archive.rejected()
    assert len(before) == 2
    for path in ("many.jsonl", "list.json"):
        os.utime(archive.corpus / path, (PAST + 60, PAST + 60))
    assert archive.update().rejected == 2
    assert archive.rejected() == before


def test_what_a_later_commit_brings_is_newer_than_what_was_to_be_seen_before(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = count()

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(2020, 1, 1, next(hours), tzinfo=tz)

    monkeypatch.setattr("indexer.indexing.pipeline.datetime", Clock)
    for name in ("a.txt", "b.txt", "c.txt"):
        archive.write(name)
    update(archive.settings.changed(batch=1))
    times = [found.updated for _, found in sorted(archive.articles().items())]
    assert times == sorted(set(times))
    assert times[0] == "2020-01-01T00:00:00+00:00"


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_update_that_finds_nothing_new_writes_nothing(tmp_path: Path, engine: str) -> None:
    archive = Archive(tmp_path, engine)
    archive.write("alpha.txt")
    archive.write("rejected.pdf", b"no such thing")
    archive.update()
    before = _stamps(archive)
    assert archive.update().unchanged == 1
    assert _stamps(archive) == before


def _stamps(archive: Archive) -> dict[Path, tuple[int, int]]:
    stats = {file: file.stat() for file in (archive.folder / "index" / "g000001").rglob("*")}
    return {file: (stat.st_ino, stat.st_mtime_ns) for file, stat in stats.items() if file.is_file()}


def test_an_update_that_finds_nothing_new_settles_what_a_killed_one_left(archive: Archive) -> None:
    archive.write("alpha.txt")
    archive.update()
    with archive.killed_update():
        pass
    assert not inspect(archive.settings).settled
    archive.update()
    assert inspect(archive.settings).settled


def test_what_was_said_of_a_file_that_was_never_taken_goes_with_it(archive: Archive) -> None:
    archive.write("alpha.txt")
    (archive.corpus / "pipe.txt").symlink_to("nowhere.txt")
    assert archive.update().rejected == 1
    (archive.corpus / "pipe.txt").unlink()
    assert archive.update().rejected == 0
    assert (inspect(archive.settings).problems, inspect(archive.settings).settled) == ((), True)
