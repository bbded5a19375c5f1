"""Quotations by a person: on their page, by year, and with words that are looked for."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from indexer.article import Article, PartialDate, Quotation
from tests.web.archive import FERRY, article, passage_link, place
from tests.web.browse.pages import client_of, profile_of
from tests.web.conftest import Get, counted, href, texts

SALT = "/names/person?name=Orla+Salt"
SPEAKERS = ("Orla Salt", "Ivo Brandt", "Orla Salt", "Orla Salt", "Orla Salt")


def record(number: int) -> Article:
    """Four quotations of one speaker, and one of another between them."""
    said = tuple(f"Number {number} has a part {part}." for part in range(len(SPEAKERS)))
    of = article(f"s{number}", f"Talks {number}", said, date=PartialDate(f"201{number}"), people=("Orla Salt",))
    quotations = (Quotation(p.start, p.end, who, "transcript") for p, who in zip(of.passages, SPEAKERS, strict=True))
    return replace(of, quotations=tuple(quotations), speakers=("Orla Salt", "Ivo Brandt"))


RECORDS = tuple(map(record, range(5)))


def test_a_person_has_a_page_with_what_they_say(get: Get) -> None:
    page = get("/names/person?name=Marta+Velde")
    assert texts(page, "h1") == ["Marta Velde"]
    assert texts(page, ".shown") == ["1 article"]
    assert texts(page, "#quotations ~ .quotes q") == ["Every ferry will carry two pilots from now on"]
    assert str(page.select(".quotes a")[0]["href"]) == passage_link(FERRY, 2)


def test_an_answer_stands_under_its_question(get: Get) -> None:
    page = get(SALT)
    assert [quote.split()[:3] for quote in texts(page, "#quotations ~ .quotes q")] == [["They", "will", "pay"]]
    asked = "Question: What will change for the fishermen of the eastern shore?"
    assert texts(page, "#quotations ~ .quotes .question") == [asked]
    assert texts(page, "#quotations ~ .quotes .facts")[0].endswith(" · in an interview")


def test_to_whom_something_was_said_is_told() -> None:
    text = "“Every ferry will carry two pilots,” Orla Salt told Lakenews on Friday."
    quotation = Quotation(
        *place(text, "Every ferry will carry two pilots,"), "Orla Salt", cue=place(text, "Orla Salt told Lakenews")
    )
    of = article("a", "A", (text,), people=("Orla Salt",), speakers=("Orla Salt",), quotations=(quotation,))
    assert texts(profile_of(of, path=SALT), "#quotations ~ .quotes .facts") == ["A · undated · to Lakenews"]


def test_ten_quotations_are_shown_by_year_the_newest_first_and_three_at_most_of_one_article() -> None:
    page = profile_of(*RECORDS, path=SALT)
    shown = [(4, 0), (4, 2), (4, 3), (3, 0), (3, 2), (3, 3), (2, 0), (2, 2), (2, 3), (1, 0)]
    assert texts(page, "#quotations ~ .quotes q") == [f"Number {number} has a part {part}." for number, part in shown]
    assert [str(link["href"]) for link in page.select("#quotations ~ .quotes a")] == [
        passage_link(record(number), part + 1) for number, part in shown
    ]
    assert texts(page, "#quotations ~ h3") == ["2014", "2013", "2012", "2011"]
    assert texts(page, "#quotations ~ .quotes .facts")[0] == "Talks 4 · 2014 · in a meeting record"
    assert texts(page, "#quotations ~ .more") == ["All articles that quote Orla Salt (5 articles)"]
    assert href(page, "#quotations ~ .more a", "Orla Salt") == "/search?speaker=Orla+Salt&sort=newest"


def test_a_year_alone_is_shown_and_the_others_stay_at_hand() -> None:
    page = profile_of(*RECORDS, path=f"{SALT}&year=2012")
    assert texts(page, "#quotations ~ h3") == ["2012"]
    years = [f"{year} 1 article" for year in (2014, 2013, 2012, 2011, 2010)]
    assert texts(page, "#quotations ~ .years a") == ["all", *years]
    assert texts(page, "#quotations ~ .years [aria-current]") == ["2012 1 article"]
    links = [str(link["href"]) for link in page.select("#quotations ~ .years a")]
    assert links[:2] == [f"{SALT}#quotations", f"{SALT}&year=2014#quotations"]
    assert texts(page, ".shown") == ["1 article"]
    assert href(page, "#quotations ~ .more a", "Orla Salt") == "/search?speaker=Orla+Salt&year=2012&sort=newest"


def test_a_year_in_which_nobody_quotes_the_person_leaves_the_others_at_hand() -> None:
    named = article("a", "A", ("Orla Salt came.",), people=("Orla Salt",), date=PartialDate("2019"))
    page = profile_of(*RECORDS, named, path=f"{SALT}&year=2019")
    assert page.select("#quotations ~ .quotes") == []
    assert "2014 1 article" in texts(page, "#quotations ~ .years a")


@pytest.mark.parametrize("year", ["", "201", "20122", "abcd", "２０１２"])
def test_what_is_no_year_narrows_nothing(year: str) -> None:
    page = profile_of(*RECORDS, path=f"{SALT}&year={year}")
    assert texts(page, ".shown") == ["5 articles"]
    assert texts(page, "#quotations ~ .years [aria-current]") == ["all"]


def test_words_are_looked_for_within_what_the_person_says() -> None:
    page = profile_of(*RECORDS, path=f"{SALT}&said=part+2")
    assert texts(page, "#quotations ~ .quotes q")[0] == "Number 4 has a part 2."
    assert texts(page, "#quotations ~ .quotes mark")[:2] == ["part", "2"]
    assert texts(page, "#quotations ~ .only") == ["Orla Salt says these words in 5 articles · All quotations"]
    assert href(page, "#quotations ~ .only a", "5 articles") == (
        "/search?q=said%3A%28part+2%29&speaker=Orla+Salt&sort=newest"
    )
    assert href(page, "#quotations ~ .only a", "All quotations") == f"{SALT}#quotations"


def test_the_count_of_articles_with_words_that_somebody_says_is_that_of_the_search_it_leads_to() -> None:
    client = client_of(*RECORDS)
    page = BeautifulSoup(client.get(f"{SALT}&said=%22part+3%22").text, "lxml")
    assert texts(page, "#quotations ~ .quotes q") == [f"Number {number} has a part 3." for number in (4, 3, 2, 1, 0)]
    found = BeautifulSoup(client.get(href(page, "#quotations ~ .only a", "5 articles")).text, "lxml")
    assert counted(found) == 5


@pytest.mark.parametrize("words", ["%22part+1%22", "lighthouse", "((%22part+1", "person:x", "-", ")+OR+talks"])
def test_what_the_person_does_not_say_is_not_shown_whatever_is_typed(words: str) -> None:
    page = profile_of(*RECORDS, path=f"{SALT}&said={words}")
    assert not [each for each in texts(page, "#quotations ~ .quotes q") if "part 1" in each]


def test_nothing_found_is_said() -> None:
    page = profile_of(record(1), path=f"{SALT}&said=lighthouse")
    assert texts(page, "#quotations ~ .only") == ["No quotations contain these words. · All quotations"]


def test_the_form_keeps_the_name_and_the_year() -> None:
    page = profile_of(record(1), path=f"{SALT}&year=2011&said=part")
    fields = {str(each["name"]): str(each["value"]) for each in page.select("form.within input")}
    assert fields == {"name": "Orla Salt", "year": "2011", "said": "part"}
    assert str(page.select("form.within")[0]["action"]) == "/names/person#quotations"


def test_who_is_quoted_nowhere_has_no_quotations_and_only_a_person_has() -> None:
    named = article("a", "A", ("Orla Salt opened the harbour.",), people=("Orla Salt",))
    assert profile_of(named, path=SALT).select("#quotations") == []
    one = replace(record(1), organisations=("Orla Salt",))
    assert profile_of(one, path="/names/organisation?name=Orla+Salt&said=part").select("#quotations") == []


def test_a_sentence_that_holds_somebodys_words_has_its_own_marks_and_no_others() -> None:
    text = "Orla Salt called it “a lasting peace” on Friday."
    of = article("a", "A", (text,), people=("Orla Salt",), speakers=("Orla Salt",))
    page = profile_of(replace(of, quotations=(Quotation(*place(text, "a lasting peace"), "Orla Salt"),)), path=SALT)
    assert texts(page, "#quotations ~ .quotes blockquote") == [text]
    assert page.select("#quotations ~ .quotes q") == []


def test_where_words_go_on_dots_say_so_once() -> None:
    said = " ".join(f"The harbours of the eastern shore were closed in {year}." for year in range(1990, 2010))
    of = article("a", "A", ("Hello.", said), people=("Orla Salt",), speakers=("Orla Salt",))
    turn = Quotation(of.passages[1].start, of.passages[1].end, "Orla Salt", "turn")
    page = profile_of(replace(of, quotations=(turn,)), path=f"{SALT}&said=1995")
    (shown,) = texts(page, "#quotations ~ .quotes q")
    assert shown.startswith("… The harbours of the eastern shore were closed in 1995. The")
    assert shown.endswith(". …")
    endless = f"The harbours {'of the eastern and of the western shore ' * 40}were closed. Nobody came."
    of = article("a", "A", ("Hello.", endless), people=("Orla Salt",), speakers=("Orla Salt",))
    turn = Quotation(of.passages[1].start, of.passages[1].end, "Orla Salt", "turn")
    (cut,) = texts(profile_of(replace(of, quotations=(turn,)), path=SALT), "#quotations ~ .quotes q")
    assert cut.endswith(" …")
    assert cut.count("…") == 1
    assert len(cut) < 620
