"""Lists of names in the authority files, one entry a line."""

from pathlib import Path

import pytest

from indexer.authority import load
from indexer.authority.check import check
from indexer.errors import SettingsError

LIST = '''
[[place_list]]
sort = "city"
country = "Nowhere"
names = """
Otterbank | Otter Bank | Оттербанк
?Low

"""
[[place]]
name = "Nowhere"
sort = "country"
'''


def test_each_line_of_a_list_is_an_entry_with_its_forms(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(LIST, encoding="utf-8")
    authority = load(tmp_path)
    entry = authority.entry("place", "Otterbank")
    assert entry
    assert (entry.sort, entry.country, entry.doubtful) == ("city", "Nowhere", False)
    assert entry.forms == ("Otterbank", "Otter Bank", "Оттербанк")
    assert check(tmp_path) == []


def test_a_doubtful_name_stands_for_its_entry_nowhere_by_itself(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(LIST, encoding="utf-8")
    authority = load(tmp_path)
    entry = authority.entry("place", "Low")
    assert entry
    assert entry.doubtful
    assert entry.forms == ()
    assert authority.lookup("Low") == ()


@pytest.mark.parametrize("text", ["[[place_list]]\nsort = 'city'\n", "place_list = ['Goa']\n"])
def test_a_list_without_names_is_an_operators_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"own\.toml"):
        load(tmp_path)


def test_a_list_of_an_unknown_kind_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[thing_list]]\nnames = "Otter"\n', encoding="utf-8")
    assert [problem.message for problem in check(tmp_path)] == ["unknown table 'thing_list'"]
