"""What somebody says in an article, in whole sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from indexer.article import Article, Quotation, Span
from indexer.article.quotation import own_words
from indexer.search.evidence.addressee import addressee
from indexer.search.evidence.paragraphs import PARAGRAPH
from indexer.search.evidence.sentences import is_sentence, sentence_around, sentences_of, with_whole_quotations
from indexer.text.sentences import sentence_ends

_ROOM = 360  # characters that are shown, if no sentence is longer
_BETWEEN = 200  # characters that tell of the parts of a sentence
_TELLING = 60  # characters from which on a sentence of a speech does more than greet


@dataclass(frozen=True, slots=True)
class Saying:
    """`text[start:end]` of an article. `is_said`: all of it is the speaker's, to be shown in quotation marks; else it
    is a sentence that holds the words in marks of its own. `cut_before`, `cut_behind`: the words go on there. `marks`:
    the places of what was looked for. `addressee`: to whom it was said, as the text writes that, or ""."""

    quotation: Quotation
    start: int
    end: int
    is_said: bool = True
    cut_before: bool = False
    cut_behind: bool = False
    marks: tuple[Span, ...] = ()
    addressee: str = ""


Spans = tuple[Span, ...]


def sayings(article: Article, speaker: str, most: int, sought: Sequence[Span] | None = None) -> list[Saying]:
    """In reading order. `sought`: the places of some words in the text; then only what has most of them among the
    speaker's own words. Else rather what is a sentence than what is a part of one."""
    words = zip(article.quotations, own_words(article.quotations), strict=True)
    said = (each for each in words if each[0].speaker == speaker and each[1])
    own = {each: spans for each, spans in said if article.text[each.start : each.end].strip()}
    groups = [(group, _marks(sought or (), [own[each] for each in group])) for group in _groups(article.text, [*own])]
    if sought is None:
        groups.sort(key=lambda each: not _is_whole(article.text, each[0]))
    else:
        most_words = max((len(_words(article.text, marks)) for _, marks in groups), default=0)
        groups = [each for each in groups if len(_words(article.text, each[1])) == most_words > 0]
    shown = (_saying(article, group, own[group[0]], marks) for group, marks in groups[:most])
    return sorted(shown, key=lambda each: each.start)


def _groups(text: str, own: Sequence[Quotation]) -> list[list[Quotation]]:
    """What one sentence holds is one: “We need officers,” said Zas, “and soon.”"""
    groups: list[list[Quotation]] = []
    for each in own:
        last = groups[-1][-1] if groups else None
        if last and last.kind == each.kind == "direct" and _goes_on(text, last, each):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _goes_on(text: str, quotation: Quotation, following: Quotation) -> bool:
    """Whether no sentence ends between the two."""
    between = text[quotation.end - 1 : following.start + 1]
    return len(between) <= _BETWEEN and PARAGRAPH not in between and not sentence_ends(between)


def _is_whole(text: str, group: Sequence[Quotation]) -> bool:
    """Whether it can stand alone."""
    return len(group) == 1 and (group[0].kind != "direct" or is_sentence(text, group[0]))


def _marks(sought: Sequence[Span], own: Sequence[Spans]) -> Spans:
    """Those in the speaker's own words."""
    return tuple(chain(*(_within(sought, *span) for spans in own for span in spans)))


def _within(places: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Of places in order those that lie in a stretch."""
    return [each for each in places[bisect_left(places, (start,)) : bisect_left(places, (end,))] if each[1] <= end]


def _words(text: str, marks: Sequence[Span]) -> list[str]:
    return list(dict.fromkeys(text[start:end].casefold() for start, end in marks))


def _saying(article: Article, group: Sequence[Quotation], own: Spans, marks: Spans) -> Saying:
    first, text = group[0], article.text
    told = addressee(text, first)
    if _is_whole(text, group):
        return replace(_cut(text, first, own, marks), addressee=told)
    sentence = sentence_around(text, first.start, group[-1].end)
    quoted = [each for each in article.quotations_in(*sentence) if each.kind == "direct"]
    return Saying(first, *with_whole_quotations(text, sentence, quoted), is_said=False, marks=marks, addressee=told)


def _cut(text: str, quotation: Quotation, own: Spans, marks: Spans) -> Saying:
    """Whole sentences of it, as many as there is room for, from the one that has most of the marks, else from the first
    that says something."""
    sentences = sentences_of(text, quotation.start, quotation.end)
    first = _most_marked(text, sentences, marks) if marks else _first_telling(text, quotation, own, sentences)
    start, end = sentences[first]
    for _, behind in sentences[first + 1 :]:
        if behind - start > _ROOM:
            break
        end = behind
    here = tuple(_within(marks, start, end))
    cut_before, cut_behind = first > 0, end < sentences[-1][1]
    start, end = _without_signs(text, start, end)
    return Saying(quotation, start, end, cut_before=cut_before, cut_behind=cut_behind, marks=here)


def _most_marked(text: str, sentences: Sequence[Span], marks: Sequence[Span]) -> int:
    """Of several the first."""
    merits = [len(_words(text, _within(marks, *sentence))) for sentence in sentences]
    return merits.index(max(merits))


def _first_telling(text: str, quotation: Quotation, own: Spans, sentences: Sequence[Span]) -> int:
    """Of a speech not its greeting, with which the article opens too."""
    if quotation.kind != "statement" and quotation.start > 0:
        return 0
    opening = text.find(PARAGRAPH, quotation.start, quotation.end)
    behind = opening if opening >= 0 else sentences[0][1]
    telling = (
        number
        for number, (first, last) in enumerate(sentences)
        if first >= behind and last - first >= _TELLING and any(a <= first and last <= b for a, b in own)
    )
    return next(telling, 0)


def _without_signs(text: str, start: int, end: int) -> Span:
    """Of "- No, it is no secret," what is said: neither the dash of a turn nor the comma of whoever tells it."""
    begin = start + len(text[start : start + 3]) - len(text[start : start + 3].lstrip("-–— "))
    return begin, begin + len(text[begin:end].rstrip().removesuffix(","))
