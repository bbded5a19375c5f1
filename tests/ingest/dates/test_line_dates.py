"""Which lines of a text are its date line, and which only have a date in them."""

import pytest

from tests.ingest.dates.publication import BODY, read

TITLE = "The talks have begun"


def is_date_line(opening: str, title: str = "") -> bool:
    return read(f"{opening}\n\n{BODY}", title=title).evidence.place == "under title"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("New York City, 7 February 2019", True),
        ("The old harbour town, 7 February 2019", False),
        ("vienna, 7 February 2019", False),
        ("7 February 2019 | Press releases", True),
        ("7 February 2019 | Press releases of the secretariat and its council", False),
        ("7 February 2019 | 9 February 2019", False),
        ("Berlin, den 7. Februar 2019", True),
        ("Paris, le 7 février 2019", True),
        ("Moscow. 7 February 2019.", True),
        ("Posted on 7 February 2019 by admin", True),
        ("They met. 7 February 2019", False),
        ("7 February 2019 byways", False),
        ("February 2019", False),
        ("7 February", False),
    ],
)
def test_a_date_line_is_one_whole_date_with_little_beside_it(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


def test_a_wrapped_sentence_that_breaks_before_a_date_is_no_date_line() -> None:
    assert not is_date_line("They will meet again on\n7 February 2019\nwith all of their experts.")


def test_a_day_that_ends_a_wrapped_sentence_is_no_date_line_and_a_place_begins_none() -> None:
    assert not is_date_line("The debentures are due\n\n7 February 2019.")
    assert is_date_line("The talks have begun\n\nMoscow. 7 February 2019.")


def test_a_line_right_under_the_title_is_a_date_line() -> None:
    assert is_date_line(f"{TITLE}\n7 February 2019\nThey went well.", title=TITLE)
    assert not is_date_line(f"{TITLE}\n7 February 2019\nThey went well.", title="Others")
