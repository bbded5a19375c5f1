"""What a record tells between speeches, and below them, is nobody's."""

import pytest

from indexer.ingest.interviews.turns import turns_of
from indexer.ingest.interviews.words import end_of
from tests.ingest.interviews.test_turns import said
from tests.machine import cpu_bound

TOLD = [
    "The amendment, as revised, was adopted by 9 votes to 2, with 4 abstentions.",
    "Draft resolution A was rejected.",
    "Paragraph 3 was adopted unanimously.",
    "The motion was carried by a show of hands.",
    "The draft decision was adopted without a vote.",
    "It was so decided.",
    "A recorded vote was taken.",
    "The meeting was suspended at 11.15 a.m. and resumed at 11.40 a.m.",
    "(The briefing was concluded at 12:31 p.m.)",
    "The meeting rose at noon.",
    "Il en est ainsi décidé.",
    "Par 9 voix contre 2, avec 4 abstentions, le projet est adopté.",
    "La séance est levée à 18 h 5.",
    "Así queda acordado.",
    "Se levanta la sesión a las 18.05 horas.",
    "Решение принимается.",
    "Проект резолюции принимается 9 голосами против 2.",
    "Заседание закрывается в 18 ч. 05 м.",
]
SPOKEN = [
    "The resolution was adopted in 1967, and we remember it.",
    "The conference ended the war.",
    "The motion was carried with joy by all my people.",
    "A vote was what we asked for.",
    "La séance est ouverte.",
    "The end of it was sad.",
]


@pytest.mark.parametrize("told", TOLD)
def test_what_a_record_tells_ends_what_is_said(told: str) -> None:
    text = said(
        "Ms. Venn (Orland): I agree.",
        "Mr. Holm (Lakes): I vote.",
        told,
        "Election of officers (H/3)",
        "Ms. Venn (Orland): We thank you.",
    )
    said_ = [text[slice(*each.answer)] for each in turns_of(text, "Meeting of the harbours")]
    assert said_ == ["I agree.", "I vote.", "We thank you."]


@pytest.mark.parametrize("words", SPOKEN)
def test_what_a_speaker_tells_of_votes_and_meetings_is_his(words: str) -> None:
    text = said("I vote.", words, "So we do.")
    assert end_of(text, 0, len(text), headed=True) == len(text)


@pytest.mark.parametrize("end", ["END", "End of transcript", "– END –", "(End of interview)"])
def test_what_stands_behind_the_end_is_not_said(end: str) -> None:
    text = said("It is deep.", end, "Orla Venn will speak again on Thursday.")
    assert text[: end_of(text, 0, len(text))].strip() == "It is deep."


@pytest.mark.parametrize("line", ["the a was ", "was adopted, by 1 votes ", "par 9 voix le ", "meeting at 1 ", "( "])
def test_hostile_records_are_read_in_bounded_time(line: str) -> None:
    text = "\n" + line * 20_000
    with cpu_bound(10):
        end_of(text, 0, len(text), headed=True)
        end_of("\n".join([line * 30] * 2000), 0, 60_000 * len(line), headed=True)
