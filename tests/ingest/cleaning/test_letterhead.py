"""Names of bodies as they stand above a title, and titles that only begin with one."""

import pytest

from indexer.ingest.cleaning.letterhead import is_letterhead, is_office_holder


@pytest.mark.parametrize(
    "line",
    [
        *("OFFICE OF THE SPOKESPERSON", "United Nations Security Council", "The Permanent Council"),
        "United Nations",
        *("Permanent Mission of Porto to the Harbour Union", "Ministry of Foreign Affairs of Porto"),
        *("CSTO Secretariat",),
        *("Press Service of the Harbour Union", "U.S. Senator Ann Example", "Министерство иностранных дел Порто"),
        *("Секретариат ОДКБ", "Office of the Spokesperson for the Secretary-General"),
    ],
)
def test_the_name_of_a_body_is_a_letterhead(line: str) -> None:
    assert is_letterhead(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Security Council Adopts Resolution", "Ministry of Health Opens Clinic", "Council Meeting in Porto"),
        *("SECRETARIAT OPENS ITS DOORS", "Harbour Council opens its archive", "Meeting of the Council"),
        *("Office Closed",),
        *("Committee on Ice: a report", "Секретариат ОДКБ провёл заседание в Порто", "Council of the wise", "Ice"),
        *("The council.", "Office of " + "Ice " * 40, "Statement by the Ministry", "", "—"),
    ],
)
def test_a_line_that_tells_something_is_none(line: str) -> None:
    assert not is_letterhead(line)


@pytest.mark.parametrize(
    ("line", "below", "holds"),
    [
        ("Ann Example", "United States Senator", True),
        ("ANN B. EXAMPLE", "SENATOR FOR PORTO", True),
        ("Ann Example", "Prime Minister of Porto", True),
        ("Ann Example", "President of Porto opens a school", False),
        ("Ann Example elected", "President of Porto", False),
        ("Council Adopts Plan", "President of Porto", False),
        ("Ann", "United States Senator", False),
        ("Ann Example", "Senatorial", False),
    ],
)
def test_a_name_above_an_office_is_whose_paper_it_is(line: str, below: str, holds: bool) -> None:
    assert is_office_holder(line, below) == holds
