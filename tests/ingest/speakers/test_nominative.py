"""Russian names in their first case."""

import pytest

from indexer.ingest.speakers.foreign.nominative import (
    by_given_name,
    is_patronymic,
    is_womans,
    nominative,
    surname_forms,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Сергея Иванова", "Сергей Иванов"),
        ("Игоря Левина", "Игорь Левин"),
        ("Дмитрия Чайковского", "Дмитрий Чайковский"),
        ("Николая Сенкевича", "Николай Сенкевич"),
        ("Льва Гоголя", "Лев Гоголь"),
        ("Петра Ткаченко", "Пётр Ткаченко"),
        ("Никиты Ильина", "Никита Ильин"),
        ("Анны Белкиной", "Анна Белкина"),
        ("Анну Белкину", "Анна Белкина"),
        ("Марии Чайковской", "Мария Чайковская"),
        ("Ольги Ким", "Ольга Ким"),
        ("Сергея Петровича Орлова", "Сергей Петрович Орлов"),
        ("Марии Петровны Орловой", "Мария Петровна Орлова"),
        ("Рашиди Алиева", "Рашиди Алиев"),
        ("Сергею Иванову", "Сергей Иванов"),
        ("Петру Светлову", "Пётр Светлов"),
        ("Ивану Петровичу Кузьмину", "Иван Петрович Кузьмин"),
        ("Сергею Ткаченко", "Сергей Ткаченко"),
        ("Игорем Чайковским", "Игорь Чайковский"),
        ("Павлом Нечаем", "Павел Нечай"),
        ("Анваром Ибрагимом", "Анвар Ибрагим"),
        ("Анне Белкиной", "Анна Белкина"),
        ("Марией Чайковской", "Мария Чайковская"),
        ("Анной Ким", "Анна Ким"),
    ],
)
def test_a_name_in_another_case_has_its_first(written: str, name: str) -> None:
    assert nominative(written) == name


@pytest.mark.parametrize("written", ["Иван Орлов", "Льва Белого", "Льву Белому", "Артём Ким", "Орлова", "Maria Lind"])
def test_what_does_not_tell_is_left(written: str) -> None:
    assert nominative(written) == ""


@pytest.mark.parametrize(
    ("name", "womans"),
    [("Анна Ким", True), ("Никита Ким", False), ("Орлова", True), ("Орлов", False), ("Maria Lind", None)],
)
def test_a_name_tells_whether_it_is_a_womans(name: str, womans: bool | None) -> None:
    assert is_womans(name) is womans


def test_a_surname_has_other_cases() -> None:
    assert {"Орлова", "Орлову", "Орловым"} <= set(surname_forms("Орлов"))
    assert set(surname_forms("Орлова")) == {"Орловой", "Орлову"}
    assert {"Кима", "Киму"} <= set(surname_forms("Ким"))
    assert {"Нечая", "Нечаем"} <= set(surname_forms("Нечай"))
    assert {"Лухты", "Лухте"} <= set(surname_forms("Лухта"))
    assert {"Немца", "Немцу"} <= set(surname_forms("Немец"))
    assert list(surname_forms("Ткаченко")) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [("Софья Ланге", "Софья Ланге"), ("Софьи Ланге", "Софья Ланге"), ("Артём Ким", "Артём Ким"), ("Заря Нова", "")],
)
def test_a_known_given_name_tells_the_first_case(written: str, name: str) -> None:
    assert by_given_name(written) == name


@pytest.mark.parametrize(
    ("word", "patronymic"),
    [("Петровна", True), ("Ильинична", True), ("Игоревич", True), ("Петрович", True), ("Абрамович", False)],
)
def test_a_patronymic_is_of_a_known_name(word: str, patronymic: bool) -> None:
    assert is_patronymic(word) is patronymic
