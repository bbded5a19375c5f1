"""A name in another script or another country's spelling: Khachaturov is also Хачатуров, Khatchatourov, Chatschaturow.

Names that the authority files do not know. Which words are names, the archive itself shows: they stand in capitals.
Quoted words stay as they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.engines.engine import Reader
from indexer.query.tree import And, DisMax, Query, Word, mapped
from indexer.search.rewrite.same_names import same_names
from indexer.text import analysis
from indexer.text.romanisation import keys
from indexer.text.stemmer import stem
from indexer.text.stop_words import FUNCTION_WORDS

_SHORTEST = 5  # letters of a name, and
_BESIDE = 3  # of one beside it
_RARE = 20  # articles: a word that more have is a name only where it looks like one
_FEW = 0.002  # of all articles: so many are rare as well
_MOST_FORMS = 16
_MOST_WORDS = 16  # of a query: articles are read for each
_OF_NAMES = re.compile(
    "(?:[oe]va?|[oe]ff|sk[iy][iyj]?|enk[oa]|[cč]h?uk|yan|dze|vili|[oe]vi[cčć]h?)$|kh|zh|shch|chtch|tsch|^tch"
)
# No name of Cyrillic letters ends so; ordinary words, which need not be looked up, do.
_NO_NAMES = re.compile(
    "(?:ings?|[st]ions?|ally|ly|[dgnrst]ed|ness|ments?|it(?:y|ies)|[ai]bl[ey]|ics|tic|omic|ical|[ai][tr]es?|i[sz]e[sd]?"
    "|ists?|isms?|ives?|ships?|[ae]nces?|ous|[uoi]al|ular|ometry|ers|ors|ths?|ck|ght)$"
)


def transliterated(reader: Reader, query: Query) -> Query:
    """Each such name becomes a `DisMax` of itself, first, and the words of the index that are the same name."""
    return _Names(reader).widened(query)


@dataclass(frozen=True, slots=True)
class _Names:
    reader: Reader

    def widened(self, query: Query) -> Query:
        if isinstance(query, And):
            return And(tuple(self._together(query.parts)))
        if isinstance(query, Word):
            return self._word(query)
        if isinstance(query, DisMax):
            return self._known(query)
        return mapped(query, self.widened)

    def _together(self, parts: Sequence[Query]) -> Iterator[Query]:
        """Beside a name that is written otherwise elsewhere, a given name may be so too, however short or common."""
        found = [*map(self.widened, parts[:_MOST_WORDS]), *parts[_MOST_WORDS:]]
        names = [isinstance(each, DisMax) and each != part for each, part in zip(found, parts, strict=True)]
        for nth, (part, other) in enumerate(zip(parts, found, strict=True)):
            beside = any(names[max(0, nth - 1) : nth + 2])
            yield self._word(part, beside=True) if beside and part is other and isinstance(part, Word) else other

    def _known(self, known: DisMax) -> Query:
        """One of the authority files, which may not know all of its spellings."""
        itself = known.parts[0]
        found = self.widened(itself) if isinstance(itself, Word | And) else itself
        if found == itself:
            return known
        stems = {stem(each.term) for each in known.parts if isinstance(each, Word)}
        more = found.parts[1:] if isinstance(found, DisMax) else (found,)
        new = (each for each in more if not isinstance(each, Word) or stem(each.term) not in stems)
        return replace(known, parts=(*known.parts, *new))

    def _word(self, word: Word, *, beside: bool = False) -> Query:
        if not self._may_be_name(word, beside=beside):
            return word
        others = same_names(self.reader, word.field, analysis.POSSESSIVE.sub("", word.typed))[:_MOST_FORMS]
        return DisMax((word, *(as_word(each, word) for each in others)), typed=word.typed) if others else word

    def _may_be_name(self, word: Word, *, beside: bool) -> bool:
        if word.field not in ("any", "title") or word.exact or word.is_acronym:
            return False
        term = analysis.fold_word(word.typed)
        if len(term) < (_BESIDE if beside else _SHORTEST) or term in FUNCTION_WORDS or _NO_NAMES.search(term):
            return False
        if not (beside or _OF_NAMES.search(term)):
            articles = self.reader.document_frequency(word.field, term)
            if articles > max(_RARE, self.reader.count * _FEW):
                return False
        return bool(keys(analysis.POSSESSIVE.sub("", word.typed)))


def as_word(term: str, like: Word) -> Word:
    """A word of the index that stands for another one."""
    return Word(term, like.field, exact=True, typed=term.capitalize())
