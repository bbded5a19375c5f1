import random
import re
from collections.abc import Callable

import pytest

from indexer.article import Article, Provenance
from indexer.ingest.interviews.turns import Turn
from indexer.ingest.passages import passages_of
from indexer.text.passage_key import find, keys

_PLAIN_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
_LATIN = ["the", "ferry", "harbour", "Treaty", "naïve", "signed", "on", "19", "council", "said", "pilot", "of", "co-op"]
_HAN = "外交部发言人表示会谈将继续进行"


def words(text: str) -> list[str]:
    return _PLAIN_WORD.findall(text)


def made(text: str, turns: tuple[Turn, ...] = ()) -> Article:
    return Article("a", "A", text, Provenance("a", "", "", ""), passages=passages_of(text, turns))


def sentence(rng: random.Random) -> str:
    if rng.random() < 0.1:
        return "".join(rng.choices(_HAN, k=rng.randint(5, 40))) + "。"
    chosen = rng.choices(_LATIN, k=rng.randint(3, 30))
    return f"{' '.join(chosen).capitalize()} {rng.choice(['n', ''])}{rng.randint(1, 400)}."


def paragraph(rng: random.Random) -> str:
    return " ".join(sentence(rng) for _ in range(rng.choice([1, 1, 2, 4, 30])))


def story(rng: random.Random) -> list[str]:
    """Some paragraphs come again, some are long, some are stars."""
    found = [paragraph(rng) for _ in range(rng.randint(1, 12))]
    for _ in range(rng.randint(0, 3)):
        found.insert(rng.randint(0, len(found)), rng.choice([*found, "* * *"]))
    return found


def edited(rng: random.Random, paragraphs: list[str]) -> list[str]:
    found = list(paragraphs)
    at = rng.randrange(len(found))
    match rng.choice(["insert", "delete", "replace", "sentence", "punctuation"]):
        case "insert":
            found.insert(at, paragraph(rng))
        case "delete" if len(found) > 1:
            del found[at]
        case "sentence":
            sentences = found[at].split(". ")
            sentences[rng.randrange(len(sentences))] = sentence(rng).rstrip(".")
            found[at] = ". ".join(sentences)
        case "punctuation":
            found[at] = f"«{found[at].replace(',', ' –').replace('.', '!')}»"
        case _:
            found[at] = paragraph(rng)
    return found


