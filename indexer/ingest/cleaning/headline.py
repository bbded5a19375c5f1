"""Where the article begins: its title, the date line and author under it, and the teasers of others above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from indexer.article import DateEvidence
from indexer.ingest.dates.date_lines import date_line, month_line

_AUTHOR = re.compile(
    r"(?:authors?|written by|text by|by|автор|auteur|autor(?:in)?|text)\s?:\s?(?P<names>\S.{1,120})", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,4}")
_DATELINE = re.compile(r"[A-ZА-ЯÀ-Ý][\w .’'-]{1,40},\s(?P<rest>.{6,60})")
_KINDS = {"press release", "statement", "interview", "speech", "resolution"}
_LABELS = {
    *("home", "homepage", "main", "main page", "menu", "news", "newsroom", "latest news", "press", "media", "events"),
    *("press centre", "press center", "press releases", "statements", "interviews", "speeches", "publications"),
    *("en", "english", "главная", "новости", "пресс-центр", "пресс-релиз", "accueil", "actualités", "startseite"),
    *_KINDS,
}
# GA/12345: no title, though it stands first
_SYMBOL = re.compile(r"[A-Z]{1,5}(?:[./-][A-Z0-9.()]{1,20}){1,6}")
_NO_NAMES = {"administrator", "admin", "editor", "webmaster", "super user", "superuser"}
_MOST_WORDS = 40
_LONGEST_TITLE = 350
_SEARCHED = 40


@dataclass(frozen=True, slots=True)
class Head:
    """What stood at the top of the text, and the paragraphs that are left when it is taken off.

    `label` is the kind of text that a line above the title named, as in `Press release`.
    """

    title: str
    body: tuple[str, ...]
    date: str = ""
    date_evidence: DateEvidence = DateEvidence()
    authors: tuple[str, ...] = ()
    label: str = ""


def split_head(paragraphs: Sequence[str], title: str = "") -> Head:
    """Takes title, date lines, author line and teasers off the top; `title` is what is known of it already."""
    # lines that name a section of the site or a symbol; never all that there are
    above_title = [] if title else list(takewhile(_is_label, paragraphs[:-2]))
    head = _split(paragraphs[len(above_title) :], title)
    if not above_title:
        return head
    kinds = [line.lower() for line in above_title if line.lower() in _KINDS]
    symbols = tuple(line for line in above_title if _SYMBOL.fullmatch(line))
    return replace(head, body=(*symbols, *head.body), label=kinds[-1] if kinds else "")


def _split(paragraphs: Sequence[str], title: str) -> Head:
    start = _known_start(paragraphs, title) if title else _start(paragraphs)
    if start < 0:
        return _under_title(Head(title, tuple(paragraphs)))
    above = date_line(paragraphs[start - 1]) if start else ""
    head = _under_title(Head(title or paragraphs[start], tuple(paragraphs[start + 1 :])))
    dated = above and not head.date
    return replace(head, date=above, date_evidence=DateEvidence("above title")) if dated else head


def same_line(one: str, other: str) -> bool:
    """Whether two lines say the same but for case, spacing and punctuation, or one is the other cut short."""
    if _first_letter(one) != _first_letter(other):
        return False
    left, right = _folded(one), _folded(other)
    cut = one.rstrip().endswith(("…", "...")) and len(left) > 20
    return bool(left) and (left == right or (cut and right.startswith(left)))


def _is_label(line: str) -> bool:
    return line.lower() in _LABELS or bool(_SYMBOL.fullmatch(line))


def _folded(line: str) -> str:
    return "".join(filter(str.isalnum, line[: 2 * _LONGEST_TITLE].casefold()))


def _first_letter(line: str) -> str:
    """What `_folded` begins with, in a fraction of its time: few lines begin as a title does."""
    return next(filter(str.isalnum, line[: 2 * _LONGEST_TITLE].casefold()), "")


def _is_title_like(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and len(line.split()) <= _MOST_WORDS and not date_line(line)


def _ends_sentence(line: str) -> bool:
    return line.endswith((".", ";", ":", ",")) and not line.endswith("...")


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
    short = all(len(line.split()) <= 15 and not _ends_sentence(line) for line in above)
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
    return first if _is_title_like(paragraphs[first]) and first + 1 < len(paragraphs) else -1


def _is_head(paragraphs: Sequence[str], index: int) -> bool:
    """Whether a line is repeated below, or stamped below; a full sentence needs the date line twice."""
    line, below = paragraphs[index], paragraphs[index + 1]
    if not _is_title_like(line):
        return False
    if (same_line(line, below) and not _ends_sentence(line)) or _date_line_after(below, line):
        return True
    twice = index + 2 < len(paragraphs) and date_line(paragraphs[index + 2]) == date_line(below)
    return bool(date_line(below)) and (twice or not _ends_sentence(line))


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
    found = next((i for i in below if _is_title_like(paragraphs[i]) and not _ends_sentence(paragraphs[i])), 0)
    above = date_lines[-1] - 1
    if not found and _is_title_like(paragraphs[above]) and not date_line(paragraphs[above - 1]):
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
        elif len(kept) < 2 and _is_title_like(line) and not _ends_sentence(line):
            head = _with_dateline(head, line)
            kept.append(line)
        else:
            return replace(head, body=(*kept, *head.body[index:])) if index > len(kept) else head
    return replace(head, body=tuple(kept))


def _taken(head: Head, line: str) -> Head | None:
    """The head enriched by a line that belongs to it, or None where the line is text."""
    author = _AUTHOR.fullmatch(line) if ":" in line else None
    if author:
        return replace(head, authors=head.authors or _names(author["names"]))
    if same_line(line, head.title):
        return head
    under = date_line(line) or month_line(line)
    date = under or _date_line_after(line, head.title)
    if not date or head.date:
        return head if date else None
    return replace(head, date=date, date_evidence=DateEvidence("under title" if under else "after title"))


def _with_dateline(head: Head, line: str) -> Head:
    match = _DATELINE.fullmatch(line)
    date = date_line(match["rest"]) if match else ""
    return replace(head, date=date, date_evidence=DateEvidence("dateline")) if date and not head.date else head


def _names(written: str) -> tuple[str, ...]:
    """`Ann Lee and Bo Ek, observers with the journal` gives the two names: a description starts in lower case."""
    names = []
    for part in re.split(r",|;|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b", written):
        match = _NAME.match(part.strip())
        if not match or not part.strip()[0].isupper():
            break
        names += [match[0].rstrip(" .")] if match[0].lower() not in _NO_NAMES else []
    return tuple(names)
