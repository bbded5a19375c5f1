import pytest

from .conftest import Read

PLACES = {
    "He came from the Russian Federation’s south.": ("Russia",),
    "The UNHCR Office in the Russian Federation opened.": ("Russia",),
    "The Federal Assembly of the Russian Federation met.": ("Russia",),
    "They met in Burma, in Zaire and in the USSR.": (
        "Myanmar",
        "Democratic Republic of the Congo",
        "Soviet Union",
    ),
    "The Armenian Foreign Minister came.": ("Armenia",),
    "The Republic of Korea wrote to the Democratic Republic of the Congo.": (
        "Republic of Korea",
        "Democratic Republic of the Congo",
    ),
    "They met in Central Asia.": ("Central Asia",),
    "Они встретились в Киргизии и в Москве.": ("Kyrgyzstan", "Moscow"),
    "The U.S. and the U.K. agreed.": ("United States", "United Kingdom"),
    "The OSCE Academy in Bishkek opened.": ("Bishkek",),
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_a_place_is_found_however_written(text: str, places: tuple[str, ...], read: Read) -> None:
    assert read(text).places == places


NOWHERE = {
    "a town in a body's name": "The Shanghai Cooperation Organization met.",
    "a town in the name of a body's body": "The Secretariat of the Shanghai Cooperation Organization met.",
    "a continent in a body's name": "The Organization for Security and Cooperation in Europe met.",
    "a treaty's town": "The Minsk agreements and the Paris Pact hold.",
    "an adjective alone": "Armenian brandy and Swiss cheese were served.",
    "a person": "They met Milan Haldane, the chairman.",
    "a company": "Denver Kettle Corp rose.",
    "a central bank": "The Bank of England cut rates.",
    "a common word": "They liked the nice reading, and a turkey came from china.",
    "a pronoun": "They told us so.",
}


@pytest.mark.parametrize("text", NOWHERE.values(), ids=NOWHERE.keys())
def test_what_only_looks_like_a_place_is_none(text: str, read: Read) -> None:
    assert read(text).places == ()


NOT_HERE = {
    "She teaches at the University of Houston.": (),
    "We saw that Olympia J. Haldane left.": (),
    "They signed the Christchurch Call to Action.": (),
    "The gas of the Otter Basin rose.": ("Otter Basin",),
    "It is a Wild and Scenic River.": (),
    "The Syracuse University School of Otters opened.": (),
    "It was said by Minister Alejandro Haldane Cuenca.": (),
    "It went to a unit of <Mutual\nof Omaha> today.": (),
    "We saw Otter County's tribute.": ("Otter County",),
    "When  Where  Capitol Room  SC 6  Friday  Haldane  spoke  here": (),
    "They came from Charleston, SC 29401, by train.": ("Charleston", "South Carolina"),
}


@pytest.mark.parametrize(("text", "places"), NOT_HERE.items())
def test_a_town_in_anothers_name_is_no_place(text: str, places: tuple[str, ...], read: Read) -> None:
    assert read(text).places == places


@pytest.mark.parametrize(
    "text", ["The HMS London sailed.", "The tanker London sailed.", "It is in a GAO report.", "London-8 began."]
)
def test_a_ship_an_acronym_and_a_code_are_no_places(text: str, read: Read) -> None:
    assert read(text).places == ()
