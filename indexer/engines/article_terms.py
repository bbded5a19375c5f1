"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from indexer.article import Article
from indexer.fields import FACETS, NAME_FIELDS, NameField
from indexer.text.analysis import fold_word, stem, terms

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


def _cut(piece: str) -> tuple[str, str]:
    """The words of a piece of text, and their stems, with spaces between them."""
    bare = piece.strip(_EDGES)
    if bare != piece:
        return _cuts[bare]
    found = [fold_word(piece)] if piece.isascii() and piece.isalpha() else terms(piece)
    return " ".join(found), " ".join(map(stem, found))


_EDGES = '.,;:!?()[]<>"“”'  # signs that belong to no word that they stand before or behind
_cuts = Kept[tuple[str, str]](_cut)


def spaced(text: str) -> tuple[str, str]:
    """The words of a text and their stems, with spaces between them. No term spans white space: the text is cut there,
    and each piece is looked up."""
    found, stemmed = zip(*map(_cuts.__getitem__, text.split() or [""]), strict=True)
    return " ".join(found), " ".join(stemmed)


def words(text: str) -> Sequence:
    return tuple(spaced(text)[0].split())


def streams(article: Article) -> Streams:
    (title, title_stems), (text, text_stems) = spaced(article.title), spaced(article.text)
    names = {field: tuple(map(words, FACETS[field].values(article))) for field in NAME_FIELDS}
    return Streams(
        title=tuple(title.split()),
        text=tuple(text.split()),
        title_stems=tuple(title_stems.split()),
        text_stems=tuple(text_stems.split()),
        names=names,
    )
