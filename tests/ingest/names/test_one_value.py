from .conftest import Read


def test_america_is_the_united_states_where_these_are_named(read: Read) -> None:
    assert read("America went on. The United States went on.").places == ("United States",)


def test_america_is_a_continent_beside_others_or_alone(read: Read) -> None:
    text = "The United States met Asia, Africa and America."
    assert read(text).places == ("United States", "Asia", "Africa", "America")
    assert read("America went on.").places == ("America",)


def test_america_far_from_a_continent_is_none(read: Read) -> None:
    text = "The United States went on. Africa went on, and so it was said on the day before in all of America."
    assert read(text).places == ("United States", "Africa")


def test_a_known_towns_namesake_is_meant_all_over_the_article(read: Read) -> None:
    text = "He lives in Cordoba, Spain. Cordoba is large, and so is Córdoba."
    assert read(text).places == ("Cordoba", "Spain")


def test_accents_make_no_second_town(read: Read) -> None:
    assert read("Cordoba is large, and so is Córdoba.").places == ("Córdoba",)
