"""Which changes of a quotation change what it says, and which do not."""

import pytest

from indexer.search.quotation.check import check
from tests.search.samples import archive, made

SAID = {
    "en": (
        "The council must not close the harbour of Northport before the third of May, said the note. ",
        "All twelve states will always support the pilots, and nobody may sell more than 3 per cent of the ferries.\n",
        "We cannot accept a treaty that costs two hundred and five million crowns without a vote of every member. ",
        "The Lake Union doesn't agree that an illegal toll could increase the number of ships by 1,500 a year. ",
        "Both sides have to sign it within thirty days, and the political will of the members is beyond doubt. ",
        "Organisations of the shore labour for peace-keeping, they would welcome the decision of the United Nations. ",
        "In the first place each of the old keepers spoke of one thing, as they did in nineteen fifty.",
    ),
    "ru": (
        "Мы не закроем гавань до третьего мая, и двенадцать государств должны поддержать лоцманов. ",
        "Никто никогда не продаст больше трёх процентов паромов без согласия совета союза.",
    ),
    "fr": (
        "Le conseil ne doit pas fermer le port avant le mois de mai, et les douze États peuvent aider les pilotes. ",
        "Aucun membre ne vendra plus de trois bateaux sans vote, et tous les marins le savent.",
    ),
    "es": (
        "El consejo no debe cerrar el puerto antes de mayo, y los doce estados pueden ayudar siempre a los pilotos.",
    ),
    "de": (
        "Der Rat darf den Hafen nicht vor dem dritten Mai schliessen, und alle zwölf Staaten müssen den Lotsen helfen.",
    ),
}
READER = archive(
    *(made(code, "".join(text), language=code, organisations=("Lake Union",)) for code, text in SAID.items()),
    *(made(f"other{n}", "weather on the coast, and nothing that anybody ever quoted") for n in range(3)),
)


def _meaning(typed: str) -> tuple[str, ...]:
    found = check(READER, typed).found
    assert found, typed
    return found[0].meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("The council must close the harbour of Northport before the third of May", "negation"),
        ("The council must never close the harbour of Northport before the third of May", "negation"),
        ("and somebody may sell more than 3 per cent of the ferries", "negation"),
        ("We can accept a treaty that costs two hundred and five million crowns", "negation"),
        ("two hundred and five million crowns with a vote of every member", "negation"),
        ("The Lake Union does agree that an illegal toll could increase the number of ships", "negation"),
        ("agree that a legal toll could increase the number of ships by 1,500 a year", "negation"),
        ("close the harbour of Northport before the third of May", "negation"),
        ("they would not welcome the decision of the United Nations", "negation"),
        ("they would hardly welcome the decision of the United Nations", "negation"),
        ("The council may not close the harbour of Northport before the third of May", "modal"),
        ("All twelve states always support the pilots, and nobody may sell", "modal"),
        ("All twelve states should always support the pilots, and nobody may sell", "modal"),
        ("an illegal toll would increase the number of ships by 1,500 a year", "modal"),
        ("Both sides may sign it within thirty days, and the political will of the members", "modal"),
        ("they welcome the decision of the United Nations", "modal"),
        ("The council must not close the harbour of Northport before the second of May", "number"),
        ("The council must not close the harbour of Northport before the third of June", "number"),
        ("All ten states will always support the pilots, and nobody may sell", "number"),
        ("nobody may sell more than 30 per cent of the ferries", "number"),
        ("nobody may sell more than 3 of the ferries", "number"),
        ("We cannot accept a treaty that costs two hundred and five billion crowns", "number"),
        ("We cannot accept a treaty that costs 250 million crowns without a vote", "number"),
        ("could increase the number of ships by 15,000 a year", "number"),
        ("Both sides have to sign it within thirteen days, and the political will", "number"),
        ("Both sides have to sign it within thirty weeks, and the political will", "number"),
        ("each of the old keepers spoke of one thing, as they did in sixty nine", "number"),
        ("In the second place each of the old keepers spoke of one thing", "number"),
        ("Both sides have to sign it within a week, and the political will", "number"),
        ("The council must not close the harbour of Southport before the third of May", "name"),
        ("The River Union doesn't agree that an illegal toll could increase the number of ships", "name"),
        ("they would welcome the decision of the Northern Nations", "name"),
        ("Some twelve states will always support the pilots, and nobody may sell", "quantity"),
        ("All twelve states will sometimes support the pilots, and nobody may sell", "quantity"),
        ("nobody may sell less than 3 per cent of the ferries", "opposite"),
        ("The council must not close the harbour of Northport after the third of May", "opposite"),
        ("an illegal toll could decrease the number of ships by 1,500 a year", "opposite"),
        ("Мы закроем гавань до третьего мая, и двенадцать государств", "negation"),
        ("двенадцать государств могут поддержать лоцманов", "modal"),
        ("Мы не закроем гавань до второго мая", "number"),
        ("не продаст больше десяти процентов паромов без согласия совета", "number"),
        ("не продаст меньше трёх процентов паромов без согласия совета", "opposite"),
        ("Le conseil doit fermer le port avant le mois de mai", "negation"),
        ("Le conseil ne peut pas fermer le port avant le mois de mai", "modal"),
        ("et les dix États peuvent aider les pilotes", "number"),
        ("Un membre vendra plus de trois bateaux sans vote", "negation"),
        ("El consejo debe cerrar el puerto antes de mayo", "negation"),
        ("El consejo no puede cerrar el puerto antes de mayo", "modal"),
        ("y los dos estados pueden ayudar siempre a los pilotos", "number"),
        ("Der Rat darf den Hafen vor dem dritten Mai schliessen", "negation"),
        ("und alle zehn Staaten müssen den Lotsen helfen", "number"),
        ("und alle zwölf Staaten können den Lotsen helfen", "modal"),
        ("und einige zwölf Staaten müssen den Lotsen helfen", "quantity"),
    ],
)
def test_a_small_word_that_turns_the_sentence_is_flagged(typed: str, meaning: str) -> None:
    assert meaning in _meaning(typed)
    assert check(READER, typed).verdict == "altered"


