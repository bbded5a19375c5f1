"""The files in `files/` are written for these tests: a harbour council that does not exist, and its furniture."""

from pathlib import Path

from indexer.errors import Rejected
from indexer.ingest.draft import Draft, RawFile, Rejection
from indexer.ingest.formats import registry

FILES = Path(__file__).parent / "files"


def read_bytes(data: bytes, path: str) -> list[Draft | Rejection]:
    return list(registry.read(RawFile(path, data, "0" * 64)))


def read_file(name: str) -> list[Draft | Rejection]:
    return read_bytes((FILES / name).read_bytes(), name)


def drafts(parts: list[Draft | Rejection]) -> list[Draft]:
    return [part for part in parts if isinstance(part, Draft)]


def rejections(parts: list[Draft | Rejection]) -> list[Rejection]:
    return [part for part in parts if isinstance(part, Rejection)]


def reason_against(data: bytes, path: str) -> str:
    """Why the file is rejected as a whole, or "" where it is not."""
    try:
        read_bytes(data, path)
    except Rejected as reason:
        return str(reason)
    return ""
