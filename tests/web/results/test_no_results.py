from bs4 import BeautifulSoup

from tests.web.conftest import Get, href, texts


def test_each_part_is_counted_alone(get: Get) -> None:
    ways = texts(get('/search?q=glacier+"ferry+treaty"&match=all'), ".ways li")
    assert ways[:2] == ["glacier alone: no article", '"ferry treaty" alone: 1 article']


def test_what_stands_in_the_way_is_named(get: Get) -> None:
    ways = texts(get("/search?q=fines&place=Eastmere&from=2018"), ".ways li")
    assert "the words in the whole archive: 1 article" in ways
    assert not any(way.endswith("no article") for way in ways)


def test_any_instead_of_all_words_is_offered_with_its_count(get: Get) -> None:
    page = get("/search?q=fines+lighthouse&match=all")
    offered = next(link for link in page.select(".ways a") if "any of these" in link.get_text())
    assert "any of these words instead of all: 3 articles" in texts(page, ".ways li")
    assert texts(get(str(offered["href"])), "#summary") == ["3 articles"]


def test_where_nothing_is_near_that_is_said(get: Get) -> None:
    assert "nothing near" in texts(get("/search?q=glacier"), ".nothing")[0]


def test_what_may_be_misspelt_is_asked_back(get: Get) -> None:
    page = get("/search?q=ferrytreaty&place=Northport")
    assert texts(page, ".meant") == ["Did you mean ferry treaty?"]
    assert "nothing near" not in page.get_text()
    assert texts(get(href(page, ".meant a", "ferry treaty")), ".chip .value") == ["ferry", "treaty", "Northport"]


def test_a_misspelt_word_is_corrected_and_what_was_typed_can_be_searched_instead(get: Get) -> None:
    page = get("/search?q=Lighthuose&place=Northport")
    assert texts(page, ".meant") == ["Showing results for Lighthouse. Search instead for Lighthuose"]
    assert texts(page, ".chip .value") == ["Lighthouse", "Northport"]
    assert texts(page, "#summary") == texts(get("/search?q=lighthouse&place=Northport"), "#summary")
    instead = get(href(page, ".meant a", "Lighthuose"))
    assert texts(instead, "#summary") == ["No article matches"]
    assert texts(instead, ".meant") == ["Did you mean Lighthouse?"]
    assert "nothing near" not in instead.get_text()


def test_where_no_article_has_all_of_the_words_those_with_some_are_shown(get: Get) -> None:
    page = get("/search?q=fines+treaty+glacier")
    assert texts(page, "#summary") == ["No article with all of your words · 1 with some"]
    assert texts(page, ".results .missing")[0] == "Without: glacier"
    assert texts(page, ".ways li") == ["glacier alone: no article"]


def test_those_with_some_of_the_words_are_listed_below_and_numbered_on(get: Get) -> None:
    page = get("/search?q=ferry+treaty")
    whole, some = page.select("ol.results")
    assert texts(page, "#some") == ["Articles with some of your words"]
    assert int(str(some["start"])) == len(whole.select(".result")) + 1
    only = page.select_one(".only a")
    assert only is not None
    alone = get(str(only["href"]))
    assert texts(alone, ".chip .value") == ["ferry", "treaty", "all of them"]
    assert len(alone.select("ol.results")) == 1


def test_where_the_choices_leave_none_with_all_of_the_words_those_with_some_follow_the_help(get: Get) -> None:
    page = get("/search?q=harbour+treaty&type=interview")
    assert texts(page, "#summary")[0].startswith("No article with all of your words · ")
    assert "the words in the whole archive: 1 article" in texts(page, ".ways li")
    assert len(page.select("#some ~ ol.results .result")) >= 1
    assert page.select(".exports") == []


def test_beside_articles_with_some_of_the_words_there_is_no_empty_help(get: Get) -> None:
    assert get("/search?q=fines+lighthouse").select(".nothing") == []


def test_a_word_that_nothing_has_is_shown_with_its_nearest_spellings(get: Get) -> None:
    page = get("/search?q=lighthuose+glacier&match=all&spelling=typed")
    assert texts(page, ".ways li")[:2] == [
        "lighthuose alone: no article; spelt nearly so: lighthouse",
        "glacier alone: no article",
    ]
    link = page.select(".ways li a")[1]
    assert texts(get(str(link["href"])), "#summary") == ["2 articles"]


def test_a_word_that_is_found_is_not_spelt_in_another_way(get: Get) -> None:
    found = texts(get("/search?q=pilots+glacier&match=all"), ".ways li")[0]
    assert found.startswith("pilots alone:")
    assert found.endswith("articles")


def test_function_words_are_not_counted_alone_beside_others(get: Get) -> None:
    ways = texts(get("/search?q=the+glacier+of+the+pilots&match=all"), ".ways li")
    assert [way.split(":")[0] for way in ways[:2]] == ["glacier alone", "pilots alone"]


def test_nothing_can_be_sorted_where_nothing_was_found(get: Get) -> None:
    assert texts(get("/search?q=treaty"), ".options > span") == ["Sort", "On a page"]
    assert texts(get("/search?q=glacier"), ".options > span") == []
    assert texts(get("/search?q=glacier"), ".save") == ["Save this search"]


def ways(page: BeautifulSoup) -> dict[str, str]:
    """What each way is called -> where it leads."""
    return {link.get_text(): str(link["href"]) for link in page.select(".ways li > a:first-child")}


def test_every_single_thing_that_stands_in_the_way_is_given_up_alone(get: Get) -> None:
    rest = "from=2017&sort=newest"
    assert ways(get(f"/search?q=pilots+fines&place=Northport&type=interview&{rest}&page=3&size=5")) == {
        "pilots alone": f"/search?q=pilots&place=Northport&type=interview&{rest}&size=5",
        "fines alone": f"/search?q=fines&place=Northport&type=interview&{rest}&size=5",
        "whatever the type": f"/search?q=pilots+fines&place=Northport&{rest}&size=5",
        "the words in the whole archive": "/search?q=pilots+fines",
    }
    assert ways(get('/search?q="pilots+twelve"')) == {
        "the words without quotation marks": "/search?q=+pilots+twelve+",
    }


def test_another_date_is_offered_where_that_would_help(get: Get) -> None:
    page = get("/search?q=treaty&from=2018")
    assert texts(page, ".ways li") == ["at any date: 1 article", "the words in the whole archive: 1 article"]
    assert [str(link["href"]) for link in page.select(".ways a")] == ["/search?q=treaty"] * 2


def test_any_of_the_words_is_offered_with_each_part_as_it_was_typed(get: Get) -> None:
    page = get('/search?q=fines+"new+lighthouse"+OR+glacier&place=Northport&match=all')
    link = next(each for each in page.select(".ways a") if "any of these" in each.get_text())
    assert (
        str(link["href"]) == "/search?q=%28fines%29+OR+%28%22new+lighthouse%22+OR+glacier%29&place=Northport&match=all"
    )


def test_of_many_words_the_first_eight_are_counted_alone(get: Get) -> None:
    page = get("/search?q=" + "+".join(f"glacier{letter}" for letter in "abcdefghij"))
    alone = [way.split()[0] for way in texts(page, ".ways li") if " alone:" in way]
    assert alone == [f"glacier{letter}" for letter in "abcdefgh"]
