"""Every rule of the query tree and of sorting, on every engine, over one table of articles."""

from collections.abc import Callable

import pytest

from indexer.authority.offices import office_terms
from indexer.engines.engine import Reader, SearchRequest, Sort
from indexer.errors import RequestError
from indexer.fields import QUERY_FIELDS
from indexer.query.tree import (
    And,
    Boosted,
    DateRange,
    DisMax,
    Fuzzy,
    MatchAll,
    MatchNone,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    SpanNear,
    Word,
)
from tests.engines.samples import ARTICLES, exact, found, phrase, word

EVERY_ID = {article.id for article in ARTICLES}

MEANINGS: dict[str, tuple[Query, set[str]]] = {
    "a word matches its stem, in title or text": (word("Ferries"), {"ferry", "storm"}),
    "an exact word matches itself only": (exact("ferries"), {"ferry"}),
    "an exact word is folded": (exact("NAIVE"), {"résumé"}),
    "russian words are stemmed by their own rules": (word("парома"), {"паром"}),
    "a title word is not looked for in the text": (Word(word("boat").term, "title"), set()),
    "a title word may be stemmed": (Word(word("harbour").term, "title"), {"ferry", "lind"}),
    "a title word may be exact": (Word("opens", "title", exact=True), {"ferry"}),
    "an exact title word is not stemmed": (Word("open", "title", exact=True), set()),
    "a name field matches a word of a value": (Word("union", "organisation"), {"ferry", "storm"}),
    "a name field's words are folded": (Word("angstrom", "person"), {"résumé"}),
    "a name field's words are never stemmed": (Word("unions", "organisation"), set()),
    "a symbol is matched by its parts": (Phrase(("71", "12"), "document"), {"ferry"}),
    "an office is matched by its title": (Phrase(office_terms("Chair"), "office"), {"ferry", "lind"}),
    "an office is matched with its body": (Phrase(office_terms("Chair, Harbour Union"), "office"), {"ferry"}),
    "a deputy's office is another one": (Phrase(office_terms("Deputy Chair"), "office"), {"lind"}),
    "an office is matched by its body": (Phrase(office_terms(", Harbour Union"), "office"), {"ferry", "lind"}),
    "no phrase reaches from one office into the next": (Phrase(("chair", "=", "ferry"), "office"), set()),
    "an office has words": (Word("deputy", "office"), {"lind"}),
    "words of an office are in no text": (word("deputy"), set()),
    "a type is matched by its words": (Word("release", "type"), {"ferry"}),
    "a phrase keeps its order": (phrase("council ferry"), set()),
    "a phrase is found in title and text": (phrase("ferry council"), {"ferry"}),
    "a phrase never reaches from the title into the text": (phrase("harbour the ferry"), set()),
    "a phrase passes over a paragraph's end": (phrase("harbour two ferries"), {"ferry"}),
    "a phrase repeats its words": (phrase("boats boats"), {"lind"}),
    "a phrase repeats its words only as often as the text": (phrase("boats boats boats"), set()),
    "a phrase in the title only": (Phrase(("harbour", "first"), "title"), {"lind"}),
    "a phrase never reaches from one value into the next": (Phrase(("council", "harbour"), "organisation"), set()),
    "a phrase lies within a value": (Phrase(("harbour", "union"), "organisation"), {"ferry", "storm"}),
    "a phrase of one word is that exact word": (phrase("ferries"), {"ferry"}),
    "a phrase without words matches nothing": (Phrase(()), set()),
    "near counts the words between": (SpanNear(("council", "met"), 0), {"ferry"}),
    "near of less than nothing is side by side": (SpanNear(("council", "met"), -3), {"ferry"}),
    "near works backwards": (SpanNear(("met", "council"), 0), {"ferry"}),
    "near is not nearer than it is": (SpanNear(("ferry", "harbour"), 3), {"ferry"}),
    "near allows what lies between": (SpanNear(("storm", "harbour"), 2), {"storm"}),
    "near allows no more": (SpanNear(("storm", "harbour"), 1), set()),
    "near never joins title and text": (SpanNear(("opens", "met"), 50), set()),
    "near of any distance never joins title and text": (SpanNear(("opens", "met"), 1_000_000), set()),
    "near of any distance never joins two values": (SpanNear(("lind", "old"), 1_000_000, "person"), set()),
    "near of any distance never reaches the first word of the next value": (
        SpanNear(("lind", "boris"), 1_000_000, "person"),
        set(),
    ),
    "near of three words of any distance": (SpanNear(("refused", "council", "met"), 1_000_000), {"ferry"}),
    "near of three words never joins title and text": (SpanNear(("opens", "met", "pilots"), 1_000_000), set()),
    "near wants a repeated word twice": (SpanNear(("old", "old"), 3), {"storm"}),
    "near of three": (SpanNear(("pilot", "old", "boat"), 1), {"storm"}),
    "near in a name lies within a value": (SpanNear(("lind", "old"), 9, "person"), set()),
    "near in a name": (SpanNear(("old", "boris"), 9, "person"), {"lind"}),
    "near of far more than there is": (SpanNear(("council", "refused"), 1_000_000), {"ferry"}),
    "and": (And((word("boat"), word("pilot"))), {"ferry", "storm"}),
    "or": (Or((word("cafe"), exact("refused"))), {"ferry", "résumé"}),
    "best matches as or does": (DisMax((word("cafe"), exact("refused"))), {"ferry", "résumé"}),
    "not": (Not(word("harbour")), {"паром", "empty"}),
    "not of not": (Not(Not(word("cafe"))), {"résumé"}),
    "and not": (And((word("boat"), Not(word("pilot")))), {"lind", "résumé"}),
    "nested not": (And((word("boat"), Not(And((word("harbour"), Not(word("cafe"))))))), {"résumé"}),
    "or not": (Or((word("cafe"), Not(word("harbour")))), {"résumé", "паром", "empty"}),
    "everything": (MatchAll(), EVERY_ID),
    "nothing": (MatchNone(), set()),
    "an and of nothing said is everything": (And(()), EVERY_ID),
    "an or of nothing said is nothing": (Or(()), set()),
    "a best of nothing said is nothing": (DisMax(()), set()),
    "an and of an or of nothing said": (And((word("boat"), Or(()))), set()),
    "only nots": (And((Not(word("boat")), Not(word("council")))), {"паром", "empty"}),
    "dated within a year": (DateRange(20160101, 20161231), {"ferry", "lind", "storm"}),
    "a month is within a range only as a whole": (DateRange(20160502, 20161231), {"ferry"}),
    "a year is within a range only as a whole": (DateRange(20160101, 20161230), {"ferry", "lind"}),
    "dated openly leaves the undated out": (DateRange(), EVERY_ID - {"résumé"}),
    "dated from": (DateRange(first=20170101), {"паром"}),
    "dated until": (DateRange(last=20151231), {"empty"}),
    "not dated finds the undated": (Not(DateRange()), {"résumé"}),
    "an unknown word": (word("xylophone"), set()),
    "an empty word": (Word(""), set()),
    "a word that no encoding has": (Word("\ud800"), set()),
    "a very long word": (Word("x" * 100_000), set()),
}


