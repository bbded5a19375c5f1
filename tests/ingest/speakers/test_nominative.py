"""Russian names in their first case."""

import pytest

from indexer.ingest.speakers.foreign.nominative import is_womans, nominative, surname_forms


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
    ],
)
def test_a_name_in_another_case_has_its_first(written: str, name: str) -> None:
    assert nominative(written) == name


@pytest.mark.parametrize("written", ["Иван Орлов", "Льва Белого", "Орлова", "Maria Lind"])
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
