"""Who says it in the article, in which paragraph, and of which parts a quotation is put together."""

from dataclasses import replace

import pytest

from indexer.article import Article, Quotation, QuotationKind
from indexer.engines.engine import Reader
from indexer.search.quotation.check import Checked, check
from tests.search.samples import archive, made

PARAGRAPHS = (
    "A keeper opened the talks in Northport on Monday and praised the ferries of the eastern shore.",
    (
        "“We will light the lantern before the winter storms,” Orla Salt said in Northport. “It will cost the union "
        "a hundred barrels of oil, and the ferries need it more than anybody does.”"
    ),
    (
        "Ivo Brandt told the council: “No captain sails the narrows without a chart. As Orla Salt told me, ‘every ship "
        "leaves before the fog comes down’, and I believe her.”"
    ),
    "The council adopted the ferry treaty by a show of hands. “Hear, hear to the old pilots,” somebody called.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def _quotation(words: str, speaker: str, kind: QuotationKind = "direct") -> Quotation:
    start = TEXT.index(words)
    return Quotation(start, start + len(words), speaker, kind)


ARTICLE = made(
    "talks",
    TEXT,
    title="Talks on the lantern of Northport",
    date="2017-03-01",
    language="en",
    quotations=(
        _quotation("We will light the lantern before the winter storms,", "Orla Salt"),
        _quotation(
            "It will cost the union a hundred barrels of oil, and the ferries need it more than anybody does.",
            "Orla Salt",
        ),
        _quotation(
            "No captain sails the narrows without a chart. As Orla Salt told me, ‘every ship leaves before the fog "
            "comes down’, and I believe her.",
            "Ivo Brandt",
        ),
        _quotation("every ship leaves before the fog comes down", "Orla Salt"),
        _quotation("Hear, hear to the old pilots,", ""),
    ),
)
OTHER = made(
    "later",
    "The league answered. “Our barges carry neither coal nor timber through the upper lock,” Marta Velde said.",
    date="2018",
    language="en",
)
OTHER = replace(OTHER, quotations=(Quotation(OTHER.text.index("Our"), OTHER.text.index("”"), "Marta Velde"),))
READER = archive(ARTICLE, OTHER, made("weather", "rain on the coast and little else for the rest of the week"))


def _shown(article: Article, checked: Checked) -> list[str]:
    return [article.text[each.start : each.end] for each in checked.found]


@pytest.mark.parametrize(
    ("typed", "speaker", "kind"),
    [
        ("We will light the lantern before the winter storms", "Orla Salt", "direct"),
        ("No captain sails the narrows without a chart", "Ivo Brandt", "direct"),
        ("every ship leaves before the fog comes down", "Orla Salt", "direct"),
        ("told me, every ship leaves before the fog comes down, and I believe her", "Orla Salt", "direct"),
        ("Hear, hear to the old pilots", "", "direct"),
        ("The council adopted the ferry treaty by a show of hands", "", None),
        ("Talks on the lantern of Northport", "", None),
    ],
)
def test_who_says_most_of_the_words_says_them(typed: str, speaker: str, kind: str | None) -> None:
    found = check(READER, typed).found[0]
    assert (found.speaker, found.said and found.said.kind) == (speaker, kind)


def test_what_the_article_puts_between_is_no_difference() -> None:
    checked = check(
        READER, "We will light the lantern before the winter storms. It will cost the union a hundred barrels"
    )
    found = checked.found[0]
    assert (checked.verdict, checked.shortened, found.speaker) == ("verbatim", False, "Orla Salt")
    assert [each.text for each in found.changes if each.kind == "between"] == ["Orla Salt said in Northport. "]


def test_words_of_the_article_left_out_without_a_sign_are_a_difference() -> None:
    checked = check(READER, "It will cost the union a hundred barrels, and the ferries need it more than anybody does")
    assert (checked.verdict, checked.found[0].differing) == ("nearly", 2)


def test_an_omission_that_is_shown_is_none() -> None:
    checked = check(READER, "It will cost the union … and the ferries need it more than anybody does")
    assert (checked.verdict, checked.shortened, len(checked.found)) == ("verbatim", True, 1)
    assert [each.text for each in checked.found[0].changes if each.kind == "between"] == ["a hundred barrels of oil, "]


@pytest.mark.parametrize(
    ("typed", "speakers", "reordered"),
    [
        (
            "We will light the lantern before the winter storms and our barges carry neither coal nor timber",
            ["Orla Salt", "Marta Velde"],
            False,
        ),
        (
            "We will light the lantern before the winter storms. No captain sails the narrows without a chart.",
            ["Orla Salt", "Ivo Brandt"],
            False,
        ),
        (
            "No captain sails the narrows without a chart. We will light the lantern before the winter storms.",
            ["Ivo Brandt", "Orla Salt"],
            True,
        ),
        ("the winter storms … The council adopted the ferry treaty by a show of hands", ["Orla Salt", ""], False),
    ],
)
def test_parts_that_lie_apart_are_told_one_by_one(typed: str, speakers: list[str], reordered: bool) -> None:
    checked = check(READER, typed)
    assert (checked.verdict, checked.reordered) == ("assembled", reordered)
    assert [each.speaker for each in checked.found] == speakers
    parts = [checked.text[slice(*each.part)] for each in checked.found]
    assert typed.startswith(parts[0])
    assert typed.endswith(parts[-1])


def test_clauses_of_a_sentence_in_another_order_are_one_place() -> None:
    checked = check(READER, "Before the winter storms we will light the lantern, and not later")
    assert checked.found[0].article == ARTICLE
    turned = check(READER, "Before the winter storms we will light the lantern")
    assert (turned.verdict, turned.reordered, len(turned.found)) == ("nearly", True, 1)


def test_words_in_another_order_are_said_to_be() -> None:
    turned = check(READER, "It will cost a hundred barrels of oil the union, and the ferries need it more than anybody")
    assert (turned.verdict, turned.reordered) == ("nearly", True)
    assert not check(READER, "We will light a lantern before the winter storms").reordered


def test_what_stands_behind_the_quotation_mark_is_none_of_its_words() -> None:
    checked = check(READER, "We will surely light the old lantern before the coming winter storms indeed")
    found = checked.found[0]
    assert (checked.verdict, found.differing) == ("nearly", 4)
    assert ARTICLE.text[found.start : found.end].rstrip("”,").endswith("winter storms")


def test_pieces_too_short_to_be_looked_for_alone_do_no_harm() -> None:
    checked = check(READER, "adopted … by … no … of hands … the ferry treaty … the old pilots, so and so and so")
    assert checked.verdict in ("nothing", "assembled", "nearly", "altered")


def test_a_piece_that_is_nowhere_is_not_forgotten() -> None:
    checked = check(READER, "We will light the lantern before the winter storms … and paint all bicycles blue")
    assert checked.verdict in ("nearly", "altered")
    assert checked.found[0].differing == 5


@pytest.mark.parametrize(
    ("typed", "agrees"),
    [
        ("“We will light the lantern before the winter storms,” said Mrs Salt.", True),
        ("“We will light the lantern before the winter storms,” said Ivo Brandt.", False),
        ("Ivo Brandt: We will light the lantern before the winter storms", False),
        ("“We will light the lantern before the winter storms.”", None),
        ("“The council adopted the ferry treaty by a show of hands,” said Ivo Brandt.", None),
    ],
)
def test_the_speaker_that_is_pasted_is_compared(typed: str, agrees: bool | None) -> None:
    checked = check(READER, typed)
    assert (checked.verdict, checked.found[0].agrees) == ("verbatim", agrees)


def test_of_places_alike_the_one_with_a_speaker_comes_first() -> None:
    echo = made("echo", "We will light the lantern before the winter storms, it was said.", date="2001")
    found = check(archive(ARTICLE, echo), "We will light the lantern before the winter storms").found
    assert [each.article.id for each in found] == ["talks", "echo"]


def test_the_key_of_a_place_leads_to_its_words() -> None:
    found = check(READER, "every ship leaves before the fog comes down").found[0]
    stretch = ARTICLE.stretch(found.key)
    assert stretch is not None
    assert "every ship leaves before the fog comes down" in ARTICLE.text[slice(*stretch)]
    assert stretch[1] - stretch[0] < len("every ship leaves before the fog comes down") + 6


@pytest.mark.parametrize("typed", ["light the lantern", "the lantern", "n't hide", "l’Union"])
def test_the_key_tells_the_place_from_others_with_the_same_words(typed: str) -> None:
    text = "They light the lantern. Whoever sees the lantern of l’Union lights the lantern, and doesn't hide. " * 2
    article = made("one", text)
    found = check(archive(article), typed).found[0]
    stretch = article.stretch(found.key)
    assert stretch is not None
    assert (stretch[0] <= found.start, found.end <= stretch[1] + 2, stretch[1] - stretch[0] < 25) == (True, True, True)


@pytest.mark.parametrize(
    ("typed", "paragraph"), [("every ship leaves before the fog", 2), ("adopted the ferry treaty by a show", 3)]
)
def test_the_context_is_the_paragraph(typed: str, paragraph: int) -> None:
    first, last = check(READER, typed).found[0].context
    assert ARTICLE.text[first:last] == PARAGRAPHS[paragraph]


def test_of_a_long_paragraph_the_context_is_sentences_around() -> None:
    long = made(
        "long", f"{'The pilots slept well. ' * 60}We will light the lantern tonight. {'The boats lay still. ' * 60}"
    )
    found = check(archive(long), "We will light the lantern tonight").found[0]
    shown = long.text[slice(*found.context)]
    assert shown.startswith("The pilots slept well. ")
    assert shown.endswith("The boats lay still.")
    assert "lantern tonight" in shown
    assert 300 < len(shown) < 700


def test_a_paragraph_without_sentences_is_cut_at_words() -> None:
    long = made("long", f"{'pilots slept ' * 200}we will light the lantern tonight {'boats lay ' * 200}")
    first, last = check(archive(long), "we will light the lantern tonight").found[0].context
    shown = long.text[first:last]
    assert shown.split()[0] in ("pilots", "slept")
    assert shown.split()[-1] in ("boats", "lay")
    assert len(shown) < 900


def _phrases() -> Reader:
    tails = ("of the upper lake", "of this old harbour", "of our lighthouse", "of the narrow sound", "of the pilots")
    return archive(
        *(
            made(f"s{n}", f"Allow me to congratulate you warmly on your election as keeper {tail}. {'And so on. ' * n}")
            for n, tail in enumerate(tails)
        )
    )


def test_a_phrase_that_everybody_uses_is_no_quotation() -> None:
    typed = "Allow me to congratulate you warmly on your election as patron saint against seagulls"
    assert check(_phrases(), typed).verdict == "nothing"
    assert check(_phrases(), "Allow me to congratulate you warmly on your election as keeper").verdict == "verbatim"


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("Hear, hear", "verbatim"),
        ("Hear, pilots", "nothing"),
        ("the old pilots", "verbatim"),
        ("the young pilots", "nothing"),
        ("hear to the young pilots", "nearly"),
        ("hear to two young pilots", "nothing"),
    ],
)
def test_a_short_quotation_is_found_where_it_is_nearly_word_for_word(typed: str, verdict: str) -> None:
    assert check(READER, typed).verdict == verdict