@pytest.mark.parametrize(("query", "expected"), MEANINGS.values(), ids=MEANINGS.keys())
def test_each_node_means(reader: Reader, query: Query, expected: set[str]) -> None:
    assert found(reader, query) == expected


@pytest.mark.parametrize("query", [Prefix("fer"), Fuzzy("fery"), Not(Prefix("fer"))], ids=repr)
def test_a_node_that_should_have_been_expanded_is_an_error_of_the_program(reader: Reader, query: Query) -> None:
    with pytest.raises(TypeError, match="expand"):
        reader.search(SearchRequest(query))


def scores(reader: Reader, query: Query) -> dict[str, float]:
    return {hit.id: hit.score for hit in reader.search(SearchRequest(query, limit=1000)).hits}


def test_scores_of_and_and_or_add_up(reader: Reader) -> None:
    boat, council = scores(reader, word("boat")), scores(reader, word("council"))
    both = scores(reader, And((word("boat"), word("council"))))
    assert both["lind"] == pytest.approx(boat["lind"] + council["lind"], rel=1e-5)
    assert scores(reader, Or((word("boat"), word("council"))))["storm"] == pytest.approx(boat["storm"], rel=1e-5)


def test_a_word_typed_twice_counts_twice(reader: Reader) -> None:
    once = scores(reader, word("boat"))
    twice = {article_id: 2 * score for article_id, score in once.items()}
    assert scores(reader, Or((word("boat"), word("boat")))) == pytest.approx(twice, rel=1e-5)
    assert scores(reader, And((word("boat"), word("boat")))) == pytest.approx(twice, rel=1e-5)


