"""Whatever is wrong in a file while it is read becomes an error of ours."""

import random
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.damage import reporting_damage
from indexer.engines.engine import Reader, SearchRequest
from indexer.errors import IndexBroken, IndexMissing
from indexer.query.tree import MatchAll, Or
from tests.conftest import Opened
from tests.engines.samples import ALL_FACETS, ARTICLES, exact, filled, phrase


def test_bits_that_flip_raise_no_error_of_a_library(address: str, opened: Opened) -> None:
    """The files themselves are looked at elsewhere: here they are opened as they are."""
    folder = Path(address.partition(":")[2])
    with closing(opened(address, create=True)) as engine:
        filled(engine).close()
    # Not any bits: a commit over a damaged table of terms ends the process within tantivy, so that an update looks at
    # checksums before it writes.
    chance, said = random.Random(10), 0
    for file in sorted(path for path in folder.iterdir() if path.is_file() and path.stat().st_size):
        raw = file.read_bytes()
        for _ in range(2):
            at = chance.randrange(len(raw))
            said += _raises_ours(
                address, file.name, raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :]
            )
        said += _raises_ours(address, file.name, raw[: len(raw) // 2])
    assert said
    assert not _raises_ours(address, file.name, raw)


def _raises_ours(address: str, name: str, content: bytes) -> bool:
    """In a copy: a commit over damage that nobody noticed would leave its own traces."""
    scheme, _, folder = address.partition(":")
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        (Path(copy) / name).write_bytes(content)
        try:
            with closing(open_engine(f"{scheme}:{copy}")) as engine, closing(engine.reader()) as reader:
                _read_all(reader)
                with engine.writer() as writer:
                    writer.replace(ARTICLES[0])
        except (IndexBroken, IndexMissing) as error:
            assert error.remedy  # noqa: PT017 - many flips raise nothing at all
            return True
    return False


def _read_all(reader: Reader) -> None:
    request = SearchRequest(Or((exact("harbour"), phrase("ferry council"), MatchAll())), facets=ALL_FACETS)
    for hit in reader.search(request).hits:
        reader.article(hit.id)
    list(reader.ids())
    reader.term_dictionary("any")


def test_what_is_no_damage_passes() -> None:
    with pytest.raises(KeyError), reporting_damage(Path("somewhere"), (ValueError,)):
        raise KeyError("ours")


def test_where_rust_gives_up_that_is_damage_too() -> None:
    class PanicException(BaseException):
        pass

    with pytest.raises(IndexBroken, match="somewhere"), reporting_damage(Path("somewhere"), (ValueError,)):
        raise PanicException("index out of bounds")
