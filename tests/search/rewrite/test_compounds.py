"""Words that are written apart, with a hyphen or as one, and numbers in groups of digits, find each other."""

from itertools import product

import pytest

from indexer.search.page import SearchInput, SearchPage, search
from indexer.text.characters import plain
from tests.search.samples import archive, made

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


def test_the_parts_of_a_number_are_found_too() -> None:
    assert found("73 450", "450").total == 2
