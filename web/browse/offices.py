"""The offices that the authority files know of a person, as a page says them."""

from indexer.authority import Entry
from web.i18n import formatting, office_titles
from web.i18n.language import gettext


def offices(entry: Entry) -> tuple[str, ...]:
    """Title, body and term of each."""
    return tuple(
        ", ".join(filter(None, (office_titles.said(office.title), _body(office.body))))
        + (f" ({_term(office.start, office.end)})" if office.start else "")
        for office in entry.offices
    )


def _body(name: str) -> str:
    """That of an office: an organisation, or a state."""
    said = formatting.value("organisation", name)
    return said if said != name else formatting.value("place", name)


def _term(start: str, end: str) -> str:
    if start == end:
        return formatting.day(start)
    if not end:
        return gettext("since %(day)s", day=formatting.day(start))
    return gettext("%(first)s to %(last)s", first=formatting.day(start), last=formatting.day(end))
