"""Headings, in which each word is capitalised, so that capitals tell no name."""

from indexer.authority.words import BREAK, COMMA, Words

_IN_HEADINGS = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "for", "and", "with", "from", "by", "at", "as", "or", "over", "s", "u"]
)
_LONGEST = 20


def is_a_heading(words: Words, first: int, last: int) -> bool:
    """Whether the line around the words has capitalised words only: in "Haldane Praises Harbour Committee" nobody can
    tell the name, in a list of bodies anybody can."""
    begin, end = first, last
    while begin > 0 and first - begin < _LONGEST and words.gaps[begin] != BREAK:
        begin -= 1
    while end + 1 < len(words.written) and end - last < _LONGEST and words.gaps[end + 1] != BREAK:
        end += 1
    if begin and "\n" not in words.text[words.ends[begin - 1] : words.starts[begin]]:
        return False
    if (first == begin or words.gaps[first] == COMMA) and (last == end or words.gaps[last + 1] == COMMA):
        return False
    around = [words.written[at] for at in (*range(begin, first), *range(last + 1, end + 1))]
    return len(around) > 3 and all(word[0].isupper() or word in _IN_HEADINGS or not word.isalpha() for word in around)
