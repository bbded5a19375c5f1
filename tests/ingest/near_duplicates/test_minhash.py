"""A sketch holds the numbers that its definition says, however they are reckoned: earlier ones are stored."""

import re
import zlib

from hypothesis import example, given
from hypothesis import strategies as st

from indexer.ingest.near_duplicates.minhash import SKETCH_SIZE, Sketch, sketch

UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:[.,/-]\d+)*")
SPELLED = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"}
ALL = (1 << 64) - 1


def mixed(value: int) -> int:
    """splitmix64, one number at a time."""
    value = (value + 0x9E3779B97F4A7C15) & ALL
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & ALL
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & ALL
    return value ^ (value >> 31)


def short(value: int) -> int:
    """Four bits for how large it is, of 16 sizes the last for all that are smaller, and the 20 bits below its first."""
    bits = value.bit_length()
    return ((bits - 49) << 20) + ((value - (1 << (bits - 1))) >> (bits - 21)) if bits >= 49 else 0


def plain(text: str, title: str) -> Sketch:
    words = WORD.findall(text)
    hashes = [zlib.crc32(word.casefold().encode()) for word in words]
    runs = {
        short(mixed(mixed((mixed((mixed(one) + two) & ALL) + three) & ALL)))
        for one, two, three in zip(hashes, hashes[1:], hashes[2:], strict=False)
    }
    numbers = {word for word in words if word[0].isdigit() or word in SPELLED}
    names = {word.casefold() for word in words if word[0].isupper()}
    headline = {word.casefold() for word in WORD.findall(title)}
    kinds = (sorted({mixed(zlib.crc32(word.encode())) >> 48 for word in kind}) for kind in (numbers, names, headline))
    return Sketch.of(len(runs), *(kind[:SKETCH_SIZE] for kind in (sorted(runs), *kinds)))


WORDS = st.sampled_from(
    ["The", "quay", "Quay", "14", "1,400.5", "two", "5Th", "STRAßE", "ΣΑΣ", "他说", "İzmir", "x-1", "_"]
)
TEXTS = st.lists(WORDS | st.text(max_size=4), max_size=300).map(" ".join)


@given(TEXTS, TEXTS)
@example("", "")
@example("one", "One")
@example("one two", "")
@example(" ".join(f"word{index}" for index in range(400)), " ".join(f"Word{index}" for index in range(400)))
def test_a_sketch_is_what_its_definition_says(text: str, title: str) -> None:
    assert sketch(text, title) == plain(text, title)


@given(TEXTS)
def test_a_letter_outside_ascii_elsewhere_changes_no_words(text: str) -> None:
    assert set(sketch(f"{text} ы").numbers) == set(sketch(text).numbers)
