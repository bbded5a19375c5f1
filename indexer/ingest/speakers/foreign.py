"""The quotations of a text in another language than English, by the cues of its language."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.article import Quotation, Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.cues import DROPS_PRONOUN, Cues, cues_of
from indexer.ingest.speakers.dialogue import DASH, Dialogue, Speech, Told, pronoun_of
from indexer.ingest.speakers.masking import masked
from indexer.ingest.speakers.offices import PERSON, QUOTED
from indexer.ingest.speakers.quoted import Quoted, quoted_in
from indexer.ingest.speakers.sayers import Sayer, Sayers
from indexer.ingest.speakers.written_names import people_written

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*[—–―-]\s?\S)[^\S\n]*\S[^\n]*)*")
_REACH = 500
_TITLE_WORDS = 7
_PUNCTUATION = re.compile(r"[\s,.;:!?…—–―-]{0,6}")
_CLAUSE = re.compile(r"[^.;:!?«»“”„\"()\n]{0,160}")
_ENDS_SENTENCE = re.compile(r"[.!?…]$")


# What follows is a wording, not a name: "le mot « paix »".
_WORD_FOR = re.compile(
    r"(?i:слов|термин|понят|(?:так\s)?назыв|под\s|лозунг|девиз|слоган|mot|terme|expression|notion|concept|slogan|devise|palabra|término"
    r"|expresi|lema|intitul|titul|llamad|denominad|dénomm|baptis|surnomm|soi-disant|parol|termin|motto|wort|begriff|sogenannt)"
)
_BODY = re.compile(r"(?i:empresa|entreprise|sociét|компан|агентств|парти|банк|клуб|концерн)")
_BE = re.compile(
    r"(?:\s\S+){0,3}?\s(?:est|était|serait|sera|es|era|sería|será|fue|ist|war|è|era|é|станет|стал\w?|является|был\w?|стали)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands between one pair of marks, or behind one dash: `spans` of words said."""

    quoted: Quoted
    speech: Speech
    dash: bool = False