def test_best_takes_the_best_score_only(reader: Reader) -> None:
    boat, old = scores(reader, word("boat")), scores(reader, word("old"))
    best = scores(reader, DisMax((word("boat"), word("old"))))
    assert best["storm"] == pytest.approx(max(boat["storm"], old["storm"]), rel=1e-5)


def test_what_a_query_is_boosted_by_adds_to_scores_and_changes_no_match(reader: Reader) -> None:
    boat, old = scores(reader, word("boat")), scores(reader, word("old"))
    boosted = scores(reader, Boosted(word("boat"), (word("old"), Not(word("council"))), 0.5))
    assert boosted == pytest.approx({each: boat[each] + 0.5 * old.get(each, 0.0) for each in boat}, rel=1e-5)
    assert scores(reader, Boosted(MatchAll(), (word("old"),), 2.0))["storm"] == pytest.approx(
        2 * old["storm"], rel=1e-5
    )


def test_a_title_word_says_more_than_one_in_the_text(reader: Reader) -> None:
    harbour = scores(reader, word("harbour"))
    assert harbour["ferry"] > harbour["storm"]


def test_near_scores_as_its_words_do(reader: Reader) -> None:
    words = scores(reader, And((exact("storm"), exact("harbour"))))
    assert scores(reader, SpanNear(("storm", "harbour"), 2)) == pytest.approx(words, rel=1e-5)


@pytest.mark.parametrize(
    "query",
    [MatchAll(), DateRange(), Not(word("boat")), Word("lind", "person"), Phrase(("ada", "lind"), "person"), And(())],
    ids=repr,
)
def test_what_does_not_rank_scores_nothing(reader: Reader, query: Query) -> None:
    result = reader.search(SearchRequest(query, limit=1000))
    assert result.hits
    assert {hit.score for hit in result.hits} == {0.0}


@pytest.mark.parametrize(
    "query",
    [
        DateRange(),
        Not(word("cafe")),
        Word("lind", "person"),
        Phrase(("ada", "lind"), "person"),
        SpanNear(("lind",), 0, "person"),
    ],
    ids=repr,
)
def test_what_does_not_rank_adds_nothing_to_a_score(reader: Reader, query: Query) -> None:
    boat = scores(reader, word("boat"))
    both = scores(reader, And((word("boat"), query)))
    assert both == pytest.approx({article_id: boat[article_id] for article_id in both}, rel=1e-5)
    assert "lind" in both


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["паром", "ferry", "lind", "storm", "empty", "résumé"]),
        ("oldest", ["empty", "storm", "lind", "ferry", "паром", "résumé"]),
        ("relevance", ["паром", "ferry", "lind", "storm", "empty", "résumé"]),
    ],
)
def test_order(reader: Reader, sort: Sort, expected: list[str]) -> None:
    hits = reader.search(SearchRequest(MatchAll(), sort=sort)).hits
    assert [hit.id for hit in hits] == expected
    pages = [reader.search(SearchRequest(MatchAll(), sort=sort, offset=i, limit=1)).hits[0].id for i in range(6)]
    assert pages == expected


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_what_is_in_the_order_of_dates_has_no_scores(reader: Reader, sort: Sort) -> None:
    hits = reader.search(SearchRequest(word("boat"), sort=sort)).hits
    assert [hit.score for hit in hits] == [0.0] * 4


