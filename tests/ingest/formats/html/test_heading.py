"""Which heading of a page is its article's, and which date stands beside it."""

import lxml.html
import pytest

from indexer.ingest.formats.html.heading import date_beside, find_heading
from indexer.ingest.formats.html.shown import shown
from indexer.ingest.formats.html.teasers import is_teasers_day

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
        (f"<h1>{TITLE}</h1><h1>Ferries</h1>", (), ""),
        ("<h1>Harbour</h1><p>x</p>", (f"{TITLE} | Harbour",), ""),
        ("<h1>The council</h1><h1>Ferries</h1>", (f"The council {LONG}",), ""),
        ("<h1>Council</h1><h1>Ferries</h1>", ("Council met",), ""),
    ],
    ids=[
        *("confirmed", "most alike", "of equals the first level", "the surer name", "the only one of the first level"),
        *("two of it", "the site's name at the end", "too small a part", "too short to confirm"),
    ],
)
def test_the_heading_is_the_one_that_the_markup_confirms(body: str, names: tuple[str, ...], expected: str) -> None:
    assert heading_of(body, *names) == expected


def test_a_heading_that_only_repeats_the_sites_name_is_none() -> None:
    assert heading_of(f"<h1>Harbour Council</h1><h2>{TITLE}</h2>", site="Harbour council") == ""
    assert heading_of(f"<h1>Harbour Council</h1><h1>{TITLE}</h1>", site="Harbour council") == TITLE


def date_of(body: str) -> str:
    heading = find_heading(lxml.html.fromstring(f"<html><body>{body}</body></html>"), (TITLE,))
    assert heading
    return date_beside(heading)


H1 = f"<h1>{TITLE}</h1>"
LINK = "<a href='/9'>Ferry timetable for the autumn</a>"
LONGER_LINK = "<a href='/9'>Ferry timetable for the autumn is published by the harbour office of Porto</a>"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (f"{H1}<p>16.10.2018</p><p>17.10.2018</p>", "16.10.2018"),
        (f"<p>15.10.2018</p>{H1}<p>16.10.2018</p>", "16.10.2018"),
        (f"<p>15.10.2018</p>{H1}<p>Words.</p>", "15.10.2018"),
        (f"<p>14.10.2018</p><p>15.10.2018</p><p>by us</p>{H1}", "15.10.2018"),
        (f"{H1}<time datetime='2018-10-16'>17.10.2018</time>", "2018-10-16"),
        (f"{H1}<p>{LONG}</p><p>16.10.2018</p>", "16.10.2018"),
        (f"{H1}<p>{LONG}</p><p>{LONG}</p><p>16.10.2018</p>", ""),
        (f"{H1}{'<p>word</p>' * 15}<p>16.10.2018</p>", "16.10.2018"),
        (f"{H1}{'<p>word</p>' * 30}<p>16.10.2018</p>", ""),
        (f"{H1}<div><b>03.09.2018</b> {LINK}</div><p>16.10.2018</p>", "16.10.2018"),
        (f"{H1}<div><b>03.09.2018</b> {LONGER_LINK}</div>", ""),
        (f"{H1}<div><b>03.09.2018</b> <a href='/ana'>Ana Maria Ruiz</a></div>", "03.09.2018"),
        (f"{H1}<div><b>03.09.2018</b> <a>Ferry timetable for the autumn</a></div>", "03.09.2018"),
        (f"{H1}<div><b>03.09.2018</b> <a href='/1'>{TITLE}</a></div>", "03.09.2018"),
        (f"{H1}<div><p><i><b>03.09.2018</b></i></p> {LINK}</div>", ""),
        (f"{H1}<div><b>03.09.2018</b> {LINK} <p>{LONG}{LONG}</p></div>", "03.09.2018"),
        (f"<div>{H1}<b>03.09.2018</b> {LINK}</div>", "03.09.2018"),
    ],
    ids=[
        *("the first below", "below before above", "above", "the nearest above", "for machines"),
        *(
            "below a paragraph",
            "below two",
            "below some lines",
            "below many",
            "a teaser's",
            "a longer one's",
            "by an author",
        ),
        *(
            "beside no link",
            "beside a link to itself",
            "deep in a teaser",
            "in a large box",
            "in the article's own box",
        ),
    ],
)
def test_the_date_is_the_one_beside_the_heading_that_is_no_teasers(body: str, date: str) -> None:
    assert date_of(body) == date


@pytest.mark.parametrize(
    ("body", "is_teasers"),
    [
        (f"{H1}<div><b>03.09.2018</b> {LINK}</div>", True),
        (f"{H1}<p>03.09.2018</p><div><b>03.09.2018</b> {LINK}</div>", False),
        (f"{H1}<p>Words.</p>", False),
        (f"{H1}<div><b>04.09.2018</b> {LINK}</div>", False),
    ],
    ids=["in a teaser", "in the article too", "nowhere", "another day"],
)
def test_a_day_is_a_teasers_where_the_page_shows_it_in_teasers_alone(body: str, is_teasers: bool) -> None:
    tree = lxml.html.fromstring(f"<html><body>{body}</body></html>")
    heading = find_heading(tree, (TITLE,))
    assert heading
    assert is_teasers_day("2018-09-03", tree, heading.element) is is_teasers


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
