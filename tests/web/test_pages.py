from urllib.parse import quote, quote_plus

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from indexer.fields import ENTITY_FIELDS, FACET_FIELDS, EntityField, FacetField
from tests.web.archive import ARTICLES, CROWDED, FERRY, HOSTILE_TITLE, passage_link
from tests.web.conftest import Get, counted, href, texts


@pytest.mark.parametrize("field", FACET_FIELDS)
@pytest.mark.parametrize("address", ["/search?{}=x", "/search?q=harbour&not_{}=x", "/search?q={}:x", "/facets/{}"])
def test_every_facet_has_its_pages(get: Get, field: FacetField, address: str) -> None:
    assert get(address.format(field)).h1


@pytest.mark.parametrize("field", ENTITY_FIELDS)
def test_every_entity_has_its_index_and_a_page_for_each_of_its_names(get: Get, field: EntityField) -> None:
    names = get(f"/index/{field}").select("a.value")
    assert texts(get(str(names[0]["href"])), ".kicker")[0].lower() == field


def test_the_first_page_shows_the_newest_articles_and_a_search_box(get: Get) -> None:
    page = get("/")
    assert texts(page, ".result .title")[0] == "Orla Salt: the lighthouse comes first"
    assert page.select_one("form[role=search] input[name=q]") is not None


def test_results_are_articles_with_their_passages_marked(get: Get) -> None:
    page = get("/search?q=ferry+treaty&match=all")
    assert texts(page, ".result .title") == [FERRY.title]
    assert texts(page, "#summary") == ["1 article"]
    assert {mark.lower() for mark in texts(page, ".passage mark")} >= {"ferry", "treaty"}
    assert "17 March 2017" in texts(page, ".result .facts")[0]


@pytest.mark.parametrize(
    ("query", "summary", "shown"),
    [
        ("q=harbour+treaty&match=all", "1 article", "5 matching passages"),
        ("q=lighthouse+shore&match=all", "2 articles", "2 matching passages"),
        ("q=harbour&sort=oldest", "30 articles", "Articles 1 to 10, in which there are 10 matching passages"),
        ("q=harbour&sort=oldest&size=1", "30 articles", "Articles 1 to 1, in which there is 1 matching passage"),
        ("place=Northport", "2 articles", ""),
        ("", "30 articles", "Articles 1 to 10"),
    ],
)
def test_every_number_says_what_it_counts(get: Get, query: str, summary: str, shown: str) -> None:
    page = get(f"/search?{query}")
    assert texts(page, "#summary") == [summary]
    assert "".join(texts(page, ".summary .shown")) == shown


@pytest.mark.parametrize(("asked", "most"), [("", 1), ("&snippets=2", 2), ("&snippets=3", 3)])
def test_a_result_shows_one_passage_or_as_many_as_are_asked_for(get: Get, asked: str, most: int) -> None:
    page = get(f"/search?q=harbour+OR+ferry+OR+pilots{asked}")
    shown = [len(each.select(".passage")) for each in page.select(".result")]
    assert max(shown) == most
    assert all(asked in str(each["href"]) for each in page.select(".pager a, .options a"))


def test_the_names_of_a_result_narrow_the_search_to_them(get: Get) -> None:
    page = get("/search?q=ferry+treaty&type=press+release")
    names = page.select(".result .names a")
    assert [name.get_text() for name in names] == [
        "Lake Union",
        "River League",
        "Marta Velde",
        "Northport",
        "LU/RES/12",
    ]
    for name in names:
        assert str(name["href"]).startswith("/search?q=ferry+treaty&")
        assert "type=press+release" in str(name["href"])
        assert counted(get(str(name["href"]))) == 1


def test_passages_that_are_not_shown_are_counted(get: Get) -> None:
    assert texts(get("/search?q=harbour+treaty&snippets=3"), ".result .more") == ["and 2 more passages"]


def test_paging_reaches_every_article_once(get: Get) -> None:
    seen: list[str] = []
    address = "/search?sort=oldest"
    while address:
        page = get(address)
        seen += [str(link["href"]).split("?")[0] for link in page.select(".result .title a")]
        following = page.select_one(".pager a[rel=next]")
        address = str(following["href"]) if following else ""
    assert sorted(seen) == sorted(f"/articles/{each.id}" for each in ARTICLES)


