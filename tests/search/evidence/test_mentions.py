"""Where an article writes a name that it has."""

import pytest

from indexer.authority import Authority
from indexer.authority.entry import Entry, Kind, Variant
from indexer.fields import EntityField
from indexer.search.evidence.mentions import mentions_of
from tests.search.evidence.articles import article

ENTRIES = (
    Entry("person", "Kurt Zas", variants=(Variant("Курт Зас", "ru"),)),
    Entry("person", "Ban Orlo", surname="Ban"),
    Entry("person", "Marta de la Vey", surname="de la Vey"),
    Entry("person", "Velde", variants=(Variant("Marta Velde"),)),
    Entry("organisation", "Who Lake Office", acronym="WHO", variants=(Variant("Office", "en", "in_context"),)),
    Entry(
        "organisation",
        "Lake Union",
        variants=(Variant("Union of Lakes"), Variant("Lake Union of Pilots"), Variant("Озёрный союз", "ru")),
    ),
    Entry("place", "Washing", variants=(Variant("U.W.", "en"),)),
)
KNOWN = Authority(
    ENTRIES,
    frozenset({"kurt", "anna", "marta"}),
    (),
    (),
    "",
    {},
    {(each.kind, each.name): each for each in ENTRIES},
    {},
)


def found(field: EntityField, name: str, text: str, *others: str, title: str = "") -> list[str]:
    of = article(*text.split("\n\n"), title=title, people=(name, *others))
    return [of.text[start:end] for start, end in mentions_of(field, name, KNOWN).in_text(of)]


def test_a_person_is_named_by_the_whole_name_and_by_the_surname() -> None:
    text = "Kurt Zas came. Mr. Zas spoke, and so did President Zas.\n\nK. Zas left; Zas K. V. is his name."
    assert found("person", "Kurt Zas", text) == ["Kurt Zas", "Zas", "Zas", "Zas", "Zas"]


@pytest.mark.parametrize(
    "text",
    ["Anna Zas came.", "The Zas Library is closed.", "Kurt Zas Library is closed.", "He wore zas and hats."],
    ids=["another given name", "a thing with the surname", "a thing with the whole name", "small letters"],
)
def test_what_is_called_after_somebody_else_or_is_no_person_is_not_meant(text: str) -> None:
    assert found("person", "Kurt Zas", text) == []


def test_what_stands_in_another_sentence_is_no_part_of_a_name() -> None:
    assert found("person", "Kurt Zas", "He met Kurt. Zas left, and so did Zas. Nobody came.") == ["Zas", "Zas"]


def test_of_several_forms_the_longest_is_meant() -> None:
    assert found("organisation", "Lake Union", "The Lake Union of Pilots met.") == ["Lake Union of Pilots"]


def test_a_surname_that_two_people_of_an_article_have_means_neither() -> None:
    text = "Kurt Zas met Anna Zas. Later Zas left."
    assert found("person", "Kurt Zas", text, "Anna Zas") == ["Kurt Zas"]


def test_a_surname_that_is_a_word_of_the_text_too_opens_no_sentence_as_a_name() -> None:
    assert found("person", "Ban Orlo", "Ban on arms agreed. The ban holds, said Mr. Ban.") == ["Ban"]
    assert found("person", "Ban Orlo", "Ban agreed. He left.") == ["Ban"]


def test_a_surname_of_several_words_is_one() -> None:
    assert found("person", "Marta de la Vey", "Mrs. de la Vey came; Marta de la Vey spoke.") == [
        "de la Vey",
        "Marta de la Vey",
    ]


def test_a_name_that_no_file_knows_is_found_as_it_is_written() -> None:
    assert found("person", "Ivo Brandt", "Ivo Brandt came. Brandt spoke.") == ["Ivo Brandt", "Brandt"]
    assert found("person", "Ivo Li", "Ivo Li came. Li spoke.") == ["Ivo Li"]


def test_a_russian_name_is_found_in_its_cases() -> None:
    assert found("person", "Kurt Zas", "Встреча с Куртом Засом. Засу ответили.") == ["Куртом Засом", "Засу"]
    assert found("organisation", "Lake Union", "В Озёрном союзе") == ["Озёрном союзе"]


