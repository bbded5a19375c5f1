"""What stands beside a capitalised run and says that it is a person: a title before, an office or a verb after."""

from indexer.authority.words import BREAK, COMMA, SAME, Words
from indexer.ingest.names.vocabulary import words_of

HONORIFICS = words_of("honorifics")
OFFICES = words_of("offices")
_COMMON = words_of("common") | words_of("bodies")
_SPEECH = words_of("speech")
_LINKS = frozenset({"of", "the", "in", "for", "and", "to", "on", "at", "с", "по", "в", "de", "des", "du", "la", "le"})
_SKIPPED = frozenset({"the", "a", "an", "its", "his", "her", "first", "acting", "deputy", "vice", "former", "senior"})
_REACH = 25


class Evidence:
    """Answers about the words around a run; `covered` are the words of bodies and places."""

    def __init__(self, words: Words, covered: set[int]) -> None:
        self._words = words
        self._covered = covered

    def title(self, index: int) -> str:
        """The title that stands before the word, in lower case, or ""."""
        before = index - 1
        if before < 0 or self._words.gaps[index] != SAME:
            return ""
        word = self._words.written[before].lower()
        if before not in self._covered and (word in HONORIFICS or _is_office(word)):
            return word
        if word == "executive" and before and self._words.written[before - 1].lower() == "chief":
            return word
        return "" if word in _LINKS else self._office_of_body(before)

    def apposed(self, first: int, last: int) -> bool:
        """An office stands beside a comma: "Anna Haldane, the President of", "the mission's head, Jorik Haldane,"."""
        return self._office_after(last) or self._office_before(first, last)

    def speaks(self, first: int, last: int) -> bool:
        """A verb of saying stands right before or after."""
        written = self._words.written
        before = written[first - 1] if first and self._words.gaps[first] == SAME else ""
        after = written[last + 1] if self._gap_after(last) == SAME else ""
        return before in _SPEECH or after in _SPEECH

    def _office_after(self, last: int) -> bool:
        if self._gap_after(last) != COMMA:
            return False
        following = (word.lower() for word in self._words.written[last + 1 : last + 6])
        return next((word for word in following if word not in _SKIPPED), "") in OFFICES

    def _office_before(self, first: int, last: int) -> bool:
        if first < 2 or self._words.gaps[first] != COMMA or self._gap_after(last) == SAME:
            return False
        word = self._words.written[first - 1].lower()
        return _is_office(word) if first - 1 not in self._covered else bool(self._office_of_body(first - 1))

    def _gap_after(self, last: int) -> str:
        return self._words.gaps[last + 1] if last + 1 < len(self._words.gaps) else BREAK

    def _office_of_body(self, at: int) -> str:
        """The office before what it is held at, which ends at `at`: "Director of the Harbour Office in Batumi"."""
        words, linked = self._words, False
        for index in range(at, max(at - _REACH, -1), -1):
            word = words.written[index]
            if index not in self._covered and linked and _is_office(word.lower()):
                return word.lower()
            passed = index in self._covered or word in _LINKS or (word[0].isupper() and word.lower() in _COMMON)
            if not passed or words.gaps[index] != SAME:
                return ""
            linked = word in _LINKS
        return ""


def _is_office(word: str) -> bool:
    """An office in the singular or plural: "the presidents Vladimir Putin and Alexander Lukashenko"."""
    return word in OFFICES or (word[-1:] == "s" and word[:-1] in OFFICES)
