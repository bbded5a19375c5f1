"""Who is the subject of a verb of saying, or follows "selon", in a masked text of another language than English."""

import re
from dataclasses import dataclass

from indexer.article import Span
from indexer.ingest.speakers.foreign.cues import DROPS_PRONOUN, ROMANCE
from indexer.ingest.speakers.foreign.holders import Holders
from indexer.ingest.speakers.foreign.named import AND_ANOTHER, LEAD, PEOPLE, QUOTED_NAME, WORD, Named
from indexer.ingest.speakers.foreign.referents import Referents
from indexer.ingest.speakers.offices import PERSON

_BEGINS = re.compile(
    r"(?<!\w)(?:qui|que|qu['’]\w+|où|dont|когда|котор\w{2,3}|что|cuando|quien|donde|als|wenn|lors|tras|si|не)(?!\w)"
)
_SOMEBODY = re.compile(
    r"(?:une?|des|plusieurs|deux|certains|un[oa]|unos|varios|fuentes|ein\w{0,2}|um|uma|один|одна|некий)\s"
)
_TAIL = 60
_ARTICLE = re.compile(r"\s?(?i:la|le|el)\s")
_APPOSED = re.compile(rf"(?P<person>{PERSON}+)(?:\s?\([^()]{{1,60}}\)|,(?:[^,.;:{PERSON}]{{1,110}},?)?)?\s?$")
_RELATED = re.compile(
    rf"(?:{WORD}\s){{0,8}}?(?P<person>{PERSON}+),\s(?:qui|que|quien|котор[а-яё]{{2,3}}|che|der|die)\s[^.;:]{{1,160}},$"
)
# "X, quien señaló", "X, alcalde de Soria, qui a déclaré"; "a X, para saber su opinión, quien"
_WHO = re.compile(rf"(?P<person>{PERSON}+)(?:,[^,.;:{PERSON}]{{1,60}})?,\s(?:quien|qui)$")
_WHO_AFTER = re.compile(r",\squien$")
# What stands before a verb and is no subject of it: "Al respecto,", "En aquel momento", "Sin embargo,".
_ADVERBIAL = re.compile(
    r"\s?(?:Al|En|A|Con|Por|Tras|Sobre|Para|Durante|Desde|Sin|De|Ante|Sólo|Solo|Después|Posteriormente|Finalmente|Incluso|Y"
    rf"|Pero|Así|Em)(?:(?:\s[^\W\d_{PERSON}]+){{0,3}}|(?:\s[^\s,.;:{PERSON}]+){{0,8}},)"
)
_OF_COACHES = frozenset({"специалист", "наставник", "тренер", "собеседник", "эксперт"})
# By these an article calls somebody whom it has named; a doctor or an expert may be anybody.
_HERS = re.compile(r"(?:[^и]ка|ца|иса|женщина|девушка|есса)$")
_OF_NOTE = re.compile(
    r"(?:чиновни[кц]а?|политик|дипломат|собеседни(?:к|ца)|парламентарий|военный|актриса|актёр|артист(?:ка)?|художни(?:к|ца)"
    r"|певец|певица|спортсмен(?:ка)?|голкипер|вратарь|форвард|нападающий|(?:полу)?защитник|[а-яё]+олист|хоккеист|теннисист(?:ка)?"
    r"|шахматист(?:ка)?|гимнастка|фигурист(?:ка)?|биатлонист(?:ка)?|боксёр|гонщик|капитан|наставник|тренер|специалист|космонавт|режиссёр"
    r"|писатель(?:ница)?|поэт(?:есса)?|драматург|музыкант|композитор|дирижёр|скульптор|архитектор|продюсер)[ау]?"
)
_FIRST_CASE = re.compile(r"[бвгджзйклмнпрстфхцчшщь]$|^(?:глава|судья)")  # of an office
_OPENS = re.compile(r"(?:\W*(?:А|Но|И|Сам)\s|\W*)")
_IN_RELATIVE = re.compile(r",\s(?:[а-яё]{1,4}\s)?(?:котор[а-яё]{2,3}|где|куда|когда|чь[а-яё]{1,2})\s[^,]*$")
_JOINED = re.compile(rf"(?P<person>{PERSON}+)\s[^,.;:{PERSON}]{{1,60}}\s(?:y|et|и|e|und)$")


@dataclass(frozen=True, slots=True)
class Sayer:
    """`name` "" is somebody who cannot be named; `end` is where the words for him end."""

    name: str
    end: int


