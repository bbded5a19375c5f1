"""The sentences in which a name stands, on its page."""

from dataclasses import replace

import pytest

from indexer.article import Article, PartialDate, Quotation
from tests.web.archive import article, passage_link, place
from tests.web.browse.pages import profile_of
from tests.web.conftest import href, texts

SALT = "/names/person?name=Orla+Salt"
OPENING = "The council met at noon in the old harbour office."
NAMED = "Nobody had seen Orla Salt since the spring."


def naming(number: int, **more: object) -> Article:
    """An article whose opening says nothing of her."""
    values: dict[str, object] = {"date": PartialDate(f"201{number}-05"), "people": ("Orla Salt",)}
    return article(f"n{number}", f"News {number}", (OPENING, f"It rained. {NAMED} It was {number}."), **(values | more))


def saying(speaker: str, **more: object) -> Article:
    of = naming(1, speakers=(speaker,), **more)
    return replace(of, quotations=(Quotation(*place(of.text, NAMED), speaker),))


def test_the_sentences_that_name_somebody_are_shown_and_never_the_opening_of_an_article() -> None:
    page = profile_of(naming(1), naming(2), path=SALT)
    assert texts(page, "#named") == ["Mentions"]
    assert texts(page, "#named ~ .quotes blockquote") == [NAMED, NAMED]
    assert texts(page, "#named ~ .quotes mark") == ["Orla Salt"] * 2
    assert texts(page, "#named ~ h3") == ["2012", "2011"]
    assert texts(page, "#named ~ .quotes .facts") == ["News 2 · May 2012", "News 1 · May 2011"]
    assert str(page.select("#named ~ .quotes a")[0]["href"]) == passage_link(naming(2), 2)
    assert OPENING not in page.get_text()


def test_who_says_a_sentence_stands_beside_it_and_leads_to_their_page() -> None:
    page = profile_of(saying("Ivo Brandt", people=("Orla Salt", "Ivo Brandt")), path=SALT)
    assert texts(page, "#named ~ .quotes q") == [NAMED]
    assert texts(page, "#named ~ .quotes .facts") == ["News 1 · May 2011 · said by Ivo Brandt"]
    assert href(page, "#named ~ .quotes .facts a", "Ivo Brandt") == "/names/person?name=Ivo+Brandt"


def test_whoever_has_no_page_is_said_without_a_link_and_whoever_is_not_named_not_at_all() -> None:
    unlisted = profile_of(saying("Ivo Brandt"), path=SALT)
    assert [link.get_text() for link in unlisted.select("#named ~ .quotes .facts a")] == ["News 1"]
    assert texts(unlisted, "#named ~ .quotes .facts") == ["News 1 · May 2011 · said by Ivo Brandt"]
    nobody = profile_of(saying(""), path=SALT)
    assert texts(nobody, "#named ~ .quotes .facts") == ["News 1 · May 2011"]
    assert texts(nobody, "#named ~ .quotes q") == [NAMED]


def test_what_somebody_says_themselves_is_not_spoken_of_them() -> None:
    page = profile_of(saying("Orla Salt"), path=SALT)
    assert page.select("#named ~ .quotes") == []
    assert texts(page, "#named ~ .more") == ["Search within these articles (1 article)"]


def test_a_title_is_shown_where_it_alone_has_the_name() -> None:
    of = article("a", "Orla Salt in Northport", (OPENING,), people=("Orla Salt",), date=PartialDate("2011"))
    page = profile_of(of, path=SALT)
    assert texts(page, "#named ~ .quotes li") == ["Orla Salt in Northport · 2011"]
    assert texts(page, "#named ~ .quotes mark") == ["Orla Salt"]


def test_twelve_sentences_are_shown_and_two_at_most_of_one_article() -> None:
    more = tuple(f"{NAMED[:-1]} of {part}." for part in range(3))
    of = (article(f"a{n}", "A", more, people=("Orla Salt",), date=PartialDate(f"201{n}")) for n in range(8))
    assert texts(profile_of(*of, path=SALT), "#named ~ .quotes blockquote") == [*more[:2]] * 6


