"""Articles like one: what sets it apart weighs, and its copies stand by themselves."""

from dataclasses import replace

from indexer.article import Article
from indexer.search.more_like_this import related
from tests.search.samples import archive, made

FILLER = tuple(made(f"filler{number}", "weather report of a day") for number in range(10))


def _like(article: Article, *others: Article, limit: int = 5) -> list[tuple[str, tuple[str, ...]]]:
    found = related(archive(article, *others, *FILLER), article, limit).similar
    return [(each.article.id, each.shared) for each in found]


def test_a_rarer_word_tells_more_than_a_frequent_one() -> None:
    one = made("one", "lighthouse harbour")
    others = [made("light", "lighthouse"), *(made(f"h{number}", "harbour") for number in range(4))]
    found = _like(one, *others)
    assert found[0] == ("light", ("lighthouse",))
    assert found[1:] == [(f"h{number}", ("harbour",)) for number in range(4)]


def test_a_word_that_the_article_has_often_comes_first() -> None:
    one = made("one", "lighthouse harbour harbour")
    assert _like(one, made("both", "a lighthouse in a harbour")) == [("both", ("harbour", "lighthouse"))]


def test_a_word_of_the_title_counts_as_often_as_three_of_the_text() -> None:
    one = made("one", "lighthouse lighthouse", title="Harbour")
    assert _like(one, made("both", "a lighthouse in a harbour")) == [("both", ("harbour", "lighthouse"))]
    one = made("one", "lighthouse lighthouse lighthouse lighthouse", title="Harbour")
    assert _like(one, made("both", "a lighthouse in a harbour")) == [("both", ("lighthouse", "harbour"))]


def test_of_equally_telling_words_the_first_in_the_alphabet_comes_first() -> None:
    one = made("one", "pilot harbour lighthouse")
    assert _like(one, made("all", "lighthouse pilot harbour")) == [("all", ("harbour", "lighthouse", "pilot"))]


def test_numbers_letters_function_words_and_what_every_article_has_tell_nothing() -> None:
    one = made("one", "2016 x the which weather harbour")
    everywhere = [replace(each, text=f"{each.text} weather") for each in FILLER]
    other = made("other", "2016 x the which weather")
    assert related(archive(one, other, *everywhere), one).similar == ()
    assert _like(one, replace(other, text=f"{other.text} harbour")) == [("other", ("harbour",))]


def test_fifteen_words_are_looked_for() -> None:
    words = [f"word{chr(97 + number)}" for number in range(16)]
    one = made("one", " ".join(words))
    assert _like(one, made("all", f"{one.text} more")) == [("all", tuple(words[:15]))]


def test_words_that_no_other_article_has_are_not_looked_for() -> None:
    own = " ".join(f"own{chr(97 + number)}" for number in range(20))
    assert _like(made("one", f"{own} {own} harbour"), made("other", "a harbour")) == [("other", ("harbour",))]


def test_two_forms_of_one_word_are_one() -> None:
    one = made("one", "pilots pilot pilots harbour")
    assert _like(one, made("both", "pilots and a pilot")) == [("both", ("pilots",))]


def test_copies_are_no_similar_articles_and_stand_by_themselves_the_original_first() -> None:
    text = "lighthouse harbour pilot"
    original, other = made("original", text), made("other", "a lighthouse and a harbour")
    copies = [replace(made(f"copy{number}", text), duplicate_of="original") for number in range(2)]
    reader = archive(original, other, *copies, *FILLER)
    for article, expected in ((original, ["copy0", "copy1"]), (copies[0], ["original", "copy1"])):
        found = related(reader, article)
        assert [each.article.id for each in found.similar] == ["other"]
        assert [each.id for each in found.copies] == expected


def test_as_many_similar_articles_are_given_as_asked_for_though_copies_rank_before_them() -> None:
    text = "lighthouse harbour pilot"
    copies = [replace(made(f"copy{number}", text), duplicate_of="one") for number in range(6)]
    others = [made(f"other{number}", "a lighthouse and a harbour") for number in range(4)]
    assert [each for each, _ in _like(made("one", text), *copies, *others, limit=2)] == ["other0", "other1"]
