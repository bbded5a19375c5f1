"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from indexer.article import Article
from indexer.fields import FACETS, NAME_FIELDS, NameField
from indexer.search.analysis import stem, terms

Sequence = tuple[str, ...]
Cut = TypeVar("Cut")


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


class Kept(dict[str, Cut]):
    """What `cut` makes of pieces of text, kept: what stands between two spaces is mostly something seen before."""

    def __init__(self, cut: Callable[[str], Cut], most: int = 200_000) -> None:
        super().__init__()
        self._cut, self._most = cut, most

    def __missing__(self, piece: str) -> Cut:
        made = self._cut(piece)
        if len(piece) <= 60:
            if len(self) >= self._most:
                self.clear()
            self[piece] = made
        return made

    def pieces(self, text: str) -> Iterator[Cut]:
        """Those of a whole text, in its order: no term spans white space."""
        return map(self.__getitem__, text.split())


def _stem_all(piece: str) -> Sequence:
    return tuple(map(stem, terms(piece)))


_words = Kept[Sequence](lambda piece: tuple(terms(piece)))
_stems = Kept[Sequence](_stem_all)
_spaced_words = Kept[str](lambda piece: " ".join(terms(piece)))
_spaced_stems = Kept[str](lambda piece: " ".join(_stem_all(piece)))


def words(text: str) -> Sequence:
    return tuple(chain.from_iterable(_words.pieces(text)))


def stems(text: str) -> Sequence:
    return tuple(chain.from_iterable(_stems.pieces(text)))


def spaced_words(text: str) -> str:
    """The terms of a text with spaces between them, for engines that read them so."""
    return " ".join(_spaced_words.pieces(text))


def spaced_stems(text: str) -> str:
    return " ".join(_spaced_stems.pieces(text))


def name_words(article: Article) -> dict[NameField, tuple[Sequence, ...]]:
    """The words of each value of each name field."""
    return {field: tuple(_words[value] for value in FACETS[field].values(article)) for field in NAME_FIELDS}


def streams(article: Article) -> Streams:
    title, text = article.title, article.text
    return Streams(words(title), words(text), stems(title), stems(text), name_words(article))
