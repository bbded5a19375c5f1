"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from indexer.article import Article
from indexer.fields import FACETS, NAME_FIELDS, NameField
from indexer.search.analysis import stem, terms

Sequence = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Streams:
    """Folded terms in reading order. A stem stands at its word's place, so both forms have equal lengths.

    `names` keeps the words of each value of a field apart: a phrase never reaches from one value into the next.
    """

    title: Sequence
    text: Sequence
    title_stems: Sequence
    text_stems: Sequence
    names: dict[NameField, tuple[Sequence, ...]]


class Cuts(dict[str, Sequence]):
    """The terms of pieces of text, kept: what stands between two spaces is mostly something seen before."""

    def __init__(self, cut: Callable[[str], Iterable[str]], most: int = 200_000) -> None:
        super().__init__()
        self._cut, self._most = cut, most

    def __missing__(self, piece: str) -> Sequence:
        made = tuple(self._cut(piece))
        if len(piece) <= 60:
            if len(self) >= self._most:
                self.clear()
            self[piece] = made
        return made

    def of(self, text: str) -> Sequence:
        """The terms of a whole text: none of them spans white space."""
        return tuple(chain.from_iterable(map(self.__getitem__, text.split())))


_words = Cuts(terms)
_stems = Cuts(lambda piece: map(stem, terms(piece)))


def streams(article: Article) -> Streams:
    names = {field: tuple(_words[value] for value in FACETS[field].values(article)) for field in NAME_FIELDS}
    title, text = article.title, article.text
    return Streams(_words.of(title), _words.of(text), _stems.of(title), _stems.of(text), names)
