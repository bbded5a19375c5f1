"""A draft as its file gives it becomes one that can be read: repaired, without boilerplate, in paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.cleaning.author_names import authors_in
from indexer.ingest.cleaning.boilerplate import contacts_below, is_boilerplate, without_pictures
from indexer.ingest.cleaning.furniture import is_furniture
from indexer.ingest.cleaning.headline import split_head
from indexer.ingest.cleaning.paragraphs import paragraphs
from indexer.ingest.dates.date_lines import date_line
from indexer.ingest.draft import Draft
from indexer.text.characters import repaired
from indexer.text.title_key import title_key

# the mark of a note sticks to the word before it: treaty[2], "treaty."[2]
_NOTE_MARK = re.compile(
    r"(?<=[^\W\d_]{3}|[^\W\d_]{2}[.,;:]|\d\d[)]|[^\W\d_][.,;:][”\"]|[^\W\d_][”\")][.,;:])(\[\d{1,3}\])(?![\w(])"
)
_PAGE = "\f"
_BELOW_TEXT = DateEvidence("below text")
_MOST_OPENING_WORDS = 12


def clean(draft: Draft) -> Draft:
    """The draft with clean title and text; what the text's head says of date and author fills what is empty.

    Paragraphs are separated by one blank line; `page_starts` follow the text. Raises `Rejected` where nothing is left.
    """
    lines = _kept(paragraphs(_repaired(_paged(draft))))
    end = len(lines) - contacts_below(lines)  # in the middle such a line may be part of a story
    lines, contacts = lines[:end], "\n".join(lines[end:])
    given = _clean_title(draft.title)
    head = split_head(lines, "" if is_furniture(given) else given)
    below = date_line(head.body[-1]) if len(head.body) > 1 else ""
    body = head.body[:-1] if below else head.body
    dates = ((draft.date, draft.date_evidence), (head.date, head.date_evidence), (below, _BELOW_TEXT))
    date, evidence = next((each for each in dates if each[0]), dates[1])
    text, starts = _unpaged("\n\n".join(body))
    if not (text or head.title):
        raise Rejected("no article: there is nothing besides the page's furniture")
    above = _pages(lines) - _pages(head.body)
    return replace(
        draft,
        text=text,
        page_starts=(0,) * (1 + above) + starts if draft.page_starts else (),
        title=_unpaged(head.title)[0] or _title_from_opening(text),
        date=date,
        date_evidence=evidence,
        type=draft.type or head.label,
        authors=_authors(draft, head.authors),
        letterhead=head.letterhead,
        source=draft.source or head.source,
        contacts=contacts.replace(_PAGE, ""),
    )


def _authors(draft: Draft, of_head: tuple[str, ...]) -> tuple[str, ...]:
    """The people whom the file names, else those in the text's head, else the bodies that the file names."""
    given = authors_in(map(_clean_title, draft.authors), [title_key(draft.source)])
    return given.people or of_head or given.bodies


def _paged(draft: Draft) -> str:
    """The text with a form feed where each page but the first begins, so that these follow every change of length."""
    if not draft.page_starts:
        return draft.text.replace(_PAGE, "\n")
    ends = [*draft.page_starts[1:], len(draft.text)]
    pages = (draft.text[start:end] for start, end in zip(draft.page_starts, ends, strict=True))
    return _PAGE.join(page.replace(_PAGE, "\n") for page in pages)


def _pages(lines: Sequence[str]) -> int:
    return sum(line.count(_PAGE) for line in lines)


def _unpaged(text: str) -> tuple[str, tuple[int, ...]]:
    pieces = text.split(_PAGE)
    return "".join(pieces), tuple(accumulate(map(len, pieces[:-1])))


def _repaired(text: str) -> str:
    text = repaired(text)
    return _NOTE_MARK.sub(r" \1", text) if "[" in text else text


def _clean_title(title: str) -> str:
    whole = _repaired(title).replace("\u00ad\n", "").replace(_PAGE, " ")
    return without_pictures(" ".join(whole.split()))


def _kept(lines: Sequence[str]) -> list[str]:
    """The paragraphs without pictures' names and boilerplate; the mark of a page is handed on to the next one."""
    if not _pages(lines):
        return [words for line in lines if (words := without_pictures(line)) and not is_boilerplate(words)]
    kept, marks = [], ""
    for line in lines:
        words = without_pictures(line.strip(_PAGE))
        if not words or is_boilerplate(words.replace(_PAGE, "")):
            marks += _PAGE * line.count(_PAGE)
        else:
            kept.append(marks + _PAGE * (line.count(_PAGE) - words.count(_PAGE)) + words)
            marks = ""
    return kept


def _title_from_opening(text: str) -> str:
    """The first words of the first paragraph, with an ellipsis where the paragraph has more."""
    words = text.split("\n", 1)[0].split()
    short = " ".join(words[:_MOST_OPENING_WORDS])
    return short if len(words) <= _MOST_OPENING_WORDS else f"{short}…"