def test_an_acronym_is_no_word_and_a_capital_stays_one() -> None:
    assert found("organisation", "Who Lake Office", "The WHO says who is ill.") == ["WHO"]
    assert found("organisation", "Lake Union", "A union of lakes, and the Union of Lakes.") == ["Union of Lakes"]


def test_what_stands_for_a_body_in_its_context_only_is_looked_for_where_nothing_else_is_there() -> None:
    assert found("organisation", "Who Lake Office", "The Office opened. The Office closed.") == ["Office", "Office"]
    assert found("organisation", "Who Lake Office", "The Office opened. WHO closed it.") == ["WHO"]


def test_a_place_is_no_persons_name_and_rather_no_part_of_another_name() -> None:
    assert found("place", "Washing", "Anna Washing met the Washing Post in Washing.") == ["Washing"]
    assert found("place", "Washing", "Anna Washing read the Washing Post.") == ["Washing"]
    assert found("place", "Washing", "Anna Washing left.") == []
    assert found("place", "Washing", "In the U.W. it rains.\n\nNot here.") == ["U.W"]


def test_a_spelling_that_no_form_begins_like_is_found_too() -> None:
    assert found("organisation", "Lake Union", "LAKE UNION OPENS.\n\nNobody came.") == ["LAKE UNION"]


@pytest.mark.parametrize("kind", ["person", "organisation", "place"])
def test_a_title_is_looked_at_by_itself(kind: Kind) -> None:
    of = article("Nothing here.", title="Northport opens", people=("Northport",))
    mentions = mentions_of(kind, "Northport", KNOWN)
    assert list(mentions.in_title(of)) == [(0, 9)]
    assert list(mentions.in_text(of)) == []


CITED = {
    "S/RES/242 (1967)": "The Security Council met.\n\nResolution 242 holds.\n\nSo does resolution 242 (1967), not 338.",
    "A/RES/64/256": "With resolution 64/256 it began.\n\nA/RES/64/256 was the first; 65/122 was not.",
    "UN Charter, art. 51": "The UN Charter is old.\n\nArticle 51 of the Charter says so.",
    "PC.DEC/1106": "The OSCE Permanent Council Decision No. 1106 came.\n\nPC.DEC/1106 too.",
}


@pytest.mark.parametrize(
    ("document", "cited"),
    [
        ("S/RES/242 (1967)", ["242", "242 (1967)"]),
        ("A/RES/64/256", ["64/256", "A/RES/64/256"]),
        ("UN Charter, art. 51", ["Article 51"]),
        ("PC.DEC/1106", ["Permanent Council Decision No. 1106", "PC.DEC/1106"]),
    ],
)
def test_a_document_is_cited_in_whatever_form_its_symbol_is_known_by(document: str, cited: list[str]) -> None:
    assert found("document", document, CITED[document]) == cited


def test_whose_resolution_a_number_is_may_be_said_in_the_title_or_in_the_paragraph_before() -> None:
    text = "It holds.\n\nNothing more of resolution 242 was said."
    assert found("document", "S/RES/242 (1967)", text) == []
    assert found("document", "S/RES/242 (1967)", text, title="Security Council meets") == ["242"]
    near = "The Human Rights Council adopted these:\n\nresolution 42/16 and no other."
    assert found("document", "A/HRC/RES/42/16", near) == ["42/16"]


def test_what_decides_what_a_number_means_may_stand_anywhere() -> None:
    between = "Nobody in the harbours of the lakes had heard of it, and nobody who had would have come to hear more."
    council = f"The Security Council met.\n\n{between}\n\nResolution 242 holds."
    assert found("document", "S/RES/242 (1967)", council) == ["242"]
    charter = f"The UN Charter is old.\n\n{between}\n\nArticle 51 of the Charter says so."
    assert found("document", "UN Charter, art. 51", charter) == ["Article 51"]


def test_a_title_cites_too() -> None:
    of = article("It was adopted in spring.", title="A/RES/64/256: cooperation")
    assert list(mentions_of("document", "A/RES/64/256", KNOWN).in_title(of)) == [(0, 12)]
