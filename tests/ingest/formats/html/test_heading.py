"""Which heading of a page is its article's."""

import lxml.html
import pytest

from indexer.ingest.formats.html.heading import find_heading
from indexer.ingest.formats.html.shown import shown

TITLE = "The council met in Porto"
LONG = "The council heard the reports of its working groups on pilots, lights and ice in the old harbour of the town. "


def heading_of(body: str, *names: str, site: str = "") -> str:
    heading = find_heading(lxml.html.fromstring(f"<html><body>{body}</body></html>"), names, site)
    return heading.text if heading else ""


@pytest.mark.parametrize(
    ("body", "names", "expected"),
    [
        (f"<h1>Harbour</h1><h2>{TITLE}</h2>", (TITLE,), TITLE),
        (f"<h1>The council</h1><h2>{TITLE} today</h2>", (TITLE,), f"{TITLE} today"),
        (f"<h2>{TITLE}</h2><h1>{TITLE}!</h1>", (TITLE,), f"{TITLE}!"),
        (f"<h1>Harbour News</h1><h2>{TITLE}</h2>", (TITLE, "Harbour News"), TITLE),
        (f"<h1>{TITLE}</h1><h2>Ferries</h2>", (), TITLE),
        (f"<h1>Ferries</h1><h1>{TITLE}</h1><h1>Ferries go again</h1>", (), TITLE),
        ("<h1>Harbour</h1><p>x</p>", (f"{TITLE} | Harbour",), ""),
        ("<h1>The council</h1><h1>Ferries</h1>", (f"The council {LONG}",), ""),
        ("<h1>Council</h1><h1>Ferries</h1>", ("Council met",), ""),
    ],
    ids=[
        *("confirmed", "most alike", "of equals the first level", "the surer name", "the only one of the first level"),
        *("the first that is long", "the site's name at the end", "too small a part", "too short to confirm"),
    ],
)
def test_the_heading_is_the_one_that_the_markup_confirms(body: str, names: tuple[str, ...], expected: str) -> None:
    assert heading_of(body, *names) == expected


def test_a_heading_that_only_repeats_the_sites_name_is_none() -> None:
    assert heading_of("<h1>Harbour Council</h1>", site="Harbour council") == ""
    assert heading_of(f"<h1>Harbour Council</h1><h2>{TITLE}</h2>", site="Harbour council") == TITLE
    assert heading_of(f"<h1>Harbour Council</h1><h1>{TITLE}</h1>", site="Harbour council") == TITLE


@pytest.mark.parametrize(
    "first",
    [
        "<h1><a href='/'>Harbour Council of Porto</a></h1>",
        "<a href='https://harbour.example.org/index.html'><h1>Harbour Council of Porto</h1></a>",
        "<nav><h1>Our news and events</h1></nav>",
        "<aside><h1>Our news and events</h1></aside>",
        "<footer><h1>Our news and events</h1></footer>",
        "<template><h1>Our news and events</h1></template>",
        "<h1>Press Releases</h1>",
        "<h1>FOR IMMEDIATE RELEASE</h1>",
        "<h1>Harbour life</h1>",
        "<h1>活动和研讨会信息</h1>",
    ],
)
def test_what_names_site_or_section_is_no_heading(first: str) -> None:
    assert heading_of(f"{first}<h2>{TITLE}</h2>", "An advertisement for harbours") == TITLE


def test_a_window_that_says_no_more_than_the_sites_long_name_says_little() -> None:
    assert heading_of(BOLD, "Harbour Council of Old Porto", site="Harbour Council of old Porto") == TITLE


def test_a_link_within_a_heading_or_to_another_page_makes_no_site_of_it() -> None:
    assert heading_of(f"<h1>{TITLE} <a href='/'>(home)</a></h1>") == f"{TITLE} (home)"
    assert heading_of(f"<h1><a href='/2024/porto'>{TITLE}</a></h1>") == TITLE
    assert heading_of(f"<h1><a>{TITLE}</a></h1>") == TITLE


def test_a_short_heading_counts_where_a_name_of_the_page_is_longer_by_the_sites_only() -> None:
    assert heading_of("<h1>Ice 1700</h1>", "Ice 1700 - Harbour Council") == "Ice 1700"
    assert heading_of("<h1>Ice 1700</h1>", "Fog 1800 - Harbour Council") == ""


