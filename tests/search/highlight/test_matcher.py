import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Article, Passage, Provenance
from indexer.query.parser import parse
from indexer.query.tree import DisMax, Word
from indexer.search.highlight.highlight_terms import HighlightTerm, highlight_terms
from indexer.search.highlight.matcher import MatchFinder
from indexer.search.highlight.snippets import Highlighter
from indexer.text import analysis
from indexer.text.stemmer import stem

TEXT = """The delegation met refugees’ families and a Refugee council. Nobody fled.

Countering terrorism means counter-terrorist work; the U.N. helps with co-operation.

Mr. Évariste O'Brien spoke of Straße 10,000 and of l'Union. The council of refugees met."""


def article(text: str, title: str = "A council for refugees") -> Article:
    spans = [match.span() for match in re.finditer(r"[^\n](?:.|\n(?!\n))*", text)]
    cut = tuple(Passage(number, start, end) for number, (start, end) in enumerate(spans, 1))
    return Article("a", title, text, Provenance("a.txt", "", "", "text"), passages=cut)


def marked(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in Highlighter(parse(typed).tree).text(article(text))]


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("refugee", ["refugees", "Refugee", "refugees"]),
        ('"refugee"', ["Refugee"]),
        ("countered acts", ["Countering", "counter"]),
        ("cooperation UN", ["U.N", "co-operation"]),
        ("evariste obrien", ["Évariste", "O'Brien"]),
        ("strasse union 10000", ["Straße", "10,000", "Union"]),
        ('"council of refugees"', ["council of refugees"]),
        ('"refugee council"', ["Refugee council"]),
        ('"counter terrorist"', ["counter-terrorist"]),
        ('"refugee nobody"~1', ["Refugee", "Nobody"]),
        ('"refugee nobody"~0', []),
        ("refugee -council", ["refugees", "Refugee", "refugees"]),
        ("NOT council", []),
        ("title:council", []),
        ("person:brien person:evariste", ["Évariste"]),
        ("type:council", []),
        ("the refugee", ["refugees", "Refugee", "refugees"]),
        ("the", ["The", "the", "The"]),
        ("date:2017", []),
        ("", []),
    ],
)
def test_marks_follow_what_matched_in_the_texts_own_spelling(typed: str, pieces: list[str]) -> None:
    assert marked(TEXT, typed) == pieces


def test_variants_of_one_word_are_all_marked() -> None:
    tree = DisMax((Word("nobody", exact=True), Word("families", exact=True)), typed="fam*")
    assert [TEXT[start:end] for start, end in Highlighter(tree).text(article(TEXT))] == ["families", "Nobody"]


def test_a_character_that_is_a_word_is_marked_behind_digits_and_letters() -> None:
    assert marked("On 2017年 the A国 met", '"年" OR "国"') == ["年", "国"]


def test_of_many_variants_only_whole_words_are_marked() -> None:
    tree = DisMax(
        tuple(Word(term, exact=True) for term in ("met", "nobody", *(f"t{n}" for n in range(99)))), typed="*t*"
    )
    text = "Metal comets, met “met” at comet/met: nobody"
    assert [text[:start].count(" ") for start, _ in Highlighter(tree).text(article(text))] == [2, 3, 5, 6]


def test_the_title_has_its_own_marks() -> None:
    assert Highlighter(parse("title:council refugees").tree).title(article(TEXT)) == ((2, 9), (14, 22))


def test_passages_with_most_of_the_words_win_and_are_shown_as_read() -> None:
    text = "\n\n".join(["filler words here", "a treaty", "a treaty and a charter", "charter charter", "a charter"])
    shown = next(Highlighter(parse("treaty charter").tree).each([article(text)], limit=2))
    assert [each.text for each in shown.passages] == ["a treaty and a charter", "charter charter"]
    assert shown.matching == 4
    assert [each.text[start:end] for each in shown.passages for start, end in each.marks] == [
        "treaty",
        "charter",
        "charter",
        "charter",
    ]


def test_without_a_match_in_the_text_the_first_passage_is_shown_unmarked() -> None:
    shown = next(Highlighter(parse("elsewhere").tree).each([article(TEXT)]))
    assert [(each.passage.number, each.marks) for each in shown.passages] == [(1, ())]
    assert shown.matching == 0


