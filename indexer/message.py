"""What is said to a reader, before it is said in a language: an English template and the values that belong into it.

Nothing here knows of other languages: whoever speaks one hands in a `Translator`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

_VALUE = re.compile(r"%\((\w+)\)s")


CodeKind = Literal[
    "day", "month", "language", "organisation", "person", "place", "document", "source", "speaker", "author"
]


class Translator(Protocol):
    """A language: what a template is called in it, and how it writes numbers."""

    def gettext(self, one: str, /) -> str: ...

    def ngettext(self, one: str, many: str, number: int, /) -> str: ...

    def number(self, number: int, /) -> str: ...

    def coded(self, code: "Coded", /) -> str: ...


@dataclass(frozen=True, slots=True)
class Message:
    """`str()` says it in English. `one` names each value as %(name)s; where `many` is not empty, `number` decides
    between the two (and between as many forms as another language has)."""

    one: str
    values: "tuple[tuple[str, Value], ...]" = ()
    many: str = ""
    number: int = 1

    def __str__(self) -> str:
        return translate(self, _English())


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values with the same between each two of them."""

    parts: "tuple[Value, ...]"
    between: Message

    def __str__(self) -> str:
        return translate(self, _English())


@dataclass(frozen=True, slots=True)
class Coded:
    """What an index has as a code, such as the language `en`, the month `2017-03` or the display name of a body. In
    English sentences, which programs read, it stays one; a language for readers names it."""

    kind: CodeKind
    code: str


@dataclass(frozen=True, slots=True)
class Emphasised:
    """Words to set off from the sentence they stand in; where there is only plain text, between *asterisks*."""

    words: str

    def __str__(self) -> str:
        return f"*{self.words}*"


Value = str | int | Message | Listed | Coded | Emphasised


def N_(one: str, **values: Value) -> Message:  # noqa: N802 - gettext's own name for a text that is said later
    """A number among the values is written as the language does, a text stays as it is."""
    return Message(one, tuple(values.items()))


def nN_(one: str, many: str, number: int, **values: Value) -> Message:  # noqa: N802 - the same, in the plural
    """A sentence with %(number)s of something in it."""
    return Message(one, (("number", number), *values.items()), many, number)


def translate(value: Value, translator: Translator) -> str:
    if not isinstance(value, Message):
        return "".join(map(str, pieces(value, translator)))
    values, template = dict(value.values), _template(value, translator)  # a page says a hundred of them
    return _VALUE.sub(lambda name: translate(values[name[1]], translator), template) if values else template


def pieces(value: Value, translator: Translator) -> Iterator[str | Emphasised]:
    """What `translate` says, for those who have a better way to emphasise than asterisks."""
    match value:
        case str() | Emphasised():
            yield value
        case int():
            yield translator.number(value)
        case Coded():
            yield translator.coded(value)
        case Listed():
            for at, part in enumerate(value.parts):
                yield from pieces(value.between, translator) if at else ()
                yield from pieces(part, translator)
        case Message():
            values = dict(value.values)
            for at, part in enumerate(_VALUE.split(_template(value, translator))):
                yield from pieces(values[part], translator) if at % 2 else (part,)


def _template(message: Message, translator: Translator) -> str:
    one, many = message.one, message.many
    return translator.ngettext(one, many, message.number) if many else translator.gettext(one)


class _English:
    def gettext(self, one: str) -> str:
        return one

    def ngettext(self, one: str, many: str, number: int) -> str:
        return one if number == 1 else many

    def number(self, number: int) -> str:
        return f"{number:,}"

    def coded(self, code: Coded) -> str:
        return code.code
