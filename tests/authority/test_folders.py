"""An archivist's rules for folders: what is wrong with one is said in one line, with what mends it."""

from pathlib import Path

import pytest

from indexer.authority import load
from indexer.authority.check import Problem, check
from indexer.errors import SettingsError

PROBLEMS = {
    "an unknown body": ('path = "a"\nsource = "CTSO"', "source 'CTSO' is no entry"),
    "no source": ('path = "a"', "has no source"),
    "a source that is no text": ('path = "a"\nsource = 7', "has no source"),
    "no path": ('path = "/"\nsource = "CSTO"', "has no path"),
    "an unknown key": ('path = "a"\nsource = "CSTO"\nname = "b"', "unknown key 'name'"),
}


@pytest.mark.parametrize(("rule", "message"), PROBLEMS.values(), ids=PROBLEMS)
def test_a_rule_that_cannot_be_followed_stops_and_is_reported(tmp_path: Path, rule: str, message: str) -> None:
    (tmp_path / "own.toml").write_text(f"[[folder]]\n{rule}\n", "utf-8")
    with pytest.raises(SettingsError, match=message) as caught:
        load(tmp_path)
    assert caught.value.remedy == "Run `communique authority check`."
    assert [each.message for each in check(tmp_path)] == [message]


def test_a_sound_rule_is_no_problem_and_may_name_a_body_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[[organisation]]\nname = "Harbour Union"\n[[folder]]\npath = "/a/"\nsource = "Harbour Union"\n', "utf-8"
    )
    assert check(tmp_path) == []
    assert load(tmp_path).folders == {"a": "Harbour Union"}


def test_a_broken_file_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("[[folder]", "utf-8")
    assert len(check(tmp_path)) == 1
    assert isinstance(check(tmp_path)[0], Problem)
