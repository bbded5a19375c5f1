"""Who is the subject beside a verb of saying: a name, an office that the article has filled, or a clear pronoun.

Everything is read from a masked text of the same length, in which names and quoted words are signs of their kind.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from indexer.ingest import saying
from indexer.ingest.names import Mention
from indexer.ingest.offices import BODY, OFFICE, PERSON, PLACE, QUOTED, holder_of, holders, office_at
from indexer.ingest.quotations import Quotation

_SIGNS = {"person": PERSON, "organisation": BODY, "place": PLACE}
_WINDOW = 300
_LEAD = 140
_SENTENCES_BACK = 3
_PERSON = re.compile(f"{PERSON}+")
_ANY_OFFICE = re.compile(rf"(?<![\w-]){OFFICE}", re.IGNORECASE)
_THE_OFFICE = re.compile(
    rf"(?:the\s)?(?P<office>{OFFICE})(?!['’\w-])(?!\s?(?:,\s?)?{PERSON})(?!\s(?:of|for|to|at)\s)", re.IGNORECASE
)
_NO_LEAD = re.compile(r"[.:;“”„«»\"()]|(?<!\w)(?:who|which|that|when|while|and|or|is|was|has|had|will|would)(?!\w)")
_ENDS_IN_PERSON = re.compile(rf"(?:(?<![\w-])(?:{OFFICE}),?\s)?{saying.HONORIFIC}?{PERSON}+$", re.IGNORECASE)
_ENDS_IN_OFFICE = re.compile(rf"(?<![\w-])the\s(?P<office>{OFFICE})$", re.IGNORECASE)
_ENDS_IN_PRONOUN = re.compile(r"(?<!\w)(?:he|she|он|она|il|elle)$", re.IGNORECASE)
# Not "Stock Exchange" where a Mr Stock is known.
_CAPITALISED = re.compile(r"(?<![\w.’'-])(?<![A-ZА-Я]\w\s)[A-ZА-ЯЁÀ-Þ][\w'’-]+(?!\s[A-ZА-ЯЁÀ-Þ]\w)")
_MARKS = ".,;:?!…"


def masked(text: str, mentions: Iterable[Mention], quoted: Iterable[Quotation]) -> str:
    """As long as the text; the first letter and the last mark of quoted words are kept, for sentences are told by them."""
    characters = list(text)
    for each in mentions:
        characters[each.start : each.end] = _SIGNS[each.kind] * (each.end - each.start)
    for quote in quoted:
        end = quote.end - 1 if text[quote.end - 1 : quote.end] in _MARKS and quote.end > quote.start else quote.end
        start = min(quote.start + 1, end)
        characters[start:end] = QUOTED * (end - start)
    return "".join(characters)


def with_surnames(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, and those of people whom the text goes on to call by the last word of their name."""
    known = sorted(mentions, key=lambda each: each.start)
    names: dict[str, set[str]] = {}
    for each in known:
        if each.kind == "person":
            for written in (each.name, text[each.start : each.end]):
                names.setdefault(written.split()[-1], set()).add(each.name)
    starts = [each.start for each in known]
    for word in _CAPITALISED.finditer(text):
        called = names.get(word.group(), set())
        before = bisect_right(starts, word.start()) - 1
        if len(called) == 1 and (before < 0 or known[before].end <= word.start()):
            known.append(Mention("person", next(iter(called)), *word.span()))
    return known


class Subjects:
    """Reads names, offices and pronouns of one masked text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda each: each.start)
        self._starts = [each.start for each in self._mentions]
        self._held = holders(text, self._name_at)

    def _name_at(self, at: int) -> str:
        index = bisect_right(self._starts, at) - 1
        return self._mentions[index].name if index >= 0 and at < self._mentions[index].end else ""

    def after(self, at: int, sentences: list[int]) -> str:
        """Of what begins at `at`, behind the verb."""
        pronoun = saying.PRONOUN.match(self._text, at)
        if pronoun:
            return self.pronoun(at, sentences)
        person = self._lead(at)
        if person is not None:
            return person
        office = _THE_OFFICE.match(self._text, at)
        return self._holder(office) if office else ""

    def _lead(self, at: int) -> str | None:
        """The name that offices and bodies lead up to: "the head of the office in Rome, Maria Lind"."""
        person = _PERSON.search(self._text, at, at + _LEAD)
        if not person:
            return None
        lead = self._text[at : person.start()]
        if _NO_LEAD.search(lead) or "," in lead.rstrip(", "):
            return None
        named = _ENDS_IN_PERSON.search(self._text, at, person.end())
        if not named or saying.OBJECT.search(self._text, max(0, at - 30), named.start()):
            return "" if named else None
        return self._alone(person)

    def _alone(self, person: re.Match[str]) -> str:
        """The name, unless it goes on: "Norov's deputy", "Norov and Stock"."""
        follows = re.compile(rf"['’]s?(?!\w)|,?\s(?:and|et|и)\s[^.,;]{{0,80}}?{PERSON}").match(self._text, person.end())
        return "" if follows else self._name_at(person.start())

    def with_verb(self, at: int, sentences: list[int]) -> tuple[str, int] | None:
        """Of "X also said" that begins at `at`, the name and where the verb ends; None where it is not that."""
        verb = saying.LAST.search(self._text, at, at + _LEAD)
        if not verb or verb.start() == at:
            return None
        stretch = self._text[at : verb.start()]
        if re.search(r"[.:;“”«»\"]", stretch):
            return None
        return self.before(verb.start(), at, sentences), verb.end()

    def before(self, at: int, begin: int, sentences: list[int]) -> str:
        """Of what ends at `at`, before the verb; the sentence or clause begins at `begin`."""
        begin = max(begin, at - _WINDOW)
        left = saying.ADVERBS.sub("", self._text[begin:at].rstrip())
        if re.search(r"(?<!\w)(?:not|never|не)$", left):
            return ""
        if pronoun := _ENDS_IN_PRONOUN.search(left):
            return self.pronoun(begin + pronoun.start(), sentences)
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

    def _holder(self, office: re.Match[str]) -> str:
        return self._resolved(office.start("office"), office.end("office"))

    def _resolved(self, start: int, end: int) -> str:
        return holder_of(office_at(self._text, start, end, self._name_at), self._held)

    def pronoun(self, at: int, sentences: list[int]) -> str:
        """The only person in the nearest stretch before it, in the same paragraph, that has any."""
        here = bisect_right(sentences, at) - 1
        ends = [at, *reversed(sentences[: here + 1])][: _SENTENCES_BACK + 2]
        for end, start in pairwise(ends):
            people = self.people(start, end)
            if people:
                return people.pop() if len(people) == 1 else ""
        return ""

    def people(self, start: int, end: int) -> set[str]:
        """Display names; "" among them stands for somebody in an office who cannot be told."""
        named = {self._name_at(match.start()) for match in _PERSON.finditer(self._text, start, end)}
        return named | set(self._in_office(start, end))

    def _in_office(self, start: int, end: int) -> Iterator[str]:
        for match in _ANY_OFFICE.finditer(self._text, start, end):
            beside = self._text[match.start() - 30 : match.start()], self._text[match.end() : match.end() + 30]
            if not re.match(rf",?\s(?:the\s)?{PERSON}", beside[1]) and not re.search(
                rf"{PERSON},?\s(?:the\s|an?\s)?$", beside[0]
            ):
                yield self._resolved(match.start(), match.end())
