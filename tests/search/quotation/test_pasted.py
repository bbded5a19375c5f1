"""What of a pasted text was said, and who is said to say it."""

import pytest

from indexer.search.quotation.pasted import is_same_person, read
from tests.machine import cpu_bound


def _read(text: str) -> tuple[list[str], str, bool]:
    found = read(text)
    return [text[slice(*span)].strip() for span in found.spans], found.speaker, found.shortened


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("“We will light it,” said Orla Salt.", ["We will light it,"], "Orla Salt"),
        ('"We will light it," Orla Salt told reporters on Monday.', ["We will light it,"], "Orla Salt"),
        ("“We will,” Salt said in Northport. “And soon.”", ["We will,", "And soon."], "Salt"),
        ("Orla Salt said: “We will light it”", ["We will light it"], "Orla Salt"),
        ("“We will light it” — Orla Salt", ["We will light it"], "Orla Salt"),
        ("“We will light it” (Orla Salt)", ["We will light it"], "Orla Salt"),
        ("“We will light it,” she said.", ["We will light it,"], ""),
        ("Orla Salt: We will light it", ["We will light it"], "Orla Salt"),
        ("Mr. BRANDT (Lake Union): We will light it", ["We will light it"], "Mr. BRANDT (Lake Union)"),
        ("«Мы зажжём маяк», — заявила Орла Солт.", ["Мы зажжём маяк"], "Орла Солт"),
        ("„Wir werden ihn anzünden“, sagte Orla Salt.", ["Wir werden ihn anzünden"], "Orla Salt"),
        ("« Nous l’allumerons », a déclaré Orla Salt.", ["Nous l’allumerons"], "Orla Salt"),
        ("“We will light it”", ["We will light it"], ""),
    ],
)
def test_marks_and_cue_are_no_words_of_the_quotation(text: str, said: list[str], speaker: str) -> None:
    assert _read(text)[:2] == (said, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The keeper said “never” and went home to his boats",
        "In this field there has been no progress in the harbour roadmap “Terms of use of the pilots of all shores”",
        "Lighthouse: it is lit",
        "NORTHPORT: The harbour is closed to ships",
        "We have one rule: nobody sails at night",
        "It is “fine”",
        "an “open mark",
    ],
)
def test_where_it_is_not_plain_the_whole_text_is_quoted(text: str) -> None:
    assert _read(text) == ([text], "", False)


@pytest.mark.parametrize("sign", ["…", "...", "[...]", "[…]", "(...)", ". . .", "[of the lake]"])
def test_a_sign_of_omission_parts_what_is_quoted(sign: str) -> None:
    assert _read(f"We will light it {sign} before winter") == (["We will light it", "before winter"], "", True)


def test_an_omission_at_the_ends_shortens_nothing() -> None:
    assert _read("… we will light it …") == (["we will light it"], "", False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Stanislav Zas", "Secretary General Zas", True),
        ("Stanislav Zas", "Станислав Зась", True),
        ("Orla Salt", "Mrs Salt, the keeper", True),
        ("Orla Salt", "ORLA SALT", True),
        ("Orla Salt", "Orla Brandt", False),
        ("Orla Salt", "", False),
    ],
)
def test_a_person_is_told_by_the_last_name(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is same


@pytest.mark.parametrize(
    "text", ["“" * 100_000, '"a' * 50_000, "[" * 100_000, "A " * 50_000, "A: " * 33_000, ". " * 50_000]
)
def test_hostile_texts_are_read_in_bounded_time(text: str) -> None:
    with cpu_bound(3):
        read(text)
