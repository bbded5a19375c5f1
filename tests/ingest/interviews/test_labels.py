"""Labels that turns open with."""

import pytest

from indexer.ingest.interviews.labels import label_of
from indexer.ingest.interviews.turns import turns_of


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Ms. Lee (Porto): We met.", "Ms. Lee"),
        ("MS. LEE (through an interpreter): We met.", "MS. LEE"),
        ("Mr. LEE. We met.", "Mr. LEE"),
        ("Mr. LEE of South Porto. We met.", "Mr. LEE of South Porto"),
        ("The PRESIDING OFFICER. Without objection, it is so ordered.", "The PRESIDING OFFICER"),
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
