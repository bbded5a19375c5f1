"""Names that an article has introduced, wherever else they stand in it."""

from collections import defaultdict
from collections.abc import Iterator

from indexer.authority.words import BREAK, Words


def repeated(words: Words, names: dict[tuple[str, ...], str]) -> Iterator[tuple[int, int, str]]:
    """First and last word and display name of each place of these folded words, capitalised; of two the longer."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[0]].add(len(name))
    done = 0
    for index in words.capitals if names else ():
        if index >= done and words.folded[index] in lengths:
            length = _longest(words, index, lengths[words.folded[index]], names)
            if length:
                done = index + length
                yield index, done - 1, names[tuple(words.folded[index:done])]


def _longest(words: Words, index: int, lengths: set[int], names: dict[tuple[str, ...], str]) -> int:
    for length in sorted(lengths, reverse=True):
        end = index + length
        if (
            end <= len(words.folded)
            and tuple(words.folded[index:end]) in names
            and BREAK not in words.gaps[index + 1 : end]
        ):
            return length
    return 0
