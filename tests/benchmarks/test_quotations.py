"""Who says what, on texts that were marked before any rule was written. Floors are only ever raised."""

import os
from pathlib import Path

import pytest

from benchmarks.quotations import Marked, Text, made_texts, real_texts, same_person, scored, table_of
from benchmarks.quotations_texts import annotated

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[3] / "shared"))
MADE = {"precision": 0.95, "recall": 0.5, "exact": 0.85}
REAL = {"precision": 0.97, "recall": 0.55, "exact": 0.97}


def _shares(texts: list[Text]) -> dict[str, float]:
    _, scores = table_of(texts)
    return {name: part / max(1, whole) for name, (part, whole) in scores["all"].shares.items()}


def test_quotations_of_made_texts_keep_their_floors() -> None:
    shares = _shares(made_texts())
    assert {name: share for name, share in shares.items() if share < MADE[name]} == {}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real texts are not here")
def test_quotations_of_real_texts_keep_their_floors() -> None:
    shares = _shares(list(real_texts(SHARED)))
    assert {name: share for name, share in shares.items() if share < REAL[name]} == {}


def test_no_question_of_a_made_text_stands_under_the_answerers_name() -> None:
    assert sum(scored(each).asked for each in made_texts()) == 0


def test_what_is_wrong_missed_or_inexact_is_counted_so() -> None:
    text = "“We are ready for the winter,” said Maria Lind. “The roads are closed,” said Anton Weiss."
    article = annotated("A day", text)
    spans = [(each.start, each.end) for each in article.quotations]
    marks = (Marked(*spans[0], "Maria Lind", "direct"), Marked(spans[1][0], spans[1][1] - 1, "Anton Weiss", "direct"))
    right = scored(Text("a", "made", "en", article, marks))
    assert (right.right, right.named, right.found, right.marked, right.exact) == (2, 2, 2, 2, 1)
    other = (Marked(*spans[0], "Anton Weiss", "direct"), Marked(*spans[1], "Anton Weiss", "direct", optional=True))
    wrong = scored(Text("a", "made", "en", article, other))
    assert (wrong.right, wrong.named, wrong.found, wrong.marked) == (1, 2, 0, 1)


def test_one_person_may_be_called_by_fewer_words() -> None:
    assert same_person("Lind", "Maria Lind")
    assert same_person("Dr. Maria Lind", "Maria Lind")
    assert not same_person("Anna Lind", "Maria Lind")
    assert not same_person("", "Maria Lind")
