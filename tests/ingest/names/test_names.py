import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.authority import load
from indexer.ingest.names import Names, names_in
from tests.machine import cpu_bound

from .conftest import Read

_PIECES = st.sampled_from(
    [
        "CSTO",
        " ",
        "\n\n",
        "’s",
        "-",
        ".",
        "J",
        "Ki",
        "moon",
        "Secretary",
        "General",
        "of",
        "the",
        "ОДКБ",
        "İ",
        "ß",
        "№",
        "(",
    ]
)


def test_mentions_are_offsets_into_the_text_and_not_the_title(read: Read) -> None:
    text = "He left Armenia for the OSCE."
    names = read(text, title="CSTO news")
    assert [(m.name, text[m.start : m.end]) for m in names.mentions] == [("Armenia", "Armenia"), ("OSCE", "OSCE")]
    assert names.organisations == ("CSTO", "OSCE")


def test_names_come_in_the_order_of_their_first_mention(read: Read) -> None:
    names = read("NATO spoke first. The OSCE spoke next, then NATO again, in Vienna and in Minsk.")
    assert names.organisations == ("NATO", "OSCE")
    assert names.places == ("Vienna", "Minsk")


def test_an_empty_article_names_nobody(read: Read) -> None:
    assert read("") == Names()


@given(st.lists(_PIECES | st.text(max_size=4), max_size=40))
def test_every_mention_lies_in_the_text_and_mentions_of_one_kind_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    names = names_in("", text, "", load())
    for kind in ("organisation", "person", "place"):
        end = 0
        for mention in (each for each in names.mentions if each.kind == kind):
            assert end <= mention.start < mention.end <= len(text)
            end = mention.end


_HOSTILE = {
    "initials": "A. ",
    "initials in pairs": "A.B.",
    "titles": "President of the UN ",
    "capitals": "Aaaa ",
    "acronyms taught": "Aa Council (AC) ",
    "companies": "Abc Inc ",
    "short forms": "CSTO Permanent Council ",
    "people": "John Smith ",
    "hyphens": "a-",
    "apostrophes": "'",
    "links": "of the ",
    "blank": " \n",
    "bodies": "Otter Committee of Tides and ",
    "lists": "Committee on Tides, Otters, ",
    "tickers": "Otter <OTK> ",
    "brackets": "<Otter and Otter",
    "towns": "in Otterbank, Vt. ",
    "doubtful towns": "Lincoln, ",
    "rivers": "Otter River ",
    "secretaries": "SEC Haldane ",
    "surnames": "President Haldanes ",
    "the Gulf": "Gulf of Salisbury ",
}


@pytest.mark.parametrize("piece", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_time_grows_with_the_length_of_a_hostile_text(piece: str, read: Read) -> None:
    read(piece)
    short, long = (min(_seconds((piece * length)[:length], read) for _ in range(3)) for length in (20_000, 160_000))
    # three times the ratio for a busy machine: a square takes sixty-four times as long
    assert long < max(24 * short, 0.2)


def _seconds(text: str, read: Read) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


def test_many_namesakes_do_not_make_it_slow(read: Read) -> None:
    letters = "abcdefghijklmnop"
    text = " ".join(f"Mr {a.upper()}{b}{c}{d} Smith," for a in letters for b in letters for c in letters for d in "xyz")
    with cpu_bound(20):
        read(text)


def test_a_name_goes_on_over_a_line_break_but_not_over_a_paragraph(read: Read) -> None:
    assert read("The Secretary-\nGeneral Kofi\nAnnan met the General\nAssembly.").people == ("Kofi Annan",)
    assert read("He told of Kofi\n\nAnnan is a surname.").people == ()


def test_forms_that_begin_with_a_mark_or_a_small_letter_are_found(tmp_path: Path) -> None:
    own = """
        [[organisation]]
        name = "Otterbank Circle"
        variants = ["“Otterbank”", "circle of Otterbank", "77 of Otterbank"]
        [[organisation]]
        name = "—"
    """
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    authority = load(tmp_path)
    for text in (
        "It joined “Otterbank” last.",
        "It joined the circle of Otterbank.",
        "It joined the 77 of Otterbank — late.",
    ):
        assert names_in("", text, "", authority).organisations == ("Otterbank Circle",)
    assert names_in("", "It joined the Circle Of otterbank.", "", authority).organisations == ()


def test_a_company_at_the_very_end_of_a_text_is_named(read: Read) -> None:
    names = read("Otter Kettle Trading Inc rose, and so did Otter Ltd. It holds Otter")
    assert names.organisations == ("Otter Kettle Trading Inc", "Otter Ltd")
