"""People by the grammar of their names: titles, initials and given names among the words that no body covers."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from indexer.authority import Authority
from indexer.authority.words import SAME, Words
from indexer.ingest.names.evidence import HONORIFICS, Evidence
from indexer.ingest.names.gazetteer import bare
from indexer.ingest.names.headings import is_a_heading
from indexer.ingest.names.runs import PARTICLES, Runs
from indexer.ingest.names.vocabulary import words_of
from indexer.text.analysis import fold_word

_CALLED = words_of("called")
_NO_GIVEN = HONORIFICS | words_of("callings") | words_of("nations") | words_of("offices") | words_of("function")
_POLITE = frozenset(
    {*("mr", "mrs", "ms", "dr", "madam", "madame", "mme", "prof", "professor")}
    | {*("gen", "col", "capt", "maj", "sgt", "adm", "adv")}
)
_DOCUMENTS = words_of("things") | words_of("documents")  # "Abraham Accords"
# "Otterbank N.Y.", "Kettle K.K.": states and what ends a company's name, with stops
_NO_INITIALS = frozenset(
    ["ny", "nj", "nh", "nm", "nc", "nd", "sc", "sd", "ri", "dc", "us", "uk", "hk", "kk", "nv", "sa", "bv", "ag"]
)
_NUMERALS = frozenset("IVX")  # "World War I. Haldane"
_ALSO_GIVEN = frozenset({"ben", "al"})
_NO_SURNAMES = ("sion", "tion", "tions", "ments", "ing", "ited", "ties")


class Person(NamedTuple):
    """A person as written at words `first` to `last`: folded names, the surname last, and the title before them.

    `sure`: the words around say that it is a person; else only one who is known already is meant. `alone`: so does an
    office of which each holder is called by a surname ("Senator Haldane").
    """

    first: int
    last: int
    names: tuple[str, ...]
    title: str = ""
    sure: bool = True
    alone: bool = False


class Reader:
    """`masked` words belong to bodies and known people, `places` to places."""

    def __init__(self, words: Words, masked: set[int], places: set[int], authority: Authority) -> None:
        self._words = words
        self._places = places
        self._given = authority.given_names
        self._runs = Runs(words, masked)
        self._evidence = Evidence(words, masked | places)

    @cached_property
    def _in_lower_case(self) -> frozenset[str]:
        return frozenset(filter(str.islower, self._words.written))

    def people(self) -> Iterator[Person]:
        done = 0
        for index in self._words.capitals:
            person = self._at(index) if index >= done and self._runs.may_begin(index) else None
            if person:
                done = person.last + 1
                yield person

    def _at(self, index: int) -> Person | None:
        end = self._runs.end(index)
        if self._runs.is_initial(index):
            return self._initials_first(index, end)
        if self._is_given(index):
            return self._given_first(index, end)
        if end >= index + 2 and self._has_middle_initial(index):
            return self._person(index, index + 2, self._evidence.title(index), sure=True)
        return self._surname_first(index, end) or self._by_evidence(index, end)

    def _initials_first(self, index: int, end: int) -> Person | None:
        """One to three initials and a surname: "N. Bordyuzha", "N.N. Bordyuzha", "N.Bordyuzha"."""
        surname = index
        while surname <= end and self._runs.is_initial(surname):
            surname += 1
        last, title = min(end, surname + 2), self._evidence.title(index)
        if surname > end or surname - index > 3 or len(self._words.written[surname]) < 2:
            return None
        if not title and (index in self._places or last in self._places or self._runs.names_a_thing(last)):
            return None
        given = surname < last and self._is_given(surname)  # "A. Anna Haldane"
        return self._person(index, last, title, sure=bool(title) or given or self._is_told(index, last))

    def _has_middle_initial(self, index: int) -> bool:
        """ "Otterina J. Haldane": an initial between two words of which none stands in lower case elsewhere."""
        words, last = self._words, index + 2
        if not self._runs.is_initial(index + 1) or words.written[index + 1] in _NUMERALS or self._runs.is_initial(last):
            return False
        if last in self._places or self._runs.names_a_thing(last):
            return False
        return not any(bare(words.written[at]).lower() in self._in_lower_case for at in (index, last))

    def _surname_first(self, index: int, end: int) -> Person | None:
        """A surname and two initials with stops, at the end of the run: "Bordyuzha N.N."."""
        initials = (index + 1, index + 2)
        if end < initials[1] or initials[0] in self._places or not all(map(self._runs.is_initial, initials)):
            return None
        if end > initials[1] and not self._words.text.startswith(". ", self._words.ends[initials[1]]):
            return None
        folded, title = self._words.folded, self._evidence.title(index)
        if not title and "".join(folded[index + 1 : index + 3]) in _NO_INITIALS:
            return None
        names = (*folded[index + 1 : index + 3], folded[index])
        return Person(index, initials[1], names, title)

    def _given_first(self, index: int, end: int) -> Person | None:
        """A given name and more; one that is also a place's ("Sofia") needs evidence beside it."""
        title = self._evidence.title(index)
        end = self._end_of_one(index, end)
        if not title and (self._is_of_a_heading(index, end) or self._words.folded[end] in _DOCUMENTS):
            return None
        if end > index and all(map(self._runs.is_initial, range(index + 1, end + 1))):
            return None  # "Otterine S.A."
        if end == index and self._runs.may_be_surname(index + 1) and (title or self._is_told(index, index + 1)):
            end = index + 1
        if end == index or not (title or self._is_nobody_elses(index, end)):
            return None
        return self._person(index, end, title, sure=True)

    def _by_evidence(self, index: int, end: int) -> Person | None:
        """Any other run by its title or office: "Deputy Secretary-General Tan Weiling", "Mr Tan"."""
        title = self._evidence.title(index)
        if end == index and not title:
            return None
        two_or_three = 1 <= end - index <= 2 and not self._runs.names_a_thing(end)
        told = two_or_three and (
            self._evidence.apposed(index, end)
            or self._evidence.is_quoted(index, end)
            or self._is_called_by_surname(index, end)
        )
        if not title and not told:
            return None
        if end == index and title not in HONORIFICS and len(self._words.written[index]) < 3:
            return None
        inside = title not in HONORIFICS and any(self._is_given(at) for at in range(index + 1, end))
        if inside or not self._is_plausible(index, end):
            return None
        alone = end == index and title in _CALLED | _POLITE and self._is_called(index)
        return self._person(index, end, title, sure=True)._replace(alone=alone)

    def _is_called_by_surname(self, index: int, end: int) -> bool:
        """Elsewhere the last word speaks alone, the first never stands so: a company is called by its first."""
        words, first, surname = self._words, self._words.folded[index], self._words.folded[end]
        if end - index != 1 or not _NO_GIVEN.isdisjoint((first, first.removesuffix("s"))):
            return False
        follows = index > 0 and words.gaps[index] == SAME and words.written[index - 1][0].isupper()
        if follows or is_a_heading(words, index, end):
            return False
        return first != surname and surname in self._speaking and first not in self._alone

    @cached_property
    def _alone(self) -> dict[str, bool]:
        """Capitalised words with none beside them, and whether a verb of saying stands there."""
        words = self._words
        alone: dict[str, bool] = {}
        for at in words.capitals:
            before = at > 0 and words.gaps[at] == SAME and words.written[at - 1][0].isupper()
            after = at + 1 < len(words.written) and words.gaps[at + 1] == SAME and words.written[at + 1][0].isupper()
            if not before and not after:
                alone[words.folded[at]] = alone.get(words.folded[at], False) or self._evidence.speaks(at, at)
        return alone

    @cached_property
    def _speaking(self) -> frozenset[str]:
        return frozenset(word for word, speaks in self._alone.items() if speaks)

    def _is_called(self, index: int) -> bool:
        """Whether office and surname are capitalised, and the word is made as few surnames are: "Expansion"."""
        words, before = self._words, self._words.written[index - 1]
        vice = index > 1 and words.written[index - 2].lower() == "vice"
        return before[0].isupper() and not vice and not words.written[index].lower().endswith(_NO_SURNAMES)

    def _end_of_one(self, index: int, end: int) -> int:
        """Where the first person ends of a run that is too long: "Anna Haldane Peter Norov", "Anna Haldane Estonia"."""
        for at in range(index + 2, end + 1):
            two = self._runs.is_unpunctuated and at < end and self._is_given(at) and not self._is_given(at - 1)
            if (
                (two and not self._runs.is_initial(at - 1))
                or (at == end and at in self._places)
                or (end - index > 2 and self._stands_in_lower_case(at))
            ):
                return self._before_particles(index, at - 1)
        return end

    def _before_particles(self, index: int, end: int) -> int:
        while end > index and self._words.written[end].lower() in PARTICLES:
            end -= 1
        return end

    def _is_of_a_heading(self, index: int, end: int) -> bool:
        """A surname that is a word of the article's, where nothing tells of a person: "More Higher Ed Funding"."""
        before = index > 0 and self._words.gaps[index] == SAME and self._stands_in_lower_case(index - 1)
        return (before or self._stands_in_lower_case(end)) and not self._is_told(index, end)

    def _stands_in_lower_case(self, at: int) -> bool:
        word = bare(self._words.written[at])
        return word[0].isupper() and len(word) > 3 and word.lower() in self._in_lower_case

    def _is_told(self, first: int, last: int) -> bool:
        return self._evidence.speaks(first, last) or self._evidence.apposed(first, last)

    def _is_nobody_elses(self, index: int, end: int) -> bool:
        """Neither a place nor the name of a thing, unless what stands around tells of a person."""
        if self._runs.names_a_thing(end):
            return False
        return index not in self._places or (end not in self._places and self._is_told(index, end))

    def _is_plausible(self, index: int, end: int) -> bool:
        """None of its words names a place, none stands in lower case elsewhere in the article."""
        run = [at for at in range(index, end + 1) if self._words.written[at][0].isupper()]
        return not any(at in self._places or bare(self._words.written[at]).lower() in self._in_lower_case for at in run)

    def _is_given(self, index: int) -> bool:
        """A given name in its first case: others are left out, for they would be shown."""
        return fold_word(self._words.written[index]) in self._given

    def _person(self, first: int, last: int, title: str, *, sure: bool) -> Person:
        names = tuple(self._words.folded[first : last + 1])
        headed = title and len(names[0]) > 1 and names[0] in PARTICLES - _ALSO_GIVEN  # "Mr De Klerk"
        return Person(first, last, names[1:] if headed else names, title, sure)
