import json
import os
import time
from pathlib import Path

import pytest

from indexer.article import Article, Provenance
from indexer.errors import IndexBroken, IndexMissing
from indexer.generations import generations_at
from indexer.generations.lock import writer_lock
from indexer.indexing.batch import Batch
from indexer.indexing.update import dry_run
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.outcome import Ingested
from tests.archive import PAST, Archive, story


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    for name in ("alpha.txt", "beta.txt", "un/gamma.txt"):
        archive.write(name)
    return archive


def _line(number: int, text: str = "The council met in Minsk and heard a long report.") -> str:
    record = {"id": f"n-{number}", "title": f"Item number {number}", "date": "2019-02-07", "text": text}
    return json.dumps(record) + "\n"


def test_the_first_update_takes_every_file(archive: Archive) -> None:
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed, summary.unchanged, summary.rejected) == (3, 0, 0, 0, 0)
    assert archive.titles("alpha") == {"Council hears report about alpha"}


def test_an_update_without_changes_changes_nothing(archive: Archive) -> None:
    archive.update()
    with_index = archive.articles()
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed, summary.unchanged) == (0, 0, 0, 3)
    assert archive.articles() == with_index


def test_a_changed_file_replaces_its_article(archive: Archive) -> None:
    archive.update()
    archive.write("alpha.txt", story("alpha", "A helicopter was shown."), age=-5)
    summary = archive.update()
    assert (summary.added, summary.changed, summary.unchanged) == (0, 1, 2)
    assert archive.titles("helicopter") == {"Council hears report about alpha"}


def test_a_touched_file_with_the_same_bytes_is_unchanged(archive: Archive) -> None:
    archive.update()
    os.utime(archive.corpus / "alpha.txt", (PAST + 60, PAST + 60))
    assert archive.update().unchanged == 3
    assert dry_run(archive.settings).unchanged == 3


def test_a_change_that_keeps_size_and_time_of_a_young_file_is_seen(archive: Archive) -> None:
    file = archive.write("alpha.txt", story("alpha", "A helicopter."))
    young = time.time_ns() + 60_000_000_000  # by a clock that is ahead, so that it is young whenever it is read
    os.utime(file, ns=(young, young))
    archive.update()
    file.write_text(story("alpha", "A submarine. "))
    os.utime(file, ns=(young, young))
    archive.update()
    assert archive.titles("submarine") == {"Council hears report about alpha"}


def test_a_removed_file_leaves_the_index(archive: Archive) -> None:
    archive.update()
    (archive.corpus / "beta.txt").unlink()
    assert archive.update().removed == 1
    assert archive.titles("beta") == set()


def test_a_renamed_file_is_the_article_it_was(archive: Archive) -> None:
    archive.update()
    before = archive.articles()["beta.txt"]
    (archive.corpus / "beta.txt").rename(archive.corpus / "delta.txt")
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed, summary.total) == (0, 1, 0, 3)
    assert archive.articles()["delta.txt"].id == before.id


def test_only_the_changed_lines_of_a_file_of_many_articles_are_read_again(archive: Archive) -> None:
    lines = [_line(number) for number in range(100)]
    archive.write("many.jsonl", "".join(lines))
    assert archive.update().added == 103
    lines[7] = _line(7, "A helicopter was shown to the council.")
    archive.write("many.jsonl", "".join([*lines[:50], *lines[60:], _line(200)]), age=-5)
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed) == (1, 1, 10)
    assert archive.titles("helicopter") == {"Item number 7"}


def test_a_bad_line_is_rejected_alone_with_its_number(archive: Archive) -> None:
    archive.write("many.jsonl", _line(1) + '{"title": \n' + _line(3))
    assert archive.update().added == 5
    assert archive.rejected() == {"many.jsonl [line 2]": "not JSON (Expecting value: line 1 column 11 (char 10))"}


def test_long_articles_are_written_before_many_of_them_wait_in_memory() -> None:
    batch, text = Batch(), "quay " * 400_000
    for number in range(4):
        assert not batch.is_full(1_000)
        article = Article(f"a-{number}", "", text, Provenance("a.jsonl", "", "", ""))
        batch.write(Ingested(article, "", sketch("")))
    assert batch.is_full(1_000)


def test_a_rejected_file_is_tried_again_only_when_it_changes(archive: Archive) -> None:
    archive.write("empty.txt", "")
    assert archive.update().rejected == 1
    assert dry_run(archive.settings).read == ()
    archive.write("empty.txt", story("no longer empty"), age=-5)
    summary = archive.update()
    assert (summary.added, summary.rejected) == (1, 0)