class Foreign:
    """The quotations of one text, against its mentions."""

    def __init__(self, text: str, mentions: Iterable[Mention], language: str) -> None:
        self._text = text
        self._cues: Cues = cues_of(language)
        self._paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._quoted = [list(quoted_in(text, *span)) for span in self._paragraphs]
        self._people = people_written(text, list(mentions), self._cues)
        self._starts = [each.start for each in self._people]
        self._open = masked(text, self._people, ())
        self._dialogue = Dialogue(self._open, Sayers(self._open, text, self._name_at, self._cues), self._cues)
        self._groups = [list(self._groups_in(index)) for index in range(len(self._paragraphs))]
        spans = [span for groups in self._groups for group in groups for span in group.speech.spans]
        said = (Quoted(*_bare(text, span)) for span in spans)
        self._masked = masked(text, self._people, said)
        self._sayers = Sayers(self._masked, text, self._name_at, self._cues)

    def _name_at(self, at: int) -> str:
        index = bisect_right(self._starts, at) - 1
        return self._people[index].name if index >= 0 and at < self._people[index].end else ""

    def quotations(self) -> Iterator[Quotation]:
        """In reading order, disjoint."""
        before: tuple[_Group, Told | None] | None = None
        for span, groups in zip(self._paragraphs, self._groups, strict=True):
            told = list(self._told(span, groups, before))
            for group, each in zip(groups, told, strict=True):
                yield from _quotations(group, each)
            before = (groups[-1], told[-1]) if groups and self._ends(groups[-1], span) else None

    def _ends(self, group: _Group, span: Span) -> bool:
        """Whether the paragraph is its quotation and what tells of it."""
        return len(self._text[group.quoted.end : span[1]].strip(' .»“”"')) < 120

    def _groups_in(self, index: int) -> Iterator[_Group]:
        start, end = self._paragraphs[index]
        if DASH.match(self._text, start, end):
            speech = self._dialogue.behind_dash(start, end)
            if speech.verb is not None:
                yield _Group(Quoted(start, end), speech, dash=True)
                return
        quoted = self._quoted[index]
        for each in quoted:
            goes_on = each is quoted[-1] and self._goes_on(index)
            if each.opened and (each.closed or goes_on):
                yield _Group(each, self._dialogue.stretches(each.start, each.end))

    def _goes_on(self, index: int) -> bool:
        """Whether the next paragraph opens with a mark that takes up what this one left open."""
        if index + 1 == len(self._paragraphs):
            return False
        start, _ = self._paragraphs[index + 1]
        return self._text[start] in '«»“„"”'

    def _told(
        self, span: Span, groups: Sequence[_Group], ahead: tuple[_Group, Told | None] | None
    ) -> Iterator[Told | None]:
        before: tuple[_Group, Told | None] | None = None
        for at, group in enumerate(groups):
            stop = groups[at + 1].quoted.start - 1 if at + 1 < len(groups) else span[1]
            told = self._one(group, span, stop, before, ahead if at == 0 else None)
            if told:
                self._sayers.note(told.cue[0] if told.cue[0] >= 0 else group.quoted.start, told.speaker)
            before = (group, told)
            yield told

    def _one(
        self,
        group: _Group,
        span: Span,
        stop: int,
        before: tuple[_Group, Told | None] | None,
        ahead: tuple[_Group, Told | None] | None,
    ) -> Told | None:
        if group.speech.verb is not None:
            return self._verb_first(group.speech.verb, group.quoted.end, far=not group.dash)
        sentence = max(span[0], self._sayers.sentence(group.quoted.start - 1))
        behind = self._behind(group, sentence, stop)
        if behind:
            return behind
        if before and before[1] and (told := self._continued(group, before[0], before[1], sentence)):
            return told
        if told := self._ahead(group, span, sentence):
            return told
        return self._taken_up(group, span, ahead)

    # behind

    def _behind(self, group: _Group, sentence: int, stop: int) -> Told | None:
        """ "…", a déclaré X."""
        end = group.quoted.end + 1
        gap = _PUNCTUATION.match(self._masked, end, stop)
        at = gap.end() if gap else end
        if "." in self._masked[end:at] and not self._ends_abbreviated(group, end, at):
            return None
        if not self._sets_off(group, at) and self._is_title(group):
            return None
        return (
            self._verb_first(at, stop)
            or self._according_at(at, stop, group)
            or self._name_first(group, at, stop, sentence)
        )

    def _ends_abbreviated(self, group: _Group, end: int, at: int) -> bool:
        """«…». — сказал он: a stop outside of the marks, and a dash."""
        return re.search(r"[—–―]\s?$", self._masked[end:at]) is not None

    def _verb_first(self, at: int, stop: int, *, far: bool = True) -> Told | None:
        """`far`: a pronoun may mean somebody of the paragraph before, as it does not where two talk."""
        if inverted := self._cues.with_pronoun.match(self._masked, at, stop):
            name = self._sayers.resolve(at, pronoun_of(inverted), far=far)
            return Told(name, (at, inverted.end()))
        verb = self._cues.quotes.match(self._masked, at, stop)
        oblique = verb is not None
        verb = verb or self._cues.verb.match(self._masked, at, stop)
        if verb is None:
            return None
        sayer = self._sayers.after(verb.end() + 1, stop, oblique=oblique, far=far)
        if not sayer.name and sayer.end == verb.end() + 1:
            if self._cues.language in DROPS_PRONOUN and self._is_bare(verb.end(), stop):
                return Told(self._sayers.resolve(at, ""), verb.span())
            return Told("", verb.span())
        return Told(sayer.name, (at, sayer.end))

    def _is_bare(self, at: int, stop: int) -> bool:
        """Whether the verb has no subject behind it: "dijo.", "aseguró en Madrid", "agregó al llegar"."""
        return (
            re.compile(
                r"\s*(?:[.,;:!?—–]|$|(?:en|al|ante|durante|tras|a|sobre|con|por|desde|nella|alla|em|ao|para|hoy|ayer|este|esta"
                r"|luego|también|además|según|a los|y)(?!\w))"
            ).match(self._masked, at, stop)
            is not None
        )

    def _according_at(self, at: int, stop: int, group: _Group) -> Told | None:
        if his := self._cues.of_his.match(self._masked, at, stop):
            return Told(self._sayers.resolve(at, _his(his.group())), his.span())
        according = self._cues.according.match(self._masked, at, stop)
        if (
            according is None
            or (_is_weak(according) and not self._sets_off(group, at))
            or according["fronted"] in ("pour", "para")
        ):
            return None
        return self._sayer_according(according, stop)

    def _sayer_according(self, according: re.Match[str], stop: int) -> Told | None:
        oblique = self._cues.language == "ru" and according["fronted"] is not None
        sayer = self._sayers.after(according.end(), stop, oblique=oblique)
        return Told(sayer.name, (according.start(), max(sayer.end, according.end() - 1)))

    def _name_first(self, group: _Group, at: int, stop: int, sentence: int) -> Told | None:
        """ "…", X a déclaré."""
        if not self._sets_off(group, at):
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

    def _sets_off(self, group: _Group, at: int) -> bool:
        inside = self._text[group.quoted.start : group.quoted.end].rstrip()[-1:]
        outside = self._text[group.quoted.end + 1 : at]
        return inside in ",?!…." or any(mark in outside for mark in ",—–―-")

    # the same speaker goes on

    def _continued(self, group: _Group, before: _Group, told: Told, sentence: int) -> Told | None:
        between = self._masked[before.quoted.end + 1 : group.quoted.start - 1]
        if len(between) > _REACH:
            return None
        begins = group.quoted.start - 1 - sentence < 6
        # what is left between the two when the words that tell of the first are taken away
        cue = told.cue if told.cue[0] > before.quoted.end else (before.quoted.end + 1, before.quoted.end + 1)
        after_cue = self._masked[max(cue[1], before.quoted.end + 1) : group.quoted.start - 1]
        others = {name for name in self._names(max(cue[1], before.quoted.end + 1), group.quoted.start)} - {told.speaker}
        if others or self._cues.verb.search(after_cue) or self._cues.thing.search(after_cue):
            return None
        if begins and not self._is_title(group) and self._is_sentence(group):
            if len(after_cue) < 130 and _count_sentences(after_cue) <= 1:
                return Told(told.speaker, told.cue)
        if sentence <= before.quoted.start and not self._is_title(group) and len(after_cue) < 130:
            named = self._text[group.quoted.start : group.quoted.end].strip()[:1].isupper()
            if named and not re.search(r"[,:—–-]\s*.?$", after_cue):
                return None  # said he to the “Northern Star”
            return Told(told.speaker, told.cue)
        return None

    def _names(self, start: int, end: int) -> Iterator[str]:
        for match in re.compile(f"{PERSON}+").finditer(self._masked, start, end):
            yield self._name_at(match.start())

    def _taken_up(self, group: _Group, span: Span, ahead: tuple[_Group, Told | None] | None) -> Told | None:
        """A paragraph that is a quotation and nothing else goes on with the one that ended the paragraph before."""
        alone = group.quoted.start - span[0] <= 2 and span[1] - group.quoted.end <= 2
        if not (ahead and ahead[1] and alone and self._is_sentence(group)):
            return None
        return Told(ahead[1].speaker, ahead[1].cue)

    # ahead

    def _ahead(self, group: _Group, span: Span, sentence: int) -> Told | None:
        opening = group.quoted.start - 1
        begin = max(sentence, opening - _REACH)
        stretch = self._masked[begin:opening]
        if not stretch.strip() and sentence == span[0]:
            return None
        if stretch.rstrip().endswith(":"):
            return self._announced(begin, opening, group)
        if self._is_title(group) or self._is_term(group, stretch):
            return None
        return self._fronted(begin, opening) or self._reported(begin, opening)

    def _announced(self, begin: int, opening: int, group: _Group) -> Told | None:
        """X a déclaré : « … »."""
        end = begin + len(self._masked[begin:opening].rstrip()) - 1
        if told := self._fronted(begin, end):
            return told
        verbs = list(self._cues.verb.finditer(self._masked, begin, end))
        for verb in reversed(verbs):
            if sayer := self._beside(verb, begin, end):
                if sayer.name:
                    return Told(sayer.name, _cue(verb, sayer))
                if first := self._sayers.first(begin, verb.start()):
                    return Told(first.name, (begin, verb.end()))
                if not self._cues.thing.search(self._masked, begin, end):
                    return Told("", _cue(verb, sayer))
        if conclusive := re.search(rf"({PERSON}+)\s(?:de|d['’])\s?\w+\s?$", self._masked[begin:end]):
            at = begin + conclusive.start()
            return Told(self._name_at(at), (at, end))
        if label := re.fullmatch(rf"(?:\W*|[^{PERSON}.:;]{{0,60}})({PERSON}+)\s?", self._masked[begin:end]):
            at = begin + label.start(1)
            return Told(self._name_at(at), (at, begin + label.end(1)))
        if (
            self._cues.thing.search(self._masked, begin, end)
            or len(self._text[slice(*group.speech.spans[0])].split()) < 4
        ):
            return None
        first = self._sayers.first(begin, end)
        return Told(first.name, (begin, end)) if first else None

    def _fronted(self, begin: int, end: int) -> Told | None:
        """Selon X, « … » ; По словам X, «…»."""
        for his in self._cues.of_his.finditer(self._masked, begin, end):
            if self._leads(his.end(), end):
                return Told(self._sayers.resolve(his.start(), _his(his.group())), his.span())
        found = None
        for according in self._cues.according.finditer(self._masked, begin, end):
            found = according
        if found is None:
            return None
        lead = self._masked[begin : found.start()].strip()
        if lead and not lead.endswith((",", ";", "—")) and len(lead) > 25:
            return None
        told = self._sayer_according(found, end)
        if told is None or (not told.speaker and _is_weak(found)):
            return None
        return told if self._leads(told.cue[1], end) else None

    def _leads(self, at: int, end: int) -> bool:
        """Whether nobody else comes between, and no verb of saying."""
        rest = self._masked[at:end]
        return (
            len(rest) < 200
            and PERSON not in re.sub(r"^[^,]{0,80},", ",", rest)
            and not self._is_of_a_thing(rest)
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
        verb = max(verbs, key=lambda match: (match.end(), -match.start()))
        link = self._masked[verb.end() : opening]
        plain = self._cues.that.match(link) or self._is_call(verb) or len(link.split()) <= 6
        if not plain or len(link) > 220 or self._is_of_a_thing(link) or QUOTED in link:
            return None
        sayer = self._beside(verb, begin, opening)
        if sayer is None:
            return None
        others = {name for name in self._names(verb.end(), opening)} - {sayer.name}
        if others and not self._cues.that.match(link):
            return None
        subject = self._masked[begin : verb.start()]
        thing = None if sayer.name else self._cues.thing.search(subject)
        if thing and not _BODY.match(thing.group()):
            return None
        return Told(sayer.name, _cue(verb, sayer))

    def _is_of_a_thing(self, link: str) -> bool:
        """ "que le traité promet «»", but not "que l'accord est «»"."""
        thing = self._cues.thing.search(link)
        if thing is None or _BE.match(link, thing.end()):
            return False
        # "По её словам, документ «лежит в комитете»"
        is_subject = not link[thing.end() :].strip() and re.search(
            r",\s(?:l[ea]\s|el\s|l['’])?$", link[: thing.start()]
        )
        return not is_subject

    def _is_call(self, verb: re.Match[str]) -> bool:
        return self._cues.calls.search(verb.group()) is not None

    def _beside(self, verb: re.Match[str], begin: int, end: int) -> Sayer | None:
        """The subject before the verb, else behind it."""
        before = self._sayers.before(_clause(self._masked, begin, verb.start()), verb.start())
        if before and before.name:
            return before
        after = self._sayers.after(verb.end() + 1, end) if verb.end() + 1 < end else None
        if after and after.name and (before is None or not self._masked[begin : verb.start()].strip()):
            return after
        if before is None and after is None:
            return None
        return Sayer("", verb.end())

    # what is no quotation

    def _is_title(self, group: _Group) -> bool:
        """«Боевое братство», « Le Monde »: the name of something, or a single word."""
        start, end = group.quoted.start, group.quoted.end
        text = self._text[start:end].strip()
        words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text)]
        if len(words) < 2:
            return not re.search(r"[?!.…,]$", text)
        long_words = [word for word in words if len(word) > 3]
        capitalised = bool(long_words) and all(word[0].isupper() for word in long_words)
        return len(words) <= _TITLE_WORDS and capitalised and not re.search(r"[?!,.…]$", text)

    def _is_term(self, group: _Group, stretch: str) -> bool:
        """Right behind the noun of a thing, or a name in capitals within a sentence."""
        tail = stretch.rstrip()[-40:]
        last = None
        for match in self._cues.thing.finditer(tail):
            last = match
        after = tail[last.end() :] if last else ""
        text = self._text[group.quoted.start : group.quoted.end].strip()
        named = last is not None and (text[:1].isupper() or _WORD_FOR.match(last.group()))
        if named and len(after.split()) <= 1 and "," not in after and not _BE.match(after + " "):
            return True
        return text[:1].isupper() and not self._is_sentence(group) and not re.search(r"(?:que|что|,)\s*$", stretch)

    def _is_sentence(self, group: _Group) -> bool:
        text = self._text[group.quoted.start : group.quoted.end].strip()
        begins = text.lstrip("¿¡—–…[(").lstrip()[:1]
        return len(text.split()) > 2 and (begins.isupper() or begins.isdigit())


