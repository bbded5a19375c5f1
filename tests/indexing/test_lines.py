"""How the lines of a file of articles are shared out, and what one of them may cost the others."""

import json
from pathlib import Path

import pytest

from indexer.indexing.lines import Sieve, Sifted, chunks
from indexer.ingest.draft import Rejection
from tests.archive import Archive


def test_a_long_line_is_alone_and_short_ones_go_together() -> None:
    lines = [(number, "a" * (2_000_000 if number == 70 else 10)) for number in range(1, 141)]
    shared = [[number for number, _ in chunk] for chunk in chunks(iter(lines))]
    assert [(each[0], each[-1]) for each in shared] == [(1, 64), (65, 69), (70, 70), (71, 134), (135, 140)]


def test_a_sieve_says_of_each_line_which_article_it_is_or_why_it_is_none() -> None:
    lines = ((3, '{"id": "a", "text": "x"}'), (4, "{"), (7, "[" * 200_000))
    article, cut, nested = Sieve("a.jsonl", lines).work()
    assert isinstance(article, Sifted)
    assert article.number == 3
    assert [each.place for each in (cut, nested) if isinstance(each, Rejection)] == ["line 4", "line 7"]


def test_no_line_is_parsed_in_the_process_that_writes_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive(tmp_path)
    lines = [json.dumps({"id": f"n-{number}", "title": "Pilots", "text": "The council met."}) for number in range(3)]
    archive.write("many.jsonl", "\n".join([*lines, "{"]))
    for module in ("indexer.indexing.lines", "indexer.indexing.tasks", "indexer.ingest.formats.jsonl"):
        monkeypatch.setattr(f"{module}.read_line", None)
    assert archive.update().added == 3
    assert list(archive.rejected()) == ["many.jsonl [line 4]"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\0\1\2" * 100], ids=["empty", "blank", "binary"])
def test_a_file_without_lines_is_rejected_whole(tmp_path: Path, data: bytes) -> None:
    archive = Archive(tmp_path)
    archive.write("many.jsonl", data)
    assert archive.update().rejected == 1
