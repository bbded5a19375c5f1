"""Who is the subject beside a verb of saying: a name, an office that the article has filled, or a clear pronoun.

Everything is read from a masked text of the same length, in which names and quoted words are signs of their kind.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from indexer.ingest.names import Mention
from indexer.ingest.speakers import saying
from indexer.ingest.speakers.antecedents import Antecedents
from indexer.ingest.speakers.offices import BODY, OFFICE, PERSON, PLACE, Office, holder_of, holders, office_at

_WINDOW = 300
_LEAD = 140
_PERSON = re.compile(f"{PERSON}+")
_THE_OFFICE = re.compile(
    rf"(?:the\s)?(?P<office>{OFFICE})(?!['’\w-])(?!\s?(?:,\s?)?{PERSON})(?!\s(?:of|for|to|at)\s)", re.IGNORECASE
)
_NO_LEAD = re.compile(r"[.:;“”„«»\"()]|(?<!\w)(?:who|which|that|when|while|and|or|is|was|has|had|will|would)(?!\w)")
_ENDS_IN_PERSON = re.compile(
    rf"(?:(?<![\w-])(?:{OFFICE}),?\s)?{saying.HONORIFIC}?{PERSON}+(?:\s(?:of|from)\s(?:the\s)?[{BODY}{PLACE}]+)?$",
    re.IGNORECASE,
)
_ENDS_IN_OFFICE = re.compile(rf"(?<![\w-])the\s(?P<office>{OFFICE})$", re.IGNORECASE)
_ENDS_IN_PRONOUN = re.compile(r"(?<!\w)(?:he|she|он|она|il|elle)$", re.IGNORECASE)


class Subjects:
    """Reads names and offices of one masked text; `antecedents` reads its pronouns."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda each: each.start)
        self._starts = [each.start for each in self._mentions]
        self.antecedents = Antecedents(text, self._name_at, self._resolved)

    @cached_property
    def _held(self) -> list[tuple[Office, str]]:
        return holders(self._text, self._name_at)

    def _name_at(self, at: int) -> str:
        index = bisect_right(self._starts, at) - 1
        return self._mentions[index].name if index >= 0 and at < self._mentions[index].end else ""

    def after(self, at: int, sentences: list[int]) -> str:
        """Of what begins at `at`, behind the verb."""
        if saying.PRONOUN.match(self._text, at) or saying.OBJECT_PRONOUN.match(self._text, at):
            return self.antecedents.resolve_pronoun(at, sentences)
        if (person := self._lead(at)) is not None:
            return person
        office = _THE_OFFICE.match(self._text, at)
        return self._resolved(*office.span("office")) if office else ""

    def _lead(self, at: int) -> str | None:
        """The name that offices and bodies lead up to: "the head of the office in Rome, Maria Lind"."""
        person = _PERSON.search(self._text, at, at + _LEAD)
        if not person:
            return None
        lead = self._text[at : person.start()]
        if _NO_LEAD.search(lead) or "," in lead.rstrip(", "):
            return None
        named = _ENDS_IN_PERSON.search(self._text, at, person.end())
        if not named or saying.OBJECT.search(self._text[at : named.start()]):
            return "" if named else None
        return self._alone(person)

    def _alone(self, person: re.Match[str]) -> str:
        """The name, unless it goes on: "Norov's deputy", "Norov and Stock"."""
        follows = re.compile(rf"['’]s?(?!\w)|,?\s(?:and|et|и)\s[^.,;]{{0,80}}?{PERSON}").match(self._text, person.end())
        return "" if follows else self._name_at(person.start())

    def with_verb(self, at: int, sentences: list[int]) -> tuple[str, int] | None:
        """Of "X also said" that begins at `at`, the name and where the verb ends; None where it is not that."""
        verb = saying.LAST.search(self._text, at, at + _LEAD)
        if not verb or verb.start() == at or re.search(r"[.:;“”«»\"]", self._text[at : verb.start()]):
            return None
        return self.before(verb.start(), at, sentences), verb.end()

    def before(self, at: int, begin: int, sentences: list[int]) -> str:
        """Of what ends at `at`, before the verb; the sentence or clause begins at `begin`."""
        begin = max(begin, at - _WINDOW)
        left = saying.ADVERBS.sub("", self._text[begin:at].rstrip())
        if re.search(r"(?<!\w)(?:not|never|не)$", left):
            return ""
        if pronoun := _ENDS_IN_PRONOUN.search(left):
            return self.antecedents.resolve_pronoun(begin + pronoun.start(), sentences)
        if named := _ENDS_IN_PERSON.search(left):
            person = next(_PERSON.finditer(left, named.start()))
            return "" if saying.OBJECT.search(left[: named.start()]) else self._name_at(begin + person.start())
        if (office := _ENDS_IN_OFFICE.search(left)) and not saying.OBJECT.search(left[: office.start()] + " "):
            return self._resolved(begin + office.start("office"), begin + office.end("office"))
        return self._set_off(left, begin) if left.endswith(",") else ""

    def _set_off(self, left: str, begin: int) -> str:
        """Of "Maria Lind, head of the office, said" the first name, where the clause begins with it."""
        person = _PERSON.search(left)
        if not person or not left[person.end() :].startswith(","):
            return ""
        named = _ENDS_IN_PERSON.search(left[: person.end()])
        lead = left[: named.start()] if named else left
        starts = not lead.strip() or lead.rstrip().endswith(",") or lead.strip().lower() in ("the", "then")
        return self._name_at(begin + person.start()) if starts and "," not in lead.rstrip(", ") else ""

    def _resolved(self, start: int, end: int) -> str:
        return holder_of(office_at(self._text, start, end, self._name_at), self._held)
