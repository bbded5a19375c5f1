from pathlib import Path

import pytest

from indexer.errors import SettingsError
from indexer.settings import Settings, variables

README = Path(__file__).parent.parent / "README.md"


@pytest.mark.parametrize("name", [name for name, _, _ in variables()])
def test_every_setting_is_documented_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README.read_text(encoding="utf-8")


def test_the_readme_tells_each_settings_true_default_and_sentence() -> None:
    readme = README.read_text(encoding="utf-8")
    for name, default, sentence in variables():
        assert f"| `{name}` | {f'`{default}`' if default else ''} | {sentence} |".replace("|  |", "| |") in readme


def test_a_variable_of_the_environment_sets_its_knob() -> None:
    settings = Settings.from_environ({"COMMUNIQUE_CORPUS": "press", "COMMUNIQUE_PORT": "9000"})
    assert (settings.corpus, settings.port) == (Path("press"), 9000)


def test_an_empty_variable_leaves_the_default() -> None:
    assert Settings.from_environ({"COMMUNIQUE_PORT": " "}) == Settings()


@pytest.mark.parametrize("value", ["ten", "0", "-1", "1.5", "١٠a"])
def test_a_number_that_is_none_stops_with_the_variables_name(value: str) -> None:
    with pytest.raises(SettingsError, match="COMMUNIQUE_PORT") as caught:
        Settings.from_environ({"COMMUNIQUE_PORT": value})
    assert caught.value.remedy


@pytest.mark.parametrize("value", ["archive.example", "ftp://archive.example", "https://", "https://[", "https://a/?b"])
def test_a_public_address_that_is_none_stops_with_the_variables_name(value: str) -> None:
    with pytest.raises(SettingsError, match="COMMUNIQUE_PUBLIC_URL") as caught:
        Settings.from_environ({"COMMUNIQUE_PUBLIC_URL": value})
    assert caught.value.remedy


def test_a_switch_is_neither_on_nor_off_by_another_word() -> None:
    assert Settings.from_environ({"COMMUNIQUE_ORIGINALS": "no"}).originals == "no"
    with pytest.raises(SettingsError, match="COMMUNIQUE_ORIGINALS") as caught:
        Settings.from_environ({"COMMUNIQUE_ORIGINALS": "maybe"})
    assert caught.value.remedy


def test_a_public_address_may_end_in_a_slash() -> None:
    settings = Settings.from_environ({"COMMUNIQUE_PUBLIC_URL": "https://archive.example/press/"})
    assert settings.public_url == "https://archive.example/press"


def test_the_environment_of_the_server_reads_back_to_the_same_settings() -> None:
    settings = Settings(corpus=Path("a b"), index="tantivy:x/y", port=81, authority=Path("names"))
    assert Settings.from_environ(settings.environment()) == settings
