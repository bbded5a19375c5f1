"""Where no article has all words: which have most of them, and what is said of each."""

import pytest

from indexer.engines.engine import Reader
from indexer.search.page import PartialMatches, SearchInput, search
from tests.search.samples import archive, made, of_texts


def _partial(reader: Reader, typed: str) -> PartialMatches:
    partial = search(reader, SearchInput(typed)).partial
    assert partial is not None
    return partial


def _found(reader: Reader, typed: str) -> dict[str, tuple[str, ...]]:
    return {result.article.id: result.missing for result in _partial(reader, typed).results}


def test_six_of_the_conditions_are_counted_the_rarest_of_them() -> None:
    words = [f"word{chr(97 + number)}" for number in range(7)]
    frequent = [words[0]] * 3
    reader = of_texts(*frequent, " ".join(words[1:7]), *words[1:6])
    assert (_partial(reader, " ".join(words)).have, _partial(reader, " ".join(words)).of) == (6, 7)
    assert _found(reader, " ".join(words)) == {"003": (words[0],)}
    without_a_rare_one = of_texts(*frequent, " ".join(words[:6]), words[6])
    assert _partial(without_a_rare_one, " ".join(words)).have == 5


def test_a_word_that_no_article_has_takes_the_place_of_none_that_some_have() -> None:
    words = [f"word{chr(97 + number)}" for number in range(6)]
    unknown = ["zebra", "quagga", "okapi"]
    reader = of_texts(" ".join(words))
    assert (_partial(reader, " ".join([*unknown, *words])).have) == 6
    assert _found(reader, " ".join([*unknown, *words])) == {"000": tuple(unknown)}


@pytest.mark.parametrize("required", ["date:2017", "-old", "after:2016", "date:2017 -old"])
def test_dates_and_exclusions_are_required_and_not_counted(required: str) -> None:
    reader = archive(
        made("a", "harbour treaty", date="2017"),
        made("b", "harbour treaty old", date="2016"),
        made("c", "pilot", date="2016"),
        made("d", "old pilot harbour charter treaty", date="2015"),
    )
    partial = _partial(reader, f"harbour treaty zebra {required}")
    assert (partial.have, partial.of) == (2, 3)
    assert [result.article.id for result in partial.results] == ["a"]


def test_what_only_excluded_articles_have_takes_the_place_of_no_condition() -> None:
    words = [f"word{chr(97 + number)}" for number in range(6)]
    reader = of_texts(f"old {' '.join(words)}", "harbour treaty", "harbour treaty")
    assert set(_found(reader, f"{' '.join(words)} harbour treaty -old")) == {"001", "002"}


def test_a_word_in_the_title_is_not_missing() -> None:
    reader = archive(made("a", "a treaty", title="Harbour"))
    assert _found(reader, "harbour treaty zebra") == {"a": ("zebra",)}
    assert _found(reader, "title:harbour treaty title:treaty") == {"a": ("title:treaty",)}


def test_a_condition_that_marks_nothing_is_not_said_to_be_missing() -> None:
    reader = archive(made("a", "a treaty"), made("b", "harbour"))
    assert _found(reader, "treaty language:en zebra") == {"a": ("zebra",)}


def test_function_words_are_not_counted_though_all_telling_words_are_there() -> None:
    partial = _partial(of_texts("harbour treaty", "harbour"), "the harbour treaty")
    assert (partial.have, partial.of, partial.total) == (2, 2, 1)
    assert [result.missing for result in partial.results] == [()]


def test_help_is_given_only_where_it_is_wanted() -> None:
    reader = of_texts("harbour treaty", *["harbour pilot"] * 3)
    asked = SearchInput("treaty harboux", hints=False)
    assert search(reader, asked).partial is None
    assert search(reader, asked).did_you_mean == ""
    assert search(reader, SearchInput("treaty harboux")).did_you_mean == "treaty harbour"
