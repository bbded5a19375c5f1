"""Words that others write apart or together: counterterrorism, counter-terrorism and counter terrorism are one, and so
are 73450 and 73 450.

The archive says which: a word is parted where both parts are words that are not much rarer, and two words are joined
where some article has them so.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from indexer.engines.engine import Reader, SearchRequest
from indexer.fields import QueryField
from indexer.query.terms import together
from indexer.query.tree import And, DisMax, Not, Phrase, Query, Required, Word, mapped
from indexer.text import digit_groups
from indexer.text.analysis import is_unspaced
from indexer.text.stop_words import FUNCTION_WORDS, function_words

_FIRST, _SECOND = 3, 4  # letters at least of the parts of a compound: the second must be no ending
_RARER = 4  # times that a part may be rarer than the compound
_MOST = 24  # words of a query that are looked at


def with_compounds(reader: Reader, query: Query) -> Query:
    """The same query, whose words stand for what they are together or apart as well."""
    if isinstance(query, And):
        return _Compounds(reader).side_by_side(query.parts)
    if isinstance(query, Word | Phrase):
        return _Compounds(reader).apart(query)
    return query if isinstance(query, DisMax) else mapped(query, lambda part: with_compounds(reader, part))


@dataclass(frozen=True, slots=True)
class _Compounds:
    reader: Reader

    def side_by_side(self, parts: Sequence[Query]) -> Query:
        looked_at = parts[:_MOST]
        found = dict(self._joined(looked_at))
        made = [
            _or(part, found[nth]) if nth in found else with_compounds(self.reader, part)
            for nth, part in enumerate(looked_at)
        ]
        return together([*made, *parts[_MOST:]])

    def _joined(self, parts: Sequence[Query]) -> Iterator[tuple[int, Query]]:
        """The word that those beside each other make, by the place of each of them."""
        at = 0
        while at < len(parts):
            run = _run(parts[at:])
            length, word = self._first(run)
            if word:
                yield from ((at + nth, word) for nth in range(length))
            at += length

    def _first(self, run: Sequence[Word]) -> tuple[int, Query | None]:
        """What the first words of a run make, and how many these are. One that is much rarer than they are is a slip
        rather than a word, and does not rank."""
        if len(run) > 1 and (length := _digits(run)) > 1:
            return length, _as_one(run[:length])
        if len(run) < 2 or not _may_be_joined(run[:2], function_words(each.term for each in run)):
            return 1, None
        one, known = _as_one(run[:2]), self.reader.document_frequency
        articles = known(one.field, one.term)
        if not articles:
            return 1, None
        is_slip = articles * _RARER < min(known(each.field, each.term) for each in run[:2])
        return 2, Not(Not(one)) if is_slip else one

    def apart(self, leaf: Word | Phrase) -> Query:
        if isinstance(leaf, Phrase):
            numbers = digit_groups.dotted(leaf.typed, self.reader.languages)
            whole = numbers and "".join(leaf.terms) == numbers[0]
            return DisMax((leaf, Word(numbers[0], leaf.field, typed=leaf.typed)), typed=leaf.typed) if whole else leaf
        if leaf.term.isdigit() and "," in leaf.typed:
            exact = Word(leaf.term, leaf.field, exact=True, typed=leaf.typed)
            return DisMax((leaf, exact), typed=leaf.typed) if self._has_decimal_commas() else leaf
        pairs = tuple(Phrase(pair, leaf.field, typed=" ".join(pair)) for pair in self._parts(leaf))
        return DisMax((leaf, *pairs), typed=leaf.typed) if pairs else leaf

    def _has_decimal_commas(self) -> bool:
        return not digit_groups.WITH_COMMA.isdisjoint(self.reader.languages)

    def _parts(self, word: Word) -> Iterator[tuple[str, str]]:
        if not _may_be_parted(word):
            return
        term, articles = word.term, self.reader.document_frequency(word.field, word.term)
        for end in range(_FIRST, len(term) - _SECOND + 1):
            pair = term[:end], term[end:]
            if self._are_words(pair, word.field, articles) and (articles or self._stand_together(pair, word.field)):
                yield pair

    def _are_words(self, pair: tuple[str, str], name: QueryField, articles: int) -> bool:
        """The second is looked up first: most ends are none."""
        known, least = self.reader.document_frequency, articles // _RARER
        return FUNCTION_WORDS.isdisjoint(pair) and all(known(name, part) > least for part in reversed(pair))

    def _stand_together(self, pair: tuple[str, str], name: QueryField) -> bool:
        """Asked of what no article has as one word: it may be misspelt."""
        return self.reader.search(SearchRequest(Phrase(pair, name), limit=0)).total > 0


def _may_be_parted(word: Word) -> bool:
    plain = word.term.isalpha() and not is_unspaced(word.term) and len(word.term) >= _FIRST + _SECOND
    return plain and not word.exact and not word.is_acronym and word.field in ("any", "title")


def _may_be_joined(words: Sequence[Word], functional: frozenset[str]) -> bool:
    return all(each.term.isalpha() and not is_unspaced(each.term) and each.term not in functional for each in words)


def _or(part: Query, other: Query) -> Query:
    """Of a word that has to be there, the other has to be instead."""
    if isinstance(part, Required):
        return Required(_or(part.part, other))
    return DisMax((part, other), typed=_typed(part))


def _run(parts: Collection[Query]) -> list[Word]:
    """The plain words at the beginning that are looked for in one field."""
    run: list[Word] = []
    for each in parts:
        part = each.part if isinstance(each, Required) else each
        if not isinstance(part, Word) or part.exact or part.is_acronym or part.field not in ("any", "title"):
            break
        if run and run[0].field != part.field:
            break
        run.append(part)
    return run


def _digits(run: Sequence[Word]) -> int:
    """How many words at the beginning are one number in groups of three digits."""
    if not (run[0].term.isdigit() and len(run[0].term) <= 3):
        return 0
    length = 1
    while length < len(run) and run[length].term.isdigit() and len(run[length].term) == 3:
        length += 1
    return length


def _as_one(words: Sequence[Word]) -> Word:
    term = "".join(each.term for each in words)
    return Word(term, words[0].field, typed="".join(each.typed for each in words))


def _typed(part: Query) -> str:
    return part.typed if isinstance(part, Word) else ""
