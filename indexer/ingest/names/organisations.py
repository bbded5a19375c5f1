"""The bodies that an article names: known ones, their parts, those that it teaches itself, and companies."""

from collections.abc import Iterator
from functools import cached_property

from indexer.authority import Authority, Entry
from indexer.authority.words import SAME, Words
from indexer.ingest.names.another import meaning_themselves
from indexer.ingest.names.bodies import bodies_in
from indexer.ingest.names.called import called_in
from indexer.ingest.names.companies import companies_in
from indexer.ingest.names.context import Context
from indexer.ingest.names.defined_acronyms import with_defined_acronyms
from indexer.ingest.names.events import without_events
from indexer.ingest.names.foreign import foreign_in
from indexer.ingest.names.gazetteer import Form, Found, is_state, longest, name_at
from indexer.ingest.names.span import Span, covered
from indexer.ingest.names.vocabulary import words_of
from indexer.ingest.names.whole import whole_names

_OF_COMMERCE = frozenset({"central bank", "company", "exchange", "press"})
_ENDINGS = words_of("business")
_PARTS = words_of("parts")
_LINKS = frozenset({"of", "for", "and", "on"})
_LONGEST = 7
_LONGEST_ACRONYM = 5
_QUOTES = frozenset('"“«„‘')


def organisations_in(
    words: Words, found: list[Found], source: str, authority: Authority, places: set[int]
) -> list[Span]:
    """Spans in reading order, none inside another; a news agency that tells of itself is left out. `places`: the words
    of places."""
    known = whole_names(words, _known(words, found, source, authority))
    spans = _with_parts(words, with_defined_acronyms(words, known, authority))
    spans = [*spans, *companies_in(words, covered(spans))]
    if grown := without_events(words, bodies_in(words, spans, places, authority.given_names)):
        taken = covered(grown)
        spans = [*(span for span in spans if span.first not in taken), *grown]
    spans.extend(foreign_in(words, covered(spans)))
    spans.extend(called_in(words, spans, places, authority.given_names))
    agencies = {entry.name for entry in authority.lookup(source) if entry.sort == "press"}
    return sorted((span for span in spans if span.name not in agencies), key=lambda span: span.first)


def _known(words: Words, found: list[Found], source: str, authority: Authority) -> list[Span]:
    bodies = [each for each in found if len(each.forms) > 1 or each.forms[0].entry.kind == "organisation"]
    joined = list(_of_states(words, found, bodies))
    context = _ContextOf(authority, [*found, *joined], source)
    meant = [(each, entry) for each in (*bodies, *joined) if (entry := _meant(each, words, context))]
    if not meant:
        return []
    named = {id(each): entry for each, entry in meaning_themselves(words, meant, found, authority)}
    return [
        Span("organisation", entry.name, each.first, _end(words, each, entry), company=entry.sort in _OF_COMMERCE)
        for each in longest(each for each, _ in meant if id(each) in named)
        for entry in (named[id(each)],)
    ]


def _end(words: Words, found: Found, entry: Entry) -> int:
    """A company's name goes on over the endings of a company."""
    last = found.last
    while entry.sort == "company" and last + 1 < len(words.written) and words.written[last + 1].lower() in _ENDINGS:
        if words.gaps[last + 1] != SAME or not words.written[last + 1][0].isupper():
            break
        last += 1
    return last


class _ContextOf:
    """Read where it is asked for only: most articles have no name that needs it."""

    def __init__(self, authority: Authority, found: list[Found], source: str) -> None:
        self._authority, self._found, self._source = authority, found, source

    @cached_property
    def context(self) -> Context:
        certain = [(each.first, entry) for each in longest(self._found) if (entry := _certain(each))]
        return Context(self._authority, certain, self._source)


def _certain(found: Found) -> Entry | None:
    """The entry of a form that needs no context; None where two claim it."""
    if len(found.forms) == 1:
        return found.forms[0].entry if found.forms[0].when == "always" else None
    entries = {form.entry.name: form.entry for form in found.forms if form.when == "always"}
    return next(iter(entries.values())) if len(entries) == 1 else None


def _meant(found: Found, words: Words, of: _ContextOf) -> Entry | None:
    """Which body a form means where it stands."""
    form = found.forms[0]
    if len(found.forms) == 1 and form.when == "always":
        return form.entry
    bodies = [form for form in found.forms if form.entry.kind == "organisation" and form.when != "of_state"]
    entry = _certain(found)
    if not bodies or entry:
        return entry if bodies else None
    quoted = [form.entry for form in bodies if form.when == "in_quotes"]
    if quoted:
        start = words.starts[found.first]
        return quoted[0] if words.text[max(start - 1, 0) : start] in _QUOTES else None
    return of.context.disambiguated((form.entry for form in bodies), found.first)


def _of_states(words: Words, found: list[Found], bodies: list[Found]) -> Iterator[Found]:
    """Bodies that every state has, with the words of the state beside them: "Armenian Foreign Ministry", "Foreign
    Ministry of Armenia"."""
    bodies = [each for each in bodies if any(form.when == "of_state" for form in each.forms)]
    if not bodies:
        return
    states = [each for each in found if is_state(each.forms[0].entry)]
    by_first = {each.first: each for each in states}
    by_last = {each.last: each for each in states}
    for each in bodies:
        body = next(form.entry for form in each.forms if form.when == "of_state")
        before, after = by_last.get(each.first - 1), by_first.get(_after_of(words, each.last))
        if before and words.gaps[each.first] == SAME:
            yield _joined(body, before.forms[0].entry, before.first, each.last)
        elif after:
            yield _joined(body, after.forms[0].entry, each.first, after.last)


def _after_of(words: Words, last: int) -> int:
    """Where the state stands in "of Armenia", "of the Republic of Armenia"; -1 where no "of" follows."""
    following = words.folded[last + 1 : last + 3]
    if following[:1] != ["of"] or words.gaps[last + 1] != SAME:
        return -1
    return last + 3 if following[1:] == ["the"] else last + 2


def _joined(body: Entry, state: Entry, first: int, last: int) -> Found:
    name = f"{state.adjectives[0]} {body.name}" if state.adjectives else f"{body.name} of {state.name}"
    entry = Entry("organisation", name, sort="ministry")
    return Found(first, last, (Form(entry, "always"),))


def _with_parts(words: Words, spans: list[Span]) -> list[Span]:
    """Bodies of a body that no file has: "OSCE Border Academy". Each span that is an acronym grows over the capitalised
    words after it up to a noun for such a part."""
    masked = covered(spans)
    return [_grown(words, span, masked) for span in spans]


def _grown(words: Words, span: Span, masked: set[int]) -> Span:
    after = span.last + 1
    if span.first != span.last or not words.written[span.first].isupper() or after == len(words.written):
        return span
    if words.written[after].isupper() and len(words.written[after]) > _LONGEST_ACRONYM:
        return span  # a headline in capitals
    last = _last(words, span.last, masked)
    if last is None:
        return span
    name = name_at(words, span.first, last)
    return Span("organisation", name, span.first, last)


def _last(words: Words, acronym: int, masked: set[int]) -> int | None:
    """The last word of the run that is a noun for a part, one capitalised word at least between it and the acronym."""
    last = None
    for index in range(acronym + 1, min(acronym + _LONGEST, len(words.written))):
        word = words.written[index]
        if words.gaps[index] != SAME or index in masked or not (word[0].isupper() or word in _LINKS):
            break
        if index > acronym + 1 and word[0].isupper() and words.folded[index] in _PARTS:
            last = index
    return last
