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


def test_a_web_address_is_the_same_whatever_the_case_of_its_host_and_without_its_fragment() -> None:
    address = "https://press.example.org/News/Visit?id=7"
    assert canonical_url(" HTTPS://Press.Example.ORG/News/Visit?id=7#top ") == address
    assert canonical_url("https://press.example.org/news/visit?id=7") != address


def test_pages_told_apart_by_their_query_are_different_articles() -> None:
    one, two = (article_id("a.html", Draft("t", url=f"https://example.org/show?id={n}")) for n in (1, 2))
    assert one != two


def test_keys_that_read_alike_are_different_articles() -> None:
    assert len({article_id("many.jsonl", Draft("t", key=key)) for key in ("n 1", "n-1", "N.1")}) == 3


def test_with_a_url_the_key_within_the_file_does_not_matter() -> None:
    ids = {article_id("a.zip", Draft("t", key=key, url="https://example.org/visit")) for key in ("", "1", "2")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("path", "key", "slug"),
    [
        ("press/2019/Visit to Minsk.v2.txt", "", "visit-to-minsk"),
        ("many.jsonl", "n 1", "many-n-1"),
        (f"{'a' * 50}.txt", "", "a" * 48),
        (f"{'a' * 47} b.txt", "", "a" * 47),
        ("会议.txt", "", "article"),
    ],
    ids=["a name", "a name and a key", "a long name", "a long name cut at a space", "nothing to read"],
)
def test_an_id_begins_with_what_can_be_read_of_the_name(path: str, key: str, slug: str) -> None:
    assert re.fullmatch(rf"{slug}-[0-9a-f]{{10}}", article_id(path, Draft("t", key=key)))
