"""What tells before a quotation whose it is: X a déclaré : « … »; selon X, « … »; X считает, что «…»."""

import re

from indexer.article import Span
from indexer.ingest.speakers.foreign.cues import DROPS_PRONOUN, ROMANCE
from indexer.ingest.speakers.foreign.dialogue import Told
from indexer.ingest.speakers.foreign.reading import Group, Reading, is_weak
from indexer.ingest.speakers.foreign.sayers import Sayer
from indexer.ingest.speakers.offices import PERSON, QUOTED

_REACH, _FEWEST = 500, 4
_NEAR = 120
_AND = re.compile(r"[\s,;](?:y|e|et|pero|mais|aunque|sino|puis)$")
_HE = re.compile(r"\s?(?:(?:il|elle|él|ella)\s)?(?:ne\s|n['’]|no\s|se\s|s['’]|le\s|les\s|l['’]|lo\s|ya\s){0,2}")
_TO_ADD = re.compile(r"\s*(?P<and>(?:Et|Puis)\s(?:de|d['’])\s?(?:[^\W\d_]+(?:er|re|ir)))(?!\w)")
_WHOM = re.compile(r"\s(?:que|a quien(?:es)?|al? (?:que|cual))\s$")
_CALLED = re.compile(r"(?<!\w)(?:de|d['’]|como|comme)\s?$")  # "calificó la ley de «…»"
_CALLS_IT = re.compile(r"(?i:calific|tild|tach|defin|describ|descrit|qualifi|trait)")
_COMMA = re.compile(r"[;,]$")
_WORD, _CLOSE = re.compile(r"(?<!\w)\w"), 25
_PLURAL = re.compile(r"(?i:\w*ent|\w*ont|\w*n)(?!\w)")
_AND_PERSON = re.compile(rf"\s(?:y|e|et)\s(?=[^.,;:{PERSON}]{{0,40}}{PERSON}+\s?$)")
_SHORT = re.compile(rf"[«„“\"][^«»“”„\"]{{0,3}}{QUOTED}{{1,40}}[^«»“”„\"]{{0,3}}[»“”\"]\s?")
_CONCLUDES = re.compile(rf"(?P<person>{PERSON}+)\s(?:de|d['’])\s?\w+(?=\s?$)")
# "X получил письмо:" and "X прочитал на стене:" announce what another says.
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:получ|проч[ёиеа]|чита|услыш|слыш|увиде|нашёл|нашла|узна|процитир|цитир|сч[её]том|слов[аа]\s|говорится)"
)
_WORDS_OF = re.compile(rf"(?i:слова|фразу|цитату)\s(?:\w+\s){{0,3}}?{PERSON}")
_LABEL = re.compile(rf"(?:[^\w{PERSON}]*|[^{PERSON}.:;]{{0,60}})(?P<person>{PERSON}+)\s?")
_BODY = re.compile(r"(?i:empresa|entreprise|sociét|компан|агентств|парти|банк|клуб|концерн)")


