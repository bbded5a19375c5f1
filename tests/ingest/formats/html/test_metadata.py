"""What a page's markup says, and which of two things that it says counts."""

import json

import lxml.html
import pytest

from indexer.article import DateEvidence
from indexer.ingest.formats.html.metadata import Metadata, read_metadata


def said(head: str, attributes: str = "") -> Metadata:
    return read_metadata(lxml.html.fromstring(f"<html {attributes}><head>{head}</head><body><p>text</p></body></html>"))


def meta(name: str, text: str) -> str:
    return f'<meta name="{name}" content="{text}">'


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "Ice report"}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "Organization", "headline": "Harbour"}, ARTICLE],
        [[ARTICLE]],
        {"@graph": [{"@type": "WebSite", "headline": "Harbour"}, ARTICLE]},
        {**ARTICLE, "@type": ["Thing", "NewsArticle"]},
        {**ARTICLE, "headline": ["Ice report", "Ice"]},
        {**ARTICLE, "headline": {"@value": "Ice report"}},
        {**ARTICLE, "headline": " Ice\n report "},
        {**ARTICLE, "headline": "Ice &amp;#114;eport"},
    ],
    ids=["alone", "in a list", "deeper", "in a graph", "of two kinds", "listed", "valued", "wrapped", "twice escaped"],
)
def test_a_headline_is_found_wherever_it_stands_in_json_ld(value: object) -> None:
    assert said(json_ld(value)).title == ("Ice report" if "&" not in str(value) else "Ice &#114;eport")


def test_a_script_that_is_no_json_costs_no_other() -> None:
    assert said(f'<script type="application/ld+json">{{"</script>{json_ld(ARTICLE)}').title == "Ice report"


def test_a_line_break_within_a_text_of_json_ld_is_read() -> None:
    written = '{"@type": "NewsArticle", "headline": "Ice\nreport"}'
    assert said(f'<script type="application/ld+json">{written}</script>').title == "Ice report"


@pytest.mark.parametrize(
    "form",
    [
        "//<![CDATA[\n{}\n//]]>",
        "/*<![CDATA[*/{}/*]]>*/",
        "<!-- {} -->",
        "{};",
        "[{},\n]",
    ],
)
def test_json_ld_is_read_as_browsers_makers_write_it(form: str) -> None:
    written = form.replace("{}", json.dumps(ARTICLE))
    assert said(f'<script type="application/ld+json; charset=utf-8">{written}</script>').title == "Ice report"


def test_the_article_is_found_in_what_a_page_is_mainly_of() -> None:
    assert said(json_ld({"@type": "CollectionPage", "mainEntity": ARTICLE})).title == "Ice report"


@pytest.mark.parametrize("other", ['type="text/javascript"', 'type="application/json"', ""])
def test_other_scripts_say_nothing(other: str) -> None:
    assert said(f"<script {other}>{json.dumps(ARTICLE)}</script>").title == ""


def test_json_ld_goes_before_metas_in_title_date_author_and_section() -> None:
    ld = {**ARTICLE, "datePublished": "2018-10-16", "author": {"name": "Ana Ruiz"}, "articleSection": "News"}
    metas = meta("og:title", "Other") + meta("article:published_time", "2017-01-01") + meta("author", "Bo Ek")
    found = said(json_ld(ld) + metas)
    assert (found.title, found.date) == ("Ice report", "2018-10-16")
    assert found.date_evidence == DateEvidence("JSON-LD", "datePublished")
    assert (found.authors, found.section) == (("Ana Ruiz",), "News")


def test_metas_speak_where_json_ld_is_silent() -> None:
    found = said(
        json_ld({"@type": "NewsArticle", "genre": "Interview"}) + meta("og:title", "Ice") + meta("author", "Bo Ek")
    )
    assert (found.title, found.authors, found.section) == ("Ice", ("Bo Ek",), "Interview")
    assert said(json_ld({**ARTICLE, "dateCreated": "2018-10-15"})).date == "2018-10-15"


def test_the_name_of_the_site_goes_before_the_publisher() -> None:
    publisher = json_ld({**ARTICLE, "publisher": {"name": "Harbour Press"}})
    assert said(meta("og:site_name", "Harbour Council") + publisher).source == "Harbour Council"
    assert said(publisher).source == "Harbour Press"


def test_the_name_of_an_application_counts_last_and_where_it_is_no_title() -> None:
    application = meta("application-name", "Harbour")
    assert said(json_ld({**ARTICLE, "publisher": "Harbour Press"}) + application).source == "Harbour Press"
    assert said(application).source == "Harbour"
    assert said(json_ld(ARTICLE) + meta("application-name", "Ice report")).source == ""


def test_the_source_is_the_name_that_the_address_agrees_with_and_the_windows_is_kept_apart() -> None:
    address = '<link rel="canonical" href="https://harbour.example.org/1">'
    found = said(meta("og:site_name", "Ice") + json_ld({**ARTICLE, "publisher": "Harbour Press"}) + address)
    assert (found.source, found.site) == ("Harbour Press", "")
    window = said(f"<title>Ice report | Harbour Press</title>{address}")
    assert (window.source, window.site) == ("", "Harbour Press")


