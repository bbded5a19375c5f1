"""Who says what in languages other than English: the rules that all of them share, and those of German, Italian and
Portuguese; all people and events are invented."""

import pytest

from indexer.ingest.speakers import quotations_in
from tests.ingest.speakers.marked import cues_in, found_in, wanted_of
from tests.machine import cpu_bound


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "de",
            "„⟦Karin Vogt|Wir haben gewartet⟧“, sagte Karin Vogt. »⟦Karin Vogt|Jetzt wird gebaut⟧«, fügte sie hinzu.",
        ),
        ("de", "Laut Minister Thomas Brandt ist die Lage „⟦Thomas Brandt|angespannt, aber stabil⟧“."),
        ("de", "Thomas Brandt erklärte: „⟦Thomas Brandt|Das ist kein guter Tag.⟧“ Das Buch „Am Hafen“ erscheint."),
        (
            "it",
            "«⟦Paolo Ferri|Non ci fermeremo⟧», ha detto Paolo Ferri. «⟦Paolo Ferri|Il ponte si farà⟧», ha aggiunto.",
        ),
        ("it", "Secondo Maria Conti, “⟦Maria Conti|la riforma è fallita⟧”. Il film “Mare alto” esce domani."),
        ("pt", "“⟦João Prates|Não vamos recuar⟧”, disse João Prates. O livro “Mar Alto” saiu ontem."),
    ],
)
def test_each_language_has_its_cues(language: str, marked: str) -> None:
    assert found_in(marked, language) == wanted_of(marked)


@pytest.mark.parametrize(
    ("language", "marked", "cue"),
    [
        ("ru", "«⟦x|Мы готовы⟧», — сказал министр Сергей Иванов.", "сказал министр Сергей Иванов"),
        ("ru", "По словам Сергея Иванова, «⟦x|всё идёт по плану⟧».", "По словам Сергея Иванова"),
        ("fr", "« ⟦x|Nous irons⟧ », a déclaré Luc Moreau.", "a déclaré Luc Moreau"),
        ("fr", "Luc Moreau arrive. « ⟦x|Nous irons⟧ », a-t-il ajouté.", "a-t-il ajouté"),
        ("es", "“⟦x|Ya veremos mañana⟧”, dijo Carlos Pineda.", "dijo Carlos Pineda"),
    ],
)
def test_the_cue_is_the_words_that_tell_it(language: str, marked: str, cue: str) -> None:
    assert cues_in(marked, language) == [cue]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le film « La Nuit du lac » sort samedi. Le mot « paix » revient dix fois."),
        ("fr", "Le traité dispose que « les parties s'abstiennent de la force »."),
        ("ru", "Газета «Вечерний город» и премия «Серебряное перо» известны всем."),
        ("ru", "В документе говорится: «Стороны обязуются хранить мир»."),
        ("es", "El plan “Salud Cercana” no llegó. La constitución dice que “todos son iguales ante la ley”."),
        ("es", "- Pan, vino y aceite\n\n- Queso de la sierra"),
        ("fr", "La rue du « Vieux Moulin » explique Luc Moreau mieux que tout."),
        ("fr", "Luc Moreau a rappelé à Jean Castel « une affaire réglée depuis hier »."),
        ("ru", "— Закупка оборудования\n\n— Ремонт кровли"),
    ],
    ids=["title", "treaty", "papers", "document", "law", "list", "a street", "said of which of two", "dashes"],
)
def test_titles_terms_documents_and_lists_are_no_quotations(language: str, text: str) -> None:
    assert found_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "M. Girard a reçu Mme Fontaine. « ⟦Fontaine|Je suis venue écouter⟧ », a-t-elle dit."),
        ("ru", "Сергей Иванов принял Анну Белкину. «⟦Анна Белкина|Я пришла слушать⟧», — сказала она."),
        ("es", "Carlos Pineda saludó a Elena Cortázar. “⟦Elena Cortázar|Vengo a escuchar⟧”, dijo ella."),
    ],
)
def test_a_pronoun_means_whom_it_agrees_with(language: str, marked: str) -> None:
    assert found_in(marked, language) == wanted_of(marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "« ⟦|Nous irons⟧ », a déclaré un ami de Luc Moreau."),
        ("fr", "« ⟦|Nous irons⟧ », a indiqué l'entourage du président Jean Castel."),
        ("ru", "«⟦|Мы поедем⟧», — сказала жена Сергея Иванова."),
        ("es", "“⟦|Iremos mañana⟧”, dijo una amiga de Carlos Pineda."),
        ("es", "Carlos Pineda y Elena Cortázar llegaron. “⟦|Iremos mañana⟧”, dijo el portavoz."),
        ("fr", "Le ministre Luc Moreau et le ministre Jean Castel sont là. « ⟦|Nous irons⟧ », dit le ministre."),
    ],
    ids=["a friend", "those around", "a wife", "a woman friend", "an office of neither", "an office of two"],
)
def test_somebody_else_beside_a_name_is_nobody_by_name(language: str, marked: str) -> None:
    assert found_in(marked, language) == wanted_of(marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "— ⟦Luc Moreau|Oui, je viens⟧, dit Luc Moreau. Il se leva."),
        ("ru", "«⟦Ерлан Сомов|Закон нужен уже сейчас⟧», — заявил глава Севводы Ерлан Сомов."),
        ("ru", "Посол Раджив Шарма приехал. По мнению дипломата, «⟦Раджив Шарма|у завода есть будущее⟧»."),
        ("ru", "Глава МИД Армении Арам Петросян заявил, что Ереван «⟦Арам Петросян|готов к любым форматам⟧»."),
        ("ru", "Её сын Егор добавляет: «⟦Егор|Качели лучше всех!⟧» Учительница Римма Волкова смеётся."),
        ("fr", "Inès Duval sourit. « ⟦Inès Duval|Je l'ai écrit⟧ », confie-t-elle à « La Voix du port »."),
        ("fr", "« ⟦Viktor Sabo|Nous votons contre⟧, a averti jeudi Viktor Sabo. ⟦Viktor Sabo|Et pas seuls.⟧ »"),
        ("es", "Según Ana Robles, esto duele. A su juicio, el plan “Pan” es “⟦Ana Robles|apenas un parche⟧”."),
        ("es", "—⟦|Ya vienen⟧ —susurró la niña.\n\n—⟦Matías|Calla⟧ —ordenó Matías—. ⟦Matías|Y no te muevas.⟧"),
    ],
    ids=[
        "stands up",
        "parliament",
        "diplomat",
        "ministry",
        "son",
        "told to a paper",
        "taken up",
        "a plan between",
        "raya",
    ],
)
def test_what_stands_between_is_read(language: str, marked: str) -> None:
    assert found_in(marked, language) == wanted_of(marked)


