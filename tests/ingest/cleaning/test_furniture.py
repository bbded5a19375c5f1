"""Lines that no reader would call a title."""

import pytest

from indexer.ingest.cleaning.furniture import is_furniture, is_section


@pytest.mark.parametrize(
    "line",
    [
        *("TOPICS", "Home", "« News »", "United States Senator", "U.S. Senator", "Word Document", "untitled"),
        *("Untitled-1",),
        *("Untitled-1", "Microsoft Word - Report_final.doc", "Press Release", "NEWS RELEASE"),
        *("Press release No. 12/24", "***"),
        "12",
        *("FOR IMMEDIATE RELEASE", "For immediate release: 3 May 2018", "Contact: Ana Ruiz", "Page 2 of 3"),
        *("Pour diffusion immédiate", "Media contact:", "Press enquiries", "Ana Ruiz ana@porto.example"),
        *("ana@porto.org",),
        *("https://porto.example/news/14", "Home > News > Press releases", "ENGLISH only", "Original: FRENCH"),
        *("Distr.: General",),
        *("Пресс-релиз", "Для немедленного распространения", "Check against delivery", "Embargoed until noon"),
    ],
)
def test_furniture_is_no_title(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        *("The council met in Porto", "Press releases are read less", "Senator visits Porto"),
        *("Home is where the ice is",),
        *(
            "Statement on the ice",
            "News from the council",
            "Documents signed in Porto",
            "Ice @ Porto",
            "English only for sailors",
            "See https://porto.example for ice",
            "2018 in ice",
            "Untitled: " + "x" * 120,
        ),
    ],
)
def test_a_title_that_begins_as_furniture_does_is_one(line: str) -> None:
    assert not is_furniture(line)


def test_a_section_is_told_whatever_stands_around_its_name() -> None:
    assert is_section("— Press Centre —")
    assert is_section("Interview:")
    assert not is_section("Press Centre of Porto")