def test_relevance_comes_before_date(reader: Reader) -> None:
    hits = reader.search(SearchRequest(word("boat"))).hits
    assert hits[0].id == "lind"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_page_past_the_end_is_empty_and_keeps_the_total(reader: Reader) -> None:
    result = reader.search(SearchRequest(word("boat"), offset=100))
    assert (result.total, result.hits) == (4, ())
    assert reader.search(SearchRequest(word("boat"), limit=0)).hits == ()


@pytest.mark.parametrize(("offset", "limit"), [(-1, 10), (0, -1)])
def test_a_negative_page_is_refused(reader: Reader, offset: int, limit: int) -> None:
    with pytest.raises(RequestError):
        reader.search(SearchRequest(MatchAll(), offset=offset, limit=limit))


def test_terms_are_exact_alphabetical_and_count_articles(reader: Reader) -> None:
    found_terms = [(each.term, each.document_frequency) for each in reader.terms("any", "bo", 10)]
    assert found_terms == [("boat", 2), ("boats", 3)]
    assert [each.term for each in reader.terms("any", "", 3)] == ["a", "ada", "and"]
    assert [(each.term, each.document_frequency) for each in reader.terms("title", "harb", 9)] == [("harbour", 2)]
    assert [each.term for each in reader.terms("person", "", 2)] == ["ada", "angstrom"]
    assert list(reader.terms("organisation", "zz", 9)) == []
    assert list(reader.terms("any", "\ud800", 9)) == []
    assert list(reader.terms("any", "", 0)) == []


def test_only_the_whole_term_is_counted(reader: Reader) -> None:
    assert [reader.document_frequency("any", term) for term in ("boat", "boats", "bo", "zebra")] == [2, 3, 0, 0]
    assert reader.document_frequency("title", "boats") == 0
    assert reader.document_frequency("any", "\ud800") == 0
    for field in QUERY_FIELDS.values():
        terms = reader.terms(field, "", 1_000)
        before = [reader.document_frequency(field, term) for term, _ in terms]
        reader.term_dictionary(field)  # which a reader may look it up in from then on
        after = [reader.document_frequency(field, term) for term, _ in terms]
        assert before == after == [count for _, count in terms], field


def test_an_article_comes_back_whole(reader: Reader) -> None:
    assert [reader.article(article.id) for article in ARTICLES] == list(ARTICLES)
    assert reader.article("nobody") is None
    assert reader.article("\ud800") is None
    assert sorted(reader.ids()) == sorted(EVERY_ID)
    assert iter(ids := reader.ids()) is ids
    assert reader.count == len(ARTICLES)


def test_thousands_of_words_are_served(reader: Reader) -> None:
    many = tuple(exact(f"word{i}") for i in range(5_000))
    assert found(reader, Or((*many, word("cafe")))) == {"résumé"}
    assert found(reader, DisMax((*many, word("cafe")))) == {"résumé"}
    assert found(reader, And((word("cafe"), *(Not(each) for each in many)))) == {"résumé"}
    assert found(reader, Phrase(("boats",) * 5_000)) == set()
    assert found(reader, SpanNear(("boats",) * 5_000, 5)) == set()
    assert found(reader, SpanNear(tuple(f"word{i}" for i in range(5_000)), 5)) == set()


def _nested(depth: int) -> Query:
    query: Query = word("cafe")
    for _ in range(depth):
        query = And((Or((query, word("cafe"))), Not(MatchNone())))
    return query


@pytest.mark.parametrize("depth", [105, 100_000])
def test_deep_nesting_is_served_or_refused_never_a_crash(reader: Reader, depth: int) -> None:
    assert found(reader, _nested(60)) == {"résumé"}
    with pytest.raises(RequestError):
        reader.search(SearchRequest(_nested(depth)))


@pytest.mark.parametrize(
    "around", [Not, lambda inner: DisMax((inner,)), lambda inner: Or((inner,))], ids=["not", "best", "or"]
)
def test_whatever_nests_too_deep_is_refused(reader: Reader, around: Callable[[Query], Query]) -> None:
    def nested(depth: int) -> Query:
        query: Query = word("cafe")
        for _ in range(depth):
            query = around(query)
        return query

    assert found(reader, nested(190)) == {"résumé"}
    with pytest.raises(RequestError):
        reader.search(SearchRequest(nested(210)))
