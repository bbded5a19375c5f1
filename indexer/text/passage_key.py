"""What a passage is called by: its words alone, so that it is found wherever they still stand together.

A key is a hash of the words, how many bytes they are, and `.2`, `.3` for the second and third place of the text with
the same words. Punctuation, symbols and layout do not matter; capitals and accents do, for words that differ in them
may be other words.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from indexer.text.plain_words import PlainWords, Span, plain
from indexer.text.runs import Runs, check

_KEY = re.compile(r"([0-9a-f]{4}[0-9a-f]{8})([0-9a-f]{1,6})(?:\.([1-9][0-9]{0,6}))?")
_FEW = 8  # passages whose words are looked for one by one
_LOOKED_FOR = 60  # words of a passage, any of which may stand nowhere before
_SIGNS = 8  # of those that touch a word, at most so many belong to it
_SIGNS_BEFORE, _SIGNS_BEHIND = re.compile(rf"[^\s\w]{{1,{_SIGNS}}}\Z"), re.compile(rf"[^\s\w]{{1,{_SIGNS}}}")


def keys(text: str, passages: Sequence[Span], wanted: Sequence[Span]) -> list[str]:
    """The keys of some of a text's passages. Of few of them no more is read than themselves, unless something before
    may have the same words."""
    found = [plain(text[slice(*each)]) for each in wanted]
    written = [each.encode("utf-8", "surrogatepass") for each in found]
    if len(wanted) <= _FEW and all(_is_first(text, *each) for each in zip(wanted, found, strict=True)):
        return [_key(words) for words in written]
    numbers = _earlier(text[: max(end for _, end in wanted)], passages, wanted, written)
    return [
        _numbered(_key(words), before) if words else _key_of_signs(text, passages, span)
        for words, before, span in zip(written, numbers, wanted, strict=True)
    ]


def find(text: str, passages: Sequence[Span], key: str) -> Span | None:
    """Where the words of a key stand; of several places the one it was made for, as far as can be told. None where
    they stand together no more, and for whatever is no key."""
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    digest, size, number = match[1], int(match[2], 16), int(match[3] or 1)
    if not size:
        alike = [each for each in passages if _digest(_signs(text, each)) == digest]
        return alike[min(number, len(alike)) - 1] if alike else None
    words = PlainWords(text, passages)
    places = _places(words.all, digest, size)
    if not places:
        return None
    first = places[min(number, len(places)) - 1]
    return _shown(text, passages, words, first, size) if _digest(words.all[first : first + size]) == digest else None


def _places(words: bytes, digest: str, size: int) -> list[int]:
    """Where these words begin; of places with one hash, one is looked at."""
    firsts, hashes = Runs(words).checked(size, int(digest[:4], 16))
    each, where = np.unique(hashes, return_index=True)
    right = [_digest(words[first : first + size]) == digest for first in firsts[where].tolist()]
    found: list[int] = firsts[np.isin(hashes, each[right])].tolist()
    return found


def _shown(text: str, passages: Sequence[Span], words: PlainWords, first: int, size: int) -> Span:
    """The passage that has these words, or they with the signs that touch them."""
    start, end = words.span(first, size)
    whole = next((each for each in passages if each[0] <= start < each[1]), None)
    if (
        whole
        and words.first(whole) == first
        and len(plain(text[slice(*whole)]).encode("utf-8", "surrogatepass")) == size
    ):
        return whole
    before = _SIGNS_BEFORE.search(text[max(0, start - _SIGNS) : start])
    behind = _SIGNS_BEHIND.match(text, end)
    return start - len(before.group()) if before else start, behind.end() if behind else end


def _earlier(text: str, passages: Sequence[Span], wanted: Sequence[Span], written: Sequence[bytes]) -> list[int]:
    """How many places before each of them have the same words."""
    words = PlainWords(text, passages)
    firsts = np.array([words.first(each) for each in wanted], np.int64)
    sizes = np.array([len(each) for each in written], np.int64)
    found: list[int] = Runs(words.all).earlier(firsts, sizes).tolist()
    return found


def _is_first(text: str, span: Span, words: str) -> bool:
    """Whether a word of it stands nowhere before, as nearly always: then nothing before has the same words."""
    looked_for = words.split(" ", _LOOKED_FOR)[:_LOOKED_FOR]
    longest = max(looked_for, key=len)  # mostly it is enough
    return text.find(longest, 0, span[0]) < 0 or any(text.find(word, 0, span[0]) < 0 for word in looked_for)


def _key_of_signs(text: str, passages: Sequence[Span], span: Span) -> str:
    """Of a passage without any word, such as a row of stars."""
    signs = _signs(text, span)
    earlier = sum(_signs(text, each) == signs for each in passages if each < span)
    return _numbered(f"{_digest(signs)}0", earlier)


def _signs(text: str, span: Span) -> bytes:
    return "".join(text[slice(*span)].split()).encode("utf-8", "surrogatepass")


def _key(words: bytes) -> str:
    return f"{_digest(words)}{len(words):x}"


def _digest(words: bytes) -> str:
    return f"{check(words):04x}{blake2b(words, digest_size=4).hexdigest()}"


def _numbered(key: str, earlier: int) -> str:
    return f"{key}.{earlier + 1}" if earlier else key
