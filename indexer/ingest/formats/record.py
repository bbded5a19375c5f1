"""A mapping of names to values, as JSON or front matter hold one, becomes a draft."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from indexer.article import DateEvidence, FilePlace
from indexer.errors import Rejected
from indexer.ingest.draft import Draft, storable

# For each field of a draft the names that archives give it, the plainest first.
_NAMES = {
    "text": ("text", "body", "content", "articleBody", "full_text"),
    "title": ("title", "headline", "name"),
    "date": ("date", "published", "date_published", "datePublished", "pubDate", "publication_date", "created"),
    "type": ("type", "genre"),
    "source": ("source", "publisher", "site", "agency"),
    "language": ("language", "lang", "inLanguage"),
    "url": ("url", "link", "canonical", "permalink"),
    "authors": ("authors", "author", "byline"),
    "key": ("id", "key", "guid"),
}
_PLAINEST_LAST = [(field, name) for field, names in _NAMES.items() for name in names[::-1]]


def draft_of(record: Mapping[str, object], where: FilePlace, text: str = "") -> Draft:
    """The draft that `record` describes; `where` is the kind of its fields, for `date_evidence`.

    Names that no field of a draft has go to `extra`, a list as one pair for each value. `text` wins over the
    record's own. Raises `Rejected` where there is neither text nor title.
    """
    used: dict[str, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    for field, name in _PLAINEST_LAST:
        if name in record and (values := _values(record[name])):
            used[field], found[field] = name, values
    body = text or "\n\n".join(found.get("text", ()))
    if not (body.strip() or _first(found, "title")):
        raise Rejected("it holds neither text nor title")
    return Draft(
        text=body,
        title=_first(found, "title"),
        key=_first(found, "key"),
        date=_first(found, "date"),
        date_evidence=DateEvidence(where, used.get("date", "")),
        type=_first(found, "type"),
        source=_first(found, "source"),
        language=_first(found, "language"),
        url=_first(found, "url"),
        authors=found.get("authors", ()),
        extra=tuple(_rest(record, {*used.values()})),
    )


def _first(found: Mapping[str, tuple[str, ...]], field: str) -> str:
    return found.get(field, ("",))[0].strip()


def _rest(record: Mapping[str, object], used: set[str]) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if name not in used:
            yield from ((storable(_written(name)), each) for each in _values(value))


def _values(value: object) -> tuple[str, ...]:
    """The value as texts: a list gives one each, {"name": …} its name, None and empty ones nothing."""
    if isinstance(value, str):
        return (storable(value),) if value.strip() else ()
    if isinstance(value, Mapping):
        named = value.get("name")
        pairs = (f"{key}: {', '.join(_values(each))}" for key, each in value.items() if _values(each))
        return _values(named) if isinstance(named, str) else tuple(pairs)
    if isinstance(value, list | tuple):
        return tuple(each for item in value for each in _values(item))
    return () if value is None else _values(_written(value))


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
