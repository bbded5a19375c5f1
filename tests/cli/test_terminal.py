"""What the command prints, as a pipe gets it."""

import pytest

from indexer.article import PartialDate
from indexer.cli import terminal
from indexer.engines.memory import MemoryEngine
from indexer.indexing.progress import Summary
from indexer.ingest.draft import Rejection
from indexer.search.page import SearchInput, search
from tests.engines.samples import article, filled
from tests.web.archive import article as with_passages


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (
            Summary(3, 2, 1, 40, 0, 1.26),
            "45 articles: 3 added, 2 changed, 1 removed, 40 unchanged; 1.3 s\n",
        ),
        (
            Summary(3, 2, 1, 40, 5, 1.0, duplicates=6),
            """45 articles: 3 added, 2 changed, 1 removed, 40 unchanged, 5 rejected (see: communique status), \
6 of them repeat another; 1.0 s
""",
        ),
        (
            Summary(1, 0, 0, 0, 0, 1.0, reason="the authority files"),
            """built anew, because these changed: the authority files
1 articles: 1 added, 0 changed, 0 removed, 0 unchanged; 1.0 s
""",
        ),
    ],
    ids=["plain", "with rejections and repeats", "built anew"],
)
def test_a_summary_says_what_was_done(capsys: pytest.CaptureFixture[str], summary: Summary, said: str) -> None:
    terminal.show_summary(summary)
    assert capsys.readouterr().out == said


def test_doubts_and_rejections_are_listed_with_their_place_and_brackets_stay(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal.show_troubles(
        [("a.html", "its text is short against its page")],
        [Rejection("a[b].json", "not JSON [red]"), Rejection("many.jsonl", "empty", "line 7")],
    )
    assert capsys.readouterr().out.splitlines() == [
        "1 doubtful",
        "  a.html: its text is short against its page",
        "2 rejected",
        "  a[b].json: not JSON [red]",
        "  many.jsonl [line 7]: empty",
    ]


def test_counts_have_their_heading_and_a_name_for_what_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_counts("year", {"2019": 1_234, "": 5, "[red]": 7})
    heading, *rows = capsys.readouterr().out.split("\n")
    assert heading.split() == ["year", "count"]
    assert [row.split() for row in rows if row.strip()] == [["2019", "1,234"], ["(none)", "5"], ["[red]", "7"]]


def test_results_have_their_day_title_passage_and_id(capsys: pytest.CaptureFixture[str]) -> None:
    dated = with_passages("ferry-1", "The [red] ferry", ("A ferry left the harbour.",), date=PartialDate("2019-03-01"))
    reader = filled(MemoryEngine(), (dated, article("ferry-2", "Undated ferry")))
    terminal.show_results(search(reader, SearchInput("ferry")))
    printed = capsys.readouterr().out
    assert printed.startswith("2 articles: ")
    for said in ("2019-03-01", "The [red] ferry", "A ferry left the harbour.", "ferry-1", "undated", "Undated ferry"):
        assert said in printed
    assert printed.index("2019-03-01") < printed.index("ferry-1")


def test_what_is_noted_of_a_search_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    page = search(filled(MemoryEngine(), (article("one", "Ferry"),)), SearchInput("ferry " * 2_000))
    terminal.show_results(page)
    assert page.notes
    assert all(f"note: {note.message}" in capsys.readouterr().out for note in page.notes[:1])


def test_where_nobody_watches_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.Bar() as bar:
        bar.advance("a.txt", 10)
        bar.begin(2, 30)
        bar.advance("a.txt", 10)
    assert capsys.readouterr().err == ""
