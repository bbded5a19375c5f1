"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from dataclasses import dataclass

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
    names: dict[NameField, tuple[Sequence, ...]]

    @property
    def title_stems(self) -> Sequence:
        return tuple(map(stem, self.title))

    @property
    def text_stems(self) -> Sequence:
        return tuple(map(stem, self.text))


def streams(article: Article) -> Streams:
    names = {field: tuple(tuple(terms(value)) for value in FACETS[field].values(article)) for field in NAME_FIELDS}
    return Streams(tuple(terms(article.title)), tuple(terms(article.text)), names)
