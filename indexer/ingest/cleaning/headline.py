"""Where the article begins: its title, the date line and author under it, and the teasers of others above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.article import DateEvidence
from indexer.ingest.cleaning.above_title import (
    LONGEST_TITLE,
    SYMBOL,
    ends_sentence,
    is_category,
    is_label,
    is_title_like,
    kind_above,
    lines_above,
    may_be_title,
    unmarked,
    without_label,
)
from indexer.ingest.cleaning.author_names import after_by, authors_in
from indexer.ingest.cleaning.letterhead import is_letterhead
from indexer.ingest.cleaning.title_edges import dangles, without_day
from indexer.ingest.dates.date_lines import date_line, date_line_in, is_update_line, month_line

_AUTHOR = re.compile(
    r"(?:authors?|written by|text by|by|автор\w{0,3}|auteur|autor(?:in|es)?|text|текст)\s?:\s?(?P<names>\S.{1,120})",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|источник|quelle|fuente|fonte)\s?:\s?(?!https?:|www\.)(?P<name>[^\W\d_]\S{0,30}(?:\s\S{1,30}){0,5})",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-ZА-ЯÀ-Ý][\w .’'-]{1,40},\s(?P<rest>.{6,60})")
_SEARCHED = 40
_MOST_IN_ROLE = 6
_SMALL = frozenset({"of", "for", "the", "at", "in", "and", "&"})
_LONGEST_BYLINE, _MOST_IN_SENTENCE, _WRAPPED_AT = 90, 15, 40


@dataclass(frozen=True, slots=True)
class Head:
    """What stood at the top of the text, and the paragraphs that are left when it is taken off.

    `label` is the kind of text that a line above the title named, as in `Press release`; `letterhead` the body whose
    writing paper it is, `source` what a line under the title calls so.
    """

    title: str
    body: tuple[str, ...]
    date: str = ""
    date_evidence: DateEvidence = DateEvidence()
    authors: tuple[str, ...] = ()
    label: str = ""
    letterhead: str = ""
    source: str = ""


def split_head(paragraphs: Sequence[str], title: str = "") -> Head:
    """Takes title, date lines, author line and teasers off the top; `title` is what is known of it already."""
    if title:
        return _split(paragraphs, title)
    paragraphs = unmarked(paragraphs)
    above = lines_above(paragraphs)
    head = _split(without_label(paragraphs[len(above) :]), "")
    label = kind_above((*above, *paragraphs[len(above) : len(above) + 1]))
    if not above:
        return replace(head, label=label)
    symbols = tuple(line for at, line in enumerate(above) if SYMBOL.fullmatch(line) or is_category(paragraphs, at))
    letterhead = " ".join(line for line in above if is_letterhead(line) or line[0].islower())
    head = replace(head, body=(*symbols, *head.body), label=label, letterhead=letterhead)
    date = "" if head.date else next(filter(None, map(_day_of, above)), "")
    return replace(head, date=date, date_evidence=DateEvidence("above title")) if date else head


def _day_of(line: str) -> str:
    """The day that is all there is on a line above the title, or that a form's words have: "For release: 3 May"."""
    return date_line(line) or (is_label(line) and date_line_in(line)) or ""


def _split(paragraphs: Sequence[str], title: str) -> Head:
    start = _known_start(paragraphs, title) if title else _start(paragraphs)
    if start < 0:
        return _under_title(Head(title, tuple(paragraphs)))
    above = date_line(paragraphs[start - 1]) if start else ""
    head = _under_title(_known_head(paragraphs, title, start) if title else _found_head(paragraphs, start))
    dated = above and not head.date
    return replace(head, date=above, date_evidence=DateEvidence("above title")) if dated else head


def _known_head(paragraphs: Sequence[str], title: str, start: int) -> Head:
    return Head(title, tuple(paragraphs[start + 1 :]))


