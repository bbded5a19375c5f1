"""Companies by what ends their name: "Harbour Lights Inc". The same words without the ending mean it, too."""

from collections.abc import Iterator

from indexer.authority.words import SAME, Words
from indexer.ingest.names.gazetteer import POSSESSIVE, bare
from indexer.ingest.names.repeated import repeated
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.tickers import with_tickers
from indexer.ingest.names.vocabulary import words_of

_ENDINGS = words_of("business")
_SOFT = words_of("soft_business")
_ANY_ENDING = _SOFT | _ENDINGS | {ending + owner for ending in _ENDINGS for owner in POSSESSIVE}
_FUNCTION = words_of("function")
_COMMON = words_of("common")
_CAPITALS = frozenset({"Sa", "Ag", "Nv", "Bv", "Ab", "As", "Kk", "Lp"})
_LONG_ENDINGS = frozenset({"company", "corporation"})
_GO_ON = frozenset({"Co", "Corp", "Company", "Corporation"})
_PARTICLES = frozenset({"de", "da", "di", "du", "van", "von", "und", "et", "y", "e"})
_LONGEST = 6


def companies_in(words: Words, masked: set[int]) -> list[Span]:
    """Spans in reading order, none over a masked word."""
    named = list(_with_ending(words, masked))
    named.extend(with_tickers(words, masked | covered(named), shouted=not named))
    if not named:
        return []
    short = {_without_ending(words, span): span.name for span in named}
    short = {form: name for form, name in short.items() if form and (len(form) > 1 or form[0] not in _COMMON)}
    for form, name in list(short.items()):
        if len(form) > 2 and form[1] not in _COMMON:  # "SDC Otterbank" of the "SDC Otterbank Development Corp"
            short.setdefault(form[:2], name)
    taken = masked | covered(named)
    again = [Span("organisation", name, first, last, company=True) for first, last, name in repeated(words, short)]
    return sorted([*named, *(span for span in again if taken.isdisjoint(covered([span])))], key=lambda span: span.first)


def _with_ending(words: Words, masked: set[int]) -> Iterator[Span]:
    done = -1
    for index in [at for at in words.capitals if words.folded[at] in _ANY_ENDING]:
        if index <= done:
            continue
        hard = bare(words.written[index]).lower() in _ENDINGS and _ends_a_company(words, index)
        if hard or _is_soft(words, index):
            first, last = _whole(words, _first(words, index, masked), index, masked), _last(words, index)
            if first - 1 in masked and words.gaps[first] == SAME:
                continue  # "Kettle Australia Ltd" of a known Kettle is no "Australia Ltd"
            if _is_company(words, first, index) and (hard or _has_own_word(words.written[first:index])):
                name = words.text[words.starts[first] : words.ends[last]]
                done = last
                yield Span("organisation", bare(" ".join(name.split())), first, last, company=True)


def _without_ending(words: Words, span: Span) -> tuple[str, ...]:
    ending = span.last - 2 if words.written[span.last - 1] == "of" else span.last + 1
    while ending - 1 > span.first and words.folded[ending - 1] in _ENDINGS:
        ending -= 1
    if ending - 1 > span.first and words.written[ending - 1] in ("and", "of"):
        ending -= 1
    return tuple(words.folded[span.first : ending])


def _is_soft(words: Words, index: int) -> bool:
    """A word that ends many a company's name, where none goes on: "Harbour Industries"."""
    word, after = words.written[index].lower(), index + 1
    if word not in _SOFT or index < 2 or not words.written[index].istitle() or words.gaps[index] != SAME:
        return False
    return after == len(words.written) or words.gaps[after] != SAME or not words.written[after][0].isupper()


def _ends_a_company(words: Words, index: int) -> bool:
    """Not the "Co" of "Co-operation"; "SA" and "AG" in capitals only."""
    word = words.written[index]
    if words.gaps[index] != SAME and not _is_after_bracket(words, index, set()):
        return False
    return (word.isupper() or bare(word) not in _CAPITALS) and not words.text.startswith("-", words.ends[index])


def _first(words: Words, end: int, masked: set[int]) -> int:
    first = end
    for index in range(end - 1, max(end - _LONGEST, -1), -1):
        if _is_particle(words, index, end, masked):
            continue
        if index in masked or not _is_part(words.written[index]) or not _is_linked(words, index + 1):
            break
        if bare(words.written[index]) != words.written[index] and index < end - 1 and not _begins(words, index):
            break
        first = index
    if first == end and _is_after_bracket(words, end, masked):
        before = end - 2
        return _first(words, before, masked) if before not in masked and _is_part(words.written[before]) else end
    return first


def _is_particle(words: Words, index: int, end: int, masked: set[int]) -> bool:
    """The small word of "Haldane de Kettle Ltd"."""
    if words.written[index] not in _PARTICLES or index < 1 or index + 1 >= end or index - 1 in masked:
        return False
    both = words.gaps[index] == SAME == words.gaps[index + 1]
    return both and _is_part(words.written[index - 1]) and _has_own_word([words.written[index - 1]])


