"""Which of the changes of a quotation change what it says, as far as single words tell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indexer.search.quotation.diff import Meaning, Stretch
from indexer.search.quotation.meaning_words import MeaningWords, meaning_words
from indexer.search.quotation.numbers import have_other_numbers
from indexer.search.quotation.words import Words, key
from indexer.text import romanisation
from indexer.text.stemmer import stem
from indexer.text.stop_words import FUNCTION_WORDS

_NEAR = 4  # words: what is gone from here and stands so near by has only moved
_NEGATIVE = re.compile(r"(?:un|in|im|il|ir|dis|non|не)(?=\w{4})")
# What stands behind such letters in other words: information, increase, inside.
_OTHER_WORDS = frozenset(
    ("come", "side", "deed", "form", "formation", "crease", "vest", "tend", "port", "press", "pose")
)
# Behind these a "will" or a "may" is no verb.
_OF_NOUNS = frozenset(
    ("the", "a", "their", "our", "his", "its", "political", "free", "good", "common", "own", "of", "this")
)
_PRONOUNS = frozenset(("I", "Je"))
_WEAK_MODALS = frozenset(("need",))

Counts = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sense:
    """By which words two texts are compared: those of a language, and the names of an article, by their keys."""

    language: str
    names: frozenset[str]

    @property
    def words(self) -> MeaningWords:
        return meaning_words(self.language)


def meanings(old: Words, new: Words, found: Sequence[Stretch], sense: Sense) -> list[tuple[Meaning, ...]]:
    """Of each stretch the ways in which it changes the meaning."""
    turns = [_Turn(old, new, each, sense) for each in found]
    changed = [each for each in turns if not each.stretch.same]
    for nth, turn in enumerate(changed):
        for other in changed[nth + 1 : nth + 3]:
            if other.stretch.old[0] - turn.stretch.old[1] <= _NEAR:
                _cancel(turn, other)
    return [tuple(each.meanings()) for each in turns]


@dataclass(slots=True)
class _Turn:
    """A stretch and what it loses and gains of small words; what has only moved is taken from both."""

    old: Words
    new: Words
    stretch: Stretch
    sense: Sense
    lost: Counts = field(default_factory=Counter)
    gained: Counts = field(default_factory=Counter)

    def __post_init__(self) -> None:
        if not self.stretch.same:
            was, now = self._small(self.old, self.stretch.old), self._small(self.new, self.stretch.new)
            self.lost, self.gained = was - now, now - was

    def meanings(self) -> Iterator[Meaning]:
        if self.stretch.same:
            return
        if self._has("negation") or self._is_negated():
            yield "negation"
        if self._has("modal"):
            yield "modal"
        if have_other_numbers(self.old, self.new, self.stretch, self.sense.language) or self._turned("unit"):
            yield "number"
        if self._other_names():
            yield "name"
        if self._turned("quantity"):
            yield "quantity"
        if self._opposed():
            yield "opposite"

    def _small(self, words: Words, span: tuple[int, int]) -> Counts:
        known = self.sense.words
        counts: Counts = Counter()
        for place in range(*span):
            word = words.keys[place]
            if word in known.negations:
                counts["negation", known.negations[word]] += 1
            if word in known.quantities:
                counts["quantity", known.quantities[word]] += 1
            if word in known.units:
                counts["unit", known.units[word]] += 1
            if modal := _modal(words, place, known):
                counts["modal", modal] += 1
        return counts

    def _has(self, kind: str) -> bool:
        lost, gained = (
            {word for (of, word), n in counts.items() if of == kind and n > 0} for counts in (self.lost, self.gained)
        )
        if not lost or not gained:
            return bool((lost | gained) - _WEAK_MODALS)
        return True

    def _turned(self, kind: str) -> bool:
        lost, gained = (
            any(of == kind and n > 0 for (of, _), n in counts.items()) for counts in (self.lost, self.gained)
        )
        return lost and gained

    @property
    def _sides(self) -> tuple[set[str], set[str]]:
        """The words that only one of the two has."""
        was, now = {*self.old.keys[slice(*self.stretch.old)]}, {*self.new.keys[slice(*self.stretch.new)]}
        return was - now, now - was

    def _is_negated(self) -> bool:
        """Legal, illegal."""
        was, now = self._sides
        return any(_negates(one, now) for one in was) or any(_negates(one, was) for one in now)

    def _opposed(self) -> bool:
        was, now = ({stem(word, self.sense.language) for word in side} for side in self._sides)
        return any(self.sense.words.opposites.get(word, frozenset()) & now for word in was)

    def _other_names(self) -> bool:
        was, now = (_names(*side, self.sense) for side in ((self.old, self.stretch.old), (self.new, self.stretch.new)))
        lost, gained = _unlike(was, now), _unlike(now, was)
        if _is_short_for(lost, gained) or _is_short_for(gained, lost):
            return False
        was_only, now_only = self._sides
        return bool((lost and now_only) or (gained and was_only))


def _cancel(one: _Turn, other: _Turn) -> None:
    for lost, gained in ((one.lost, other.gained), (other.lost, one.gained)):
        for each in lost.keys() & gained.keys():
            least = max(0, min(lost[each], gained[each]))
            lost[each] -= least
            gained[each] -= least


def _modal(words: Words, place: int, known: MeaningWords) -> str:
    """The kind of modal that stands there; "have to" is one too."""
    word = words.keys[place]
    behind = words.keys[place + 1] if place + 1 < len(words.keys) else ""
    if word in ("have", "has", "had") and behind == "to":
        return "must"
    if word == "'d":
        return "would"
    if word not in known.modals:
        return ""
    before = words.keys[place - 1] if place else ""
    if word in ("will", "may", "might", "can", "must", "need") and (before in _OF_NOUNS or words.is_capital(place)):
        return ""
    return known.modals[word]


def _negates(word: str, others: set[str]) -> bool:
    prefix = _NEGATIVE.match(word)
    return prefix is not None and word[prefix.end() :] in others and word[prefix.end() :] not in _OTHER_WORDS


def _names(words: Words, span: tuple[int, int], sense: Sense) -> dict[str, str]:
    """By their keys the names among the words, as they are written."""
    places = range(*span)
    return {
        words.keys[place]: words.written(place)
        for place in places
        if words.keys[place] not in sense.words.numbers
        and (_is_known(words, place, sense) or _may_be_name(words, place, sense))
    }


def _is_known(words: Words, place: int, sense: Sense) -> bool:
    """Whether it is part of a name of the article and may be one here."""
    if words.keys[place].removesuffix("'s") not in sense.names:
        return False
    return words.written(place)[0].isupper() or words.is_all_small


def _may_be_name(words: Words, place: int, sense: Sense) -> bool:
    """In German all nouns have a capital."""
    return sense.language != "de" and words.is_capital(place) and words.written(place) not in _PRONOUNS


def _unlike(names: dict[str, str], others: dict[str, str]) -> dict[str, str]:
    """Without those that the others have, in whatever spelling of a name."""
    known = {each for other in others for each in _spellings(other)}
    return {name: written for name, written in names.items() if not _spellings(name) & known}


def _spellings(name: str) -> frozenset[str]:
    bare = name.removesuffix("'s")
    return romanisation.keys(bare) | {bare}


def _is_short_for(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether one is the initials of the other: UN, United Nations."""
    initials = "".join(each[0] for each in other.values())
    return len(one) == 1 and len(other) > 1 and next(iter(one)) == key(initials)


def names_of(names: Sequence[str]) -> frozenset[str]:
    """The keys of the words that names consist of."""
    words = (each for name in names for each in Words(name).keys)
    return frozenset(each for each in words if each not in FUNCTION_WORDS and not each.isdecimal())
