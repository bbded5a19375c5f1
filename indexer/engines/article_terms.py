"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from collections.abc import Collection
from dataclasses import dataclass

from indexer.article import Article
from indexer.authority.offices import office_terms
from indexer.engines.said_terms import said_terms
from indexer.engines.text_terms import spaced
from indexer.fields import FACETS, NAMED_FACETS, NameField, QueryField
from indexer.query.tree import Word
from indexer.text.stemmer import stem, stems
from indexer.text.web_address import address_key

Sequence = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """Folded terms in reading order; what is found in the text is found in the names of its authors too.

    Among the stems stand acronyms that are words in small letters, as they are written (WHO, beside the stem of who),
    numbers that are written in groups of digits, as one, and in the place of characters of scripts without spaces each
    two of them.
    `names` keeps the words of each value of a field apart: a phrase never reaches from one value into the next.
    """

    title: Sequence
    text: Sequence
    title_stems: Sequence
    text_stems: Sequence
    names: dict[NameField, tuple[Sequence, ...]]
    language: str = ""

    @property
    def authors(self) -> tuple[Sequence, ...]:
        return self.names["author"]

    @property
    def author_stems(self) -> Sequence:
        return tuple(stem(word, self.language) for name in self.authors for word in name)


FLAT = "flat.stems"


def both_spaced(article: Article) -> tuple[tuple[str, str], tuple[str, str]]:
    """Of the title and of the text."""
    return spaced(article.title, article.language), spaced(article.text, article.language)


def words(text: str) -> Sequence:
    return tuple(spaced(text)[0].split())


def article_terms(article: Article) -> ArticleTerms:
    (title, title_stems), (text, text_stems) = both_spaced(article)
    names: dict[NameField, tuple[Sequence, ...]] = {
        field: tuple(map(words, FACETS[field].values(article))) for field in NAMED_FACETS
    }
    names["office"] = tuple(map(office_terms, article.offices))
    names["url"] = tuple((key,) for key in (address_key(article.url),) if key)
    names["spoken"], names["sayer"] = (((row,) if row else ()) for row in said_terms(article))
    return ArticleTerms(
        title=tuple(title.split()),
        text=tuple(text.split()),
        title_stems=tuple(title_stems.split()),
        text_stems=tuple(text_stems.split()),
        names=names,
        language=article.language,
    )


def word_terms(word: Word, languages: Collection[str]) -> tuple[str, ...]:
    """What a word is looked up by, in an archive with articles in these languages: each article that matches has one
    of these terms, for it is stemmed by the rules of one language."""
    if word.is_acronym or not word_field(word).endswith(".stems"):
        return (word.term,)
    return stems(word.term, languages)


def word_field(word: Word) -> str:
    """Where a word is looked for: acronyms stand among the stems, typed in quotation marks or not."""
    if word.flat:
        return FLAT
    return text_field(word.field, exact=word.exact and not word.is_acronym)


def text_field(field: QueryField, *, exact: bool) -> str:
    """What the field is called in an index that keeps its words and their stems apart."""
    if field in ("any", "title"):
        return f"{field}.exact" if exact else f"{field}.stems"
    return f"words.{field}"
