"""The engine as a server holds it: always on the generation in force."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Engine, SearchRequest
from indexer.errors import IndexBroken, IndexMissing, IndexOutdated
from indexer.fingerprint import OLDEST_READABLE, SCHEMA, Fingerprint
from indexer.generations import generations_at
from indexer.generations.live import LiveEngine, open_live
from indexer.generations.manifest import settle
from indexer.query.tree import MatchAll
from tests.engines.samples import article


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"whoosh:{tmp_path}/index"


@pytest.fixture
def live(address: str) -> Iterator[Engine]:
    with closing(open_live(address)) as engine:
        yield engine


def built(address: str, *ids: str, schema: int = SCHEMA) -> None:
    """A generation with these articles, and in force."""
    generations = generations_at(address)
    generation = generations.begin(Fingerprint(generations.scheme, "", schema).to_text())
    with closing(open_engine(generations.address(generation), create=True)) as engine, engine.writer() as writer:
        for each in ids:
            writer.replace(article(each, "Title", "words"))
    generations.switch(generation)


def test_without_a_generation_there_is_no_reader_until_there_is_one(address: str, live: Engine) -> None:
    with pytest.raises(IndexMissing):
        live.reader()
    built(address, "one")
    assert list(live.reader().ids()) == ["one"]


def test_what_is_known_of_a_generation_is_kept_until_something_is_written(address: str, live: Engine) -> None:
    built(address, "one")
    before = live.reader()
    assert live.reader().term_dictionary("any") is before.term_dictionary("any")
    with live.writer() as writer:
        writer.replace(article("two"))
    assert live.reader().term_dictionary("any") is not before.term_dictionary("any")
    assert (before.count, live.reader().count) == (1, 2)


def test_a_switch_is_followed_and_who_reads_the_former_generation_goes_on(address: str, live: Engine) -> None:
    built(address, "one")
    before = live.reader()
    built(address, "two", "three")
    after = live.reader()
    assert sorted(after.ids()) == ["three", "two"]
    assert (list(before.ids()), before.article("one")) == (["one"], article("one", "Title", "words"))
    assert [before.generation.split(".")[0], after.generation.split(".")[0]] == ["g000001", "g000002"]


def test_a_result_names_the_generation_that_its_reader_does(address: str, live: Engine) -> None:
    built(address, "one")
    reader = live.reader()
    assert reader.search(SearchRequest(MatchAll())).generation == reader.generation
    with live.writer() as writer:
        writer.delete("one")
    assert live.reader().generation != reader.generation


def test_an_engine_that_was_closed_opens_again(address: str, live: Engine) -> None:
    built(address, "one")
    live.reader()
    live.close()
    assert live.reader().count == 1


@pytest.mark.parametrize("schema", [0, OLDEST_READABLE - 1, SCHEMA + 1])
def test_a_generation_that_this_release_cannot_read_is_not_served(address: str, live: Engine, schema: int) -> None:
    built(address, "one", schema=schema)
    with pytest.raises(IndexOutdated) as raised:
        live.reader()
    assert raised.value.remedy.endswith("communique rebuild")


@pytest.mark.parametrize("schema", range(OLDEST_READABLE, SCHEMA + 1))
@pytest.mark.parametrize(("before", "now"), [("whoosh", "tantivy"), ("tantivy", "whoosh")])
def test_a_generation_answers_with_the_engine_it_was_built_with_whichever_is_set(
    tmp_path: Path, before: str, now: str, schema: int
) -> None:
    built(f"{before}:{tmp_path}/index", "one", schema=schema)
    with closing(open_live(f"{now}:{tmp_path}/index")) as live:
        assert list(live.reader().ids()) == ["one"]
        built(f"{now}:{tmp_path}/index", "two")
        assert list(live.reader().ids()) == ["two"]


def test_who_names_a_cluster_in_a_folder_is_not_believed(address: str, live: Engine) -> None:
    """A backup may come from anywhere: no address that it names is asked for an index."""
    built(address, "one")
    fingerprint = Fingerprint("opensearch:http://127.0.0.1:1", "").to_text()
    (generations_at(address).in_force().folder / "fingerprint").write_text(fingerprint)
    assert list(live.reader().ids()) == ["one"]


def test_who_runs_goes_on_when_a_newer_release_puts_its_own_index_in_force(
    address: str, live: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    built(address, "one")
    live.reader().close()
    built(address, "two", schema=SCHEMA + 1)
    for _ in range(2):
        with closing(live.reader()) as reader:
            assert list(reader.ids()) == ["one"]
    assert [record.message.partition(":")[0] for record in caplog.records] == [
        "the index was built by a newer version of the program"
    ]
    assert isinstance(live, LiveEngine)
    with pytest.raises(IndexOutdated):
        live.require_whole()
    built(address, "three")
    assert list(live.reader().ids()) == ["three"]


def test_a_damaged_generation_is_not_served(address: str, live: Engine) -> None:
    built(address, "one")
    _damage(address)
    with pytest.raises(IndexBroken):
        live.reader()


def test_the_former_generation_stands_in_for_a_damaged_one_and_it_is_said(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    built(address, "one")
    built(address, "two")
    _damage(address)
    with closing(LiveEngine(generations_at(address), stand_in=True)) as live:
        for _ in range(2):
            with closing(live.reader()) as reader:
                assert (list(reader.ids()), reader.generation.split(".")[0]) == (["one"], "g000001")
        assert len(caplog.records) == 1
        assert "g000001 is served in the place of g000002" in caplog.text
        with pytest.raises(IndexBroken):
            live.require_whole()
        built(address, "three")
        live.require_whole()
        with closing(live.reader()) as reader:
            assert list(reader.ids()) == ["three"]


def test_without_a_whole_former_generation_damage_is_said(address: str) -> None:
    built(address, "one")
    _damage(address)
    built(address, "two")
    _damage(address)
    with closing(LiveEngine(generations_at(address), stand_in=True)) as live, pytest.raises(IndexBroken):
        live.reader()


def test_damage_that_comes_later_is_found_by_the_next_look(address: str) -> None:
    built(address, "one")
    built(address, "two")
    with closing(LiveEngine(generations_at(address), stand_in=True)) as live:
        live.reader().close()
        live.require_whole()
        _damage(address)
        with pytest.raises(IndexBroken):
            live.require_whole()
        with closing(live.reader()) as reader:
            assert list(reader.ids()) == ["one"]


def test_what_is_open_goes_on_where_it_cannot_be_told_any_more_what_is_in_force(address: str) -> None:
    built(address, "one")
    with closing(LiveEngine(generations_at(address), stand_in=True)) as live:
        live.reader().close()
        generations_at(address).pointer.write_bytes(b"g00")
        with closing(live.reader()) as reader:
            assert list(reader.ids()) == ["one"]
        with pytest.raises(IndexBroken):
            live.require_whole()


def test_a_generation_in_force_without_its_index_is_broken(address: str, live: Engine) -> None:
    built(address, "one")
    shutil.rmtree(generations_at(address).in_force().index)
    with pytest.raises(IndexBroken):
        live.reader()


def _damage(address: str) -> None:
    folder = generations_at(address).in_force().folder
    settle(folder)
    largest = max((folder / "index").iterdir(), key=lambda each: each.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-1])
