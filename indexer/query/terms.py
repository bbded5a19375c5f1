"""One typed piece (a word, a quoted phrase, a pattern) becomes a leaf of the query tree, or a few of them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.fields import NAME_FIELDS, QUERY_FIELDS, QueryField
from indexer.message import N_, Message
from indexer.query import dates
from indexer.query.note import Note, every_word
from indexer.query.tree import And, DateRange, Fuzzy, MatchNone, Or, Phrase, Prefix, Query, SpanNear, Wildcard, Word
from indexer.text import analysis

_FUZZY = re.compile(r"(?P<word>.*[^~])~(?P<edits>\d*)")
_PATTERN_PIECE = re.compile(r"(?:[^\W_]|[*?'’])+")
_SYMBOLS = re.compile(r"[*?]")
_APOSTROPHES = str.maketrans("", "", "'’")
_SLOP = re.compile(r'"(?P<text>[^"]*)"(?:~(?P<distance>\d+))?')


@dataclass(frozen=True, slots=True)
class TypedTerm:
    """What was typed between two spaces or quotation marks, in the characters that articles are kept in; `name` is the
    field before its colon, `start` and `end` are places in what was typed."""

    text: str
    start: int
    end: int
    name: str = ""

    @classmethod
    def of(cls, typed: str, start: int, name: str) -> "TypedTerm":
        """Letters of full width become plain ones; soft hyphens, of which nobody knows, go."""
        plain = typed if typed.isascii() else unicodedata.normalize("NFKC", typed.replace("\xad", ""))
        return cls(plain, start, start + len(typed), name)

    @property
    def field(self) -> QueryField:
        return QUERY_FIELDS.get(self.name.lower(), "any")

    @property
    def is_date(self) -> bool:
        return self.name.lower() in ("date", "after", "before")


@dataclass(slots=True)
class TermParser:
    """Makes leaves, and collects what is to be said about them."""

    notes: list[Note] = field(default_factory=list)

    def word(self, piece: TypedTerm) -> Query:
        if piece.is_date:
            return self._date(piece, piece.text)
        if match := _FUZZY.fullmatch(piece.text):
            return self._fuzzy(piece, match["word"], match["edits"])
        words = _PATTERN_PIECE.findall(piece.text)
        if any("*" in word or "?" in word.rstrip("?") for word in words):
            return self._pattern(piece, [word.rstrip("?").translate(_APOSTROPHES) for word in words])
        return plain(piece.text, piece.field)

    def phrase(self, piece: TypedTerm) -> Query:
        match = _SLOP.fullmatch(piece.text)
        text, distance = (match["text"], match["distance"]) if match else (piece.text, None)
        if piece.is_date:
            return self._date(piece, text)
        if "*" in text or "?" in text.rstrip("?"):
            self._note(N_("Between quotation marks * and ? are punctuation."), piece)
        tokens = list(analysis.tokens(text))
        terms = tuple(token.term for token in tokens)
        if len(terms) == 1:
            return Word(terms[0], piece.field, exact=True, typed=text[tokens[0].start : tokens[0].end])
        if distance is not None:
            return SpanNear(terms, int(distance), piece.field, typed=_quotable(text))
        return Phrase(terms, piece.field, typed=_quotable(text))

    def _date(self, piece: TypedTerm, text: str) -> Query:
        found: DateRange | None = dates.dated(piece.name.lower(), text)
        if found is not None:
            return found
        said = N_(
            "“%(typed)s” is not a date such as 2017, 2017-11, 2017-11-03 or 2016..2018; searched as words.", typed=text
        )
        self._note(said, piece)
        return together([plain(piece.name, "any"), plain(text, "any")])

    def _fuzzy(self, piece: TypedTerm, word: str, edits: str) -> Query:
        tokens = list(analysis.tokens(word))
        if edits not in ("", "1", "2") or len(tokens) != 1:
            said = N_("Behind one word, ~ or ~2 allows for one or two wrong letters; here it is left out.")
            self._note(said, piece)
            return plain(word, piece.field)
        typed = f"{word[tokens[0].start : tokens[0].end]}~{edits}"
        return Fuzzy(tokens[0].term, 2 if edits == "2" else 1, piece.field, typed=typed)

    def _pattern(self, piece: TypedTerm, words: list[str]) -> Query:
        parts: list[Query] = []
        for text in words:
            if not analysis.terms(text):
                if "*" in text:
                    self._note(every_word(text), piece)
            elif text.endswith("*") and "*" not in text[:-1] and "?" not in text:
                parts.append(Prefix(analysis.fold(text[:-1]), piece.field, typed=text))
            elif "*" in text or "?" in text:
                parts.append(Wildcard(analysis.fold(text), piece.field, typed=text))
            else:
                parts.append(plain(text, piece.field))
        return together(parts)

    def _note(self, said: Message, piece: TypedTerm) -> None:
        self.notes.append(Note(said, piece.start, piece.end))


def plain(text: str, field: QueryField) -> Query:
    """Words as they are: each by its stem; parts of a symbol or number (59/50, A/RES/71/12), and characters of
    scripts without spaces, side by side. The article of l'Union is left out."""
    tokens = list(analysis.tokens(text))
    exact = field in NAME_FIELDS
    make: Callable[[str], str] = str if exact else analysis.stem
    has_digit = any(character.isdigit() for character in text)
    if len(tokens) > 1 and (has_digit or all(a.end == b.start for a, b in pairwise(tokens))):
        return Phrase(tuple(token.term for token in tokens), field, typed=_quotable(text))
    articles = {before for before, token in pairwise(tokens) if text[before.end : token.start] in ("'", "’")}
    words = [token for token in tokens if token not in articles]
    return together([Word(make(t.term), field, exact=exact, typed=text[t.start : t.end]) for t in words])


def _quotable(text: str) -> str:
    """As it could be typed between quotation marks: without what would not be understood there."""
    return " ".join(_SYMBOLS.sub(" ", text).split())


def together(parts: Sequence[Query], kind: type[And] | type[Or] = And) -> Query:
    """All of the parts, without an And (or an Or) around one or within one."""
    flat = tuple(each for part in parts for each in (part.parts if isinstance(part, kind) else [part]))
    if not flat:
        return MatchNone()
    return flat[0] if len(flat) == 1 else kind(flat)
