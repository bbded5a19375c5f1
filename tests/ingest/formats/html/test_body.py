import pytest

from indexer.article import DateEvidence
from indexer.ingest.cleaning.clean import clean
from indexer.ingest.draft import Draft
from indexer.ingest.formats.html.page import page_draft
from tests.ingest.formats import FILES, drafts, read_bytes, read_file, reason_against


def _page(body: str, head: str = "") -> Draft:
    return page_draft(f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode())


STORY = (
    "<p>The council met in the morning and heard the reports of its three working groups on pilots, lights and ice.</p>"
    "<p>Its chair said that the year had been a good one for the ports, and that the next would bring new charts.</p>"
)


def test_a_page_gives_its_article_with_what_its_markup_says() -> None:
    (draft,) = drafts(read_file("protocol.html"))
    assert draft.title == "Harbour Council and Coast Guard Union sign a protocol on weather warnings"
    assert (draft.source, draft.language) == ("Harbour Council", "en")
    assert draft.url == "https://harbour.example.org/news/protocol"
    text = clean(draft).text
    assert text.startswith("The Harbour Council and the Coast Guard Union signed")
    assert text.endswith("will be published in the archive of the council.")


def test_furniture_and_teasers_do_not_reach_the_text() -> None:
    (draft,) = drafts(read_file("protocol.html"))
    text = clean(draft).text
    for furniture in ("Back to", "Ferry timetable", "archivist", "Tel.", "©", "Home"):
        assert furniture not in text


def test_the_date_beside_the_heading_wins_over_a_teasers_above_it() -> None:
    (draft,) = drafts(read_file("protocol.html"))
    assert (draft.date, draft.date_evidence) == ("16.10.2018", DateEvidence("beside heading"))


def test_a_teasers_date_is_not_taken_where_the_article_has_none() -> None:
    teasers = "<ul><li><b>03.09.2023</b> <a href='/9'>Ferry timetable for the autumn is published</a></li></ul>"
    draft = _page(f"<h1>The council met in Porto</h1>{STORY}<h3>Latest news</h3>{teasers}")
    assert draft.date == ""


def test_markup_tells_the_date_where_nothing_stands_beside_the_heading() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2018-10-16"}</script>'
    draft = _page(f"<h1>The council met in Porto</h1>{STORY}", head)
    assert (draft.date, draft.date_evidence) == ("2018-10-16", DateEvidence("JSON-LD", "datePublished"))


def test_dublin_core_tells_title_date_author_and_source() -> None:
    head = "".join(
        f'<meta name="DC.{name}" content="{content}">'
        for name, content in (
            ("title", "Ice report"),
            ("date", "2018-02-01"),
            ("creator", "Bo Ek"),
            ("publisher", "HC"),
        )
    )
    draft = _page(f"<div>{STORY}</div>", head)
    assert (draft.title, draft.date, draft.authors, draft.source) == ("Ice report", "2018-02-01", ("Bo Ek",), "HC")


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        ("The council met in Porto | Harbour Council", "<h1>The council met in Porto</h1>", "The council met in Porto"),
        (
            "Harbour Council :: The council met in Porto",
            "<h2>The council met in Porto</h2>",
            "The council met in Porto",
        ),
        ("The council met in Porto - Harbour", "<h1>Harbour</h1>", "The council met in Porto"),
        ("Harbour Council", "<h1>The council met in Porto</h1>", "The council met in Porto"),
    ],
    ids=["site-after", "site-before", "logo-as-heading", "window-names-the-site-only"],
)
def test_the_title_is_the_articles_and_not_the_sites(window: str, heading: str, title: str) -> None:
    assert _page(f"{heading}{STORY}", f"<title>{window}</title>").title == title


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p class='byline'>By Ana Ruiz | 16.10.2018</p>", ("Ana Ruiz",)),
        ("<a rel='author' href='/ana'>Ana Ruiz</a>", ("Ana Ruiz",)),
        ("<div class='comment'><span class='author'>Bo Ek</span> wrote</div>", ()),
        ("<p class='author'>" + "The author of this page is not named here. " * 4 + "</p>", ()),
    ],
    ids=["byline", "link", "commenter", "sentences"],
)
def test_the_author_is_whom_the_byline_names_and_no_commenter(byline: str, authors: tuple[str, ...]) -> None:
    assert _page(f"<h1>The council met in Porto</h1>{byline}{STORY}").authors == authors