def _found_head(paragraphs: Sequence[str], start: int) -> Head:
    """The title on one line where it is wrapped over two, and without the day before or after it."""
    title, rest = paragraphs[start], tuple(paragraphs[start + 1 :])
    if len(rest) > 1 and _wraps_on(title, rest[0]):
        title, rest = f"{title} {rest[0]}", rest[1:]
    bare, day, evidence = without_day(title)
    return Head(bare, rest, day, evidence)


def _wraps_on(line: str, below: str) -> bool:
    """Whether the line is half a title: it ends as none does, or goes on in small letters, or in capitals as before."""
    if not may_be_title(below) or date_line(below) or _by(below) or len(below.split()) > _MOST_IN_SENTENCE:
        return False
    cut = dangles(line) or line.endswith((",", "-", "–"))
    both_large = line.isupper() and below.isupper() and len(line) >= _WRAPPED_AT
    return cut or below[0].islower() or both_large


def same_line(one: str, other: str) -> bool:
    """Whether two lines say the same but for case, spacing and punctuation, or one is the other cut short."""
    if _first_letter(one) != _first_letter(other):
        return False
    left, right = _folded(one), _folded(other)
    cut = one.rstrip().endswith(("…", "...")) and len(left) > 20
    return bool(left) and (left == right or (cut and right.startswith(left)))


def _folded(line: str) -> str:
    return "".join(filter(str.isalnum, line[: 2 * LONGEST_TITLE].casefold()))


def _first_letter(line: str) -> str:
    """What `_folded` begins with, in a fraction of its time: few lines begin as a title does."""
    return next(filter(str.isalnum, line[: 2 * LONGEST_TITLE].casefold()), "")


def _known_start(paragraphs: Sequence[str], title: str) -> int:
    """The index of the known title's line where the article begins there, else -1."""
    first = _first_letter(title)
    for index, line in enumerate(paragraphs[:_SEARCHED]):
        if first and _first_letter(line) != first:
            continue
        if same_line(line, title) or _date_line_after(line, title):
            return index if not index or _may_go(paragraphs[:index], paragraphs) else -1
    return -1


def _may_go(above: Sequence[str], paragraphs: Sequence[str]) -> bool:
    small = sum(map(len, above)) < 0.4 * sum(map(len, paragraphs))
    short = all(len(line.split()) <= 15 and not ends_sentence(line) for line in above)
    return small and (short or bool(date_line(above[0])))


def _start(paragraphs: Sequence[str]) -> int:
    """The index of the title's line, or -1 where no line is one: a line that is all there is, once or more, is text."""
    if all(same_line(line, paragraphs[0]) for line in paragraphs):
        return -1
    heads = [index for index in range(min(len(paragraphs) - 1, _SEARCHED)) if _is_head(paragraphs, index)]
    first = next((index for index, line in enumerate(paragraphs) if not date_line(line)), 0)
    if heads and (first > 0 or heads[0] == 0):
        return _with_most_below(paragraphs, heads)
    if first > 0:
        first = _title_below_teasers(paragraphs) or first
    return first if _may_be_told(paragraphs[first]) and first + 1 < len(paragraphs) else -1


def _may_be_told(line: str) -> bool:
    """Whether a line that nothing but its place marks can be a title: a long sentence there is the beginning."""
    long_sentence = line.endswith(".") and len(line.split()) > _MOST_IN_SENTENCE
    return is_title_like(line) and not long_sentence and not is_label(line)


def _is_head(paragraphs: Sequence[str], index: int) -> bool:
    """Whether a line is repeated below, or stamped below; a full sentence needs the date line twice."""
    line, below = paragraphs[index], paragraphs[index + 1]
    if not is_title_like(line):
        return False
    if (same_line(line, below) and not ends_sentence(line)) or _date_line_after(below, line):
        return True
    twice = index + 2 < len(paragraphs) and date_line(paragraphs[index + 2]) == date_line(below)
    return bool(date_line(below)) and (twice or not ends_sentence(line))


