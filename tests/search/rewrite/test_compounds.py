"""Words that are written apart, with a hyphen or as one, and numbers in groups of digits, find each other."""

from itertools import product

import pytest

from indexer.search.page import SearchInput, SearchPage, search
from indexer.text.characters import plain
from tests.search.samples import archive, made, of_texts

_FORMS = """
    counter-terrorism counterterrorism counter_terrorism, per-cent percent per_cent, buy-back buyback buy_back,
    peace-keeping peacekeeping peace_keeping, fire-fighting firefighting fire_fighting,
    non-aligned nonaligned non_aligned
"""
COMPOUNDS = [[form.replace("_", " ") for form in forms.split()] for forms in _FORMS.split(",")]
NUMBERS = ["73450", "73 450", "73,450", "73'450", "73\u00a0450", "73\u202f450"]


def found(written: str, typed: str, language: str = "en") -> SearchPage:
    others = ("Nothing of the kind", "The year 2016 and the 450 others", "A cent for the terrorism of seventy 73")
    texts = (f"They spoke of {plain(written)} that day", *others)
    made_so = (made(str(number), text, language=language) for number, text in enumerate(texts))
    return search(archive(*made_so), SearchInput(typed, spelling="typed"))


@pytest.mark.parametrize(
    ("written", "typed"), [pair for forms in COMPOUNDS for pair in product(forms, repeat=2)], ids=" for ".join
)
def test_a_compound_is_found_in_whatever_way_it_is_written(written: str, typed: str) -> None:
    page = found(written, typed)
    assert [each.article.id for each in page.results if each.matched == "all"] == ["0"]
    assert page.results[0].passages[0].marks


def test_a_quoted_compound_is_as_it_is_written() -> None:
    assert found("counter-terrorism", '"counterterrorism"').total == 0
    assert found("counterterrorism", '"counter terrorism"').total == 0
    assert found("counter-terrorism", '"counter terrorism"').total == 1


def test_what_no_article_has_as_one_is_two_words() -> None:
    assert found("terrorism that would counter", "counter terrorism").has_all


@pytest.mark.parametrize(("written", "typed"), list(product(NUMBERS, repeat=2)), ids=" for ".join)
def test_a_number_is_found_in_whatever_groups_it_is_written(written: str, typed: str) -> None:
    page = found(written, typed)
    assert [each.article.id for each in page.results if each.matched == "all"] == ["0"]
    assert page.results[0].passages[0].marks


@pytest.mark.parametrize("typed", ["1284500", "1 284 500", "1.284.500", "1,284,500"])
@pytest.mark.parametrize("written", ["1284500", "1 284 500", "1.284.500", "1,284,500"])
@pytest.mark.parametrize("language", ["en", "de", ""])
def test_three_groups_are_a_number_in_every_language(written: str, typed: str, language: str) -> None:
    assert found(written, typed, language).has_all


@pytest.mark.parametrize(
    ("language", "written", "typed", "is_found"),
    [
        ("de", "73.450", "73450", True),
        ("de", "73.450", "73 450", True),
        ("de", "73450", "73.450", True),
        ("de", "3,145", "3145", False),
        ("de", "3,145", "3,145", True),
        ("ru", "3,145", "3145", False),
        ("en", "3.145", "3145", False),
        ("en", "3.145", "3.145", True),
        ("en", "3,145", "3145", True),
        ("en", "3145", "3.145", False),
        ("en", "12.10.2016", "12102016", False),
        ("en", "73450", "450", False),
    ],
)
def test_a_decimal_stays_a_decimal_by_the_language(language: str, written: str, typed: str, *, is_found: bool) -> None:
    page = found(written, typed, language)
    assert ("0" in [each.article.id for each in page.results if each.matched == "all"]) is is_found


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("a head of state", "ahead of the state visit"),
        ("in security", "insecurity"),
        ("learning", "the lear ning"),
        ("toget", "to get"),
        ("managing", "man aging, the managing and managing of the managing"),
    ],
)
def test_a_small_word_or_an_ending_makes_no_compound(typed: str, text: str) -> None:
    others = [f"managing {number} of the learning" for number in range(9)]
    reader = archive(made("a", text), *(made(str(n), each) for n, each in enumerate(others)))
    page = search(reader, SearchInput(typed, spelling="typed"))
    assert ("a" in [each.article.id for each in page.results if each.matched == "all"]) is (typed in text)


@pytest.mark.parametrize("typed", ["fire fighting", "counter-terrorism", "O Brien"])
def test_what_an_article_has_in_one_word_is_not_misspelt_in_two(typed: str) -> None:
    texts = (
        "the firefighting unit of counterterrorism",
        "a fine lighting of fighters",
        "of peace building",
        "OBrien spoke",
    )
    page = search(of_texts(*texts, "terrorist attacks, an encounter"), SearchInput(typed))
    assert (page.total, page.did_you_mean) == (1, "")


def test_words_that_were_run_together_by_a_slip_come_last() -> None:
    texts = (*["the peace process goes on and on and on for years"] * 5, "peaceprocess")
    found_ids = [each.article.id for each in search(of_texts(*texts), SearchInput("peace process")).results]
    assert found_ids[-1] == "005"


@pytest.mark.parametrize("typed", ["+counter-terrorism", "контр террор", "контртеррор", "Öl-Preis", "Ölpreis -none"])
def test_compounds_are_read_in_every_script_and_where_a_word_has_to_be_there(typed: str) -> None:
    texts = ("counterterrorism, контртеррор, Ölpreis", "counter-terrorism, контр-террор, Öl-Preis", "none")
    assert search(of_texts(*texts), SearchInput(typed, spelling="typed")).total == 2 - typed.startswith("Ölpreis")


@pytest.mark.parametrize(
    "written", ["100 200 300 400 500 600 700", "12 345.5 and 12 3456", "1.234.567.890.123.456.789"]
)
def test_a_row_of_numbers_is_no_number(written: str) -> None:
    for typed in ("100200300400500", "200300400500600", "12345", "123456789", "1234567890123456789"):
        assert found(written, typed).total == 0


@pytest.mark.parametrize("typed", ["tonnes", "1,500", "kg"])
def test_what_stands_beside_a_decimal_is_found(typed: str) -> None:
    assert found("1,500-tonnes et 2,500€/kg", typed, "fr").has_all


def test_digits_of_other_scripts_are_digits() -> None:
    assert found("٧٣٤٥٠", "73450").has_all
    assert found("73450", "٧٣٤٥٠").has_all


def test_the_parts_of_a_number_are_found_too() -> None:
    assert found("73 450", "450").total == 2
