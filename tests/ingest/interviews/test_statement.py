"""Whole speeches and statements: whose they are, from where to where; and what is none."""

import pytest

from indexer.article import ArticleType
from indexer.authority import load
from indexer.ingest.interviews.named import declared
from indexer.ingest.interviews.statement import declared_statement, statement_of
from indexer.ingest.names import names_in
from tests.machine import cpu_bound

OWN = (
    "Excellencies, dear colleagues,\n\nI thank you for the invitation. We have come a long way, and my country "
    "is proud of "
    "it.\n\nLet me say what we expect. Our lakes are warm, and I fear for them.\n\nThank you for your attention."
)
RUSSIAN = (
    "Уважаемые коллеги!\n\nЯ благодарю вас за приглашение. Мы прошли долгий путь, и наша страна этим гордится.\n\n"
    "Позвольте мне сказать, чего мы ждём. Спасибо за внимание."
)
FRENCH = (
    "Monsieur le Président,\n\nJe vous remercie de votre invitation. Nous avons parcouru un long chemin, et mon "
    "pays en est "
    "fier.\n\nNous attendons beaucoup de vous. Je vous remercie."
)
SPANISH = (
    "Señor Presidente:\n\nLe doy las gracias. Nosotros hemos recorrido un largo camino, y nuestro país está "
    "orgulloso.\n\n"
    "Nuestros lagos se calientan, y yo temo por ellos. Muchas gracias."
)
TOLD = (
    "The minister thanked the hosts. Venn said that her country was proud of its lakes, and that they were warm.\n\n"
    "“We have come a long way, and I am proud of my country,” Venn said. She thanked the council."
)


def stated(
    title: str, text: str, kind: ArticleType = "speech", authors: tuple[str, ...] = ()
) -> tuple[str, str] | None:
    people = names_in(title, text, "", load()).people
    found = statement_of(title, text, kind, authors, people)
    return (found.speaker, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("title", "speaker", "text"),
    [
        ("Statement by Orla Venn at the conference on lakes", "Orla Venn", OWN),
        ("Statement by Ms. Venn at the conference on lakes", "Ms. Venn", OWN),
        ("Opening remarks by Minister Orla Venn", "Orla Venn", OWN),
        ("Speech of the Secretary General Orla Venn at the forum", "Orla Venn", OWN),
        ("Remarks as delivered by Ambassador Orla Venn to the Council", "Orla Venn", OWN),
        ("Текст выступления С.Холмова на заседании", "С.Холмов", RUSSIAN),
        (
            "Выступление Генерального секретаря ОДКБ Имангали Тасмагамбетова на форуме",
            "Имангали Тасмагамбетов",
            RUSSIAN,
        ),
        ("Выступление министра Анны Орловой на форуме", "Анна Орлова", RUSSIAN),
        ("Речь Натальи Озериной на форуме", "Наталья Озерина", RUSSIAN),
        ("Обращение посла Ивана Холмова к участникам", "Иван Холмов", RUSSIAN),
        ("Discours de Anne Doux au Conseil", "Anne Doux", FRENCH),
        ("Intervention de la ministre Anne Doux à la conférence", "Anne Doux", FRENCH),
        ("Discurso de Ana Dulce en la cumbre", "Ana Dulce", SPANISH),
        ("Intervención del presidente Juan Dulce ante la asamblea", "Juan Dulce", SPANISH),
    ],
)
def test_a_title_says_whose_speech_it_is(title: str, speaker: str, text: str) -> None:
    assert stated(title, text) == (speaker, text)


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("1. Mr. HOLM (Lakes): ", "Mr. Holm"),
        ("17.\tMr. Piet HOLM (Lakes) (translated from French): ", "Piet Holm"),
        ("Ms. Venn (Lakes): ", "Ms. Venn"),
        ("**Orla Venn:** ", "Orla Venn"),
    ],
)
def test_the_label_at_its_beginning_says_whose_it_is(label: str, speaker: str) -> None:
    said = OWN.replace("Excellencies, dear colleagues,\n\n", "")
    assert stated("General debate", f"{label}{said}") == (speaker, said)


def test_it_begins_behind_its_heading_and_ends_before_what_stands_below() -> None:
    head = "Statement by Orla Venn\n\nVienna, 4 May 2017\n\nCheck against delivery\n\n"
    text = f"{head}{OWN}\n\nOrla Venn\nMinister for Lakes\n\nMedia contact: press@lakes.example\n\n###"
    assert stated("The lakes grow warm", text) == ("Orla Venn", OWN)


