from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from indexer.errors import SettingsError
from indexer.settings import PREFIX, Settings

README = Path(__file__).parent.parent / "README.md"


def variables() -> list[tuple[str, str, str]]:
    """Name, default and sentence of each variable, in their order."""
    hints = get_type_hints(Settings, include_extras=True)
    return [
        (
            PREFIX + knob.name.upper(),
            "" if knob.default is None else str(knob.default),
            hints[knob.name].__metadata__[0],
        )
        for knob in fields(Settings)
    ]


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


def test_only_the_numbers_of_readers_and_of_proxies_may_be_nought() -> None:
    assert Settings.from_environ({"COMMUNIQUE_INDEX_WORKERS": "0"}).index_workers == 0
    assert Settings.from_environ({"COMMUNIQUE_TRUSTED_PROXIES": "0"}).trusted_proxies == 0
    assert Settings.from_environ({"COMMUNIQUE_PAGE_SIZE": "1"}).page_size == 1
    for name in ("PAGE_SIZE", "BATCH", "WEB_WORKERS", "MAX_FILE_MB", "SETTLE_SECONDS"):
        with pytest.raises(SettingsError, match=name):
            Settings.from_environ({f"COMMUNIQUE_{name}": "0"})


@pytest.mark.parametrize("value", ["https://a.example/?b", "https://a.example/#b"])
def test_a_public_address_has_neither_a_query_nor_a_fragment(value: str) -> None:
    with pytest.raises(SettingsError, match="COMMUNIQUE_PUBLIC_URL"):
        Settings.from_environ({"COMMUNIQUE_PUBLIC_URL": value})


def test_a_token_file_goes_before_the_token_and_may_end_in_a_line_feed(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("one from the file\n")
    given = {"COMMUNIQUE_TOKEN": "one from the environment"}
    environs: tuple[dict[str, str], ...] = ({**given, "COMMUNIQUE_TOKEN_FILE": str(file)}, given, {})
    tokens = [Settings.from_environ(environ).bearer_token for environ in environs]
    assert tokens == ["one from the file", "one from the environment", ""]


@pytest.mark.parametrize("kept_in", ["token", "token_file"])
def test_a_token_that_could_be_guessed_stops_with_how_to_make_a_better_one(tmp_path: Path, kept_in: str) -> None:
    file = tmp_path / "token"
    for token, usable in (("x" * 15, False), ("x" * 16, True)):
        file.write_text(token)
        settings = Settings(token=token) if kept_in == "token" else Settings(token_file=file)
        if usable:
            assert settings.bearer_token == token
        else:
            with pytest.raises(SettingsError, match="fewer than 16") as caught:
                _ = settings.bearer_token
            assert "secrets.token_urlsafe" in caught.value.remedy
            assert token not in str(caught.value)


@pytest.mark.parametrize("name", ["LOG_LEVEL", "LOG_FORMAT", "LOG_QUERIES"])
def test_a_choice_that_is_none_stops_with_the_variables_name_and_what_may_be_chosen(name: str) -> None:
    with pytest.raises(SettingsError, match=f"COMMUNIQUE_{name} is 'loud', not .* or ") as caught:
        Settings.from_environ({f"COMMUNIQUE_{name}": "loud"})
    assert caught.value.remedy


@pytest.mark.parametrize(("content", "said"), [(None, "cannot be read"), (" \n", "is empty")], ids=["missing", "empty"])
def test_a_token_file_without_a_token_stops_with_its_remedy(tmp_path: Path, content: str | None, said: str) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_text(content)
    with pytest.raises(SettingsError, match=said) as caught:
        _ = Settings(token="t", token_file=file).bearer_token
    assert caught.value.remedy


def test_nothing_leaves_a_setting_as_it_is() -> None:
    settings = Settings(corpus=Path("press"), port=81)
    assert settings.changed(corpus=None, port=None, site_name="Press") == Settings(
        Path("press"), port=81, site_name="Press"
    )
