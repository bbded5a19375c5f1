"""Whole speeches and statements: whose they are, from where to where; and what is none."""

import pytest

from indexer.article import ArticleType
from indexer.authority import load
from indexer.ingest.interviews.statement import statement_of
from indexer.ingest.names import names_in

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
    ("title", "text"),
    [
        ("Statement by Orla Venn at the conference", TOLD),
        ("Statement by the Ministry of Lakes", OWN),
        ("Statement by Guinea-Bissau in the General Debate", OWN.replace("colleagues", "colleagues of Guinea")),
        ("Remarks by the President", OWN),
        ("Statement by the Council on Orla Venn", f"{OWN}\n\nOrla Venn thanked all."),
        ("Speech at the opening of the Orla Venn library", OWN),
        ("Выступление на форуме", RUSSIAN),
        ("I bring greetings from Orla Venn to all of you who…", f"I bring greetings from Orla Venn.\n\n{OWN}"),
        ("Orla Venn made a statement", TOLD),
        ("The lakes", f"Note: {OWN}"),
        ("The lakes", f"Mr. President: {OWN}"),
        ("Vienna", f"THE PRESIDENT: {OWN}"),
        ("", ""),
    ],
)
def test_what_nobody_says_by_name_or_another_tells_is_no_statement(title: str, text: str) -> None:
    assert stated(title, text) is None