def test_words_over_several_paragraphs_are_told_of_behind_the_last() -> None:
    marked = "«⟦Luc Moreau|Nous partons.⟧\n\n«⟦Luc Moreau|Nous reviendrons⟧ », a dit Luc Moreau."
    assert found_in(marked, "fr") == wanted_of(marked)


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_last_speaker() -> None:
    marked = "« ⟦Luc Moreau|Nous irons⟧ », a dit Luc Moreau.\n\n« ⟦Luc Moreau|Personne ne nous arrêtera.⟧ »"
    assert found_in(marked, "fr") == wanted_of(marked)


@pytest.mark.parametrize("language", ["ru", "fr", "es"])
@pytest.mark.parametrize(
    "text",
    [
        "«" * 50_000,
        "‘x " * 30_000,
        "«Мы готовы», — сказал он. " * 2_000,
        "— Да, — сказал он. — Нет.\n\n" * 2_000,
        "министр " * 20_000 + "«x y», сказал он",
        "selon le ministre, " * 5_000 + "« x y z »",
        "x aussi" + " aussi" * 10_000 + " dit : « oui non oui »",
        " " * 50_000 + "«x y», сказал" + " " * 50_000,
        "А" + " Бв" * 20_000,
    ],
    ids=["openers", "singles", "pronouns", "dialogue", "offices", "according", "adverbs", "blank", "capitals"],
)
def test_hostile_text_takes_bounded_time(language: str, text: str) -> None:
    with cpu_bound(15):
        quotations_in(text, (), (), language)
