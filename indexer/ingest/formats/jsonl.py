"""JSON: a file with one article or a list of them. JSON Lines: an article a line, a bad line is no one else's loss."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.errors import Rejected
from indexer.ingest.charset import decode
from indexer.ingest.draft import Draft, RawFile, Rejection
from indexer.ingest.formats.record import draft_of

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
            yield _draft(record, file.path, f"item {number}" if len(records) > 1 else "")


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


def read_line(text: str, path: str, number: int) -> Draft | Rejection:
    place = f"line {number}"
    try:
        return _draft(_parsed(text), path, place)
    except Rejected as reason:
        return Rejection(path, str(reason), place)


def _draft(record: object, path: str, place: str) -> Draft | Rejection:
    if not isinstance(record, dict):
        return Rejection(path, "not an object with the fields of an article", place)
    try:
        draft = draft_of(record, "JSON field")
    except Rejected as reason:
        return Rejection(path, str(reason), place)
    except RecursionError:
        return Rejection(path, "nested too deeply", place)
    return draft if draft.key else replace(draft, key=draft.url or place.replace(" ", "-"))


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
