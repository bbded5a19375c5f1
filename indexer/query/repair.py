"""Typed text to text that a parser cannot stumble over: what has no meaning is blanked in place, and noted.

Characters are replaced one for one and never moved, so that every position stays a position of the typed text.
"""

import re
from dataclasses import dataclass, field

from indexer.message import N_, Message
from indexer.query.lexer import DATE_FIELDS, FIELDS, Lexeme, lexemes
from indexer.query.note import Note, every_word
from indexer.text import analysis
from indexer.text.stop_words import FUNCTION_WORDS

MOST_CHARACTERS = 2_000
MOST_WORDS = 200
DEEPEST = 20  # parentheses within parentheses
_HEADLINE = 4  # words in capitals that are no list of acronyms

_ALIKE = str.maketrans({**dict.fromkeys("“”„‟«»″＂", '"'), "（": "(", "）": ")", "＊": "*", "？": "?", "：": ":"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028-\u2029\ud800-\udfff]")
_RANGE = re.compile(rf"\b((?:{'|'.join(DATE_FIELDS)}):)[\[{{]([^\[\]{{}}\"]*)[\]}}]", re.IGNORECASE)  # [2016 TO 2018]
_UNKNOWN_FIELD = re.compile(r"[^\W\d_]+:(?=[^\s:/])")

_WEIGHT = re.compile(r"(?<=.)\^\d+(?:\.\d+)?$")
_NEARNESS = re.compile(r"(?:NEAR|ADJ|PRE)/?\d{1,3}|[WN]/\d{1,3}")
_EXPRESSION = re.compile(r"/.+/")


@dataclass(slots=True)
class _Repair:
    lexemes: list[Lexeme] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def note(self, said: Message, lexeme: Lexeme) -> None:
        self.notes.append(Note(said, lexeme.start, lexeme.end))


@dataclass(frozen=True, slots=True)
class Repaired:
    """As long as what was typed (less what was cut off), and balanced; fields and operators stand only where they
    have something to work on."""

    text: str
    notes: tuple[Note, ...]


def repair(typed: str) -> Repaired:
    state = _Repair()
    text = _CONTROL.sub(" ", _bounded(typed, state)).translate(_ALIKE)
    text = _close_quotes(_RANGE.sub(r'\1"\2"', text), state)
    state.lexemes = lexemes(text)
    for step in _STEPS:
        step(state)
    return Repaired("".join(lexeme.text for lexeme in state.lexemes), tuple(state.notes))


def _bounded(typed: str, state: _Repair) -> str:
    if len(typed) <= MOST_CHARACTERS:
        return typed
    cut = max(typed.rfind(" ", 0, MOST_CHARACTERS), MOST_CHARACTERS // 2)
    said = N_("Only the first %(most)s characters are searched for.", most=MOST_CHARACTERS)
    state.notes.append(Note(said))
    return typed[:cut]


def _close_quotes(text: str, state: _Repair) -> str:
    if text.count('"') % 2 == 0:
        return text
    lone = text.rindex('"')
    said = N_("This quotation mark has no partner; it is left out.")
    state.notes.append(Note(said, lone, lone + 1))
    return text[:lone] + " " + text[lone + 1 :]


def _count_words(state: _Repair) -> None:
    words = 0
    for index, lexeme in enumerate(state.lexemes):
        words += len(analysis.terms(lexeme.text)) if lexeme.kind in ("word", "phrase") else 0
        if words > MOST_WORDS and index:
            said = N_("Only the first %(most)s words are searched for.", most=MOST_WORDS)
            state.notes.append(Note(said, lexeme.start, state.lexemes[-1].end))
            del state.lexemes[index:]
            return


def _foreign_syntax(state: _Repair) -> None:
    """What other search programs understand and this one does not."""
    for lexeme in state.lexemes:
        if lexeme.kind == "word" and (weight := _WEIGHT.search(lexeme.text)):
            state.note(N_("Words have no weights here; “%(typed)s” is left out.", typed=weight.group()), lexeme)
            lexeme.text = lexeme.text[: weight.start()] + " " * len(weight.group())
        elif lexeme.kind == "word" and _NEARNESS.fullmatch(lexeme.text):
            said = N_("Words near each other are written “one two”~5; “%(typed)s” is left out.", typed=lexeme.text)
            state.note(said, lexeme)
            lexeme.blank()
        elif lexeme.kind == "word" and _EXPRESSION.fullmatch(lexeme.text):
            state.note(N_("What stands between slashes is searched as words."), lexeme)


def _plain_words(state: _Repair) -> None:
    """Words without a letter or digit go; so do names of fields that do not exist, the words after them stay."""
    for lexeme in state.lexemes:
        if lexeme.kind in ("word", "phrase") and not analysis.terms(lexeme.wording):
            _drop_wordless(lexeme, state)
        elif lexeme.kind == "word" and (unknown := _UNKNOWN_FIELD.match(lexeme.text)):
            state.notes.append(Note(_no_field(unknown.group()[:-1]), lexeme.start, lexeme.start + unknown.end()))
            lexeme.text = lexeme.text.replace(":", " ", 1)


def _no_field(name: str) -> Message:
    if name.lower() in FIELDS:
        return N_("“%(name)s” stands behind another field; it is searched as a word.", name=name)
    return N_(
        "“%(name)s” is not a field (those are %(fields)s); it is searched as a word.",
        name=name,
        fields=", ".join(FIELDS),
    )


def _drop_wordless(lexeme: Lexeme, state: _Repair) -> None:
    if lexeme.kind == "phrase":
        state.note(N_("There is no word between these quotation marks."), lexeme)
    elif "*" in lexeme.text:
        state.note(every_word(lexeme.text), lexeme)
    lexeme.blank()


def _capitals(state: _Repair) -> None:
    """A headline that was pasted in capitals has no operators; nobody quotes or brackets within one. Its small words
    are no acronyms, as WHO and US are beside few others."""
    if any(lexeme.kind in ("open", "phrase", "field") for lexeme in state.lexemes):
        return
    letters = "".join(lexeme.text for lexeme in state.lexemes if lexeme.kind == "word")
    if letters == letters.lower() or any(map(str.islower, letters)):  # some scripts have neither capitals nor others
        return
    for lexeme in state.lexemes:
        if lexeme.kind in ("and", "or", "not") and lexeme.text.isalpha():
            said = N_("Where all is in capitals, “%(typed)s” is a word like the others.", typed=lexeme.text)
            state.note(said, lexeme)
            lexeme.kind, lexeme.text = "word", lexeme.text.lower()
    words = [lexeme for lexeme in state.lexemes if lexeme.kind == "word"]
    for lexeme in words if len(words) >= _HEADLINE else ():
        if not _is_content(lexeme):
            lexeme.text = lexeme.text.lower()


def _small_operators(state: _Repair) -> None:
    """oil or gas; gold not silver. Beside function words, and in longer texts, “not” is a word: to be or not to be."""
    solid = [lexeme for lexeme in state.lexemes if lexeme.kind != "space"]
    for before, lexeme, behind in zip(solid, solid[1:], solid[2:], strict=False):
        between = lexeme.kind == "word" and _is_content(before) and _is_content(behind)
        if between and (lexeme.text == "or" or (lexeme.text == "not" and len(solid) == 3)):
            lexeme.kind, lexeme.text = ("or", "OR") if lexeme.text == "or" else ("not", "NOT")


def _is_content(lexeme: Lexeme) -> bool:
    return lexeme.kind in ("word", "phrase") and not FUNCTION_WORDS.issuperset(analysis.terms(lexeme.text))


def _balance(state: _Repair) -> None:
    open_ones: list[tuple[Lexeme, bool]] = []
    filled = [False]
    for lexeme in state.lexemes:
        if lexeme.kind == "open":
            open_ones.append((lexeme, len(open_ones) >= DEEPEST))
            filled.append(False)
        elif lexeme.kind == "close" and not open_ones:
            state.note(N_("This parenthesis closes nothing; it is left out."), lexeme)
            lexeme.blank()
        elif lexeme.kind == "close":
            opening, too_deep = open_ones.pop()
            _close(opening, lexeme, state, (filled.pop(), too_deep))
            filled[-1] = filled[-1] or opening.kind == "open"
        elif lexeme.kind != "space":
            filled = [True] * len(filled)
    for opening, _ in open_ones:
        state.note(N_("This parenthesis is never closed; it is left out."), opening)
        opening.blank()


def _close(opening: Lexeme, closing: Lexeme, state: _Repair, group: tuple[bool, bool]) -> None:
    filled, too_deep = group
    if filled and not too_deep:
        return
    deep = N_("Parentheses are read %(most)s deep; these are left out.", most=DEEPEST)
    state.notes.append(Note(deep if too_deep else N_("Nothing is in here."), opening.start, closing.end))
    opening.blank()
    closing.blank()


def _fields(state: _Repair) -> None:
    for index, lexeme in enumerate(state.lexemes):
        following = state.lexemes[index + 1].kind if index + 1 < len(state.lexemes) else "space"
        if lexeme.kind == "field" and following not in ("word", "phrase", "open"):
            state.note(_behind(lexeme.text), lexeme)
            lexeme.kind, lexeme.text = "word", lexeme.text[:-1] + " "
        elif lexeme.kind == "field" and state.lexemes[index + 1].text.startswith("-"):
            said = N_("To leave it out, write -%(field)s with the “-” before the field.", field=lexeme.text)
            state.note(said, lexeme)


def _behind(field: str) -> Message:
    return N_("Nothing to look for stands right behind “%(field)s”; it is searched as a word.", field=field)


def _operators(state: _Repair) -> None:
    solid = [lexeme for lexeme in state.lexemes if lexeme.kind != "space"]
    for lexeme, following in zip(solid, [*solid[1:], None], strict=False):
        if lexeme.kind == "not" and not _negates(lexeme, following):
            _as_word(lexeme, state)
    solid = [lexeme for lexeme in solid if lexeme.kind != "space"]
    for index, lexeme in enumerate(solid):
        joins = index > 0 and solid[index - 1].closes and index + 1 < len(solid) and solid[index + 1].opens
        if lexeme.kind in ("and", "or") and not joins:
            _as_word(lexeme, state)


def _negates(lexeme: Lexeme, following: Lexeme | None) -> bool:
    if following is None or following.kind == "not" or not following.opens:
        return False
    return lexeme.text != "-" or lexeme.end == following.start


def _as_word(lexeme: Lexeme, state: _Repair) -> None:
    if lexeme.text == "-":
        state.note(N_("Nothing stands behind this “-” to leave out."), lexeme)
        lexeme.blank()
    else:
        said = N_("“%(typed)s” has nothing to work on here; it is searched as a word.", typed=lexeme.text)
        state.note(said, lexeme)
        lexeme.kind, lexeme.text = "word", lexeme.text.lower()


_STEPS = (_count_words, _foreign_syntax, _plain_words, _small_operators, _capitals, _balance, _fields, _operators)