def test_what_is_said_in_near_duplicates_is_shown_once() -> None:
    copy = replace(naming(1), id="copy", duplicate_of="n1", similarity=0.9)
    assert texts(profile_of(naming(1), copy, path=SALT), "#named ~ .quotes blockquote") == [NAMED]
    of, again = saying("Orla Salt"), replace(saying("Orla Salt"), id="copy", duplicate_of="n1", similarity=0.9)
    assert texts(profile_of(of, again, path=SALT), "#quotations ~ .quotes q") == [NAMED]


def test_a_year_alone_is_shown() -> None:
    page = profile_of(naming(1), naming(2), path=f"{SALT}&year=2011")
    assert texts(page, "#named ~ .quotes .facts") == ["News 1 · May 2011"]
    assert texts(page, "#named ~ .years a") == ["all", "2012 1 article", "2011 1 article"]
    assert [str(link["href"]) for link in page.select("#named ~ .years a")][:2] == [
        f"{SALT}#named",
        f"{SALT}&year=2012#named",
    ]


def test_where_all_is_of_one_year_there_is_none_to_choose() -> None:
    assert profile_of(naming(1), path=SALT).select(".years") == []


@pytest.mark.parametrize(
    ("field", "heading", "order"),
    [
        ("document", "Sentences that cite it", [2014, 2015, 2016]),
        ("organisation", "Sentences that name it", [2016, 2015, 2014]),
        ("place", "Sentences that name it", [2016, 2015, 2014]),
    ],
)
def test_a_document_has_its_history_and_all_else_what_is_newest(field: str, heading: str, order: list[int]) -> None:
    name = "A/RES/64/256" if field == "document" else "Northport"
    articles = (
        article(
            str(year),
            "News",
            (OPENING, f"In {year} we heard of {name} again."),
            date=PartialDate(str(year)),
            **{f"{field}s": (name,)},
        )
        for year in (2015, 2016, 2014)
    )
    page = profile_of(*articles, path=f"/names/{field}?name={name}")
    assert texts(page, "#named") == [heading]
    assert texts(page, "#named ~ .quotes blockquote") == [f"In {year} we heard of {name} again." for year in order]
    assert texts(page, "#named ~ h3") == [str(year) for year in order]
    assert texts(page, "#named ~ .years a") == ["all", *(f"{year} 1 article" for year in order)]


def test_five_sentences_of_one_article_that_cite_a_document_are_shown() -> None:
    cited = tuple(f"In point {n} resolution 64/256 is cited." for n in range(7))
    of = article("a", "A", cited, documents=("A/RES/64/256",))
    page = profile_of(of, path="/names/document?name=A/RES/64/256")
    assert texts(page, "#named ~ .quotes blockquote") == [*cited[:5]]


def adopting(number: str) -> Article:
    text = f"In its session the General Assembly adopted resolution {number}, “Lamps in all harbours”."
    return article(number.replace("/", "-"), f"News of {number}", (OPENING, text), documents=(f"A/RES/{number}",))


def test_a_recurring_resolution_leads_to_the_others_of_its_series() -> None:
    articles = [adopting(number) for number in ("75/32", "74/33", "76/23")]
    page = profile_of(*articles, path="/names/document?name=A/RES/75/32")
    assert texts(page, "#series") == ["Earlier and later documents with this title"]
    assert texts(page, "#series ~ .title") == ["Lamps in all harbours"]
    assert texts(page, ".series li") == ["A/RES/74/33", "A/RES/75/32", "A/RES/76/23"]
    assert texts(page, ".series [aria-current]") == ["A/RES/75/32"]
    assert href(page, ".series a", "74/33") == "/names/document?name=A%2FRES%2F74%2F33"


def test_a_document_without_others_of_its_title_has_no_series() -> None:
    page = profile_of(adopting("75/32"), path="/names/document?name=A/RES/75/32")
    assert page.select("#series") == []
