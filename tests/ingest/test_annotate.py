from dataclasses import replace

import pytest

from indexer.article import Article, Provenance
from indexer.article.quotation import own_words
from indexer.authority import load
from indexer.errors import Rejected
from indexer.ingest.annotate import annotate, named
from indexer.ingest.draft import MAX_CHARACTERS, SHORT_TEXT, Draft
from indexer.ingest.read import read_drafts

AUTHORITY = load()
TEXT = (
    "The council met in Minsk and heard a report. “We trained for ten days,” said Anna Orlova, the head of the centre."
)


def annotated(draft: Draft, path: str = "a.txt") -> Article:
    return annotate(draft, Provenance(path, "", "1", "text"), AUTHORITY)


def test_a_stored_article_annotated_again_is_the_same() -> None:
    article = annotated(Draft(TEXT, title="Report on the training", authors=("Boris Petrov",)))
    assert article.speakers == ("Anna Orlova",)
    assert named(article, AUTHORITY) == article


@pytest.mark.parametrize(
    ("author", "person"),
    [
        ("Boris Petrov", "Boris Petrov"),
        ("Valeriy Semerikov", "Valery Semerikov"),
        ("OSCE Secretariat", None),
        ("admin", None),
    ],
)
def test_a_byline_adds_a_person_but_no_desk(author: str, person: str | None) -> None:
    article = annotated(Draft(TEXT, title="Report on the training", authors=(author,)))
    assert article.people == tuple(name for name in ("Anna Orlova", person) if name)


@pytest.mark.parametrize(
    ("draft", "path", "source"),
    [
        (Draft(TEXT, source="Archive notes", url="https://www.osce.org/1"), "csto/a.html", "Archive notes"),
        (Draft(TEXT, url="https://www.osce.org/1"), "a.html", "OSCE"),
        (Draft(TEXT), "press/csto/2017/a.html", "CSTO"),
        (Draft(TEXT, url="https://www.osce.org/1"), "csto/a.html", "OSCE"),
        (Draft(TEXT), "press/a.html", ""),
        (Draft(TEXT), "press/csto", ""),
    ],
    ids=["the file says it", "its site", "its folder", "its site before its folder", "unknown", "not its own name"],
)
def test_the_source_is_said_or_named_by_site_or_folder(draft: Draft, path: str, source: str) -> None:
    assert annotated(draft, path).source == source


@pytest.mark.parametrize(
    "draft", [Draft(""), Draft(" \n "), Draft("x" * (MAX_CHARACTERS + 1))], ids=["", "blank", "endless"]
)
def test_what_is_no_article_is_rejected(draft: Draft) -> None:
    with pytest.raises(Rejected):
        annotated(draft)


def test_an_address_that_is_none_of_the_webs_is_dropped() -> None:
    assert annotated(Draft(TEXT, url="javascript:alert(1)")).url == ""


def test_a_text_may_be_as_long_as_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.ingest.annotate.MAX_CHARACTERS", len(TEXT))
    assert annotated(Draft(TEXT)).text == TEXT
    with pytest.raises(Rejected, match="no single article"):
        annotated(Draft(f"{TEXT}."))


def test_a_title_alone_tells_the_language_and_names_documents() -> None:
    article = annotated(Draft("", title="Совет министров обсудил выполнение резолюции A/RES/71/12 на заседании в Вене"))
    assert (article.language, article.documents) == ("ru", ("A/RES/71/12",))


def test_a_document_named_twice_is_listed_once() -> None:
    text = "They praised A/RES/71/12 and S/RES/1373 (2001), and then A/RES/71/12 again."
    assert annotated(Draft(text, title="Report")).documents == ("A/RES/71/12", "S/RES/1373 (2001)")


def test_what_the_file_says_beside_its_fields_is_kept() -> None:
    assert annotated(Draft(TEXT, extra=(("topic", "training"),))).extra == (("topic", "training"),)


def test_an_author_who_is_named_in_the_text_is_listed_once() -> None:
    assert annotated(Draft(TEXT, authors=("Anna Orlova", "Boris Petrov"))).people == ("Anna Orlova", "Boris Petrov")


TALK = "Lee: Why now?\n\nOrlova: Because.\n\nLee: And then?\n\nOrlova: We shall see.\n\nAnna Orlova thanked all."


def test_a_talk_is_an_interview_whose_passages_are_its_turns_and_told_by_the_full_name() -> None:
    article = annotated(Draft(TALK, title="A talk on training"))
    assert (article.type, article.speakers) == ("interview", ("Anna Orlova",))
    assert [article.passage_text(each).split("\n", 1)[0] for each in article.passages] == [
        "Lee: Why now?",
        "Lee: And then?",
    ]
    assert {(each.speaker, each.kind) for each in article.quotations} == {("Anna Orlova", "turn")}


