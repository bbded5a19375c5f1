"""What the README and the map of the code promise, held to the code."""

import re
from pathlib import Path

import click
import pytest

from indexer import errors
from indexer.cli.commands import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e '.[test]' && .venv/bin/pytest"
RUN_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt . && .venv/bin/communique serve"
COMMANDS = sorted(main.commands)
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_two_commands_stand_at_the_head_of_the_readme() -> None:
    commands = [line.strip() for line in README.splitlines() if line.startswith("    ")]
    assert commands[:2] == [RUN_COMMAND, TEST_COMMAND]


def test_ci_runs_the_readmes_own_test_command() -> None:
    assert TEST_COMMAND in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(name: str) -> None:
    assert f"communique {name}" in README
    command = main.commands[name]
    assert command.help
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert all(option.help for option in options if option.name not in {"sort", "page", "size"})


def test_every_exit_code_is_in_the_readme() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind is not errors.Rejected]
    for kind in kinds:
        if issubclass(kind, errors.CommuniqueError) and kind.exit_code != 1:
            assert f"\n| {kind.exit_code} |" in README


def test_every_place_on_the_map_of_the_code_exists() -> None:
    places = set(re.findall(r"\b(?:indexer|web|tests)(?:/[\w.]+)+", ARCHITECTURE))
    assert len(places) > 40
    assert [each for each in places if not ((ROOT / each).exists() or (ROOT / f"{each}.py").exists())] == []


def test_every_folder_of_the_indexer_and_of_the_web_is_on_the_map_of_the_code() -> None:
    folders = [path.parent for package in ("indexer", "web") for path in (ROOT / package).glob("*/__init__.py")]
    named = ARCHITECTURE.partition("## What is in which folder?")[2].partition("\n## ")[0]
    assert [folder.name for folder in folders if f"`{folder.name}`" not in named.replace("indexer/", "")] == []
