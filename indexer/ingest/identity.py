"""An article's id: stable over reindexing, readable, and good in a URL."""

import hashlib
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from indexer.ingest.draft import Draft
from indexer.text.analysis import fold

_UNFIT = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 48


def canonical_url(url: str) -> str:
    """The address without its fragment, host in lower case; empty unless it is http or https with a host."""
    if ":" not in url:  # most often none at all
        return ""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


def article_id(path: str, draft: Draft) -> str:
    """From the canonical url where there is one, else from the path in the corpus and the key within the file.

    Example: `memorandum-with-unhcr-5f2b1c09aa`.
    """
    url = canonical_url(draft.url)
    identity = url or f"{path}#{draft.key}"
    last = PurePosixPath(urlsplit(url).path).name if url else path.rstrip("/").rpartition("/")[2]
    stem = last.partition(".")[0] + (f"-{draft.key}" if draft.key and not url else "")
    slug = _UNFIT.sub("-", fold(stem)).strip("-")[:_SLUG_LENGTH].rstrip("-")
    return f"{slug or 'article'}-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def draft_hash(draft: Draft) -> str:
    """Changes when anything changes that the file says of the article."""
    return hashlib.sha256(repr(draft).encode("utf-8", "surrogatepass")).hexdigest()[:16]
