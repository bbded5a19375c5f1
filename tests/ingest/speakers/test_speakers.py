"""Attribution against texts marked by hand; all people and events in them are invented, but for the sample corpus."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.article import Quotation
from indexer.authority import load
from indexer.ingest.corpus import walk
from indexer.ingest.interviews.turns import Turn, turns_of
from indexer.ingest.names import Mention, names_in
from indexer.ingest.read import read_file
from indexer.ingest.speakers import quotations_in, speakers_of
from tests.machine import cpu_bound

ROOT = Path(__file__).parents[3]
GOLD: dict[str, Any] = json.loads((ROOT / "tests/gold/quotes.json").read_text())
MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
BESIDE, BEFORE = "written_beside_the_rules", "written_before_they_were_tried"
# Measured when each set was complete; they may only rise.
FLOORS = {BESIDE: (1.0, 0.95), BEFORE: (1.0, 0.86), "corpus": (1.0, 0.84)}


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    found: int
    hit: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.wanted)


def unmarked(marked: str) -> tuple[str, list[Quotation]]:
    wanted, taken = [], 0
    for match in MARKED.finditer(marked):
        start = match.start() - taken
        wanted.append(Quotation(start, start + len(match[2]), match[1]))
        taken += len(match.group()) - len(match[2])
    return MARKED.sub(r"\2", marked), wanted


def found_in(text: str, title: str = "") -> tuple[Quotation, ...]:
    """Those that are given to somebody by name."""
    names = names_in(title, text, "", load())
    found = quotations_in(text, names.mentions, turns_of(text, title, names.people))
    return tuple(each for each in found if each.speaker)


def said(marked: str) -> dict[str, str]:
    text, _ = unmarked(marked)
    return {text[quote.start : quote.end].strip(): quote.speaker for quote in found_in(text)}


def same(one: Quotation, other: Quotation) -> bool:
    return one.speaker == other.speaker and one.start < other.end and other.start < one.end


def score(pairs: list[tuple[list[Quotation], list[Quotation]]]) -> Score:
    right = sum(any(same(quote, other) for other in wanted) for found, wanted in pairs for quote in found)
    hit = sum(any(same(quote, other) for other in found) for found, wanted in pairs for quote in wanted)
    return Score(right, sum(len(found) for found, _ in pairs), hit, sum(len(wanted) for _, wanted in pairs))


def corpus_pairs() -> list[tuple[list[Quotation], list[Quotation]]]:
    pairs = []
    for entry in walk(ROOT / "corpus", 50):
        for each in read_file(ROOT / "corpus", entry.path, "", load()).articles:
            text = each.article.text
            here = [gold for gold in GOLD["corpus"] if gold["path"] == entry.path]
            starts = [(text.index(gold["words"]), gold["speaker"]) for gold in here]
            wanted = [Quotation(start, start + 20, speaker) for start, speaker in starts]
            pairs.append((list(found_in(text, each.article.title)), wanted))
    return pairs


def pairs_of(name: str) -> list[tuple[list[Quotation], list[Quotation]]]:
    if name == "corpus":
        return corpus_pairs()
    texts = [unmarked(item["text"]) for item in GOLD[name]]
    return [(list(found_in(text)), wanted) for text, wanted in texts]


@pytest.mark.parametrize("name", FLOORS)
def test_attribution_stays_above_its_floors(name: str) -> None:
    measured = score(pairs_of(name))
    precision, recall = FLOORS[name]
    assert measured.precision >= precision, measured
    assert measured.recall >= recall, measured


def test_the_gold_is_large_enough_to_mean_something() -> None:
    marked = sum(len(MARKED.findall(item["text"])) for name in (BESIDE, BEFORE) for item in GOLD[name])
    assert marked + len(GOLD["corpus"]) >= 60


@pytest.mark.parametrize("item", GOLD[BESIDE], ids=lambda item: str(item["id"]))
def test_nobody_is_given_words_that_are_not_theirs(item: dict[str, str]) -> None:
    text, wanted = unmarked(item["text"])
    wrong = [quote for quote in found_in(text) if not any(same(quote, other) for other in wanted)]
    assert wrong == []


def test_an_office_speaks_for_the_one_who_holds_it_in_this_article() -> None:
    text = "CSTO Secretary General Anton Weiss met the press. “It is done,” said the CSTO Secretary General."
    assert said(text) == {"It is done,": "Anton Weiss"}


def test_an_office_that_two_people_hold_speaks_for_neither() -> None:
    text = (
        "Minister Anton Weiss of Health and Minister Pavel Orlov of Trade came. Minister Anton Weiss sat down, and so "
        "did Minister Pavel Orlov. “It is done,” said the Minister."
    )
    assert said(text) == {}


def test_the_quoting_of_a_treaty_is_not_speech() -> None:
    assert said("Pavel Orlov said the treaty promises “peace between all its members”.") == {}


def test_the_answers_of_an_interview_are_quotations_as_wholes_and_hold_those_of_others() -> None:
    text = "- How?\n\n- Slowly. “Festina lente,” said Anton Weiss.\n\n- Why?\n\n- Who knows."
    answer, second = text.index("- Slowly"), text.index("- Who")
    turns = (
        Turn((0, 6), (answer, text.index("\n\n- Why")), "Maria Lind"),
        Turn(None, (second, len(text)), "Maria Lind"),
    )
    mentions = [Mention("person", "Anton Weiss", text.index("Anton"), text.index("Anton") + 11)]
    found = quotations_in(text, mentions, turns)
    assert [(each.kind, each.speaker) for each in found] == [
        ("turn", "Maria Lind"),
        ("direct", "Anton Weiss"),
        ("turn", "Maria Lind"),
    ]


def test_a_turn_without_a_known_speaker_is_nobodys() -> None:
    text = "- How?\n\n- Slowly."
    found = quotations_in(text, (), (Turn((0, 6), (8, len(text))),))
    assert found == (Quotation(8, len(text), "", "turn", None, (0, 6)),)
    assert speakers_of(found) == ()


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "«",
        "»",
        "„",
        " said ",
        "Maria Lind",
        " he said",
        ": ",
        ", ",
        ". ",
        "\n\n",
        "Minister ",
        "the ",
        "’s",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_quotes_are_disjoint_pieces_of_the_text_in_order(text: str) -> None:
    mentions = [
        Mention("person", "Maria Lind", match.start(), match.end()) for match in re.finditer("Maria Lind", text)
    ]
    quotes = quotations_in(text, mentions)
    ends = [end for quote in quotes for end in (quote.start, quote.end)]
    assert ends == sorted(ends)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()
        assert quote.speaker in ("", "Maria Lind")
        assert quote.cue
        assert text[slice(*quote.cue)].strip()


@pytest.mark.parametrize(
    "text",
    [
        "“" * 200_000,
        '" said the ' * 40_000,
        "“x,” said the Minister of " * 20_000,
        "“x” he said. " * 20_000,
        "A" + " B" * 300_000,
        "Minister " * 60_000 + "“x,” said he",
        "“x x,” he said, " * 20_000,
        "said that he said “x x” " * 20_000,
        " " * 300_000 + "“x,” said " + " " * 300_000,
        "“x, he said " * 20_000,
    ],
    ids=["openers", "straight", "offices", "pronouns", "capitals", "ministers", "no-stop", "that", "blank", "unclosed"],
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    with cpu_bound(20):
        assert not speakers_of(quotations_in(text, ()))
