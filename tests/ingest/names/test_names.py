import pytest

from indexer.ingest.authority import Authority, load
from indexer.ingest.names import Names, names_in


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load()


def read(text: str, authority: Authority, title: str = "", source: str = "") -> Names:
    return names_in(title, text, source, authority)


def test_the_longest_name_wins(authority: Authority) -> None:
    names = read("The CSTO Secretariat met guests of the UN General Assembly.", authority)
    assert names.organisations == ("CSTO Secretariat", "UN General Assembly")


def test_mentions_are_offsets_into_the_text_and_not_the_title(authority: Authority) -> None:
    text = "He left Armenia for the OSCE."
    names = read(text, authority, title="CSTO news")
    assert [(m.name, text[m.start : m.end]) for m in names.mentions] == [("Armenia", "Armenia"), ("OSCE", "OSCE")]
    assert names.organisations == ("CSTO", "OSCE")


@pytest.mark.parametrize(
    "text",
    [
        "Secretary General N. Bordyuzha spoke.",
        "Secretary General N.Bordyuzha spoke.",
        "The Secretary General Bordyuzha N.N. spoke.",
        "Nikolay Bordyuzha spoke.",
    ],
)
def test_a_known_person_is_found_by_initials_and_surname(text: str, authority: Authority) -> None:
    assert read(text, authority).people == ("Nikolai Bordyuzha",)


def test_a_short_form_means_the_council_of_the_body_named_nearest(authority: Authority) -> None:
    text = "The OSCE met in Vienna. Later the CSTO met in Moscow, and the Permanent Council agreed."
    assert "CSTO Permanent Council" in read(text, authority).organisations
    assert "OSCE Permanent Council" not in read(text, authority).organisations


def test_a_short_form_without_an_owner_means_nobody(authority: Authority) -> None:
    assert read("The Permanent Council agreed.", authority).organisations == ()
    assert read("The Permanent Council agreed.", authority, source="CSTO").organisations == ("CSTO Permanent Council",)


def test_an_acronym_asks_for_its_own_letters(authority: Authority) -> None:
    assert read("Tell us who is there; it is un grand eco.", authority).organisations == ()
    assert read("WHO and ECO agreed.", authority).organisations == ("WHO", "Economic Cooperation Organization")


def test_a_text_teaches_its_own_acronyms(authority: Authority) -> None:
    text = "The Lakeside Fisheries Commission (LFC) met. Then the LFC voted, and its GDP (Gross Domestic Product) grew."
    names = read(text, authority)
    assert names.organisations == ("Lakeside Fisheries Commission",)
    assert [text[m.start : m.end] for m in names.mentions] == ["Lakeside Fisheries Commission", "LFC", "LFC"]
