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