def _with_most_below(paragraphs: Sequence[str], heads: Sequence[int]) -> int:
    """Teasers have little text below their heads, the article most of it."""
    spans = pairwise([*heads, len(paragraphs)])
    sizes = {index: sum(map(len, paragraphs[index + 1 : end])) for index, end in spans}
    best = max(heads, key=lambda index: sizes[index])
    return best if sizes[best] >= 0.4 * sum(map(len, paragraphs)) else heads[0]


def _title_below_teasers(paragraphs: Sequence[str]) -> int:
    """The title below two or more stamped teasers, 0 where there is none: the first line below the last of them that
    is no sentence; else a sentence above the date line that most of the text is below."""
    date_lines = [index for index, line in enumerate(paragraphs[:_SEARCHED]) if date_line(line)]
    if len(date_lines) < 2:
        return 0
    below = range(date_lines[-1] + 2, min(len(paragraphs) - 1, _SEARCHED))
    found = next((i for i in below if is_title_like(paragraphs[i]) and not ends_sentence(paragraphs[i])), 0)
    above = date_lines[-1] - 1
    if not found and is_title_like(paragraphs[above]) and not date_line(paragraphs[above - 1]):
        found = above
    return found if found and _may_go(paragraphs[:found], paragraphs) else 0


def _date_line_after(line: str, title: str) -> str:
    """The date line that follows the repeated title on its line, as in `Title 24.11.2016 13:44`."""
    if not title or len(line) > len(title) + 60 or not line.casefold().startswith(title.casefold()):
        return ""
    return date_line(line[len(title) :].strip(" ,.|–—-"))


def _under_title(head: Head) -> Head:
    """Takes what belongs to the head off the first few lines; a subtitle among them stays in the body."""
    kept: list[str] = []
    for index, line in enumerate(head.body):
        if taken := _taken(head, line):
            head = taken
        elif len(kept) < 2 and is_title_like(line) and not ends_sentence(line):
            head = _with_dateline(head, line)
            kept.append(line)
        else:
            return replace(head, body=(*kept, *head.body[index:])) if index > len(kept) else head
    return replace(head, body=tuple(kept))


def _taken(head: Head, line: str) -> Head | None:
    """The head enriched by a line that belongs to it, or None where the line is text."""
    author = _AUTHOR.fullmatch(line) if ":" in line else None
    if author:
        return replace(head, authors=head.authors or _named(author["names"]))
    if source := _SOURCE.fullmatch(line):
        return replace(head, source=head.source or source["name"])
    if same_line(line, head.title) or is_update_line(line):
        return head
    if by := _by(line):
        day = "" if head.date else date_line_in(line)
        signed = replace(head, authors=head.authors or by)
        return replace(signed, date=day, date_evidence=DateEvidence("under title")) if day else signed
    under = date_line(line) or month_line(line)
    date = under or _date_line_after(line, head.title)
    if not date or head.date:
        return head if date else None
    return replace(head, date=date, date_evidence=DateEvidence("under title" if under else "after title"))


def _named(written: str) -> tuple[str, ...]:
    return tuple(name for name in authors_in([written]).names if not name[0].islower())


def _by(line: str) -> tuple[str, ...]:
    """The authors of `By Ann Lee`, a line that says little else; nobody where it goes on."""
    words = after_by(line) if len(line) <= _LONGEST_BYLINE else ""
    people = authors_in([words]).people if words[:1].isupper() else ()
    if not people:
        return ()
    bare = words.replace(date_line_in(words), "").rstrip(" ,|–—-")
    return people if sum(map(len, people)) > 0.4 * len(_without_role(bare)) else ()


def _without_role(words: str) -> str:
    """`Ann Lee, Special Correspondent` without what she is: words in capitals, as no sentence goes on."""
    name, _, role = words.partition(", ")
    titled = all(word[0].isupper() or word in _SMALL for word in role.split())
    return name if titled and len(role.split()) <= _MOST_IN_ROLE else words


def _with_dateline(head: Head, line: str) -> Head:
    match = _DATELINE.fullmatch(line)
    date = date_line(match["rest"]) if match else ""
    return replace(head, date=date, date_evidence=DateEvidence("dateline")) if date and not head.date else head
