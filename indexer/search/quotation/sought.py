"""What was pasted, laid beside articles: where each says most of it, or which parts of them it is put together from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Indel

from indexer.article import Article, Passage, Span
from indexer.search.quotation.align import places
from indexer.search.quotation.diff import Change, spaced
from indexer.search.quotation.parts import Part, Row, parts_of
from indexer.search.quotation.pasted import Pasted, is_same_person
from indexer.search.quotation.quoted import Compared, Quoted, compared, is_interrupted, said_in
from indexer.search.quotation.words import Words

_MOST_PIECES = 30
_COMPARED = 6  # of the candidates most like it
_DIFFERING = 0.4  # the share of words that may differ
_FEW, _FEWEST = 6, 3  # words of a short quotation: of so many one may differ, or none
_TELLING = 0.35  # the share that the words found have of all words, each weighed by how rare it is
_SURELY_TELLING, _CROWD, _AS_LIKE = 0.65, 3, 3  # where so many stories differ by at most so many words more
_PATCHED = 0.15  # the share of words that differ, above which the quotation may be put together from parts
_PATCHED_FROM = 8  # words
_PATCHED_DIFFERING = 0.25
_EACH_PART = 2  # words that each further part must save
_BESIDE = 3  # characters
_ASIDE = 600  # characters that may be left out where the quotation says that something is
_PARTED = 2  # words of an article that the quotation may have as one: do not, don't
_TITLE = 3  # times the words of a title: a longer quotation is none

Rows = Sequence[tuple[Article, Row]]
Placed = tuple[Article, Compared]


class Sought:
    """It is looked for by `row`, and compared by other words. `weight` says how rare a word is."""

    def __init__(self, text: str, pasted: Pasted, weight: Callable[[str], float]) -> None:
        self.row = Row(text, pasted.spans)
        self._pasted, self._words = pasted, Words(text, pasted.spans)
        self._weights = [weight(text[each.start : each.end]) for each in self._words.units]

    def found(self, rows: Rows) -> tuple[list[Quoted], bool]:
        """In each article the place that is most like the quotation, where one is like it; the likest first. Where that
        is not much like it, the places from which it is put together, in its own order, each with its `part`; and
        whether it is put together."""
        placed = [self._quoted(parts) for parts in self._spotted(rows)]
        titled = [[each] for article, _ in rows for each in self._titled(article)]
        found = _ordered(each[0] for each in (*placed, *titled) if len(each) == 1 and self._is_like(each, _DIFFERING))
        number = len(self._words.units)
        if found and found[0].differing <= _PATCHED * number:
            return found, False
        found = self._but_phrases(found, [each for group in placed for each in group])
        if number >= _PATCHED_FROM:
            placed.append(self._quoted([part for piece in self._pieces() for part in parts_of(self.row, piece, rows)]))
        likely = [each for each in placed if each and self._is_like(each, _PATCHED_DIFFERING)]
        best = min(likely, key=_price, default=[])
        if not best or (found and _price(best) - _EACH_PART >= found[0].differing):
            return found, False
        return (best, True) if len(best) > 1 else (_ordered([*best, *found]), False)

    def _but_phrases(self, found: Sequence[Quoted], others: Sequence[Quoted]) -> list[Quoted]:
        """Where several stories have as much of it, what they share is a phrase that everybody uses."""
        more = min(_AS_LIKE, len(self._words.units) // 5)
        like = {each.article.story for each in others if found and each.differing <= found[0].differing + more}
        return [each for each in found if len(like) < _CROWD or self._telling([each]) >= _SURELY_TELLING]

    def _pieces(self) -> Iterator[Span]:
        """What stands between two omissions, as places in `row`; what has very many of them is one piece in the end."""
        begin, spans = 0, self._pasted.spans
        for _, last in (*spans[: _MOST_PIECES - 1], *spans[-1:]) if len(spans) > _MOST_PIECES else spans:
            end = begin
            while end < len(self.row.starts) and self.row.starts[end] < last:
                end += 1
            yield begin, end
            begin = end

    def _spotted(self, rows: Rows) -> list[list[Part]]:
        """In the articles most like it, where each piece may stand."""
        spots = [self._spots(*each) for each in rows]
        likest = sorted((distance, nth) for nth, (distance, parts) in enumerate(spots) if parts)
        return [spots[nth][1] for _, nth in likest[:_COMPARED]]

    def _spots(self, article: Article, row: Row) -> tuple[int, list[Part]]:
        total, parts = 0, []
        for old in self._pieces():
            keys = self.row.keys[slice(*old)]
            tried = [(Indel.distance(keys, row.keys[slice(*new)]), new) for new in places(keys, row.keys)]
            total += min(tried)[0] if tried else len(keys)
            parts += [Part(article, row, old, min(tried)[1])] if tried else []
        return total, parts

    def _quoted(self, parts: Sequence[Part]) -> list[Quoted]:
        """Neighbours with nothing but an omission or a cue between them are one place."""
        groups: list[list[Placed]] = []
        for each in self._compared(parts):
            if groups and self._goes_on(groups[-1][-1], each):
                groups[-1].append(each)
            else:
                groups.append([each])
        return [self._one(group) for group in groups]

    def _compared(self, parts: Sequence[Part]) -> list[Placed]:
        """Words of the quotation that no part has, or one that is not like them, belong to the part before."""
        units = self._words.within
        begins = [units(self.row.starts[part.old[0]], self.row.starts[part.old[0]] + 1)[0] for part in parts]
        edges = [0, *begins[1:], len(self._words.units)]
        made: list[tuple[Part, Compared]] = []
        for nth, part in enumerate(parts):
            before = part.old[0] - parts[nth - 1].old[1] if nth else 0
            behind = parts[nth + 1].old[0] - part.old[1] if nth + 1 < len(parts) else 0
            found = self._at(part, (edges[nth], edges[nth + 1]), 0 if before else _PARTED, 0 if behind else _PARTED)
            made += [(part, found)] if found else []
        if len(made) < len(parts):
            return self._compared([part for part, _ in made])
        return [(part.article, found) for part, found in made]

    def _at(self, part: Part, old: Span, before: int, behind: int) -> Compared | None:
        """With more words of the article where the first or the last one of the quotation is not among these."""
        found = compared(self._words, old, part.article, _offsets(part))
        if found and {old[0], old[1] - 1} <= {*found.alike}:
            return found
        wider = compared(self._words, old, part.article, _offsets(part, before, behind))
        return min(filter(None, (found, wider)), key=_unlikeness, default=None)

    def _goes_on(self, one: Placed, other: Placed) -> bool:
        """Whether the second stands behind the first, and what is between may have been left out."""
        article, (before, behind) = one[0], (one[1], other[1])
        if other[0] is not article:
            return False
        if behind.start < before.end:  # the clauses of a sentence in another order
            return 0 <= before.start - behind.end <= _BESIDE
        spans = (before.start, before.end), (before.end, behind.start), (behind.start, behind.end)
        if is_interrupted(article, *spans):
            return True
        speakers = {said and said.speaker for said in (said_in(article, [span]) for span in spans[::2])}
        starts = {self._words.within(*span)[0] for span in self._pasted.spans}
        return behind.old[0] in starts and len(speakers) < 2 and behind.start - before.end <= _ASIDE

    def _one(self, group: Sequence[Placed]) -> Quoted:
        article, found = group[0][0], [each for _, each in group]
        changes = list(found[0].changes)
        for one, other in pairwise(found):
            left_out = spaced(article.text[one.end : other.start])
            changes += [Change("between", left_out)] if left_out else []
            changes += other.changes
        turned = any(other.start < one.start for one, other in pairwise(found))
        start, end = min(each.start for each in found), max(each.end for each in found)
        said = said_in(article, sorted((each.start, each.end) for each in found))
        return Quoted(
            article,
            max((each for each in article.passages if each.start <= start), key=_start, default=None),
            start,
            end,
            tuple(changes),
            sum(each.differing for each in found),
            said=said,
            part=self._part(found[0].old[0], found[-1].old[1]),
            agrees=self._agrees(said.speaker if said else ""),
            reordered=turned or any(each.reordered for each in found),
            alike=tuple(place for each in found for place in each.alike),
        )

    def _part(self, first: int, last: int) -> Span:
        return self._words.units[first].start, self._words.end(last)

    def _agrees(self, speaker: str) -> bool | None:
        named = self._pasted.speaker
        return is_same_person(speaker, named) if speaker and named else None

    def _titled(self, article: Article) -> Iterator[Quoted]:
        number = len(self._words.units)
        if number > _TITLE * (article.title.count(" ") + 1):
            return
        found = compared(self._words, (0, number), article, (0, len(article.title)), in_title=True)
        if found:
            one = self._one([(article, found)])
            yield replace(one, passage=None, in_title=True, said=None, agrees=None)

    def _is_like(self, found: Sequence[Quoted], share: float) -> bool:
        """Whether not too many words differ, and those that do not are more than phrases that everybody uses."""
        number = len(self._words.units)
        differing = sum(each.differing for each in found)
        if number <= _FEW:
            return differing <= (number > _FEWEST)
        return differing <= share * number and self._telling(found) >= _TELLING

    def _telling(self, found: Sequence[Quoted]) -> float:
        alike = sum(self._weights[place] for each in found for place in each.alike)
        return alike / max(1.0, sum(self._weights))


def _offsets(part: Part, before: int = 0, behind: int = 0) -> Span:
    """Of the article's words for it, and of so many beside them."""
    first = max(0, part.new[0] - before)
    last = min(len(part.row.keys), part.new[1] + behind)
    return part.row.starts[first], part.row.ends[last - 1]


def _unlikeness(found: Compared) -> tuple[int, bool, int]:
    altered = any(each.meaning for each in found.changes)
    return found.differing + altered, altered, -len(found.alike)


def _start(passage: Passage) -> int:
    return passage.start


def _price(found: Sequence[Quoted]) -> int:
    return sum(each.differing for each in found) + _EACH_PART * len(found)


def _ordered(found: Iterable[Quoted]) -> list[Quoted]:
    """One place of each article, in its text rather than in its title."""
    best: dict[str, Quoted] = {}
    for each in sorted(found, key=_merit):
        best.setdefault(each.article.id, each)
    return list(best.values())


def _merit(found: Quoted) -> tuple[int, bool, int, str, bool]:
    date = found.article.date.first_day or 99991231
    return found.differing, not found.speaker, date, found.article.id, found.in_title