def test_a_script_in_a_title_stays_text() -> None:
    draft = _page(f"<h1>On &lt;script&gt;alert(1)&lt;/script&gt; tags</h1>{STORY}")
    assert clean(draft).title == "On <script>alert(1)</script> tags"


def test_a_layout_table_is_read_as_text_and_not_as_figures() -> None:
    menu = "<td><a href='/'>Main page</a><br><a href='/n'>News</a></td>"
    text = _page(f"<table><tr>{menu}<td><h2>The council met in Porto</h2>{STORY}</td></tr></table>").text
    assert "|" not in text
    assert "three working groups" in text


def test_bytes_are_believed_and_not_the_page_that_names_another_charset() -> None:
    (draft,) = drafts(read_file("lying-charset.html"))
    assert draft.title == "Совет порта и Союз береговой охраны подписали протокол"
    assert "днём и ночью" in draft.text


def test_a_truncated_page_gives_what_there_is() -> None:
    (draft,) = drafts(read_file("truncated.html"))
    assert draft.text.endswith("She thanked the two grou")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("list.html", "no article: a list of teasers"),
        ("not-found.html", "no article: an error page"),
        ("cookie-wall.html", "no article: a cookie wall"),
    ],
)
def test_a_page_without_an_article_is_rejected_as_such(name: str, reason: str) -> None:
    assert reason_against((FILES / name).read_bytes(), name) == reason


def test_an_article_about_cookies_is_an_article() -> None:
    story = "".join(
        f"<p>In paragraph {n} the regulator explains how long cookies may be kept, who may read them, what a visitor "
        "has to be told beforehand, and which fines were set for the shops that did not ask in the past year.</p>"
        for n in range(12)
    )
    assert "regulator" in _page(f"<h1>Regulator explains its view of cookies</h1>{story}").text


def test_an_article_that_ends_with_teasers_is_an_article() -> None:
    links = "".join(
        f"<li>0{n}.10.2018 <a href='/{n}'>A short notice about buoy number {n}</a></li>" for n in range(1, 8)
    )
    assert "three working groups" in _page(f"<h1>The council met in Porto</h1>{STORY * 3}<ul>{links}</ul>").text


def test_a_page_with_no_words_is_rejected() -> None:
    assert reason_against(b"<html><body><img src='a.jpg'></body></html>", "a.html").startswith("no article")


def test_a_page_of_ten_thousand_nested_tags_is_read_or_rejected_in_bounded_time() -> None:
    nested = "<div>" * 10_000 + STORY + "</div>" * 10_000
    data = f"<html><body><h1>The council met in Porto</h1>{nested}</body></html>".encode()
    reason = reason_against(data, "deep.html")
    assert reason.startswith("no article") or "three working groups" in drafts(read_bytes(data, "deep.html"))[0].text


def test_a_page_of_many_megabytes_is_no_article() -> None:
    data = b"<html><body>" + b"<p>The council met.</p>" * 500_000
    assert reason_against(data, "large.html") == "no article: a page of 11 MB"


def test_a_page_of_very_many_small_tables_is_read_in_bounded_time() -> None:
    tables = "<table><tr><td><p>cell</p></td></tr></table>" * 6_000
    assert "three working groups" in _page(f"<h1>The council met in Porto</h1>{STORY * 3}{tables}").text


def test_null_bytes_in_a_page_cut_nothing_off() -> None:
    data = (FILES / "protocol.html").read_bytes().replace(b"She thanked", b"She\0 thanked")
    assert "will be published in the archive" in drafts(read_bytes(data, "a.html"))[0].text


def test_the_rules_of_a_site_are_tried_first() -> None:
    head = '<link rel="canonical" href="https://csto.archive.example.org/en/x.html">'
    body = (
        '<div class="news-detail"><h1>A meeting of the working group</h1><div class="date">3 May 2018</div>'
        f"{STORY}<p>Short end.</p></div><div class='other'>{STORY}</div>"
    )
    draft = _page(f"<h1>Press archive</h1>{body}", head)
    assert (draft.title, draft.date) == ("A meeting of the working group", "3 May 2018")
    assert draft.date_evidence == DateEvidence("site rules")
    assert draft.text.count("three working groups") == 1
    assert draft.text.endswith("Short end.")
