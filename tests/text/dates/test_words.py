"""Each word for a month, a weekday or a day, in each language served."""

import pytest

from indexer.ingest.dates import dates_in, relative_in

MONTHS = (
    "January Jan Januar Jänner Jän январь января январе янв janvier janv enero ene",
    "February Feb Februar Feber февраль февраля феврале февр фев février fevrier févr fév febrero",
    "March Mar März Mär март марта марте мар mars marzo",
    "April Apr апрель апреля апреле апр avril avr abril abr",
    "May Mai май мая мае mayo",
    "June Jun Juni июнь июня июне июн juin junio",
    "July Jul Juli июль июля июле июл juillet juil julio",
    "August Aug август августа августе авг août aout agosto ago",
    "September Sept Sep сентябрь сентября сентябре сент сен septembre septiembre setiembre",
    "October Oct Oktober Okt октябрь октября октябре окт octobre octubre",
    "November Nov ноябрь ноября ноябре нояб ноя novembre noviembre",
    "December Dec Dezember Dez декабрь декабря декабре дек décembre decembre déc diciembre dic",
)
WEEKDAYS = (
    "Monday Mon понедельник понедельника lundi lunes Montag",
    "Tuesday Tue Tues вторник вторника mardi martes Dienstag",
    "Wednesday Wed среда среду среды mercredi miércoles Mittwoch",
    "Thursday Thu Thur Thurs четверг четверга jeudi jueves Donnerstag",
    "Friday Fri пятница пятницу пятницы vendredi viernes Freitag",
    "Saturday Sat суббота субботу субботы samedi sábado Samstag",
    "Sunday Sun воскресенье воскресенья dimanche domingo Sonntag",
)
DAYS = {-1: "yesterday вчера ayer gestern", 0: "today сегодня aujourd'hui hoy heute", 1: "tomorrow завтра demain"}


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_is_known_by_each_of_its_words(month: int) -> None:
    for word in MONTHS[month - 1].split():
        assert [each.value for each in dates_in(f"3 {word} 2009")] == [f"2009-{month:02}-03"], word


@pytest.mark.parametrize("word", ["januar", "märz", "oct", "dez", "may", "mar"])
def test_an_english_or_german_month_in_small_letters_is_none(word: str) -> None:
    spanish_or_russian = {"oct", "mar"}
    assert bool(dates_in(f"3 {word} 2009")) is (word in spanish_or_russian)


@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_is_known_by_each_of_its_words(weekday: int) -> None:
    for word in WEEKDAYS[weekday].split():
        assert [each.weekday for each in dates_in(f"{word}, 3 May")] == [weekday], word


@pytest.mark.parametrize("shift", DAYS)
def test_a_day_is_known_by_each_of_its_words(shift: int) -> None:
    for word in DAYS[shift].split():
        assert [each.day_shift for each in relative_in(f"Words, {word}, words.")] == [shift], word
