"""The bodies that an article names: known ones, those that it teaches itself, and companies."""

from indexer.authority import Authority, Entry
from indexer.authority.words import Words
from indexer.ingest.names.companies import companies_in
from indexer.ingest.names.context import Context
from indexer.ingest.names.known import Found, longest
from indexer.ingest.names.parts import with_parts
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.state_bodies import state_bodies_in
from indexer.ingest.names.taught import with_taught

_OF_COMMERCE = frozenset({"central bank", "company", "exchange", "press"})
_QUOTES = frozenset('"“«„‘')


def organisations_in(words: Words, found: list[Found], source: str, authority: Authority) -> list[Span]:
    """Spans in reading order, none inside another; a news agency that tells of itself is left out."""
    spans = with_parts(words, with_taught(words, _known(words, found, source, authority), authority))
    spans = [*spans, *companies_in(words, covered(spans))]
    agencies = {entry.name for entry in authority.lookup(source) if entry.sort == "press"}
    return sorted((span for span in spans if span.name not in agencies), key=lambda span: span.first)


def _known(words: Words, found: list[Found], source: str, authority: Authority) -> list[Span]:
    found = [*found, *state_bodies_in(words, found)]
    certain = [(each.first, entry) for each in longest(found) if (entry := _certain(each))]
    context = Context(authority, certain, source)
    meant = {id(each): entry for each in found if (entry := _meant(each, words, context))}
    return [
        Span("organisation", entry.name, each.first, each.last, company=entry.sort in _OF_COMMERCE)
        for each in longest(each for each in found if id(each) in meant)
        for entry in (meant[id(each)],)
    ]


def _certain(found: Found) -> Entry | None:
    """The entry of a form that needs no context; None where two claim it."""
    entries = {form.entry.name: form.entry for form in found.forms if form.when == "always"}
    return next(iter(entries.values())) if len(entries) == 1 else None


def _meant(found: Found, words: Words, context: Context) -> Entry | None:
    """Which body a form means where it stands."""
    bodies = [form for form in found.forms if form.entry.kind == "organisation" and form.when != "of_state"]
    entry = _certain(found)
    if not bodies or entry:
        return entry if bodies else None
    quoted = [form.entry for form in bodies if form.when == "in_quotes"]
    if quoted:
        start = words.starts[found.first]
        return quoted[0] if words.text[max(start - 1, 0) : start] in _QUOTES else None
    return context.meant((form.entry for form in bodies), found.first)
