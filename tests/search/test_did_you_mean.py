"""Another spelling is offered only for a word that hardly any article has, and one that far more have."""

from pathlib import Path

import pytest

from indexer.authority import load
from indexer.engines.engine import Reader
from indexer.search.did_you_mean import spellings
from indexer.search.page import Choice, SearchInput, search
from indexer.search.rewrite.synonyms import Synonyms
from tests.search.samples import archive, made, of_texts

# How many articles have each word. Where two words are near each other, nothing else is.
HAVE = {
    "treaty": 10,
    "treatx": 1,
    "vessel": 9,
    "vessex": 1,
    "harbour": 29,
    "harboux": 3,
    "lantern": 30,
    "lanterx": 3,
    "minister": 40,
    "ministex": 4,
    "ship": 12,
    "sea": 12,
    "commission": 12,
    "dover": 8,
    "doves": 9,
    "doom": 2,
    "rescue": 5,
    "rescuer": 7,
}


@pytest.fixture(scope="module")
def counted() -> Reader:
    return of_texts(*(" ".join(word for word, have in HAVE.items() if number < have) for number in range(40)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("treatx", "treaty", id="ten times as many articles are enough"),
        pytest.param("vessex", "", id="nine times as many are not"),
        pytest.param("harboux", "", id="of a word in three articles neither"),
        pytest.param("lanterx", "lantern", id="ten times three are enough"),
        pytest.param("ministex", "", id="a word in four articles is no slip"),
        pytest.param("shipp", "ship", id="a longer word by one letter"),
        pytest.param("shix", "ship", id="a word of four letters may be wrong in one"),
        pytest.param("sxip", "ship", id="wherever it is"),
        pytest.param("hsip", "ship", id="two letters may have changed places"),
        pytest.param("sxp", "", id="a word of three letters is too near to everything"),
        pytest.param("shpxp", "", id="a word of five letters may not be wrong in two"),
        pytest.param("comixion", "", id="nor one of eight in three"),
        pytest.param("commixxion", "commission", id="a longer one may be wrong in two"),
        pytest.param("doven", "doves", id="of equally near words the one that more articles have"),
        pytest.param("resque", "rescue", id="a nearer word before one that more have"),
        pytest.param('"treatx"', '"treaty"', id="a quoted word stays quoted"),
        pytest.param("zebra OR treatx", "zebra OR treaty", id="in an alternative"),
        pytest.param("(zebra OR treatx) sea", "(zebra OR treaty) sea", id="within parentheses"),
    ],
)
def test_a_rare_word_is_corrected_to_a_near_and_far_more_frequent_one(counted: Reader, typed: str, meant: str) -> None:
    assert search(counted, SearchInput(typed)).did_you_mean == meant


def test_a_word_that_many_have_is_right_though_the_choices_leave_few_of_them() -> None:
    common = [made(f"c{number}", "treatx", date="2016") for number in range(5)]
    near = [made(f"n{number}", "treaty", date="2017") for number in range(60)]
    asked = SearchInput("treatx", (Choice("year", ("2017",)),))
    assert search(archive(*common, *near), asked).did_you_mean == ""


def test_what_would_find_no_more_within_the_choices_is_not_offered() -> None:
    near = [made(f"n{number}", "treaty", date="2017") for number in range(20)]
    reader = archive(made("a", "treatx", date="2016"), *near)
    assert search(reader, SearchInput("treatx", (Choice("year", ("2016",)),))).did_you_mean == ""
    assert search(reader, SearchInput("treatx", (Choice("year", ("2017",)),))).did_you_mean == "treaty"


def test_where_more_than_three_articles_are_found_no_word_is_doubted() -> None:
    near = [made(f"n{number}", "treaty") for number in range(20)]
    for boats, meant in ((2, "boat OR treaty"), (3, "")):
        reader = archive(made("a", "treatx"), *near, *(made(f"b{number}", "boat") for number in range(boats)))
        assert search(reader, SearchInput("boat OR treatx")).did_you_mean == meant


def test_a_name_that_is_known_is_not_doubted(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[organisation]]\nname = "Treatx"\nvariants = ["Body of Treaties"]\n', "utf-8")
    reader = of_texts(*["treaty"] * 20)
    assert search(reader, SearchInput("treatx")).did_you_mean == "treaty"
    assert search(reader, SearchInput("treatx"), Synonyms(load(tmp_path))).did_you_mean == ""


def test_spellings_are_words_of_the_index_but_not_the_word_itself(counted: Reader) -> None:
    assert spellings(counted, "Treaty") == ("treatx",)
    assert spellings(counted, "dovex") == ("doves", "dover")
    assert spellings(counted, "sxa") == ()
