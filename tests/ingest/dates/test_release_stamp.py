"""A press release's day that stands between its title and its story, on no line of its own."""

import pytest

from tests.ingest.dates.publication import BODY, value

TITLE = "Harbour Union Opens a School of Pilots"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE} March 3, 2018 PORT ALDER, ME The Harbour Union today opened a school.",
        f"{TITLE} March 3 2018\n\nThe Harbour Union today opened a school.",
        f"{TITLE}\n\nThe school has places for ninety pilots March 3 2018 Port Alder\n\nThe Union today opened it.",
        f"{TITLE}\n\nFrom the office of Ana Ruiz Saturday March 3 2018 PORT ALDER\n\nThe Union today opened it.",
        f"FOR IMMEDIATE RELEASE March 3, 2018 {TITLE}\n\nThe Union today opened it.",
        f"News\n\nFor Immediate Release: Saturday, March 3, 2018\n\n{TITLE}",
        f"March 3 2018 {TITLE}",
    ],
)
def test_a_day_between_the_title_and_the_place_is_the_releases(head: str) -> None:
    assert value(f"{head}\n\n{BODY}") == "2018-03-03"


@pytest.mark.parametrize(
    "head",
    [
        "The Union said that holders may withdraw by the close of business March 3, 2018",
        "The Union said that it would open a school on March 3, 2018\n\nPORT ALDER",
        "The plan of March 3, 2018 PORT ALDER, ME is to be carried out.",
        f"{BODY}\n\nThe plan was agreed by all of the states March 3, 2018 PORT ALDER, ME",
        f"{TITLE}: it goes on, March 3, 2018 PORT ALDER, ME",
        "Record March 3, 2018 end of the year",
    ],
)
def test_a_sentence_that_goes_on_to_its_day_is_no_stamp(head: str) -> None:
    assert value(f"{head}\n\n{BODY}") == ""
