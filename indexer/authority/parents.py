"""A body's forms with its parent's name: "Permanent Council" of "CSTO" is also "Permanent Council of the CSTO"."""

from collections.abc import Iterator
from dataclasses import replace

from indexer.authority.entry import Entry, Kind, Variant
from indexer.authority.words import name_key

_PATTERNS = {
    "en": ("{parent} {form}", "{form} of {parent}", "{form} of the {parent}"),
    "ru": ("{form} {parent}",),
    "fr": ("{form} de l'{parent}", "{form} des {parent}", "{form} de {parent}"),
    "es": ("{form} de la {parent}", "{form} de las {parent}"),
}


def with_parents_names(entries: dict[tuple[Kind, str], Entry]) -> dict[tuple[Kind, str], Entry]:
    return {key: _extended(entry, entries.get((entry.kind, entry.parent))) for key, entry in entries.items()}


def _extended(entry: Entry, parent: Entry | None) -> Entry:
    if parent is None:
        return entry
    return replace(entry, variants=tuple(dict.fromkeys((*entry.variants, *_joined(entry, parent)))))


def _joined(entry: Entry, parent: Entry) -> Iterator[Variant]:
    for language, patterns in _PATTERNS.items():
        parents = _own_forms(parent, language)
        for form in _own_forms(entry, language):
            for name in parents:
                if name_key(name) not in name_key(form):
                    yield from (Variant(each.format(form=form, parent=name), language) for each in patterns)


def _own_forms(entry: Entry, language: str) -> tuple[str, ...]:
    written = [variant.text for variant in entry.variants if variant.language == language]
    names = [entry.name, entry.acronym] if language == "en" else []
    return tuple(dict.fromkeys(filter(None, (*names, *written))))