def test_the_surer_name_of_a_date_counts_and_of_one_name_the_first() -> None:
    published = meta("article:published_time", "2018-10-16") + meta("article:published_time", "2018-10-17")
    found = said(meta("date", "2020-01-01") + meta("dc.date", "2019-01-01") + published)
    assert (found.date, found.date_evidence) == ("2018-10-16", DateEvidence("meta", "article:published_time"))


def test_an_empty_meta_says_nothing() -> None:
    assert said(meta("og:title", "  ") + meta("title", "Ice report")).title == "Ice report"


@pytest.mark.parametrize("attribute", ["property", "name", "itemprop"])
def test_a_meta_is_named_by_any_of_its_attributes_in_any_case(attribute: str) -> None:
    assert said(f'<meta {attribute}="datePublished" content="2018-10-16">').date == "2018-10-16"


def test_all_authors_are_named_once_and_no_address_is_one() -> None:
    ld = {**ARTICLE, "author": [{"name": "Ana Ruiz"}, {"name": "Bo Ek"}, {"name": "Ana Ruiz"}, "https://a.example/bo"]}
    assert said(json_ld(ld)).authors == ("Ana Ruiz", "Bo Ek")
    assert said(meta("author", "@harbour")).authors == ()
    assert said(meta("author", "Ana Ruiz") + meta("author", "Bo Ek")).authors == ("Ana Ruiz", "Bo Ek")


@pytest.mark.parametrize(
    ("author", "authors", "others"),
    [
        ({"name": ["Ana Ruiz", "Bo Ek"]}, ("Ana Ruiz", "Bo Ek"), ()),
        ({"@type": "Organization", "name": "Harbour Times"}, (), ("Harbour Times",)),
        ([{"@type": "NewsMediaOrganization", "name": "Ice"}, {"name": "Bo Ek"}], ("Bo Ek",), ("Ice",)),
        ({"@id": "#ana"}, (), ("Ana Ruiz",)),
        ({"@id": "#ana", "name": "Bo Ek"}, ("Bo Ek",), ()),
    ],
    ids=["a list of names", "a body", "a body and a person", "known by an id", "named beside an id"],
)
def test_bodies_and_those_known_by_an_id_are_kept_apart(
    author: object, authors: tuple[str, ...], others: tuple[str, ...]
) -> None:
    person = {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}
    found = said(json_ld({"@graph": [person, {**ARTICLE, "author": author}]}))
    assert (found.authors, found.others) == (authors, others)


def test_metas_name_authors_where_json_ld_names_no_person() -> None:
    desk = json_ld({**ARTICLE, "author": "Harbour Media"})
    assert said(desk + meta("author", "Bo Ek")).authors == ("Harbour Media", "Bo Ek")
    assert said(json_ld({**ARTICLE, "creator": "Ana Ruiz"}) + meta("author", "Bo Ek")).authors == ("Ana Ruiz",)
    assert said('<meta name="author" value="Ana Ruiz">').authors == ("Ana Ruiz",)
    assert said('<meta name="og:title" value="Ice report">').title == ""


def test_what_sharers_are_told_names_the_author_less_surely() -> None:
    told = meta("twitter:data1", "Ana Ruiz")
    assert said(meta("twitter:label1", "Written by") + told).others == ("Ana Ruiz",)
    assert said(meta("twitter:label1", "Reading time") + told).others == ()


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ('lang="en-GB"', meta("og:locale", "fr_FR"), "en-GB"),
        ('lang="de-AT"', "", "de"),
        ('lang="en_US.utf8"', "", "en"),
        ("", meta("og:locale", "fr_FR"), "fr"),
        ("", '<meta http-equiv="Content-Language" content="de">', "de"),
        ("", "", ""),
    ],
    ids=["of the page", "without its country", "of no country", "of its metas", "of its header", "silent"],
)
def test_the_language_is_the_pages_else_that_of_its_metas(attributes: str, head: str, language: str) -> None:
    assert said(head, attributes).language == language


CANONICAL = '<link rel="canonical" href="{}">'
HERE, THERE = "https://harbour.example.org/1", "https://harbour.example.org/2"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (CANONICAL.format(HERE) + meta("og:url", THERE), HERE),
        (CANONICAL.format("/1") + meta("og:url", THERE), THERE),
        (CANONICAL.format("/1"), ""),
        (meta("og:url", "javascript:alert(1)"), ""),
        (f'<link rel="stylesheet" href="{THERE}">{CANONICAL.format(HERE)}', HERE),
    ],
    ids=["a link before a meta", "a link to nowhere", "nothing but it", "no address", "another link"],
)
def test_the_address_is_the_canonical_one_where_it_is_whole(head: str, url: str) -> None:
    assert said(head).url == url


def test_the_title_of_a_picture_is_not_that_of_the_window() -> None:
    page = "<html><head></head><body><svg><title>Logo</title></svg><title>Ice report</title></body></html>"
    assert read_metadata(lxml.html.fromstring(page)).window_title == "Ice report"


def test_all_that_json_ld_calls_an_article_is_its_kind() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage"},
            {"@type": ["NewsArticle", "OpinionNewsArticle"]},
            {"@type": "Person"},
            {"@type": "WebPage"},
        ]
    }
    assert said(json_ld(graph)).kind == "WebPage; NewsArticle; OpinionNewsArticle"
    assert said(meta("title", "Ice")).kind == ""
