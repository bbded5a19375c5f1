"""Documents whose title a text says beside them."""

import pytest

from indexer.text.symbols.titled import Titled, titled_by_heading, titled_in

TITLE = "No first placement of lamps in harbours"


@pytest.mark.parametrize(
    "text",
    [
        f"The Assembly adopted resolution 75/32, “{TITLE}”, in its session.",
        f"The Assembly adopted resolution 75/32 entitled “{TITLE}.”",
        f"The Assembly adopted resolution 75/32 of 7 December 2020, “{TITLE}”.",
        f"The Assembly adopted resolution 75/32 of December 7, 2020, on “{TITLE}”.",
        f'The Assembly adopted resolution 75/32 "{TITLE}" on December 7.',
        f"The text (A/RES/75/32), “{TITLE}”, was read.",
        f"L’Assemblée a adopté la résolution 75/32 intitulée «{TITLE}».",
        f"The Assembly adopted the resolution “{TITLE}” (A/RES/75/32).",
        f"The Assembly adopted “{TITLE}” (General Assembly resolution 75/32).",
        "It adopted resolution 75/32, “No first placement of\nlamps in harbours”.",
    ],
)
def test_a_title_in_quotation_marks_beside_the_symbol_is_its_title(text: str) -> None:
    assert list(titled_in(text)) == [Titled("A/RES/75/32", TITLE)]


@pytest.mark.parametrize(
    "text",
    [
        f"Resolution 75/32 was adopted; he called it “{TITLE}”.",
        "Resolution 75/32, “no first placement of lamps” in it, was adopted.",
        "Resolution 75/32, “Harbour lamps”, was adopted.",
        f"“{TITLE}” was adopted with resolution 75/32.",
        f"Resolution 75/32: {TITLE}.",
    ],
    ids=["words between", "a part of a sentence", "two words", "a sentence between", "no marks"],
)
def test_what_is_not_right_beside_it_or_may_be_anything_is_no_title(text: str) -> None:
    assert list(titled_in(text)) == []


@pytest.mark.parametrize(
    "heading",
    [
        f"75/32. {TITLE}",
        f"A/RES/75/32: {TITLE} (summary)",
        f"Resolution 75/32 – {TITLE}",
        f"General Assembly resolution 75/32. {TITLE}*",
    ],
)
def test_a_heading_has_its_title_behind_its_number(heading: str) -> None:
    assert list(titled_by_heading(f"Some masthead\n\n{heading}\n\nThe General Assembly,")) == [
        Titled("A/RES/75/32", TITLE)
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "75/32. Text of the resolution",
        "A/RES/75/32: what the lamps are for",
        "75/32. Harbour lamps",
        f"On 75/32. {TITLE}",
        "x\n" * 1_000 + f"75/32. {TITLE}",
    ],
    ids=["what any resolution has", "a sentence", "two words", "inside a line", "far down"],
)
def test_what_may_stand_over_any_text_is_no_title_of_it(heading: str) -> None:
    assert list(titled_by_heading(heading)) == []


def test_titles_are_alike_whatever_their_capitals_marks_years_and_numbers_are() -> None:
    first, second = Titled("A/RES/74/1", "Budget for 2018–2019"), Titled("A/RES/75/9", "BUDGET, for 2020-2021")
    assert first.key == second.key
    assert first.key != Titled("S/RES/2000 (2011)", "Budget for 2018–2019").key
    assert first.key != Titled("A/RES/74/1", "Budget of 2018–2019").key
