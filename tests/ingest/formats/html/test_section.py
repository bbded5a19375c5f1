import lxml.html
import pytest
from lxml.html import HtmlElement

from indexer.ingest.formats.html.section import section_of


def tree_of(markup: str) -> HtmlElement:
    return lxml.html.fromstring(f"<html><body>{markup}<p>text</p></body></html>")


@pytest.mark.parametrize(
    ("markup", "sections"),
    [
        ('<meta property="article:section" content="Press releases">', "section: press releases"),
        ('<div class="breadcrumbs"><a>Home</a> / <a>Press centre</a> / <a>Interviews</a></div>', "section: interviews"),
        ('<ol class="breadcrumb"><li>Home</li><li>News</li></ol>', "section: news"),
        ('<div class="path">Main page &raquo; Resolutions</div>', "section: resolutions"),
        ('<nav class="Crumbs">Home | News › Speeches → Addresses</nav>', "section: addresses"),
        (
            '<meta name="dc.type" content="Speeches"><div class="path">Home / News</div>',
            "section: speeches; section: news",
        ),
        ('<meta name="dc.type" content="News"><div class="path">Home / News</div>', "section: news"),
        ('<meta name="dc.type" content=" "><div class="path">Home / News</div>', "section: news"),
        ('<meta name="dc.type" content="News; Speeches">', "section: news, speeches"),
        ('<div class="breadcrumbs"></div>', ""),
        (f'<meta property="article:section" content="{"x" * 40}">', f"section: {'x' * 40}"),
        (f'<meta property="article:section" content="{"x" * 200}">', ""),
        (
            "".join(f'<div class="path">Home / {each}</div>' for each in "abcde"),
            "; ".join(f"section: {x}" for x in "abcd"),
        ),
    ],
    ids=[
        "meta",
        "links",
        "list",
        "arrows",
        "marks",
        "two",
        "one twice",
        "empty",
        "marks in it",
        "none",
        "long",
        "too long",
        "many",
    ],
)
def test_the_last_step_of_each_way_to_a_page_is_a_section_of_it(markup: str, sections: str) -> None:
    assert section_of(tree_of(markup), "") == sections


def test_what_json_ld_says_comes_first_and_what_it_calls_the_article_last() -> None:
    tree = tree_of('<div class="path">Home / News</div>')
    assert section_of(tree, "Statements", "NewsArticle") == "section: statements; section: news; NewsArticle"
    assert section_of(tree_of(""), "", "WebPage; NewsArticle") == "WebPage; NewsArticle"
