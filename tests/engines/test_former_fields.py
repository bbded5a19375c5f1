"""An index from before a field was thought of: nothing is found in that field, and everything else as ever."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from indexer.engines import open_engine
from indexer.engines.engine import Filter, Reader, SearchRequest
from indexer.fields import FACET_FIELDS, FACETS, NAME_FIELDS
from indexer.query.tree import And, Not, Or, Phrase, Query, SpanNear, Word
from tests.engines.samples import ALL_FACETS, ARTICLES, word

_NEW = {"place", "speaker", "month"}
_FORMER_FACETS = tuple(field for field in FACET_FIELDS if field not in _NEW)
_FORMER_NAMES = tuple(field for field in NAME_FIELDS if field not in _NEW)
_FORMER_STREAMS = ("title", "text", "title_stems", "text_stems", *_FORMER_NAMES)
_BEFORE: dict[str, dict[str, Any]] = {
    "tantivy": {
        "tantivy.schema.FACET_FIELDS": _FORMER_FACETS,
        "tantivy.schema.NAME_FIELDS": _FORMER_NAMES,
        "tantivy.schema.FACETS": {field: FACETS[field] for field in _FORMER_FACETS},
    },
    "whoosh": {
        "whoosh.doc_values.FACET_FIELDS": _FORMER_FACETS,
        "whoosh.writer.NAME_FIELDS": _FORMER_NAMES,
        "whoosh.writer.STREAMS": _FORMER_STREAMS,
        "whoosh.files.STREAMS": _FORMER_STREAMS,
    },
}


@pytest.fixture(scope="module", params=list(_BEFORE))
def former(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """One article of it was deleted, so that the dead have to be counted off."""
    address = f"{request.param}:{tmp_path_factory.mktemp('index')}"
    with pytest.MonkeyPatch.context() as before:
        for name, value in _BEFORE[request.param].items():
            before.setattr(f"indexer.engines.{name}", value)
        with closing(open_engine(address, create=True)) as engine:
            for each in ARTICLES:
                with engine.writer() as writer:
                    writer.replace(each)
            with engine.writer() as writer:
                writer.delete("lind")
    with closing(open_engine(address)) as engine, closing(engine.reader()) as reader:
        yield reader


@pytest.fixture(scope="module")
def expected() -> Iterator[Reader]:
    """What has all fields, but in those that were not thought of yet no values."""
    with closing(open_engine("memory:")) as engine:
        with engine.writer() as writer:
            for each in ARTICLES:
                if each.id != "lind":
                    writer.replace(replace(each, places=(), speakers=()))
        with closing(engine.reader()) as reader:
            yield reader


_QUERIES: list[Query] = [
    Word("oslo", "place"),
    Word("lind", "speaker", exact=True),
    Phrase(("ada", "lind"), "speaker"),
    SpanNear(("ada", "lind"), 2, "speaker"),
    SpanNear(("ada", "lind", "old"), 2, "speaker"),
    Or((Word("oslo", "place"), word("harbour"))),
    And((word("harbour"), Not(Word("oslo", "place")))),
    Word("ferry", "organisation"),
]


@pytest.mark.parametrize("query", _QUERIES, ids=str)
def test_a_query_in_a_new_field_finds_nothing(former: Reader, expected: Reader, query: Query) -> None:
    found, wanted = (reader.search(SearchRequest(query)) for reader in (former, expected))
    assert (found.total, {hit.id for hit in found.hits}) == (wanted.total, {hit.id for hit in wanted.hits})


def test_a_nearness_in_a_new_field_costs_nothing(former: Reader) -> None:
    assert former.verifying(SpanNear(("ada", "lind", "old"), 2, "speaker")) == 0


@pytest.mark.parametrize(
    "chosen",
    [
        Filter("place", frozenset({"Oslo"})),
        Filter("place", exclude=frozenset({"Oslo"})),
        Filter("month", frozenset({"2016-05"})),
    ],
    ids=str,
)
def test_a_choice_of_a_new_facet_leaves_nothing_and_an_exclusion_all(
    former: Reader, expected: Reader, chosen: Filter
) -> None:
    facets = tuple(each for each in ALL_FACETS if each.field != "month")
    found, wanted = (
        reader.search(SearchRequest(word("harbour"), filters=(chosen,), facets=facets)) for reader in (former, expected)
    )
    if chosen.field == "place":
        assert (found.total, found.facets) == (wanted.total, wanted.facets)
    assert found.total == 0 or chosen.exclude


def test_a_new_facet_has_no_values_and_a_new_field_no_words(former: Reader) -> None:
    rows = {each.field: each.rows for each in former.search(SearchRequest(word("harbour"), facets=ALL_FACETS)).facets}
    assert all(not rows[field] for field in FACET_FIELDS if field in _NEW)
    assert rows["organisation"]
    for field in NAME_FIELDS:
        if field in _NEW:
            assert (list(former.terms(field, "", 10)), former.document_frequency(field, "lind")) == ([], 0)
            assert not former.term_dictionary(field).articles("lind")


def test_its_articles_are_read_and_found_by_their_words(former: Reader) -> None:
    assert {former.article(each.id) for each in ARTICLES if each.id != "lind"} == {*ARTICLES} - {ARTICLES[1]}
    assert former.count == len(ARTICLES) - 1
