"""What a reader's own browser keeps for us: a list of articles and saved searches, in a cookie each. Nobody else
knows of them, and whatever comes back from a browser is read without trust."""

import base64
import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, TypeVar

from flask import Response, g, request

from web.i18n.language import gettext
from web.site import site

MOST_LISTED = 100
MOST_SAVED = 20
MOST_NAME = 120
MOMENT = re.compile(r"[0-9T:.+Z-]{0,40}")

_LIST, _SAVED = "list", "saved"
_ROOM = 3_500  # bytes of one cookie: both together must fit into the 8 kB that servers take as one header
_UNPACKED = 65_536
_MOST_ID = 80
_MOST_QUERY = 2_500
_AGE = 400 * 24 * 3600  # seconds; browsers keep no cookie longer
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """`query`: the query string of its first page; `seen`: the latest arrival when the reader last opened it."""

    query: str
    name: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class ReaderCookies:
    """Article ids as they were added, and searches as they were saved."""

    listed: tuple[str, ...] = ()
    searches: tuple[SavedSearch, ...] = ()

    @property
    def mine(self) -> str:
        return gettext("My list (%(number)s)", number=len(self.listed)) if self.listed else gettext("My list")

    def search(self, query: str) -> SavedSearch | None:
        return next((each for each in self.searches if each.query == query), None)

    def with_listed(self, ids: tuple[str, ...]) -> "ReaderCookies":
        return replace(self, listed=tuple(dict.fromkeys((*self.listed, *ids))))

    def without_listed(self, ids: tuple[str, ...]) -> "ReaderCookies":
        return replace(self, listed=tuple(each for each in self.listed if each not in ids))

    def with_search(self, search: SavedSearch) -> "ReaderCookies":
        """At the end, or in the place of the one with the same query."""
        by_query = {each.query: each for each in (*self.searches, search)}
        return replace(self, searches=tuple(by_query.values()))

    def without_search(self, query: str) -> "ReaderCookies":
        return replace(self, searches=tuple(each for each in self.searches if each.query != query))

    def fits(self) -> bool:
        """Whether a browser can keep as much, and all of it would be read when it comes back."""
        few = len(self.listed) <= MOST_LISTED and len(self.searches) <= MOST_SAVED
        short = all(len(each) <= _MOST_ID for each in self.listed)
        short = short and all(len(each.query) <= _MOST_QUERY for each in self.searches)
        return few and short and all(len(value) <= _ROOM for value in self.cookies().values())

    def cookies(self) -> dict[str, str]:
        """Name -> value, empty where there is nothing to keep."""
        searches = [[each.query, each.name, each.seen] for each in self.searches]
        return {_LIST: _packed(list(self.listed)), _SAVED: _packed(searches)}


def own() -> ReaderCookies:
    """What the reader of this request has; never raises."""
    if "kept" not in g:
        g.kept = ReaderCookies(_read(_LIST, _article_id)[:MOST_LISTED], _read(_SAVED, _saved_search)[:MOST_SAVED])
    found: ReaderCookies = g.kept
    return found


def cookie_digest() -> str:
    """Changes with whatever the reader has, and is "" where that is nothing: part of every ETag."""
    raw = "".join(f"\n{request.cookies.get(name, '')}" for name in (_LIST, _SAVED))
    return blake2b(raw.encode("utf-8", "replace"), digest_size=6).hexdigest() if raw.strip() else ""


def keep(response: Response, kept: ReaderCookies) -> None:
    """No script can read the cookies, and no other site can send them along with a form of its own."""
    secure = request.is_secure or site().is_https
    for name, value in kept.cookies().items():
        if value:
            response.set_cookie(name, value, _AGE, httponly=True, samesite="Lax", secure=secure)
        elif name in request.cookies:
            response.delete_cookie(name, httponly=True, samesite="Lax", secure=secure)


def _packed(kept: list[Any]) -> str:
    if not kept:
        return ""
    plain = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode().rstrip("=")


def _read(name: str, usable: Callable[[Any], T | None]) -> tuple[T, ...]:
    found = (usable(each) for each in _unpacked(request.cookies.get(name, "")))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _unpacked(value: str) -> list[Any]:
    """Of a damaged or hostile value: nothing, at a bounded cost."""
    try:
        packed = base64.b64decode(value + "=" * (-len(value) % 4), altchars="-_", validate=True)
        found = json.loads(zlib.decompressobj().decompress(packed, _UNPACKED)) if packed else []
    except (ValueError, zlib.error, RecursionError):
        return []
    return found if isinstance(found, list) else []


def _article_id(raw: Any) -> str | None:
    return raw if _is_text(raw, _MOST_ID) and raw else None


def _saved_search(raw: Any) -> SavedSearch | None:
    if not isinstance(raw, list) or len(raw) != 3 or not all(_is_text(each, _MOST_QUERY) for each in raw):
        return None
    query, name, seen = raw
    return SavedSearch(query, tidy(name) or "?", seen if MOMENT.fullmatch(seen) else "")


def _is_text(raw: Any, most: int) -> bool:
    """Text that can be sent: half of a surrogate pair cannot."""
    return isinstance(raw, str) and len(raw) <= most and raw.encode("utf-8", "replace").decode() == raw


def tidy(name: str) -> str:
    """A name for a saved search: one line, of bounded length."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:MOST_NAME]
