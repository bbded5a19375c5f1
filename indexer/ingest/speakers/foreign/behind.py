"""What tells behind a quotation whose it is: "…", a déclaré X; «…», – по словам X."""

import re

from indexer.ingest.speakers.foreign.cues import DROPS_PRONOUN
from indexer.ingest.speakers.foreign.dialogue import Told, pronoun_of
from indexer.ingest.speakers.foreign.reading import Group, Reading, is_weak
from indexer.ingest.speakers.offices import PERSON

_PUNCTUATION = re.compile(r"[\s,.;:!?…—–―-]{0,6}")
_GOES_ON = re.compile("[,—–-]")
_FEWEST = 3
# Who adds something has spoken: "…", añadió el agricultor.
_ADDS = re.compile(r"(?<!\w)(?i:añad\w+|agreg\w+|prosig\w+|apostill\w+|ajout\w+|poursui\w+|enchaîn\w+)(?!\w)")
_NO_SUBJECT = re.compile(
    r"\s*(?:[.,;:!?—–]|$|(?:en|al|ante|durante|tras|a|sobre|con|por|desde|nella|alla|em|ao|para|hoy|ayer|luego|también"
    r"|además|según|a los|y|est[ea]\s(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|tarde|noche|semana"
    r"|mes|año))(?!\w))"
)
_PRESENT = re.compile(r"[а-яё]+т(?:ся)?(?!\w)")  # "«Заря», — играет X"
_CLAUSE = re.compile(r"[^.;:!?«»“”„\"()\n]{0,160}")


class Behind:
    """Of one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text, self._masked = reading.text, reading.masked
        self._cues, self._sayers = reading.cues, reading.sayers

    def told(self, group: Group, stop: int) -> Told | None:
        """ "…", a déclaré X."""
        end = group.quoted.end + 1
        gap = _PUNCTUATION.match(self._masked, end, stop)
        at = gap.end() if gap else end
        if told := self._so(at, stop):
            return told
        if "." in self._masked[end:at] and not self._ends_by_dash(end, at):
            return None
        if group.is_title and not (self._sets_off_by_dash if self._cues.language == "ru" else self._sets_off)(
            group, at
        ):
            return None
        told = (
            self.verb_first(at, stop)
            or self._according_at(at, stop, group)
            or self._name_first(group, at, stop)
            or self._by_form(group, at, stop)
        )
        plays = group.words.istitle() and _PRESENT.match(self._masked, at, stop)
        if told or plays or not self._sets_off_by_dash(group, at):
            return told
        return self.any_verb(at, stop)

    def _ends_by_dash(self, end: int, at: int) -> bool:
        """«…». — сказал он: a stop outside of the marks, and a dash."""
        return re.search(r"[—–―]\s?$", self._masked[end:at]) is not None

    def verb_first(self, at: int, stop: int, *, far: bool = True) -> Told | None:
        """`far`: a pronoun may mean somebody of the paragraph before, as it does not where two talk."""
        if inverted := self._cues.with_pronoun.match(self._masked, at, stop):
            name = self._sayers.referents.resolve(at, pronoun_of(inverted), far=far)
            return Told(name, (at, inverted.end()))
        verb = self._cues.quotes.match(self._masked, at, stop)
        oblique = verb is not None
        verb = verb or self._cues.verb.match(self._masked, at, stop)
        if verb is None:
            return None
        if self._reading.is_plural(verb) and not oblique:
            return Told("", verb.span())
        sayer = self._sayers.after(verb.end() + 1, stop, oblique=oblique, far=far)
        if not sayer.name and sayer.end == verb.end() + 1:
            if self._cues.language in DROPS_PRONOUN and self._is_bare(verb.end(), stop):
                return Told(self._sayers.referents.resolve(at, ""), verb.span())
            return Told("", verb.span())
        name = sayer.name or (self._sayers.referents.last(at) if _ADDS.search(verb.group()) else "")
        return Told(name, (at, sayer.end))

    def any_verb(self, at: int, stop: int, *, far: bool = True) -> Told | None:
        """«…», — усмехнулся X: only with who it is."""
        verb = self._cues.any_verb.match(self._masked, at, stop)
        sayer = self._sayers.after(verb.end() + 1, stop, far=far) if verb else None
        return Told(sayer.name, (at, sayer.end)) if sayer and sayer.name else None

    def _is_bare(self, at: int, stop: int) -> bool:
        """Whether the verb has no subject behind it: "dijo.", "aseguró en Madrid", "agregó al llegar"."""
        return _NO_SUBJECT.match(self._masked, at, stop) is not None

    def _so(self, at: int, stop: int) -> Told | None:
        """ "…". Así lo resumió X."""
        so = self._cues.so.match(self._masked, at, stop)
        sayer = self._sayers.after(so.end(), stop) if so else None
        return Told(sayer.name, (at, sayer.end)) if sayer and sayer.name else None

    def _by_form(self, group: Group, at: int, stop: int) -> Told | None:
        """ "…", garabateó X: behind words said, whatever has the form of a verb and is followed by a person tells."""
        verb = self._cues.verb_form.match(self._masked, at, stop)
        if verb is None or not self._sets_off(group, at) or len(group.words.split()) < _FEWEST or group.is_title:
            return None
        sayer = self._sayers.after(verb.end(), stop)
        return Told(sayer.name, (at, sayer.end)) if sayer.name else None

    def _according_at(self, at: int, stop: int, group: Group) -> Told | None:
        if his := self._cues.of_his.match(self._masked, at, stop):
            return self._reading.of_his(his)
        according = self._cues.according.match(self._masked, at, stop)
        if (
            according is None
            or (is_weak(according) and not self._sets_off(group, at))
            or according["fronted"] in ("pour", "para")
        ):
            return None
        return self._reading.according(according, stop)

    def _name_first(self, group: Group, at: int, stop: int) -> Told | None:
        """ "…", X a déclaré; but "… !" X arrive."""
        if not (group.words.endswith(",") or _GOES_ON.search(self._text, group.quoted.end + 1, at)):
            return None
        clause = _CLAUSE.match(self._masked, at, stop)
        verb = self._cues.verb.search(self._masked, at, clause.end() if clause else at)
        if verb is None or verb.start() == at or PERSON not in self._masked[at : verb.start()]:
            return None
        sayer = self._sayers.before(at, verb.start())
        follows = self._masked[verb.end() : verb.end() + 1]
        if sayer is None or not sayer.name or re.match(r"\s(?:que|что|qu)", self._masked[verb.end() : verb.end() + 5]):
            return None
        return Told(sayer.name, (at, verb.end())) if follows in ".,;: \n" or not follows else None

    def _sets_off(self, group: Group, at: int) -> bool:
        inside = group.words[-1:]
        outside = self._text[group.quoted.end + 1 : at]
        return inside in ",?!…." or any(mark in outside for mark in ",—–―-")

    def _sets_off_by_dash(self, group: Group, at: int) -> bool:
        outside = self._text[group.quoted.end + 1 : at]
        return bool(re.search(r"[—–-]\s?$", outside)) and (group.words[-1:] in "?!…" or "," in outside)
