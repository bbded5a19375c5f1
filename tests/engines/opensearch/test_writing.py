"""A batch counts as a whole or not at all: whatever the cluster, the way to it, or another writer does meanwhile."""

import random

import pytest

from indexer.article import Article
from indexer.engines.engine import SearchRequest
from indexer.engines.opensearch import control
from indexer.engines.opensearch import writer as opensearch_writer
from indexer.errors import IndexBroken, IndexBusy
from indexer.query.tree import MatchAll
from tests.conftest import Opened
from tests.engines.opensearch.flaky import Flaky
from tests.engines.opensearch.nodes import Nodes
from tests.engines.samples import ALL_FACETS, ARTICLES, article, exact, filled, found

pytestmark = pytest.mark.cluster


def _numbered(number: int) -> Article:
    return article(f"a{number:03}", f"Title {number}", "old words and new words", "2016")


def _documents(cluster: Nodes, address: str) -> int:
    """All that the index holds, whether it counts or not."""
    index = address.rpartition("/")[2]
    cluster.ask(f"/{index}/_refresh", "POST")
    return int(cluster.ask(f"/{index}/_count?q=_exists_:since")["count"])


def test_what_was_sent_does_not_count_before_the_batch_is_whole(
    cluster: Nodes, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    monkeypatch.setattr(opensearch_writer, "CHUNK_BYTES", 1)
    address = cluster.fresh_address()
    engine = opened(address, create=True)
    before = filled(engine)
    result = before.search(SearchRequest(MatchAll(), facets=ALL_FACETS))
    with pytest.raises(ZeroDivisionError), engine.writer() as writer:
        writer.delete("storm")
        for number in range(10):
            writer.replace(_numbered(number))
        assert _documents(cluster, address) > len(ARTICLES)
        assert opened(address).reader().search(SearchRequest(MatchAll(), facets=ALL_FACETS)) == result
        raise ZeroDivisionError
    assert opened(address).reader().search(SearchRequest(MatchAll(), facets=ALL_FACETS)) == result
    with engine.writer() as writer:
        writer.replace(_numbered(1))
    assert _documents(cluster, address) == engine.reader().count == len(ARTICLES) + 1


def test_what_was_replaced_is_forgotten_when_no_reader_can_want_it(
    cluster: Nodes, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    address = cluster.fresh_address()
    engine = opened(address, create=True)
    filled(engine)
    filled(engine)
    assert _documents(cluster, address) == 2 * len(ARTICLES)
    monkeypatch.setattr(control, "KEPT_SECONDS", 0)
    with engine.writer() as writer:
        writer.delete("storm")
    assert _documents(cluster, address) == len(ARTICLES)
    assert engine.reader().count == len(ARTICLES) - 1


def test_a_writer_that_was_taken_for_dead_changes_nothing_any_more(
    cluster: Nodes, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    monkeypatch.setattr(control, "STALE", 0.5)
    monkeypatch.setattr(opensearch_writer, "CHUNK_BYTES", 1)
    address = cluster.fresh_address()
    slow, other = opened(address, create=True), opened(address)
    filled(other)
    with pytest.raises(IndexBusy), slow.writer() as writer:
        writer.replace(article("slow", "Slow", "words of the slow one"))
        with other.writer() as quick:
            quick.replace(article("ferry", "Quick", "words of the quick one"))
            quick.delete("storm")
        writer.replace(article("ferry", "Late", "words that come too late"))
        writer.delete("lind")
    reader = other.reader()
    assert set(reader.ids()) == {each.id for each in ARTICLES} - {"storm"}
    assert found(reader, exact("quick")) == {"ferry"}
    assert found(reader, exact("slow")) == {"lind"}
    assert found(reader, exact("late")) == set()
    with other.writer() as writer:
        writer.replace(article("ferry", "Last", "last words"))
    assert found(other.reader(), exact("last")) == {"ferry"}
    assert other.reader().count == len(ARTICLES) - 1


def test_two_indexers_wait_for_each_other(cluster: Nodes, monkeypatch: pytest.MonkeyPatch, opened: Opened) -> None:
    monkeypatch.setenv("COMMUNIQUE_OPENSEARCH_PATIENCE", "0")
    address = cluster.fresh_address()
    one, two = opened(address, create=True), opened(address)
    with one.writer() as writer:
        writer.replace(_numbered(1))
        with pytest.raises(IndexBusy, match="process"), two.writer():
            pass
    with two.writer() as writer:
        writer.replace(_numbered(2))
    assert list(one.reader().ids()) == ["a001", "a002"]


def test_nothing_is_lost_or_doubled_where_requests_fail_and_answers_get_lost(cluster: Nodes, opened: Opened) -> None:
    chance = random.Random(1)
    kinds = ["", "", "", "", "busy", "down", "lost"]
    address = cluster.fresh_address()
    opened(address, create=True).close()
    index = address.rpartition("/")[2]
    with Flaky(cluster.ports[0][0], lambda path, number: chance.choice(kinds)) as way:
        engine = opened(f"opensearch:{way.host}/{index}")
        for commit in range(4):
            with engine.writer() as writer:
                for number in range(commit * 5, commit * 5 + 10):
                    writer.replace(article(f"a{number:03}", f"Of commit {commit}", "old words"))
                writer.delete(f"a{commit:03}")
        seen = list(engine.reader().ids())
        engine.close()
    assert way.faults > 10
    reader = opened(address).reader()
    expected = [f"a{number:03}" for number in range(4, 25)]
    assert seen == list(reader.ids()) == expected
    assert reader.search(SearchRequest(exact("words"))).total == len(expected)
    assert found(reader, exact("3")) == {f"a{number:03}" for number in range(15, 25)}


def test_a_cluster_that_stays_too_busy_is_said_and_changes_nothing(
    cluster: Nodes, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    monkeypatch.setenv("COMMUNIQUE_OPENSEARCH_PATIENCE", "1")
    address = cluster.fresh_address()
    filled(opened(address, create=True))
    with Flaky(cluster.ports[0][0], lambda path, number: "busy" if "_bulk" in path else "") as way:
        engine = opened(f"opensearch:{way.host}/{address.rpartition('/')[2]}")
        with pytest.raises(IndexBroken) as raised, engine.writer() as writer:
            writer.replace(_numbered(1))
        engine.close()
    assert raised.value.remedy
    reader = opened(address).reader()
    assert set(reader.ids()) == {each.id for each in ARTICLES}
    assert reader.generation == "1"


def test_a_deletion_whose_answer_got_lost_is_a_deletion(cluster: Nodes, opened: Opened) -> None:
    address = cluster.fresh_address()
    filled(opened(address, create=True))
    lost: list[str] = []

    def lose_the_first(path: str, _: int) -> str:
        if "_bulk" not in path or lost:
            return ""
        lost.append(path)
        return "lost"

    with Flaky(cluster.ports[0][0], lose_the_first) as way:
        engine = opened(f"opensearch:{way.host}/{address.rpartition('/')[2]}")
        with engine.writer() as writer:
            writer.delete("storm")
        engine.close()
    assert lost
    assert set(opened(address).reader().ids()) == {each.id for each in ARTICLES} - {"storm"}
