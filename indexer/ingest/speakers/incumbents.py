"""Whom an article means by an office alone: "the Secretary General of the CSTO", by the article's date.

The article itself comes first: where it names somebody else beside that office, nobody is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from indexer.article import PartialDate
from indexer.authority import Authority
from indexer.authority.offices import Offices, offices_of
from indexer.ingest.names import Mention
from indexer.ingest.speakers import saying
from indexer.ingest.speakers.quoted import has_quoted
from indexer.ingest.speakers.titled import Titled, Titles

_ARTICLES, _VERBS = 16, 20  # characters, the longest there are
_BEFORE, _SENTENCE = 40, 300
# "the UN Secretary-General", "said UN chief": not "a US President", "the then President of France".
_ARTICLE = re.compile(
    r"(?<!\w)(?:(?:the|le|la|el)\s(?:(?:current|present|incumbent|serving)\s)?|l['’])$", re.IGNORECASE
)
_WITHOUT_ARTICLE = re.compile(rf"(?:^|[.:;!?“”„«»\"…\n][\s“„«\"]*|(?<!\w){saying.SAID}\s|,\s)$")
_ANOTHER = re.compile(  # бывший генсек, как президент, экс-президент
    r"(?:(?<!\w)(?:бывш|тогдашн|экс|перв|нов|будущ|прежн|следующ|предыдущ|избранн|люб|кажд|втор|стал|как|являет)\w*[\s-]|\w-)$",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"(?<!\w)(?:is|was|as|be|been|being|become|became|elected|appointed|named|than|like|est|était|comme|es|fue|era|como)\s$"
)
_THEIR_WORDS = re.compile(r"(?:по словам|по мнению|по данным|по оценке|по утверждению)\s$", re.IGNORECASE)
_GOES_ON = re.compile(
    r",?\s{1,4}(?:(?:Mr|Mrs|Ms|Dr|M|Mme|H\.?\s?E|Sr|г-н)\.?\s)?[A-ZА-ЯЁÀ-Þ]|-\w|['’]?,?\s\(?(?:Mr|Mrs|Ms|Dr)\.?\s"
    r"|\s(?:of|for|to|elect|designate|nominee|candidates?|hopefuls?|elections?|race|post|spokes\w+|advis[eo]rs?|aides?|envoys?"
    r"|negotiators?|executives?|inspectors?|economists?|prosecutors?|scientists?|representatives?|deputy|de|du|por)(?!\w)"
)
_SPANISH = r"(?:dijo|declaró|afirmó|señaló|aseguró|agregó|añadió|dicho|declarado|afirmado|señalado)(?!\w)"
_ORGANISATION = r"(?:organi[sz]ation|организации|organización)(?!\w)"
_SAYS = re.compile(rf",?\s(?:(?:has|had|also|later|then|today|yesterday|a|ha)\s){{0,2}}(?:{saying.SAID}|{_SPANISH})")
_SAID_BY = re.compile(
    rf"(?:(?<!\w){saying.SAID}|(?<!\w){_SPANISH}|(?:according to|in the words of|selon|d['’]après|según|по словам"
    rf"|по мнению)(?!\w))\s(?:(?:the|le|la|el)\s|l['’])?$",
    re.IGNORECASE,
)
_ITS = re.compile(rf"{_ORGANISATION}['’]s\s$", re.IGNORECASE)
_OF_IT = re.compile(rf"\s(?:(?:of\sthe|de\sla|de)\s|de\sl['’]|(?=о)){_ORGANISATION}", re.IGNORECASE)
_APPOSED = re.compile(r"(?P<name>\w)\)?(?:,|\s?[—–(-])\s?$")
_YEAR = re.compile(r"(?<![\w/.])(?:19|20)\d\d(?![\w/])")
_ELIDED = re.compile(r" l['’](?P<body>[A-Z]{2,9})(?!\w)")
_ENDS = re.compile(r"[.!?]\s|\n|[“”„«»\"]")  # of a sentence, or of what somebody else says in it


@dataclass(frozen=True, slots=True)
class Incumbents:
    """`mentions`: those of an article, in which an office that stands for its holder has become a person; `surely`: the
    holders of offices beside the name of their body."""

    mentions: tuple[Mention, ...]
    surely: tuple[str, ...] = ()


def with_incumbents(
    text: str, mentions: Sequence[Mention], date: PartialDate, source: str, authority: Authority
) -> Incumbents:
    """`mentions` as `names_in` gives them; `source` is the body that publishes it."""
    known, offices = as_known(date), offices_of(authority)
    if not known:
        return Incumbents(tuple(mentions))
    publishers = tuple(_with_parents(source, authority)) if source else ()
    mentions = _with_elided(text, mentions, authority) if not text.isascii() else mentions
    titles, alone = Titles(text, mentions, offices), offices.alone_at(publishers)
    reader = _Reader(text, mentions, known, offices, publishers)
    beside = titles.beside_bodies()
    meant = reader.meant(beside)
    quoted = has_quoted(text) if alone or meant else False
    if quoted:
        meant |= alone
    if not meant:
        return Incumbents(tuple(mentions))
    everywhere = [*beside, *(each for each in titles.read(meant) if each not in beside)]
    found = list(reader.resolved(everywhere, alone=quoted))
    speaking = [each for each in found if _speaks(text, each)]
    return Incumbents(_as_people(mentions, speaking), tuple(dict.fromkeys(each.person for each in found if each.body)))


def _with_elided(text: str, mentions: Sequence[Mention], authority: Authority) -> Sequence[Mention]:
    """Also the bodies of "le secrétaire général de l'ONU", which no word boundary sets off."""
    found = [_ELIDED.finditer(text)] if "é" in text and (" l'" in text or " l’" in text) else []
    bodies = [(each, entry) for each in chain(*found) for entry in authority.lookup(each["body"])]
    extra = [Mention(e.kind, e.name, *m.span("body")) for m, e in bodies if e.kind == "organisation"]
    return sorted([*mentions, *extra], key=lambda each: (each.start, each.end)) if extra else mentions


def as_known(date: PartialDate) -> str:
    """As far as it tells who held an office: of a date that is only likely, the year."""
    return date.value[:4] if date.is_likely else date.value


def _with_parents(body: str, authority: Authority) -> Iterator[str]:
    entry = authority.entry("organisation", body)
    for _ in range(4):
        if entry:
            yield entry.name
            entry = authority.entry("organisation", entry.parent) if entry.parent else None


def _speaks(text: str, office: Titled) -> bool:
    """Whether it stands beside a word of saying. Any other office would be a person whom "he" may mean."""
    ahead = text[max(0, office.start - _BEFORE) : office.start]
    return _SAYS.match(text, office.end) is not None or _SAID_BY.search(ahead) is not None


def _as_people(mentions: Sequence[Mention], found: Sequence[Titled]) -> tuple[Mention, ...]:
    """Each of the offices as one mention, for all that stand in it."""
    people = [Mention("person", each.person, each.start, each.end, office=True) for each in found]
    taken = {at for each in people for at in range(each.start, each.end)}
    kept = [each for each in mentions if each.start not in taken]
    return tuple(sorted([*kept, *people], key=lambda each: (each.start, each.end)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Of one article; `publishers` are its source and the bodies that this belongs to."""

    text: str
    mentions: Sequence[Mention]
    date: str
    offices: Offices
    publishers: tuple[str, ...]

    def meant(self, offices: list[Titled]) -> frozenset[str]:
        """The keys of the titles of which some may stand for a person."""
        held = (each for each in offices if self._holder(each, each.body) and self._stands_for_one(each))
        return frozenset(chain.from_iterable(self.offices.titles.meant_by(each.title) for each in held))

    def resolved(self, offices: list[Titled], *, alone: bool) -> Iterator[Titled]:
        """Those that stand for the person who held them, each with that person, its body "" where it is not written. A
        title alone is read only on demand: it tells who speaks, and nothing else."""
        for each in offices:
            body = each.body or (self._meant_body(each, offices) if alone else "")
            person = self._holder(each, body)
            if person and self._stands_for_one(each) and self._agrees(each, body, person, offices):
                yield replace(each, person=person)

    def _holder(self, office: Titled, body: str) -> str:
        return self.offices.holder(office.title, body, self.date) if body and not office.person else ""

    def _meant_body(self, office: Titled, offices: list[Titled]) -> str:
        """Of a title alone: the only body in the text that has one of this title, else that which publishes it."""
        if not self.offices.titles.stands_alone(office.title):
            return ""
        titles = self.offices.titles.meant_by(office.title)
        bodies = {each.body for each in offices if each.body and self.offices.titles.meant_by(each.title) & titles}
        if len(bodies) > 1:
            return ""
        mine = (each for each in self.publishers if self.offices.has(office.title, each))
        return bodies.pop() if bodies else next(mine, "")

    def _agrees(self, office: Titled, body: str, person: str, offices: list[Titled]) -> bool:
        """Whether the text names nobody else beside this office, of this body or of one that it leaves out; and whether
        the same one held it in each earlier year that is told beside it: not "in 1956 the … said"."""
        titles = self.offices.titles.meant_by(office.title)
        others = (each for each in offices if each.body in ("", body) and each.person not in ("", person))
        if any(self.offices.titles.meant_by(each.title) & titles for each in others):
            return False
        return all(self.offices.holder(office.title, body, year) == person for year in self._earlier_years(office))

    def _stands_for_one(self, office: Titled) -> bool:
        before = self.text[max(0, office.start - _BEFORE) : office.start]
        if not office.body and (its := _ITS.search(before)):
            before = before[: its.start()]
        if self._goes_on(office):
            return False
        if "а" <= office.title[:1].lower() <= "я":
            return self._is_subject(office.title, before, office.start)
        article = _ARTICLE.search(before, max(0, len(before) - _ARTICLES))
        head = before[: article.start()] if article else before
        verbs = max(0, len(head) - _VERBS)
        if article:
            stands = not _PREDICATE.search(head, verbs)
        else:
            stands = bool(office.body and _WITHOUT_ARTICLE.search(head, verbs))
        return stands and not self._is_apposed(head, office.start - len(before) + len(head))

    def _goes_on(self, office: Titled) -> bool:
        """Whether what follows makes it another office, or names somebody: "President of Russia's bank"."""
        if not office.body and _OF_IT.match(self.text, office.end):
            return False
        owns = office.body and office.opens and self.text[office.end : office.end + 1] in ("'", "’")
        return bool(owns) or _GOES_ON.match(self.text, office.end) is not None

    def _is_subject(self, title: str, before: str, at: int) -> bool:
        """Of a Russian title: in the nominative, or behind words that make what it is in another case the speaker."""
        if _ANOTHER.search(before) or self._is_apposed(before, at):
            return False
        return self.offices.titles.is_nominative(title) or _THEIR_WORDS.search(before) is not None

    def _is_apposed(self, before: str, at: int) -> bool:
        """Whether it is set off behind what may be a name: "Orla Salt, the …"."""
        match = _APPOSED.search(before, max(0, len(before) - 5))
        if not match:
            return False
        word, end = re.split(r"[\s(]", before[: match.end("name")])[-1], at - len(before) + match.end("name")
        return word[:1].isupper() and not any(each.kind != "person" and each.end == end for each in self.mentions)

    def _earlier_years(self, office: Titled) -> set[str]:
        """Those in its sentence, as far as that is nobody's quoted words."""
        before = self.text[max(0, office.start - _SENTENCE) : office.start]
        begin = max((each.end() for each in _ENDS.finditer(before)), default=0)
        after = _ENDS.split(self.text[office.end : office.end + _SENTENCE], maxsplit=1)[0]
        return {year for year in _YEAR.findall(before[begin:] + after) if year < self.date[:4]}
