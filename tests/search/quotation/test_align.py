"""How much of a quotation may differ, and which of several places it is taken from."""

from dataclasses import replace

import pytest

from indexer.engines.engine import Reader
from indexer.search.quotation.check import LONGEST, check
from tests.search.samples import archive, made

TEN = "pilots agreed that harbour tariffs should never rise above seven"
ELSEWHERE = made("elsewhere", "weather and nothing that was ever quoted in a speech")


def _altered(words: str, number: int) -> str:
    """So many words, from the fourth on, are others."""
    return " ".join(f"zz{place}" if 3 <= place < 3 + number else word for place, word in enumerate(words.split()))


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_four_of_ten_words_may_differ(number: int) -> None:
    found = check(archive(made("one", TEN), ELSEWHERE), _altered(TEN, number)).found
    assert [(each.article.id, each.differing) for each in found] == [("one", number)]


def test_five_of_ten_words_may_not_differ() -> None:
    assert check(archive(made("one", TEN), ELSEWHERE), _altered(TEN, 5)).verdict == "nothing"


def test_a_replaced_word_differs_once_and_two_for_one_twice() -> None:
    reader = archive(made("one", TEN))
    assert check(reader, TEN.replace("tariffs", "dues")).found[0].differing == 1
    assert check(reader, TEN.replace("tariffs", "old dues")).found[0].differing == 2
    assert check(reader, TEN.replace("harbour tariffs", "dues")).found[0].differing == 2


def _found(reader: Reader, typed: str) -> list[tuple[str, int]]:
    return [(each.article.id, each.differing) for each in check(reader, typed).found]


def test_the_three_places_that_differ_least_are_given_the_oldest_first_and_then_by_id() -> None:
    reader = archive(
        made("a-undated", TEN),
        made("d", TEN, date="2017"),
        made("c", TEN, date="2017"),
        made("late", TEN, date="2018"),
        made("early", TEN.replace("seven", "six"), date="2001"),
    )
    assert _found(reader, TEN) == [("c", 0), ("d", 0), ("late", 0)]


def test_an_undated_article_comes_behind_the_dated_ones() -> None:
    assert _found(archive(made("a", TEN), made("b", TEN, date="2018")), TEN) == [("b", 0), ("a", 0)]


def test_what_title_and_text_both_say_is_taken_from_the_text() -> None:
    both = made("one", f"They said: {TEN}.", title=TEN)
    assert not check(archive(both), TEN).found[0].in_title
    nearly = made("one", f"They said: {_altered(TEN, 1)}.", title=TEN)
    assert check(archive(nearly), TEN).found[0].in_title


def test_of_several_places_in_an_article_the_one_that_differs_least_is_given() -> None:
    text = f"{_altered(TEN, 3)}. {'weather ' * 40}. {_altered(TEN, 1)}. {'weather ' * 40}. {TEN}!"
    found = check(archive(made("one", text)), TEN).found[0]
    assert (found.differing, found.article.text[found.start : found.end]) == (0, f"{TEN}!")


def test_a_place_that_begins_alike_does_not_hide_one_that_differs_less() -> None:
    begins = " ".join([*TEN.split()[:6], "but", "never", "said", "so"])
    differs = TEN.replace("harbour", "river").replace("rise", "climb")
    text = f"{begins}. {'weather ' * 40}. {differs}."
    found = check(archive(made("one", text)), TEN).found[0]
    assert (found.differing, found.article.text[found.start : found.end]) == (2, f"{differs}.")


def test_a_rare_word_tells_the_article_though_its_neighbours_were_altered() -> None:
    common = "the council met on a coast and its old pilots agreed that tariffs should rise"
    others = [made(f"o{number:02}", f"{common} in spring or later") for number in range(30)]
    reader = archive(*others, made("z", f"{common} in Xanthi and in no other town of it"))
    assert _found(reader, f"{common} near Xanthi")[0] == ("z", 1)


def test_a_short_quotation_is_found_by_its_single_words() -> None:
    text = "the old pilots of this harbour agreed"
    assert _found(archive(made("one", text), ELSEWHERE), "old pilots xx this harbour") == [("one", 1)]


def test_many_words_put_in_do_not_hide_what_follows() -> None:
    words = [f"w{number}" for number in range(40)]
    typed = " ".join([*words[:12], *(f"new{number}" for number in range(8)), *words[12:]])
    assert _found(archive(made("one", " ".join(words)), ELSEWHERE), typed) == [("one", 8)]


def test_a_passage_begins_with_its_first_letter() -> None:
    one = made("one", TEN)
    assert check(archive(one), TEN).found[0].passage == one.passages[0]
    assert check(archive(replace(one, passages=())), TEN).found[0].passage is None


def test_accents_may_be_written_as_signs_of_their_own() -> None:
    assert (
        check(archive(made("one", "a na\u00efve r\u00e9sum\u00e9 of it")), "a nai\u0308ve re\u0301sume\u0301").verdict
        == "verbatim"
    )


def test_a_quotation_as_long_as_is_looked_for_is_not_cut() -> None:
    reader = archive(ELSEWHERE)
    assert not check(reader, "x" * LONGEST).cut
    assert check(reader, "x" * (LONGEST + 1)).cut


def test_frequent_words_do_not_hide_the_article_with_the_rare_ones() -> None:
    common = "the council of the ministers and the pilots in the harbour on the coast"
    others = [made(f"o{number}", f"{common} again") for number in range(40)]
    rare = made("rare", f"{common} named Zanzibar, Qufra, Xanthi")
    assert _found(archive(*others, rare), f"{common} named Zanzibar, Qufra, Xanthi")[0] == ("rare", 0)


def test_of_articles_with_the_same_words_the_one_that_has_them_in_a_row_is_found() -> None:
    words = "harbour pilots agree on tariffs"
    others = [made(f"o{number}", "tariffs on agree pilots harbour") for number in range(25)]
    weather = [made(f"w{number}", "weather on the coast today") for number in range(60)]
    assert _found(archive(*others, *weather, made("z", f"{words} it seems")), words) == [("z", 0)]