def stands_in(part: list[str], whole: list[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


@pytest.mark.parametrize("seed", range(40))
def test_a_key_lives_as_long_as_its_words_stand_together_and_never_means_others(seed: int) -> None:
    rng = random.Random(seed)
    paragraphs = story(rng)
    before = made("\n\n".join(paragraphs))
    known = [*zip(before.passage_keys(before.passages), map(before.passage_text, before.passages), strict=True)]
    assert len({key for key, _ in known}) == len(known)
    for _ in range(4):
        paragraphs = edited(rng, paragraphs)
        now = made("\n\n".join(paragraphs))
        for key, text in known:
            stretch = now.stretch(key)
            if words(text) and stands_in(words(text), words(now.text)):
                assert stretch is not None
            if stretch is not None:
                assert words(now.text[slice(*stretch)]) == words(text)


def test_each_of_several_passages_with_the_same_words_is_found_at_its_own_place() -> None:
    twice, other = "Twice said, twice heard. " * 50, "Other words stand here. " * 50
    before = made("\n\n".join([twice, other, twice.replace(",", ";")]))
    kept = before.passage_keys(before.passages)
    assert [key.partition(".")[2] for key in kept] == ["", "", "2"]
    now = made("\n\n".join(["A new beginning. " * 12, twice, "More. " * 9, other, twice, "The end. " * 20]))
    places = [now.stretch(key) or (0, 0) for key in kept]
    starts = [now.text.index("Twice"), now.text.index("Other"), now.text.rindex(twice.strip())]
    assert [start for start, _ in places] == starts
    assert words(now.text[slice(*places[2])]) == words(twice)


def test_a_number_beyond_those_there_are_means_the_last_place() -> None:
    text, spans = "Ah, oh. Ah oh! Ah: oh?", [(0, 7), (8, 14), (15, 22)]
    first, second, third = keys(text, spans, spans)
    assert (second, third) == (f"{first}.2", f"{first}.3")
    assert [find(text, spans, key) for key in (first, second, third, f"{first}.77")] == [*spans, spans[2]]


@pytest.mark.parametrize(
    "text", ["la " * 9_000, "ab" * 9_000, "外交部发言人" * 900, "One two. " * 400 + "Three. " * 500]
)
def test_a_passage_in_a_text_that_repeats_itself_has_a_key_of_its_own(text: str) -> None:
    article = made(text)
    found = article.passage_keys(article.passages)
    assert len({*found}) == len(found) > 7
    assert [article.stretch(key) for key in found] == [(each.start, each.end) for each in article.passages]


@pytest.mark.parametrize("seed", range(20))
def test_a_key_is_the_same_whichever_others_are_made_with_it(seed: int) -> None:
    article = made("\n\n".join(story(random.Random(seed)) * 3))
    together = article.passage_keys(article.passages)
    assert together == [key for each in article.passages for key in article.passage_keys([each])]


@pytest.mark.parametrize(
    "change", [str.lower, lambda text: text.replace("ï", "i"), lambda text: text.replace("हि", "ही")]
)
def test_other_letters_are_other_words(change: Callable[[str], str]) -> None:
    text = "The naïve ferry. हिन्दी."
    (key,) = keys(text, [(0, len(text))], [(0, len(text))])
    assert change(text) != text
    assert find(change(text), [(0, len(text))], key) is None


@pytest.mark.parametrize(
    ("text", "other"),
    [("a plumless pear", "a buckeroo pear"), ("the art", "the artist"), ("cart is", "car tis"), ("1 3 1", "2 1 2")],
)
def test_words_that_resemble_each_other_are_told_apart(text: str, other: str) -> None:
    (key,) = keys(text, [(0, len(text))], [(0, len(text))])
    assert find(other, [(0, len(other))], key) is None
    both = f"{other}, {text}."
    assert find(both, [(0, len(both))], key) == (len(other) + 2, len(both))


def test_stars_are_called_by_themselves() -> None:
    text, spans = "* * *\n\nWords.\n\n***\n\n—", [(0, 5), (7, 13), (15, 18), (20, 21)]
    found = keys(text, spans, spans)
    assert len({*found}) == 4
    assert [find(text, spans, key) for key in found] == spans
    assert find("Words.", [(0, 6)], found[0]) is None


def test_an_answer_keeps_its_key_when_an_earlier_one_is_longer() -> None:
    def told(opening: str) -> Article:
        text = f"{opening}\n\nWhy?\n\nBecause it is so."
        at = len(opening) + 2
        return made(text, (Turn((at, at + 4), (at + 6, len(text)), "Orla Salt"),))

    before, now = told("Orla Salt speaks."), told("Orla Salt speaks again. " * 50)
    key = before.passage_keys(before.passages)[-1]
    assert key == now.passage_keys(now.passages)[-1]


def test_keys_are_the_same_on_every_machine_and_in_every_release() -> None:
    """Links have been made with them."""
    texts = ["The ferry, signed.", "Паромы «наивны».", "外交部。", "हिन्दी ก็ e\u0301", "***"]
    assert [keys(text, [(0, len(text))], [(0, len(text))])[0] for text in texts] == [
        "379ae304a89910",
        "f60739a1129f19",
        "2ff3c360a1c2b",
        "514e4651b6591e",
        "00803f7097830",
    ]


@pytest.mark.parametrize(
    "odd", ["", "1", "#", "x" * 9_000, "0" * 15 + ".0", "0" * 15 + ".01", "٣" * 15, "A" * 15, "\ud800"]
)
def test_whatever_is_no_key_stands_nowhere(odd: str) -> None:
    assert find("Words of it.", [(0, 12)], odd) is None


def test_a_text_without_passages_has_no_keys() -> None:
    assert keys("", [], []) == []
    assert find("", [], "0" * 15) is None
    assert keys("Words.", [(0, 6)], []) == []