def test_it_may_stand_below_a_line_that_announces_its_text() -> None:
    text = f"On 4 May the council met in Vienna. The full text of the speech of Orla Venn follows:\n\n{OWN}"
    assert stated("The council met", text) == ("Orla Venn", OWN)


def test_an_author_says_a_speech_that_turns_to_listeners() -> None:
    assert stated("The lakes grow warm", OWN, "speech", ("Orla Venn",)) == ("Orla Venn", OWN)
    assert stated("The lakes grow warm", OWN, "opinion", ("Orla Venn",)) is None
    assert stated("The lakes grow warm", OWN, "speech", ("Orla Venn", "Piet Holm")) is None
    assert stated("The lakes grow warm", OWN, "speech", ("Department of Lakes",)) is None
    essay = "I came to the lakes as a child. We had a boat, and my father rowed it. I was happy there."
    assert stated("My lakes", essay, "speech", ("Orla Venn",)) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Orla Venn", "Orla Venn"),
        ("Mr. Ismail (Guyana)", "Ismail"),
        ("MRS VENN", "Venn"),
        ("H.E. Ms. Orla VENN, Minister for Lakes", "Orla Venn"),
        ("His Excellency Dr. Piet HOLM [interpretation]", "Piet Holm"),
        ("Her Majesty Queen ANNA II", "Queen Anna II"),
        ("Mr. AL-HOLM", "Al-Holm"),
        ("Piet van der Holm", "Piet van der Holm"),
        ("MacVENN", "MacVenn"),
        ("Г-н Орлов", "Орлов"),
        ("The President", ""),
        ("Secretary General", ""),
        ("Moderator", ""),
        ("Ministry of Lakes", ""),
        ("Lakes Council", ""),
        ("Ann Lee and Bo Ek", ""),
        ("unknown", ""),
        ("n/a", ""),
        ("3", ""),
        ("", ""),
        ("Venn " * 50_000, ""),
    ],
)
def test_a_field_names_a_speaker_without_form_of_address_and_country(written: str, name: str) -> None:
    assert declared(written) == name


def test_whom_the_file_declares_says_a_speech_in_the_first_person() -> None:
    found = declared_statement(f"17. {OWN}", "speech", "Venn")
    assert found is not None
    assert (found.speaker, found.start, found.end) == ("Venn", 4, 4 + len(OWN))
    told = "Mr. VENN thanked the hosts. He said that his country was proud of its lakes, and that they were warm."
    assert declared_statement(told, "speech", "Venn") is None
    assert declared_statement(OWN, "news", "Venn") is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Statement by Orla Venn at the conference", TOLD),
        ("Statement by the Ministry of Lakes", OWN),
        ("Statement by Guinea-Bissau in the General Debate", OWN.replace("colleagues", "colleagues of Guinea")),
        ("Remarks by the President", OWN),
        ("Statement by the Council on Orla Venn", f"{OWN}\n\nOrla Venn thanked all."),
        ("Speech at the opening of the Orla Venn library", OWN),
        ("Выступление на форуме", RUSSIAN),
        ("Remarks by Orla Venn are what I came for, and so…", f"Remarks by Orla Venn are what I came for.\n\n{OWN}"),
        (
            "Statement by Orla Venn",
            "Orla Venn came. We met Orla Venn, and I saw that Venn was well. We left, and so did Venn.",
        ),
        ("Orla Venn made a statement", TOLD),
        ("The lakes", f"Note: {OWN}"),
        ("The lakes", f"Mr. President: {OWN}"),
        ("", ""),
    ],
)
def test_what_nobody_says_by_name_or_another_tells_is_no_statement(title: str, text: str) -> None:
    assert stated(title, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Statement by " + "Orla " * 60_000,
        "Statement by Orla Venn\n" * 20_000,
        "Orla Venn\n" * 40_000,
        "###\n" * 80_000,
        "I " * 200_000,
        "“" * 100_000,
        "Выступление " + "Анны " * 50_000,
    ],
    ids=["names", "headings", "signatures", "furniture", "pronouns", "marks", "cases"],
)
def test_a_hostile_text_is_read_in_bounded_time(text: str) -> None:
    with cpu_bound(10):
        statement_of("Statement by Orla Venn", text, "speech", ("Orla Venn",), ("Orla Venn",))
        statement_of(text, text, "speech", (), ("Orla Venn",))
