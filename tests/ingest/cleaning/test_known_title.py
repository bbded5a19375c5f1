"""Where the title that is known already stands in the text, and what goes with it."""

import pytest

from indexer.ingest.cleaning.headline import same_line, split_head

LONG = (
    "The council met in the morning, heard the reports of its three working groups on pilots, lights and ice, "
    "and elected a new chair for the coming year, as its charter asks it to do each autumn at its last session."
)
TITLE = "Harbour Council opens its archive"


def test_a_known_title_takes_its_line_and_the_teasers_above_it_off() -> None:
    head = split_head(["03.09.2023", "A ferry sank.", TITLE, LONG, LONG], title=TITLE)
    assert head.body == (LONG, LONG)


def test_a_known_title_that_stands_far_below_real_text_takes_nothing_off() -> None:
    lines = (LONG, LONG, TITLE, LONG)
    assert split_head(lines, title=TITLE).body == lines


def test_titles_are_the_same_but_for_case_points_and_a_cut() -> None:
    assert same_line("Harbour Council opens: its archive", "HARBOUR COUNCIL opens its archive.")
    assert same_line("Harbour Council opens its…", "Harbour Council opens its archive")
    assert not same_line("Harbour Council", "Harbour Council opens its archive")
    assert not same_line("—", "…")


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        (" ".join(["Word"] * 40), True),
        (" ".join(["Word"] * 41), False),
        (" ".join(["Wordwordwor"] * 29), True),
        (" ".join(["Wordwordwor"] * 30), False),
    ],
    ids=["forty words", "more words", "nearly 350 letters", "more letters"],
)
def test_a_title_has_up_to_forty_words_and_350_characters(line: str, is_title: bool) -> None:
    assert split_head([line, LONG, LONG, LONG]).title == (line if is_title else "")


def test_a_title_cut_after_a_word_or_two_is_not_the_same() -> None:
    assert not same_line("Harbour…", TITLE)


@pytest.mark.parametrize(
    "above", [["03.09.2023", LONG, LONG], [LONG]], ids=["much text under a stamp", "a paragraph without a stamp"]
)
def test_text_above_a_known_title_that_may_be_the_articles_stays(above: list[str]) -> None:
    lines = [*above, TITLE, *[f"{LONG} {number}" for number in range(2 if len(above) > 1 else 4)]]
    assert split_head(lines, title=TITLE).body == tuple(line for line in lines if line != "03.09.2023")


@pytest.mark.parametrize(("above", "found"), [(39, True), (40, False)])
def test_a_known_title_is_looked_for_in_forty_lines(above: int, found: bool) -> None:
    lines = [*(f"Buoy {number}" for number in range(above)), TITLE, *[f"{LONG} {number}" for number in range(9)]]
    assert split_head(lines, title=TITLE).body == tuple(lines[above + 1 :] if found else lines)


@pytest.mark.parametrize(("above", "found"), [(38, True), (39, False)])
def test_a_title_that_is_stamped_is_looked_for_in_forty_lines(above: int, found: bool) -> None:
    lines = ["03.09.2023", *["A buoy sank."] * above, TITLE, "16.10.2018", LONG, LONG]
    assert (split_head(lines).title == TITLE) is found


def test_of_titles_with_as_much_below_the_first_counts() -> None:
    lines = [each for title in ("Ice report", "Fog report", "Wind report") for each in (title, "16.10.2018", LONG)]
    assert split_head([*lines, "A word more"]).title == "Ice report"


@pytest.mark.parametrize(("words", "goes"), [(15, True), (16, False)])
def test_a_line_above_a_known_title_goes_where_it_has_up_to_fifteen_words(words: int, goes: bool) -> None:
    lines = ["word " * (words - 1) + "word", TITLE, LONG, LONG]
    assert split_head(lines, title=TITLE).body == tuple(lines[2:] if goes else [lines[0], *lines[2:]])