def test_a_speech_is_a_statement_in_which_others_have_their_own_words() -> None:
    text = (
        "Dear colleagues,\n\nI thank you. We have come a long way, and I am proud of it. “Lakes are patient,” "
        "said Piet Holm, "
        "my teacher. I agree with him."
    )
    article = annotated(Draft(text, title="Speech by Orla Venn at the lake"))
    whole, inner = article.quotations
    assert (whole.speaker, whole.kind, article.text[whole.start : whole.end]) == ("Orla Venn", "statement", text)
    assert (inner.speaker, inner.kind, article.text[inner.start : inner.end]) == (
        "Piet Holm",
        "direct",
        "Lakes are patient,",
    )
    spans = own_words(article.quotations)[article.quotations.index(whole)]
    assert "Lakes are patient" not in "".join(text[start:end] for start, end in spans)


def test_a_speaker_has_the_name_that_the_authority_files_know() -> None:
    text = "Уважаемые коллеги!\n\nЯ рад приветствовать вас. Мы ценим нашу дружбу, и наша работа продолжается."
    article = annotated(Draft(text, title="Приветствие Генерального секретаря ОДКБ Станислава Зася участникам"))
    assert article.speakers == ("Stanislav Zas",)


def test_what_nobody_answers_by_name_is_said_by_somebody_only_in_an_interview() -> None:
    text = "How deep is it?\n\nI do not know.\n\nWill you ask?\n\nI shall not.\n\nWhy?\n\nI am old."
    assert [
        each.speaker for each in annotated(Draft(text, title="An interview on lakes", type="interview")).quotations
    ] == ["", "", ""]
    assert annotated(Draft(text, title="Riddles", type="opinion")).quotations == ()
    few = text.rpartition("\n\nWhy?")[0]
    assert annotated(Draft(few, title="An interview on lakes", type="interview")).quotations == ()


def test_a_passage_knows_its_page() -> None:
    pages = [f"{TEXT} " * 12 + "\n\n", f"{TEXT} " * 12]
    article = annotated(Draft("".join(pages), title="Report", page_starts=(0, len(pages[0]))))
    assert {each.page for each in article.passages} == {1, 2}


def test_a_speaker_whom_nobody_knows_today_is_forgotten() -> None:
    article = annotated(Draft(TEXT, title="Report on the training"))
    stale = replace(article, quotations=tuple(replace(each, speaker="Nobody") for each in article.quotations))
    assert named(stale, AUTHORITY) == article


def test_an_article_is_of_the_day_in_its_files_name_but_one_of_several_is_not() -> None:
    draft = Draft(text="The harbour council met and agreed on a plan for pilots.", title="A plan")
    assert annotated(draft, "press/15Jun2018plan.txt").date.value == "2018-06-15"
    several = Provenance("press/15Jun2018.jsonl", "", "1", "jsonl", member="7")
    assert annotate(draft, several, AUTHORITY).date.value == ""


def test_what_a_reader_doubts_is_handed_on_beside_the_article() -> None:
    provenance = Provenance("a.html", "0" * 64, "1", "html")
    read = read_drafts([Draft(TEXT, doubt=SHORT_TEXT), Draft(TEXT)], provenance, AUTHORITY)
    assert [each.doubt for each in read.articles] == [SHORT_TEXT, ""]


def test_the_name_of_a_file_dates_its_only_article_and_none_of_several() -> None:
    at = Provenance("2016/15Jun2006.txt", "", "1", "text")
    assert annotate(Draft(TEXT), at, AUTHORITY).date.value == "2006-06-15"
    assert annotate(Draft(TEXT), replace(at, member="line 3"), AUTHORITY).date.value == ""


@pytest.mark.parametrize(
    ("extra", "speakers"),
    [
        ((("speaker", "Mr. Venn (Orland)"),), ("Venn",)),
        ((("Speaker", "Orla VENN"), ("post", "Minister")), ("Orla Venn",)),
        ((("speaker", "OSCE"),), ()),
        ((("speaker", "Orla Venn"), ("speaker", "Piet Holm")), ()),
        ((("post", "Minister"),), ()),
    ],
    ids=["a surname", "a full name", "a body", "two of them", "none"],
)
def test_a_speech_is_said_by_the_speaker_whom_the_file_declares(
    extra: tuple[tuple[str, str], ...], speakers: tuple[str, ...]
) -> None:
    text = "Mr. President,\n\nI thank you. We have come far, and my country is proud of its lakes. I fear for them."
    article = annotated(Draft(text, title="Statement by Orland", type="speech", extra=extra))
    assert article.speakers == speakers
    assert [(each.kind, each.start, each.end) for each in article.quotations] == [
        ("statement", 0, len(text)) for _ in speakers
    ]