def test_an_article_without_passages_shows_none() -> None:
    assert next(Highlighter(parse("word").tree).each([article("")])).passages == ()


_WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """refugee Refugees REFUGEE'S réfugiés U.N. UN un. co-operation cooperation l’Union union dying die died
        10,000 10000 ﬁrst first Straße STRASSE Каза́нь Казань ёлки елки Российской России 联合国 国 naïve O'Brien
        don't the of""",
    )
)
_GAPS = st.sampled_from([" ", "  ", "\n\n", "-", ", ", "/", " “", "_", "'", "."])


@st.composite
def _texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.tuples(_WORDS, _GAPS), max_size=25))
    return "".join(word + gap for word, gap in pieces)


def _expected(
    text: str, language: str, sought: list[str], row: tuple[str, ...], distance: int
) -> Iterator[tuple[int, int, int]]:
    tokens = list(analysis.tokens(text))
    for number, word in enumerate(sought):
        alike = (token for token in tokens if stem(token.term, language) == stem(word, language))
        yield from ((token.start, token.end, number) for token in alike)
    for first in range(len(tokens) - len(row) + 1):
        window = tokens[first : first + len(row)]
        if tuple(token.term for token in window) == row:
            yield window[0].start, window[-1].end, len(sought)
    for first in range(len(tokens)):
        yield from ((t.start, t.end, len(sought) + 1) for t in _window(tokens[first:], row, distance))


def _window(tokens: list[analysis.Token], terms: tuple[str, ...], distance: int) -> list[analysis.Token]:
    """The first token and the next ones that complete the terms, where so many others at most are among them."""
    missing, found = list(terms), []
    for token in tokens[: len(terms) + distance]:
        if token.term in missing:
            missing.remove(token.term)
            found.append(token)
        if not found:
            return []
    return found if not missing else []


@given(
    texts=st.lists(st.tuples(_texts(), st.sampled_from(["", "fr", "nl", "sr", "kk"])), min_size=1, max_size=3),
    words=st.lists(_WORDS, min_size=1, max_size=3),
    quoted=st.lists(_WORDS, min_size=2, max_size=3),
    distance=st.integers(0, 4),
)
def test_exactly_the_forms_of_the_words_phrases_and_near_words_are_found(
    texts: list[tuple[str, str]], words: list[str], quoted: list[str], distance: int
) -> None:
    row = tuple(analysis.terms(" ".join(quoted)))
    terms = list(dict.fromkeys(analysis.terms(" ".join(words))))
    sought = [HighlightTerm(words={term}) for term in terms]
    sought += [HighlightTerm(phrases={row}), HighlightTerm(proximities={(row, distance)})]
    many = HighlightTerm(terms={f"nowhere{number}" for number in range(100)})
    together = [list(map(tuple, found)) for found in MatchFinder([*sought, many]).find_each(texts)]
    for (text, language), found in zip(texts, together, strict=True):
        assert found == sorted(_expected(text, language, terms, row, distance))
        assert found == list(map(tuple, MatchFinder(sought).find(text, language)))


@given(text=_texts(), words=st.lists(_WORDS, min_size=1, max_size=3))
def test_marks_lie_in_the_text_and_do_not_overlap(text: str, words: list[str]) -> None:
    marks = Highlighter(parse(" OR ".join(words)).tree).text(article(text))
    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert all(before[1] <= after[0] for before, after in pairwise(marks))


@pytest.mark.parametrize(
    ("typed", "text", "language"),
    [
        ("travail travailler", "un travail, pour travailler", "fr"),
        ("ciudad ciudades", "la ciudad y las ciudades", "es"),
        ("Österreich", "Besuch in Oesterreich", "de"),
        ("Oesterreich", "Besuch in Österreich", "de"),
        ("unwillingness", "the unwillingness of all", "en"),
    ],
)
def test_each_word_is_marked_by_the_language_of_the_text(typed: str, text: str, language: str) -> None:
    found = MatchFinder(highlight_terms(parse(typed).tree)).find(text, language)
    assert len({start for start, _, _ in found}) == len(typed.split())


def test_words_stand_near_each_other_and_in_a_row_within_one_text_only() -> None:
    finder = MatchFinder(highlight_terms(parse('"observer status" "council treaty"~9').tree))
    assert list(finder.find_each([("the council and an observer", ""), ("status of the treaty", "")])) == [[], []]
