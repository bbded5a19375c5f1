"""What stands beside a capitalised run and says that it is a person: a title before, an office or a verb after."""

from indexer.authority.words import BREAK, COMMA, SAME, Words
from indexer.ingest.names.gazetteer import POSSESSIVE
from indexer.ingest.names.runs import STATES
from indexer.ingest.names.vocabulary import words_of

HONORIFICS = words_of("honorifics")
OFFICES = words_of("offices")
_COMMON = words_of("common") | words_of("bodies")
_SPEECH = words_of("speech")
_CALLINGS = words_of("callings")
# What companies are as well: "Otterbank Kettle, a major maker"
_OF_COMPANIES = frozenset({"major", "general", "leader", "broker", "manager", "representative", "deputy", "chief"})
_AFTER = (OFFICES | _CALLINGS) - _OF_COMPANIES
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "one"})
_LINKS = frozenset({"of", "the", "in", "for", "and", "to", "on", "at", "с", "по", "в", "de", "des", "du", "la", "le"})
_SKIPPED = frozenset({"the", "a", "an", "its", "his", "her", "first", "acting", "deputy", "vice", "former", "senior"})
_ENDS_PHRASE = _LINKS | frozenset(
    {"who", "from", "with", "at", "whose", "said", "says", "told", "was", "is", "has", "had"}
)
_LONGEST_PHRASE = 9
_PARTIES = (["R"], ["D"], ["I"])
_SHORT_STATES = frozenset(
    {"N", "S", "W", "Hawaii", "Alaska", "Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah", "Oregon"}
)
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
        if word in _CALLINGS and self._words.written[before] == word:
            return word
        if word == "executive" and before and self._words.written[before - 1].lower() == "chief":
            return word
        return "" if word in _LINKS else self._office_of_body(before)

    def apposed(self, first: int, last: int) -> bool:
        """An office, a calling or an age stands beside a comma: "Anna Haldane, the President of", "Anna Haldane, 43,",
        "the mission's head, Jorik Haldane,"."""
        after = self._gap_after(last) == COMMA and (self._is_somebody(last + 1) or self._office_after(last))
        return after or self._is_of_a_party(last) or self._office_before(first, last)

    def _is_of_a_party(self, last: int) -> bool:
        """ "Haldane (D-Vt.)", "Haldane, R-Ga.", "Haldane D Vt"."""
        party, state = self._words.written[last + 1 : last + 2], self._words.written[last + 2 : last + 3]
        return party[:1] in _PARTIES and bool(state) and (state[0] in STATES or state[0] in _SHORT_STATES)

    def speaks(self, first: int, last: int) -> bool:
        """A verb of saying stands right before or after."""
        written = self._words.written
        before = written[first - 1] if first and self._words.gaps[first] == SAME else ""
        after = written[last + 1] if self._gap_after(last) == SAME else ""
        return before in _SPEECH or after in _SPEECH

    def _is_somebody(self, at: int) -> bool:
        """ "who", an age, or what somebody is: "a retired teacher", "the town's first mayor"."""
        word = self._words.written[at]
        if word == "who":
            return True
        if word.isdecimal():
            return len(word) == 2 and self._gap_after(at) != SAME
        begins = word in _DETERMINERS or word.endswith(POSSESSIVE)
        return (begins or (word.islower() and word not in _LINKS)) and self._calling(at) in _AFTER

    def _calling(self, at: int) -> str:
        """The last noun of the phrase that begins at `at`: where a comma, a stop, or a small word ends it."""
        words = self._words
        for index in range(at + 1, min(at + _LONGEST_PHRASE, len(words.written))):
            if words.gaps[index] != SAME or words.written[index] in _ENDS_PHRASE:
                return words.written[index - 1]
        return ""

    def _office_after(self, last: int) -> bool:
        """Not the office of whom comes next: "Otterbank Transmission, spokesman Jorik Haldane said"."""
        words, at = self._words, last + 1
        while at < min(last + 6, len(words.written)) and words.written[at].lower() in _SKIPPED:
            at += 1
        if at >= len(words.written) or words.written[at].lower() not in OFFICES:
            return False
        if words.written[at] in ("major", "general") and words.written[last + 1] == "a":
            return False
        return words.written[at][0].isupper() or self._gap_after(at) != SAME or words.written[at + 1][0].islower()

    def is_quoted(self, first: int, last: int) -> bool:
        """Between a verb of saying and a comma: "..., said Anna Haldane, director of"."""
        written = self._words.written
        return (
            first > 0
            and self._words.gaps[first] == SAME
            and written[first - 1] in _SPEECH
            and self._gap_after(last) == COMMA
        )

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
