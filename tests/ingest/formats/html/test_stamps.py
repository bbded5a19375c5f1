"""Which dates stand beside the heading of a page's article, and what is said of them."""

import lxml.html
import pytest

from indexer.ingest.formats.html.heading import find_heading
from indexer.ingest.formats.html.stamps import Stamp, is_stamp, stamps_beside
from indexer.ingest.formats.html.teasers import own_boxes, showing

TITLE = "The council met in Porto"
LONG = "The council heard the reports of its working groups on pilots, lights and ice in the old harbour of the town. "


def date_of(body: str) -> str:
    heading = find_heading(lxml.html.fromstring(f"<html><body>{body}</body></html>"), (TITLE,))
    assert heading
    return next((each.written for each in stamps_beside(heading)), "")


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
        (f"{H1}<time datetime='2018-10-16'>16.10.2018</time>", "2018-10-16"),
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


def stamps(body: str) -> list[Stamp]:
    heading = find_heading(lxml.html.fromstring(f"<html><body>{H1}{body}</body></html>"), (TITLE,))
    assert heading
    return stamps_beside(heading)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>16.10.2018</p>", ""),
        ("<p>Updated: 16.10.2018</p>", "updated"),
        ("<p>Mis à jour le 16.10.2018</p>", "updated"),
        ("<p>Обновлено 16.10.2018</p>", "updated"),
        ("<p>Published 16.10.2018</p>", "published"),
        ("<p><span>Last updated</span> <time datetime='2018-10-16'>16.10.2018</time></p>", "updated"),
        ("<p><time datetime='2018-10-16'>Aktualisiert: 16.10.2018</time></p>", "updated"),
        ("<p><time class='entry-date published updated' datetime='2018-10-16'>16.10.2018</time></p>", "published"),
        ("<p><time class='updated' datetime='2018-10-16'>16.10.2018</time></p>", "updated"),
        ("<p><time itemprop='dateModified' datetime='2018-10-16'>16.10.2018</time></p>", "updated"),
        ("<p itemprop='datePublished'>16.10.2018</p>", "published"),
        ("<p class='published'>Updated 16.10.2018</p>", "updated"),
        ("<p>2018-10-16 (updated)</p>", "updated"),
    ],
)
def test_words_beside_a_date_say_what_it_is_and_else_its_box_does(body: str, said: str) -> None:
    assert [each.said for each in stamps(body)] == [said]


def test_each_of_two_dates_on_a_line_has_its_own_label() -> None:
    found = stamps("<p>Last updated: 7 May 2018 – First published: 3 March 2018</p>")
    assert [(each.written, each.said) for each in found] == [("7 May 2018", "updated"), ("3 March 2018", "published")]


@pytest.mark.parametrize(
    "body",
    [
        "<figure><figcaption>The old bridge, 15 May 2018</figcaption></figure>",
        "<div class='caption'><p>The old bridge, 15 May 2018</p></div>",
        "<p>The old bridge, 15 May 2018. Photo: Harbour</p>",
        "<div><aside>15 May 2018</aside></div>",
        "<div><footer>© Harbour, 15 May 2018</footer></div>",
        "<div class='comment'>15 May 2018</div>",
    ],
)
def test_captions_asides_footers_and_comments_have_no_stamps(body: str) -> None:
    assert stamps(body) == []


def test_a_footer_in_the_articles_own_box_may_have_one() -> None:
    page = f"<html><body><article>{H1}<footer>15 May 2018</footer></article></body></html>"
    heading = find_heading(lxml.html.fromstring(page), (TITLE,))
    assert heading
    assert [each.written for each in stamps_beside(heading)] == ["15 May 2018"]


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("15 May 2018", True),
        ("Porto, 15 May 2018", True),
        ("By Ana Ruiz on 15 May 2018", True),
        ("Posted on 15 May 2018", True),
        ("Ana Ruiz and Bo Ek of the harbour office | 15 May 2018", True),
        ("am 15.05.2018", True),
        ("Talks on 15 May 2018", False),
        ("Heavy cranes at work in the harbour, 15 May 2018", False),
        ("Radio Porto am <time datetime='2018-05-15'>15.05.2018</time>", False),
    ],
)
def test_a_stamp_is_alone_where_no_sentence_goes_on_to_it(line: str, alone: bool) -> None:
    assert [each.alone for each in stamps(f"<p>{line}</p>")] == [alone]


@pytest.mark.parametrize(
    ("shown", "written"),
    [("17. Oktober 2018", "17. Oktober 2018"), ("16.10.2018", "2018-10-16T23:00Z"), ("Today", "2018-10-16T23:00Z")],
)
def test_of_two_days_of_one_element_the_one_that_a_reader_sees_counts(shown: str, written: str) -> None:
    assert stamps(f"<time datetime='2018-10-16T23:00Z'>{shown}</time>")[0].written == written


def test_day_and_month_turned_are_no_other_day() -> None:
    assert stamps("<time datetime='2018-03-11'>03.11.2018</time>")[0].written == "2018-03-11"


def test_a_date_that_is_an_element_of_its_own_in_the_heading_is_a_stamp() -> None:
    page = f"<html><body><h1>{TITLE} <small>15 May 2018</small></h1><p>{LONG}</p></body></html>"
    heading = find_heading(lxml.html.fromstring(page), (TITLE,))
    assert heading
    assert [each.written for each in stamps_beside(heading)] == ["15 May 2018"]


def test_a_link_that_is_a_date_leads_to_no_other_article() -> None:
    assert [each.written for each in stamps("<p><a href='/1'>On 15 May 2018</a></p>")] == ["15 May 2018"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>15 May 2018</p>", True),
        (f"<p>{LONG} They met on 15 May 2018.</p>", False),
        ("<p>Last edited 15 May 2018</p>", False),
        ("<p>3 May 2018, last edited 15 May 2018</p>", False),
        ("<p>Last edited 3 May 2018, published 15 May 2018</p>", True),
        ("<p>© 15 May 2018</p>", False),
    ],
)
def test_a_line_that_is_a_date_is_a_stamp_wherever_it_stands(body: str, expected: bool) -> None:
    tree = lxml.html.fromstring(f"<html><body>{H1}<div>{body}</div></body></html>")
    heading = find_heading(tree, (TITLE,))
    assert heading
    assert [is_stamp(each, own_boxes(heading.element), "2018-05-15") for each in showing("2018-05-15", tree)] == [
        expected
    ]
