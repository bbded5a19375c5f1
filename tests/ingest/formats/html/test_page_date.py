"""Which of the days on a page is that of its article."""

import json

import lxml.html
import pytest

from indexer.article import DateEvidence
from indexer.ingest.formats.html.heading import find_heading
from indexer.ingest.formats.html.metadata import read_metadata
from indexer.ingest.formats.html.page_date import page_date

TITLE = "The council met in Porto"
TEXT = "<p>The council heard the reports of its working groups on pilots, lights and ice in the old harbour.</p>"
FAR = "<p>The harbour</p>" * 70
LINK = "<a href='/9'>Ferry timetable for the autumn</a>"


def meta(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


PUBLISHED = meta("article:published_time", "2018-03-03T10:00:00Z")
CHANGED = meta("article:modified_time", "2018-03-04T09:30:00Z")


def found(head: str = "", body: str = "", attributes: str = "", below: str = "") -> tuple[str, DateEvidence]:
    page = f"<html {attributes}><head>{head}</head><body><h1>{TITLE}</h1>{body}{TEXT}{TEXT}{below}</body></html>"
    tree = lxml.html.fromstring(page)
    return page_date(read_metadata(tree), find_heading(tree, (TITLE,)), tree, "")


def place(head: str, body: str, attributes: str = "") -> str:
    return found(head, body, attributes)[1].place


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("3 March 2018", "beside heading"),
        ("4 March 2018", "beside heading"),
        ("2 March 2018", "beside heading"),
        ("7 May 2018", "meta"),
        ("12 May 2015", "beside heading"),
        ("Published 7 May 2018", "beside heading"),
        ("Updated 4 March 2018", "meta"),
        ("<time class='published'>7 May 2018</time>", "meta"),
        ("<time datetime='2018-03-04T09:30:00Z'>4 March 2018</time>", "meta"),
        ("<time datetime='2018-03-04T11:30:00+02:00'>4 March 2018</time>", "meta"),
        ("<time class='updated' datetime='2018-03-03T12:00:00+02:00'>3 March 2018</time>", "beside heading"),
        ("Talks on 12 May 2015", "meta"),
        ("12 May 2015 (photo by Ana Ruiz)", "meta"),
    ],
    ids=[
        *("of the same day", "of the day after", "of the day before", "of a later day", "of long before"),
        *("called publication", "called a change", "called so by its box alone", "of the moment of the change"),
        *("of that moment elsewhere", "of the moment of publication", "an event", "a picture"),
    ],
)
def test_markup_of_publication_yields_to_a_stamp_only_where_they_agree_in_kind(stamp: str, expected: str) -> None:
    assert place(PUBLISHED + CHANGED, f"<p>{stamp}</p>") == expected


def test_a_stamp_goes_before_markup_that_is_only_of_some_day() -> None:
    assert place(meta("dc.date", "2018-03-03"), "<p>7 May 2018</p>") == "beside heading"
    assert place(meta("dc.date", "2018-03-03"), "<p>Updated 7 May 2018</p>") == "meta"


def test_without_markup_the_stamp_that_is_called_publication_goes_before_others() -> None:
    assert found("", "<p>7 May 2018</p><p>Published 3 March 2018</p>")[0] == "3 March 2018"
    assert found("", "<p>7 May 2018</p><p>Nachrichten</p><p>3 March 2018</p>")[0] == "7 May 2018"


def test_an_update_dates_nothing() -> None:
    assert found("", "<p>Updated 7 May 2018</p>") == ("", DateEvidence("meta"))
    assert found("", "", below="<p>Zuletzt aktualisiert am 07.05.2018</p>") == ("", DateEvidence("meta"))


@pytest.mark.parametrize(
    "event", ["Conference: 14 April 2019, Porto", "Event date: 14 April 2019", "Apply by 14 April 2019"]
)
def test_a_day_to_come_dates_nothing(event: str) -> None:
    assert found("", f"<p>{event}</p>") == ("", DateEvidence("meta"))
    assert found("", f"<p>{event}</p><p>3 March 2018</p>")[0] == "3 March 2018"


