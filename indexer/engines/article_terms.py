"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from dataclasses import dataclass

from indexer.article import Article
from indexer.fields import FACETS, NAME_FIELDS, NameField, QueryField
from indexer.text.analysis import fold_word, stem, terms
from indexer.text.memo import Memo

Sequence = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """Folded terms in reading order. A stem stands at its word's place, so both forms have equal lengths.

    `names` keeps the words of each value of a field apart: a phrase never reaches from one value into the next.
    """

    title: Sequence
    text: Sequence
    title_stems: Sequence
    text_stems: Sequence
    names: dict[NameField, tuple[Sequence, ...]]


def _cut(piece: str) -> tuple[str, str]:
    """The words of a piece of text, and their stems, with spaces between them."""
    bare = piece.strip(_EDGES)
    if bare != piece:
        return _cuts[bare]
    found = [fold_word(piece)] if piece.isascii() and piece.isalpha() else terms(piece)
    return " ".join(found), " ".join(map(stem, found))


_EDGES = '.,;:!?()[]<>"“”'  # signs that belong to no word that they stand before or behind
_cuts = Memo(_cut, 200_000)  # what stands between two spaces is mostly something seen before


def spaced(text: str) -> tuple[str, str]:
    """The words of a text and their stems, with spaces between them. No term spans white space: the text is cut there,
    and each piece is looked up."""
    found, stemmed = zip(*map(_cuts.__getitem__, text.split() or [""]), strict=True)
    return " ".join(found), " ".join(stemmed)


def words(text: str) -> Sequence:
    return tuple(spaced(text)[0].split())


def article_terms(article: Article) -> ArticleTerms:
    (title, title_stems), (text, text_stems) = spaced(article.title), spaced(article.text)
    names = {field: tuple(map(words, FACETS[field].values(article))) for field in NAME_FIELDS}
    return ArticleTerms(
        title=tuple(title.split()),
        text=tuple(text.split()),
        title_stems=tuple(title_stems.split()),
        text_stems=tuple(text_stems.split()),
        names=names,
    )


def text_field(field: QueryField, *, exact: bool) -> str:
    """What the field is called in an index that keeps its words and their stems apart."""
    if field in ("any", "title"):
        return f"{field}.exact" if exact else f"{field}.stems"
    return f"words.{field}"
