"""Types of articles, by evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import ARTICLE_TYPES, ArticleType
from indexer.ingest.article_type.classify import type_of
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn, turns_of

BODY = "The parties discussed the plan of joint work and the exchange of experts. " * 5
NOTHING = "Nothing happens here. "
RESOLUTION = (
    "The General Assembly,\n\nRecalling its resolution 64/256 of 2 March 2010,\n\nWelcoming the work of the office,\n\n"
    "1. Decides to continue the work;\n\n2. Requests the Secretary-General to report."
)
SPEECH = "Mr. President,\n\nI thank you for the invitation. We have come a long way, and our work is not done."


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("press release", "press release"),
        ("Press_Release", "press release"),
        ("NewsArticle", "news"),
        ("news item", "news"),
        ("Интервью", "interview"),
        ("declaration", "statement"),
        ("remarks", "speech"),
        ("Discours", "speech"),
        ("Address", "speech"),
        ("Speeches", "speech"),
        ("Press  releases", "press release"),
        ("Resolution", "resolution"),
    ],
)
def test_a_known_type_that_a_file_declares_is_believed(declared: str, expected: ArticleType) -> None:
    assert type_of(Draft(text=SPEECH, title="Speech by Anna Orlova", type=declared)) == expected


@pytest.mark.parametrize("declared", ["article", "website", "NORM", "", "blog"])
def test_a_type_that_says_nothing_leaves_it_to_the_text(declared: str) -> None:
    assert type_of(Draft(text=SPEECH, title="Speech by Anna Orlova", type=declared)) == "speech"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Secretary General held talks with the Minister", f"On 5 March 2018 they met. {BODY}", "press release"),
        ("Memorandum with the Office signed in the Secretariat", f"On 5 March 2018 they met. {BODY}", "press release"),
        ("The delegation of the Secretariat takes part in a seminar", BODY, "press release"),
        ("Meeting of the Permanent Council", BODY, "press release"),
        ("On the visit of the Executive Secretary to Vienna", BODY, "press release"),
        ("Press release on border security", BODY, "press release"),
        ("New training begins", f"FOR IMMEDIATE RELEASE\n\n{BODY}", "press release"),
        ("Генеральный секретарь провёл переговоры в Вене", f"5 марта 2018 года. {BODY}", "press release"),
        ("Assembly adopts a resolution on cooperation", f"The Assembly adopted it on Monday, he said. {BODY}", "news"),
        ("Secretary General met with the Minister", f"They met on Tuesday, officials said. {BODY}", "news"),
        ("Cocoa prices rise", f"Prices rose again, traders said. {BODY}", "news"),
        ("Statement on the situation at the border", BODY, "statement"),
        ("Joint statement of the foreign ministers", BODY, "statement"),
        ("Press statement by the Chairperson-in-Office", BODY, "statement"),
        ("Statement of the ministers on their aims", f"We, the ministers, agree on our aims. {BODY}", "statement"),
        ("Statement of the Minister", f"I am glad that we meet, and I thank you. {BODY}", "speech"),
        ("Заявление глав государств", BODY, "statement"),
        ("Déclaration des ministres", BODY, "statement"),
        ("Ministers adopt a joint statement", f"They adopted it in Vienna. {BODY}", "news"),
        ("Ministry rejects statement", f"It regrets the statement, officials said. {BODY}", "news"),
        ("EC DOES NOT PLAN STATEMENT ON TRADE", f"There is no plan, officials said. {BODY}", "news"),
        ("Secretary General Orlova's statement on the border", BODY, "statement"),
        ("CSTO Foreign Ministers statement on Afghanistan", BODY, "statement"),
        ("REAGAN SPEECH SAID TO ADMIT NEED FOR CHANGE", f"“I am glad,” he said. “My plan stands.” {BODY}", "news"),
        ("Opening address by Minister Orlova", f"I thank you all. I am glad that we meet. {BODY}", "speech"),
        ("Declaration signed in Moscow", f"It was signed, the office said. {BODY}", "news"),
        ("Statement by Norway at the session of the Council", BODY, "speech"),
        ("Speech by the Secretary General at the opening", SPEECH, "speech"),
        ("At the opening of the conference", SPEECH, "speech"),
        ("Remarks to the Security Council", f"Thank you. I am glad that we meet. {BODY}", "speech"),
        ("Выступление Генерального секретаря", f"Я рад, что мы встретились. {BODY}", "speech"),
        ("Cooperation between the UN and regional bodies", RESOLUTION, "resolution"),
        ("Resolution 71/12", RESOLUTION, "resolution"),
        ("Statement of the Minister", f"I am glad that we meet. Our plan stands. {BODY}", "statement"),
        ("Speech by Anna Orlova", f"I agree. {BODY}", "other"),
        ("Pools of water", f"It rained on Monday. {BODY}", "news"),
        ("Pools of water", f"It rained on Monday, 5 March 2018. {BODY}", "other"),
        ("Pools of water", f"It rained on Monday, March 5. {BODY}", "other"),
        ("Pools of water", f"The swimmers held talks. {BODY}", "news"),
        ("Pools of water", f"{NOTHING * 60}It is hot, he said.", "other"),
        ("Pools of water", f"{NOTHING * 30}FOR IMMEDIATE RELEASE", "other"),
        ("Pools of water", f"{NOTHING * 300}\n\n{RESOLUTION}", "other"),
        ("Pools of water", RESOLUTION.replace(",\n\n", ",\n"), "resolution"),
        ("Pools of water", "Nothing happens here.", "other"),
        ("", "", "other"),
    ],
)
def test_title_form_and_opening_tell_the_type(title: str, text: str, expected: ArticleType) -> None:
    assert type_of(Draft(text=text, title=title)) == expected


def test_questions_and_answers_make_an_interview() -> None:
    text = "- Why now?\n\n- Because.\n\n- And then?\n\n- We shall see."
    assert type_of(Draft(text=text, title="We shall see"), turns_of(text)) == "interview"


def test_one_question_makes_an_interview_only_under_a_title_that_says_so() -> None:
    text = "Why now?\n\nBecause."
    turns = [Turn((0, 8), (10, 18))]
    assert type_of(Draft(text=text, title="Interview with Anna Orlova"), turns) == "interview"
    assert type_of(Draft(text=text, title="Anna Orlova on her plans"), turns) == "other"


@pytest.mark.parametrize(
    ("title", "text", "source", "expected"),
    [
        ("Statement by Norway at the session of the Council", RESOLUTION, "", "resolution"),
        ("Statement on the situation at the border", BODY, "Reuters", "statement"),
        ("Press release on border security", BODY, "Reuters", "news"),
    ],
    ids=["a form before a title", "a title before an agency", "an agency before a name"],
)
def test_of_two_kinds_of_evidence_the_plainer_decides(
    title: str, text: str, source: str, expected: ArticleType
) -> None:
    assert type_of(Draft(text=text, title=title, source=source)) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("On the past", "Recalling the past,\n\nWelcoming the plan,\n\nThey met."),
        ("Resolution 71/12", "They met.\n\nRecalling the past, they went home."),
        ("Assembly adopts resolution 71/12", "The office,\n\nRecalling the past,\n\n1. Decides to go on."),
        ("Resolution 71/12 adopted in Vienna", "The office,\n\nRecalling the past,\n\n1. Decides to go on."),
    ],
    ids=["a preamble alone", "a title and little of its form", "a report with a clause", "a report that begins so"],
)
def test_half_a_form_makes_no_resolution(title: str, text: str) -> None:
    assert type_of(Draft(text=text, title=title)) != "resolution"


def test_a_report_on_a_resolution_is_none() -> None:
    text = f"The Assembly adopted a resolution on Monday. It decides on two points, he said.\n\n{BODY}"
    assert type_of(Draft(text=text, title="Assembly adopted a resolution on cooperation")) == "news"


def test_participles_where_lines_were_wrapped_make_no_resolution() -> None:
    text = (
        "The minister spoke at length\nrecalling the past and then\nwelcoming the plan. He\nrequests more.\nNoting it."
    )
    assert type_of(Draft(text=text, title="The minister spoke")) != "resolution"


def test_an_agencys_item_is_news() -> None:
    draft = Draft(text=BODY, title="Secretary General met with the Minister", source="Reuters")
    assert type_of(draft) == "news"


@given(st.text(), st.text(), st.text())
def test_every_draft_has_a_type(title: str, text: str, declared: str) -> None:
    assert type_of(Draft(text=text, title=title, type=declared), turns_of(text, title)) in ARTICLE_TYPES
