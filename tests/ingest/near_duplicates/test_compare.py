"""Copies are recognised, members of a series are not, and the order of arrival does not matter."""

import json
import lzma
import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.ingest.near_duplicates.boilerplate import HOLDERS
from indexer.ingest.near_duplicates.compare import GROUP, NearDuplicate, find_all, settle, similarity_of
from indexer.ingest.near_duplicates.minhash import HASH_BITS, MARK_BITS, SKETCH_SIZE, Sketch, sketch
from indexer.ingest.near_duplicates.store import Sketched, Sketches
from tests.machine import cpu_bound

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[4] / "shared"))
REUTERS = SHARED / "data" / "articles" / "reuters21578.jsonl.xz"
HARBOUR = (
    "The council of the harbour met on Tuesday and agreed that the northern quay will be rebuilt before the winter. "
    "Engineers of the port had warned that the old piles would not bear another season of storms, and the insurers had "
    "asked for a report. Work begins in April, costs 14 million crowns and is paid for by the ferry companies. Two of "
    "the three companies have signed. The third, which sails to the islands, wants a longer berth and is still talking "
    "to the harbour master. Fishermen keep their landing place on the southern side, where a cold store is planned."
)
SERIES = (
    "Balances of the treasury at the central bank rose on {day} to {sum} billion crowns from {before} billion the day "
    "before, the bank said in its daily statement. Tax and loan accounts stood at {loans} billion crowns against {old} "
    "billion. Total operating cash was {cash} billion crowns, the bank said."
)


def sketched(name: str, text: str, published: str = "2017-01-17", title: str = "") -> Sketched:
    return Sketched(name, published, sketch(text, title))


def edited(text: str, share: float, seed: int = 1) -> str:
    words, chance = text.split(), random.Random(seed)
    for index in chance.sample(range(len(words)), round(share * len(words))):
        words[index] = f"other{index}"
    return " ".join(words)


def part(text: str, share: float) -> str:
    words = text.split()
    return " ".join(words[: round(share * len(words))])


@pytest.mark.parametrize("seed", range(5))
def test_a_copy_with_a_tenth_of_its_words_replaced_is_recognised(seed: int) -> None:
    assert similarity_of(sketched("a", HARBOUR), sketched("b", edited(HARBOUR, 0.1, seed))) > 0.5


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_cut_is_recognised_and_wholly_contained(share: float) -> None:
    assert similarity_of(sketched("a", HARBOUR), sketched("b", part(HARBOUR, share))) == 1.0


def test_white_space_and_punctuation_make_no_difference() -> None:
    assert sketch(HARBOUR) == sketch(HARBOUR.replace(". ", " .\n\n").replace(",", " –"))


def test_members_of_a_series_are_not_copies_of_each_other() -> None:
    monday = SERIES.format(day="March 5", sum="3.3", before="4.1", loans="11.2", old="11.9", cash="14.5")
    tuesday = SERIES.format(day="March 12", sum="2.8", before="3.0", loans="17.4", old="16.1", cash="20.2")
    assert similarity_of(sketched("a", monday), sketched("b", tuesday)) == 0.0


def test_another_article_is_not_a_copy() -> None:
    other = edited(HARBOUR, 0.6)
    assert similarity_of(sketched("a", HARBOUR), sketched("b", other)) == 0.0


def test_a_digest_does_not_repeat_each_of_the_articles_that_it_holds() -> None:
    digest = " ".join([HARBOUR, *(f"item{number} tells of thing{number} and place{number}." for number in range(400))])
    assert similarity_of(sketched("a", HARBOUR), sketched("b", digest)) == 0.0


def test_far_apart_in_time_an_edited_text_is_another_article_but_a_reprint_is_not() -> None:
    later = "2019-05-01"
    assert similarity_of(sketched("a", HARBOUR), sketched("b", edited(HARBOUR, 0.1), later)) == 0.0
    assert similarity_of(sketched("a", HARBOUR), sketched("b", HARBOUR, later)) == 1.0


def test_a_month_alone_is_near_to_all_its_days() -> None:
    assert similarity_of(sketched("a", HARBOUR, "2017-01"), sketched("b", edited(HARBOUR, 0.1), "2019")) > 0.5


SHORT = "The board sets a dividend of 12 cents, pay April 1, record March 15."


def test_short_texts_are_the_same_article_only_under_the_same_title() -> None:
    lind, weiss = sketched("a", SHORT, title="Lind Shipping dividend"), sketched("b", SHORT, title="Weiss Paper pays")
    assert similarity_of(lind, weiss) == 0.0
    assert similarity_of(lind, sketched("c", SHORT, title="Lind Shipping dividend")) == 1.0


@pytest.mark.parametrize("text", ["", "one", "one two", "!!! …", "\x00"], ids=["empty", "one", "two", "marks", "null"])
def test_a_text_without_wording_repeats_nothing(store: Sketches, text: str) -> None:
    store.put([sketched("a", text), sketched("b", text), sketched("c", HARBOUR)])
    assert settle(["a", "b", "c"], store) == {"a": None, "b": None, "c": None}


def test_text_without_spaces_between_words_is_recognised_too() -> None:
    text = "港湾委員会は火曜日に会合を開き北側の岸壁を冬までに再建することを決めた技術者は古い杭が"
    assert similarity_of(sketched("a", text), sketched("b", text[:30])) == 1.0


