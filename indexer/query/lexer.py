"""The smallest pieces of a typed query: words, quoted phrases, parentheses, operators, names of fields."""

import re
from dataclasses import dataclass
from typing import Literal

from indexer.fields import QUERY_FIELDS

DATE_FIELDS = ("date", "after", "before")
FIELDS = (*QUERY_FIELDS, *DATE_FIELDS)

Kind = Literal["space", "open", "close", "phrase", "and", "or", "not", "field", "word"]

_BEFORE, _BEHIND = r"(?<![^\s()])", r"(?![^\s()])"
AND = rf"{_BEFORE}AND{_BEHIND}"
OR = rf"{_BEFORE}(?:OR|\|\|?){_BEHIND}"
NOT = rf"(?:{_BEFORE}NOT{_BEHIND}|(?<![^\s(])-(?=[^\s)\-]))"
FIELD = rf"(?<![^\s()\-+])(?P<text>(?i:{'|'.join(FIELDS)})):"
PHRASE = r'(?P<text>"[^"]*"(?:~\d{1,3}(?=[\s()]|$))?)'
WORD = r'(?P<text>[^\s()"]+)'

_KINDS: dict[Kind, str] = {
    "space": r"\s+",
    "open": r"\(",
    "close": r"\)",
    "phrase": PHRASE,
    "and": AND,
    "or": OR,
    "not": NOT,
    "field": FIELD,
    "word": WORD,
}
_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in _KINDS.items()]


@dataclass(slots=True)
class Lexeme:
    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def wording(self) -> str:
        """Without the distance behind a phrase."""
        return self.text[: self.text.rindex('"')] if self.kind == "phrase" else self.text

    def blank(self) -> None:
        self.kind, self.text = "space", " " * len(self.text)

    @property
    def opens(self) -> bool:
        """Whether something to search for begins here."""
        return self.kind in ("open", "phrase", "not", "field", "word")

    @property
    def closes(self) -> bool:
        """Whether something to search for ends here."""
        return self.kind in ("close", "phrase", "word")


def lexemes(text: str) -> list[Lexeme]:
    """All of the text, piece by piece; its quotation marks come in pairs."""
    found: list[Lexeme] = []
    at = 0
    while at < len(text):
        matches = ((kind, pattern.match(text, at)) for kind, pattern in _PATTERNS)
        found.append(next(Lexeme(kind, match.group(), at) for kind, match in matches if match))
        at = found[-1].end
    return found
