"""Files of an index are closed when their last reader lets go: the collector is off in these tests."""

from contextlib import closing
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import SearchRequest
from tests.conftest import Opened
from tests.engines.samples import ALL_FACETS, article, exact, filled
from tests.machine import eventually, open_files

pytestmark = pytest.mark.usefixtures("no_collector")


def test_commits_that_are_read_leave_no_file_open(address: str, opened: Opened) -> None:
    folder = Path(address.partition(":")[2])
    with closing(opened(address, create=True)) as engine:
        filled(engine).close()
        for number in range(20):
            with engine.writer() as writer:
                writer.replace(article(f"n{number}", "Title", f"words and {number}"))
            with closing(engine.reader()) as reader:
                assert reader.search(SearchRequest(exact("words"), facets=ALL_FACETS)).total == number + 1
                assert reader.article(f"n{number}")
                reader.term_dictionary("any")
        removed = [file for file in open_files(folder) if file.endswith(" (deleted)")]
        assert removed == []
    assert open_files(folder) == []


def test_a_reader_that_others_hold_stays_open_whatever_is_written_or_closed(address: str, opened: Opened) -> None:
    engine = opened(address, create=True)
    before = filled(engine)
    again = engine.reader()
    with engine.writer() as writer:
        writer.delete("ferry")
    engine.reader().close()
    before.close()
    engine.close()
    assert again.search(SearchRequest(exact("ferry"))).total
    assert again.article("ferry")
    again.close()
    assert open_files(Path(address.partition(":")[2])) == []


def test_a_writer_that_fails_leaves_no_file_open(address: str, opened: Opened) -> None:
    with closing(opened(address, create=True)) as engine:
        filled(engine).close()
        for _ in range(3):
            with pytest.raises(ZeroDivisionError), engine.writer() as writer:
                writer.replace(article("new"))
                raise ZeroDivisionError
    # Tantivy's threads end a moment later.
    eventually(lambda: open_files(Path(address.partition(":")[2])) == [])


def test_an_index_that_cannot_be_read_leaves_no_file_open(address: str, opened: Opened) -> None:
    folder = Path(address.partition(":")[2])
    with closing(opened(address, create=True)) as engine:
        filled(engine).close()
    for file in folder.iterdir():
        if file.suffix not in {".toc", ".json"} and file.is_file():
            file.write_bytes(b"not what it was")
    for _ in range(3):
        with pytest.raises(Exception, match="cannot be read"), closing(open_engine(address)) as engine:
            engine.reader()
    assert open_files(folder) == []