def test_the_last_page_can_be_reached_at_once_and_a_page_past_it_leads_back(get: Get) -> None:
    last = get(href(get("/search"), ".pager a", "Last"))
    assert texts(last, ".pager [aria-current=page]") == ["Page 3"]
    beyond = get("/search?page=77")
    assert "the last one is page 3" in texts(beyond, ".shown")[0]
    assert href(beyond, ".pager a", "Previous") == "/search?page=3"


def test_newest_and_oldest_first_are_a_click_away(get: Get) -> None:
    page = get("/search?q=pilots")
    newest = get(href(page, ".options a", "Newest"))
    days = [str(day["datetime"]) for day in newest.select(".result time")]
    assert len(days) == 10
    assert days == sorted(days, reverse=True)
    assert texts(newest, ".options [aria-current]") == ["Newest first", "10"]


def test_the_search_form_keeps_what_was_chosen(get: Get) -> None:
    page = get("/search?q=x&place=Northport&not_type=news&sort=newest&page=2")
    kept = [(field["name"], field["value"]) for field in page.select("form[role=search] input[type=hidden]")]
    assert kept == [("place", "Northport"), ("not_type", "news"), ("sort", "newest")]


def test_an_unusable_parameter_is_ignored_with_a_note(get: Get) -> None:
    page = get("/search?q=treaty&sort=upwards&organization=UN")
    assert counted(page) == 1
    notes = " ".join(texts(page, ".notes li"))
    assert "upwards" in notes
    assert "organization" in notes


def test_an_article_keeps_the_marks_and_the_way_back(get: Get) -> None:
    result = get("/search?q=pilots+treaty&sort=newest")
    page = get(str(result.select(".result .title a")[0]["href"]))
    assert texts(page, "h1") == [FERRY.title]
    assert "pilots" in texts(page, ".body mark")
    assert href(page, "a", "Back to the results") == "/search?q=pilots+treaty&sort=newest"
    assert [mark["id"] for mark in page.select(".body mark")][:2] == ["hit-1", "hit-2"]


def test_a_passage_among_the_results_leads_to_its_place_in_the_article(get: Get) -> None:
    addresses = [str(link["href"]) for link in get("/search?q=fines").select("a.there")]
    assert addresses == [passage_link(FERRY, 4, "q=fines&at=1&")]


def test_who_is_quoted_is_not_said_beside_words_of_the_article(get: Get) -> None:
    assert texts(get("/search?q=carry+pilots"), ".passage .speaker") == []
    assert texts(get("/articles/ferry-treaty"), ".body .speaker") == []
    assert texts(get("/search?q=dues"), ".passage .speaker") == ["Orla Salt"]


def test_the_same_words_are_a_click_away_where_somebody_says_them(get: Get) -> None:
    link = "Only where someone is quoted saying this"
    address = href(get("/search?q=pilots&year=2017"), "a", link)
    assert address == "/search?q=said%3Apilots&year=2017"
    said = get(address)
    assert link not in said.get_text()
    assert texts(said, ".passage .speaker") == ["Marta Velde"]
    assert "Marta Velde 1" in " ".join(said.select_one("[data-facet=speaker]").get_text(" ").split())  # type: ignore[union-attr]


def test_markup_in_articles_and_queries_is_shown_as_text(get: Get) -> None:
    query = quote_plus("<script>alert(1)</script> clerk")
    for address in (f"/search?q={query}", f"/articles/hostile?q={query}", "/search?place=" + query, "/search?q=clerk"):
        page = get(address)
        scripts = page.select("script:not([src]):not([type='application/ld+json'])")
        assert scripts == []
        assert page.find("img") is None
    assert texts(get("/articles/hostile"), "h1") == [" ".join(HOSTILE_TITLE.split())]
    assert "<b>bold</b>" in texts(get("/articles/hostile"), ".body")[0]


def test_only_web_addresses_of_originals_become_links(get: Get) -> None:
    assert not get("/articles/hostile").select('a[href^="javascript"]')
    assert get("/articles/ferry-treaty").select(f'a[href="{FERRY.url}"]')


