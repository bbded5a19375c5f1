import json
import logging
import sys
from collections.abc import Iterator

import pytest

from indexer.settings import Settings
from web.http import logs
from web.http.logs import Lines

HOSTILE = 'a\nb\r\x1b[31m\u2028\u202e"=\udcff c'


def record(message: str, **facts: object) -> logging.LogRecord:
    made = logging.LogRecord("communique.access", logging.INFO, "", 0, message, None, None)
    made.facts = facts
    return made


@pytest.mark.parametrize("as_json", [False, True])
def test_nothing_that_a_stranger_sends_ends_a_line_or_stands_bare_in_it(as_json: bool) -> None:
    line = Lines(as_json=as_json).format(record(HOSTILE, path=HOSTILE, client="192.0.2.1"))
    assert line.isprintable()
    assert len(line.splitlines()) == 1
    assert line.isascii() or not as_json


def test_a_line_of_json_gives_back_what_was_written() -> None:
    line = json.loads(Lines(as_json=True).format(record("request", path=HOSTILE, status=200)))
    assert (line["event"], line["level"], line["path"], line["status"]) == ("request", "info", HOSTILE, 200)


def test_a_line_of_text_quotes_what_is_more_than_one_word() -> None:
    line = Lines(as_json=False).format(record("request", path="/a b", status=200, q='"'))
    assert line.endswith(' INFO request path="/a b" status=200 q="\\""')


@pytest.mark.parametrize("as_json", [False, True])
def test_the_lines_of_a_traceback_cannot_be_taken_for_entries(as_json: bool) -> None:
    failed = record("failed")
    try:
        int("x\n2030-01-01T00:00:00+00:00 INFO audit\n")
    except ValueError:
        failed.exc_info = sys.exc_info()
    first, *others = Lines(as_json=as_json).format(failed).splitlines()
    assert "failed" in first
    assert all(line.startswith("    | ") for line in others)
    assert bool(others) != as_json


@pytest.fixture
def as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("communique")
    kept = root.handlers[:], root.level, ours.level
    yield
    root.handlers[:], root.level, ours.level = kept
    logs.AUDIT.setLevel(logging.NOTSET)


@pytest.mark.parametrize(("level", "written"), [("info", True), ("warning", False)])
def test_the_level_hides_requests_and_never_what_was_changed(
    as_before: None, capsys: pytest.CaptureFixture[str], level: str, written: bool
) -> None:
    logs.configure(Settings(log_level=level, log_format="json"))
    logs.write(logs.ACCESS, "request", {})
    logs.write(logs.AUDIT, "audit", {})
    logging.getLogger("a.library").info("chatter")
    events = [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()]
    assert events == ["request", "audit"][not written :]
