"""Finds for each quotation of a text the words that say whose it is, beside it in the same paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.article import Quotation
from indexer.ingest.names import Mention
from indexer.ingest.speakers import saying
from indexer.ingest.speakers.masking import masked, with_surnames
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE, QUOTED
from indexer.ingest.speakers.quoted import Quoted, quoted_in
from indexer.ingest.speakers.subjects import Subjects
from indexer.text.sentences import sentence_ends

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_TITLE_WORDS = 7
_REACH = 600
_SEPARATE = re.compile(r"[\s—–-]*[“”„«»\"]?$")
# What may follow "X said" where nothing else is said: "“…,” X said in Vienna", not "“Canal”, X said the ships".
_THEN = re.compile(
    r"\s*(?:[.,;!?—–-]|$|(?<=told) (?:the|his|her|a)(?!\w)|(?:in|on|at|to|during|after|before|while|when|as|with|of"
    r"|reporters|journalists|here|yesterday|today)(?!\w))"
)
_CAPITALS = str.maketrans(dict.fromkeys((PERSON, BODY, PLACE), "X"))

_LABEL = re.compile(rf"(?P<name>[^{PERSON}]{{0,40}}{PERSON}+)\s?:\s{{0,3}}")


@dataclass(frozen=True, slots=True)
class _Attributed:
    """`speaker` None: nothing beside it tells; "": something does, but not who."""

    quoted: Quoted
    speaker: str | None
    from_behind: bool = False


class Attribution:
    """The quotations of one text, against its mentions."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self._paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._quoted = [list(quoted_in(text, *span)) for span in self._paragraphs]
        closed = [each for quoted in self._quoted for each in quoted if each.opened and each.closed]
        named = with_surnames(text, mentions)
        self._masked = masked(text, named, closed)
        self._subjects = Subjects(self._masked, named)

    def quotations(self) -> Iterator[Quotation]:
        """In reading order, disjoint."""
        chain: list[_Attributed] = []
        for span, quoted in zip(self._paragraphs, self._quoted, strict=True):
            found = list(self._paragraph(span, quoted))
            # a quotation left open in the paragraph before is taken up at the beginning of this one
            goes_on = found and found[0].quoted.opened and found[0].quoted.start - span[0] <= 1
            if not goes_on:
                yield from _known(chain)
                chain = []
            if found and not found[-1].quoted.closed and found[-1].speaker is None:
                yield from _known(found[:-1])
                chain.append(found[-1])
            else:
                yield from _known(replace(each, speaker=found[0].speaker) for each in chain)
                yield from _known(found)
                chain = []

    def _paragraph(self, span: tuple[int, int], quoted: list[Quoted]) -> Iterator[_Attributed]:
        if not quoted:
            return
        ends = sentence_ends(self._masked[slice(*span)].translate(_CAPITALS))
        sentences = [span[0], *(span[0] + end for end in ends)]
        before: _Attributed | None = None
        for each in quoted:
            before = self._attributed(each, sentences, before)
            yield before

    def _attributed(self, quoted: Quoted, sentences: list[int], before: _Attributed | None) -> _Attributed:
        sentence = _begin(sentences, quoted.start - 1)
        if not quoted.closed:
            return self._unclosed(quoted, sentences)
        if not quoted.opened:
            quoted = replace(quoted, start=_skip_space(self._text, max(quoted.start, _begin(sentences, quoted.end))))
        behind = self._behind(quoted, sentence, sentences)
        if behind is not None or not quoted.opened:
            return _Attributed(quoted, behind, from_behind=True)
        goes_on = self._continued(quoted, sentence, before) if before else None
        return _Attributed(quoted, goes_on or self._ahead(quoted, self._opened_by(quoted, sentence), sentences))

    def _opened_by(self, quoted: Quoted, sentence: int) -> int:
        """Where the words that announce it begin: for a quotation on its own, the end of the paragraph before."""
        if not self._opens(quoted, sentence):
            return sentence
        ahead = self._masked[max(0, sentence - _REACH) : quoted.start - 1].rstrip()
        if not ahead.endswith(":"):
            return sentence
        last = sentence_ends(ahead.translate(_CAPITALS))
        return max(0, sentence - _REACH) + max([0, *last, ahead.rfind("\n") + 1])

    def _behind(self, quoted: Quoted, sentence: int, sentences: list[int]) -> str | None:
        """“…”, said X. “…”, X said."""
        at = quoted.end + 1
        match = saying.AFTER.match(self._masked, at) or saying.ACCORDING.match(self._masked, at)
        if match:
            if self._is_title(quoted) and not self._sets_off(quoted):
                return None
            return self._subjects.after(match.end(), sentences)
        if inverted := saying.INVERTED.match(self._masked, at):
            return self._subjects.antecedents.resolve_pronoun(inverted.start("pronoun"), sentences)
        return self._named_behind(quoted, at, sentence, sentences)

    def _named_behind(self, quoted: Quoted, at: int, sentence: int, sentences: list[int]) -> str | None:
        if not self._sets_off(quoted):
            return None
        begin = at + len(self._masked[at : at + 6]) - len(self._masked[at : at + 6].lstrip(" \u00a0,—–-"))
        subject = self._subjects.with_verb(begin, sentences)
        opens = self._opens(quoted, sentence)
        if subject is None or (not opens and self._is_title(quoted)):
            return None
        name, end = subject
        if _THEN.match(self._masked, end) or (opens and self._masked[end : end + 1] == ":"):
            return "" if saying.QUOTING.match(self._masked, end) else name
        return None

    def _sets_off(self, quoted: Quoted) -> bool:
        """Whether a comma, question mark or dash parts the quotation from what follows, but no full stop."""
        inside = self._text[quoted.start : quoted.end].rstrip()[-1:]
        outside = self._text[quoted.end + 1 : quoted.end + 4].lstrip()
        return inside in ",?!" or (outside[:1] in ",—–-" and inside != ".")

    def _is_title(self, quoted: Quoted) -> bool:
        """“Combat Brotherhood”, “International Affairs”: the name of something, or a single word."""
        words = [word for word in self._text[quoted.start : quoted.end].split() if word[0].isalpha()]
        long_words = [word for word in words if len(word) > 3]
        capitalised = bool(long_words) and all(word[0].isupper() for word in long_words)
        return len(words) < 2 or (len(words) <= _TITLE_WORDS and capitalised)

    def _ahead(self, quoted: Quoted, sentence: int, sentences: list[int]) -> str | None:
        """X said: “…”. X stressed that it was “…”. According to X, “…”."""
        opening = quoted.start - 1
        begin = max(sentence, opening - _REACH)
        stretch = self._masked[begin:opening]
        verbs = list(saying.LAST.finditer(stretch))
        if not verbs:
            return self._labelled(begin, stretch) or self._in_the_view(quoted, begin, stretch, sentences)
        link = stretch[verbs[-1].end() :]
        direct = saying.SHORT_LINK.fullmatch(link)
        colon = link.rstrip()[-1:] == ":"
        if not (direct or saying.REPORTED.match(link)) or (not colon and self._is_title(quoted)):
            return None
        if saying.THING.search(link) or (QUOTED in link) or (PERSON in link and not colon):
            return ""
        return self._subjects.before(begin + verbs[-1].start(), begin, sentences)

    def _labelled(self, begin: int, stretch: str) -> str | None:
        """Maria Lind: “…”."""
        label = _LABEL.fullmatch(stretch)
        return self._subjects.before(begin + label.end("name"), begin, []) if label else None

    def _in_the_view(self, quoted: Quoted, begin: int, stretch: str, sentences: list[int]) -> str | None:
        if self._is_title(quoted):
            return None
        if according := saying.ACCORDING.match(stretch):
            return self._subjects.after(begin + according.end(), sentences)
        view = saying.THEIR_VIEW.search(stretch)
        if view and not saying.THING.search(stretch, view.end()):
            return self._subjects.antecedents.resolve_pronoun(begin + view.start(), sentences)
        return None

    def _continued(self, quoted: Quoted, sentence: int, before: _Attributed) -> str | None:
        """“…,” said X. “…” – and “…,” said X, “…”: what follows at once is still X's."""
        if not before.speaker:
            return None
        between = self._masked[before.quoted.end + 1 : quoted.start - 1]
        if len(between) > _REACH or saying.THING.search(between):
            return None
        others = self._subjects.antecedents.people(before.quoted.end + 1, quoted.start - 1) - {before.speaker}
        same_sentence = sentence <= before.quoted.start
        follows = before.from_behind and self._opens(quoted, sentence)
        next_sentence = follows and len(sentence_ends(between.rstrip() + " X")) <= 1
        if others or (same_sentence and self._is_title(quoted)):
            return None
        return before.speaker if same_sentence or next_sentence else None

    def _opens(self, quoted: Quoted, sentence: int) -> bool:
        """Whether the sentence begins with the quotation."""
        return quoted.start - sentence < 10 and _SEPARATE.fullmatch(self._masked, sentence, quoted.start) is not None

    def _unclosed(self, quoted: Quoted, sentences: list[int]) -> _Attributed:
        """A translating machine may lose the closing mark: “Migration is no threat, said X."""
        end = min(quoted.end, quoted.start + _REACH)
        for verb in saying.LAST.finditer(self._masked, quoted.start, end):
            comma = self._masked[quoted.start : verb.start()].rstrip()[-1:]
            said = comma in ",?!" and self._masked[verb.end() : verb.end() + 1] == " "
            if said and (speaker := self._subjects.after(verb.end() + 1, sentences)):
                return _Attributed(replace(quoted, end=verb.start() - 1, closed=True), speaker, from_behind=True)
        return _Attributed(quoted, None)


def _known(found: Iterable[_Attributed]) -> Iterator[Quotation]:
    for each in found:
        if each.speaker:
            yield Quotation(each.quoted.start, each.quoted.end, each.speaker)


def _begin(sentences: list[int], at: int) -> int:
    return sentences[max(0, bisect_right(sentences, at) - 1)]


def _skip_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
