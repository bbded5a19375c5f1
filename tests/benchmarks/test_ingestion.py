from pathlib import Path

import pytest

from benchmarks.ingestion_kinds import Known, Told, _agree, told
from benchmarks.ingestion_measures import Measure
from benchmarks.ingestion_peers import CONTENDERS, Answer
from benchmarks.ingestion_texts import Saved, overlap, tally, text_measures

_WORDS = "The ferry council of the lake met on Monday and opened twelve harbours for small boats."
_PAGE = f"""<!doctype html><html lang="en"><head><title>Harbours open | Lake News</title>
<meta property="article:published_time" content="2017-01-17"></head>
<body><h1>Harbours open</h1><article>
{"".join(f"<p>{_WORDS} Item {n}.</p>" for n in range(12))}</article></body></html>"""


def _saved(file: Path) -> Saved:
    return Saved(file, "Harbours open", "2017-01-17", ("Ann Lee",), _WORDS, "")


def test_a_figure_holds_between_its_floor_and_its_limit() -> None:
    assert [Measure("", value, 0.5, 0.7).holds for value in (0.4, 0.5, 0.7, 0.8)] == [False, True, True, False]


def test_a_text_that_is_the_gold_twice_has_half_of_the_precision_and_all_of_the_recall() -> None:
    precision, recall, _ = overlap(f"{_WORDS} {_WORDS}", _WORDS)
    assert recall == 1
    assert precision == pytest.approx(0.5, abs=0.06)


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    precision, recall, _ = overlap("湖上新港开放", "湖上新港开放了")
    assert (precision, recall) == (1, 0.75)


def test_a_day_that_is_another_is_counted_and_one_that_is_only_vague_is_not(tmp_path: Path) -> None:
    pages = [_saved(tmp_path)] * 3
    counted = tally(pages, [Answer(day="2017-01-17"), Answer(day="2017-01-18"), Answer(day="2017-01")]).figures
    assert counted["day"] == pytest.approx(1 / 3)
    assert counted["days given that are others"] == pytest.approx(1 / 2)


@pytest.mark.parametrize("name", CONTENDERS)
def test_each_contender_reads_a_plain_page(tmp_path: Path, name: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(_PAGE, "utf-8")
    answer = CONTENDERS[name](file)
    assert answer.title.startswith("Harbours open")
    assert answer.text.count("twelve harbours") == 12
    assert {measure.name for measure in text_measures([_saved(file)], {name: [answer]})} >= {"title", "text: F1"}


def test_the_name_of_a_file_is_not_told_to_who_dates_its_text() -> None:
    known = Known("release_15Jun2006.txt", "press release", "2006-06-15", "Harbours open", _WORDS)
    assert told(known).date == ""


@pytest.mark.parametrize(
    ("gold", "said", "agrees"),
    [("2006-06-15", "2006", True), ("2006", "2006-06-15", True), ("2006-06-15", "2007", False)],
)
def test_a_date_agrees_as_far_as_both_are_known(gold: str, said: str, agrees: bool) -> None:
    assert _agree(gold, Told("news", said).date) is agrees
