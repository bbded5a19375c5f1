"""What an author puts between words said, within the marks or behind a dash: ", a dit X,", "— сказал X. —"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.article import Span
from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.foreign.sayers import Sayer, Sayers
from indexer.ingest.speakers.offices import PERSON

DASH = re.compile(r"[—–―-]\s?(?=[^\W\d_]|[¿¡«“\"…])")
_OPENS_WITH_DASH = re.compile(r"(?:,?\s?[—–―]\s?|,?\s?-\s)(?:(?:les?|se|me|nos|lo)\s)?$")
_OPENS_WITH_COMMA = re.compile(r",\s$|(?<=[?!…])\s$")
# "— Ждать нечего. — Он встал."
_TELLS_ON = re.compile(rf"(?<=[.!?…])\s[—–―-]\s(?:Он|Она|{PERSON}+)\s[а-яё]{{2,20}}л(?:а|ся|ась)?(?!\w)")
_SETS_OFF = re.compile(r"[,?!…]\s?[—–―-]\s?")
_CLOSES = re.compile(r"(?P<rest>[^.,;:!?—–«»“”\"\n]{0,60})(?P<close>\s?[—–―][.,;:]?\s?|[.,;:!?]\s?(?:[—–―-]\s?)?|$)")
# "—No —dijo X, y se levantó—. Ya no."
_RAYA = re.compile(r"(?P<rest>[^—–―«»“”\n]{0,240})(?P<close>[—–―][.,;:?!]?\s?)")
_NEXT_DASH = re.compile(r"(?P<rest>[^—–―«»“”\"\n]{0,160}?)(?P<close>[.,!?:…]\s?[—–―]\s?)")
_GOES_ON = re.compile(
    r"(?<!\w)(?i:je|j['’]\w+|nous|vous|tu|mon|ma|mes|notre|votre|moi|toi)(?!\w)|[?!]\s*$|^\W*[^\W\d_]+(?:ons|ez)(?!\w)"
)


_LINE_OPENS = re.compile(r"^[^\S\n]{0,3}[—–―-]\s?\S", re.MULTILINE)


def has_dialogue(text: str) -> bool:
    """Whether a line opens with a dash."""
    return _LINE_OPENS.search(text) is not None


@dataclass(frozen=True, slots=True)
class Told:
    """Who speaks, as far as can be told, and the words that tell it."""

    speaker: str
    cue: Span


@dataclass(frozen=True, slots=True)
class Insertion:
    """`text[start:end]` is the author's, with the marks that part it off; its verb begins at `verb`."""

    start: int
    end: int
    verb: int
    closed_by_dash: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """The stretches of words that one says, and where the first verb stands between them, if one does."""

    spans: list[Span]
    verb: int | None = None


