"""Who published an article, as its folder's rule, the file, its site, a dateline, letterhead or contacts say."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from indexer.authority import Authority, Entry
from indexer.authority.folders import source_of_folder
from indexer.ingest.draft import Draft
from indexer.ingest.identity import canonical_url
from indexer.ingest.sites import rules_for

# MOSCOW, March 3 (Reuters) - ; MOSCOW, March 3. /TASS/. ; WASHINGTON (AP) —
_DATELINE = re.compile(
    r"[A-ZÀ-ÝА-ЯЁ][^\n(/]{1,80}[(/](?P<agency>[^\n()/]{2,40})[)/]\s?\.?\s?(?:[–—-]|$|[A-ZА-ЯЁ])",
)
# MOSCOW. March 3. INTERFAX - ; TASS, March 3.
_AGENCY_FIRST = re.compile(
    r"(?:[A-ZА-ЯЁ][A-ZА-ЯЁ-]{2,20}\. [^\n.]{3,20}\. )?(?P<agency>[A-ZА-ЯЁ][A-ZА-ЯЁ -]{2,20})"
    r"(?: [–—-] |, [A-Z][a-z]{2,8}\.? \d{1,2}\.)"
)
_OFFICERS = r"(?:spokes(?:man|woman|person)|press (?:secretary|service|officer?|cent(?:re|er)|department))"
_CONTACT = re.compile(
    rf"(?:the )?(?P<body>\w[\w .’'-]{{1,80}}?),?\s{_OFFICERS}\b"
    rf"|{_OFFICERS} (?:of|for) (?:the )?(?P<of>\w[\w .’'-]{{1,80}})",
    re.IGNORECASE,
)
_OPENING, _BEGINNING = 160, 500
_SECRETARIAT = "Secretariat"
_SMALL = frozenset({*("of", "the", "for", "on", "in", "to", "and", "at")})


def source_of(draft: Draft, path: str, authority: Authority) -> str:
    """ "" where nothing says it for sure: a wrong source is worse than none."""
    ruled = source_of_folder(path, authority.folders)
    return ruled or draft.source or next(filter(None, _told(draft, path, authority)), "")


def _told(draft: Draft, path: str, authority: Authority) -> Iterator[str]:
    url = canonical_url(draft.url)
    rules = rules_for(url)
    yield from rules.sources[:1] if rules else ()
    yield from _named_by((urlsplit(url).hostname or "").split("."), authority)
    yield from _agency(draft.text[:_OPENING], authority)
    yield from _by_letterhead(draft.letterhead, authority)
    yield from _by_contacts(draft.contacts, authority)
    yield from _named_by(path.split("/")[:-1], authority)
    yield draft.site
    yield from _reporting(draft, authority)


def _named_by(words: list[str], authority: Authority) -> Iterator[str]:
    entries = (authority.entry("organisation", word.upper()) for word in words)
    return (entry.name for entry in entries if entry)


def _agency(opening: str, authority: Authority) -> Iterator[str]:
    """The news agency in the dateline; only one that the authority files know to be one."""
    for form in (_DATELINE, _AGENCY_FIRST):
        match = form.match(opening.lstrip())
        entries = authority.lookup(match["agency"].strip()) if match else ()
        yield from (entry.name for entry in entries if entry.kind == "organisation" and entry.sort == "press")


def _by_letterhead(words: str, authority: Authority) -> Iterator[str]:
    """The body as the authority files call it, else as its letterhead does."""
    if words:
        yield next(_known(words, authority), "") or _in_small_letters(words)


def _by_contacts(lines: str, authority: Authority) -> Iterator[str]:
    """The body whose press officers a release ends with; only one that the authority files know."""
    for match in _CONTACT.finditer(lines):
        yield from _known(match["body"] or match["of"], authority)


def _reporting(draft: Draft, authority: Authority) -> Iterator[str]:
    """The body that reports what its secretariat did: the title names that one and no other, and begins with it, or the
    text names the body at its beginning."""
    if _SECRETARIAT.casefold() in draft.title.casefold():
        named = {each.parent: form for each in _secretariats(authority) for form in each.forms if form in draft.title}
        if len(named) == 1:
            ((body, form),) = named.items()
            if draft.title.startswith(form) or _is_named(body, draft.text[:_BEGINNING], authority):
                yield body


def _known(words: str, authority: Authority) -> Iterator[str]:
    """The body that has these words as one of its forms; of its secretariat the body itself."""
    bodies = [entry for entry in authority.lookup(words) if entry.kind == "organisation"]
    if len(bodies) == 1:
        yield bodies[0].parent if bodies[0].name.endswith(_SECRETARIAT) and bodies[0].parent else bodies[0].name


@lru_cache(maxsize=1)
def _secretariats(authority: Authority) -> list[Entry]:
    """Looked for once among all entries, which are thousands."""
    return [each for each in authority.entries if each.parent and each.name.endswith(f" {_SECRETARIAT}")]


def _is_named(name: str, text: str, authority: Authority) -> bool:
    return any(form in text for form in (name, *authority.variants(name)))


def _in_small_letters(words: str) -> str:
    """`OFFICE OF THE SPOKESPERSON` as `Office of the Spokesperson`; what is not in capitals stays."""
    if not words.isupper():
        return words
    small = (word.casefold() for word in words.split())
    return " ".join(word if at and word in _SMALL else word.capitalize() for at, word in enumerate(small))
