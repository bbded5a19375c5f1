"""Press releases and news, by their cues."""

import pytest

from indexer.ingest.article_type.classify import judged
from indexer.ingest.draft import Draft
from tests.ingest.article_type.texts import BODY, REPORT, type_of


def test_an_agencys_item_is_news() -> None:
    draft = Draft(text=BODY, title="Secretary General met with the Minister", source="Reuters")
    assert type_of(draft) == "news"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (f"{BODY}\n\nContact: Ann Lee, 202/555-0100", "contact"),
        (f"{BODY}\n\nPressekontakt:\nAnn Lee", "contact"),
        (f"{BODY}\n\n###", "end mark"),
        (f"{BODY}\n\n-ENDS-", "end mark"),
        (f"Press Releases\n\n{BODY}", "heading"),
        (f"{BODY * 2} For immediate release? No.", ""),
    ],
    ids=["contact", "in German", "###", "ENDS", "heading", "in the text"],
)
def test_letterhead_contacts_and_end_marks_speak_for_a_press_release_though_they_are_cleaned_away(
    raw: str, expected: str
) -> None:
    opening = "Lake Watch today announced that two boats will be built. "
    cleaned = Draft(text=f"{opening}{BODY}", title="Two boats for the lake")
    found = judged(cleaned, (), Draft(text=f"{opening}{raw}" if "eading" not in expected else raw))
    assert found.type == ("press release" if expected else "other")
    assert not expected or expected in found.evidence


def test_what_names_its_source_is_a_press_release_unless_that_is_a_newspaper() -> None:
    text = f"Lake Watch today opened a school for pilots. {BODY}"
    assert type_of(Draft(text=text, title="A school for pilots", source="Lake Watch")) == "press release"
    assert type_of(Draft(text=text, title="A school for pilots")) == "other"
    assert type_of(Draft(text=text, title="A school for pilots", source="Lake Herald")) == "news"


def test_what_is_told_to_the_reader_is_no_report() -> None:
    text = "You may fish in the lake. Your boat is ready. " * 10 + "The lake opens on Monday."
    assert type_of(Draft(text=text, title="Fish")) == "other"
    assert type_of(Draft(text=text.replace("You", "They").replace("r boat", "ir boat"), title="Fish")) == "news"


@pytest.mark.parametrize(
    "text",
    [
        f"{REPORT * 5}The mayor wanted “a lake that all can see”.",
        f"{REPORT * 5}It has 12 boats, 40 trees, 3 bridges and 7 gates.",
    ],
    ids=["quotations", "figures"],
)
def test_plain_prose_that_quotes_or_counts_is_news_in_any_language(text: str) -> None:
    assert type_of(Draft(text=text.replace("The mayor wanted", "Järve tahtis"), title="Pools of water")) == "news"
    assert type_of(Draft(text=REPORT * 5, title="Pools of water")) == "other"


def test_who_quotes_his_own_officer_writes_a_release_and_who_quotes_another_news() -> None:
    start = f"Lake Watch counts birds at the shore this week. {REPORT * 4}"
    said = '"The birds of this lake are many, and all are welcome," says Ann Lee, president of {}.'
    assert "own doings" in judged(Draft(text=start + said.format("Lake Watch"), title="Birds")).evidence
    assert type_of(Draft(text=start + said.format("the Boat Union"), title="Birds")) == "news"
    both = f"{said.format('Lake Watch')} {said.format('the Boat Union')}"
    assert type_of(Draft(text=start + both, title="Birds")) == "news"
    on_monday = start.replace("this week", "on Monday")
    assert type_of(Draft(text=on_monday + said.format("Lake Watch"), title="Birds")) == "news"


@pytest.mark.parametrize(
    "end",
    ["Write to birds@example.org", "Call +41 61 123 45 67", "Call (202) 555-0100"],
    ids=["mail", "abroad", "here"],
)
def test_an_address_or_number_at_the_end_speaks_for_a_release(end: str) -> None:
    text = f"Basel, 12 March 2024 – Lake Watch counts birds. {REPORT * 4}\n\n{end}"
    assert type_of(Draft(text=text, title="Birds")) == "press release"
    assert type_of(Draft(text=text.replace(end, "Boats"), title="Birds")) != "press release"


def test_marks_of_headings_in_a_text_are_no_end_mark() -> None:
    opening = f"Lake Watch today announced that two boats will be built. {BODY}"
    for raw, is_release in ((f"{opening}\n\n###", True), (f"{opening}\n\n### Who are you?\n\nNobody.", False)):
        assert ("end mark" in judged(Draft(text=opening, title="Boats"), (), Draft(text=raw)).evidence) is is_release


def test_an_office_that_acts_on_a_day_with_its_date_writes_a_release_and_one_that_is_quoted_none() -> None:
    text = f"On 6 March Foreign Minister Orla Venn took part in the meeting of the lakes. {REPORT * 4} www.lake.example"
    assert type_of(Draft(text=text, title="Lakes voice their support")) == "press release"
    assert type_of(Draft(text=f"{text} It was long, she said.", title="Lakes voice their support")) == "news"
    assert type_of(Draft(text=text.replace("On 6 March", "Once"), title="Lakes voice their support")) != "press release"


def test_what_is_one_quotation_from_end_to_end_is_given_to_the_press() -> None:
    assert type_of(Draft(text=f'"{REPORT * 5}".'[:-1], title="Birds")) == "press release"
    assert type_of(Draft(text=REPORT * 5, title="Birds")) == "other"


def test_a_press_release_that_a_text_mentions_makes_it_none() -> None:
    text = f"{REPORT} The mayor wrote of it in a press release.\n\n{REPORT * 4}"
    assert type_of(Draft(text=text, title="Birds")) == "other"
    assert type_of(Draft(text=f"Press Release\n\n{text}", title="Birds")) == "press release"


def test_a_company_on_a_stock_exchange_that_announces_writes_a_release() -> None:
    text = f"Lake Corp. (NYSE: LAKE) has a new boat. {REPORT * 4}"
    assert type_of(Draft(text=text, title="Lake Corp. Announces New Boat")) == "press release"
    assert type_of(Draft(text=text.replace("(NYSE: LAKE) ", ""), title="LAKE CORP ANNOUNCES BOAT")) == "other"
