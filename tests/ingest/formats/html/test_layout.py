"""What a page says by its layout alone reaches its text."""

import pytest

from tests.ingest.formats.html.made import STORY, TITLE, article, paragraphs, text_of

ITEMS = ("Decides to open a school for pilots;", "Requests a report in every second year;", "Remains seized of it.")


def items(*texts: str, attributes: str = "") -> str:
    return f"<ol {attributes}>{''.join(f'<li>{each}</li>' for each in texts)}</ol>"


def test_empty_lines_in_a_layout_table_part_paragraphs() -> None:
    cells = (
        f"<td><a href='/'>Home</a><br><a href='/n'>News</a></td><td><b>{TITLE}</b><br><br>{'<br><br>'.join(STORY)}</td>"
    )
    assert text_of(f"<table><tr>{cells}</tr></table>") == list(STORY)


def test_empty_lines_part_paragraphs_inside_one_paragraph_and_its_fonts() -> None:
    assert article(f"<p><font size=2>{'<br> <br>'.join(STORY)}</font></p>") == list(STORY)


def test_a_block_between_line_breaks_stays_where_it_stands() -> None:
    first, second, third = STORY
    assert article(f"<div>{first}<br><br><blockquote>{second}</blockquote>{third}<br><br></div>") == [
        first,
        second,
        third,
    ]


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "<tr><th>Port</th><th>Ships</th></tr><tr><td>Alder</td><td>12</td></tr>"
    assert "| Alder | 12 |" in "\n".join(article(paragraphs(*STORY), f"<table>{rows}</table>"))


@pytest.mark.parametrize(("rows", "stays"), [(11, True), (1, False)])
def test_a_list_in_one_of_many_cells_makes_no_layout_of_a_table(rows: int, stays: bool) -> None:
    row = "<tr><th>Port</th><td>Alder</td><td>Pilots asked for a boat, for lights and for a chart of the ice</td></tr>"
    other = "<tr><th>Port</th><td><ul><li>Birch</li></ul></td><td>12</td></tr>"
    shown = "\n".join(article(paragraphs(*STORY), f"<table>{row * rows}{other}</table>"))
    assert ("| Alder | Pilots asked" in shown) == stays


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        *[("", "1 2 3"), ("start=5", "5 6 7"), ("type=a", "a b c"), ("type=A start=2", "B C D"), ("start=x", "1 2 3")],
        *[("type=i start=3", "iii iv v"), ("type=I start=29", "XXIX XXX XXXI"), ("type=i start=40", "40 41 42")],
        *[("style='list-style-type: lower-roman'", "i ii iii"), ("style='list-style:upper-alpha'", "A B C")],
    ],
)
def test_items_of_a_numbered_list_begin_with_their_numbers(attributes: str, numbers: str) -> None:
    shown = article(paragraphs(*STORY), items(*ITEMS, attributes=attributes))
    assert shown[3:] == [f"{number}. {item}" for number, item in zip(numbers.split(), ITEMS, strict=True)]


def test_an_item_may_give_its_own_number_to_those_below_it() -> None:
    listed = f"<ol><li>{ITEMS[0]}</li><li value=7>{ITEMS[1]}</li><li>{ITEMS[2]}</li></ol>"
    assert [each[:2] for each in article(paragraphs(*STORY), listed)[3:]] == ["1.", "7.", "8."]


def test_a_number_that_is_written_is_not_written_again() -> None:
    shown = article(paragraphs(*STORY), items(*(f"{number}. {item}" for number, item in enumerate(ITEMS, 4))))
    assert [each.lstrip("- ")[:2] for each in shown[3:]] == ["4.", "5.", "6."]


def test_a_number_stands_before_the_first_word_of_an_items_paragraph() -> None:
    shown = article(paragraphs(*STORY), items(*(f"<p><i>{item}</i></p>" for item in ITEMS)))
    assert shown[3:] == [f"{number}. {item}" for number, item in enumerate(ITEMS, 1)]


@pytest.mark.parametrize("attributes", ["class=footnotes", "style='list-style: none'"])
def test_lists_of_notes_and_lists_without_numbers_are_not_numbered(attributes: str) -> None:
    shown = article(paragraphs(*STORY), items(*ITEMS, attributes=attributes))
    assert not [each for each in shown if each[0].isdigit()]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("the treaty<sup>2</sup> of", "the treaty of"),
        ("the treaty<sup><a href='#n2'>2</a></sup> of", "the treaty of"),
        ("the <i>treaty</i><sup>*</sup> of", "the treaty of"),
        ("the treaty,<sup>12</sup> of", "the treaty, of"),
        ("the treaty<sup>[3]</sup> of", "the treaty [3] of"),
        ("the treaty<span class='note'><sup>2</sup></span> of", "the treaty of"),
        ("the treaty<span><i><sup>[3]</sup></i></span> of", "the treaty [3] of"),
        ("five <i>km<sup>2</sup></i> of", "five km2 of"),
        ("<b>the treaty</b><sup>[3]</sup> of", "the treaty [3] of"),
        ("10<sup>6</sup> tons of", "106 tons of"),
        ("five km<sup>2</sup> of", "five km2 of"),
        ("the 1<sup>st</sup> of", "the 1st of"),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_word(written: str, read: str) -> None:
    shown = article(paragraphs(f"They spoke of {written} the sea. {STORY[0]}", *STORY[1:]))
    assert f"They spoke of {read} the sea." in shown[0]


def test_a_notes_own_mark_is_set_apart_from_its_text() -> None:
    assert article(paragraphs(*STORY, "<sup>2</sup>See the report of the pilots on the old harbour."))[-1].startswith(
        "2 See"
    )


def test_an_aside_with_most_of_a_pages_prose_is_the_body() -> None:
    more = [f"Part {number}: {each}" for number, each in enumerate(STORY * 2)]
    assert article(paragraphs(STORY[0]), f"<aside class=sidebar>{paragraphs(*more)}</aside>") == [STORY[0], *more]


def test_an_aside_with_less_is_beside_the_text() -> None:
    beside = [f"Beside {number}: {each}" for number, each in enumerate(STORY)]
    shown = article(
        paragraphs(*STORY, *(f"Once more, {each}" for each in STORY)), f"<aside>{paragraphs(*beside)}</aside>"
    )
    assert not [each for each in shown if each.startswith("Beside")]