@pytest.mark.parametrize(
    "typed",
    ['"', "((((", "***", "~~~~", "a:b:c", "\x00", "x\x00y", "AND OR NOT", "-", '"unclosed', "\ud83d\ude00", "%", "\\"],
    ids=repr,
)
def test_whatever_is_typed_gets_a_page(client: FlaskClient, typed: str) -> None:
    for path in ("/search", "/articles/ferry-treaty", "/api/search"):
        assert client.get(path, query_string={"q": typed.encode("utf-8", "surrogatepass")}).status_code == 200


@pytest.mark.parametrize("piece", ["a", "(", '"', "é ", "word ", "* "])
def test_a_query_of_100_000_characters_gets_a_page(get: Get, piece: str) -> None:
    page = get("/search?q=" + quote_plus(piece * (100_000 // len(piece))))
    notes = " ".join(texts(page, ".notes"))
    assert "first 20,000 characters" in notes
    assert "first 2,000 characters" in notes or "most telling" in notes


@pytest.mark.parametrize(
    "article_id", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%00", "nope", "a" * 5000, "ferry-treaty%00", "<b>"]
)
def test_an_unknown_article_is_a_page_that_says_so(client: FlaskClient, article_id: str) -> None:
    response = client.get(f"/articles/{quote(article_id, safe='%/.')}")
    assert response.status_code == 404
    assert response.mimetype == "text/html"
    assert "<b>" not in BeautifulSoup(response.text, "lxml").get_text()


def test_head_answers_as_get_does_without_a_body(client: FlaskClient) -> None:
    for path in ("/", "/search?q=ferry", "/articles/ferry-treaty", "/api/search"):
        response = client.head(path)
        assert (response.status_code, response.data) == (200, b"")


def test_a_search_page_stays_light_with_all_that_it_brings(get: Get, client: FlaskClient) -> None:
    page = get("/search?q=harbour&size=100")
    brought = [str(part.get("src") or part.get("href")) for part in page.select("[src], link[rel=stylesheet]")]
    assert len(brought) == 5
    sizes = [len(client.get(path, buffered=True).data) for path in ("/search?q=harbour", *brought)]
    assert sum(sizes) < 61_000


def _language(part: Tag) -> str:
    """Its own, or that of what is around it."""
    return next(str(each["lang"]) for each in (part, *part.parents) if isinstance(each, Tag) and each.get("lang"))


def test_each_article_is_read_out_in_its_own_language(get: Get) -> None:
    page = get("/search?q=harbour")
    shown = page.select(".result .title, .result .passage")
    assert {_language(part) for part in shown} == {"en"}
    assert get("/articles/ferry-treaty").select_one("h1[lang=en]")


def test_of_many_names_a_result_shows_three_of_each_kind(get_any: Get) -> None:
    page = get_any("/search?q=everybody&type=news&year=2009")
    assert texts(page, ".result .names a") == [
        "Guest Number 000",
        "Guest Number 001",
        "Guest Number 002",
        CROWDED.documents[0],
    ]


def test_a_result_says_where_it_is_from_and_what_it_is(get: Get) -> None:
    assert texts(get("/search?q=treaty"), ".result .facts")[0].startswith(
        "17 March 2017 · lake-union.example · Press release · English"
    )


def test_each_order_and_size_is_a_click_away_and_the_one_in_force_is_said(get: Get) -> None:
    page = get("/search?q=harbour&sort=oldest&size=25&page=2&place=Eastmere")
    options = {link.get_text(): str(link["href"]) for link in page.select(".options a")}
    rest = "/search?q=harbour&place=Eastmere"
    assert options.items() >= {
        ("Relevance", f"{rest}&size=25"),
        ("Newest first", f"{rest}&sort=newest&size=25"),
        ("10", f"{rest}&sort=oldest"),
        ("50", f"{rest}&sort=oldest&size=50"),
    }
    assert texts(page, ".options [aria-current]") == ["Oldest first", "25"]


def test_the_dates_form_carries_everything_but_the_dates(get: Get) -> None:
    page = get("/search?q=harbour&from=2012-03&to=2016&place=Eastmere&sort=oldest&page=2")
    form = next(each for each in page.select("form") if each.select("input[name=from]:not([type=hidden])"))
    assert sorted((str(each["name"]), str(each.get("value", ""))) for each in form.select("input[name]")) == [
        ("from", "2012-03"),
        ("place", "Eastmere"),
        ("q", "harbour"),
        ("sort", "oldest"),
        ("to", "2016"),
    ]
