"""Who said it: words beside a speaker are what he says, `said:` words what anybody says.

typed --bound--> Said nodes --spelt--> words joined with the numbers of speakers, as `engines/said_terms` indexes them

A word ranks as it does anywhere in the article; that it is said only decides which articles match.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from indexer.engines.article_terms import word_terms
from indexer.engines.engine import Reader
from indexer.engines.said_terms import ALL, ANYBODY, MOST_SPEAKERS, NONE, by, name_by, stem_by
from indexer.fields import NameField
from indexer.query.parser import parse
from indexer.query.terms import together
from indexer.query.tree import (
    And,
    DateRange,
    Leaf,
    MatchNone,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Required,
    Said,
    SpanNear,
    Word,
    mapped,
    parts,
)
from indexer.query.unparse import unparse
from indexer.text.stemmer import stem


def bound(query: Query) -> Query:
    """The words beside `speaker:` become what one of these speakers says."""
    return _bound(query) if _names_speech(query) else query


def _names_speech(query: Query) -> bool:
    """Most queries do not: they stay as they are."""
    if isinstance(query, Leaf | Pattern):
        return query.field == "speaker"
    return isinstance(query, Said) or any(map(_names_speech, parts(query)))


def _bound(query: Query) -> Query:
    if not isinstance(query, And | Said):
        return mapped(query, _bound)
    conditions = tuple(_apart(query))
    speakers = tuple(part for part in conditions if is_of_speakers(part))
    if not speakers:
        return together([part if isinstance(part, Said) else _bound(part) for part in conditions])
    whoever = together(speakers, Or)
    return together([_said_by(whoever, part) for part in conditions])


def named(query: Query, names: frozenset[str]) -> Query:
    """What is said is said by one of these; what is not said, by nobody."""
    if isinstance(query, Not) or not names:
        return query
    changed = mapped(query, lambda part: named(part, names))
    return replace(changed, names=names) if isinstance(changed, Said) else changed


def is_said(query: Query) -> bool:
    return isinstance(query, Said) or any(map(is_said, parts(query)))


def apart(query: Query) -> Query:
    """Each word that is said is a condition of its own."""
    if isinstance(query, Said) or (isinstance(query, And) and any(isinstance(part, Said) for part in query.parts)):
        return together(list(_apart(query)))
    return query


def _apart(query: And | Said) -> Iterator[Query]:
    if isinstance(query, And):
        for part in query.parts:
            yield from _apart(part) if isinstance(part, Said) else [part]
    elif isinstance(query.part, And):
        yield from (replace(query, part=part) for part in query.part.parts)
    else:
        yield query


def is_of_speakers(query: Query) -> bool:
    """Whether it is of nothing but speakers, and leaves none of them out."""
    if isinstance(query, Leaf | Pattern):
        return query.field == "speaker"
    return not isinstance(query, Not | Said) and bool(parts(query)) and all(map(is_of_speakers, parts(query)))


def _said_by(whoever: Query, part: Query) -> Query:
    """Its words; what asks for anything else is asked of the article, and of a speaker of its own, of that one."""
    if isinstance(part, Said):
        return replace(part, by=whoever)
    if isinstance(part, And) and any(map(is_of_speakers, part.parts)):
        return _bound(part)
    if isinstance(part, And | Or | Not | Required):
        return mapped(part, lambda each: _said_by(whoever, each))
    return Said(part, whoever) if _has_text(part) else part


def _has_text(query: Query) -> bool:
    if isinstance(query, Leaf | Pattern):
        return query.field == "any"
    return any(map(_has_text, parts(query)))


def as_said(query: Query) -> Query | None:
    """The same words, as somebody says them; None where that is what is asked for, or where no words are."""
    conditions = query.parts if isinstance(query, And) else (query,)
    words = [part for part in conditions if _has_text(part) and not isinstance(part, Not)]
    if not words or _names_speech(query):
        return None
    return together([Said(together(words)), *(part for part in conditions if part not in words)])


def said_in(typed: str) -> str:
    """What was typed, asked for as somebody says it; as it is where it asks for no words, or for a speaker's."""
    tree = parse(typed).tree
    return unparse(as_said(tree) or tree)


