"""A text that was pasted is searched by its telling words."""

from indexer.search.page import SearchInput, search
from indexer.search.telling_words import shortened
from tests.search.samples import archive, made

STORY = "The pilots of Northport struck over dues. " + "They met the board and the harbour office again. " * 60
OTHERS = ("They met the board.", "The harbour office met again.", "Pilots met.")


def test_a_pasted_article_finds_itself_and_a_note_says_how() -> None:
    reader = archive(made("story", STORY), *(made(str(n), text) for n, text in enumerate(OTHERS)))
    page = search(reader, SearchInput(STORY))
    assert page.results[0].article.id == "story"
    assert len(page.asked.typed) < 200
    assert {"Northport", "struck", "dues"} <= {*page.asked.typed.split()}
    assert str(page.notes[0].message).startswith("This is a long text; it is searched by its ")


def test_a_query_stays_as_it_was_typed() -> None:
    reader = archive(made("story", STORY))
    assert shortened(reader, SearchInput("pilots " * 100)) == (SearchInput("pilots " * 100), ())


def test_a_long_text_without_a_word_of_the_archive_is_searched_as_far_as_any_query() -> None:
    page = search(archive(made("story", "pilots")), SearchInput("zebra " * 500))
    assert page.total == 0
    assert page.notes
