"""The versions that are installed: each dependency held to one on each Python, by every command that installs."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PYTHONS = ["3.11.2", "3.12.0", "3.13.0", "3.14.0"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in "#"]
WANTED = [*PROJECT["dependencies"], *(each for extra in PROJECT["optional-dependencies"].values() for each in extra)]


def held(python: str) -> dict[str, list[str]]:
    """Package -> the versions that `constraints.txt` allows on a Python."""
    there = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    found: dict[str, list[str]] = {}
    for each in map(Requirement, LINES):
        if each.marker is None or each.marker.evaluate(there):
            found.setdefault(_name(each.name), []).append(str(each.specifier).removeprefix("=="))
    return found


def _name(written: str) -> str:
    return re.sub(r"[-_.]+", "-", written).lower()


@pytest.mark.parametrize("python", PYTHONS)
def test_each_dependency_is_held_to_one_version_that_its_floor_allows(python: str) -> None:
    versions = held(python)
    assert all(len(each) == 1 for each in versions.values())
    for wanted in map(Requirement, WANTED):
        if wanted.name != PROJECT["name"]:
            assert wanted.specifier.contains(versions[_name(wanted.name)][0]), wanted


def test_a_python_that_the_suite_has_not_met_takes_the_newest_versions() -> None:
    """An old version has no wheel for a Python that came after it."""
    assert held("3.15.0") == {}


FROM_HERE = re.compile(r"pip install .*(?: \.(?= |$)|'\.\[test\]'|communique-\*\.whl)")


@pytest.mark.parametrize("file", ["README.md", ".ci/run", "Dockerfile"])
def test_whatever_installs_the_program_holds_it_to_these_versions(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    free = [line.split()[3] for line in lines if FROM_HERE.search(line) and "-c constraints.txt" not in line]
    assert any("-c constraints.txt" in line for line in lines)
    assert free == ([".venv-newest"] if file == "README.md" else [])