def _is_after_bracket(words: Words, ending: int, masked: set[int]) -> bool:
    """The ending of "Harbour Lights (Europe) Ltd": one capitalised word in brackets stands before it."""
    text, at = words.text, ending - 1
    if at < 1 or at in masked or not words.written[at][0].isupper():
        return False
    opened = text[words.ends[at - 1] : words.starts[at]].strip() == "("
    return opened and text[words.ends[at] : words.starts[ending]].strip() == ")"


def _last(words: Words, ending: int) -> int:
    """Where the name ends that goes on after "Co" or "Corp": "Lakeside Kettle Co of America", "Kettle and Co Ltd"."""
    while (
        ending + 1 < len(words.written)
        and bare(words.written[ending + 1]).lower() in _ENDINGS
        and words.written[ending + 1] != "as"
        and _ends_a_company(words, ending + 1)
    ):
        ending += 1
    if bare(words.written[ending]) != words.written[ending]:
        return ending
    tail = words.written[ending + 1 : ending + 3]
    goes_on = len(tail) == 2 and tail[0] == "of" and tail[1][0].isupper() and words.written[ending] in _GO_ON
    if not goes_on or words.gaps[ending + 1] != SAME or words.gaps[ending + 2] != SAME:
        return ending
    after = ending + 3
    while after < ending + 5 and _goes_on(words, after):  # "Kettle Co of New Otterbank"
        after += 1
    more = after < len(words.written) and words.written[after].lower() in _ENDINGS and words.gaps[after] == SAME
    return after if more else after - 1


def _goes_on(words: Words, at: int) -> bool:
    if at >= len(words.written) or words.gaps[at] != SAME or bare(words.written[at - 1]) != words.written[at - 1]:
        return False
    return _is_part(words.written[at]) and words.written[at].lower() not in _COMMON


def _is_part(word: str) -> bool:
    lower = bare(word).lower()
    return word[0].isupper() and lower not in _FUNCTION and lower not in _ENDINGS


def _is_linked(words: Words, index: int) -> bool:
    return words.gaps[index] == SAME or words.text[words.ends[index - 1] : words.starts[index]].strip() == "&"


def _begins(words: Words, index: int) -> bool:
    """Whether nothing capitalised stands before: "Moody's Investors Service", not "Pacific Western's Pacific Air"."""
    return index == 0 or words.gaps[index] != SAME or not words.written[index - 1][0].isupper()


def _is_company(words: Words, first: int, end: int) -> bool:
    """Neither a headline's capitals, nor common words only, nor the half of "Peninsular and Oriental Co"."""
    names = words.written[first:end]
    if (not _has_own_word(names) and len(names) < 2) or all(word.isupper() for word in words.written[first : end + 1]):
        return False
    if bare(words.written[end]).lower() in _LONG_ENDINGS and len([name for name in names if len(name) > 1]) < 2:
        return False
    if first > 1 and words.written[first - 1] == "of" and end - first == 1 and words.written[first - 2][0].isupper():
        return False  # "General Kettles of Canada Ltd"
    if words.written[end] == "Co" and words.text[words.starts[first] - 1 : words.ends[end] + 1].startswith("("):
        return False  # "(Augusta Co)" is a county
    return not _is_half(words, first)


def _whole(words: Words, first: int, end: int, masked: set[int]) -> int:
    """Where a name begins that has "and" in it: "Harbour Kettle and Light Co", "Haldane and Co Ltd"; common words after
    "and" are half a name."""
    if first < 2 or words.written[first - 1] != "and" or _is_whole(words, first, end):
        return first
    if words.written[first - 2].isupper() and words.written[first - 2] in words.written[: first - 2]:
        return first  # an acronym that the text has introduced is no half of a name
    left = _first(words, first - 1, masked) if words.gaps[first] == words.gaps[first - 1] == SAME else first
    return left if left < first - 1 and _has_own_word(words.written[left : first - 1]) else first


def _is_whole(words: Words, first: int, end: int) -> bool:
    """Whether the words after "and" name a company: not those of "Haldane Mining and Construction Company"."""
    long = bare(words.written[end]).lower() in _LONG_ENDINGS and end - first == 1
    return _has_own_word(words.written[first:end]) and not long


def _has_own_word(names: list[str]) -> bool:
    return any(len(word) > 1 and bare(word).lower() not in _COMMON for word in names)


def _is_half(words: Words, first: int) -> bool:
    before = words.text[words.ends[first - 1] : words.starts[first]].strip() if first else ""
    if before:
        return before in ("&", "/", "-")
    half = words.written[first - 2] if first > 1 and words.written[first - 1] == "and" else ""
    if half.isupper() and half in words.written[: first - 2]:
        return False  # an acronym that the text has introduced
    return half[:1].isupper() and half.lower() not in _ENDINGS
