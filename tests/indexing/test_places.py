"""Where a file has no names for its articles, each stays the one it was, whatever is put in before it."""

import json
import random
from collections.abc import Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from indexer.generations import generations_at
from indexer.indexing.history import opened_history
from tests.archive import Archive


def text_of(word: str) -> str:
    """Of one topic for all editions of a word: "alpha", "alpha-2"."""
    topic, _, edition = word.partition("-")
    items = " and ".join(f"the {topic} item {topic}{number}" for number in range(12))
    return f"The council met again. It heard a report on {items}. It will meet in the spring {edition}."


def title_of(word: str) -> str:
    return f"Of {word.partition('-')[0]}"


def as_lines(words: Sequence[str]) -> str:
    return "".join(json.dumps({"title": title_of(word), "text": text_of(word)}) + "\n" for word in words)


def as_items(words: Sequence[str]) -> str:
    return json.dumps([{"title": title_of(word), "text": text_of(word)} for word in words])


def as_entries(words: Sequence[str]) -> str:
    entries = (
        f"<item><title>{title_of(word)}</title><description>{escape(text_of(word))}</description></item>"
        for word in words
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{"".join(entries)}</channel></rss>'


KINDS = {"news.jsonl": as_lines, "news.json": as_items, "news.xml": as_entries}


@pytest.fixture(params=KINDS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def put(archive: Archive, name: str, words: Sequence[str], age: int) -> dict[str, str]:
    """The id of each article by its word, after an update of a file that holds them in this order."""
    archive.write(name, KINDS[name](words), age=age)
    archive.update()
    with closing(archive.open()) as engine, closing(engine.reader()) as reader:
        articles = [article for each in reader.ids() if (article := reader.article(each))]
    words_by_text = {text_of(word): word for word in words}
    found = {words_by_text[article.text]: article.id for article in articles}
    assert {*found} == {*words}
    assert len(found) == len(articles)
    return found


def test_articles_of_a_file_keep_their_ids_when_others_come_before_them_or_go(archive: Archive, name: str) -> None:
    before = put(archive, name, ["alpha", "beta", "gamma"], 50)
    on_top = put(archive, name, ["new", "alpha", "beta", "gamma"], 40)
    assert on_top.items() >= before.items()
    again = put(archive, name, ["newest", "new", "alpha", "beta", "gamma"], 30)
    assert again.items() >= on_top.items()
    gone = put(archive, name, ["new", "beta", "gamma"], 20)
    assert gone == {each: again[each] for each in gone}
    turned = put(archive, name, ["gamma", "beta", "new"], 10)
    assert turned == gone
    back = put(archive, name, ["alpha", "gamma", "beta", "new"], 0)
    assert back == {**turned, "alpha": before["alpha"]}


def test_an_article_that_is_edited_where_it_stands_stays_the_article_it_was(archive: Archive, name: str) -> None:
    before = put(archive, name, ["alpha", "beta", "gamma"], 20)
    edited = put(archive, name, ["alpha", "beta-2", "gamma"], 10)
    assert edited == {"alpha": before["alpha"], "beta-2": before["beta"], "gamma": before["gamma"]}
    another = put(archive, name, ["alpha", "delta", "gamma"], 0)
    assert another["delta"] not in before.values()


def test_an_article_that_is_edited_while_others_come_before_it_stays_the_article_it_was(
    archive: Archive, name: str
) -> None:
    before = put(archive, name, ["alpha", "beta", "gamma"], 20)
    edited = put(archive, name, ["new", "newer", "alpha", "beta-2", "gamma"], 10)
    assert (edited["alpha"], edited["beta-2"], edited["gamma"]) == (before["alpha"], before["beta"], before["gamma"])
    assert not {edited["new"], edited["newer"]} & {*before.values()}


def test_what_is_added_where_another_one_stood_long_ago_is_not_that_one(archive: Archive, name: str) -> None:
    before = put(archive, name, ["alpha", "beta", "gamma"], 30)
    put(archive, name, ["alpha", "beta"], 20)
    after = put(archive, name, ["alpha", "beta", "delta"], 10)
    assert after["delta"] not in before.values()


def test_a_line_put_in_on_top_leaves_no_former_states(archive: Archive, name: str) -> None:
    words = [f"town{number}" for number in range(20)]
    put(archive, name, words, 20)
    put(archive, name, ["new", *words], 10)
    generations = generations_at(archive.settings.index)
    with opened_history(generations.history(generations.in_force())) as history:
        for trace in history.traces():
            assert (history.versions(trace.id), history.former(trace.id)) == ([], [])


def test_two_lines_that_say_the_same_are_two_articles_wherever_they_stand(archive: Archive) -> None:
    def ids(words: Sequence[str], age: int) -> list[str]:
        archive.write("news.jsonl", as_lines(words), age=age)
        archive.update()
        with closing(archive.open()) as engine, closing(engine.reader()) as reader:
            return sorted(reader.ids())

    before = ids(["alpha", "beta", "beta"], 20)
    assert len(before) == 3
    after = ids(["gamma", "alpha", "beta", "beta"], 10)
    assert len(after) == 4
    assert {*before} < {*after}


def test_whatever_is_put_in_taken_out_or_moved_each_line_keeps_its_id(archive: Archive) -> None:
    chance = random.Random(14)
    fresh = (f"town{number}" for number in range(1000))
    words = [*islice(fresh, 30)]
    known = put(archive, "news.jsonl", words, 100)
    for age in range(99, 89, -1):
        for _ in range(chance.randrange(1, 6)):
            taken_out = words.pop(chance.randrange(len(words))) if chance.random() < 0.6 else ""
            put_in = next(fresh) if chance.random() < 0.6 else taken_out
            if put_in:
                words.insert(chance.randrange(len(words) + 1), put_in)
        now = put(archive, "news.jsonl", words, age)
        assert {each: now[each] for each in words if each in known} == {
            each: known[each] for each in words if each in known
        }
        assert not {now[each] for each in words if each not in known} & {*known.values()}
        known |= now


def test_a_file_of_lines_that_have_ids_of_their_own_goes_by_those(archive: Archive) -> None:
    def lines(*pairs: tuple[str, str]) -> str:
        return "".join(
            json.dumps({"id": one, "title": f"Of {one}", "text": text_of(word)}) + "\n" for one, word in pairs
        )

    archive.write("news.jsonl", lines(("one", "alpha"), ("two", "beta")), age=20)
    archive.update()
    archive.write("news.jsonl", lines(("one", "beta"), ("two", "alpha")), age=10)
    archive.update()
    with closing(archive.open()) as engine, closing(engine.reader()) as reader:
        found = {each.rpartition("-")[0]: article.text for each in reader.ids() if (article := reader.article(each))}
    assert found == {"news-one": text_of("beta"), "news-two": text_of("alpha")}
