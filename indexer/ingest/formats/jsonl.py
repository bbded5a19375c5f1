"""JSON: a file with one article or a list of them. JSON Lines: an article a line, a bad line is no one else's loss."""

import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from indexer.errors import Rejected
from indexer.ingest.charset import SAMPLE, decode, looks_binary
from indexer.ingest.draft import Draft, RawFile, Rejection, origin_of
from indexer.ingest.formats.record import draft_of

_PIECE = 1 << 20
_LIST_NAMES = ("articles", "items", "documents", "records", "data", "posts", "results")


class Json:
    name = "json"
    suffixes = (".json",)

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        try:
            value = _parsed(decode(file.data))
        except Rejected:
            # JSON Lines under the name .json, told by a first line that is an article; else the reason stands
            lines = JsonLines().read(file)
            first = next(lines, None) if b"\n" in file.data.strip() else None
            if not isinstance(first, Draft):
                raise
            yield first
            yield from lines
            return
        records = _records(value)
        for number, record in enumerate(records, 1):
            yield _item(record, file.path, number) if len(records) > 1 else _draft(record, file.path, "")


class JsonLines:
    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        for number, text in numbered_lines(file.data):
            yield read_line(text, file.path, number)


def numbered_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Those that are not blank, one at a time, without a second copy of the file."""
    # only a line feed ends a line of JSON Lines
    lines = enumerate(re.finditer(r"([^\n]*)\n?", decode(data)), 1)
    return ((number, line[1]) for number, line in lines if line[1].strip())


@dataclass(frozen=True, slots=True)
class LineFile:
    """A file of lines that is read a piece at a time. `RawFile.data` is its beginning only; `streams` says whether it
    is plain UTF-8, so that each line can be told and decoded by itself."""

    file: RawFile
    streams: bool

    @property
    def format(self) -> str:
        return JsonLines.name if self.file.data.strip() else ""

    def lines(self, opened: BinaryIO) -> Iterator[tuple[int, str]]:
        """As `numbered_lines`."""
        opened.seek(0)
        if not self.streams:
            yield from numbered_lines(opened.read())
            return
        for number, line in enumerate(opened, 1):
            # what cannot be decoded is half a character, at the end of a file that was cut there
            text = line.decode("utf-8-sig" if number == 1 else "utf-8", "ignore").removesuffix("\n")
            if text.strip():
                yield number, text


def line_file(path: str, opened: BinaryIO) -> LineFile:
    """What is known of a file when all of it was looked at once."""
    head, checksum, decoder = b"", hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
    streams = True
    while piece := opened.read(_PIECE):
        head = head or piece[:SAMPLE]
        checksum.update(piece)
        try:
            decoder.decode(piece) if streams else None
        except UnicodeDecodeError:
            streams = False
    return LineFile(RawFile(path, head, checksum.hexdigest()), streams and b"\0" not in head and not looks_binary(head))


def read_line(text: str, path: str, number: int) -> Draft | Rejection:
    place = f"line {number}"
    try:
        return _with_origin(_draft(_parsed(text), path, place), text)
    except Rejected as reason:
        return Rejection(path, str(reason), place)


def _item(record: object, path: str, number: int) -> Draft | Rejection:
    return _with_origin(_draft(record, path, f"item {number}"), json.dumps(record, sort_keys=True))


def _with_origin(draft: Draft | Rejection, written: str) -> Draft | Rejection:
    return replace(draft, origin=origin_of(written)) if isinstance(draft, Draft) else draft


def _draft(record: object, path: str, place: str) -> Draft | Rejection:
    if not isinstance(record, dict):
        return Rejection(path, "not an object with the fields of an article", place)
    try:
        draft = draft_of(record, "JSON field")
    except Rejected as reason:
        return Rejection(path, str(reason), place)
    except RecursionError:
        return Rejection(path, "nested too deeply", place)
    return draft if draft.key else replace(draft, key=draft.url or place.replace(" ", "-"), by_place=not draft.url)


def _records(value: object) -> list[object]:
    """The articles of a file: those of a list, of a list that an object wraps, or the one object itself."""
    if isinstance(value, dict) and not any(name in value for name in ("text", "body", "content")):
        value = next((value[name] for name in _LIST_NAMES if isinstance(value.get(name), list)), value)
    return value if isinstance(value, list) else [value]


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        raise Rejected("JSON that is nested too deeply") from None
    except ValueError as error:
        raise Rejected(f"not JSON ({error})") from None
