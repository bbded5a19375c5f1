"""Has an entry of a file the keys and kinds of values that it may have?"""

from collections.abc import Callable, Iterator
from typing import Any

FORMS = ("variants", "in_context", "in_quotes")
OFFICE_KEYS = frozenset({"title", "body", "from", "to"})

_TEXTS = ("name", "sort", "acronym", "parent", "country", "surname")
_LISTS = ("adjectives", "needs")
_FLAGS = ("fallback", "doubtful", "drop")
_PLAIN = frozenset({"name", "sort", "country"})
_KEYS = frozenset({*_TEXTS, *_LISTS, *_FLAGS, *FORMS, "offices", "shown"})


def shape_problems(raw: dict[str, Any]) -> Iterator[str]:
    """What keeps the entry from being read, or would be read over: "parent is not a text"."""
    if raw.keys() <= _PLAIN and "name" in raw and all(isinstance(text, str) and text.strip() for text in raw.values()):
        return  # as most lines of a list are
    if not _is_text(raw.get("name")) or not raw["name"].strip():
        yield "has no name"
    for key in sorted(raw.keys() - _KEYS):
        yield f"unknown key {key!r}"
    yield from _wrong(raw, _TEXTS[1:], _is_text, "a text")
    yield from _wrong(raw, _FLAGS, lambda value: isinstance(value, bool), "true or false")
    yield from _wrong(raw, _LISTS, _is_texts, "a list of texts")
    yield from _wrong(raw, FORMS, _is_forms, "a list of texts")
    yield from _wrong(raw, ("shown",), _is_named, "a text for each language")
    yield from _wrong(raw, ("offices",), _is_tables, "a list of tables")
    if _is_tables(raw.get("offices", [])):
        for office in raw.get("offices", []):
            yield from _office_problems(office)


def _wrong(raw: dict[str, Any], keys: tuple[str, ...], fits: Callable[[Any], bool], kind: str) -> Iterator[str]:
    for key in keys:
        if key in raw and not fits(raw[key]):
            yield f"{key} is not {kind}"


def _office_problems(office: dict[str, Any]) -> Iterator[str]:
    for key in sorted(office.keys() - OFFICE_KEYS):
        yield f"unknown key {key!r} in an office"
    if not office.get("title") or not _is_text(office["title"]):
        yield "an office has no title"


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_forms(value: Any) -> bool:
    return all(map(_is_texts, value.values())) if isinstance(value, dict) else _is_texts(value)


def _is_named(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)
