"""Statements, by their cues."""

import pytest

from indexer.ingest.article_type.classify import judged
from indexer.ingest.draft import Draft
from tests.ingest.article_type.texts import BODY, type_of


def test_what_is_quoted_is_no_stand_of_the_writer() -> None:
    text = f"“We condemn the attack, and we call on all parties to talk,” the minister said on Monday. {BODY}"
    assert type_of(Draft(text=text, title="Northport must be heard")) == "news"


def test_a_stand_that_is_taken_twice_is_a_statement_and_one_that_is_quoted_is_none() -> None:
    text = f"Lake Watch condemns the fire. It expresses its condolences to all families. {BODY}"
    assert type_of(Draft(text=text, title="Fire at the lake")) == "statement"
    quoted = f'"Lake Watch condemns the fire. It expresses its condolences to all families", it said. {BODY}'
    assert type_of(Draft(text=quoted, title="Fire at the lake")) != "statement"


def test_a_title_that_announces_a_statement_stands_over_it_or_over_a_report() -> None:
    assert type_of(Draft(text=BODY, title="Board issues statement on rates")) == "statement"
    assert type_of(Draft(text=f"The board said so. {BODY}", title="Board issues statement on rates")) == "news"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Offener Brief an den Rat", BODY),
        ("Lettre ouverte au conseil", BODY),
        ("Lake", f"Dear council,\n\nour lake is small. {BODY}\n\nYours sincerely,\nAnn Lee"),
        ("Georgia: Statement by the Spokesperson on the lake", BODY),
    ],
)
def test_letters_and_statements_on_a_place_are_statements(title: str, text: str) -> None:
    assert type_of(Draft(text=text, title=title)) == "statement"


def test_who_takes_two_stands_and_quotes_somebody_may_report() -> None:
    text = f"Lake Watch condemns the fire. It expresses its condolences to all families. {BODY}"
    alone = judged(Draft(text=text, title="Fire at the lake"))
    quoting = judged(Draft(text=f"{text} “It was a very dark day”, the mayor wrote.", title="Fire at the lake"))
    assert alone.type == "statement"
    assert quoting.type != "statement"


@pytest.mark.parametrize(
    "title",
    [
        "Statement from Spokesperson Orla Venn Welcoming the Ferries in Northport",
        "Statement on the law adopted in May",
        "Press Secretary Orla Jean Venn Statement Regarding the Ferries",
        "Northport: déclaration du porte-parole",
        "Comunicado oficial del puerto",
        "Communiqué du ministère des lacs",
        "Joint explanation of vote on ferries",
        "A message to our community",
        "Message of condolences to the people of Norland",
    ],
)
def test_a_title_that_is_a_statements_may_name_what_others_did(title: str) -> None:
    assert type_of(Draft(text=BODY, title=title)) == "statement"


@pytest.mark.parametrize(
    "title", ["Ferries send clear message of intent", "Statement adopted in Northport", "Board welcomes statement"]
)
def test_a_title_on_a_statement_or_message_is_none(title: str) -> None:
    assert type_of(Draft(text=BODY, title=title)) != "statement"


@pytest.mark.parametrize(
    "text",
    [
        "We were saddened to learn of the passing of Ann Lee, who built the ferries.",
        "Правительство озера выражает соболезнования всем, кто потерял близких.",
        "Le conseil adresse ses condoléances aux familles.",
    ],
)
def test_who_condoles_makes_a_statement_unless_somebody_tells_of_it(text: str) -> None:
    found = judged(Draft(text=f"{text} {BODY}", title="The lake"))
    assert found.type == "statement"
    assert "condolences" in found.evidence
    assert type_of(Draft(text=f"{text} The mayor said so. {BODY}", title="The lake")) != "statement"


@pytest.mark.parametrize(
    "text",
    [
        "The Board of the Lake expects the ferries to run. The Board remains committed to its aims.",
        "El Gobierno de Norlandia reitera su apoyo. El Ministerio de Lagos rechaza la violencia.",
        "Le gouvernement de Norland condamne cet acte. Le ministère des lacs réaffirme son soutien.",
        "МИД Норландии решительно осуждает поджог. Правительство страны призывает к спокойствию.",
    ],
)
def test_a_body_that_says_twice_what_it_thinks_makes_a_statement(text: str) -> None:
    assert "stand" in judged(Draft(text=f"{text} {BODY}", title="The lake")).evidence
    assert "stand" not in judged(Draft(text=f"{text} The mayor said so. {BODY}", title="The lake")).evidence


def test_those_who_sign_make_a_statement_and_states_a_communique() -> None:
    signed = f"We, the undersigned organisations of the shore, ask for ferries. {BODY}"
    assert type_of(Draft(text=signed, title="Ferries")) == "statement"
    assert type_of(Draft(text=signed.replace("undersigned organisations", "heads"), title="Ferries")) == "communiqué"


def test_a_stand_in_title_and_text_is_the_writers_and_in_the_title_alone_is_reported() -> None:
    text = "Lake Watch {} the fire at the shore, according to its site. The fire took two boats. It was put out."
    taken = judged(Draft(text=text.format("condemns"), title="Lake Watch condemns fire"))
    told = judged(Draft(text=text.format("condemned"), title="Lake Watch condemns fire"))
    assert "stand" in taken.evidence or taken.type != "news"
    assert told.type == "news"
