"""RSS and Atom files: each entry an article, as far as the feed gives it."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.draft import Draft, RawFile, Rejection, origin_of
from indexer.ingest.formats.html.by_site import fragment_text
from indexer.ingest.reasons import reason_of

_REFERENCE = re.compile(rb"&#(?:(?P<hex>[xX])(?=[0-9a-fA-F]))?(?P<number>(?(hex)[0-9a-fA-F]+|[0-9]+));")
_DATES = ("published", "created", "updated")


class Feed:
    name = "feed"
    suffixes = (".rss", ".atom", ".xml")

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        feed = _parsed(file.data)
        if not feed.version and not feed.entries:
            raise Rejected("not an RSS or Atom feed")
        if not feed.entries:
            raise Rejected("a feed without entries")
        for number, entry in enumerate(feed.entries, 1):
            yield _read(feed.feed, entry, number, file.path)


def _parsed(data: bytes) -> Any:
    """Raises `Rejected` where the parser, which makes the best of much, gives up."""
    data = _REFERENCE.sub(lambda found: found[0] if _is_character(found) else b"&#xFFFD;", data)
    try:
        # a stream, because the parser takes bytes that look like an address for one
        return feedparser.parse(io.BytesIO(data), sanitize_html=False)
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError):
        raise Rejected("a feed that is damaged beyond reading") from None


def _is_character(found: re.Match[bytes]) -> bool:
    """Not where a number means half of a surrogate pair, or nothing at all."""
    digits = found["number"].lstrip(b"0")
    code = int(digits or b"0", 16 if found["hex"] else 10) if len(digits) < 9 else -1
    return 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF


def _read(feed: Any, entry: Any, number: int, path: str) -> Draft | Rejection:
    try:
        return _draft(feed, entry, number) or Rejection(path, "it holds no text", f"entry {number}")
    except Exception as error:
        return Rejection(path, reason_of(error), f"entry {number}")


def _draft(feed: Any, entry: Any, number: int) -> Draft | None:
    text = fragment_text(_longest(entry))
    if not text:
        return None
    date = next((name for name in _DATES if entry.get(name)), "")
    named = entry.get("id") or entry.get("link")
    return Draft(
        text=text,
        title=fragment_text(entry.get("title", "")).replace("\n", " "),
        key=named or f"entry-{number}",
        by_place=not named,
        date=entry.get(date, "") if date else "",
        date_evidence=DateEvidence("feed entry", date),
        source=(entry.get("source") or {}).get("title") or feed.get("title", ""),
        language=feed.get("language", "")[:2].lower(),
        url=entry.get("link", ""),
        authors=tuple(each["name"] for each in entry.get("authors", ()) if each.get("name")),
        extra=tuple(("tag", tag["term"]) for tag in entry.get("tags", ()) if tag.get("term")),
        origin=origin_of(json.dumps(entry, default=str, sort_keys=True)),
    )


def _longest(entry: Any) -> str:
    """A feed gives the whole text or only its beginning, in whichever field its maker chose."""
    texts = [str(each.get("value", "")) for each in entry.get("content", ())]
    return max([*texts, str(entry.get("summary", ""))], key=len)
