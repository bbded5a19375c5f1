"""Words in a row, and words near each other, around a word that was found in a text."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from indexer.search import analysis
from indexer.search.analysis import Token

Row = tuple[str, ...]


def back(text: str, position: int) -> int:
    """The beginning of the run of non-space around the position."""
    while position and not text[position - 1].isspace():
        position -= 1
    return position


class Surroundings:
    """The words around one, cut when they are first asked for."""

    def __init__(self, text: str, centre: Token) -> None:
        self._text = text
        self._centre = centre
        self._before: list[Token] = []
        self._after: list[Token] = []

    def in_a_row(self, row: Row, index: int) -> tuple[int, int] | None:
        """Where the row stands around the centre, which is its term at the index."""
        after = self.after(len(row) - index - 1)
        if tuple([token.term for token in after]) != row[index + 1 :]:
            return None
        before = self.before(index)
        if tuple([token.term for token in before]) != row[:index]:
            return None
        return (before[0] if before else self._centre).start, (after[-1] if after else self._centre).end

    def after(self, wanted: int) -> list[Token]:
        if len(self._after) < wanted:
            self._after = list(islice(analysis.tokens(self._text, self._centre.end), wanted))
        return self._after[:wanted]

    def before(self, wanted: int) -> list[Token]:
        reach = 8 * wanted - 6  # characters: for one word, just into the run before
        position = self._centre.start
        while len(self._before) < wanted:
            start = back(self._text, max(0, position - reach))
            self._before = list(analysis.tokens(self._text, start, position))
            reach *= 2
            if start == 0:
                break
        return self._before[-wanted:] if wanted else []


def near(text: str, tokens: Sequence[Token], wanted: Row, distance: int) -> Iterator[Token]:
    """Those of the tokens that have all wanted terms together, so many other words at most among them; some come
    more than once. `tokens` are all that the text has of the wanted terms."""
    gaps = [0]
    for before, after in pairwise(tokens):
        gaps.append(analysis.count(text, before.end, after.start, distance + 1))
    for first in range(len(tokens)):
        yield from _window(tokens, gaps, first, list(wanted), distance)


def _window(tokens: Sequence[Token], gaps: Sequence[int], first: int, missing: list[str], others: int) -> list[Token]:
    """The first token and those behind it that complete the terms; empty where more than so many others are among
    them. `gaps` counts the words before each token that are not among the tokens."""
    window = []
    for at in range(first, len(tokens)):
        if tokens[at].term in missing:
            missing.remove(tokens[at].term)
            window.append(tokens[at])
        else:
            others -= 1
        if others < 0:
            return []
        if not missing:
            return window
        others -= gaps[at + 1] if at + 1 < len(tokens) else 0
    return []
