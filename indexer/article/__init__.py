"""What crosses every wall: an article, its passages, and how well its date is known."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import chain
from typing import Any, Literal, get_args

from indexer.article.quotation import Quotation, QuotationKind, Span
from indexer.fingerprint import STORED
from indexer.text import passage_key

__all__ = [
    "ARTICLE_TYPES",
    "Article",
    "ArticleType",
    "DateEvidence",
    "DatePlace",
    "DatePrecision",
    "FilePlace",
    "PartialDate",
    "Passage",
    "Provenance",
    "Quotation",
    "QuotationKind",
    "Span",
    "YearReason",
]

_OfBodies = Literal["press release", "speech", "statement", "transcript", "resolution", "communiqué"]
ArticleType = Literal[_OfBodies, "news", "interview", "opinion", "other"]
DatePrecision = Literal["none", "year", "month", "day"]
# Where a date is read: in what a file says beside its text, on a web page, at the head of the text, in the text.
FilePlace = Literal["file", "JSON field", "front matter field", "feed entry", "mail header", "docx property", "PDF"]
_PagePlace = Literal["site rules", "JSON-LD", "meta", "beside heading", "htmldate", "address"]
_HeadPlace = Literal["title", "above title", "after title", "under title", "dateline"]
_TextPlace = Literal["first sentence", "first paragraphs", "last line", "below text"]
DatePlace = Literal["", "none", FilePlace, _PagePlace, _HeadPlace, _TextPlace, "file name"]
# What a text tells of, what a file is called or when it was made, and what is guessed: none says when it was published.
_LIKELY: frozenset[DatePlace] = frozenset(
    ("none", "title", "first sentence", "first paragraphs", "file name", "htmldate", "docx property", "PDF")
)

ARTICLE_TYPES: tuple[ArticleType, ...] = get_args(ArticleType)


@dataclass(frozen=True, slots=True)
class YearReason:
    """Where the year of a date without one was read: the words of the title or the text that name it, the number of a
    session of the UN General Assembly, the folder of the file, or the address of the page, which needs no `words`."""

    place: Literal["address", "folder", "title", "text", "session"]
    words: str = ""


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """Where a date was read, as codes; `evidence_words` says them.

    `place` is "" where no date is known, "none" where only `year_from` gives one. `name` tells one field or `<meta>`
    of a kind from another. `quoted` is the date as it is written there. `order` is the habit of the site, where that
    alone tells the day from the month in figures, or "unknown", where nothing does.
    """

    place: DatePlace = ""
    name: str = ""
    quoted: str = ""
    year_from: YearReason | None = None
    order: Literal["", "unknown", "day first", "month first"] = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: "", "2017", "2017-01" or "2017-01-17", and where it was read."""

    value: str = ""
    evidence: DateEvidence = DateEvidence()

    @property
    def precision(self) -> DatePrecision:
        precisions: dict[int, DatePrecision] = {0: "none", 4: "year", 7: "month", 10: "day"}
        return precisions[len(self.value)]

    @property
    def is_likely(self) -> bool:
        """Whether the date is only likely, to be said with "about": it is read from what the text tells of, from the
        file's name or its properties, or guessed; or its year is that of something else that the text names. What is
        declared, a stamp, a date line, a dateline and the address are certain, as far as they go."""
        year = self.evidence.year_from
        return bool(self.value) and (self.evidence.place in _LIKELY or (year is not None and year.place != "address"))

    @property
    def vagueness(self) -> int:
        """Among dates that begin on one day the smaller comes first: a day before its month, what is certain before
        what is only likely. 10, where nothing is known, is the most but one."""
        return 10 - len(self.value) + self.is_likely

    @property
    def first_day(self) -> int:
        """The earliest day it can be, as yyyymmdd; 0 where nothing is known."""
        return int((self.value.replace("-", "") + "0101")[:8]) if self.value else 0

    @property
    def last_day(self) -> int:
        """The latest day it can be, as yyyymmdd (day 31 stands for the end of any month); 0 where nothing is known."""
        ends = {4: "1231", 7: "31", 10: ""}
        return int(self.value.replace("-", "") + ends[len(self.value)]) if self.value else 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of `Article.text`: `text[start:end]`. Numbered from 1 in reading order.

    `page` is the page of a paged original, counted from 1.
    """

    number: int
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from: the file in the corpus, its bytes' hash, and the rules that read it. `member` tells
    which of several articles in the file it is; empty where the file is the article."""

    path: str
    sha256: str
    extractor: str
    format: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned and annotated. `text` is NFC, its paragraphs separated by a blank line.

    `offices`: what its people were on its date, and who is called by an office alone: "Secretary General, CSTO".
    `quotations` stand in reading order, one that another holds behind it. `updated` says when what the file says of it
    was first indexed (UTC, ISO 8601); two articles that differ only in that are equal.
    """

    id: str
    title: str
    text: str
    provenance: Provenance
    date: PartialDate = PartialDate()
    type: ArticleType = "other"
    type_evidence: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    duplicate_of: str = ""
    similarity: float = 0.0
    extra: tuple[tuple[str, str], ...] = ()
    updated: str = field(default="", compare=False)

    @property
    def year(self) -> str:
        return self.date.value[:4]

    @property
    def story(self) -> str:
        """The id that all near duplicates of one text share."""
        return self.duplicate_of or self.id

    @property
    def month(self) -> str:
        """Empty where only the year is known."""
        return self.date.value[:7] if len(self.date.value) > len(self.year) else ""

    def passage_keys(self, passages: Sequence[Passage]) -> list[str]:
        """What some of the passages are called by, whatever is inserted, deleted or changed elsewhere; made for
        several together, which costs less than one by one."""
        return passage_key.keys(self.text, self._spans, [(each.start, each.end) for each in passages])

    def passage_id(self, key: str) -> str:
        return f"{self.id}#{key}"

    def stretch(self, key: str) -> tuple[int, int] | None:
        """Where the words of a key stand in the text, whether they are a passage of it now or not; None where they
        stand together no more."""
        return passage_key.find(self.text, self._spans, key)

    @property
    def _spans(self) -> list[tuple[int, int]]:
        return [(each.start, each.end) for each in self.passages]

    def passage_text(self, passage: Passage) -> str:
        return self.text[passage.start : passage.end]

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Those that have a part between two offsets."""
        return tuple(each for each in self.quotations if each.start < end and start < each.end)

    def to_json(self) -> str:
        """The stored form; `Article.from_json` reads it back to an equal article."""
        return _ENCODER.encode(self)

    @classmethod
    def from_json(cls, stored: str | bytes) -> "Article":
        """Also of the form that an earlier release stored, as far as `fingerprint.STORED` says how it differs."""
        raw: dict[str, Any] = json.loads(stored)
        try:
            return _article(raw)
        except (KeyError, TypeError):
            return _article(_brought_up(raw))


