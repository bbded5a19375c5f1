"""Types of articles, by evidence."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import ARTICLE_TYPES, ArticleType
from indexer.ingest.article_type.classify import LIKELY, judged
from indexer.ingest.article_type.cues import CUES
from indexer.ingest.article_type.reading import TEXT, Reading
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import Turn, turns_of
from tests.machine import cpu_bound


def type_of(draft: Draft, turns: Sequence[Turn] = (), raw: Draft | None = None) -> ArticleType:
    return judged(draft, turns, raw).type


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
        ("news item", "news"),
        ("Интервью", "interview"),
        ("declaration", "statement"),
        ("remarks", "speech"),
        ("Discours", "speech"),
        ("Address", "speech"),
        ("Speeches", "speech"),
        ("Press  releases", "press release"),
        ("Resolution", "resolution"),
        ("transcript", "transcript"),
        ("Communiqué", "communiqué"),
        ("Op-Ed", "opinion"),
        ("Editorials", "opinion"),
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
        ("Press statement by the Chairperson-in-Office", BODY, "statement"),
        ("Statement of the ministers on their aims", f"We, the ministers, agree on our aims. {BODY}", "statement"),
        ("Statement of the Minister", f"I am glad that we meet, and I thank you. {BODY}", "statement"),
        ("Заявление глав государств", BODY, "statement"),
        ("Déclaration des ministres", BODY, "statement"),
        ("Ministers adopt a joint statement", f"They adopted it in Vienna, he said. {BODY}", "news"),
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
        ("Pools of water", f"The swimmers held talks. {BODY}", "other"),
        ("Pools of water", f"{NOTHING * 80}It is hot, he said.{NOTHING * 80}", "other"),
        ("Pools of water", f"{NOTHING * 40}FOR IMMEDIATE RELEASE{NOTHING * 40}", "other"),
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
        ("Press release on border security", BODY, "Reuters", "other"),
        ("Secretary General met with the Minister", f"FOR IMMEDIATE RELEASE. {BODY}", "Reuters", "news"),
    ],
    ids=["a form before a title", "a title before an agency", "neither", "an agency before a text"],
)
def test_of_two_kinds_of_evidence_the_plainer_decides_or_none(
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


OFFICE = "US Senator Orla Salt (D-ME) today announced that the harbour of Northport will be dredged this spring. "


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Salt announces harbour works", OFFICE + BODY, "press release"),
        (
            "SEN. SALT WELCOMES THE VOTE",
            f"Sen. Orla Salt released the following statement today: {BODY}",
            "press release",
        ),
        ("Two boats", f"Lake Watch is pleased to announce today that two boats were bought. {BODY}", "press release"),
        ("Cocoa falls", f"Cocoa fell by 2 pct to 1,200 dlrs, traders said. {BODY}", "news"),
        ("Cocoa falls", f"NORTHPORT, March 3 (Reuters) - Cocoa fell again. {BODY}", "news"),
        ("Streit um den Hafen", f"Der Minister sagte am Montag, der Hafen werde gebaut. {BODY}", "news"),
        ("Le port", f"Selon le ministre, le port sera construit, a-t-il dit. {BODY}", "news"),
        ("ロイター", f"【ノースポート 3月3日 AFP】湖の港が開いた。船が来た。人が来た。{'港が開いた。' * 60}", "news"),
        (
            "",
            f"Allow me to congratulate you, Sir, on your election to the presidency of this Assembly. {BODY}",
            "speech",
        ),
        ("", f"On behalf of my Government I thank this Assembly for its work. We shall go on. {BODY}", "speech"),
        ("", f"Excellencies, ladies and gentlemen,\n\nIt is an honour to be here today. {BODY}", "speech"),
        ("Opening", f"{SPEECH}\n\nThank you, Mr. President.", "speech"),
        (
            "Northport must be heard",
            f"We condemn the attack on the harbour. We call on all parties to talk. {BODY}",
            "statement",
        ),
        ("Comment by the Foreign Ministry on the harbour", BODY, "statement"),
        ("Stellungnahme zum Hafen", BODY, "statement"),
        ("Communiqué of the fifth meeting of the lake states", BODY, "communiqué"),
        (
            "Northport Declaration",
            "We, the heads of state of the lakes, have met in Northport. We have agreed on ferries.",
            "communiqué",
        ),
        (
            "Talks on ferries",
            "\n\n".join(["The Parties noted the plan.", "The Parties agreed to meet."] * 3),
            "communiqué",
        ),
        ("Joint statement", "The Parties met.\n\n" + "The Sides reaffirmed their aims.\n\n" * 5, "communiqué"),
        ("Opinion: Open the harbour", f"Ferries are slow, and nobody cares. {BODY}", "opinion"),
        ("Open the harbour", f"{BODY}\n\nThe views expressed here are the author's own.", "opinion"),
        ("", "H. RES. 12\n\nIN THE HOUSE\n\nHonoring the pilots of the lakes. The House thanks them.", "resolution"),
        (
            "On pilots",
            "WHEREAS the pilots are few;\n\nNOW, THEREFORE, BE IT RESOLVED, that more be trained.",
            "resolution",
        ),
    ],
)
def test_each_kind_is_known_by_its_cues(title: str, text: str, expected: ArticleType) -> None:
    assert type_of(Draft(text=text, title=title)) == expected


ASKED = "QUESTION: Who pays for it?\n\nTHE MINISTER: The states do.\n\nQUESTION: When?\n\nMS. VENN: In spring."


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Daily press briefing",
            "Q Who pays?\n\nMS. VENN: The states.\n\nQ When?\n\nMS. VENN: In spring.",
            "transcript",
        ),
        ("The minister in Northport", ASKED, "transcript"),
        ("Interview with Anna Orlova", "Why now?\n\nBecause.\n\nAnd then?\n\nWe shall see.", "interview"),
        (
            "Anna Orlova on her plans",
            "What do you do?\n\nI paint.\n\nDo you sell?\n\nI do.\n\nMay you?\n\nI may.",
            "interview",
        ),
    ],
)
def test_one_who_answers_gives_an_interview_and_a_meeting_a_transcript(
    title: str, text: str, expected: ArticleType
) -> None:
    assert type_of(Draft(text=text, title=title), turns_of(text, title)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("section: press releases; NewsArticle", "press release"),
        ("section: gastkommentar; NewsArticle", "opinion"),
        ("OpinionNewsArticle", "opinion"),
        ("section: news; NewsArticle", "news"),
        ("section: news; section: kommentar", "opinion"),
        ("NewsArticle", "other"),
        ("section: harbours", "other"),
    ],
)
def test_a_section_says_more_than_the_markup_that_is_given_to_everything(said: str, expected: ArticleType) -> None:
    assert type_of(Draft(text="The harbour is open", title="The harbour", type=said)) == expected


def test_what_names_its_source_is_a_press_release_unless_that_is_a_newspaper() -> None:
    text = f"Lake Watch today opened a school for pilots. {BODY}"
    assert type_of(Draft(text=text, title="A school for pilots", source="Lake Watch")) == "press release"
    assert type_of(Draft(text=text, title="A school for pilots")) == "other"
    assert type_of(Draft(text=text, title="A school for pilots", source="Lake Herald")) == "news"


def test_what_is_quoted_is_no_stand_of_the_writer() -> None:
    text = f"“We condemn the attack, and we call on all parties to talk,” the minister said on Monday. {BODY}"
    assert type_of(Draft(text=text, title="Northport must be heard")) == "news"


def test_what_is_told_to_the_reader_is_no_report() -> None:
    text = "You may fish in the lake. Your boat is ready. " * 10 + "The lake opens on Monday."
    assert type_of(Draft(text=text, title="Fish")) == "other"
    assert type_of(Draft(text=text.replace("You", "They").replace("r boat", "ir boat"), title="Fish")) == "news"


def test_the_evidence_is_the_three_strongest_cues_each_named_once() -> None:
    text = f"Press release\n\n{OFFICE}{BODY}\n\nContact: Ann Lee\n\n###"
    found = judged(Draft(text=text, title="Salt announces harbour works"))
    assert found.evidence == ("heading", "announcement", "contact")
    assert found.probability > 0.99
    assert judged(Draft(text=BODY, title="Pools of water")).evidence == ()


def test_what_is_not_likely_enough_is_other_and_says_how_likely_it_was() -> None:
    found = judged(Draft(text=BODY, title="Pools of water"))
    assert (found.type, found.evidence) == ("other", ())
    assert 0.5 < found.probability < LIKELY


def test_of_many_cues_none_waits_for_a_word_that_is_never_looked_for() -> None:
    assert all(word == word.lower() and not {*word} & {*".,;:!?()"} for each in CUES for word in each.after)


@pytest.mark.parametrize(
    "text",
    [
        *("we " * 200_000, "congratulat " * 50_000, "A" * 500_000, "The Parties n " * 30_000),
        *("whereas a\n\n" * 9000, "vu\n\n" * 9000, "Considérant\n" * 9000, "conference notes\n\n" * 9000),
        *("why?\n\nI am\n\n" * 9000, '"a president of ABC Union" ' * 9000, "Basel, 1 2 3 4 5 20 " * 9000),
        *("+1 (20 @" * 9000, "Ann " * 9000, "Statement: " * 9000, "1 " * 9000, "issues a b c d " * 9000),
    ],
)
def test_hostile_texts_are_judged_in_time(text: str) -> None:
    with cpu_bound(2):
        judged(Draft(text=text, title=text, type=text, source=text, url=f"https://a.example/{text}"))


@given(st.text(), st.text(), st.text())
def test_every_draft_has_a_type(title: str, text: str, declared: str) -> None:
    assert type_of(Draft(text=text, title=title, type=declared), turns_of(text, title)) in ARTICLE_TYPES


REPORT = "The plan of the lake was known to all who came. It took three days to read. "


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


@pytest.mark.parametrize(
    "text",
    [
        "POR CUANTO el lago es de todos, y\n\nPOR LO TANTO, SE RESUELVE que la Junta:\n\n1. Abre el lago.",
        "Considérant que le lac est à tous,\n\nLe conseil décide d'ouvrir le lac.",
        "Conference notes:\n\n1. The lake is small.\n\nConference resolves:\n\n1. To open the lake.",
        "Die Lage ist ernst.\n\nDer Stadtrat beschließt:\n\n1. Der See wird offen.",
        "Whereas the lake is ours; and\n\nTherefore be it resolved, that the board calls upon the city to open it.",
    ],
)
def test_what_assemblies_of_any_kind_resolve_is_a_resolution(text: str) -> None:
    assert type_of(Draft(text=text, title="The lake")) == "resolution"


def test_paragraphs_that_ask_and_answer_are_an_interview_without_labels() -> None:
    text = (
        "Ann Lee counts birds at the lake.\n\nWhat do you like about birds?\n\nI like how they sing in the morning. I "
        "have seen many.\n\nHow did you begin? Please tell us more.\n\nI was a child, and my father took me along."
    )
    assert type_of(Draft(text=text, title="Birds of the lake")) == "interview"
    assert type_of(Draft(text=text.replace("?", "."), title="Birds of the lake")) == "other"


def test_who_turns_to_listeners_in_the_middle_gives_a_speech() -> None:
    start = f"I have come to tell of our lake. I have seen my lake and our shore. {BODY * 6}"
    text = f"{start}And so, dear friends, our lake is open."
    assert type_of(Draft(text=text, title="The lake")) == "speech"
    assert type_of(Draft(text=text.replace("dear friends, ", ""), title="The lake")) == "other"


def test_what_stands_in_a_section_of_opinions_is_one_though_it_reads_like_a_report() -> None:
    draft = Draft(text=REPORT * 5, title="Pools of water", type="section: gastkommentar; NewsArticle")
    assert type_of(draft) == "opinion"


def test_who_asks_his_readers_argues_and_who_quotes_questions_does_not() -> None:
    text = f"{REPORT * 3}Why is the lake closed? Who has closed it? The lake is closed."
    assert "questions" in _found(text)
    assert "questions" not in _found(text + " “It was closed by the city”, as they put it.")


def test_who_takes_two_stands_and_quotes_somebody_may_report() -> None:
    text = f"Lake Watch condemns the fire. It expresses its condolences to all families. {BODY}"
    alone = judged(Draft(text=text, title="Fire at the lake"))
    quoting = judged(Draft(text=f"{text} “It was a very dark day”, the mayor wrote.", title="Fire at the lake"))
    assert alone.type == "statement"
    assert quoting.type != "statement"


def _found(text: str) -> set[str]:
    draft = Draft(text=text, title="The lake")
    reading = Reading(draft, draft, (), frozenset({TEXT}))
    return {each.name for each in CUES if TEXT in each.after and each.found(reading)}
