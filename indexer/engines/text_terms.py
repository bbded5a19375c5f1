"""The terms of a text: its words as they stand, and their stems by the rules of its language."""

from collections.abc import Iterable, Iterator
from itertools import chain

from indexer.text import digit_groups
from indexer.text.acronyms import acronym, are_capitals, is_pronoun
from indexer.text.analysis import fold_word, is_unspaced, loose_terms, terms, words_of
from indexer.text.memo import Memo
from indexer.text.stemmer import LANGUAGES, stem


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
