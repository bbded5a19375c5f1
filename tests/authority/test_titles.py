import pytest

from indexer.authority import load
from indexer.authority.titles import TitleForms
from indexer.authority.words import name_key

GENERAL = frozenset({name_key("Secretary General")})


@pytest.fixture(scope="module")
def titles() -> TitleForms:
    return TitleForms(load().office_titles)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Secretary-General met the secretary general.", ["Secretary-General", "secretary general"]),
        ("Генсек и генерального секретаря, генсеком", ["Генсек", "генерального секретаря", "генсеком"]),
        ("Le secrétaire général, la Secrétaire générale", ["secrétaire général", "Secrétaire générale"]),
        ("the Undersecretary General, a Secretary Generalship, pre-Secretary General", []),
        ("Secretary\nGeneral", ["Secretary\nGeneral"]),
        ("Secretary General Secretary", ["Secretary General"]),
        ("chief of the presidents", ["chief"]),
    ],
)
def test_a_title_is_found_as_a_whole_in_any_of_its_forms(text: str, found: list[str], titles: TitleForms) -> None:
    assert [text[start:end] for start, end in titles.places(text, GENERAL)] == found


def test_titles_of_one_place_are_found_once_and_in_full(titles: TitleForms) -> None:
    keys = frozenset({name_key("Secretary of State"), name_key("Secretary General"), name_key("General Secretary")})
    text = "the secretary general secretary of state"
    assert [text[start:end] for start, end in titles.places(text, keys)] == ["secretary general", "secretary of state"]
    assert [text[start:end] for start, end in titles.before(text, len(text))] == ["secretary of state"]
    assert titles.before(text, len(text) - 1) == titles.at(text, 0) == []
    assert titles.at(text, 4) == [(4, 21)]


@pytest.mark.parametrize(
    ("title", "alone"),
    [("Secretary-General", True), ("генсек", True), ("chief", False), ("President", False), ("Pilot", False)],
)
def test_only_titles_of_secretaries_and_their_like_stand_alone(title: str, alone: bool, titles: TitleForms) -> None:
    assert titles.stands_alone(title) == alone
    assert name_key("President") not in titles.alone
