"""Types of articles, by evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import ARTICLE_TYPES, ArticleType
from indexer.ingest.article_type.classify import LIKELY, judged
from indexer.ingest.article_type.cues import CUES
from indexer.ingest.draft import Draft
from indexer.ingest.interviews.turns import turns_of
from tests.ingest.article_type.texts import BODY, NOTHING, OFFICE, RESOLUTION, SPEECH, type_of
from tests.machine import cpu_bound


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
        *(
            "Mr. Ab Cd Ef (x) " * 9000,
            "00:00 a\n" * 9000,
            "you?\nI\n" * 9000,
            "the ministers " * 9000,
            "Ann Lee:\n" * 9000,
        ),
        *(
            "the board of a b c d " * 9000,
            "Speech by a\n" * 9000,
            "Beschluss der a\n" * 9000,
            "adopted by a b c " * 9000,
        ),
        *("Lee: you? I\n" * 9000, "—I\n" * 9000, "On 6 May the Minister " * 9000, "Der Rat fordert\n" * 9000),
        *("+1 (20 @" * 9000, "Ann " * 9000, "Statement: " * 9000, "1 " * 9000, "issues a b c d " * 9000),
    ],
)
def test_hostile_texts_are_judged_in_time(text: str) -> None:
    with cpu_bound(2):
        judged(Draft(text=text, title=text, type=text, source=text, url=f"https://a.example/{text}"))


@given(st.text(), st.text(), st.text())
def test_every_draft_has_a_type(title: str, text: str, declared: str) -> None:
    assert type_of(Draft(text=text, title=title, type=declared), turns_of(text, title)) in ARTICLE_TYPES
