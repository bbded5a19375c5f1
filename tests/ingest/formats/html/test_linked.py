"""Lines that lead to other pages are no text."""

import lxml.html
import pytest

from indexer.ingest.formats.html.linked import without_links
from tests.ingest.formats.html.made import STORY, article, paragraphs

ELSEWHERE = "The pilots of the northern ports ask for better lights"
LINK = f'<a href="/9">{ELSEWHERE}</a>'


@pytest.mark.parametrize(
    "line", [f"<p>{LINK}</p>", f"<p>Read also: <b>{LINK}</b></p>", f"<h3>{LINK}</h3>", f"<ul><li>{LINK}</li></ul>"]
)
def test_a_line_that_is_a_link_is_left_out(line: str) -> None:
    shown = article(paragraphs(*STORY[:2]), line, paragraphs(STORY[2]))
    assert [each for each in shown if ELSEWHERE in each] == []
    assert shown == list(STORY)


WIDE = "北海航路三处港口开始更换灯标"


def test_a_label_of_some_words_and_a_link_are_no_text_nor_is_a_title_in_a_script_that_parts_no_words() -> None:
    labels = ("Here is more news |", "More on it:")
    short = "Pilots ask for better lights"
    for label in labels:
        line = f"{label} {short}"
        assert kept(f"<p>{label} <a href='/9'>{short}</a></p>", *STORY, line) == list(STORY)
    assert kept(f"<p><a href='/9'>{WIDE}</a></p>", *STORY, WIDE) == list(STORY)
    assert kept("<p><a href='/9'>北海</a></p>", *STORY, "北海") == [*STORY, "北海"]
    told = f"The council said so: {short}"
    assert kept(f"<p>The <b>old</b> council (again) said: <a href='/9'>{short}</a></p>", *STORY, told) == [*STORY, told]


def kept(page: str, *lines: str) -> list[str]:
    return without_links(lxml.html.fromstring(f"<html><body>{page}</body></html>"), lines)


@pytest.mark.parametrize(
    ("box", "line"),
    [
        (f"<p>As this page told last week, {LINK}.</p>", f"As this page told last week, {ELSEWHERE}."),
        (f"<p>{LINK}.</p>", f"{ELSEWHERE}."),
        (f"<p>{ELSEWHERE}</p>", ELSEWHERE),
        ("<p><a href='/9'>The Hague</a></p>", "The Hague"),
        (f"<p><a href='#'>{ELSEWHERE}</a></p>", ELSEWHERE),
    ],
    ids=["a link in a sentence", "a sentence", "no link", "a name", "a link to nowhere"],
)
def test_a_line_that_is_more_than_a_link_stays(box: str, line: str) -> None:
    assert kept(box, *STORY, line) == [*STORY, line]


def test_where_links_are_much_of_the_text_they_are_the_text() -> None:
    lines = [f"{ELSEWHERE}, part {number}" for number in range(9)]
    page = "".join(f"<p><a href='/{number}'>{line}</a></p>" for number, line in enumerate(lines))
    assert kept(page, STORY[0], *lines) == [STORY[0], *lines]
    assert kept(page, *STORY, *STORY, lines[0]) == [*STORY, *STORY]
