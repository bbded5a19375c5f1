"""A place of an article compared with what was quoted: how it differs, who says it there, what surrounds it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.article import Article, Passage, Quotation, Span
from indexer.article.quotation import own_words
from indexer.search.quotation.context import context
from indexer.search.quotation.diff import Change, Meaning, Stretch, changed, stretches
from indexer.search.quotation.meaning import Sense, meanings, names_of
from indexer.search.quotation.meaning_words import MeaningWords, meaning_words
from indexer.search.quotation.words import Words, is_spelt_out
from indexer.text import passage_key

_BOUNDARY = re.compile(r"[.!?…:;][\"”’»)]*\s|[\"“”„«»\n]")
_BEFORE = 20  # characters
_UNLIKE = 0.6  # of the words quoted: of more than that differ nothing is told
_MOSTLY = 0.5  # of the place: of what nobody says so much, nobody is said to say it


@dataclass(frozen=True, slots=True)
class Quoted:
    """`start` to `end` of the article's text, or of its title, says what was quoted, or nearly; `passage`: the one in
    which it begins. `said`: the quotation of the article that holds most of its words; None where nobody says them.

    `changes` lead from the quotation to the article's words; so many words are `differing`: other, missing or added.
    `part`: offsets of what was quoted from here into the text that was checked. `agrees`: whether that text names the
    same speaker; None where one of the two names none. `reordered`: the same words stand in another order.
    `alike`: which words of what was quoted it has.
    """

    article: Article
    passage: Passage | None
    start: int
    end: int
    changes: tuple[Change, ...]
    differing: int
    in_title: bool = False
    said: Quotation | None = None
    part: Span = (0, 0)
    agrees: bool | None = None
    reordered: bool = False
    alike: tuple[int, ...] = ()

    @property
    def passage_key(self) -> str:
        """Of the passage in which it begins; empty where there is none."""
        return self.article.passage_keys([self.passage])[0] if self.passage else ""

    @property
    def key(self) -> str:
        """By which a link leads to these very words; empty in a title. Of don't it has the whole."""
        if self.in_title:
            return ""
        text, start, end = self.article.text, self.start, self.end
        while start and not text[start].isspace() and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        passages = [(each.start, each.end) for each in self.article.passages]
        return passage_key.keys(text, [*passages, (start, end)], [(start, end)])[0]

    @property
    def speaker(self) -> str:
        return self.said.speaker if self.said else ""

    @property
    def meaning(self) -> tuple[Meaning, ...]:
        """How the changes change what is said."""
        return tuple(dict.fromkeys(each for change in self.changes for each in change.meaning))

    @property
    def context(self) -> Span:
        """The paragraph around it, or the sentences of a long one."""
        return (0, len(self.article.title)) if self.in_title else context(self.article.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Compared:
    """What `Quoted` tells of one stretch; `alike`: the places of the words quoted that the article has."""

    start: int
    end: int
    old: Span
    changes: tuple[Change, ...]
    differing: int
    alike: tuple[int, ...]
    reordered: bool = False


def compared(quoted: Words, old: Span, article: Article, new: Span, *, in_title: bool = False) -> Compared | None:
    """`old`: words of the quotation; `new`: offsets of the article's text, or title, near which they stand. None where
    they do not."""
    text = article.title if in_title else article.text
    row = Words(text, [new])
    found = _trimmed(quoted, old, row)
    if not found:
        return None
    own = _own(quoted, row, found, meaning_words(article.language))
    if own != _offsets(row, found):
        row = Words(text, [own])
        found = _aligned(quoted, old, row)
    between = [not in_title and _is_between(article, row, each) for each in found]
    counted = [each for each, aside in zip(found, between, strict=True) if not each.same and not aside]
    differing = sum(max(_length(each.old), _length(each.new)) for each in counted)
    if differing > _UNLIKE * _length(old):
        return None
    sense = Sense(article.language, _names(article)) if counted else Sense("", frozenset())
    senses = meanings(quoted, row, found, sense) if counted else [()] * len(found)
    made: list[Change] = []
    for each, aside, meaning in zip(found, between, senses, strict=True):
        now = row.shown(*each.new)
        if aside:
            made.append(Change("between", now))
        else:
            made += changed(quoted.shown(*each.old), now, same=each.same, meaning=meaning)
    return Compared(
        start=row.units[found[0].new[0]].start,
        end=row.end(found[-1].new[1]),
        old=old,
        changes=tuple(made),
        differing=differing,
        alike=tuple(place for each in found if each.same for place in range(*each.old)),
        reordered=_is_reordered(quoted, row, counted),
    )


def _names(article: Article) -> frozenset[str]:
    return names_of((*article.organisations, *article.people, *article.places, *article.speakers))


def _trimmed(quoted: Words, old: Span, row: Words) -> list[Stretch]:
    """Without the article's words before the first and behind the last quoted."""
    found = _aligned(quoted, old, row)
    if not any(each.same for each in found):
        return []
    beyond = [each for each in (found[0], found[-1]) if not _length(each.old)]
    return [each for each in found if each not in beyond]


def _aligned(quoted: Words, old: Span, row: Words) -> list[Stretch]:
    """As places of the whole quotation; what only is parted otherwise (peace-keeping, peacekeeping) is the same."""
    found = (
        Stretch(each.same, (each.old[0] + old[0], each.old[1] + old[0]), each.new)
        for each in stretches(quoted.keys[slice(*old)], row.keys)
    )
    return [replace(each, same=each.same or _is_parted(quoted, row, each)) for each in found]


def _own(quoted: Words, row: Words, found: Sequence[Stretch], known: MeaningWords) -> Span:
    """The offsets of what may be compared with the quotation: other words at its ends are no more than it has there,
    and not from the sentence, or from between the quotation marks, before or behind; but a "not" right before is."""
    same = [each for each in found if each.same]
    first, last = row.units[same[0].new[0]].start, row.units[same[-1].new[1] - 1].end
    begin = max(found[0].new[0], same[0].new[0] - _room(quoted, found[0]))
    stop = min(found[-1].new[1], same[-1].new[1] + _room(quoted, found[-1]))
    start, end = row.units[begin].start, row.units[stop - 1].end
    before = [match.end() for match in _BOUNDARY.finditer(row.text, start, first)]
    behind = _BOUNDARY.search(row.text, last, end)
    return _with_negation(row.text, max([start, *before]), known), behind.start() if behind else end


def _room(quoted: Words, each: Stretch) -> int:
    """Words of the article that may stand for the ones of the quotation: of UN, two."""
    number = _length(each.old)
    written = quoted.written(each.old[0]) if number == 1 else ""
    return len(quoted.keys[each.old[0]]) if written.isupper() else number


def _offsets(row: Words, found: Sequence[Stretch]) -> Span:
    return row.units[found[0].new[0]].start, row.units[found[-1].new[1] - 1].end


def _with_negation(text: str, start: int, known: MeaningWords) -> int:
    begin = max(0, start - _BEFORE)
    words = Words(text, [(begin, start)])
    if not words.units or words.keys[-1] not in known.negations or words.keys[-2:-1] in (["or"], ["или"], ["ou"]):
        return start
    at = words.units[-1].start
    return at if at > begin and text[words.units[-1].end : start].isspace() else start


def _is_parted(quoted: Words, row: Words, each: Stretch) -> bool:
    old, new = (words.keys[slice(*span)] for words, span in ((quoted, each.old), (row, each.new)))
    joined = "".join(old)
    return (joined == "".join(new) and joined.isalpha()) or is_spelt_out(old, new) or is_spelt_out(new, old)


def _is_between(article: Article, row: Words, each: Stretch) -> bool:
    """Whether it is what an article puts between two pieces of one quotation: "said Zas"."""
    if each.same or _length(each.old) or not _length(each.new) or each.new[0] == 0 or each.new[1] == len(row.units):
        return False
    before, behind = row.units[each.new[0] - 1], row.units[each.new[1]]
    start, end = row.units[each.new[0]].start, row.units[each.new[1] - 1].end
    return is_interrupted(article, (before.start, before.end), (start, end), (behind.start, behind.end))


def is_interrupted(article: Article, before: Span, between: Span, behind: Span) -> bool:
    """Whether somebody says the words before and behind, and nobody those between."""
    if article.quotations_in(*between):
        return False
    speakers = [{each.speaker for each in article.quotations_in(*span)} for span in (before, behind)]
    return bool(speakers[0] & speakers[1])


def _is_reordered(quoted: Words, row: Words, counted: Sequence[Stretch]) -> bool:
    gone = Counter(word for each in counted for word in quoted.keys[slice(*each.old)])
    come = Counter(word for each in counted for word in row.keys[slice(*each.new)])
    return bool(gone) and gone == come


def said_in(article: Article, spans: Sequence[Span]) -> Quotation | None:
    """The quotation of the article whose own words are most of these, of nested ones the inner one; where a cue parts
    what somebody says, the one with most of them."""
    shares: dict[tuple[str, str], list[tuple[int, Quotation]]] = defaultdict(list)
    for each, owned in zip(article.quotations, own_words(article.quotations), strict=True):
        if each.start < spans[-1][1] and spans[0][0] < each.end:
            share = sum(_shared(own, span) for own in owned for span in spans)
            shares[each.speaker, each.kind].append((share, each))
    if sum(map(_total, shares.values())) <= _MOSTLY * sum(map(_length, spans)):
        return None
    return max(max(shares.values(), key=_total), key=lambda share: share[0])[1]


def _total(shares: Iterable[tuple[int, Quotation]]) -> int:
    return sum(share for share, _ in shares)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _length(span: Span) -> int:
    return span[1] - span[0]
