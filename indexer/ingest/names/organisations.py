"""The bodies that an article names."""

from collections.abc import Iterator

from indexer.ingest.authority import Authority, Entry
from indexer.ingest.authority.words import Words
from indexer.ingest.names.context import Context
from indexer.ingest.names.known import Found, longest
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.taught import BODIES, Taught, occurrences, taught_in

_QUOTES = frozenset('"“«„‘')


def organisations_in(words: Words, found: list[Found], source: str, authority: Authority) -> list[Span]:
    """Spans in reading order, none inside another."""
    known = [each for each in found if any(form.entry.kind == "organisation" for form in each.forms)]
    certain = [(each, entry) for each in longest(known) if (entry := _certain(each))]
    context = Context(authority, [(each.first, entry) for each, entry in certain], source)
    decided = [Found(each.first, each.last, each.forms) for each in known if _decide(each, words, context)]
    spans = []
    for each in longest(decided):
        entry = _decide(each, words, context)
        if entry:
            spans.append(Span("organisation", entry.name, each.first, each.last))
    return _with_taught(words, spans, authority)


def _certain(found: Found) -> Entry | None:
    entries = {form.entry.name: form.entry for form in found.forms if form.when == "always"}
    return next(iter(entries.values())) if len(entries) == 1 else None


def _decide(found: Found, words: Words, context: Context) -> Entry | None:
    """Which body a form means where it stands."""
    if entry := _certain(found):
        return entry if entry.kind == "organisation" else None
    quoted = [form.entry for form in found.forms if form.when == "in_quotes"]
    if quoted:
        start = words.starts[found.first]
        return quoted[0] if words.text[max(start - 1, 0) : start] in _QUOTES else None
    bodies = [form.entry for form in found.forms if form.entry.kind == "organisation"]
    return context.meant(bodies, found.first)


def _with_taught(words: Words, spans: list[Span], authority: Authority) -> list[Span]:
    """The spans and those that the text itself teaches; the text's own long form wins over a known acronym."""
    covering = {index: span for span in spans for index in range(span.first, span.last + 1)}
    added: dict[tuple[int, int], Span] = {}
    for lesson in taught_in(words):
        for span in _lesson(words, lesson, covering, authority):
            added.setdefault((span.first, span.last), span)
    taken = covered(list(added.values()))
    kept = [span for span in spans if taken.isdisjoint(range(span.first, span.last + 1))]
    return sorted([*kept, *added.values()], key=lambda span: span.first)


def _lesson(words: Words, lesson: Taught, covering: dict[int, Span], authority: Authority) -> Iterator[Span]:
    """Where the acronym stands for a body that is known, its places; else those of the long form, too."""
    known = covering.get(lesson.last)
    if known and known.first <= lesson.first:
        if lesson.acronym not in covering:
            yield from (Span("organisation", known.name, *each) for each in occurrences(words, lesson, long=False))
    elif not BODIES.isdisjoint(words.folded[lesson.first : lesson.last + 1]):
        name = _display(words, lesson, authority)
        yield from (Span("organisation", name, *each) for each in occurrences(words, lesson, long=True))


def _display(words: Words, lesson: Taught, authority: Authority) -> str:
    written = words.text[words.starts[lesson.first] : words.ends[lesson.last]]
    entries = [entry for entry in authority.lookup(written) if entry.kind == "organisation"]
    return entries[0].name if entries else " ".join(written.split())
