from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.cli.commands import main
from indexer.engines import open_engine
from indexer.fingerprint import Fingerprint
from indexer.generations import generations_at
from tests.engines.samples import article


def run(folder: Path, *arguments: str, names: str = "") -> Result:
    environ = {"COMMUNIQUE_INDEX": f"whoosh:{folder}/index", "COMMUNIQUE_AUTHORITY": names or None}
    return CliRunner(env=environ).invoke(main, ["authority", *arguments])


@pytest.fixture
def suspects(tmp_path: Path) -> Path:
    """Articles of two bodies, each with a slip of the pen beside it."""
    generations = generations_at(f"whoosh:{tmp_path}/index")
    generation = generations.begin(Fingerprint("whoosh", "").to_text())
    engine = open_engine(generations.address(generation), create=True)
    with engine.writer() as writer:
        for number, name in enumerate(
            ["Northport Harbour Office"] * 3 + ["Northport Harbor Office"] + ["Eastmere Pilots Union"] * 3
        ):
            writer.replace(article(f"n-{number}", organisations=(name,)))
        writer.replace(article("n-9", organisations=("Eastmere Pilot Union",)))
    engine.close()
    generations.switch(generation)
    return tmp_path


def test_the_files_that_come_along_have_no_problems(tmp_path: Path) -> None:
    done = run(tmp_path, "check")
    assert (done.exit_code, done.output) == (0, "0 problems\n")


def test_a_problem_is_named_with_its_file_and_entry_and_ends_the_command_with_1(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[organisation]]\nname = "Lake Union"\nvariants = 7\n')
    done = run(tmp_path, "check", names=str(tmp_path))
    assert done.exit_code == 1
    assert "mine.toml: " in done.output
    assert done.output.endswith("1 problems\n")


def test_a_folder_that_is_none_is_said_with_its_remedy(tmp_path: Path) -> None:
    done = run(tmp_path, "check", names=str(tmp_path / "nowhere"))
    assert done.exit_code == 2
    assert "is not a folder" in done.stderr
    assert "COMMUNIQUE_AUTHORITY" in done.stderr


def test_suspected_variants_are_listed_with_their_evidence(suspects: Path) -> None:
    lines = run(suspects, "suggest").output.splitlines()
    said = "organisation: Northport Harbor Office (1 articles) looks like Northport Harbour Office (3 articles)"
    assert said in lines
    evidence = lines[lines.index(said) + 1]
    assert evidence.endswith("; e.g. n-3")
    assert " of 100: " in evidence
    assert lines[-1] == "2 suspected variants"


def test_no_more_than_asked_for_are_listed_and_all_are_counted(suspects: Path) -> None:
    lines = run(suspects, "suggest", "--limit", "1").output.splitlines()
    assert len([line for line in lines if "looks like" in line]) == 1
    assert lines[-1] == "2 suspected variants"
