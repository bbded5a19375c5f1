"""Finds for each quotation of a text the words that say whose it is, beside it or in the paragraph before."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from indexer.article import Quotation, Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers import saying
from indexer.ingest.speakers.ahead import Ahead
from indexer.ingest.speakers.behind import REACH, Behind, Cue
from indexer.ingest.speakers.masking import lettered, masked, with_surnames
from indexer.ingest.speakers.offices import PERSON
from indexer.ingest.speakers.quoted import Quoted, quoted_in
from indexer.ingest.speakers.subjects import Subjects
from indexer.ingest.speakers.wording import Wording
from indexer.text.sentences import sentence_ends

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LONG, _WHOLE = 8, 5
_ON_THE_SAME = re.compile(r"[^.?!]*\.\s(?:He|She)\s[^.?!]*\.")  # "said Lind. She was speaking of the port."


@dataclass(frozen=True, slots=True)
class _Attributed:
    """`cue` None: nothing beside it tells who says it."""

    quoted: Quoted
    cue: Cue | None
    from_behind: bool = False


class Attribution:
    """The quotations of one text, against its mentions."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self._paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._quoted = [list(quoted_in(text, *span)) for span in self._paragraphs]
        whole = [each for quoted in self._quoted for each in quoted if each.opened and each.closed]
        whole += [one[-1] for one, then in pairwise(self._quoted) if one and then and self._goes_on(one[-1], then[0])]
        self.named = named = with_surnames(text, mentions)
        self._masked = masked(text, named, whole)
        self._lettered = lettered(self._masked)
        self._subjects = Subjects(self._masked, named)
        self._wording = Wording(text, self._masked)
        self._behind = Behind(text, self._masked, self._subjects, self._wording)
        self._ahead = Ahead(text, self._masked, self._subjects, self._wording, self._behind)

    def quotations(self) -> Iterator[Quotation]:
        """In reading order, disjoint."""
        found: list[list[_Attributed]] = []
        for span, quoted in zip(self._paragraphs, self._quoted, strict=True):
            found.append(list(self._paragraph(span, quoted, found[-1] if found else [])) if quoted else [])
        for at in range(len(found) - 1, 0, -1):
            earlier, later = found[at - 1], found[at]
            if earlier and later and self._goes_on(earlier[-1].quoted, later[0].quoted) and not earlier[-1].cue:
                earlier[-1] = replace(earlier[-1], cue=later[0].cue)
        for earlier, later in pairwise(found):
            if earlier and later and self._goes_on(earlier[-1].quoted, later[0].quoted):
                later[0] = _with_speaker(later[0], earlier[-1].cue)
        for paragraph in found:
            yield from self._told(paragraph)

    def _told(self, found: Iterable[_Attributed]) -> Iterator[Quotation]:
        for each in found:
            start, end = _stripped(self._text, each.quoted.start, each.quoted.end)
            if each.cue and start < end:
                yield Quotation(start, end, each.cue.speaker, cue=(each.cue.start, each.cue.end))

    def _paragraph(self, span: Span, quoted: list[Quoted], earlier: list[_Attributed]) -> Iterator[_Attributed]:
        ends = sentence_ends(self._lettered[slice(*span)])
        sentences = [span[0], *(span[0] + end for end in ends), span[1]]
        before: _Attributed | None = None
        for each in quoted:
            found = self._attributed(each, sentences, before)
            if before is None and found.cue is None and earlier and self._is_more(earlier, each, span):
                found = replace(found, cue=earlier[-1].cue)
            elif before is None and found.cue is None and not earlier and self._is_alone(each, span):
                found = replace(found, cue=self._ahead.told_before(span[0]))
            before = found
            yield found

    def _goes_on(self, earlier: Quoted, later: Quoted) -> bool:
        """A quotation left open in the paragraph before is taken up at the beginning of this one."""
        return not earlier.closed and later.opened and later.start - 1 in self._begins

    @cached_property
    def _begins(self) -> frozenset[int]:
        return frozenset(start for start, _ in self._paragraphs)

    def _is_more(self, earlier: list[_Attributed], quoted: Quoted, span: Span) -> bool:
        """Whether the paragraph's first quotation is the last one's speaker's: it was left open, or is followed by a
        paragraph that is nothing but a quotation."""
        last = earlier[-1]
        if self._goes_on(last.quoted, quoted):
            return True
        one = len({each.cue.speaker for each in earlier if each.cue}) == 1
        if not self._is_alone(quoted, span) or not one or not last.cue or not last.quoted.closed:
            return False
        if not quoted.closed:
            return True
        # who speaks on behind a closing mark is somebody else, but not who speaks on behind "said X"
        words = self._text[slice(*_stripped(self._text, last.quoted.start, last.quoted.end))]
        rest = self._masked[max(last.quoted.end + 1, last.cue.end) : span[0]].strip()
        few = len(sentence_ends(f"{rest} X")) <= 1 or _ON_THE_SAME.fullmatch(rest) is not None
        is_last = last.cue.start > last.quoted.end and few and PERSON not in rest
        return is_last and not words.endswith("?")

    def _is_alone(self, quoted: Quoted, span: Span) -> bool:
        """Whether the paragraph is nothing but a quotation, and no title."""
        alone = quoted.opened and quoted.start - span[0] == 1 and span[1] - quoted.end == quoted.closed
        words = self._text[quoted.start : quoted.end]
        return alone and len(words.split()) >= (_WHOLE if words.rstrip().endswith((".", "?", "!")) else _LONG)

    def _attributed(self, quoted: Quoted, sentences: list[int], before: _Attributed | None) -> _Attributed:
        sentence = _begin(sentences, quoted.start - 1)
        if not quoted.closed:
            return self._unclosed(quoted, sentence, before)
        if not quoted.opened:
            quoted = replace(quoted, start=max(quoted.start, _begin(sentences, quoted.end)))
            behind = self._behind.told(quoted, sentence)
            return _Attributed(quoted, behind if behind and behind.speaker else None, from_behind=True)
        if behind := self._behind.told(quoted, sentence):
            return _Attributed(quoted, behind, from_behind=True)
        if before and before.cue and self._is_continued(quoted, sentence, before):
            return _Attributed(quoted, before.cue, before.from_behind)
        cue = self._ahead.told(quoted, self._ahead.announced_from(quoted, sentence))
        if cue is None:
            end = sentences[min(bisect_right(sentences, quoted.end), len(sentences) - 1)]
            cue = self._behind.trailing(quoted, sentence, end) or self._ahead.just_told(quoted, sentences)
        return _Attributed(quoted, cue)

    def _is_continued(self, quoted: Quoted, sentence: int, before: _Attributed) -> bool:
        """“…,” said X. “…” – and “…,” said X, “…”: what follows at once is still X's."""
        between = self._masked[before.quoted.end + 1 : quoted.start - 1]
        if len(between) > REACH or before.cue is None or saying.THING.search(saying.WHERE.sub("", between)):
            return False
        if not between.strip():
            return True
        antecedents = self._subjects.antecedents
        within = (max(before.quoted.end + 1, before.cue.end if before.from_behind else 0), quoted.start - 1)
        others = antecedents.named(*within) if before.from_behind else antecedents.people(*within)
        same_sentence = sentence <= before.quoted.start
        follows = before.from_behind and self._wording.opens(quoted, sentence)
        next_sentence = follows and len(sentence_ends(between.rstrip() + " X")) <= 1
        if others - {before.cue.speaker} or (same_sentence and self._wording.is_term(quoted)):
            return False
        return same_sentence or next_sentence

    def _unclosed(self, quoted: Quoted, sentence: int, before: _Attributed | None) -> _Attributed:
        """A translating machine may lose the closing mark: “Migration is no threat, said X."""
        end = min(quoted.end, quoted.start + REACH)
        for verb in saying.LAST.finditer(self._masked, quoted.start, end):
            comma = self._masked[quoted.start : verb.start()].rstrip()[-1:]
            if comma not in tuple(",?!") or self._masked[verb.end() : verb.end() + 1] != " ":
                continue
            if (subject := self._subjects.after(verb.end() + 1)).name:
                words = replace(quoted, end=verb.start(), closed=True)
                return _Attributed(words, Cue(subject.name, verb.start(), subject.end), from_behind=True)
        if before and before.cue and self._is_continued(quoted, sentence, before):
            return _Attributed(quoted, before.cue, before.from_behind)
        begin = self._ahead.announced_from(quoted, sentence)
        announced = self._masked[begin : quoted.start - 1].rstrip()[-1:] in tuple(":,.")
        return _Attributed(quoted, self._ahead.told(quoted, begin) if announced else None)


def _with_speaker(later: _Attributed, cue: Cue | None) -> _Attributed:
    """Who speaks in the paragraph before goes on in this one, that may only say "he said"."""
    if not cue or not later.cue or later.cue.speaker:
        return later
    return replace(later, cue=later.cue._replace(speaker=cue.speaker))


def _begin(sentences: list[int], at: int) -> int:
    return sentences[max(0, bisect_right(sentences, at) - 1)]


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
