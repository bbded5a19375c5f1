"""What an update may take away unasked, and what it holds still for."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.errors import RemovalsHeld
from indexer.generations import generations_at
from indexer.indexing.removals import ANY
from indexer.indexing.update import dry_run, rebuild, update
from tests.archive import PAST, Archive, line, story

LINES = 30
FILES = ("2018/a.txt", "2019/01/b.txt", "2019/c.txt", "2020/d.txt", "e.txt", "f.txt")


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """36 articles, 30 of them in one file; tests work on copies."""
    archive = Archive(tmp_path_factory.mktemp("beginning"))
    for name in FILES:
        archive.write(name)
    archive.write("2020/refused.jpg", b"\xff\xd8")
    archive.write("refused/refused.jpg", b"\xff\xd8")
    archive.write("lines/many.jsonl", "".join(map(line, range(LINES))))
    assert archive.update().total == LINES + len(FILES)
    return archive


@pytest.fixture
def archive(tmp_path: Path, beginning: Archive) -> Archive:
    return beginning.copied_to(tmp_path)


def empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink() if path.is_file() else shutil.rmtree(path)


def leave_what_is_hidden(folder: Path) -> None:
    empty(folder)
    (folder / ".lost").mkdir()
    (folder / ".lost" / "g.txt").write_text(story("g"))
    (folder / ".DS_Store").write_bytes(b"")


def leave_empty_folders(folder: Path) -> None:
    empty(folder)
    (folder / "lost+found" / "more").mkdir(parents=True)


WAYS: list[Callable[[Path], None]] = [shutil.rmtree, empty, leave_what_is_hidden, leave_empty_folders]


def held(archive: Archive, change: Callable[..., object] = update) -> RemovalsHeld:
    before, generation = archive.articles(), generations_at(archive.settings.index).in_force()
    with pytest.raises(RemovalsHeld) as caught:
        change(archive.settings)
    assert archive.articles() == before
    assert generations_at(archive.settings.index).all() == [generation]
    assert "--allow-removals" in caught.value.remedy
    return caught.value


@pytest.mark.parametrize(("way", "change"), [(empty, update), (leave_what_is_hidden, update), (empty, rebuild)])
def test_an_empty_corpus_takes_nothing_away(
    archive: Archive, way: Callable[[Path], None], change: Callable[..., object]
) -> None:
    way(archive.corpus)
    assert str(held(archive, change)).startswith(
        "36 of 36 articles would be taken away (36 in the folder of the corpus"
    )


@pytest.mark.parametrize(
    ("way", "folder"), [*((way, "2019") for way in WAYS), (shutil.rmtree, "2018"), (empty, "2019/01")]
)
def test_a_folder_that_is_missing_or_empty_is_held_for_however_little_it_held(
    archive: Archive, folder: str, way: Callable[[Path], None]
) -> None:
    way(archive.corpus / folder)
    assert f" in the folder {folder}, which is missing or empty)" in str(held(archive))


def test_a_folder_in_which_only_refused_files_are_left_is_as_good_as_empty(archive: Archive) -> None:
    (archive.corpus / "2020" / "d.txt").unlink()
    assert "the folder 2020" in str(held(archive))


def test_what_is_pushed_into_a_corpus_that_is_not_there_is_no_corpus(archive: Archive) -> None:
    empty(archive.corpus)
    archive.write("pushed/g.txt")
    assert "the folder of the corpus" in str(held(archive))


def test_a_folder_without_an_article_may_go(archive: Archive) -> None:
    shutil.rmtree(archive.corpus / "refused")
    assert archive.update().removed == 0


def test_some_files_of_a_folder_may_go_and_others_come_in_their_places(archive: Archive) -> None:
    (archive.corpus / "2019" / "c.txt").unlink()
    (archive.corpus / "2018" / "a.txt").unlink()
    archive.write("2018/another.txt")
    assert archive.update().removed == 2


def test_with_the_option_all_may_go(archive: Archive) -> None:
    empty(archive.corpus)
    assert update(archive.settings.changed(removals_percent=ANY)).removed == 36
    assert archive.total() == 0


@pytest.mark.parametrize("change", [update, rebuild])
def test_folders_that_lie_elsewhere_now_are_not_gone(archive: Archive, change: Callable[..., object]) -> None:
    for folder in ("2018", "2019", "lines"):
        (archive.corpus / "moved").mkdir(exist_ok=True)
        (archive.corpus / folder).rename(archive.corpus / "moved" / folder)
    change(archive.settings)
    assert set(archive.articles()) == {
        *("moved/2018/a.txt", "moved/2019/01/b.txt", "moved/2019/c.txt", "moved/lines/many.jsonl"),
        *("2020/d.txt", "e.txt", "f.txt"),
    }
    assert archive.total() == 36


def test_what_of_a_folder_is_found_nowhere_is_held_for(archive: Archive) -> None:
    (archive.corpus / "2019").rename(archive.corpus / "moved")
    archive.write("moved/c.txt", story("something else"))
    assert str(held(archive)).startswith("1 of 36 articles")


def test_a_copy_that_was_there_before_does_not_make_up_for_what_is_gone(archive: Archive) -> None:
    archive.write("copy/a.txt", story("2018/a.txt"))
    archive.update()
    shutil.rmtree(archive.corpus / "2018")
    assert str(held(archive)).startswith("1 of 37 articles")


def test_an_article_that_another_file_waits_to_give_is_not_gone(archive: Archive) -> None:
    page = json.dumps({"title": "One story", "text": "The council met.", "url": "https://example.org/story"})
    for folder in ("one", "two"):
        archive.write(f"{folder}/story.json", page)
    archive.update()
    shutil.rmtree(archive.corpus / "one")
    archive.update()
    assert archive.titles("story") == {"One story"}


CUT: dict[str, str] = {
    "cut": "".join(map(line, range(15))),
    "empty": "",
    "of another kind": "<html>",
    "broken": "{" * 100,
    "of lines with nothing to read": "".join(
        json.dumps({"id": f"n-{number}", "title": "", "text": "© 2018"}) + "\n" for number in range(LINES)
    ),
    "of other articles": "".join(line(number, "Another.") for number in range(100, 150)),
}


@pytest.mark.parametrize("content", CUT.values(), ids=CUT.keys())
def test_articles_are_counted_and_not_files(archive: Archive, content: str) -> None:
    archive.write("lines/many.jsonl", content, age=-5)
    assert "in lines/many.jsonl)" in str(held(archive))


def test_a_rebuild_counts_them_too(archive: Archive) -> None:
    archive.write("lines/many.jsonl", CUT["cut"], age=-5)
    assert "in lines/many.jsonl)" in str(held(archive, rebuild))


KEPT: dict[str, str] = {
    "with a line less": "".join(map(line, range(1, LINES))),
    "in another order": "".join(map(line, reversed(range(LINES)))),
    "with other texts": "".join(line(number, "Pilots flew.") for number in range(LINES)),
    "with new lines": "".join(map(line, range(2 * LINES))),
}


@pytest.mark.parametrize("content", KEPT.values(), ids=KEPT.keys())
def test_a_file_that_still_holds_its_articles_is_read(archive: Archive, content: str) -> None:
    archive.write("lines/many.jsonl", content, age=-5)
    assert archive.update().total >= 35


def test_lines_that_are_in_another_file_now_are_not_gone(archive: Archive) -> None:
    archive.write("lines/many.jsonl", line(0), age=-5)
    archive.write("lines/more.jsonl", "".join(map(line, range(1, LINES))))
    assert archive.update().total == 36


def test_files_of_which_only_the_time_is_another_hold_what_they_held(archive: Archive) -> None:
    for path in archive.corpus.rglob("*.*"):
        os.utime(path, (PAST + 60, PAST + 60))
    assert archive.update().unchanged == 36


@pytest.mark.parametrize(("files", "gone", "holds"), [(50, 10, False), (49, 10, True), (12, 9, False)])
def test_more_than_a_fifth_is_too_much_where_it_is_ten_articles_or_more(
    tmp_path: Path, files: int, gone: int, holds: bool
) -> None:
    archive = Archive(tmp_path)
    archive.write("many.jsonl", "".join(map(line, range(files))))
    archive.update()
    archive.write("many.jsonl", "".join(map(line, range(gone, files))), age=-5)
    assert bool(dry_run(archive.settings).held) == holds
    assert bool(dry_run(archive.settings.changed(removals_percent=10)).held) == (gone == 10)


@pytest.mark.parametrize("rule", ["extractor", "authority"])
def test_an_index_that_is_built_anew_as_rules_changed_replaces_no_larger_one(archive: Archive, rule: str) -> None:
    generation = generations_at(archive.settings.index).in_force()
    known = json.loads(generation.fingerprint)
    (generation.folder / "fingerprint").write_text(json.dumps({**known, rule: "before" if rule == "authority" else 0}))
    empty(archive.corpus)
    assert "36 of 36" in str(held(archive))


@pytest.mark.parametrize("trouble", ["a scribble", "another form"])
def test_a_rebuild_without_a_catalog_to_compare_counts_what_is_in_force(archive: Archive, trouble: str) -> None:
    generation = generations_at(archive.settings.index).in_force()
    if trouble == "a scribble":
        generation.catalog.write_bytes(b"scribbled over" * 500)
    else:
        (generation.folder / "fingerprint").write_text(json.dumps({**json.loads(generation.fingerprint), "schema": 0}))
    empty(archive.corpus)
    with pytest.raises(RemovalsHeld, match="36 of 36"):
        archive.rebuild()
    assert generations_at(archive.settings.index).all() == [generation]


def test_a_disk_that_goes_while_the_index_is_built_anew_is_noticed_before_the_switch(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(address: str, *, create: bool = False) -> object:
        shutil.rmtree(archive.corpus / "2018", ignore_errors=True)
        return open_engine(address, create=create)

    monkeypatch.setattr("indexer.indexing.update.open_engine", gone)
    assert "the folder 2018" in str(held(archive, rebuild))


def test_the_next_update_goes_on_when_the_folder_is_back(archive: Archive) -> None:
    (archive.corpus / "2019").rename(archive.folder / "away")
    archive.write("g.txt")
    held(archive)
    (archive.folder / "away").rename(archive.corpus / "2019")
    summary = archive.update()
    assert (summary.added, summary.removed, summary.total) == (1, 0, 37)


def test_a_dry_run_says_what_would_be_held(archive: Archive) -> None:
    assert dry_run(archive.settings).held is None
    shutil.rmtree(archive.corpus / "2018")
    plan = dry_run(archive.settings)
    assert plan.removed == ("2018/a.txt",)
    assert "1 of 36 articles" in str(plan.held)


def test_an_ordinary_update_looks_into_no_file_before(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.indexing.workers.Workers.outlines", lambda *_: pytest.fail("it looked"))
    archive.write("e.txt", story("e", "Pilots flew."), age=-5)
    archive.write("g.txt")
    (archive.corpus / "f.txt").unlink()
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed) == (1, 1, 1)
    with closing(archive.catalog()) as catalog:
        assert catalog.article_count() == 36


@pytest.mark.parametrize("more", ["", line(LINES), "\n" + line(LINES)], ids=["nothing", "a line", "two"])
def test_a_file_of_many_articles_that_only_grew_is_not_looked_into(
    archive: Archive, more: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive.corpus / "lines" / "many.jsonl"
    archive.write("lines/many.jsonl", path.read_text() + more, age=-5)
    monkeypatch.setattr("indexer.indexing.workers.Workers.outlines", lambda *_: iter(()))
    assert dry_run(archive.settings).held is None
    archive.write("lines/many.jsonl", path.read_text()[1:] + more, age=-10)
    assert dry_run(archive.settings).held
