from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Article, Passage, Provenance
from tests.web.archive import FERRY, place
from web.article.body import paragraphs


def text_of(article: Article, marks: list[tuple[int, int]]) -> list[str]:
    return ["".join(piece.text for run in each.runs for piece in run.pieces) for each in paragraphs(article, marks)]


def test_every_paragraph_is_there_and_each_passage_begins_where_it_does() -> None:
    made = paragraphs(FERRY, ())
    assert text_of(FERRY, []) == FERRY.text.split("\n\n")
    assert [run.passage for each in made for run in each.runs if run.passage] == list(FERRY.passages)


def test_a_passage_that_begins_inside_a_paragraph_is_anchored_there() -> None:
    text = "First sentence. Second sentence."
    split = Article("a", "A", text, Provenance("a", "", "", ""), passages=(Passage(1, 0, 16), Passage(2, 16, 32)))
    (only,) = paragraphs(split, ())
    assert [(run.passage, run.pieces[0].text) for run in only.runs] == [
        (split.passages[0], "First sentence. "),
        (split.passages[1], "Second sentence."),
    ]


def test_marks_are_numbered_through_the_whole_text() -> None:
    marks = [(0, 3), (FERRY.text.index("treaty names"), FERRY.text.index("treaty names") + 6)]
    hits = [piece.hit for each in paragraphs(FERRY, marks) for run in each.runs for piece in run.pieces if piece.marked]
    assert hits == [1, 2]


def test_a_mark_over_the_edge_of_a_quotation_is_one_place() -> None:
    start, end = place(FERRY.text, "from now on,” said Marta")
    cut = [piece for each in paragraphs(FERRY, [(start, end)]) for run in each.runs for piece in run.pieces]
    marked = [(piece.text, piece.hit) for piece in cut if piece.marked]
    assert marked == [("from now on,", 1), ("” said Marta", 0)]


@given(
    st.text(alphabet="ab .\n\r\t\u2028", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
    st.lists(st.integers(0, 60), max_size=4),
)
def test_no_letter_is_lost_or_moved_whatever_the_text(
    text: str, marks: list[tuple[int, int]], begins: list[int]
) -> None:
    passages = tuple(Passage(n, at, at + 1) for n, at in enumerate(sorted(set(begins)), 1) if at < len(text))
    shown = "".join(text_of(Article("a", "A", text, Provenance("a", "", "", ""), passages=passages), marks))
    assert shown.replace("\n", "") == text.replace("\n", "")


def test_a_mark_that_reaches_over_others_is_there_behind_them_too() -> None:
    text = "one two three\n\nfour five"
    shown = paragraphs(Article("a", "A", text, Provenance("a", "", "", "")), ((0, len(text) - 5), (4, 7)))
    marked = [[piece.text for run in each.runs for piece in run.pieces if piece.marked] for each in shown]
    assert marked == [["one two three"], ["four"]]
