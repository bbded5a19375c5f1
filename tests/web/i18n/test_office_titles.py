from indexer.authority import load
from indexer.message import translate
from web.i18n import office_titles
from web.i18n.language import language


def test_every_title_of_the_packaged_files_can_be_translated() -> None:
    held = {office.title for entry in load().entries for office in entry.offices}
    assert held <= office_titles.TITLES.keys()


def test_a_title_of_an_operators_own_files_stays_as_it_is() -> None:
    assert office_titles.said("Keeper of the Light") == "Keeper of the Light"


def test_titles_are_said_in_the_language_of_the_page() -> None:
    said = {code: translate(office_titles.TITLES["Prime Minister"], language(code)) for code in ("fr", "ru")}
    assert "Prime Minister" not in said.values()
