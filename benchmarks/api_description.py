"""The HTTP API described as OpenAPI, for tools that make requests from such a description."""

from collections.abc import Mapping, Sequence
from typing import Any

from indexer.fields import FACET_FIELDS

Described = dict[str, Any]
_TEXT: Described = {"type": "string"}
_PLAIN = ("q", "from", "to", "match", "spelling", "sort", "page", "size", "snippets")
_SEARCH = (*_PLAIN, *FACET_FIELDS, *(f"not_{field}" for field in FACET_FIELDS))
_SAID = ("speaker", "q", "from", "to", "page", "size")
_SORTS = ("relevance", "newest", "oldest", "title")
_VALUES = {"kind": ("csv", "json", "bib", "ris", "txt"), "field": FACET_FIELDS, "sheet": ("1",)}
_ANSWERS = {status: {"description": "see the README"} for status in ("200", "202", "400", "404", "409", "413", "503")}


def description(known: Sequence[str] = ()) -> Described:
    """OpenAPI 3.0, with the ids of `known` articles among the paths' values. What has a form of its own is described
    as any text too, for strangers send that."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Communiqué", "version": "1"},
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}],
        "paths": {path: _filled(of, known) for path, of in (_reading() | _pages() | _pushing()).items()},
    }


def _filled(operations: Described, known: Sequence[str]) -> Described:
    for operation in operations.values():
        for each in operation["parameters"]:
            values = _VALUES.get(each["name"]) or (known if each["name"] in {"id", "other"} else ())
            if each["in"] == "path" and values:
                each["schema"] = {"anyOf": [{"type": "string", "enum": list(values)}, _TEXT]}
    return operations


def _reading() -> Described:
    return {
        "/api/search": _get((*_SEARCH, "explain", "collapse")),
        "/api/search/new": _get((*_SEARCH, "since")),
        "/api/articles/{id}": _get(path=("id",)) | {"delete": _operation(path=("id",))},
        "/api/articles/{id}/similar": _get(path=("id",)),
        "/api/quotation": _get(("text",)),
        "/api/quotations": _get(_SAID),
        "/api/suggest": _get(("q",)),
        "/healthz": _get(),
        "/readyz": _get(),
    }


def _pages() -> Described:
    """What programs read of them, and what forms send."""
    own = {"back": _TEXT, "text": _TEXT, "id": _TEXT, "do": _TEXT}
    return {
        "/search": _get((*_SEARCH, "lang")),
        "/articles/{id}": _get((*_SEARCH, "at"), ("id",)),
        "/articles/{id}/original": _get(path=("id",)),
        "/articles/{id}/compare/{other}": _get(path=("id", "other")),
        "/articles/{id}/cite.{kind}": _get(path=("id", "kind")),
        "/export.{kind}": _get((*_SEARCH, "id"), ("kind",)),
        "/export/quotations.jsonl": _get(_SAID),
        "/facets/{field}": _get((*_SEARCH, "find", "at"), ("field",)),
        "/names/{field}": _get(("name",), ("field",)),
        "/index/{field}": _get(("letter",), ("field",)),
        "/feed.atom": _get(_SEARCH),
        "/suggest": _get(("q",)),
        "/sitemap-{sheet}.xml": _get(path=("sheet",)),
        "/list": _get(("id",)) | {"post": _operation(body=_form(own))},
        "/saved": _get() | {"post": _operation(body=_form(own))},
        "/quotation": _get(("text",)) | {"post": _operation(body=_form(own))},
    }


def _pushing() -> Described:
    article = {
        "type": "object",
        "properties": {
            **dict.fromkeys(("id", "url", "title", "text", "date", "language", "source", "type"), _TEXT),
            "authors": {"type": "array", "items": _TEXT},
            "topics": {"type": "array", "items": _TEXT},
        },
        "required": ["id", "title"],
    }
    file = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}, "required": ["file"]}
    bodies = {"application/json": {"schema": article}, "multipart/form-data": {"schema": file}}
    return {
        "/api/reindex": {"post": _operation()},
        "/api/reindex/{id}": _get(path=("id",)),
        "/api/articles": {"put": _operation(("replace",), body={"content": bodies})},
    }


def _get(query: Sequence[str] = (), path: Sequence[str] = ()) -> Described:
    return {"get": _operation(query, path)}


def _operation(query: Sequence[str] = (), path: Sequence[str] = (), body: Mapping[str, Any] | None = None) -> Described:
    asked = [{"name": name, "in": "query", "schema": _schema(name)} for name in query]
    named = [{"name": name, "in": "path", "required": True, "schema": _TEXT} for name in path]
    return {"parameters": asked + named, "responses": _ANSWERS} | ({"requestBody": dict(body)} if body else {})


def _schema(name: str) -> Described:
    forms: dict[str, Described] = {
        "page": {"type": "integer"},
        "size": {"type": "integer"},
        "explain": {"type": "integer"},
        "collapse": {"type": "integer"},
        "snippets": {"type": "integer"},
        "sort": {"type": "string", "enum": list(_SORTS)},
        "match": {"type": "string", "enum": ["any", "all"]},
        "spelling": {"type": "string", "enum": ["corrected", "typed"]},
        "from": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
        "to": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    }
    return {"anyOf": [forms[name], _TEXT]} if name in forms else _TEXT


def _form(properties: Mapping[str, Described]) -> Described:
    schema = {"type": "object", "properties": dict(properties)}
    return {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}
