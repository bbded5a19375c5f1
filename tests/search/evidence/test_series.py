"""The series of a recurring resolution."""

from dataclasses import replace

from indexer.article import Article
from indexer.search.evidence.series import phrase_of, series_of, title_of
from indexer.text.symbols.titled import Titled
from tests.search.evidence.articles import article

TITLE = "No first placement of lamps in harbours"


def citing(number: str, title: str = TITLE) -> Article:
    of = article("It rained.", f"The Assembly adopted resolution {number}, “{title}”, in its session.")
    return replace(of, documents=(f"A/RES/{number}",))


def test_a_document_is_called_what_most_articles_call_it() -> None:
    articles = [
        citing("75/32", "The lamps of the lakes"),
        *(citing("75/32"),) * 2,
        citing("74/1", "Another title here"),
    ]
    assert title_of("A/RES/75/32", articles) == Titled("A/RES/75/32", TITLE)
    assert title_of("A/RES/76/1", articles) is None


def test_what_does_not_recur_has_no_series() -> None:
    of = article("The report A/64/256, “Lamps in all harbours”, was read.", documents=("A/64/256",))
    assert title_of("A/64/256", [of]) is None


def test_what_an_article_does_not_count_among_its_documents_has_no_page() -> None:
    assert title_of("A/RES/75/32", [replace(citing("75/32"), documents=())]) is None


def test_those_of_one_title_are_a_series_in_the_order_of_their_numbers() -> None:
    articles = [citing(number) for number in ("76/230", "75/32", "76/23", "76/4", "74/33")]
    other = citing("73/1", "No first placement of lamps")
    found = series_of(Titled("A/RES/75/32", TITLE), [*articles, other])
    assert found == ("A/RES/74/33", "A/RES/75/32", "A/RES/76/4", "A/RES/76/23", "A/RES/76/230")


def test_a_document_is_of_its_own_series_and_alone_where_nothing_is_sure() -> None:
    other = article(f"“{TITLE}” is a subject of the Assembly, as in resolution 74/33.", documents=("A/RES/74/33",))
    assert series_of(Titled("A/RES/75/32", TITLE), [other]) == ("A/RES/75/32",)


def test_a_resolution_that_heads_its_own_text_is_of_the_series() -> None:
    text = ("United Lakes A/RES/74/33", f"74/33. {TITLE}", "The General Assembly,")
    of = article(*text, title="Resolution adopted on 12 December", documents=("A/RES/74/33",))
    assert series_of(Titled("A/RES/75/32", TITLE), [of]) == ("A/RES/74/33", "A/RES/75/32")


def test_what_the_titles_of_a_series_have_in_common_has_no_number() -> None:
    assert phrase_of(Titled("A/RES/75/32", TITLE)) == TITLE
    assert phrase_of(Titled("A/RES/75/32", "Budget of the lakes for the biennium 2018–2019")) == (
        "Budget of the lakes for the biennium"
    )
    assert phrase_of(Titled("A/RES/75/32", 'The "lamps" of the lakes')) == "The  lamps  of the lakes"