_TUPLES = ("type_evidence", "authors", "organisations", "people", "places", "documents", "speakers", "offices")


def _article(raw: dict[str, Any]) -> Article:
    made: dict[str, Any] = {name: tuple(raw[name]) for name in _TUPLES}
    made["provenance"] = Provenance(**raw["provenance"])
    made["date"] = _date(raw["date"])
    made["passages"] = tuple(map(_passage, raw["passages"]))
    made["quotations"] = tuple(map(_quotation, raw["quotations"]))
    made["extra"] = tuple((key, value) for key, value in raw["extra"])
    return Article(**{**raw, **made})


_PARTS: dict[str, type] = {
    "provenance": Provenance,
    "date": PartialDate,
    "evidence": DateEvidence,
    "year_from": YearReason,
    "passages": Passage,
    "quotations": Quotation,
}


def _brought_up(raw: dict[str, Any]) -> dict[str, Any]:
    """An article's stored form as this release writes it, where the difference is one of releases and no damage."""
    brought = frozenset(chain.from_iterable(each.article for each in STORED.values()))
    dropped = frozenset(chain.from_iterable(each.dropped for each in STORED.values()))

    def fitted(kind: type, held: dict[str, Any]) -> dict[str, Any]:
        kept = {name: value for name, value in held.items() if f"{kind.__name__}.{name}" not in dropped}
        made = {**_defaults(kind, brought), **kept}
        for name in _PARTS.keys() & made.keys():
            part, value = _PARTS[name], made[name]
            made[name] = (
                [fitted(part, each) for each in value] if isinstance(value, list) else value and fitted(part, value)
            )
        return made

    return fitted(Article, raw)


@cache
def _defaults(kind: Any, brought: frozenset[str]) -> dict[str, Any]:
    """The stored form of those attributes' defaults."""
    found = {each.name: each.default for each in fields(kind) if f"{kind.__name__}.{each.name}" in brought}
    return dict(json.loads(_ENCODER.encode(found)))


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields)


def _date(raw: dict[str, Any]) -> PartialDate:
    evidence = raw["evidence"]
    year = YearReason(**evidence["year_from"]) if evidence["year_from"] else None
    return PartialDate(raw["value"], DateEvidence(**{**evidence, "year_from": year}))


def _passage(raw: dict[str, Any]) -> Passage:
    """By place: an article has dozens of passages, and a page of results ten articles."""
    if len(raw) > _PASSAGE:
        raise TypeError("a passage of a former release")
    return Passage(raw["number"], raw["start"], raw["end"], raw["page"])


_PASSAGE = len(fields(Passage))


def _quotation(raw: dict[str, Any]) -> Quotation:
    cue, question = (tuple(raw[name]) if raw[name] else None for name in ("cue", "question"))
    return Quotation(raw["start"], raw["end"], raw["speaker"], raw["kind"], cue, question)