@pytest.mark.parametrize(
    "typed",
    [
        "The council mustn't close the harbour of Northport before the third of May",
        "The council must not close the harbor of Northport before the 3rd of May",
        "all twelve states will always support the pilots, and nobody may sell more than 3% of the ferries",
        "nobody may sell more than three percent of the ferries",
        "All 12 states'll always support the pilots",
        "We can't accept a treaty that costs 205 million crowns without a vote",
        "We can not accept a treaty that costs 205,000,000 crowns without a vote",
        "an illegal toll could increase the number of ships by 1 500 a year",
        "Both sides must sign it within 30 days, and the political will of the members",
        "and the political resolve of the members is beyond doubt",
        "Organizations of the shore labor for peacekeeping, they'd welcome the decision",
        "they would welcome the decision of the UN",
        "The Lake Union does not agree that an illegal toll could increase the number of ships",
        "THE LAKE UNION DOESN'T AGREE THAT AN ILLEGAL TOLL COULD INCREASE THE NUMBER OF SHIPS",
        "The council must not shut the harbour of Northport before the third of May",
        "We cannot accept a new treaty that costs two hundred and five million crowns",
        "Both sides have to sign within thirty days, and the political will",
        "In the main place each of the old keepers spoke of a thing",
        "Мы не закроем порт до 3-го мая, и 12 государств должны поддержать лоцманов",
        "Le conseil ne doit pas fermer son port avant le mois de mai",
    ],
)
def test_another_word_or_spelling_is_no_change_of_meaning(typed: str) -> None:
    assert _meaning(typed) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "The Lake Union does not agree that an illegal toll could increase",
        "Organizations of the shore labor for peacekeeping they would welcome",
        "We can not accept a treaty that costs two hundred and five million crowns",
        "nobody may sell more than 3 % of the ferries",
        "the number of ships by 1 500 a year",
        "they'd welcome the decision",
    ],
)
def test_what_is_only_spelt_otherwise_is_word_for_word(typed: str) -> None:
    assert check(READER, typed).verdict == "verbatim"


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("The council may not close the harbour of Northport before the third of May", ("modal",)),
        ("They may close the harbour of Northport before the third of May", ("negation", "modal")),
        ("close the harbour of Southport before the fourth of May", ("negation", "number", "name")),
    ],
)
def test_a_change_is_of_its_own_kinds_only(typed: str, meaning: tuple[str, ...]) -> None:
    assert sorted(_meaning(typed)) == sorted(meaning)


def test_a_negation_that_only_moves_is_none() -> None:
    reader = archive(made("one", "Is it not true that the pilots of the harbour were never asked", language="en"))
    for typed in (
        "Isn't it true that the pilots of the harbour were never asked",
        "Is it true that the pilots not of the harbour were never asked",
        "Is it not true that the pilots never of the harbour were asked",
    ):
        found = check(reader, typed)
        assert (found.verdict, found.found[0].meaning) == ("nearly", ())


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("They do not light the old lantern before winter.", ("negation",)),
        ("They don't light the old lantern before winter.", ("negation",)),
        ("No, light the old lantern before winter.", ()),
        ("They may not. Light the old lantern before winter.", ()),
        ("Whether or not light the old lantern before winter.", ()),
        ("Do light the old lantern before winter.", ()),
    ],
)
def test_a_negation_right_before_the_words_belongs_to_them(text: str, meaning: tuple[str, ...]) -> None:
    reader = archive(made("one", text, language="en"))
    assert check(reader, "light the old lantern before winter").found[0].meaning == meaning


def test_what_stands_before_a_quotation_mark_is_none_of_its_words() -> None:
    reader = archive(made("one", "It was not “a question of life and death for the harbour”, he said.", language="en"))
    assert check(reader, "a question of life and death for the harbour").verdict == "verbatim"