class Dialogue:
    """Reads a text in which names are signs, quotation marks stand as they are."""

    def __init__(self, text: str, sayers: Sayers, cues: Cues) -> None:
        self._text = text
        self._sayers = sayers
        self._cues = cues

    def stretches(self, start: int, end: int) -> Speech:
        """The words said between a pair of marks, without what the author puts between them."""
        insertions = list(self._insertions(start, end, behind_dash=False))
        if not insertions:
            return Speech([(start, end)])
        edges = [start, *(edge for each in insertions for edge in (each.start, each.end)), end]
        pieces = [self._trimmed(*edges[at : at + 2]) for at in range(0, len(edges), 2)]
        return Speech([piece for piece in pieces if piece[0] < piece[1]], insertions[0].verb)

    def behind_dash(self, start: int, end: int) -> Speech:
        """The words said in a paragraph that opens with a dash; without an insertion, all of it."""
        opened = DASH.match(self._text, start, end)
        begin = opened.end() if opened else start
        insertions = list(self._insertions(begin, end, behind_dash=True))
        if not insertions:
            return Speech([self._trimmed(begin, end)])
        pieces = [self._trimmed(begin, insertions[0].start)]
        for at, each in enumerate(insertions):
            stop = insertions[at + 1].start if at + 1 < len(insertions) else end
            if self._is_taken_up(each, stop):
                told = _TELLS_ON.search(self._text, each.end, stop) if self._cues.language == "ru" else None
                pieces.append(self._trimmed(each.end, told.start() if told else stop))
        return Speech([piece for piece in pieces if piece[0] < piece[1]], insertions[0].verb)

    def _is_taken_up(self, insertion: Insertion, stop: int) -> bool:
        """Whether the words behind it are said again: behind a dash, or a comma; French needs neither."""
        closed = self._text[insertion.start : insertion.end].rstrip()
        if self._cues.language != "fr":
            return insertion.closed_by_dash
        rest = self._text[insertion.end : stop]
        return insertion.closed_by_dash or closed.endswith(",") or _GOES_ON.search(rest) is not None

    def _insertions(self, start: int, end: int, *, behind_dash: bool) -> Iterator[Insertion]:
        done = start
        for verb in self._verbs(start, end):
            if verb.start() < done + 2:
                continue
            dash = _OPENS_WITH_DASH.search(self._text, max(done, verb.start() - 8), verb.start())
            comma = None if dash else _OPENS_WITH_COMMA.search(self._text, max(done, verb.start() - 3), verb.start())
            opened = dash or comma
            if opened is None or (comma and self._cues.language == "ru"):
                continue
            told = self._sayer(verb, end, by_dash=dash is not None, in_dialogue=behind_dash)
            if told is None or (verb.re is self._cues.any_verb and not told.name):
                continue
            in_rayas = _RAYA.match(self._text, told.end, end) if behind_dash and self._cues.language == "es" else None
            closed = in_rayas or (self._next_dash(told.end, end) if dash else None)
            closed = closed or _CLOSES.match(self._text, told.end, end)
            if closed and closed["close"].startswith(",") and self._is_office(closed.end()):
                closed = _CLOSES.match(self._text, closed.end(), end)
            if closed is None or (not behind_dash and comma and closed.end() == end):
                continue
            sign = closed["close"].strip()
            if comma and not behind_dash and not sign.startswith((",", ".")):
                continue
            by_dash = any(mark in sign for mark in "—–―") or sign.endswith("-")
            done = closed.end()
            yield Insertion(opened.start(), done, verb.start(), by_dash)

    def _verbs(self, start: int, end: int) -> Iterator[re.Match[str]]:
        both = [
            *self._cues.with_pronoun.finditer(self._text, start, end),
            *self._cues.verb.finditer(self._text, start, end),
            *self._any_verbs(start, end),
        ]
        done = -1
        for each in sorted(both, key=lambda match: (match.start(), -match.end())):
            if each.start() >= done:
                done = each.end()
                yield each

    def _next_dash(self, at: int, end: int) -> re.Match[str] | None:
        """Where a dash ends what the Russian author puts in: "— говорит X, почтальон острова. — "."""
        return _NEXT_DASH.match(self._text, at, end) if self._cues.language == "ru" else None

    def _any_verbs(self, start: int, end: int) -> Iterator[re.Match[str]]:
        if self._cues.language != "ru":
            return
        for dash in _SETS_OFF.finditer(self._text, start, end):
            if verb := self._cues.any_verb.match(self._text, dash.end(), end):
                yield verb

    def _sayer(self, verb: re.Match[str], end: int, *, by_dash: bool, in_dialogue: bool) -> Sayer | None:
        """In running words a comma sets off a name or "dit-il" only; a dash sets off somebody too."""
        if pronoun_of(verb):
            return Sayer("", verb.end())
        at = verb.end() + 1
        found = self._sayers.after(at, end)
        if found.name or (by_dash and found.end > at):
            return found
        may_be = (by_dash or in_dialogue) and self._plain(at, end)
        return Sayer("", max(found.end, verb.end()) if found.end > at else verb.end()) if may_be else None

    def _is_office(self, at: int) -> bool:
        """ "a déclaré X, le ministre de la Défense," is the author's up to the second comma."""
        article = re.compile(r"(?:(?:le|la|el|los|il|der|die|o|a)\s|l['’])?").match(self._text, at)
        return self._cues.office.match(self._text, article.end() if article else at) is not None

    def _plain(self, at: int, end: int) -> bool:
        """Whether nothing but a few words follows up to the end, a stop or a dash."""
        closes = re.compile(r"[^.,;:!?—–«»“”\"\n]{0,60}(?:[.,;:!?—–]|$)").match(self._text, at - 1, end)
        return closes is not None

    def _trimmed(self, start: int, end: int) -> Span:
        while start < end and (self._text[start].isspace() or self._text[start] in ",—–―"):
            start += 1
        while end > start and (self._text[end - 1].isspace() or self._text[end - 1] in ",—–―"):
            end -= 1
        return start, end


def pronoun_of(verb: re.Match[str]) -> str:
    groups = verb.groupdict()
    return groups.get("pronoun") or groups.get("helped") or ""
