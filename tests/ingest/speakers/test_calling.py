"""Words that somebody calls a thing or a person by: “far too dear”, not “The Old Harbour”."""

import pytest

from tests.ingest.speakers.marked import found_in, wanted_of


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lind came. Lind called the plan “⟦Maria Lind|far too dear⟧”.",
        "Maria Lind, who has led the port since May, described the plan as “⟦Maria Lind|far too dear⟧” for the town.",
        "Maria Lind at the time labelled the new tax on boats “⟦Maria Lind|a gift to the banks⟧”.",
        "Maria Lind referred to the harbour as “⟦Maria Lind|the old lady of the north⟧”.",
        "Maria Lind accused Anton Weiss of “⟦Maria Lind|a plain lie about the port⟧”.",
        "Maria Lind condemned what she called “⟦Maria Lind|a crime against all of us⟧”.",
        "Maria Lind has doubted the plan, calling it “⟦Maria Lind|far too dear⟧”, and left.",
        "Maria Lind spoke of the rail strike, denouncing it as “⟦Maria Lind|a gift to the banks⟧”.",
        "Maria Lind left, branding it a “⟦Maria Lind|nuisance,⟧” “⟦Maria Lind|a lie,⟧” “⟦Maria Lind|gift to banks.⟧”",
        "Maria Lind, whom Anton Weiss once called “⟦Anton Weiss|a fox of the old school⟧”, left.",
    ],
)
def test_what_somebody_calls_a_thing_is_said_by_them(text: str) -> None:
    assert found_in(text, "") == wanted_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lind was called “a gift to the banks”.",
        "Maria Lind, called “the fox of the old port”, left.",
        "Maria Lind has not called it “a gift to the banks”.",
        "Maria Lind called her second book “the fox of the old port”.",
        "Maria Lind praised the ship named “the fox of the old port”.",
        "Maria Lind’s book, called “the fox of the old port”, is out.",
        "Maria Lind hailed the “old port” team.",
        "Maria Lind praised “Songs of the Old Port”.",
        "Maria Lind welcomed a “victory” in the port.",
        "A port called “the fox of the north” by Maria Lind is closed.",
    ],
)
def test_names_and_what_others_call_somebody_are_not_theirs(text: str) -> None:
    assert [each for each in found_in(text, "") if each[2]] == []
