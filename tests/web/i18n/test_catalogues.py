import re
from collections import Counter
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from tests.web.i18n.catalogues import forms, said, translated
from web.i18n.language import CATALOGUES, LOCALES

_PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
_MARKUP = re.compile(r"</?[a-z0-9]+|(?:href)=\"[^\"]*\"|&\w+;")
_TYPED = re.compile(r"<code>.*?</code>|<kbd>.*?</kbd>")
FRENCH, RUSSIAN = translated("fr"), translated("ru")


def keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(each.context, str(each.id)) for each in catalogue if each.id}


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Each text of the catalogue with the English that it stands for: of plurals the one for many."""
    for message in catalogue:
        yield from ((ids(message)[-1], form) for form in forms(message) if message.id)


def test_every_language_but_english_has_a_catalogue() -> None:
    codes = {path.name for path in CATALOGUES.iterdir() if path.is_dir()}
    assert {*codes, "en"} == set(LOCALES)


@pytest.mark.parametrize("catalogue", [FRENCH, RUSSIAN], ids=["fr", "ru"])
def test_whatever_the_program_says_is_in_the_catalogue_and_nothing_else_is(catalogue: Catalog) -> None:
    """`pybabel extract && pybabel update` brings it up to date."""
    assert keys(catalogue) - keys(said()) == set()
    assert keys(said()) - keys(catalogue) == set()


@pytest.mark.parametrize("catalogue", [FRENCH, RUSSIAN], ids=["fr", "ru"])
def test_nothing_is_left_to_translate_and_nothing_is_guessed(catalogue: Catalog) -> None:
    unfinished = [each.id for each in catalogue if each.id and (each.fuzzy or not all(forms(each)))]
    assert unfinished == []
    assert not catalogue.obsolete


@pytest.mark.parametrize(("catalogue", "many"), [(FRENCH, 2), (RUSSIAN, 3)], ids=["fr", "ru"])
def test_what_is_counted_has_every_form_that_the_language_counts_with(catalogue: Catalog, many: int) -> None:
    assert catalogue.num_plurals == many
    assert {len(forms(each)) for each in catalogue if each.pluralizable} == {many}


@pytest.mark.parametrize("catalogue", [FRENCH, RUSSIAN], ids=["fr", "ru"])
def test_a_translation_has_the_values_and_the_markup_of_its_english(catalogue: Catalog) -> None:
    for english, translation in pairs(catalogue):
        assert Counter(_PLACEHOLDER.findall(translation)) == Counter(_PLACEHOLDER.findall(english)), translation
        assert Counter(_MARKUP.findall(translation)) == Counter(_MARKUP.findall(english)), translation
        assert Counter(_TYPED.findall(translation)) == Counter(_TYPED.findall(english)), translation


@pytest.mark.parametrize("catalogue", [FRENCH, RUSSIAN], ids=["fr", "ru"])
def test_blanks_at_the_ends_are_kept(catalogue: Catalog) -> None:
    for english, translation in pairs(catalogue):
        assert translation[-1:].isspace() == english[-1:].isspace(), translation


def test_french_is_set_as_french_is() -> None:
    for _, translation in pairs(FRENCH):
        if "MMMM" in translation:
            continue  # a pattern for dates, in which '' sets words off
        text = re.sub(r"<[^>]*>", "", _TYPED.sub("x", translation))
        assert not re.search(r"[  ][;!?»]|« |[“”]|\w'\w", text), text
        assert not re.search(r"(?<=\w)[;!?](?!\w)|(?<=\w)»|«(?=\w)| :", text), text


def test_russian_is_set_as_russian_is() -> None:
    for _, translation in pairs(RUSSIAN):
        text = re.sub(r"<[^>]*>", "", translation)
        assert not re.search(r"[“”]|\"| - ", text), text


def test_messages_made_of_calls_of_our_own_are_found_with_their_right_arguments() -> None:
    found = {ids(each) for each in said()}
    assert ("only the year is known",) in found  # N_
    assert ("%(number)s article", "%(number)s articles") in found  # nN_


def test_one_word_in_two_senses_is_found_with_its_sense() -> None:
    assert said().get("First", "text") is not None
