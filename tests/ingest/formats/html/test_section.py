import lxml.html
import pytest

from indexer.ingest.formats.html.section import section_of


@pytest.mark.parametrize(
    ("markup", "section"),
    [
        ('<meta property="article:section" content="Press releases">', "press releases"),
        ('<div class="breadcrumbs"><a>Home</a> / <a>Press centre</a> / <a>Interviews</a></div>', "interviews"),
        ('<ol class="breadcrumb"><li>Home</li><li>News</li></ol>', "news"),
        ('<div class="path">Main page &raquo; Resolutions</div>', "resolutions"),
        ('<nav class="Crumbs">Home | News › Speeches → Addresses</nav>', "addresses"),
        ('<meta name="dc.type" content="Speeches"><div class="path">Home / News</div>', "speeches"),
        ('<meta name="dc.type" content=" "><div class="path">Home / News</div>', "news"),
        ('<div class="breadcrumbs"></div>', ""),
        (f'<meta property="article:section" content="{"x" * 40}">', "x" * 40),
        (f'<meta property="article:section" content="{"x" * 200}">', ""),
    ],
    ids=["meta", "links", "list", "arrows", "marks", "meta first", "empty meta", "empty", "long", "too-long"],
)
def test_the_last_step_of_the_way_to_a_page_is_its_section(markup: str, section: str) -> None:
    assert section_of(lxml.html.fromstring(f"<html><body>{markup}<p>text</p></body></html>"), "") == section


def test_what_json_ld_says_comes_first() -> None:
    tree = lxml.html.fromstring('<html><body><div class="path">Home / News</div></body></html>')
    assert section_of(tree, "Statements") == "statements"
