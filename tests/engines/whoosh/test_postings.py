"""What was looked up last is kept, up to a number of bytes."""

import numpy as np

from indexer.engines.whoosh.postings import EMPTY, Postings, PostingsCache, Stream


class _Looking:
    """Finds postings of a thousand bytes for every term, and remembers what was looked up."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, stream: Stream, term: str) -> Postings:
        self.asked.append(f"{stream}:{term}")
        return Postings(np.zeros(125, np.int32), EMPTY.frequencies, EMPTY.positions)


def _looked_up(budget: int, terms: str) -> list[str]:
    looking = _Looking()
    kept = PostingsCache(looking, budget)
    for term in terms:
        assert len(kept.postings("text", term).rows) == 125
    return [each.removeprefix("text:") for each in looking.asked]


def test_what_is_kept_is_not_looked_up_again() -> None:
    assert _looked_up(2_000, "abab") == ["a", "b"]


def test_what_was_asked_for_longest_ago_makes_room() -> None:
    assert _looked_up(2_000, "abcab") == ["a", "b", "c", "a", "b"]
    assert _looked_up(2_000, "abacaba") == ["a", "b", "c", "b"]


def test_what_is_larger_than_all_room_is_not_kept() -> None:
    assert _looked_up(999, "aa") == ["a", "a"]
    assert _looked_up(1_000, "aa") == ["a"]


def test_a_word_of_the_title_is_not_the_same_as_one_of_the_text() -> None:
    looking = _Looking()
    kept = PostingsCache(looking)
    kept.postings("text", "a")
    kept.postings("title", "a")
    assert looking.asked == ["text:a", "title:a"]