def test_the_first_published_is_the_original_then_the_smaller_id(store: Sketches) -> None:
    store.put(
        [
            sketched("a", edited(HARBOUR, 0.05), "2017-01-19"),
            sketched("b", HARBOUR, "2017-01-17"),
            sketched("c", part(HARBOUR, 0.7), "2017-01-17"),
            sketched("d", HARBOUR, ""),
        ]
    )
    found = settle(["a"], store)
    assert {name: repeat and repeat.original for name, repeat in found.items()} == {
        "a": "b",
        "b": None,
        "c": "b",
        "d": "b",
    }


def test_an_original_is_never_itself_a_repeat(store: Sketches) -> None:
    steps = [edited(HARBOUR, 0.15, seed) for seed in range(6)]
    chain = [HARBOUR, *(edited(step, 0.15, seed) for seed, step in enumerate(steps))]
    store.put([sketched(f"a{number}", text) for number, text in enumerate(chain)])
    found = settle([f"a{number}" for number in range(len(chain))], store)
    assert all(found[repeat.original] is None for repeat in found.values() if repeat)


def test_when_the_original_goes_its_repeats_find_another(store: Sketches) -> None:
    store.put([sketched(name, HARBOUR) for name in "abc"])
    (known,) = store.sketched("a")
    near = [repeat.original for repeat in find_all([known], store)[known.id]]
    store.drop("a")
    assert settle(near, store) == {"b": None, "c": NearDuplicate("b", 1.0)}


def test_replacing_an_article_forgets_its_former_text(store: Sketches) -> None:
    store.put([sketched("a", HARBOUR), sketched("b", HARBOUR)])
    store.put([sketched("b", edited(HARBOUR, 0.9))])
    assert settle(["a", "b"], store) == {"a": None, "b": None}


def test_more_copies_than_are_looked_at_for_one_phrase_still_have_one_original(store: Sketches) -> None:
    count = HOLDERS * 3
    store.put([sketched(f"{number:04}", HARBOUR) for number in range(count)])
    found = settle([f"{number:04}" for number in range(count)], store)
    assert {repeat.original for repeat in found.values() if repeat} == {"0000"}
    assert len(found) == count < GROUP


def test_repeats_of_known_articles_are_found_however_many_change_at_once(store: Sketches) -> None:
    texts = [" ".join(f"word{number}of{article}" for number in range(30)) for article in range(GROUP + 5)]
    known = [sketched(f"a{number:04}", text, "2017-01-01") for number, text in enumerate(texts)]
    copies = [sketched(f"b{number:04}", text, "2017-01-02") for number, text in enumerate(texts)]
    store.put(known + copies)
    found = settle([each.id for each in copies], store)
    assert sum(repeat is not None for repeat in found.values()) == len(copies)


TEXTS = st.lists(
    st.tuples(st.sampled_from([HARBOUR, SERIES, HARBOUR[::-1]]), st.sampled_from([0.0, 0.05, 0.2]), st.integers(0, 3)),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_and_of_settling_does_not_matter(
    made: list[tuple[str, float, int]], chance: random.Random
) -> None:
    articles = [sketched(f"a{n}", edited(text, share, seed)) for n, (text, share, seed) in enumerate(made)]
    names = [article.id for article in articles]
    mixed = chance.sample(articles, len(articles))
    one_by_one: dict[str, NearDuplicate | None] = {}
    with closing(sqlite3.connect(":memory:")) as here, closing(sqlite3.connect(":memory:")) as there:
        filling, full = Sketches(here), Sketches(there)
        for article in mixed:
            filling.put([article])
            one_by_one |= settle([article.id], filling)
        full.put(articles)
        assert one_by_one == settle(names, full)


HASHES = st.lists(st.integers(0, 2**HASH_BITS - 1), max_size=4)
MARKS = st.lists(st.integers(0, 2**MARK_BITS - 1), max_size=4)


@given(st.integers(0, 2**32 - 1), HASHES, MARKS, MARKS, MARKS)
def test_a_sketch_keeps_its_kinds_apart(
    size: int, hashes: list[int], numbers: list[int], names: list[int], title: list[int]
) -> None:
    kept = Sketch(Sketch.of(size, hashes, numbers, names, title).packed)
    assert kept.size == size
    assert [list(kind) for kind in (kept.hashes, kept.numbers, kept.names, kept.title)] == [
        hashes,
        numbers,
        names,
        title,
    ]


def test_a_sketch_is_small_however_long_the_text() -> None:
    words = " ".join(f"word{number}" for number in range(120_000))
    with cpu_bound(20):
        made = sketch(words)
    assert len(made.hashes) == SKETCH_SIZE
    assert len(made.packed) < 1_000


def reuters(count: int) -> list[dict[str, str]]:
    with lzma.open(REUTERS, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    distinct = {" ".join(item["text"].lower().split()): item for item in items if item["text"].strip()}
    return random.Random(11).sample(list(distinct.values()), count)


@pytest.mark.skipif(not REUTERS.exists(), reason="the shared newswire articles are not here (COMMUNIQUE_SHARED)")
def test_on_real_news_copies_are_found_and_strangers_kept_apart(store: Sketches) -> None:
    items = reuters(800)
    articles = [sketched(item["id"], item["text"], (item["date"] or "")[:10], item["title"] or "") for item in items]
    store.put(articles)
    hits = {"edited": 0, "cut": 0}
    for item, article in zip(items, articles, strict=True):
        for how, copy in (("edited", edited(item["text"], 0.1)), ("cut", part(item["text"], 0.6))):
            near = find_all([sketched("copy", copy, article.published, item["title"] or "")], store)["copy"]
            hits[how] += item["id"] in {each.original for each in near}
    pairs = sum(map(len, find_all(articles, store).values())) / 2
    assert min(hits.values()) >= 0.95 * len(items), hits
    assert pairs <= 4
