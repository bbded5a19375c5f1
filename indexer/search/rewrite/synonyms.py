"""The other names of what was typed: CSTO is also the Collective Security Treaty Organization, and ОДКБ.

Only unquoted words of the text are widened, and names within name fields; quoting a word switches it off.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from indexer.authority import Authority, Entry, Kind, load
from indexer.fields import QueryField
from indexer.query.terms import pronoun_acronym
from indexer.query.tree import And, DisMax, Phrase, Query, Word, mapped
from indexer.search.rewrite.office_names import OfficeNames
from indexer.text import analysis
from indexer.text.stemmer import stem
from indexer.text.stop_words import FUNCTION_WORDS

MOST_FORMS = 16
_BEHIND = {"Jr", "Sr", "II", "III"}  # names
_GENERATION = re.compile("-(?:младший|старший)$")
_KINDS: dict[QueryField, tuple[Kind, ...]] = {
    "any": ("organisation", "person", "place"),
    "title": ("organisation", "person", "place"),
    "organisation": ("organisation",),
    "person": ("person",),
    "speaker": ("person",),
    "place": ("place",),
}

_LANGUAGES = {
    "ar": ("arabic",),
    "de": ("german", "deutsch"),
    "en": ("english",),
    "es": ("spanish", "espanol"),
    "fr": ("french", "francais"),
    "ru": ("russian", "русский"),
    "zh": ("chinese",),
}

Key = tuple[str, ...]


class Synonyms:
    """The authority files' names, by the stems of their words."""

    def __init__(self, authority: Authority) -> None:
        self._forms: dict[tuple[Kind, Key], tuple[str, ...]] = {}
        for entry in authority.entries:
            for group in (entry.forms, _surnames(entry)):
                self._add(entry.kind, tuple(dict.fromkeys(group)))
        self._offices = OfficeNames(authority)
        self._longest = max((len(key) for _, key in self._forms), default=0)

    def _add(self, kind: Kind, forms: tuple[str, ...]) -> None:
        """The keys of one name share its forms, but for those that others have as well."""
        for key in {_key(form) for form in forms}:
            known = self._forms.get((kind, key))
            self._forms[kind, key] = forms if known is None else tuple(dict.fromkeys((*known, *forms)))

    def widen(self, query: Query) -> Query:
        """Each name within the query becomes a `DisMax` of itself, first, and its other forms."""
        if isinstance(query, And):
            return And(tuple(self._widened(query.parts)))
        if isinstance(query, Word | Phrase):
            return self._run([query]) or query
        return mapped(query, self.widen)

    def _widened(self, parts: Sequence[Query]) -> Iterator[Query]:
        """Longest names first, from the left."""
        at = 0
        while at < len(parts):
            words = _words_from(parts[at : at + self._longest])
            for length in range(len(words), 1, -1):
                if (found := self._run(words[:length])) is not None:
                    yield found
                    at += length
                    break
            else:
                yield self.widen(parts[at])
                at += 1

    def _run(self, leaves: Sequence[Word | Phrase]) -> DisMax | Phrase | None:
        """None where these are not a name with other forms, or quoted."""
        field = leaves[0].field
        if field == "office":
            return self._offices.read(" ".join(leaf.typed for leaf in leaves))
        if field in ("any", "title") and any(map(_is_quoted, leaves)):
            return None
        typed = " ".join(leaf.typed for leaf in leaves)
        forms = self._other_forms(field, typed)
        if not forms:
            return None
        itself = leaves[0] if len(leaves) == 1 else And(tuple(leaves))
        return DisMax((itself, *(_leaf(form, field) for form in forms)), typed=typed)

    def _other_forms(self, field: QueryField, typed: str) -> list[str]:
        if typed.lower() == typed and analysis.fold(typed) in FUNCTION_WORDS:
            return []  # who met whom, not the WHO
        if field == "language":
            return _codes(typed)
        key = _key(typed)
        found = (form for kind in _KINDS.get(field, ()) for form in self._forms.get((kind, key), ()))
        others = {_key(form): form for form in reversed(list(dict.fromkeys(found)))}
        telling = [form for form in reversed(others.values()) if _is_telling(_key(form), key)]
        if len(telling) > MOST_FORMS:  # the other surnames stand for the whole names, which have them as well
            telling.sort(key=lambda form: len(_key(form)) > len(key))
        return telling[:MOST_FORMS]


@lru_cache(maxsize=1)
def packaged() -> Synonyms:
    return Synonyms(load())


def _surnames(entry: Entry) -> list[str]:
    """A person's surname as each of the forms has it."""
    if entry.kind != "person":
        return []
    plain = (_GENERATION.sub("", form) for form in entry.forms)
    words = ([word for word in form.split() if word.strip(".,") not in _BEHIND] for form in plain)
    return [each[-1] for each in words if len(each) > 1]


def _codes(language: str) -> list[str]:
    """Articles have the code of their language; a reader may type its name."""
    return [code for code, names in _LANGUAGES.items() if analysis.fold(language) in names]


def _is_telling(form: Key, typed: Key) -> bool:
    return form != typed and " ".join(form) not in FUNCTION_WORDS


def _key(words: str) -> Key:
    return tuple(stem(term) for term in analysis.terms(words))


def _is_quoted(leaf: Word | Phrase) -> bool:
    return leaf.exact if isinstance(leaf, Word) else not leaf.run


def _words_from(parts: Iterable[Query]) -> list[Word]:
    """The unquoted words at the beginning that are in one field."""
    words: list[Word] = []
    for part in parts:
        if not isinstance(part, Word) or (words and part.field != words[0].field):
            break
        words.append(part)
    return words


def _leaf(form: str, field: QueryField) -> Word | Phrase:
    terms = tuple(analysis.terms(form))
    if len(terms) > 1:
        return Phrase(terms, field, typed=form)
    exact = field not in ("any", "title")
    if known := pronoun_acronym(form, field):
        return known
    return Word(terms[0], field, exact=exact, typed=form)
