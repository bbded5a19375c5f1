"""Leads below the heading are text; what else stands there is none."""

import pytest

from tests.ingest.formats.html.made import STORY, TITLE, article, paragraphs, text_of

LEAD = "The quay of the old harbour will be rebuilt at the cost of the members after two years of surveys."
DESCRIBED = f'<meta property="og:description" content="{LEAD}">'


@pytest.mark.parametrize(
    "lead",
    [
        f'<p class="teaser">{LEAD}</p>',
        f'<div class="standfirst">{LEAD}</div>',
        f'<div class="article__intro"><span>{LEAD}</span></div>',
        f'<h2 class="subtitle">{LEAD}</h2>',
        f"<div>{LEAD}</div>",
        f'<div><div><div><div class="standfirst">{LEAD}</div></div></div></div>',
    ],
)
def test_a_lead_stands_above_the_text(lead: str) -> None:
    assert article(lead, paragraphs(*STORY)) == [LEAD, *STORY]


def test_a_lead_in_the_headings_header_stands_above_the_text() -> None:
    header = f"<header><h1>{TITLE}</h1><p>{LEAD}</p></header>"
    assert text_of(f"<article>{header}{paragraphs(*STORY)}</article>") == [LEAD, *STORY]


def test_a_paragraph_by_which_the_page_describes_itself_is_a_lead_whatever_its_box() -> None:
    box = f"<div><div><div><div class=x>{LEAD.rstrip('.')}</div></div></div></div>"
    assert article(box, paragraphs(*STORY), head=DESCRIBED)[0] == LEAD.rstrip(".")
    assert LEAD.rstrip(".") not in article(box, paragraphs(*STORY))


@pytest.mark.parametrize(
    "furniture",
    [
        f'<p class="teaser"><a href="/9">{LEAD}</a></p>',
        f'<figure><p class="intro">{LEAD}</p></figure>',
        f'<div class="teaser caption">{LEAD}</div>',
        f'<div class="newsletter-intro">{LEAD}</div>',
        f'<aside><p class="lead">{LEAD}</p></aside>',
        '<div class="intro">Ann Lee / Bo Ek / Harbour Pictures and Partners</div>',
    ],
    ids=["a link", "in a figure", "a caption", "a newsletter", "an aside", "no sentence"],
)
def test_what_only_looks_like_a_lead_is_not_taken(furniture: str) -> None:
    assert article(furniture, paragraphs(*STORY)) == list(STORY)


def test_a_lead_that_the_text_has_is_not_written_twice() -> None:
    assert article(f'<p class="lead">{LEAD}</p>', paragraphs(*STORY), head=DESCRIBED) == [LEAD, *STORY]


def test_nothing_below_the_first_paragraph_is_a_lead() -> None:
    shown = article(paragraphs(*STORY), f'<div class="teaser">{LEAD}</div>')
    assert LEAD not in shown
