"""People by the grammar of their names: titles, initials and given names among the words that no body covers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.ingest.authority import Authority
from indexer.ingest.authority.words import SAME, Words
from indexer.ingest.names.evidence import Evidence
from indexer.ingest.names.known import bare
from indexer.ingest.names.vocabulary import words_of
from indexer.search.analysis import fold_word

_NEVER = words_of("common") | words_of("function") | words_of("business")
_OTHER_NAMES = words_of("bodies") | words_of("business") | words_of("namesakes")
_NO_SURNAMES = words_of("function") | _OTHER_NAMES
_FIRST_HALVES = words_of("first_halves")
_PARTICLES = words_of("particles")
_DIGIT = re.compile(r"\d")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Person:
    """A person as written at words `first` to `last`: folded given names or initials, surname, and title before them.

    `sure`: the words around say that it is a person; else only one who is known already is meant.
    """

    first: int
    last: int
    given: tuple[str, ...]
    surname: tuple[str, ...]
    title: str = ""
    sure: bool = True


class Reader:
    """`masked` words belong to bodies and known people, `places` to places."""

    def __init__(self, words: Words, masked: set[int], places: set[int], authority: Authority) -> None:
        self._words = words
        self._masked = masked
        self._places = places
        self._given = authority.given_names
        self._evidence = Evidence(words, masked | places)
        self._in_lower_case = {word for word in words.written if word.islower()}

    def people(self) -> Iterator[Person]:
        index, count = 0, len(self._words.written)
        while index < count:
            person = self._at(index) if self._may_begin(index) else None
            if person:
                yield person
            index = person.last + 1 if person else index + 1

    def _may_begin(self, index: int) -> bool:
        """A name begins neither after a hyphen nor after the first half of a place's: "San Juan Basin"."""
        words = self._words
        if not self._is_name(index) or index == 0 or words.gaps[index] != SAME:
            return self._is_name(index)
        between = words.text[words.ends[index - 1] : words.starts[index]]
        return between[-1:] != "-" and words.folded[index - 1] not in _FIRST_HALVES

    def _at(self, index: int) -> Person | None:
        end = self._run(index)
        if self._is_initial(index):
            return self._initials_first(index, end)
        return self._surname_first(index, end) or self._named(index, end)

    def _run(self, index: int) -> int:
        """The last word of the capitalised run that begins here. Particles count between capitals, and "Ki-moon"."""
        words, end = self._words, index
        for at in range(index + 1, min(index + _LONGEST, len(words.written))):
            if words.gaps[at] != SAME or bare(words.written[at - 1]) != words.written[at - 1]:
                break
            if self._is_name(at) or self._is_hyphened(at):
                end = at
            elif words.written[at] not in _PARTICLES:
                break
        return end

    def _initials_first(self, index: int, end: int) -> Person | None:
        """Initials before a surname: "N. Bordyuzha", "V.A. Semerikov", "T.Greminger"."""
        at = index
        while at <= end and self._is_initial(at):
            at += 1
        if at > end or at - index > 3 or len(self._words.written[at]) < 2:
            return None
        last = min(end, at + 2)
        title = self._evidence.title(index)
        if not title and (index in self._places or last in self._places or self._heads_a_body(last)):
            return None
        sure = bool(title) or self._evidence.speaks(index, last) or self._evidence.apposed(index, last)
        return self._person(index, last, at, title, sure=sure)

    def _surname_first(self, index: int, end: int) -> Person | None:
        """ "Semerikov V.A.": a surname and two initials with stops."""
        words = self._words
        if (
            end < index + 2
            or index + 1 in self._places
            or not (self._is_initial(index + 1) and self._is_initial(index + 2))
        ):
            return None
        if len(words.written[index]) < 3 or (
            end > index + 2 and not words.text.startswith(". ", words.ends[index + 2])
        ):
            return None
        given, surname = tuple(words.folded[index + 1 : index + 3]), (words.folded[index],)
        return Person(index, index + 2, given, surname, self._evidence.title(index))

    def _named(self, index: int, end: int) -> Person | None:
        """Known by a given name ("Valery Semerikov"), by a title or office ("Xie Xiaoyong", "Mr Norov")."""
        title = self._evidence.title(index)
        if not self._is_given(index) and any(self._is_given(at) for at in range(index + 1, end)):
            return None
        if self._is_given(index):
            end = self._with_common_surname(index, end, title)
            if end == index or (not title and (self._heads_a_body(end) or self._is_a_place(index, end))):
                return None
        elif not self._is_plausible(index, end) or not (title or self._is_apposed(index, end)):
            return None
        surname = index if end == index or self._words.folded[index] in _PARTICLES else index + 1
        return self._person(index, end, surname, title, sure=True)

    def _with_common_surname(self, index: int, end: int, title: str) -> int:
        """The run's end, one further where a word such as "Stock" can only be the surname: "chairman Jurgen Stock"."""
        words, after = self._words, end + 1
        if end > index or after >= len(words.written) or words.gaps[after] != SAME or after in self._masked:
            return end
        word = words.written[after]
        last = not (
            after + 1 < len(words.gaps) and words.gaps[after + 1] == SAME and words.written[after + 1][0].isupper()
        )
        may_be = word[0].isupper() and not word.isupper() and bare(word).lower() not in _NO_SURNAMES
        told = title or self._evidence.apposed(index, after) or self._evidence.speaks(index, after)
        return after if last and may_be and told else end

    def _is_given(self, index: int) -> bool:
        """A given name in its first case: others are left out, for they would be shown."""
        return fold_word(self._words.written[index]) in self._given

    def _is_apposed(self, index: int, end: int) -> bool:
        return 1 <= end - index <= 2 and not self._heads_a_body(end) and self._evidence.apposed(index, end)

    def _is_plausible(self, index: int, end: int) -> bool:
        """None of its words names a place, none stands in lower case elsewhere in the article."""
        run = [at for at in range(index, end + 1) if self._words.written[at][0].isupper()]
        return not any(at in self._places or bare(self._words.written[at]).lower() in self._in_lower_case for at in run)

    def _is_a_place(self, index: int, end: int) -> bool:
        return index in self._places and end in self._places

    def _heads_a_body(self, last: int) -> bool:
        """A body is called after the person: "Nelson Mandela Foundation"."""
        words, after = self._words, last + 1
        return (
            after < len(words.written)
            and words.gaps[after] == SAME
            and words.written[after][0].isupper()
            and words.written[after].lower() in _OTHER_NAMES
        )

    def _person(self, first: int, last: int, surname: int, title: str, *, sure: bool) -> Person:
        folded = self._words.folded
        return Person(first, last, tuple(folded[first:surname]), tuple(folded[surname : last + 1]), title, sure)

    def _is_name(self, index: int) -> bool:
        """A capitalised word that may be part of a name, or an initial."""
        word = self._words.written[index]
        if index in self._masked or not word[0].isupper():
            return False
        if len(word) == 1:
            return self._is_initial(index)
        return not (word.isupper() or _DIGIT.search(word) or bare(word).lower() in _NEVER)

    def _is_hyphened(self, index: int) -> bool:
        words = self._words
        return words.text[words.ends[index - 1] : words.starts[index]] == "-" and words.written[index].islower()

    def _is_initial(self, index: int) -> bool:
        words = self._words
        word = words.written[index]
        return len(word) == 1 and word.isupper() and words.text.startswith(".", words.ends[index])