def _bare(text: str, span: Span) -> Span:
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _clause(text: str, begin: int, at: int) -> int:
    """Where the clause begins that ends at `at`: behind "и", "et", "y" and a comma, where one parts two sentences."""
    found = begin
    for match in re.compile(r"(?:[;:—–]|,\s(?:et|mais|y|pero|а|но|и)(?=\s))\s?").finditer(text, begin, at):
        found = match.end()
    return found


def _cue(verb: re.Match[str], sayer: Sayer) -> Span:
    return (verb.start(), max(verb.end(), sayer.end))


def _his(words: str) -> str:
    return (
        "она"
        if re.search(r"(?:её|ее|elle|ella|lei|ela|ihrer)(?!\w)", words)
        else "он"
        if re.search(r"(?:его|lui|él|ele|seine\w)(?!\w)", words)
        else ""
    )


def _is_weak(according: re.Match[str]) -> bool:
    """ "pour", "para", "für", "как" may mean something else."""
    return according.group().split()[0].lower() in ("pour", "para", "für", "per", "как", "comme", "como", "come", "wie")


def _count_sentences(text: str) -> int:
    return len([each for each in re.split(r"[.!?]\s", text.strip()) if each.strip(" .")])


def _quotations(group: _Group, told: Told | None) -> Iterator[Quotation]:
    if told is None:
        return
    for start, end in group.speech.spans:
        yield Quotation(start, end, told.speaker, "direct", told.cue)