class Ahead:
    """Of one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text, self._masked = reading.text, reading.masked
        self._cues, self._sayers = reading.cues, reading.sayers
        self._is_romance = reading.cues.language in ROMANCE

    def told(self, group: Group, paragraph: int, sentence: int) -> Told | None:
        opening = group.quoted.start - 1
        begin = max(sentence, opening - _REACH)
        stretch = self._masked[begin:opening]
        if not stretch.strip() and sentence == paragraph:
            return self._announced_above(paragraph, group) if self._is_romance else None
        if stretch.rstrip().endswith(":"):
            return self._announced(begin, opening, group)
        if group.is_title or group.is_term(stretch, self._cues):
            return None
        return self._fronted(begin, opening) or self._to_add(begin, opening) or self._reported(begin, opening)

    def _to_add(self, begin: int, end: int) -> Told | None:
        """ "Et d'ajouter que « … »"."""
        verb = _TO_ADD.match(self._masked, begin, end) if self._cues.language == "fr" else None
        if verb is None or not re.match(r"\s?:|\s(?:que|qu['’])", self._masked[verb.end() : end + 1]):
            return None
        return Told(self._sayers.referents.resolve(begin, ""), verb.span("and"))

    def _announced_above(self, paragraph: int, group: Group) -> Told | None:
        """A paragraph that ends "X explique :", and the words said in the next."""
        above = self._masked[max(0, paragraph - _REACH) : paragraph].rstrip()
        if not above.endswith(":") or not group.is_sentence:
            return None
        begin = self._sayers.referents.sentence(max(0, paragraph - _REACH) + len(above) - 1)
        return self._announced(max(begin, paragraph - _REACH), paragraph, group)

    def announced_before(self, begin: int, end: int, group: Group) -> Told | None:
        """X признался: and what he says is the next paragraph; `text[begin:end]` is the sentence that ends with ":"."""
        return self._announced(max(begin, end - _REACH), end, group)

    def _announced(self, begin: int, opening: int, group: Group) -> Told | None:
        """X a déclaré : « … »."""
        end = begin + len(self._masked[begin:opening].rstrip()) - 1
        begin += len(self._masked[begin:end]) - len(self._masked[begin:end].lstrip())
        if told := self._fronted(begin, end) or self._to_add(begin, end + 1):
            return told
        if self._cues.language == "ru" and _WORDS_OF.search(self._masked, begin, end):
            return None
        if told := self._by_verb(begin, end) or self._by_name(begin, end):
            return told
        few = len(group.words.split()) < _FEWEST and not (self._cues.language == "ru" and group.is_sentence)
        if self._cues.language == "ru" and _OF_ANOTHER.search(self._masked, begin, end):
            return None
        first = None if few else self._sayers.first(begin, end)
        behind = first.end if first and self._cues.language == "ru" else begin
        if first is None or self._cues.thing.search(self._masked, behind, end):
            return None
        return Told(first.name, (begin, end))

    def _by_verb(self, begin: int, end: int) -> Told | None:
        verbs = list(self._cues.verb.finditer(self._masked, begin, end))
        for verb in reversed(verbs):
            sayer = self._beside(verb, begin, end)
            if self._reading.is_plural(verb):
                return Told("", verb.span())
            if sayer and sayer.name:
                return Told(sayer.name, _cue(verb, sayer))
            subject = _clause(self._masked, begin, verb.start())
            if sayer and (first := self._sayers.first(subject, verb.start())):
                return Told(first.name, (begin, verb.end()))
            if sayer and not self._cues.thing.search(self._masked, begin, end):
                return Told("", _cue(verb, sayer))
        return None

    def _by_name(self, begin: int, end: int) -> Told | None:
        """ "Et X de conclure :", "X :"."""
        named = _CONCLUDES.search(self._masked, begin, end) or _LABEL.fullmatch(self._masked, begin, end)
        if named is None:
            return None
        at = named.start("person")
        return Told(self._reading.name_at(at), (at, named.end()))

    def _fronted(self, begin: int, end: int) -> Told | None:
        """Selon X, « … » ; По словам X, «…»."""
        for his in self._cues.of_his.finditer(self._masked, begin, end):
            if self._leads(his.end(), end):
                return self._reading.of_his(his)
        found = None
        for according in self._cues.according.finditer(self._masked, begin, end):
            found = according
        if found is None:
            return None
        lead = self._masked[begin : found.start()].strip()
        if lead and not lead.endswith((",", ";", "—")) and len(lead) > 25:
            return None
        told = self._reading.according(found, end)
        if told is None or (not told.speaker and is_weak(found)):
            return None
        return told if self._leads(told.cue[1], end) else None

    def _leads(self, at: int, end: int) -> bool:
        """Whether nobody else comes between, and no verb of saying."""
        rest = _SHORT.sub("", self._masked[at:end])
        return (
            len(rest) < 200
            and PERSON not in re.sub(r"^[^,]{0,80},", ",", rest)
            and not self._reading.is_of_a_thing(rest)
            and QUOTED not in rest
        )

    def _reported(self, begin: int, opening: int) -> Told | None:
        """X estime que c'est « … »; X назвал это «…»."""
        verbs = [
            *self._cues.verb.finditer(self._masked, begin, opening),
            *self._cues.calls.finditer(self._masked, begin, opening),
        ]
        if not verbs:
            return None
        verb = self._governing(max(verbs, key=lambda match: (match.end(), -match.start())), begin)
        link = self._masked[verb.end() : opening]
        told_of = self._cues.that.match(link) is not None or self._told_of(link)
        plain = told_of or self._is_call(verb) or len(link.split()) <= 6
        calls_it = self._is_romance and _CALLS_IT.search(verb.group()) and _CALLED.search(link)
        anothers = not calls_it and self._is_anothers(link, told_of=told_of)
        if not plain or len(link) > 220 or anothers or (QUOTED in link and not told_of):
            return None
        sayer = self._beside(verb, begin, opening)
        if sayer and self._reading.is_plural(verb):
            sayer = Sayer("", verb.end())
        if sayer is None:
            return None
        others = set(self._reading.names(verb.end(), opening)) - {sayer.name}
        if others and not told_of:
            return None
        subject = self._masked[begin : verb.start()]
        thing = None if sayer.name else self._cues.thing.search(subject)
        if thing and not _BODY.match(thing.group()):
            return None
        return Told(sayer.name, _cue(verb, sayer))

    def _is_anothers(self, link: str, *, told_of: bool) -> bool:
        """Whether a text or a body says it in turn: "dijo que la ley promete"."""
        if not self._is_romance or not told_of:
            return self._reading.is_of_a_thing(link)
        return any(
            self._cues.verb.match(link, word.start())
            for thing in self._cues.thing.finditer(link)
            for word in _WORD.finditer(link, thing.end(), thing.end() + _CLOSE)
        )

    def _governing(self, verb: re.Match[str], begin: int) -> re.Match[str]:
        """ "X affirme qu'il souhaite": what he wishes is told by the first."""
        for said in self._cues.verb.finditer(self._masked, begin, verb.start()) if self._is_romance else ():
            that = self._cues.that.match(self._masked, said.end())
            if that and _HE.fullmatch(self._masked, that.end(), verb.start()):
                return said
        return verb

    def _told_of(self, link: str) -> bool:
        """Whether "que" follows behind a few words: "ha recalcado en Madrid que", "destacó, antes de irse, que"."""
        if not self._is_romance or self._cues.according.search(link):
            return False
        that = self._cues.that.search(link[:_NEAR])
        return that is not None and PERSON not in link[: that.start()] and QUOTED not in link[: that.start()]

    def _is_call(self, verb: re.Match[str]) -> bool:
        return self._cues.calls.search(verb.group()) is not None

    def _beside(self, verb: re.Match[str], begin: int, end: int) -> Sayer | None:
        """The subject before the verb, else behind it."""
        before = self._sayers.before(_clause(self._masked, begin, verb.start()), verb.start())
        if before and before.name:
            return before
        if self._is_romance and (joined := self._joined(verb, begin) or self._relative(verb, begin)):
            return joined
        after = self._sayers.after(verb.end() + 1, end) if verb.end() + 1 < end else None
        ahead = _clause(self._masked, begin, verb.start())
        told_to = self._cues.language == "ru" and self._masked[ahead : verb.start()].strip()[:1] == PERSON
        told_to = told_to and not self._masked[ahead : verb.start()].strip(PERSON + " ")
        if after and after.name and (before is None or not self._masked[begin : verb.start()].strip() or told_to):
            return after
        if before is None and after is None:
            return None
        return Sayer("", verb.end())

    def _relative(self, verb: re.Match[str], begin: int) -> Sayer | None:
        """ "un incendio que ha definido como": he who speaks all the time."""
        drops = self._cues.language in DROPS_PRONOUN and self._is_call(verb)
        if not drops or not _WHOM.search(self._masked, begin, verb.start()):
            return None
        return Sayer(self._sayers.referents.resolve(verb.start(), ""), verb.end())

    def _joined(self, verb: re.Match[str], begin: int) -> Sayer | None:
        """The subject of the sentence, where the verb stands behind "y" or "aunque": "X pidió calma y dijo que"."""
        left = self._cues.adverbs.sub("", self._masked[begin : verb.start()].rstrip()).rstrip()
        if not _AND.search(left) and not (self._cues.language in DROPS_PRONOUN and _COMMA.search(left)):
            return None
        if first := self._sayers.first(begin, verb.start()) or self._sayers.first_office(begin, verb.start()):
            return first
        said = self._cues.verb.search(self._masked, begin, verb.start())
        sayer = self._sayers.before(begin, said.start()) if said else None
        if said is None or sayer is None or set(self._reading.names(said.end(), verb.start())) - {sayer.name}:
            return None
        return sayer if sayer.name else None


def _clause(text: str, begin: int, at: int) -> int:
    """Where the clause begins that ends at `at`: behind "и", "et", "y" and a comma, where one parts two sentences."""
    found = begin
    for match in re.compile(r"(?:[;:—–]|,\s(?:et|mais|y|pero|а|но|и)(?=\s))\s?").finditer(text, begin, at):
        found = match.end()
    joined = _AND_PERSON.search(text, found, at) if not _PLURAL.match(text, at) else None
    return joined.end() if joined else found


def _cue(verb: re.Match[str], sayer: Sayer) -> Span:
    return (verb.start(), max(verb.end(), sayer.end))
