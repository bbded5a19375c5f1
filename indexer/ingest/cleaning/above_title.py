"""What stands above a title, and how a title is told: sections, symbols, a letterhead, the marks of forms."""

import re
from collections.abc import Sequence

from indexer.ingest.cleaning.boilerplate import is_phone
from indexer.ingest.cleaning.furniture import after_release, has_mail, is_furniture, kind_named
from indexer.ingest.cleaning.letterhead import is_letterhead, is_office_holder
from indexer.ingest.dates.date_lines import date_line

_MARKED = re.compile(
    r"#{1,3} (?P<headed>\S.{1,340})|\*\*(?P<bold>[^*\s][^*]{1,340})\*\*"
    r"|(?:title|headline|заголовок|titre|t[ií]tulo|titel)\s?:\s(?P<called>\S.{1,340})",
    re.IGNORECASE,
)
# GA/12345: no title, though it stands first
SYMBOL = re.compile(r"[A-Z]{1,5}(?:[./-][A-Z0-9.()]{1,20}){1,6}")
LONGEST_TITLE = 350
_MOST_WORDS, _MOST_IN_NAME = 40, 5
_MOST_ABOVE, _TITLE_WITHIN = 12, 4


def unmarked(paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs, the first without a title's marks: `# Title`, `**Title**`, `Title: …`."""
    marked = _MARKED.fullmatch(paragraphs[0]) if paragraphs else None
    return (marked[marked.lastgroup or 0], *paragraphs[1:]) if marked else paragraphs


def without_label(paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs, the first of them without `FOR IMMEDIATE RELEASE` at its beginning."""
    first = after_release(paragraphs[0]) if paragraphs else ""
    return (first, *paragraphs[1:]) if first else paragraphs


def lines_above(paragraphs: Sequence[str]) -> Sequence[str]:
    """The lines above the title: names of sections, symbols, a letterhead, a day among them; never all."""
    most = min(len(paragraphs) - 1, _MOST_ABOVE)
    at = 0
    while at < most and _is_above(paragraphs, at):
        at += 1
    return paragraphs[:at]


def kind_above(above: Sequence[str]) -> str:
    """Of several kinds the one nearest to the title."""
    kinds = [kind for line in above if (kind := kind_named(line) or _kind_before(line))]
    return kinds[-1] if kinds else ""


def may_be_title(line: str) -> bool:
    """Whether a title may be all that the line is: no sentence, no label, no letterhead."""
    return is_title_like(line) and not (ends_sentence(line) or is_label(line) or is_letterhead(line))


def is_title_like(line: str) -> bool:
    """Whether the line is short enough for a title, and no day."""
    return len(line) <= LONGEST_TITLE and len(line.split()) <= _MOST_WORDS and not date_line(line)


def ends_sentence(line: str) -> bool:
    """Whether its last sign is one that no title ends with."""
    return line.endswith((".", ";", ":", ",")) and not line.endswith("...")


def is_label(line: str) -> bool:
    """Whether the line is a form's or a section's, or a document's symbol."""
    return (is_furniture(line) and not date_line(line)) or bool(SYMBOL.fullmatch(line))


def is_category(paragraphs: Sequence[str], at: int) -> bool:
    """Whether one word above a title and its date is what a site files the article under."""
    line, title, *below = paragraphs[at : at + 3]
    dated = below and date_line(below[0])
    return bool(dated and " " not in line and line.isalpha() and may_be_title(title) and len(title.split()) > 2)


def _is_above(paragraphs: Sequence[str], at: int) -> bool:
    line, below = paragraphs[at], paragraphs[at + 1]
    if is_label(line) or is_category(paragraphs, at):
        return True
    if is_office_holder(line, below) or (at and is_furniture(paragraphs[at - 1]) and _is_reached(line, below)):
        return True
    if date_line(line):  # a day alone is a teaser's or the title's
        return is_label(below)
    goes_on = at > 0 and line[0].islower() and is_letterhead(f"{paragraphs[at - 1]} {line}")
    return (goes_on or is_letterhead(line)) and any(map(may_be_title, paragraphs[at + 1 : at + 1 + _TITLE_WITHIN]))


def _is_reached(line: str, below: str) -> bool:
    """Whether the line is a name, under `Contact:`, and the one below it an address or a number to reach it at."""
    return len(line.split()) <= _MOST_IN_NAME and not ends_sentence(line) and (has_mail(below) or is_phone(below))


def _kind_before(line: str) -> str:
    return "press release" if len(line) <= LONGEST_TITLE and after_release(line) != line else ""