@pytest.mark.parametrize(
    ("body", "window", "expected"),
    [
        (f"<h1>Old Harbour Council</h1><h2>{TITLE}</h2>", f"Old Harbour Council - {TITLE}", TITLE),
        (f"<h1>Old Harbour Council</h1><h2>{TITLE}</h2>", f"{TITLE} | Old Harbour Council", TITLE),
        (f"<h1>{TITLE}</h1><h2>Ferries</h2><h3>Old Harbour Council</h3>", f"{TITLE} | Old Harbour Council", TITLE),
        (f"<h2>{TITLE}</h2><h2>Old Harbour Council</h2>", f"{TITLE} | Old Harbour Council", TITLE),
        (f"<h1>{TITLE}</h1><h2>Ana Ruiz</h2>", f"{TITLE} - Ana Ruiz - Harbour", TITLE),
    ],
    ids=["the site first", "the title first", "parted by another", "of one level", "its author below"],
)
def test_of_two_headings_that_a_window_joins_the_lower_is_the_articles(body: str, window: str, expected: str) -> None:
    assert heading_of(body, window) == expected


def test_of_several_headings_of_the_second_level_none_is_taken_for_the_articles() -> None:
    assert heading_of(f"<h2>{TITLE}</h2><h2>Ferries go again</h2>") == ""


BOLD = f"<p><b>{TITLE}</b></p><p>{LONG}</p>"


@pytest.mark.parametrize(
    ("body", "names", "expected"),
    [
        (BOLD, ("Harbour Council",), TITLE),
        (BOLD, (), TITLE),
        (BOLD, ("An account of the council",), ""),
        (f"<h2>Ferries go again</h2><h2>Fog</h2>{BOLD}", (), TITLE),
        (f"<p><b>Harbour Press Service:</b></p>{BOLD}", (), TITLE),
        (f"<p><b>Press release</b></p>{BOLD}", (), TITLE),
        (f"<p><b>Porto, 16 October 2018</b></p>{BOLD}", (), TITLE),
        (f"<p>{LONG}</p>{BOLD}", (), ""),
        (f"<p><b>{TITLE}</b> and more</p><p>{LONG}</p>", (), ""),
        (f"<p><b>{TITLE}.</b></p><p>{LONG}</p>", (), ""),
        (f"<p><b>{'Word ' * 26}</b></p><p>{LONG}</p>", (), ""),
        (f"<center><font size=5>{TITLE}</font></center><p>{LONG}</p>", ("Harbour Council - News",), TITLE),
        (f"<p><font size='+1'>{TITLE}</font></p><p>{LONG}</p>", (), TITLE),
        (f"<p><font size=2>{TITLE}</font></p><p>{LONG}</p>", (), ""),
        (f"<div class='art-headline'>{TITLE}</div><p>{LONG}</p>", (), TITLE),
        (f"<div class='subtitled'>{TITLE}</div><p>{LONG}</p>", (), ""),
        (f"<table><tr><td class=contentheading>{TITLE}</td></tr></table><p>{LONG}</p>", (), TITLE),
        (f"<h3>{TITLE}</h3><p>{LONG}</p>", ("Harbour Council",), TITLE),
        (f"<h3>{TITLE}</h3><p>{LONG}</p><h3>Ferries go again on Monday</h3>", (), ""),
        (f"<div class=title>{TITLE}</div><p>{LONG}</p>", ("An account of the council - News",), ""),
    ],
    ids=[
        *("a site's name in the window", "no name", "a name that tells", "headings of sections", "a label", "a kind"),
        *("a date", "below a paragraph", "not alone in its line", "a sentence", "too long"),
        *(
            "large",
            "larger",
            "small",
            "called so",
            "called something else",
            "a cell",
            "of the third level",
            "two of it",
            "a window that tells",
        ),
    ],
)
def test_without_a_heading_it_is_the_line_set_off_above_the_text(
    body: str, names: tuple[str, ...], expected: str
) -> None:
    assert heading_of(body, *names) == expected


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One <b>two</b> three</p>", "One two three"),
        ("<p>One <script>x()</script>two<!-- no --> three</p>", "One two three"),
        ("<script>x()</script>", ""),
    ],
)
def test_what_is_shown_has_no_scripts(markup: str, words: str) -> None:
    assert shown(lxml.html.fragment_fromstring(markup)) == words