def spelt(reader: Reader, query: Query) -> Query:
    """As an engine is asked. An index of a former release knows of nobody what he says: its articles match as though
    nothing were asked of the words beside a speaker."""
    return _Spelling(reader).of(query) if is_said(query) else query


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is asked of articles that have all of the words (`ranked`) or some of them, where somebody says them."""

    reader: Reader
    ranked: Query
    some: Query | None

    def all_by(self, names: frozenset[str] = frozenset()) -> Query:
        """Said by one of them; by anybody where there are none."""
        return spelt(self.reader, named(self.ranked, names))

    def some_by(self, names: frozenset[str] = frozenset()) -> Query | None:
        return self.some and spelt(self.reader, named(self.some, names))


def knows_speech(reader: Reader) -> bool:
    """Whether anybody says anything in the archive; an index of a former release knows of nobody."""
    return bool(reader.terms("sayer", by(ANYBODY, ""), 1))


@dataclass(slots=True)
class _Spelling:
    reader: Reader
    _speakers: dict[tuple[Query | None, frozenset[str]], dict[str, tuple[Query, ...]]] = field(default_factory=dict)
    _knows_speech: bool | None = None

    def of(self, query: Query) -> Query:
        return self._said(query, query.part) if isinstance(query, Said) else mapped(query, self.of)

    def _said(self, said: Said, query: Query) -> Query:
        if isinstance(query, Leaf):
            return self._leaf(said, query)
        if isinstance(query, Said):
            return self.of(query)
        return query if isinstance(query, DateRange) else mapped(query, lambda part: self._said(said, part))

    def _leaf(self, said: Said, leaf: Leaf) -> Query:
        if leaf.field == "title":
            return leaf
        if leaf.field != "any":  # the document that a number names
            return MatchNone()
        if said.by is not None and not self._is_of_today():
            return leaf
        found = [self._by_number(leaf, number, who) for number, who in self._meant(said).items()]
        return And((leaf, Or(tuple(found)))) if found else MatchNone()

    def _is_of_today(self) -> bool:
        if self._knows_speech is None:
            self._knows_speech = knows_speech(self.reader)
        return self._knows_speech

    def _by_number(self, leaf: Leaf, number: str, who: tuple[Query, ...]) -> Query:
        if number != ALL:
            return And((*who, self._spoken(leaf, number)))
        return And((*(who or (_sayer(by(ANYBODY, ALL)),)), *(Not(each) for each in self._unsaid(leaf))))

    def _spoken(self, leaf: Leaf, number: str) -> Query:
        if not isinstance(leaf, Word):
            return replace(leaf, terms=tuple(by(term, number) for term in leaf.terms), field="spoken")
        if leaf.exact and not leaf.is_acronym:
            return _spoken(by(leaf.term, number))
        found = word_terms(leaf, self.reader.languages)
        alike = [each for each in found if stem(each) == each]
        return Or((*(_spoken(stem_by(each, number)) for each in found), *(_spoken(by(each, number)) for each in alike)))

    def _unsaid(self, leaf: Leaf) -> Iterator[Query]:
        """By which an article is known that has these words, but not among those of the one who says most of it."""
        if isinstance(leaf, Phrase):
            ends = combinations(range(len(leaf.terms) + 1), 2)
            yield from (_spoken(by("_".join(leaf.terms[first:last]), NONE)) for first, last in ends)
        elif isinstance(leaf, SpanNear):
            yield from (_spoken(by(term, NONE)) for term in leaf.terms)
        elif leaf.exact and not leaf.is_acronym:
            yield _spoken(by(leaf.term, NONE))
        else:
            yield from (_spoken(stem_by(each, NONE)) for each in word_terms(leaf, self.reader.languages))

    def _meant(self, said: Said) -> dict[str, tuple[Query, ...]]:
        """The numbers that speakers have who may be meant, in any article, each with what such a one is called by."""
        key = (said.by, said.names)
        if key not in self._speakers:
            beginnings = [name_by(name, "") for name in said.names]
            beginnings = beginnings or [by(term, "") for term in _first_terms(said.by)] or [by(ANYBODY, "")]
            found = {number for each in beginnings for number in self._all(each)}
            self._speakers[key] = {number: tuple(_called(said, number)) for number in sorted(found)}
        return self._speakers[key]

    def _all(self, beginning: str) -> list[str]:
        """The numbers behind the terms that begin so."""
        return [each.term[len(beginning) :] for each in self.reader.terms("sayer", beginning, MOST_SPEAKERS + 2)]


def _called(said: Said, number: str) -> Iterator[Query]:
    if said.by:
        yield _joined(said.by, number)
    if said.names:
        yield Or(tuple(_sayer(name_by(name, number)) for name in sorted(said.names)))


def _first_terms(query: Query | None) -> Iterator[str]:
    if isinstance(query, Leaf):
        yield query.term if isinstance(query, Word) else query.terms[0]
    elif query is not None:
        for part in parts(query):
            yield from _first_terms(part)


def _joined(query: Query, number: str) -> Query:
    """A condition of the field `speaker` as one of speakers with this number."""
    if isinstance(query, Word):
        return _sayer(by(query.term, number))
    if isinstance(query, Leaf):
        return replace(query, terms=tuple(by(term, number) for term in query.terms), field="sayer")
    return mapped(query, lambda part: _joined(part, number))


def _sayer(term: str) -> Word:
    return _term(term, "sayer")


def _spoken(term: str) -> Word:
    return _term(term, "spoken")


def _term(term: str, name: NameField) -> Word:
    return Word(term, name, exact=True)
