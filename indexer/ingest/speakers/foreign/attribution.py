"""The quotations of a text in another language than English, by the cues of its language."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from indexer.article import Quotation, Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.foreign.ahead import Ahead
from indexer.ingest.speakers.foreign.behind import Behind
from indexer.ingest.speakers.foreign.cues import ROMANCE, cues_of
from indexer.ingest.speakers.foreign.dialogue import DASH, Dialogue, Told
from indexer.ingest.speakers.foreign.named import Named
from indexer.ingest.speakers.foreign.reading import Group, Reading
from indexer.ingest.speakers.foreign.sayers import Sayers
from indexer.ingest.speakers.foreign.written_names import people_written
from indexer.ingest.speakers.masking import masked
from indexer.ingest.speakers.offices import PERSON
from indexer.ingest.speakers.quoted import Quoted, quoted_in

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*[—–―-]\s?\S)[^\S\n]*\S[^\n]*)*")
_BETWEEN, _AT_ONCE = 130, 6
_Said = tuple[Group, Told | None]


class Foreign:
    """The quotations of one text, against its mentions."""

    def __init__(self, text: str, mentions: Iterable[Mention], language: str) -> None:
        self._text = text
        self._cues = cues_of(language)
        self._paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._quoted = [list(quoted_in(text, *span)) for span in self._paragraphs]
        self._people = people_written(text, list(mentions), self._cues)
        self._starts = [each.start for each in self._people]
        named = masked(text, self._people, ())
        self._dialogue = Dialogue(named, Sayers(Named(named, text, self._name_at, self._cues)), self._cues)
        self._groups = [list(self._groups_in(index)) for index in range(len(self._paragraphs))]
        spans = [span for groups in self._groups for group in groups for span in group.speech.spans]
        said = (Quoted(*_bare(text, span)) for span in spans)
        self._masked = masked(text, self._people, said)
        self._sayers = Sayers(Named(self._masked, text, self._name_at, self._cues))
        self._reading = Reading(text, self._masked, self._cues, self._sayers, self._name_at)
        self._behind, self._ahead = Behind(self._reading), Ahead(self._reading)

    def _name_at(self, at: int) -> str:
        index = bisect_right(self._starts, at) - 1
        return self._people[index].name if index >= 0 and at < self._people[index].end else ""

    def quotations(self) -> Iterator[Quotation]:
        """In reading order, disjoint."""
        before: _Said | None = None
        open_ones: list[Group] = []
        for index, (span, groups) in enumerate(zip(self._paragraphs, self._groups, strict=True)):
            told = self._told_of_all(groups, list(self._told(index, groups, before)))
            for group in open_ones if told else ():  # what several paragraphs say is told of behind the last
                yield from _quotations(group, told[0])
            open_ones = [*open_ones, groups[-1]] if told and not groups[-1].quoted.closed and told[-1] is None else []
            for group, each in zip(groups, told, strict=True):
                yield from _quotations(group, each)
            before = (groups[-1], told[-1]) if groups and self._ends(groups[-1], span) else None

    def _ends(self, group: Group, span: Span) -> bool:
        """Whether the paragraph is its quotation and what tells of it."""
        return len(self._text[group.quoted.end : span[1]].strip(' .»“”"')) < 120

    def _groups_in(self, index: int) -> Iterator[Group]:
        start, end = self._paragraphs[index]
        if DASH.match(self._text, start, end):
            speech = self._dialogue.behind_dash(start, end)
            if speech.verb is not None or self._is_announced(index):
                yield Group(Quoted(start, end), speech, self._text[start:end], dash=True)
                return
        quoted = self._quoted[index]
        for each in quoted:
            goes_on = each is quoted[-1] and self._goes_on(index)
            if each.opened and (each.closed or goes_on):
                speech = self._dialogue.stretches(each.start, each.end)
                yield Group(each, speech, self._text[each.start : each.end].strip())

    def _goes_on(self, index: int) -> bool:
        """Whether the next paragraph opens with a mark that takes up what this one left open."""
        if index + 1 == len(self._paragraphs):
            return False
        start, _ = self._paragraphs[index + 1]
        return self._text[start] in '«»“„"”'

    def _is_announced(self, index: int) -> bool:
        """Whether the paragraph before ends with a colon, and this one is no item of a list, no question of two."""
        if index == 0 or self._cues.language != "ru" or not self._ends_with_colon(index - 1):
            return False
        start, end = self._paragraphs[index]
        words = self._text[start:end].strip(" —–―-")
        if index + 1 < len(self._paragraphs) and DASH.match(self._text, *self._paragraphs[index + 1]):
            return words.endswith((".", "!", "…")) and self._is_said_before(index)
        return words[:1].isupper() and words.endswith((".", "!", "?", "…", "»"))

    def _is_said_before(self, index: int) -> bool:
        """Whether a verb of saying is the last word but two before the colon."""
        start, end = self._paragraphs[index - 1]
        return self._cues.verb_at_end.search(self._text[max(start, end - 60) : end - 1] + " ") is not None

    def _ends_with_colon(self, index: int) -> bool:
        return self._text[self._paragraphs[index][1] - 1] == ":"

    def _announced(self, index: int, group: Group) -> Told | None:
        """Of the first words of a paragraph, by the one before."""
        span = self._paragraphs[index]
        if self._cues.language in ROMANCE:  # read by what is ahead
            return None
        if index == 0 or group.quoted.start - span[0] > 2 or not self._ends_with_colon(index - 1):
            return None
        end = self._paragraphs[index - 1][1]
        begin = max(self._paragraphs[index - 1][0], self._sayers.referents.sentence(end - 1))
        return self._ahead.announced_before(begin, end, group) if group.is_sentence or group.dash else None

    def _told(self, index: int, groups: Sequence[Group], last: _Said | None) -> Iterator[Told | None]:
        """Of each group of a paragraph; `last` ended the paragraph before."""
        before: _Said | None = None
        span = self._paragraphs[index]
        for at, group in enumerate(groups):
            stop = next((each.quoted.start - 1 for each in groups[at + 1 :] if not self._is_passed(each)), span[1])
            told = self._beside(index, group, stop, before)
            if at == 0 and told is None:
                told = self._announced(index, group) or self._taken_up(group, span, last)
            if told and (told.speaker or self._says(told)):
                self._sayers.referents.note(told.cue[0], told.speaker)
            before = (group, told)
            yield told

    def _answers(self, index: int, group: Group) -> bool:
        """Whether it is a line of a dialogue behind another, where "he" may be either."""
        return group.dash and index > 0 and DASH.match(self._text, *self._paragraphs[index - 1]) is not None

    def _says(self, told: Told) -> bool:
        """Whether somebody without a name says it, whom the next "he" means."""
        language = self._cues.language
        return language == "ru" or (language in ROMANCE and self._cues.verb.search(self._masked, *told.cue) is not None)

    def _told_of_all(self, groups: Sequence[Group], told: list[Told | None]) -> list[Told | None]:
        """With those that stand in the sentence that ends ", señaló X", where nobody else comes between."""
        for at in range(len(groups) - 2, -1, -1):
            later, group = told[at + 1], groups[at]
            if told[at] is None and later and self._cues.language in ROMANCE and not group.is_title:
                told[at] = later if self._ends_alike(group, groups[at + 1], later) else None
        return told

    def _ends_alike(self, group: Group, following: Group, told: Told) -> bool:
        start, stop = group.quoted.start - 1, following.quoted.start - 1
        sentence = self._sayers.referents.sentence(start)
        if told.cue[0] < following.quoted.end or sentence != self._sayers.referents.sentence(stop):
            return False
        around = self._masked[sentence:start] + " " + self._masked[group.quoted.end : stop]
        if PERSON in around or self._cues.verb.search(around):
            return False
        return not group.is_term(self._masked[sentence:start], self._cues)

    def _is_passed(self, group: Group) -> bool:
        """ "сказал директор завода «Заря» X"."""
        return self._cues.language == "ru" and group.is_title and group.speech.verb is None

    def _beside(self, index: int, group: Group, stop: int, before: _Said | None) -> Told | None:
        span = self._paragraphs[index]
        if (verb := group.speech.verb) is not None:
            far, stop = not self._answers(index, group), stop if self._cues.language == "ru" else group.quoted.end
            return self._behind.verb_first(verb, stop, far=far) or self._behind.any_verb(verb, stop, far=far)
        if group.dash:
            return None
        sentence = max(span[0], self._sayers.referents.sentence(group.quoted.start - 1))
        if told := self._behind.told(group, stop):
            return told
        if before and before[1] and (told := self._continued(group, before[0], before[1], sentence)):
            return told
        return self._ahead.told(group, span[0], sentence)

    # the same speaker goes on

    def _continued(self, group: Group, before: Group, told: Told, sentence: int) -> Told | None:
        """Of what follows in the same sentence or the next, where nobody else comes between."""
        start = before.quoted.end + 1
        start = max(start, told.cue[1]) if told.cue[0] >= start else start
        between = self._masked[start : group.quoted.start - 1]
        others = set(self._reading.names(start, group.quoted.start)) - {told.speaker}
        if others or len(between) > _BETWEEN or group.is_title:
            return None
        if self._cues.verb.search(between) or self._cues.thing.search(between):
            return None
        if group.quoted.start - 1 - sentence < _AT_ONCE and group.is_sentence and _sentences(between) <= 1:
            return told
        # not of: said he to the “Northern Star”
        named = group.words[:1].isupper() and not re.search(r"[,:—–-]\s*.?$", between)
        return told if sentence <= before.quoted.start and not named else None

    def _taken_up(self, group: Group, span: Span, last: _Said | None) -> Told | None:
        """A paragraph that is a quotation and nothing else goes on with the one that ended the paragraph before."""
        alone = group.quoted.start - span[0] <= 2 and span[1] - group.quoted.end <= 2
        if not (last and last[1] and alone and group.is_sentence):
            return None
        return Told(last[1].speaker, last[1].cue)


def _bare(text: str, span: Span) -> Span:
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _sentences(text: str) -> int:
    return len([each for each in re.split(r"[.!?]\s", text.strip()) if each.strip(" .")])


def _quotations(group: Group, told: Told | None) -> Iterator[Quotation]:
    if told is None:
        return
    for start, end in group.speech.spans:
        yield Quotation(start, end, told.speaker, "direct", told.cue)
