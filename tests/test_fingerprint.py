"""What an index was built by, beside what it would be built by now."""

from dataclasses import replace

import pytest

from indexer.fingerprint import Fingerprint

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
    ("before", "servable"),
    [
        (replace(NOW, extractor=0, authority=""), True),
        (replace(NOW, schema=0), False),
        (replace(NOW, analysis=0), False),
        (replace(NOW, engine="tantivy"), False),
    ],
    ids=["articles read differently", "stored differently", "analysed differently", "of another engine"],
)
def test_an_index_is_served_that_only_reads_articles_differently(before: Fingerprint, servable: bool) -> None:
    assert before.servable("whoosh") is servable


@pytest.mark.parametrize("text", ["", "scribbles", "[]", "{}", "3", '{"engine": "whoosh", "unknown": 1}'])
def test_an_unreadable_fingerprint_equals_no_other_and_is_not_served(text: str) -> None:
    read = Fingerprint.from_text(text)
    assert not read.servable("whoosh")
    assert {"the stored form", "the analysis of words", "the reading of files"} <= {*read.differences(NOW)}
