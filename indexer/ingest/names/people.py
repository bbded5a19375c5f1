"""The people that an article names: known ones, and others by the grammar of titles, initials and given names."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.ingest.authority import Authority
from indexer.ingest.authority.words import BREAK, COMMA, SAME, Words
from indexer.ingest.names.known import bare
from indexer.ingest.names.vocabulary import words_of

HONORIFICS = words_of("honorifics")
OFFICES = words_of("offices")
SPEECH = words_of("speech")
PARTICLES = words_of("particles")
COMMON = words_of("common")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A person as written at words `first` to `last`: given names or initials (folded), and the surname (folded)."""

    first: int
    last: int
    given: tuple[str, ...]
    surname: tuple[str, ...]
    strong: bool


class Reader:
    """Reads people among the words that no body covers."""

    def __init__(self, words: Words, masked: set[int], places: set[int], authority: Authority) -> None:
        self._words = words
        self._masked = masked
        self._places = places
        self._given = authority.given_names

    def people(self) -> Iterator[Person]:
        index, count = 0, len(self._words.written)
        while index < count:
            person = self._at(index)
            if person:
                yield person
                index = person.last + 1
            else:
                index += 1

    def _at(self, index: int) -> Person | None:
        if not self._is_name(index):
            return None
        end = self._run(index)
        return (
            self._initials_first(index, end)
            or self._surname_first(index, end)
            or self._full(index, end)
            or self._titled(index, end)
        )

    def _is_name(self, index: int) -> bool:
        """A capitalised word that may be part of a name, or an initial."""
        word = self._words.written[index]
        if self._is_initial(index):
            return index not in self._masked
        return (
            index not in self._masked
            and word[0].isupper()
            and not any(letter.isdigit() for letter in word)
            and (len(word) == 1 or not word.isupper())
            and bare(word).lower() not in COMMON
        )

    def _run(self, index: int) -> int:
        """The last word of the capitalised run that begins here; particles count between capitals."""
        words, end, at = self._words, index, index + 1
        while at < len(words.written) and at - index < _LONGEST and words.gaps[at] == SAME:
            if bare(words.written[at - 1]) != words.written[at - 1]:
                break
            if self._is_name(at):
                end = at
            elif words.written[at] not in PARTICLES:
                break
            at += 1
        return end

    def _initials_first(self, index: int, end: int) -> Person | None:
        """ "N. Bordyuzha", "V.A. Semerikov", "T.Greminger"."""
        words, at = self._words, index
        while at <= end and self._is_initial(at):
            at += 1
        if at == index or at > end or at - index > 3:
            return None
        last = self._surname_end(at, end)
        if len(words.written[last]) < 2 or (last in self._places and not self._is_titled(index)):
            return None
        return self._person(index, last, at, strong=self._is_titled(index) or self._speaks(index, last))

    def _surname_first(self, index: int, end: int) -> Person | None:
        """ "Semerikov V.A.": a surname and two initials with stops."""
        words = self._words
        if end - index < 2 or not (self._is_initial(index + 1) and self._is_initial(index + 2)):
            return None
        if len(words.written[index]) < 3 or (
            end > index + 2 and not words.text.startswith(". ", words.ends[index + 2])
        ):
            return None
        given = tuple(words.folded[index + 1 : index + 3])
        return Person(index, index + 2, given, (words.folded[index],), strong=True)

    def _full(self, index: int, end: int) -> Person | None:
        """ "Ban Ki-moon" after a title, "Valery Semerikov" by its given name."""
        if end == index:
            return None
        titled = self._is_titled(index)
        given = self._words.folded[index] in self._given
        followed = self._is_followed_by_office(end) and end - index <= 2
        if not (titled or given or (followed and index not in self._places)):
            return None
        last = min(end, index + 3)
        if not (titled or given) and any(at in self._places for at in range(index, last + 1)):
            return None
        return self._person(index, last, index + 1, strong=titled or given)

    def _titled(self, index: int, end: int) -> Person | None:
        """ "Mr Norov", "President Ping"."""
        if end != index or not self._is_titled(index) or index in self._places or len(self._words.written[index]) < 3:
            return None
        return Person(index, index, (), (self._words.folded[index],), strong=True)

    def _person(self, first: int, last: int, surname: int, *, strong: bool) -> Person:
        folded = self._words.folded
        return Person(first, last, tuple(folded[first:surname]), tuple(folded[surname : last + 1]), strong)

    def _surname_end(self, at: int, end: int) -> int:
        return min(end, at + 2)

    def _is_initial(self, index: int) -> bool:
        words = self._words
        after = words.text[words.ends[index] : words.ends[index] + 1]
        return len(words.written[index]) == 1 and words.written[index].isupper() and after == "."

    def _is_titled(self, index: int) -> bool:
        """A title stands right before, or before the body it is a title of: "Director of the UNOCT Jehangir Khan"."""
        words, at = self._words, index - 1
        if at < 0 or words.gaps[index] != SAME:
            return False
        word = words.written[at].lower()
        if word in HONORIFICS or (word in OFFICES and at not in self._masked):
            return True
        return self._is_covered(at) and self._office_of_body(at)

    def _is_covered(self, at: int) -> bool:
        return at in self._masked or at in self._places

    def _office_of_body(self, at: int) -> bool:
        """Whether the masked words that end at `at` belong to an office: "Head of the … in the …"."""
        words, steps = self._words, 0
        while at >= 0 and steps < 25 and words.gaps[at + 1] != BREAK:
            word = words.written[at].lower()
            if word in OFFICES and not self._is_covered(at):
                return True
            if not self._is_covered(at) and word not in ("of", "the", "in", "for", "and", "to", "on"):
                return False
            at, steps = at - 1, steps + 1
        return False

    def _is_followed_by_office(self, end: int) -> bool:
        """ "Oleg Ufimtsev, the President of"."""
        words = self._words
        if end + 1 >= len(words.written) or words.gaps[end + 1] != COMMA:
            return False
        following = words.written[end + 1 : end + 5]
        skipped = [
            word.lower() for word in following if word.lower() not in ("the", "a", "an", "its", "deputy", "vice")
        ]
        return bool(skipped) and skipped[0] in OFFICES

    def _speaks(self, first: int, last: int) -> bool:
        words = self._words
        before = words.written[first - 1].lower() if first else ""
        after = words.written[last + 1].lower() if last + 1 < len(words.written) else ""
        return before in SPEECH or after in SPEECH
