from itertools import pairwise
from typing import get_args

import pytest

from indexer.article import DateEvidence, DatePlace, PartialDate, YearReason
from indexer.article.date_evidence import evidence_words
from indexer.message import translate
from web.i18n.language import LOCALES, language

PLACES = [place for place in get_args(DatePlace) if place]
NAMED = {"JSON field", "front matter field", "feed entry", "JSON-LD", "meta"}
SAID = (
    (DateEvidence("under title", quoted="07.02.2019"), "line under the title: 07.02.2019"),
    (DateEvidence("above title", quoted="16 October 2018"), "line above the title: 16 October 2018"),
    (DateEvidence("meta", "dc.date", "2019-02-07"), "meta dc.date: 2019-02-07"),
    (DateEvidence("JSON-LD", "datePublished", "2019-02-07"), "JSON-LD datePublished: 2019-02-07"),
    (DateEvidence("JSON field", "date", "2019"), "JSON field date: 2019"),
    (DateEvidence("front matter field", "date", "2019-02"), "front matter field date: 2019-02"),
    (DateEvidence("feed entry", "published", "17 Oct 2018"), "feed entry published: 17 Oct 2018"),
    (
        DateEvidence("file", quoted="11/02/2017", order="day first"),
        "the file's own date: 11/02/2017 (day first, as on this site)",
    ),
    (
        DateEvidence("title", quoted="11/02/2017", order="month first"),
        "title: 11/02/2017 (month first, as on this site)",
    ),
    (
        DateEvidence("file", quoted="11/02/2017", order="unknown"),
        "the file's own date: 11/02/2017 (day or month first is not known)",
    ),
    (
        DateEvidence("first sentence", quoted="2 November", year_from=YearReason("title", "Harbour Days 2017")),
        "first sentence: 2 November; year from 'Harbour Days 2017' in the title",
    ),
    (
        DateEvidence("first paragraphs", quoted="3 May", year_from=YearReason("session", "71")),
        "first paragraphs: 3 May; year from session 71 of the UN General Assembly",
    ),
    (
        DateEvidence("title", quoted="3 May", year_from=YearReason("address")),
        "title: 3 May; year from the address",
    ),
    (
        DateEvidence("title", quoted="3 May", year_from=YearReason("text", "1/2/2016"), order="day first"),
        "title: 3 May; year from '1/2/2016' (day first, as on this site)",
    ),
    (
        DateEvidence("none", year_from=YearReason("text", "Harbour Days 2017")),
        "no date of its own; year from 'Harbour Days 2017'",
    ),
    (DateEvidence("beside heading"), "beside the heading"),
)


@pytest.mark.parametrize(("evidence", "said"), SAID)
def test_evidence_is_said_in_one_sentence(evidence: DateEvidence, said: str) -> None:
    assert str(evidence_words(evidence)) == said


def test_where_no_date_is_known_nothing_is_said() -> None:
    assert str(evidence_words(DateEvidence())) == ""


@pytest.mark.parametrize("evidence", [evidence for evidence, _ in SAID])
def test_no_form_of_evidence_leaves_english_words_among_russian_ones(evidence: DateEvidence) -> None:
    said = translate(evidence_words(evidence), language("ru"))
    assert said != str(evidence_words(evidence))
    for english in ("title", "first", "year", "field", "entry", "known", "site", "heading", "address"):
        assert english not in said.replace("Harbour Days 2017", "")


@pytest.mark.parametrize("code", [code for code in LOCALES if code != "en"])
@pytest.mark.parametrize("place", PLACES)
def test_every_place_that_the_indexer_names_has_words_in_every_catalogue(place: DatePlace, code: str) -> None:
    evidence = DateEvidence(place, "pubdate")
    english, said = str(evidence_words(evidence)), translate(evidence_words(evidence), language(code))
    assert said != english
    assert ("pubdate" in english, "pubdate" in said) == (place in NAMED, place in NAMED)


@pytest.mark.parametrize("code", LOCALES)
def test_no_two_places_are_said_alike(code: str) -> None:
    said = sorted(translate(evidence_words(DateEvidence(place)), language(code)) for place in PLACES)
    assert not [one for one, other in pairwise(said) if one == other]


@pytest.mark.parametrize("code", LOCALES)
def test_what_the_article_says_stays_as_it_is(code: str) -> None:
    evidence = DateEvidence("title", quoted="3 May %(x)s: title", year_from=YearReason("text", "the title"))
    said = translate(evidence_words(evidence), language(code))
    assert "3 May %(x)s: title" in said
    assert "'the title'" in said


CERTAIN = (
    *("file", "JSON field", "front matter field", "feed entry", "mail header", "site rules", "JSON-LD", "meta"),
    *("beside heading", "address", "above title", "after title", "under title", "dateline", "last line", "below text"),
)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_declared_or_stamped_is_certain_and_what_a_text_tells_is_only_likely(place: DatePlace) -> None:
    assert PartialDate("2018-10-16", DateEvidence(place)).is_likely is (place not in CERTAIN)


def test_a_year_read_elsewhere_makes_a_date_likely_unless_the_address_has_it() -> None:
    for reason in (YearReason("title", "2018"), YearReason("text", "Forum 2018"), YearReason("session", "73")):
        assert PartialDate("2018-10-16", DateEvidence("dateline", year_from=reason)).is_likely
    assert not PartialDate("2018-10-16", DateEvidence("dateline", year_from=YearReason("address"))).is_likely


def test_no_date_is_not_likely() -> None:
    assert not PartialDate().is_likely
