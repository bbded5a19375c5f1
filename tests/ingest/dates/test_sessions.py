"""The year of a speech in the UN General Assembly, by the session that its opening names."""

import pytest

from indexer.article import DateEvidence, PartialDate, YearReason
from tests.ingest.dates.publication import BODY, read, value

GREETING = "Allow me to congratulate you, Sir, on your election to the presidency of the General Assembly at its {}."


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        ("seventy-third session", "2018"),
        ("seventy- third session", "2018"),
        ("seventy—third session", "2018"),
        ("73rd session", "2018"),
        ("fortieth session", "1985"),
        ("sixty-first regular session", "2006"),
        ("eighth session", "1953"),
        ("fifteenth session", "1960"),
        ("hundredth session", ""),
        ("ninety-ninth session", ""),
    ],
)
def test_the_session_that_a_speaker_greets_gives_the_year_that_it_opens_in(session: str, expected: str) -> None:
    assert value(f"{GREETING.format(session)}\n\n{BODY}") == expected


def test_the_year_is_shown_with_its_session_and_only_likely() -> None:
    found = read(f"{GREETING.format('73rd session')}\n\n{BODY}")
    assert found == PartialDate("2018", DateEvidence("none", year_from=YearReason("session", "73")))
    assert found.is_likely


@pytest.mark.parametrize(
    "said",
    [
        "I thank your predecessor, who led the seventy-second session of the General Assembly.",
        "We pay tribute to the President of the seventy-second session of the General Assembly.",
        "Years ago, at the seventieth session of the General Assembly, we spoke of it.",
        "I greet the Assembly in the first session of the General Assembly of the century.",
        "We congratulate the Commission on its election at the seventieth session of the Board, General Assembly.",
    ],
)
def test_a_session_of_before_or_of_another_body_gives_no_year(said: str) -> None:
    assert value(f"{said}\n\n{BODY}") == ""


def test_beside_a_predecessors_session_the_one_greeted_counts() -> None:
    both = (
        "Let me congratulate you on your election at the seventy-third session of the General Assembly and thank your "
    )
    assert value(f"{both}predecessor for the seventy-second session.\n\n{BODY}") == "2018"


def test_a_session_below_the_opening_gives_no_year() -> None:
    assert value(f"{BODY * 3}\n\n{GREETING.format('73rd session')}") == ""


@pytest.mark.parametrize(
    ("greeting", "year"),
    [
        (
            "Je vous félicite de présider notre cinquante-huitième session de l'Assemblée générale.",
            "2003",
        ),
        ("Поздравляем Вас с избранием Председателем пятьдесят восьмой сессии Генеральной Ассамблеи.", "2003"),
        (
            "Lo felicito por su elección en el quincuagésimo octavo período de sesiones de la Asamblea General.",
            "2003",
        ),
        ("It is an honour to speak at the fifty-eighth session of the General Assembly.", "2003"),
        ("Je remercie votre prédécesseur, qui a présidé la cinquante-septième session de l'Assemblée générale.", ""),
    ],
)
def test_a_session_is_known_in_the_languages_of_the_assembly(greeting: str, year: str) -> None:
    assert value(f"{greeting}\n\n{BODY}") == year