class Sayers:
    """Of one masked text."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self._text, self._cues, self._name_at = named.text, named.cues, named.name_at
        self._holders = Holders(named)
        self.referents = Referents(named, self._holders)

    def after(self, at: int, end: int, *, oblique: bool = False, far: bool = True) -> Sayer:
        """Of what begins at `at`, behind a verb; `oblique` where the name stands in another case than the first."""
        if spoken_of := self._spoken_of(at, far=far):
            return spoken_of
        if self._cues.language == "ru" and self._text.startswith("и ", at):  # добавил и X
            at += 2
        lead = LEAD.match(self._text, at, min(end, at + 220))
        office = self._office_first(at, lead.start("person") if lead else end)
        if not lead or self._breaks_off(at, lead):
            return office or Sayer("", at)
        if self._cues.language == "ru" and not oblique and (subject := self._told_to(lead)):
            return subject
        if self._is_object(lead) or (not oblique and self._named.is_oblique(lead.span("person"))):
            return office if office and office.name else Sayer("", at)
        if AND_ANOTHER.match(self._text, lead.end(), min(len(self._text), lead.end() + 90)):
            return Sayer("", lead.end())
        return Sayer(self._name_at(lead.start("person")), lead.end())

    def _called(self, generic: re.Match[str], begin: int = 0, *, far: bool = True) -> str:
        """Whom "el italiano" or "la política" means; Russian has no article that tells."""
        article = _ARTICLE.match(generic.group())
        pronoun = "" if article is None else "ella" if article.group().strip().lower() == "la" else "él"
        return self.referents.resolve(begin + generic.start(), pronoun, far=far)

    def _spoken_of(self, at: int, *, far: bool) -> Sayer | None:
        """ "он", "le diplomate"."""
        if pronoun := self._cues.pronoun.match(self._text, at):
            return Sayer(self.referents.resolve(at, pronoun.group(), far=far), pronoun.end())
        generic = self._cues.generic.match(self._text, at)
        return Sayer(self._generic(generic, far=far), generic.end()) if generic else None

    def _generic(self, generic: re.Match[str], *, far: bool) -> str:
        """The politician, the coach: the one who is called so here, else the only one who is spoken of."""
        if self._cues.language != "ru":
            return self._called(generic, far=far)
        word = generic.group().split()[-1].lower()
        fitting = self._holders.called(word)
        if office := self._cues.office.search(self._text, *generic.span()):
            fitting = fitting or self._holders.fitting(office.start())
        if len(fitting) == 1:
            return next(iter(fitting))
        hers = "она" if _HERS.search(word) else ""
        name = self.referents.resolve(generic.start(), hers, far=far, alone=True)
        if not (_OF_NOTE.fullmatch(word) or self.referents.has_spoken(name)):
            return ""
        if fitting:
            return name if name in fitting else ""
        is_coach = name in self._holders.called("тренер") | self._holders.called("наставник")
        return name if not is_coach or word in _OF_COACHES else ""

    def _told_to(self, lead: re.Match[str]) -> Sayer | None:
        """ "сказал Иванову Петров"."""
        second = re.compile(rf"\s(?:{WORD}\s){{0,2}}?(?P<person>{PERSON}+)").match(self._text, lead.end())
        if second is None or lead["lead"].strip() or not self._named.is_oblique(lead.span("person")):
            return None
        if self._named.is_oblique(second.span("person")) or self._cues.objects.search(second.group().split()[0]):
            return None
        return Sayer(self._name_at(second.start("person")), second.end())

    def _breaks_off(self, at: int, lead: re.Match[str]) -> bool:
        """Whether something else begins before the name: another verb, "que", "который"."""
        between = self._text[at : lead.start("person")]
        if lead["comma"] and not self._cues.office.search(between):
            return True
        if _BEGINS.search(between) or _SOMEBODY.match(between):
            return True
        prepositional = self._starts_with_object(between)
        if prepositional and (lead["comma"] or len(between.split()) > 6):
            return True
        return self._cues.verb.search(self._cues.office.sub("", between)) is not None

    def _starts_with_object(self, between: str) -> bool:
        first = between.split(maxsplit=1)[:1]
        return bool(first) and self._cues.objects.search(first[0]) is not None

    def _is_object(self, lead: re.Match[str]) -> bool:
        """ "un ami de X", "l'entourage du président X"."""
        before = lead["lead"].rstrip()
        if lead["comma"]:
            return False
        honorific = re.search(self._cues.honorific + "$", before + " ")
        before = before[: honorific.start()].rstrip() if honorific else before
        return self._named.is_led_by_object(before)

    def _office_first(self, at: int, end: int) -> Sayer | None:
        """ "le ministre", where the article names the one who holds the office."""
        limit = min(end, at + 60)
        article = re.compile(r"(?:le|la|l['’]|el|il|der|die|o|a|lo|même|mismo|propio)?\s?", re.IGNORECASE).match(
            self._text, at
        )
        office = self._cues.office.match(self._text, article.end() if article else at, limit)
        return Sayer(self._holders.holder(office.start()), office.end()) if office else None

    def before(self, begin: int, at: int) -> Sayer | None:
        """Of what ends at `at`, before the verb; None where nothing stands there."""
        left = self._cues.adverbs.sub("", self._text[begin:at].rstrip()).rstrip()
        if not left:
            return Sayer(self.referents.resolve(begin, ""), at) if self._cues.language in DROPS_PRONOUN else None
        if self._cues.language in DROPS_PRONOUN and _ADVERBIAL.fullmatch(left):
            return Sayer(self.referents.resolve(begin, ""), at)
        if told := self._referring(left, begin, at) or self._at_a_distance(left, begin, at):
            return told
        if (named := _APPOSED.search(left)) and self._is_subject(left, named.span("person"), begin):
            return Sayer(self._name_at(begin + named.start("person")), at)
        tail = left[-80:]
        if (offices := list(self._cues.office.finditer(tail))) and not PEOPLE.search(tail[offices[-1].start() :]):
            last = offices[-1]
            follows = tail[last.end() :]
            if re.fullmatch(rf"(?:\s{WORD}){{0,4}}", follows):
                subject = self._cues.language != "ru" or _FIRST_CASE.search(last.group().lower())
                start = begin + len(left) - len(tail) + last.start()
                return Sayer(self._holders.holder(start) if subject else "", at)
        return Sayer("", at)

    def _referring(self, left: str, begin: int, at: int) -> Sayer | None:
        """ "il", "la política", "el de Soria"."""
        if pronoun := self._cues.pronoun_before.search(left):
            return Sayer(self.referents.resolve(begin + pronoun.start(), pronoun.group()), at)
        generic = (
            self._cues.generic_at_end.search(left, max(0, len(left) - _TAIL))
            if self._cues.language in ROMANCE
            else None
        )
        return Sayer(self._called(generic, begin), at) if generic else None

    def _only_one(self, left: str) -> re.Match[str] | None:
        people = list(PEOPLE.finditer(left))
        return people[0] if len(people) == 1 else None

    def _at_a_distance(self, left: str, begin: int, at: int) -> Sayer | None:
        """ "X, qui a rencontré Y, affirme", "X sonrió y dijo"."""
        related = _RELATED.match(left)
        joined = _JOINED.search(left)
        is_relative = left.endswith((" quien", " qui"))
        if is_relative and (who := _WHO.search(left) or (_WHO_AFTER.search(left) and self._only_one(left))):
            return Sayer(self._name_at(begin + who.start()), at)
        person = related or joined
        if person is None or not self._is_subject(left, person.span("person"), begin):
            return None
        return Sayer(self._name_at(begin + person.start("person")), at)

    def _is_subject(self, left: str, person: Span, begin: int) -> bool:
        before = re.sub(rf"(?:{self._cues.honorific})$", "", left[: person[0]]).rstrip()
        if self._cues.language == "ru" and left.endswith(",") and _IN_RELATIVE.search(before):
            return False
        if self._named.is_led_by_object(before) or self._named.is_oblique((begin + person[0], begin + person[1])):
            return False
        return re.search(rf"{PERSON}\s(?:et|y|и|und|e)(?:\s{WORD})?$", before) is None

    def first(self, begin: int, at: int) -> Sayer | None:
        """The person with whom the clause begins, where it names no other: "Marie Lefort, directrice, se réjouit"."""
        people = list(PEOPLE.finditer(self._text, begin, at))
        if not people and self._cues.language == "ru":
            return self._office_opening(begin, at)
        if self._cues.language == "ru":
            people = [each for each in people if not self._named.is_oblique(each.span())] or people
        if not people or len({self._name_at(each.start()) for each in people}) > 1:
            return None
        lead = QUOTED_NAME.sub("", self._text[begin : people[0].start()])
        plain = len(lead) < 90 and not re.search(r"[.;:!?«»“”\"]", lead) and not self._cues.verb.search(lead)
        if not plain or self._cues.objects.search(lead.rstrip()) or self._named.is_oblique(people[0].span()):
            return None
        honorific = re.fullmatch(rf"(?:\w{{1,3}}\s)?(?:{self._cues.honorific})", lead)
        linked = re.fullmatch(
            r"\W*(?:et|y|а|и|но|mais|pero)?\s?|[^,]{0,60},\s|(?:[^\W\d_]+\s){1,4}", lead, re.IGNORECASE
        )
        office = self._cues.office.search(lead) and "," not in lead.rstrip(", ")
        if not (honorific or linked or office):
            return None
        return Sayer(self._name_at(people[0].start()), people[0].end())

    def first_office(self, begin: int, at: int) -> Sayer | None:
        """The holder of the office with which the clause begins, where it names nobody: "El ministro propone"."""
        if PEOPLE.search(self._text, begin, at):
            return None
        office = self._office_first(begin, at)
        return office if office and office.name else None

    def _office_opening(self, begin: int, at: int) -> Sayer | None:
        """ "Премьер-министр улыбнулся", where the article names the one who holds the office."""
        office = self._cues.office.match(self._text, _OPENS.match(self._text, begin, at).end(), at)  # type: ignore[union-attr]
        if office is None or not _FIRST_CASE.search(office.group().lower()):
            return None
        name = self._holders.holder(office.start())
        return Sayer(name, office.end()) if name else None
