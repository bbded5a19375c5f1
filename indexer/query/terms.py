"""One typed piece (a word, a quoted phrase, a pattern) becomes a leaf of the query tree, or a few of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from indexer.fields import NAME_FIELDS, QUERY_FIELDS, QueryField
from indexer.message import N_, Message
from indexer.query import dates
from indexer.query.note import Note, every_word
from indexer.query.tree import (
    And,
    DateRange,
    Fuzzy,
    MatchNone,
    Or,
    Phrase,
    Prefix,
    Query,
    Required,
    SpanNear,
    Wildcard,
    Word,
)
from indexer.text import analysis
from indexer.text.acronyms import acronym
from indexer.text.stop_words import FUNCTION_WORDS
from indexer.text.web_address import address_key, is_web_address

_FUZZY = re.compile(r"(?P<word>.*[^~])~(?P<edits>\d*)")
_PATTERN_PIECE = re.compile(rf"(?:[^\W_]|[*?{analysis.APOSTROPHES}])+")
_SYMBOLS = re.compile(r"[*?]")
_BEHIND_ARTICLES = {*analysis.APOSTROPHES, "ʼ"}
_APOSTROPHES = str.maketrans("", "", f"{analysis.APOSTROPHES}ʼʻ")
_REQUIRED = re.compile(r"\+\w")
_MAILBOX = re.compile(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
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
        return cls(typed, start, start + len(typed), name)

    @property
    def field(self) -> QueryField:
        return QUERY_FIELDS.get(self.name.lower(), "any")

    @property
    def is_said(self) -> bool:
        return self.name.lower() == "said"

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
        if piece.field == "url" or _is_address(piece.text):
            return plain(piece.text, piece.field)
        if _REQUIRED.match(piece.text):
            found = self.word(replace(piece, text=piece.text[1:], start=piece.start + 1))
            return together([Required(part) for part in (found.parts if isinstance(found, And) else (found,))])
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
        if piece.field == "url" or _is_address(text):
            return plain(text, piece.field)
        if "*" in text or "?" in text.rstrip("?"):
            self._note(N_("Between quotation marks * and ? are punctuation."), piece)
        tokens = list(analysis.tokens(text))
        terms = tuple(token.term for token in tokens)
        if len(terms) == 1:
            typed = _written(text, tokens[0])
            return _acronym(typed, piece.field, exact=True) or Word(terms[0], piece.field, exact=True, typed=typed)
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
        if analysis.is_unspaced(piece.text):  # a run is found within longer ones
            return plain(_SYMBOLS.sub("", piece.text), piece.field)
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
    """Words as they are; parts of a symbol, number or address (59/50, a@example.org) side by side. A run in a script
    without spaces stays one, for `rewrite/unspaced`. The article of l'Union is left out."""
    if field == "url":
        return _in_address(text)
    tokens = list(analysis.tokens(text))
    exact = field in NAME_FIELDS
    if analysis.is_unspaced(text) and not exact:
        return together([_run(text, run, field) for run in _runs(tokens)])
    has_digit = any(character.isdigit() for character in text)
    if len(tokens) > 1 and (has_digit or _is_address(text) or all(a.end == b.start for a, b in pairwise(tokens))):
        typed = text if _is_address(text) else _quotable(text)
        return Phrase(tuple(token.term for token in tokens), field, typed=typed)
    articles = {before for before, token in pairwise(tokens) if text[before.end : token.start] in _BEHIND_ARTICLES}
    words = [token for token in tokens if token not in articles]
    return together([_word(t.term, field, _written(text, t), exact=exact) for t in words])


def _runs(tokens: Sequence[analysis.Token]) -> Iterator[list[analysis.Token]]:
    """Tokens of which each begins where the one before it ends."""
    run: list[analysis.Token] = []
    for token in tokens:
        if run and run[-1].end != token.start:
            yield run
            run = []
        run.append(token)
    yield run


def _run(text: str, run: Sequence[analysis.Token], field: QueryField) -> Query:
    written = text[run[0].start : run[-1].end]
    if analysis.is_unspaced(written):
        return Phrase(tuple(token.term for token in run), field, typed=written, run=True)
    return together([_word(each.term, field, _written(text, each), exact=False) for each in run])


def _written(text: str, token: analysis.Token) -> str:
    """With the last dot of U.S."""
    end = token.end + ("." in text[token.start : token.end] and text.startswith(".", token.end))
    return text[token.start : end]


def _word(term: str, field: QueryField, typed: str, *, exact: bool) -> Word:
    return pronoun_acronym(typed, field) or Word(term, field, exact=exact, typed=typed)


def pronoun_acronym(typed: str, field: QueryField) -> Word | None:
    """WHO, US, U.S. without quotation marks: who and us would be pronouns. Others are searched with the words that they
    are in small letters."""
    found = _acronym(typed, field, exact=False)
    return found if found and analysis.fold_word(typed) in FUNCTION_WORDS else None


def _acronym(typed: str, field: QueryField, *, exact: bool) -> Word | None:
    letters = acronym(typed) if field in ("any", "title") else ""
    return Word(letters, field, exact=exact, typed=typed) if letters else None


def _is_address(text: str) -> bool:
    return _MAILBOX.fullmatch(text) is not None or is_web_address(text)


def _in_address(text: str) -> Query:
    """The address of an article, or the beginning of one."""
    key = address_key(text.rstrip("*"))
    if not key:
        return MatchNone()
    return Prefix(key, "url", typed=text) if text.endswith("*") else Word(key, "url", exact=True, typed=text)


def _quotable(text: str) -> str:
    """As it could be typed between quotation marks: without what would not be understood there."""
    return " ".join(_SYMBOLS.sub(" ", text).split())


def together(parts: Sequence[Query], kind: type[And] | type[Or] = And) -> Query:
    """All of the parts, without an And (or an Or) around one or within one."""
    flat = tuple(each for part in parts for each in (part.parts if isinstance(part, kind) else [part]))
    if not flat:
        return MatchNone()
    return flat[0] if len(flat) == 1 else kind(flat)
