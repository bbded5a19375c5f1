"""The objects of a page's JSON-LD that are articles, and the texts and names in them."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.ingest.formats.html.soup import Soup

_ARTICLE_KINDS = re.compile(r"\w{0,30}(?:Article|Posting|PressRelease|Report|WebPage|Event|Recipe|Review|Statement)$")
_BODY_KINDS = re.compile("Organi[sz]ation$|Corporation$")
# comments that hide a script from old browsers
_BEFORE, _AFTER = ("//", "/*", "<![CDATA[", "<!--", "*/"), (";", "*/", "]]>", "-->", "//", "/*")
_LAST_COMMA = re.compile(r",\s{0,200}(?=[}\]])")
_LARGEST_SCRIPT = 500_000


def is_json_ld(kind: str) -> bool:
    """Whether that is the type of a script of JSON-LD, perhaps with its charset."""
    return kind.strip().lower().startswith("application/ld+json")


def article_objects(soup: Soup, known: dict[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The article objects; what has an id is put among the `known`."""
    for script in soup.find_all("script", limit=20):
        text = script.get_text()
        try:
            yield from _of_article_kind(_parsed(text) if len(text) < _LARGEST_SCRIPT else None, known)
        except (ValueError, RecursionError):
            continue


def _parsed(text: str) -> Any:
    """JSON as pages have it: within a comment, with a comma or a semicolon too many."""
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_LAST_COMMA.sub("", _bare(text)), strict=False)


def _bare(text: str) -> str:
    text = text.strip()
    for mark in _BEFORE:
        text = text.removeprefix(mark).lstrip()
    for mark in _AFTER:
        text = text.removesuffix(mark).rstrip()
    return text


def _of_article_kind(value: Any, known: dict[str, Mapping[str, Any]], depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for each in value[:50]:
            yield from _of_article_kind(each, known, depth + 1)
    elif isinstance(value, dict):
        if value.get("@id") and value.get("name"):
            known[str(value["@id"])] = value
        kinds = value.get("@type")
        if any(_ARTICLE_KINDS.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for inner in ("@graph", "mainEntity"):
            yield from _of_article_kind(value.get(inner), known, depth + 1)


def is_body(value: Any) -> bool:
    """Whether an author is said to be no person."""
    return isinstance(value, dict) and bool(_BODY_KINDS.search(str(value.get("@type"))))


def names_of(value: Any) -> list[str]:
    """An author's name, or the names that are given as one's."""
    names = value.get("name") if isinstance(value, dict) else value
    return [text_of(name) for name in names] if isinstance(names, list) else [text_of(value)]


def text_of(value: Any) -> str:
    """A JSON-LD value's text: itself, its name, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return unescaped(value) if isinstance(value, str) else ""


def unescaped(text: str) -> str:
    """On one line, and without the second layer of entities that some sites put on."""
    return " ".join(html.unescape(text).split())
