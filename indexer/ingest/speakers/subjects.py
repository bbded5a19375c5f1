"""Who is the subject beside a verb of saying: a name, an office that the article has filled, a pronoun, or nobody.

Everything is read from a masked text of the same length, in which names and quoted words are signs of their kind.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from indexer.ingest.names import Mention
from indexer.ingest.speakers import saying, strangers
from indexer.ingest.speakers.antecedents import Antecedents, is_one
from indexer.ingest.speakers.offices import BODY, OFFICE, PERSON, PLACE, QUOTED, Office, holders, holders_of, office_at

_WINDOW = 400
_LEAD = 140
_VERBS = 4  # of one sentence
_PERSON = re.compile(f"{PERSON}+")
_PERSON_OF = re.compile(rf"{PERSON}+\s(?:of|from|at|with|in)\s[^,.;:{PERSON}]{{1,60}}$")
_OPENS_WITH = re.compile(
    rf"\s{{0,3}}(?:[A-Z]?[a-z]+,?\s|[{BODY}{PLACE}]+\s){{0,5}}?(?:{saying.HONORIFIC})?(?P<whom>{PERSON}+|(?:he|she|He|She)(?!\w))"
)
_APPOSED = re.compile(
    rf"\s{{0,3}}(?P<whom>{PERSON}+),\s(?!(?:the|an?|he|she|it|they|who|and|but|in|on|at|after|when)\s)[^,.;:{PERSON}]{{3,90}}$"
)
_THE_OFFICE = re.compile(
    rf"(?:the\s)?(?P<office>{OFFICE})(?!['’\w-])(?!\s?(?:,\s?)?{PERSON})(?!\s(?:of|for|to|at)\s)", re.IGNORECASE
)
_NO_LEAD = re.compile(r"[.:;“”„«»\"()]|(?<!\w)(?:who|which|that|when|while|and|or|is|was|has|had|will|would)(?!\w)")
_ENDS_POLITE = re.compile(f"{saying.HONORIFIC}$")
_OF_A_BODY = rf"(?:\s(?:of|from|at|with)\s(?:the\s)?[{BODY}{PLACE}]+(?:\s(?:Inc|Ltd|Corp|Co|plc|LLC)\.?)?)?"
_BRACKET = re.compile(r"\s\([^()\n]{1,30}\)$")  # "Sen. Lind (D-WA) said"
_CLOSED = re.compile(f"{_OF_A_BODY},")
_ENDS_IN_PERSON = re.compile(
    rf"(?:(?<![\w-])(?:{OFFICE}),?\s)?{saying.HONORIFIC}?{PERSON}+{_OF_A_BODY}$",
    re.IGNORECASE,
)
_ENDS_IN_OFFICE = re.compile(rf"(?<![\w-])the\s(?P<office>{OFFICE})$", re.IGNORECASE)
_ENDS_IN_PRONOUN = re.compile(r"(?<!\w)(?:he|she|он|она|il|elle)$", re.IGNORECASE)
_GOES_ON = re.compile(rf"['’]s?(?!\w)|,?\s(?:and|et|и)\s[^.,;]{{0,80}}?{PERSON}")
_WHO = re.compile(rf"(?<!\w)(?!and\s|or\s)(?:\w+\s|^)(?:{saying.HONORIFIC})?(?P<whom>{PERSON}+),\swho$")
_TO_ANOTHER = re.compile(
    r"(?<!\w)(?:asked|asks|told|tells|reminded|informed|assured|urged|warned)$"
)  # "Lind asked, he said"
_JOINED = re.compile(rf"{PERSON}[^.,;]{{0,60}}?(?:,?\s(?:and|et|и)\s|,\s)[^.,;]{{0,60}}$")
_ENDS_CLAUSE = re.compile(r"(?:,|(?<!\w)(?:which|whom|that|what))\s*$")
_CLAUSE = re.compile(rf"[.;:!?…(—]|[“”„«»\"{QUOTED}],?|,\s(?:but|and|while|as|yet|so)(?=\s)")
_CLAUSE_AND = re.compile(r",\s(?:and|or)\s(?:the\s)?$")
_NOBODY = re.compile(
    r"(?<!\w)(?:\w+['’]d(?:\sjust)?|not|never|не|is|are|was|were|be|been|being|would|could|might|may|can|to|if|you|have|a|an|the|of|that"
    r"|which|also)$|n['’]t$",
    re.IGNORECASE,
)
_NOUNS = frozenset(["states", "notes", "reports", "comments", "claims"])
_CLOSES_QUOTED = (",", '"', "”", "»", "?", "!", "-", "—", "–")
_WORDS = re.compile(
    rf"(?:[\w'’&/-]+|[{PERSON}{BODY}{PLACE}]+|(?:[A-Z]\.)+)(?:\s(?:[\w'’&/-]+|[{PERSON}{BODY}{PLACE}]+|(?:[A-Z]\.)+))*"
)
_LONGEST_PHRASE = 10
_LONGEST_BEHIND = 6
_RESOLVES = re.compile(r"General Assembly|Security Council|Conference|Convention|Congress|Parliament")
_IT = re.compile(r"(?:^|\s)it$", re.IGNORECASE)  # "it states": a document, but "it said": perhaps a ministry
_HEAD = re.compile(r"\s(?:of|for|from|by|in|on|at|between|to|with|against)\s")


class Subject(NamedTuple):
    """`text[start:end]` is who says it; `name` is "" where that is nobody who can be named."""

    name: str
    start: int
    end: int
    is_pronoun: bool = False


class Told(NamedTuple):
    """Who tells something in a sentence, a pronoun left as it is, and the words that say so."""

    subject: Subject
    start: int
    end: int


class Subjects:
    """Reads names and offices of one masked text; `antecedents` reads its pronouns."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda each: each.start)
        self._starts = [each.start for each in self._mentions]
        self.antecedents = Antecedents(text, self._name_at, self._resolved, self.told_in)

    @cached_property
    def _held(self) -> list[tuple[Office, str]]:
        return holders(self._text, self._name_at)

    def _name_at(self, at: int) -> str:
        index = bisect_right(self._starts, at) - 1
        return self._mentions[index].name if index >= 0 and at < self._mentions[index].end else ""

    def after(self, at: int) -> Subject:
        """Of what begins at `at`, behind the verb."""
        subject = self.written_after(at)
        return self.with_antecedent(subject)

    def with_antecedent(self, subject: Subject) -> Subject:
        if not subject.is_pronoun:
            return subject
        return subject._replace(name=self.antecedents.resolve_pronoun(subject.start))

    def written_after(self, at: int) -> Subject:
        """A pronoun is left as it is."""
        pronoun = saying.PRONOUN.match(self._text, at) or saying.OBJECT_PRONOUN.match(self._text, at)
        if pronoun:
            return Subject("", at, pronoun.end(), is_pronoun=True)
        if led := self._lead(at):
            return led
        if office := _THE_OFFICE.match(self._text, at):
            return Subject(self._resolved(*office.span("office")), at, office.end())
        if stranger := strangers.in_full(self._text, at):
            return Subject(" ".join(stranger.split()), at, at + len(stranger))
        end = self._end_of_phrase(at)
        return Subject(strangers.by_surname(self._text, self._text[at:end], at), at, end)

    def opening(self, at: int) -> Subject | None:
        """The person or pronoun that a sentence begins with."""
        begins = _OPENS_WITH.match(self._text, at)
        if not begins:
            return None
        start, end = begins.span("whom")
        if self._text[start] != PERSON:
            return self.with_antecedent(Subject("", start, end, is_pronoun=True))
        return None if _GOES_ON.match(self._text, end) else Subject(self._name_at(start), start, end)

    def is_somebody(self, subject: Subject) -> bool:
        """Whether it is one person, named or not."""
        return bool(subject.name) or subject.is_pronoun or is_one(self._text[subject.start : subject.end])

    def is_document(self, words: str) -> bool:
        return saying.DOCUMENT.search(_HEAD.split(words, maxsplit=1)[0]) is not None

    def named_in(self, start: int, end: int) -> str:
        """The name that ends there, or ""."""
        subject = self.written_before(end, start)
        return subject.name if subject else ""

    def _end_of_phrase(self, at: int) -> int:
        """Behind some words that may be "one dealer" or "the ministry"."""
        words = _WORDS.match(self._text, at, at + _LEAD)
        if not words:
            return at
        ends = [match.end() for match in re.finditer(r"\S+", words.group())][:_LONGEST_BEHIND]
        return at + ends[-1]

    def _lead(self, at: int) -> Subject | None:
        """The name that offices and bodies lead up to: "the head of the office in Rome, Maria Lind"."""
        person = _PERSON.search(self._text, at, at + _LEAD)
        if not person:
            return None
        lead = self._text[at : person.start()]
        if _NO_LEAD.search(_ENDS_POLITE.sub("", lead)) or "," in lead.rstrip(", "):
            return None
        named = _ENDS_IN_PERSON.search(self._text, at, person.end())
        if not named or saying.OBJECT.search(self._text[at : named.start()]):
            words = saying.OBJECT.sub("", self._text[at : named.start()]).rstrip() if named else ""
            return Subject("", at, at + len(words)) if words else None
        return Subject(self._alone(person), at, person.end())

    def _alone(self, person: re.Match[str]) -> str:
        """The name, unless it goes on: "Norov's deputy", "Norov and Stock"."""
        return "" if _GOES_ON.match(self._text, person.end()) else self._name_at(person.start())

    def before(self, at: int, begin: int, verb: str = "") -> Subject | None:
        """Of what ends at `at`, before the verb; the sentence begins at `begin`. None where nobody says it: "it is
        said", "did not say", "article 3 states"."""
        subject = self.written_before(at, begin, verb)
        return self.with_antecedent(subject) if subject else None

    def written_before(self, at: int, begin: int, verb: str = "") -> Subject | None:
        """A pronoun is left as it is."""
        begin = max(begin, at - _WINDOW)
        left = _BRACKET.sub("", saying.ADVERBS.sub("", self._text[begin:at].rstrip()))
        if pronoun := _ENDS_IN_PRONOUN.search(left):
            return Subject("", begin + pronoun.start(), begin + pronoun.end(), is_pronoun=True)
        if named := _ENDS_IN_PERSON.search(left):
            return self._named(named, left, begin)
        if (office := _ENDS_IN_OFFICE.search(left)) and not saying.OBJECT.search(left[: office.start()] + " "):
            name = self._resolved(begin + office.start("office"), begin + office.end("office"))
            return Subject(name, begin + office.start(), begin + office.end())
        if left.endswith(",") and (found := self._set_off(left, begin)):
            return found
        if re.search(r"(?<!\w)(?:who|and|then|but)$", left):
            return self._first(left, begin)
        return None if verb in _NOUNS else self._somebody(left.rstrip(", "), begin, verb)

    def _named(self, named: re.Match[str], left: str, begin: int) -> Subject | None:
        """ "Maria Lind", but nobody by name in "a friend of Maria Lind", "Norov and Maria Lind"."""
        person = next(_PERSON.finditer(left, named.start()))
        lead = left[: named.start()]
        if saying.OBJECT.search(lead) and not _CLAUSE_AND.search(lead):
            return self._somebody(left, begin)
        with_another = _JOINED.search(lead) if not _ENDS_CLAUSE.search(lead) else None
        joined = with_another and not saying.LAST.search(lead, with_another.start())
        return Subject(
            "" if joined else self._name_at(begin + person.start()), begin + named.start(), begin + named.end()
        )

    def _set_off(self, left: str, begin: int) -> Subject | None:
        """Of "Maria Lind, head of the office, said" and of "The head of the office, Maria Lind, said" the name that a
        comma closes."""
        clause = max((match.end() for match in _CLAUSE.finditer(left)), default=0)
        closed = [match for match in _PERSON.finditer(left, clause) if _CLOSED.match(left, match.end())]
        for match in closed:
            named = _ENDS_IN_PERSON.search(left, clause, match.end())
            lead = left[clause : named.start() if named else match.start()]
            if saying.OBJECT.search(lead):
                continue
            if PERSON in lead.rsplit(",", 1)[-1] or self._is_joined(left, match, closed):
                return None
            return Subject(self._name_at(begin + match.start()), begin + match.start(), begin + match.end())
        return None

    def _is_joined(self, left: str, person: re.Match[str], closed: list[re.Match[str]]) -> bool:
        """ "Maria Lind, the head, and Anna Orlova, the deputy, said"."""
        others = [each.start() for each in closed if each.start() > person.start()]
        return bool(others) and re.search(r"(?<!\w)(?:and|et|и)\s", left[person.end() : others[-1]]) is not None

    def _first(self, left: str, begin: int) -> Subject | None:
        """Of "Maria Lind got up and" and "Maria Lind, who" the only person."""
        if whose := _WHO.search(left):
            return Subject(self._name_at(begin + whose.start("whom")), begin + whose.start("whom"), begin + len(left))
        clause = max((match.end() for match in re.finditer(r"[.;:!?…]|[“”«»\"]", left)), default=0)
        people = list(_PERSON.finditer(left, clause))
        lead = left[clause : people[0].start()] if people else ""
        if len(people) != 1 or saying.OBJECT.search(lead) or _GOES_ON.match(left, people[0].end()):
            start = left.rfind(" ") + 1
            return Subject("", begin + start, begin + len(left)) if left[clause:].strip() else None
        return Subject(self._name_at(begin + people[0].start()), begin + people[0].start(), begin + people[0].end())

    def _somebody(self, left: str, begin: int, verb: str = "") -> Subject | None:
        """ "A spokesman", "the ministry": the words that end there, where they are no document's."""
        clause = max((match.end() for match in _CLAUSE.finditer(left)), default=0)
        if person := _PERSON_OF.search(left, clause):
            name = "" if saying.OBJECT.search(left[: person.start()]) else self._name_at(begin + person.start())
            return Subject(name, begin + person.start(), begin + person.end())
        if apposed := _APPOSED.match(self._text, begin, begin + len(left)):
            start, end = apposed.span("whom")
            return Subject(self._name_at(start), start, begin + len(left)) if end < begin + len(left) else None
        phrase = left[max(clause, left.rfind(",") + 1) :].strip()
        if not phrase or _NOBODY.search(phrase):
            return None
        words = phrase.split()[-_LONGEST_PHRASE:]
        head = _HEAD.split(" ".join(words), maxsplit=1)[0] if len(words) > 1 else words[0]
        if head.endswith(BODY) and _RESOLVES.search(self._name_at(begin + left.rfind(head) + len(head) - 1)):
            return None
        if saying.DOCUMENT.search(head) or (_IT.search(head) and verb.endswith("s")):
            return None
        start = left.rfind(" ".join(words)) if " ".join(words) in left else len(left) - len(words[-1])
        name = strangers.by_surname(self._text, " ".join(words), begin + start)
        return Subject(name, begin + start, begin + len(left))

    def told_in(self, start: int, end: int) -> Told | None:
        """Who says something in a sentence, directly or not; nobody by name where several do."""
        verbs = list(islice(saying.LAST.finditer(self._text, start, end), _VERBS))
        told = [each for verb in verbs if (each := self._told_by(verb, start))]
        known = [each for each in told if each.subject.name or each.subject.is_pronoun]
        if known and known[0].subject.name and all(each.subject.is_pronoun for each in known[1:]):
            asked = _TO_ANOTHER.search(self._text, known[0].start, known[0].end)
            return known[0] if len(known) > 1 and not asked else known[-1]
        if len({each.subject.name for each in known}) > 1:
            return known[0]._replace(subject=known[0].subject._replace(name="", is_pronoun=False))
        return known[-1] if known else told[0] if told else None

    def shown_in(self, start: int, end: int) -> Told | None:
        """Who shows in a sentence what they think: "Lind expressed concern"."""
        verb = saying.SHOWING.search(self._text, start, end)
        subject = self.opening(start) if verb else None
        if not verb or not subject or verb.start() - subject.end > _LEAD:
            return None
        return Told(subject, subject.start, verb.end())

    def _told_by(self, verb: re.Match[str], start: int) -> Told | None:
        before = self.written_before(verb.start(), start, verb.group())
        if before and (before.name or before.is_pronoun):
            return Told(before, before.start, verb.end())
        ahead = self._text[max(start, verb.start() - 3) : verb.start()].rstrip()
        if ahead.endswith(_CLOSES_QUOTED) and self._text[verb.end() : verb.end() + 1] == " ":
            found = self.written_after(verb.end() + 1)
            if found.name or found.is_pronoun or not ahead.endswith(","):
                return Told(found, verb.start(), found.end)
        return Told(before, before.start, verb.end()) if before else None

    def _resolved(self, start: int, end: int) -> str:
        """Who holds the office written there; of several the only one who is named before."""
        fitting = holders_of(office_at(self._text, start, end, self._name_at), self._held)
        if len(fitting) > 1:
            fitting &= {each.name for each in self._mentions[: bisect_right(self._starts, start)]}
        return fitting.pop() if len(fitting) == 1 else ""
