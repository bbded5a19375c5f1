"""Which article is taken where a corpus holds it more than once, and what is told of the other."""

import json
from pathlib import Path

import pytest

from tests.archive import Archive

TWICE = "the same article twice in this file"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def _line(title: str, key: str = "n-1", text: str = "The council met in Minsk and heard a long report.") -> str:
    return json.dumps({"id": key, "title": title, "date": "2019-02-07", "text": text})


def test_of_an_article_twice_in_one_file_the_first_is_taken_and_the_second_named(archive: Archive) -> None:
    lines = [_line("Pilots"), _line("Lights", "n-2"), _line("Pilots again")]
    archive.write("lines.jsonl", "\n".join(lines))
    archive.write("list.json", f"[{','.join(lines)}]")
    summary = archive.update()
    assert (summary.added, summary.changed, summary.rejected) == (4, 0, 2)
    assert archive.titles() == {"Pilots", "Lights"}
    assert archive.rejected() == {"lines.jsonl [Pilots again]": TWICE, "list.json [Pilots again]": TWICE}


def test_the_first_of_two_is_kept_when_the_file_changes_elsewhere(archive: Archive) -> None:
    lines = [_line("Pilots"), _line("Pilots again")]
    archive.write("many.jsonl", "\n".join(lines))
    archive.update()
    archive.write("many.jsonl", "\n".join([*lines, _line("Lights", "n-2")]), age=-1)
    summary = archive.update()
    assert (summary.added, summary.changed, summary.removed, summary.unchanged) == (1, 0, 0, 1)
    assert archive.titles() == {"Pilots", "Lights"}
    assert archive.rejected() == {"many.jsonl [Pilots again]": TWICE}


def test_the_second_of_two_is_taken_once_it_stands_first(archive: Archive) -> None:
    first, second = _line("Pilots"), _line("Pilots again")
    archive.write("many.jsonl", f"{first}\n{second}\n")
    archive.update()
    archive.write("many.jsonl", f"{second}\n{first}\n", age=-1)
    assert archive.update().changed == 1
    assert archive.titles() == {"Pilots again"}
    assert archive.rejected() == {"many.jsonl [Pilots]": TWICE}


def test_the_second_of_two_is_taken_where_the_first_cannot_be_read(archive: Archive) -> None:
    archive.write("many.jsonl", f"{_line('', text='© 2018')}\n{_line('Pilots again')}\n")
    summary = archive.update()
    assert (summary.added, summary.rejected) == (1, 1)
    assert archive.titles() == {"Pilots again"}


def test_of_an_article_in_two_files_the_later_one_is_told_who_has_it(archive: Archive) -> None:
    story = {"text": "The council met in Minsk.", "url": "https://example.org/story"}
    archive.write("a.json", json.dumps({"title": "Pilots", **story}))
    archive.write("b.json", json.dumps({"title": "Pilots " * 20, **story}))
    archive.update()
    assert archive.titles() == {"Pilots"}
    assert archive.rejected() == {f"b.json [{('Pilots ' * 20)[:80]}]": "the same article as in a.json"}