@pytest.mark.parametrize(
    "line",
    ["更新日：2018年5月7日　公開日：2018年3月3日", "Güncelleme: 07 Mayıs 2018 - Yayınlanma: 03 Mart 2018"],
)
def test_of_labelled_days_in_one_line_of_any_language_the_published_one_counts(line: str) -> None:
    assert "7" not in found("", f"<p>{line}</p>")[0] != ""


def test_a_change_that_only_its_box_tells_of_is_better_than_nothing() -> None:
    assert found("", "<p><time class='updated'>7 May 2018</time></p>")[0] == "7 May 2018"


def test_the_entries_of_a_live_blog_do_not_date_it() -> None:
    entries = "".join(f"<div><time datetime='2018-03-0{day}T11:00:00Z'>11:00</time></div>" for day in (6, 5, 4))
    assert found(PUBLISHED, entries)[1].place == "meta"


def test_the_markup_tells_day_from_month_in_a_stamp() -> None:
    published = meta("article:published_time", "2017-11-03T03:01:00Z")
    assert found(published, "<p>11.03.17</p>")[0] == "2017-11-03T03:01:00Z"
    assert found(published, "<p>03.11.17</p>")[0] == "03.11.17"


def test_the_language_of_the_page_tells_day_from_month_in_a_stamp() -> None:
    assert found("", "<p>03/05/2018</p>", "lang='fr'") == ("03/05/2018", DateEvidence("beside heading"))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("<i itemprop='datePublished' content='2018-03-03'></i>", "meta"),
        ("<time pubdate datetime='2018-03-03'>March</time>", "meta"),
        ("<i itemprop='datePublished' content='2018-03-03'></i>" * 2, "meta"),
        (
            "<b itemprop='datePublished' content='2018-03-03'></b><b itemprop='datePublished' content='2018-05-4'></b>",
            "",
        ),
    ],
    ids=["marked", "by an attribute", "twice", "two days"],
)
def test_the_only_day_that_is_marked_as_publication_anywhere_counts(body: str, place: str) -> None:
    assert found("", "", below=f"{FAR}<div>{body}</div>")[1].place == (place or "htmldate")


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("<div><p>Porto, 15 May 2018</p></div>", "2018-05-15"),
        ("<footer>© Harbour 2018</footer>", ""),
        ("<figure><figcaption>The bridge, 15 May 2018</figcaption></figure>", ""),
        (f"<div><b>15 May 2018</b> {LINK}</div>", ""),
        ("<footer>Mise à jour du site : 12/01/2018</footer>", ""),
        ("<div><p>12/01/2018</p></div>", "2018-01-12"),
        ("<div><p>They met in the old harbour of the town on 15 May 2018.</p></div>", ""),
    ],
    ids=["a line of its own", "a copyright", "a caption", "a teaser", "figures in a footer", "figures", "a sentence"],
)
def test_a_guess_counts_where_the_page_bears_it_out(below: str, expected: str) -> None:
    assert found("", "", below=FAR + below)[0] == expected


def test_of_the_objects_of_a_graph_the_articles_own_dates_it() -> None:
    page = {"@type": "WebPage", "datePublished": "2011-01-01"}
    event = {"@type": "Event", "datePublished": "2012-01-01"}
    other = {"@type": "NewsArticle", "headline": "Ferries", "datePublished": "2013-01-01"}
    own = {"@type": ["Thing", "NewsArticle"], "headline": TITLE, "datePublished": "2018-03-03"}
    script = f"<script type='application/ld+json'>{json.dumps({'@graph': [page, event, other, own]})}</script>"
    assert found(script + meta("og:title", TITLE))[0] == "2018-03-03"


def test_a_date_of_the_head_may_be_saved_under_another_attribute() -> None:
    assert found("<meta name='article:published_time' value='2018-03-03'>")[0] == "2018-03-03"
