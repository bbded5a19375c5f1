import pytest

from web.i18n.treaties import said


@pytest.mark.parametrize(
    "document",
    [
        "UN Charter, art. 51",
        "CST, art. 4, 9",
        "NPT, ch. V",
        "A/RES/59/50",
        "Lake Treaty, art. 3",
        "UN Charter",
    ],
)
def test_a_part_of_a_treaty_reads_as_in_the_index_in_english(document: str) -> None:
    assert str(said(document)) == document


def test_a_part_of_a_known_treaty_can_be_said_in_another_language() -> None:
    assert not isinstance(said("UN Charter, art. 51"), str)
    assert not isinstance(said("NPT, ch. II"), str)
    assert said("Lake Treaty, art. 3") == "Lake Treaty, art. 3"
