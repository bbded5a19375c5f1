"""The terms of one article, as every engine indexes them: four streams of text and the words of its names."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from indexer.article import Article
from indexer.fields import FACETS, NAMED_FACETS, NameField, QueryField
from indexer.query.tree import Word
from indexer.text import digit_groups
from indexer.text.acronyms import acronym, are_capitals, is_pronoun
from indexer.text.analysis import fold_word, is_unspaced, loose_terms, terms, words_of
from indexer.text.memo import Memo
from indexer.text.stemmer import LANGUAGES, stem, stems
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


class _Cuts(Memo[tuple[str, str]]):
    """What stands between two spaces is mostly something seen before."""

    def __init__(self, language: str) -> None:
        super().__init__(self._cut, 50_000 if language else 200_000)
        self._language = language

    def _cut(self, piece: str) -> tuple[str, str]:
        """The words of a piece of text, and their stems, with spaces between them."""
        bare = piece.strip(_EDGES)
        if bare != piece:
            return self[bare]
        found = [fold_word(piece)] if piece.isascii() and piece.isalpha() else terms(piece)
        loose = loose_terms(piece) if is_unspaced(piece) else found
        if not piece.isalpha() and any(map(str.isdigit, piece)):
            loose = self._with_numbers(loose, piece)
        stemmed = [stem(term, self._language) for term in loose]
        if not piece.islower():
            stemmed += filter(None, map(acronym, words_of(piece)))
        return " ".join(found), " ".join(stemmed)

    def _with_numbers(self, found: list[str], piece: str) -> list[str]:
        """Numbers in groups as one, and of decimals what stands before and behind the comma."""
        parted = digit_groups.decimals(piece, self._language)
        wholes = {before + behind for before, behind in parted}
        kept = (term for term in found if term not in wholes)
        return [*kept, *chain.from_iterable(parted), *digit_groups.dotted(piece, (self._language,))]


FLAT = "flat.stems"
_EDGES = '.,;:!?()[]<>"“”'  # signs that belong to no word that they stand before or behind
_cuts = {language: _Cuts(language) for language in {"", *LANGUAGES, *digit_groups.WITH_COMMA}}


def spaced(text: str, language: str = "") -> tuple[str, str]:
    """The words of a text in a language and their stems, with spaces between them. No term spans white space: the text
    is cut there, and each piece is looked up."""
    pieces = text.split() or [""]
    cuts = _cuts.get(language, _cuts[""])
    found, stemmed = zip(*map(cuts.__getitem__, pieces), strict=True)
    joined, numbers = " ".join(stemmed), digit_groups.spaced_out(text)
    sure = _without_pronouns(pieces, stemmed) if _has_acronym(joined) else (joined,)
    return " ".join(found), " ".join((*sure, *numbers))


def _without_pronouns(pieces: list[str], stemmed: Iterable[str]) -> Iterator[str]:
    """Where all is in capitals, WHO is a pronoun."""
    for place, made in enumerate(stemmed):
        if _has_acronym(made) and is_pronoun(pieces[place].strip(_EDGES)) and are_capitals(pieces, place):
            yield " ".join(each for each in made.split() if not _has_acronym(each))
        else:
            yield made


def _has_acronym(stems: str) -> bool:
    """All else is folded; many scripts have no capitals and no small letters."""
    return stems != stems.lower()


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
    names["url"] = tuple((key,) for key in (address_key(article.url),) if key)
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
