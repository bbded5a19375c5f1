"""What a query looks for in a text: its distinct words and phrases, without what it excludes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from indexer.fields import FACETS, NAMED_FACETS, QueryField
from indexer.query.tree import DisMax, Leaf, Not, Phrase, Query, Said, SpanNear, parts
from indexer.text import analysis
from indexer.text.digit_groups import groups
from indexer.text.stemmer import stem
from indexer.text.stop_words import FUNCTION_WORDS

# A name's words are marked where they stand in the text; the words of type:news or language:en would only be noise.
_MARKED_FIELDS: frozenset[QueryField] = frozenset(
    {"any", "title", *(each for each in NAMED_FACETS if FACETS[each].in_text)}
)

_GROUPED = 4  # digits of a number that may be written in groups


@dataclass(slots=True)
class HighlightTerm:
    """One thing looked for, in all its forms: exact terms, words by their stems, acronyms, terms in a row, terms near
    each other. `said`: only where a speaker says it whom that fits."""

    terms: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    phrases: set[tuple[str, ...]] = field(default_factory=set)
    proximities: set[tuple[tuple[str, ...], int]] = field(default_factory=set)
    title_only: bool = False
    said: Said | None = None

    @property
    def is_function_word(self) -> bool:
        others = (self.terms, self.acronyms, self.phrases, self.proximities)
        return not any(others) and self.words <= FUNCTION_WORDS

    def seeks_anything(self) -> bool:
        return any((self.terms, self.words, self.acronyms, self.phrases, self.proximities))

    def add(self, leaf: Leaf) -> None:
        if isinstance(leaf, Phrase) and len(leaf.terms) == 1:
            self.terms.add(leaf.terms[0])
        elif isinstance(leaf, Phrase):
            self.phrases.add(leaf.terms)
        elif isinstance(leaf, SpanNear):
            self.proximities.add((leaf.terms, leaf.distance))
        elif leaf.is_acronym:
            self.acronyms.add(leaf.term)
        elif leaf.exact:
            self.terms.add(leaf.term)
        elif len(characters := tuple(analysis.terms(leaf.term))) > 1:  # of a script without spaces
            self.phrases.add(characters)
        else:
            self.words.add(leaf.term)
            if leaf.term.isdigit() and len(leaf.term) >= _GROUPED:
                self.phrases.add(groups(leaf.term))

    @property
    def likeness(self) -> tuple[object, ...]:
        """Equal for two of which one marks what the other does."""
        stems, terms, acronyms = ({*map(stem, self.words)}, self.terms, self.acronyms)
        by = self.said and (self.said.by, self.said.names)
        return self.title_only, by, stems, terms, acronyms, self.phrases, self.proximities


def highlight_terms(query: Query) -> list[HighlightTerm]:
    """In the order of the query, each once; function words only where nothing else is looked for."""
    found: list[HighlightTerm] = []
    for leaves, said in _wanted(query):
        marked = [leaf for leaf in leaves if leaf.field in _MARKED_FIELDS]
        target = HighlightTerm(title_only=all(leaf.field == "title" for leaf in marked), said=said)
        for leaf in marked:
            target.add(leaf)
        alike = [other for other in found if other.likeness == target.likeness]
        for other in alike:
            other.words |= target.words  # which may be two words in another language
        if marked and not alike:
            found.append(target)
    return [target for target in found if not target.is_function_word] or found


def _wanted(query: Query, said: Said | None = None) -> Iterator[tuple[list[Leaf], Said | None]]:
    if isinstance(query, Leaf):
        yield [query], said if query.field == "any" else None
    elif not isinstance(query, Not):
        own = query if isinstance(query, Said) else said
        found = [each for part in parts(query) for each in _wanted(part, own)]
        yield from (
            [(list(chain.from_iterable(leaves for leaves, _ in found)), own)] if isinstance(query, DisMax) else found
        )
