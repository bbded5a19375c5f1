"""Which of several things that a page and its carrier say of an article counts."""

import pytest

from indexer.ingest.draft import Draft
from indexer.ingest.formats.html.page import page_draft

TITLE = "The council met in Porto"
STORY = (
    "<p>The council met in the morning and heard the reports of its three working groups on pilots, lights and ice.</p>"
    "<p>Its chair said that the year had been a good one for the ports, and that the next would bring new charts.</p>"
)
CANONICAL = '<link rel="canonical" href="https://harbour.example.org/1">'


def page(body: str, head: str = "", url: str = "") -> Draft:
    return page_draft(f"<html><head>{head}</head><body>{body}{STORY}</body></html>".encode(), url=url)


@pytest.mark.parametrize(
    ("titled", "site", "window", "heading", "title"),
    [
        (TITLE, "", "", f"{TITLE} and agreed", f"{TITLE} and agreed"),
        (f"{TITLE} today", "", "", TITLE, TITLE),
        ("Ferries go again", "", "", TITLE, TITLE),
        ("Ferries go again", "", f"{TITLE} | Harbour", TITLE, TITLE),
        ("Harbour", "Harbour", f"{TITLE} | Harbour", "", TITLE),
        ("Home", "", TITLE, "", TITLE),
        (f"{TITLE} | Harbour", "Harbour", "", "", TITLE),
        (f"Harbour | {TITLE}", "Harbour", "", "", TITLE),
        ("Ice | Fog | Wind", "Harbour", "", "", "Ice | Fog | Wind"),
        (f"{TITLE} | Harbour Council", "", "", "", TITLE),
        ("", "", f"{TITLE} | Harbour", "", TITLE),
        ("", "", f"{TITLE}: a report", "", f"{TITLE}: a report"),
        ("", "", "Microsoft Word - Document1", "", ""),
        (TITLE, "", "", f"<small>Press notes</small> {TITLE} <small>16.10.2018</small>", TITLE),
        ("Porto", "", "", f"<small>Press notes</small> {TITLE}", f"Press notes {TITLE}"),
    ],
    ids=[
        *("a heading that says more", "a heading that says less", "a heading that says something else"),
        *("a heading that the window confirms", "the site alone", "a section alone"),
        *("the site after", "the site before", "no site in it", "an unknown site", "a window", "a colon", "a program"),
        *("a heading of pieces", "too small a part of one"),
    ],
)
def test_the_title_is_the_heading_that_a_reader_sees_else_the_markups_without_the_site(
    titled: str, site: str, window: str, heading: str, title: str
) -> None:
    metas = f'<meta property="og:title" content="{titled}"><meta property="og:site_name" content="{site}">'
    shown = f"<h1>{heading}</h1>" if heading else ""
    assert page(shown, f"{metas}<title>{window}</title>").title == title


WIDE = "海港委员会召开年度工作会议"


@pytest.mark.parametrize(
    ("window", "title"),
    [
        (f"{WIDE}_要闻_海港新闻", WIDE),
        (f"{WIDE}__海港网", WIDE),
        (f"{WIDE}-海港新闻网", WIDE),
        (f"{WIDE} | 海港日报", WIDE),
        (f"{WIDE}-二期", f"{WIDE}-二期"),
        ("Ice_report of the year", "Ice_report of the year"),
    ],
)
def test_a_chinese_window_names_its_site_behind_underscores_and_dashes(window: str, title: str) -> None:
    assert page("", f"<title>{window}</title>").title == title


def test_the_site_that_a_chinese_window_names_is_no_author() -> None:
    head = f"<title>{WIDE}_海港新闻</title><meta name='author' content='海港'>"
    assert page(f"<h1>{WIDE}</h1><p class='author'>牛小木</p>", head).authors == ("牛小木",)


@pytest.mark.parametrize("host", ["https://www.porto-notes.example.org", "https://porto-notes.org"])
def test_a_site_is_known_by_its_host_too(host: str) -> None:
    head = f'<link rel="canonical" href="{host}/1"><title>Ice | Porto-Notes</title>'
    assert page("", head).title == "Ice"


def test_a_pages_own_address_goes_before_the_one_it_was_fetched_by() -> None:
    fetched = "https://harbour.example.org/1?from=feed"
    assert page("", CANONICAL, fetched).url == "https://harbour.example.org/1"
    assert page("", "", fetched).url == fetched


def test_the_rules_of_a_site_are_found_by_the_address_that_a_page_was_fetched_by() -> None:
    body = f'<div class="news-detail"><h1>A meeting</h1><div class="date">3 May 2018</div>{STORY}</div>'
    fetched = "https://csto.archive.example.org/en/x.html"
    assert page(body, url=fetched).date_evidence.place == "site rules"
    assert page(body, CANONICAL, url=fetched).date_evidence.place != "site rules"


def test_the_charset_that_a_page_names_in_its_head_is_believed() -> None:
    head = f"<head>{'<meta name=x content=y>' * 20}<meta charset='windows-1257'></head>"
    told = f"<html>{head}<body><h1>Ūdens līmenis ostā</h1>{STORY}</body></html>"
    assert page_draft(told.encode("windows-1257")).title == "Ūdens līmenis ostā"


def test_markup_names_the_author_before_a_byline_does() -> None:
    byline = "<p class='byline'>By Bo Ek</p>"
    assert page(f"<h1>{TITLE}</h1>{byline}", '<meta name="author" content="Ana Ruiz">').authors == ("Ana Ruiz",)
    assert page(f"<h1>{TITLE}</h1>{byline}").authors == ("Bo Ek",)


def test_comments_in_markup_are_no_words_of_a_heading() -> None:
    assert page("<h1>The council <!-- old: ministers -->met</h1>").title == "The council met"


def test_a_day_in_markup_goes_before_a_year_beside_the_heading_and_a_year_counts_where_there_is_no_day() -> None:
    day = '<meta name="article:published_time" content="2018-10-16">'
    assert page(f"<h1>{TITLE}</h1><time datetime='2018'>2018</time>", day).date == "2018-10-16"
