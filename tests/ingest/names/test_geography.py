import pytest

from .conftest import Read

PLACES = {
    "He came from Otterbank, Vermont, late.": ("Otterbank", "Vermont"),
    "Otterbank, Vt., has a school.": ("Otterbank", "Vermont"),
    "A man of Hithe Otterbank, N.J. came.": ("Hithe Otterbank", "New Jersey"),
    "He met us in Otterbank, Spain, late.": ("Otterbank", "Spain"),
    "The Tide Fire Department Otterbank, VT (Tide Co) came.": ("Otterbank", "Vermont", "Tide Co"),
    "They saw the Illinois River and Otter County.": ("Illinois River", "Otter County"),
    "They saw Lake Otter and Hithe Otter Island.": ("Lake Otter", "Hithe Otter Island"),
    "He lives in Lincoln, Nebraska.": ("Lincoln", "Nebraska"),
    "He lives in Salisbury, Maryland.": ("Salisbury", "Maryland"),
    "Rhodesia was ruled from Salisbury.": ("Zimbabwe", "Harare"),
    "They left Katanga and the Congo.": ("Katanga", "Democratic Republic of the Congo"),
    "The Republic of the Congo and the Democratic Republic of the Congo agreed with Congo.": (
        "Congo",
        "Democratic Republic of the Congo",
    ),
    "Ships left Kuwait and the Gulf.": ("Kuwait", "Persian Gulf"),
    "They left Maine, Koblenz, Mainz, Perm, Bristol and Gdańsk.": (
        "Maine",
        "Koblenz",
        "Mainz",
        "Perm",
        "Bristol",
        "Gdansk",
    ),
    "The Rhine and the Danube flow.": ("Rhine", "Danube"),
    "Bassas da India is an island.": ("Bassas da India",),
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_a_place_is_known_by_what_stands_around(text: str, places: tuple[str, ...], read: Read) -> None:
    assert read(text).places == places


NOWHERE = {
    "a doubtful name alone": "Lincoln and Salisbury spoke of the Gulf.",
    "a month": "He came in April, late.",
    "a rate": "The London Interbank Offered Rate rose.",
    "a title": "The Princess of Wales and the Duke of Edinburgh came.",
    "a particle": "They saw Bassas da Dakar.",
    "a name that nobody knows": "He met Maha Dakar.",
    "a compound": "Shares of Otter-Dakar and Dakar-Poulenc rose.",
    "a framework": "They adopted the Dakar Common Framework.",
    "a body": "The Otter River Commission met.",
}


@pytest.mark.parametrize("text", NOWHERE.values(), ids=NOWHERE.keys())
def test_what_is_part_of_another_name_is_no_place(text: str, read: Read) -> None:
    assert read(text).places == ()


def test_a_town_stands_after_a_preposition(read: Read) -> None:
    assert read("He told Otterly, Vermont said.").places == ("Vermont",)
    assert read("He went to Otterly, Vermont said.").places == ("Otterly", "Vermont")
