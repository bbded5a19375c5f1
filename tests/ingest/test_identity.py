import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest.draft import Draft
from indexer.ingest.identity import article_id, canonical_url, draft_hash


def test_the_id_comes_from_the_url_wherever_the_file_lies() -> None:
    draft = Draft("text", url="https://example.org/news/visit-to-minsk.html#top")
    assert article_id("a.html", draft) == article_id("b/c.html", draft)
    assert article_id("a.html", draft).startswith("visit-to-minsk-")


def test_without_a_url_the_id_comes_from_path_and_key() -> None:
    ids = {article_id(path, Draft("t", key=key)) for path in ("a.jsonl", "b.jsonl") for key in ("", "1", "2")}
    assert len(ids) == 6


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "//host/x", "http://", "http://[", ""]
)
def test_only_web_addresses_count_as_urls(url: str) -> None:
    assert canonical_url(url) == ""


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_id_is_good_in_a_url(path: str, key: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{10}", article_id(path, Draft("t", key=key)))


def test_the_hash_of_a_draft_follows_each_of_its_fields() -> None:
    assert draft_hash(Draft("a", title="b")) != draft_hash(Draft("a", title="c"))
    assert draft_hash(Draft("a", title="b")) == draft_hash(Draft("a", title="b"))
