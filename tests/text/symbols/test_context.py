"""What the words around a number make of it: whose it is, how far they reach, and which numbers there can be."""

import pytest

from indexer.text.symbols import symbols_in

FAR = "The ministers thanked the staff for all the work that was done over the year, and for the good food too."


def named(text: str) -> list[str]:
    return [each.symbol for each in symbols_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN Charter and the NPT hold. Article 51 of the Charter says so.", ["UN Charter, art. 51"]),
        ("the CSTO Charter (art. 51 of the UN Charter)", ["UN Charter, art. 51"]),
        ("The UN Charter is clear. Article 5 of the Charter of the Lakeside Union says so.", []),
    ],
    ids=["the only charter beside a treaty", "what follows before the bracket", "another charter"],
)
def test_which_charter_an_article_is_of(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_each_article_of_a_list_has_its_own_place_and_the_first_has_the_word() -> None:
    for text, spans in (
        ("under Articles 52 and 53 of the UN Charter", ["Articles 52", "53"]),
        ("under Article 2(4) of the UN Charter", ["Article 2(4)"]),
    ):
        assert [text[each.start : each.end] for each in symbols_in(text)] == spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolution 71/12 of the ministers, who met the Human Rights Council", ["A/RES/71/12"]),
        (f"The Human Rights Council met. {FAR} They praised resolution 71/12.", ["A/RES/71/12"]),
        (
            "The Human Rights Council recalled after a long debate of some days its resolution 16/18.",
            ["A/HRC/RES/16/18"],
        ),
        ("The General Assembly praised the Human Rights Council for its resolution 46/18.", ["A/HRC/RES/46/18"]),
        (f"The Security Council met. {FAR} They praised resolution 12.", []),
        (f"The Security Council met. {FAR} They praised House resolution 1598.", []),
        ("They praised resolution 1373.", []),
        ("General Assembly decision 3314 (XXIX)", []),
        ("Security Council decision 1373", []),
    ],
    ids=[
        *("a body far behind", "a body far before", "a body within reach", "the nearer of two"),
        *("a small number", "of another body", "of nobody", "a decision of a numbered session", "a decision"),
    ],
)
def test_a_resolution_is_of_the_body_that_is_named_beside_it(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forum for Security Co-operation Decision No. 4/12", ["FSC.DEC/4/12"]),
        (f"The OSCE met. {FAR} The Permanent Council Decision No. 1106 was praised.", []),
        ("PC.DEC/12345", []),
        ("PC.DEC/1106/Add.1", ["PC.DEC/1106/Add.1"]),
    ],
    ids=["only one has a forum", "a council of nobody near", "too long a number", "an addendum"],
)
def test_which_decisions_are_of_the_osce(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolution 31/5", ["A/RES/31/5"]),
        ("resolution 30/5", []),
        ("resolution 99/5", ["A/RES/99/5"]),
        ("resolution 100/5", []),
        ("71/12 of 1 September 2016", ["A/RES/71/12"]),
        ("71/12 of 31 August 2016", []),
        ("71/12 of 30 September 2017", ["A/RES/71/12"]),
        ("71/12 of 1 October 2017", []),
    ],
)
def test_a_pair_has_a_session_of_the_assembly_and_a_date_within_it(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("number", "form"),
    [
        ("15", "S/RES/15 (1946)"),
        ("16", "S/RES/16 (1947)"),
        ("2767", "S/RES/2767 (2024)"),
        ("2768", ""),
        ("1373 (2002)", ""),
        ("2800 (2026)", "S/RES/2800 (2026)"),
        ("2800 (2024)", ""),
    ],
)
def test_a_number_of_the_security_council_has_one_year(number: str, form: str) -> None:
    assert named(f"Security Council resolution {number} was adopted.") == ([form] if form else [])


def test_a_list_of_many_resolutions_is_read_to_its_end() -> None:
    numbers = [f"{session}/{session + 1}" for session in range(40, 80)]
    assert named(f"resolutions {', '.join(numbers)}") == [f"A/RES/{each}" for each in numbers]
