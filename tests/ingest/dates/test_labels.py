"""What the words beside a date say of it."""

import pytest

from indexer.ingest.dates.date_lines import date_line, dates_written, is_update_line
from indexer.ingest.dates.labels import said_by
from tests.ingest.dates.publication import BODY, read, value


@pytest.mark.parametrize(
    "words",
    [
        *("Updated", "Last updated:", "Last modified on", "Mis à jour le", "Обновлено", "Zuletzt aktualisiert am"),
        *("Última actualización:", "Atualizado em", "Ultimo aggiornamento", "Güncelleme:", "更新日時", "آخر تحديث"),
        *("Published by Ana Ruiz, updated", "Жаңартылды", "Оновлено:"),
    ],
)
def test_words_of_change_are_known_in_many_languages(words: str) -> None:
    assert said_by(words) == "updated"


@pytest.mark.parametrize(
    "words",
    [
        *("Published", "First published:", "Posted on", "Publié le", "Опубликовано", "Veröffentlicht am"),
        *(
            "Publicado el",
            "Pubblicato il",
            "Yayın tarihi",
            "发布时间",
            "掲載日",
            "تاريخ النشر",
            "Updated, first published",
        ),
    ],
)
def test_words_of_publication_are_known_in_many_languages(words: str) -> None:
    assert said_by(words) == "published"


@pytest.mark.parametrize("words", ["", "Talks on", "Backdated", "The majority", "Porto,", "Unpublishedly"])
def test_other_words_say_nothing(words: str) -> None:
    assert said_by(words) == ""


def test_a_line_that_tells_of_a_change_is_no_date_line() -> None:
    assert date_line("Updated: 16 October 2018") == ""
    assert is_update_line("Updated: 16 October 2018")
    assert is_update_line("Mis à jour le 16.10.2018 à 10h00")
    assert not is_update_line("Published: 16 October 2018")
    assert not is_update_line("The plan was updated in the harbour on 16 October 2018")


def test_a_label_may_stand_after_the_last_date() -> None:
    assert [(each.written, each.said) for each in dates_written("3 May 2018, 7 May 2018 (updated)")] == [
        ("3 May 2018", ""),
        ("7 May 2018", "updated"),
    ]


def test_a_text_under_a_line_of_change_is_not_of_that_day() -> None:
    assert value(f"Обновлено: 7 февраля 2019\n\n{BODY}") == ""
    assert value(f"3 February 2019\n\nUpdated 7 February 2019\n\n{BODY}") == "2019-02-03"


@pytest.mark.parametrize(
    "line",
    [
        *("Adopted by the Council on 3 March 2024", "Adopted at its 12th meeting, on 3 March 2024 [without a vote]"),
        *("Resolution adopted by the General Assembly on 3 March 2024", "Done at Vienna, on 3 March 2024"),
        *("Принята Советом 3 марта 2024 года", "Adoptée par le Conseil le 3 mars 2024"),
        *("Signed in Porto on 3 March 2024",),
    ],
)
def test_a_document_is_of_the_day_that_it_was_adopted_on(line: str) -> None:
    recalled = "Recalling its resolution 11 (2023) of 4 April 2023, and the reports that followed it,"
    assert value(f"{line}\n\nThe Council,\n\n{recalled}\n\n{BODY}") == "2024-03-03"
    assert value(f"The Council,\n\n{recalled}\n\n{BODY}\n\n{line}") == "2024-03-03"


@pytest.mark.parametrize(
    "line",
    [
        "The plan was adopted by the Council on 3 March 2024",
        "Adopted by the Council on 3 March 2024, it was carried out by the secretariat and its experts in time",
    ],
)
def test_a_sentence_on_an_adoption_is_no_line_of_one(line: str) -> None:
    assert read(f"{line}\n\nThe Council,\n\n{BODY}").evidence.place != "under title"


@pytest.mark.parametrize(
    "line",
    [
        *("Updated: 7 May 2024 | Published: 3 March 2024", "Published 3 March 2024. Last modified 7 May 2024"),
        *("Stand: 07.05.2024 | Erstellt: 03.03.2024", "Mis à jour le 7 mai 2024 — Publié le 3 mars 2024"),
        *(
            "Atualizado em 7 de maio de 2024. Publicado em 3 de março de 2024",
            "更新日：2024年5月7日　公開日：2024年3月3日",
        ),
        *("Aktualizacja: 7 maja 2024, publikacja: 3 marca 2024", "Оновлено 7 травня 2024. Опубліковано 3 березня 2024"),
        *("آخر تحديث: 7 مايو 2024 — نشر في: 3 مارس 2024", "Güncelleme: 07 Mayıs 2024 - Yayınlanma: 03 Mart 2024"),
    ],
)
def test_a_line_of_a_change_and_a_publication_is_of_the_publication(line: str) -> None:
    assert value(f"{line}\n\n{BODY}", date=date_line(line)) == "2024-03-03"
    assert [each.said for each in dates_written(line)][-2:].count("published") == 1


@pytest.mark.parametrize(
    "line",
    [
        "The plan was published on 3 March 2024 and updated on 7 May 2024",
        "Published 3 March 2024, 4 April 2024. Updated 7 May 2024",
        "Published in Porto by the council on 3 March 2024, updated 7 May 2024",
        "Published 3 March 2024, published 4 March 2024",
        "A plan for the river. Updated 7 May 2024, published 3 March 2024",
    ],
)
def test_a_line_that_says_more_than_a_change_and_a_publication_is_no_date_line(line: str) -> None:
    assert date_line(line) == ""


@pytest.mark.parametrize(
    "words",
    ["Event date: ", "Conference: ", "Deadline: ", "Apply by ", "When: ", "Termin: ", "Срок: ", "Date limite : "],
)
def test_a_label_may_announce_a_day_to_come(words: str) -> None:
    assert said_by(words) == "event"


@pytest.mark.parametrize("words", ["12th meeting, ", "The conference opens ", "News, ", "Deadline: soon. Published "])
def test_words_that_are_no_label_of_a_day_announce_nothing(words: str) -> None:
    assert said_by(words) != "event"


@pytest.mark.parametrize(
    "line",
    [
        *("Adopted by the Council on 3 March 2024 without a vote", "Passed by the Assembly on 3 March 2024"),
        *("Adopted on 3 March 2024 by 120 votes to none", "Adoptée le 3 mars 2024 à l’unanimité"),
    ],
)
def test_how_a_document_was_adopted_may_follow_its_day(line: str) -> None:
    assert value(f"{line}\n\nThe Council,\n\n{BODY}") == "2024-03-03"


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Resolution 14 on river schools of 3 March 2024", "2024-03-03"),
        ("Указ № 14 от 3 марта 2024 года", "2024-03-03"),
        ("Décision relative aux pilotes du 3 mars 2024", "2024-03-03"),
        ("Statement on the storm of 3 March 2024", ""),
        ("Report on the resolution of 3 March 2024", ""),
        ("Resolution of 3 March 2024", "2024-03-03"),
        ("Resolution of 3 March 2024 carried out", ""),
    ],
)
def test_a_title_that_is_an_act_s_has_its_day(title: str, date: str) -> None:
    assert value(f"{BODY} It asks for a report by 1 June 2026.", title=title) == date
