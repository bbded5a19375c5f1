"""A word that no article has is read as one that is spelt nearly so, where that is sure; what is found is right."""

from pathlib import Path
from random import Random

import pytest

from indexer.authority import load
from indexer.engines.engine import Reader
from indexer.search.did_you_mean import spellings
from indexer.search.page import Choice, SearchInput, SearchPage, marker, search
from indexer.search.rewrite.synonyms import Synonyms
from tests.search.samples import archive, made, of_texts

# How many articles have each word. Where two words are near each other, nothing else is.
HAVE = {
    "treaty": 10,
    "treatx": 1,
    "vessel": 9,
    "lantern": 20,
    "lanterx": 2,
    "ship": 12,
    "sails": 12,
    "mails": 1,
    "commission": 12,
    "sover": 8,
    "soves": 9,
    "rescue": 5,
    "rescuer": 7,
    "soya": 3,
    "reality": 5,
}


@pytest.fixture(scope="module")
def counted() -> Reader:
    return of_texts(*(" ".join(word for word, have in HAVE.items() if number < have) for number in range(40)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("vessex", "vessel", id="the only one that is near"),
        pytest.param("Vessex", "Vessel", id="with its capitals"),
        pytest.param("VESSEX", "VESSEL", id="all of them"),
        pytest.param("lanterg", "lantern", id="one that ten times as many articles have as another"),
        pytest.param("sailss", "sails", id="a longer word by one letter"),
        pytest.param("sxails", "sails", id="a letter too many"),
        pytest.param("saisl", "sails", id="two letters may have changed places"),
        pytest.param("wessel", "vessel", id="the first letter, where no other word is near"),
        pytest.param("commixxion", "commission", id="a long word may be wrong in two letters"),
        pytest.param("resque", "rescue", id="a nearer word before one that more have"),
        pytest.param("vessex OR sails", "vessel OR sails", id="in an alternative"),
        pytest.param("(vessex OR sails) ship", "(vessel OR sails) ship", id="within parentheses"),
        pytest.param("who has the vessex?", "who has the vessel", id="in a sentence"),
    ],
)
def test_a_word_that_no_article_has_is_read_as_the_one_that_is_near(counted: Reader, typed: str, meant: str) -> None:
    page = search(counted, SearchInput(typed))
    assert (page.did_you_mean, page.corrected) == (meant, True)
    assert page.total == search(counted, SearchInput(meant)).total


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("treatx", id="a word that one article has"),
        pytest.param("vessels", id="or that it has in another form"),
        pytest.param('"vessex"', id="a quoted word"),
        pytest.param("-vessex", id="one that is left out"),
        pytest.param("soja", id="one of four letters"),
        pytest.param("vexxex", id="one of six with two wrong"),
        pytest.param("O'Reality", id="one with an apostrophe"),
        pytest.param("vessel2", id="one with a figure"),
        pytest.param("zzzzzz", id="one that nothing is near"),
    ],
)
def test_what_is_right_quoted_short_or_far_from_all_others_is_not_corrected(counted: Reader, typed: str) -> None:
    page = search(counted, SearchInput(typed))
    assert (page.did_you_mean, page.corrected) == ("", False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("soven", "soves", id="of equally near and frequent words the one that more have"),
        pytest.param("rails", "sails", id="a word that begins with another letter, beside others that are near"),
    ],
)
def test_what_may_well_be_another_word_is_only_proposed(counted: Reader, typed: str, meant: str) -> None:
    page = search(counted, SearchInput(typed))
    assert (page.did_you_mean, page.corrected, page.total) == (meant, False, 0)


def test_what_was_typed_is_searched_where_that_is_asked_for(counted: Reader) -> None:
    page = search(counted, SearchInput("vessex", spelling="typed"))
    assert (page.total, page.did_you_mean, page.corrected) == (0, "vessel", False)


def test_what_the_choices_leave_makes_no_word_wrong_or_right() -> None:
    near = [made(f"n{number}", "treaty", date="2017") for number in range(20)]
    reader = archive(made("a", "treatx", date="2016"), *near)
    for year in ("2016", "2017"):
        assert search(reader, SearchInput("treatx", (Choice("year", (year,)),))).did_you_mean == ""
        assert search(reader, SearchInput("treatyx", (Choice("year", (year,)),))).did_you_mean == "treaty"


JOINED = of_texts("the tide table", "the timetable", "soybean oil", "the soy", "a bean", "interest rate", "interstate")


def shown(typed: str) -> SearchPage:
    return search(JOINED, SearchInput(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tidetable", "tide table"), ("interestrate", "interest rate"), ("soy bean", ""), ("Soy Bean oil", "")],
)
def test_words_typed_as_one_or_as_two_are_found_as_the_archive_has_them(typed: str, meant: str) -> None:
    assert (shown(typed).total, shown(typed).did_you_mean, shown(typed).corrected) == (1, meant, False)


def test_words_that_never_stand_side_by_side_are_no_word_taken_apart() -> None:
    assert search(of_texts("the tide and the table"), SearchInput("tidetable")).did_you_mean == ""


def test_a_name_that_is_known_is_not_doubted(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[organisation]]\nname = "Treatx"\nvariants = ["Body of Treaties"]\n', "utf-8")
    reader = of_texts(*["treaty"] * 20)
    assert search(reader, SearchInput("treatx")).corrected
    assert search(reader, SearchInput("treatx"), Synonyms(load(tmp_path))).did_you_mean == ""


def test_of_made_up_words_each_is_right_and_nearly_all_slips_are_mended() -> None:
    """Of six to ten letters, one of which is wrong, left out or too many."""
    chance = Random(15)
    letters = "abcdefghijklmnoprstuvwy"
    words = sorted({"".join(chance.choices(letters, k=chance.randint(6, 10))) for _ in range(1_000)})
    reader = of_texts(*(" ".join(words[start : start + 20]) for start in range(0, len(words), 20)))
    assert not any(search(reader, SearchInput(word, size=1, facets=())).did_you_mean for word in words[::5])
    mended = 0
    for word in words[::5]:
        at = chance.randrange(1, len(word))
        slip = word[:at] + chance.choice([word[at + 1 :], "x" + word[at:], "x" + word[at + 1 :]])
        page = search(reader, SearchInput(slip, size=1, facets=()))
        mended += page.corrected and page.did_you_mean == word
    assert mended >= 0.9 * len(words[::5])


def test_of_many_unknown_words_none_is_corrected(counted: Reader) -> None:
    typed = "vessex sailss commixxion lanterg"
    assert search(counted, SearchInput(typed)).corrected
    assert search(counted, SearchInput(f"{typed} resque")).did_you_mean == ""


def test_in_an_article_is_marked_what_was_searched(counted: Reader) -> None:
    article = counted.article("000")
    assert article is not None
    assert [article.text[start:end] for start, end in marker(counted, "vessex")(article).text] == ["vessel"]


def test_spellings_are_words_of_the_index_but_not_the_word_itself(counted: Reader) -> None:
    assert spellings(counted, "Treaty") == ("treatx",)
    assert spellings(counted, "sovex") == ("soves", "sover")
    assert spellings(counted, "sxa") == ()


@pytest.mark.parametrize(("times", "is_sure"), [(4, True), (3, False)])
def test_a_spelling_is_far_the_best_where_four_times_as_many_articles_have_it(times: int, is_sure: bool) -> None:
    page = search(of_texts(*["treaty"] * times, "treary"), SearchInput("treacy"))
    assert (page.did_you_mean, page.corrected) == ("treaty", is_sure)