def test_a_rejected_file_that_vanishes_is_no_longer_listed(archive: Archive) -> None:
    archive.write("empty.txt", "")
    (archive.corpus / "link.txt").symlink_to("/etc/hostname")
    assert archive.update().rejected == 2
    (archive.corpus / "empty.txt").unlink()
    (archive.corpus / "link.txt").unlink()
    assert archive.update().rejected == 0


def test_an_article_that_two_files_have_is_taken_once_and_passes_on(archive: Archive) -> None:
    page = json.dumps({"title": "One story", "text": "The council met in Minsk.", "url": "https://example.org/story"})
    archive.write("a.json", page)
    archive.write("b.json", page)
    assert archive.update().rejected == 1
    assert "the same article as in a.json" in str(archive.rejected())
    (archive.corpus / "a.json").unlink()
    assert archive.update().rejected == 0
    assert archive.titles("story") == {"One story"}


def test_a_link_to_another_file_of_the_corpus_is_an_article_of_its_own(archive: Archive) -> None:
    archive.update()
    file = archive.corpus / "beta.txt"
    file.unlink()
    file.symlink_to("alpha.txt")
    archive.update()
    assert archive.articles()["beta.txt"].title == "Council hears report about alpha"


def test_a_dry_run_says_what_would_be_read_and_changes_nothing(archive: Archive) -> None:
    with pytest.raises(IndexMissing):
        dry_run(archive.settings)
    archive.update()
    archive.write("delta.txt")
    (archive.corpus / "alpha.txt").unlink()
    plan = dry_run(archive.settings)
    assert ([entry.path for entry in plan.read], plan.removed, plan.unchanged) == (["delta.txt"], ("alpha.txt",), 2)
    assert archive.titles("delta") == set()


def test_a_second_update_at_once_is_refused_and_nothing_is_lost(archive: Archive) -> None:
    lock = generations_at(archive.settings.index).lock
    with writer_lock(lock, "test"), pytest.raises(Exception, match="is being written by process"):
        archive.update()
    assert archive.update().added == 3


def test_an_article_that_repeats_another_points_to_the_first_published(archive: Archive) -> None:
    archive.write("late.txt", LONG.format(stamp="09.03.2019", year="2019"))
    before = archive.update().duplicates
    assert archive.articles()["late.txt"].duplicate_of == ""
    archive.write("early.txt", LONG.format(stamp="01.03.2019", year="2019"))
    assert archive.update().duplicates == before + 1
    found = archive.articles()
    assert found["late.txt"].duplicate_of == found["early.txt"].id
    assert found["late.txt"].similarity > 0.9
    (archive.corpus / "early.txt").unlink()
    archive.update()
    assert archive.articles()["late.txt"].duplicate_of == ""


LONG = """Border officers of six states train together in the mountains

{stamp}

Officers of six states trained together for ten days in the mountains near the border, the organisers said.

They practised the search for lost hikers, the transport of injured people down steep slopes and the work with dogs
that had been brought from two training centres. Every group was led by an officer of another state, so that commands
had to be given in a common language. On the last day the groups met an imagined avalanche, and all twelve missing dolls
were found within three hours. The training was held for the fourth time since the states agreed on it in {year}, and
the next one is planned in the lowlands, where rivers take the place of slopes.
"""


def test_an_article_keeps_the_time_of_its_last_change_through_updates_and_rebuilds(archive: Archive) -> None:
    archive.update()
    first = {path: article.updated for path, article in archive.articles().items()}
    assert all(first.values())
    time.sleep(1.1)
    archive.write("alpha.txt", story("alpha", "A helicopter was shown."), age=-5)
    archive.update()
    archive.rebuild()
    then = {path: article.updated for path, article in archive.articles().items()}
    assert then["alpha.txt"] > first["alpha.txt"]
    assert then["beta.txt"] == first["beta.txt"]


def test_a_catalog_that_cannot_be_read_is_said_and_mended_by_a_rebuild(archive: Archive) -> None:
    archive.update()
    generations_at(archive.settings.index).in_force().catalog.write_bytes(b"scribbled over" * 500)
    with pytest.raises(IndexBroken, match="cannot be read") as caught:
        archive.update()
    assert caught.value.remedy == "communique rebuild"
    assert archive.rebuild().added == 3
    assert len(archive.titles()) == 3
