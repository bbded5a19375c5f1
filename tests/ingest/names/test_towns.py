import pytest

from .conftest import Read

PLACED = {
    "a town after a preposition": ("They met in Hastings yesterday.", ("Hastings",)),
    "at a sentence's head": ("In Hastings they met.", ("Hastings",)),
    "of several words": ("They met near Palm Beach, too.", ("Palm Beach",)),
    "a point of the compass": ("It lies north of Dubuque.", ("Dubuque",)),
    "the larger place without its comma": ("It lies north of Dubuque Iowa.", ("Dubuque", "Iowa")),
    "a surname otherwise": ("They met in Lincoln yesterday.", ("Lincoln",)),
    "a district": ("They met in the Otterpit district.", ("Otterpit",)),
    "a village": ("The village of Otterup burnt.", ("Otterup",)),
    "a park": ("They went to Mesa Otter National Park.", ("Mesa Otter National Park",)),
    "a county of any name": ("They went to King County.", ("King County",)),
    "a county in brackets": ("Otterbank, VA (Prince Otter Co) got it.", ("Otterbank", "Virginia", "Prince Otter Co")),
}


@pytest.mark.parametrize(("text", "places"), PLACED.values(), ids=PLACED)
def test_a_town_is_known_by_what_stands_before_it(text: str, places: tuple[str, ...], read: Read) -> None:
    assert read(text).places == places


NOT_PLACED = {
    "no preposition": "They saw Hastings yesterday.",
    "what is owned": "They have a stake in Hastings. Their confidence in Lincoln fell.",
    "a longer name": "They met in Hastings Otter.",
    "a hyphen": "It is an in Hastings-based thing.",
    "another sentence": "They came in. Hastings is here.",
    "an adjective": "They left the Congressional district early.",
    "each park": "The National Park is large. They went to the State Park.",
    "no county": "The County met.",
    "of something else": "They spoke of Hastings.",
}


@pytest.mark.parametrize("text", NOT_PLACED.values(), ids=NOT_PLACED)
def test_what_only_looks_like_a_town_is_none(text: str, read: Read) -> None:
    assert read(text).places == ()


BEFORE_STATES = {
    "after an article": ("It is the Otterino, Calif.-based one.", ("Otterino", "California")),
    "a known town": ("He sold its Timmins, Ontario, mine.", ("Timmins", "Ontario")),
    "in a list": ("They met in Dallas and Hastings.", ("Dallas", "Hastings")),
    "a doubtful town in a list": ("They met in Dallas or Phoenix.", ("Dallas", "Phoenix")),
    "a senator's state": ("The senator Otterino, N.J., spoke.", ("New Jersey",)),
    "no list": ("They met Dallas, and Hastings came.", ("Dallas",)),
}


@pytest.mark.parametrize(("text", "places"), BEFORE_STATES.values(), ids=BEFORE_STATES)
def test_a_town_is_known_by_the_places_beside_it(text: str, places: tuple[str, ...], read: Read) -> None:
    assert read(text).places == places
