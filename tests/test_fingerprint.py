"""What an index was built by, beside what it would be built by now."""

from dataclasses import replace

import pytest

from indexer.fingerprint import OLDEST_READABLE, SCHEMA, Fingerprint

NOW = Fingerprint("whoosh", "names")


def test_a_fingerprint_reads_back_from_its_text() -> None:
    assert Fingerprint.from_text(NOW.to_text()) == NOW


@pytest.mark.parametrize(
    ("before", "changed"),
    [
        (NOW, ()),
        (replace(NOW, schema=0), ("the stored form",)),
        (replace(NOW, analysis=0), ("the analysis of words",)),
        (replace(NOW, extractor=0), ("the reading of files",)),
        (replace(NOW, authority="other names"), ("the authority files",)),
        (replace(NOW, engine="tantivy"), ("the engine",)),
        (replace(NOW, analysis=0, authority=""), ("the analysis of words", "the authority files")),
    ],
    ids=lambda value: " and ".join(value) or "nothing" if isinstance(value, tuple) else "",
)
def test_each_rule_that_changed_is_named(before: Fingerprint, changed: tuple[str, ...]) -> None:
    assert before.differences(NOW) == changed


@pytest.mark.parametrize(
    ("before", "readable"),
    [
        (replace(NOW, extractor=0, authority=""), True),
        (replace(NOW, analysis=0), True),
        (replace(NOW, engine="tantivy"), True),
        (replace(NOW, schema=OLDEST_READABLE), True),
        (replace(NOW, schema=OLDEST_READABLE - 1), False),
        (replace(NOW, schema=SCHEMA + 1), False),
    ],
    ids=["read otherwise", "analysed otherwise", "another engine", "oldest form", "older than that", "newer form"],
)
def test_an_index_is_read_by_the_releases_that_know_what_is_stored_in_it(before: Fingerprint, readable: bool) -> None:
    assert before.is_readable is readable


_WRONG = '{"engine": "whoosh", "authority": "", "schema": "2"}'


@pytest.mark.parametrize("text", ["", "scribbles", "[]", "{}", "3", '{"engine": "whoosh", "unknown": 1}', _WRONG])
def test_an_unreadable_fingerprint_equals_no_other_and_is_not_served(text: str) -> None:
    read = Fingerprint.from_text(text)
    assert not read.is_readable
    assert not read.is_of_newer_release
    assert {"the stored form", "the analysis of words", "the reading of files"} <= {*read.differences(NOW)}
