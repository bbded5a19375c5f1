"""An index in a folder: kept, shared between processes, written by one, and whole whatever happens to the writer."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Engine, SearchRequest
from indexer.errors import IndexBroken, IndexBusy, IndexMissing, SettingsError
from indexer.query.tree import And, MatchAll
from tests.conftest import Opened
from tests.engines.samples import ALL_FACETS, ARTICLES, article, exact, filled, found, phrase

BATCH = 50
WRITES_BATCHES = f"""
import sys
from indexer.engines import open_engine
from tests.engines.samples import article
engine = open_engine(sys.argv[1])
number = engine.reader().count
while True:
    with engine.writer() as writer:
        for _ in range({BATCH}):
            number += 1
            writer.replace(article(f"a{{number}}", f"Title {{number}}", "old words and new words " * 20, "2016"))
    print("committed", flush=True)
"""
HOLDS_THE_WRITER = """
import sys
from indexer.engines import open_engine
with open_engine(sys.argv[1]).writer():
    print("writing", flush=True)
    sys.stdin.read()
"""


def child(program: str, address: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", program, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_an_index_is_there_when_opened_again(address: str, opened: Opened) -> None:
    engine = opened(address, create=True)
    before = filled(engine).search(SearchRequest(MatchAll(), facets=ALL_FACETS))
    engine.close()
    reader = opened(address).reader()
    assert reader.search(SearchRequest(MatchAll(), facets=ALL_FACETS)) == before
    assert found(reader, phrase("ferry council")) == {"ferry"}


def test_creating_where_an_index_is_opens_it(address: str, opened: Opened) -> None:
    filled(opened(address, create=True))
    assert opened(address, create=True).reader().count == len(ARTICLES)


def test_no_index_is_said_with_its_remedy(address: str) -> None:
    with pytest.raises(IndexMissing) as raised:
        open_engine(address)
    assert raised.value.remedy == "communique update"


@pytest.mark.parametrize("wrong", ["", "whoosh", "whoosh:", "lucene:var/index", "var/index"])
def test_an_address_that_is_none_is_said_with_its_remedy(wrong: str) -> None:
    with pytest.raises(SettingsError) as raised:
        open_engine(wrong)
    assert raised.value.remedy


def test_a_missing_library_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith("indexer.engines.tantivy.engine")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(SettingsError) as raised:
        open_engine("tantivy:var/index")
    assert raised.value.remedy == "pip install 'communique[tantivy]'"


def test_every_file_is_inside_the_folder(address: str, opened: Opened) -> None:
    folder = Path(address.partition(":")[2])
    filled(opened(address, create=True))
    assert [entry.name for entry in folder.parent.iterdir()] == [folder.name]


def test_damage_is_said_with_its_remedy(address: str, opened: Opened) -> None:
    folder = Path(address.partition(":")[2])
    filled(opened(address, create=True))
    for file in folder.iterdir():
        if file.is_file():
            file.write_bytes(b"not what it was")
    with pytest.raises(IndexBroken) as raised:
        opened(address).reader()
    assert raised.value.remedy == "communique rebuild"


def test_a_generation_changes_with_each_commit_and_only_then(engine: Engine) -> None:
    seen = [engine.reader().generation]
    for each in ARTICLES:
        with engine.writer() as writer:
            writer.replace(each)
        assert engine.reader() is engine.reader()
        seen.append(engine.reader().generation)
    assert len(set(seen)) == len(seen)
    with engine.writer():
        pass
    assert engine.reader().generation == seen[-1]


def test_an_error_while_writing_changes_nothing(engine: Engine) -> None:
    before = filled(engine)
    with pytest.raises(ZeroDivisionError), engine.writer() as writer:
        writer.delete("ferry")
        writer.replace(article("new"))
        raise ZeroDivisionError
    assert engine.reader().generation == before.generation
    assert found(engine.reader(), MatchAll()) == {each.id for each in ARTICLES}
    with engine.writer() as writer:
        writer.replace(article("new"))
    assert engine.reader().count == len(ARTICLES) + 1


def test_a_reader_keeps_its_generation_while_others_write(engine: Engine) -> None:
    before = filled(engine)
    with engine.writer() as writer:
        writer.delete("ferry")
        writer.replace(article("lind", "Changed"))
    for _ in range(5):
        with engine.writer() as writer:
            writer.replace(article("more", "More"))
    assert found(before, phrase("ferry council")) == {"ferry"}
    assert before.article("ferry") == ARTICLES[0]
    assert [each.term for each in before.terms("person", "ada", 5)] == ["ada"]
    assert before.count == len(ARTICLES)
    assert found(engine.reader(), phrase("ferry council")) == set()


def test_a_replaced_article_is_there_once_and_a_deleted_one_nowhere(engine: Engine) -> None:
    filled(engine)
    with engine.writer() as writer:
        writer.replace(article("ferry", "First"))
        writer.replace(article("ferry", "Second words", places=("Narvik",)))
        writer.delete("storm")
        writer.replace(article("gone", "Gone"))
        writer.delete("gone")
        writer.delete("nobody")
    reader = engine.reader()
    assert reader.count == len(ARTICLES) - 1
    result = reader.search(SearchRequest(MatchAll(), limit=100, facets=ALL_FACETS))
    assert sorted(hit.id for hit in result.hits) == sorted(reader.ids())
    assert result.total == reader.count
    places = next(facet for facet in result.facets if facet.field == "place")
    assert {row.value for row in places.rows} == {"Narvik", "Oslo", "Осло"}
    assert found(reader, exact("first")) == {"lind"}
    assert found(reader, exact("second")) == {"ferry"}
    assert [each.term for each in reader.terms("any", "sto", 10)] == []
    assert [each.term for each in reader.terms("any", "gone", 10)] == []
    assert reader.article("storm") is None
    assert reader.article("gone") is None


def test_a_second_writer_is_told_that_there_is_one(engine: Engine) -> None:
    with engine.writer(), pytest.raises(IndexBusy), engine.writer():
        pass
    with engine.writer() as writer:
        writer.replace(ARTICLES[0])
    assert engine.reader().count == 1


def test_a_writer_of_another_process_is_seen_and_its_death_too(address: str, opened: Opened) -> None:
    engine = opened(address, create=True)
    other = child(HOLDS_THE_WRITER, address)
    assert other.stdout
    assert other.stdout.readline() == b"writing\n"
    with pytest.raises(IndexBusy), engine.writer():
        pass
    other.kill()
    other.communicate()
    with engine.writer() as writer:
        writer.replace(ARTICLES[0])
    assert engine.reader().count == 1


def test_a_writer_killed_at_any_moment_leaves_whole_generations(address: str, opened: Opened) -> None:
    opened(address, create=True).close()
    waits = random.Random(4)
    for _ in range(4):
        other = child(WRITES_BATCHES, address)
        assert other.stdout
        assert other.stdout.readline() == b"committed\n"
        time.sleep(waits.uniform(0, 0.25))
        os.kill(other.pid, signal.SIGKILL)
        other.communicate()
        reader = opened(address).reader()
        assert reader.count % BATCH == 0
        assert reader.count >= BATCH
        result = reader.search(SearchRequest(exact("words"), limit=3, facets=ALL_FACETS))
        assert result.total == reader.count
        assert all(reader.article(hit.id) for hit in result.hits)
    with opened(address).writer() as writer:
        writer.replace(article("last", "Last"))
    assert found(opened(address).reader(), exact("last")) == {"last"}


def test_a_reading_process_sees_what_another_one_commits(address: str, opened: Opened) -> None:
    engine = opened(address, create=True)
    assert engine.reader().count == 0
    other = child(WRITES_BATCHES, address)
    assert other.stdout
    counts = []
    for _ in range(4):
        other.stdout.readline()
        reader = engine.reader()
        counts.append(reader.count)
        assert reader.search(SearchRequest(exact("words"))).total == reader.count
    other.kill()
    other.communicate()
    assert counts == sorted(counts)
    assert counts[-1] >= 4 * BATCH


def test_threads_share_readers_while_commits_go_on(engine: Engine) -> None:
    filled(engine)
    failures: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                reader = engine.reader()
                total = reader.search(SearchRequest(And((exact("harbour"), phrase("the harbour"))))).total
                assert total == 1, total
                assert reader.article("storm") == ARTICLES[2]
        except BaseException as error:  # a thread's failure must reach the test
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10):
        with engine.writer() as writer:
            writer.replace(article(f"more-{number}", "More", "and more"))
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
