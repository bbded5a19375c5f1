"""Labels that turns open with."""

import pytest

from indexer.ingest.interviews.labels import has_labels, label_of, names_person
from indexer.ingest.interviews.turns import turns_of
from tests.machine import cpu_bound


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Ms. Lee (Porto): We met.", "Ms. Lee"),
        ("MS. LEE (through an interpreter): We met.", "MS. LEE"),
        ("Mr. LEE. We met.", "Mr. LEE"),
        ("Mr. LEE of South Porto. We met.", "Mr. LEE of South Porto"),
        ("The PRESIDING OFFICER. Without objection, it is so ordered.", "The PRESIDING OFFICER"),
        ("17. Mr. LEE (Porto) (spoke in French): We met.", "Mr. LEE"),
        ("La señora PRESIDENTA: Gracias.", "La señora PRESIDENTA"),
        ("Mme Anne Doux, ministre des lacs. Nous verrons.", "Mme Anne Doux"),
        ("Anna Berg, moderator: Who is first?", "Anna Berg"),
        ("Oana Lund [Spokesperson]: We met.", "Oana Lund"),
        ("The Minister for Roads (Orla Venn): We met.", "The Minister for Roads (Orla Venn)"),
        ("Head of the Lake Region Pyotr Kholmov: We met.", "Head of the Lake Region Pyotr Kholmov"),
        ("PREGUNTA. ¿Por qué?", "PREGUNTA"),
        ("President: Mr. Anton VELL (Porto)", ""),
        ("In Vienna, the minister said: We met.", ""),
        ("Dear friends: we met.", ""),
        ("Mr. Lee. We met.", ""),
        ("The UN. We met.", ""),
        ("Senator LEE met us. We met.", ""),
    ],
)
def test_a_label_may_say_for_whom_one_speaks_and_minutes_close_it_with_a_full_stop(line: str, label: str) -> None:
    found = label_of(line)
    assert (found.name if found else "") == label


def test_a_surname_in_capitals_after_a_form_of_address_is_shown_as_names_are() -> None:
    text = "\n\n".join(
        ["Mr. LEE. Who pays for it?", "Ms. ORLOVA. The states do.", "Mr. LEE. And when?", "Ms. ORLOVA. Soon."]
    )
    assert {turn.speaker for turn in turns_of(text)} == {"Ms. Orlova"}
    agency = text.replace("Ms. ORLOVA.", "Radio BBC:").replace("Mr. LEE.", "Lee:")
    assert {turn.speaker for turn in turns_of(agency)} == {"Radio BBC"}


@pytest.mark.parametrize("label", ["Mr. Lee", "THE PRESIDENT", "The Deputy Speaker", "P. Lee", "Ambassador Lee"])
def test_a_form_of_address_and_an_office_are_of_persons(label: str) -> None:
    assert names_person(label)


@pytest.mark.parametrize("label", ["Note", "Location", "Moscow", "Background", "WHO", "Mr. President", "Second Step"])
def test_a_thing_a_place_and_who_is_spoken_to_speak_not(label: str) -> None:
    assert not names_person(label)


@pytest.mark.parametrize(
    "line",
    [
        "A " * 100_000 + ":",
        "A.B" * 60_000 + ":",
        "Mr. A (" * 30_000 + ":",
        "M. " * 60_000,
        "1. " * 60_000,
        "*" * 200_000,
    ],
    ids=["words", "stops", "brackets", "titles", "numbers", "stars"],
)
def test_a_label_is_looked_for_in_bounded_time(line: str) -> None:
    with cpu_bound(5):
        label_of(line)
        has_labels(f"{line}\n" * 3)
