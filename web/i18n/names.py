"""What bodies, people and places are called in the language of a page, where the authority files say so.

English pages have the display name, which is also the value that addresses, exports and the API have in every language.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from indexer.authority import Kind, load
from indexer.fields import FacetField
from indexer.text.analysis import fold
from web.site import site

_KINDS: Mapping[str, Kind] = {
    "organisation": "organisation",
    "source": "organisation",
    "person": "person",
    "speaker": "person",
    "author": "person",
    "place": "place",
}
Names = Mapping[str, tuple[str, str]]


def said(field: str, raw: str, code: str) -> str:
    """A value of a facet as pages in the language `code` say it; what else has a text stays as it is."""
    found = _names(field, code).get(raw) if code != "en" and field in _KINDS else None
    return found[0] if found else raw


def found(field: FacetField, part: str, code: str, *, begun: bool = False) -> frozenset[str]:
    """The values that have a name with `part` in it in the language, whether an archive has them or not. `begun`: where
    a word of it begins so."""
    if code == "en" or field not in _KINDS:
        return frozenset()
    sought = re.compile((r"(?<!\w)" if begun else "") + re.escape(fold(part)))
    return frozenset(raw for raw, (_, forms) in _names(field, code).items() if sought.search(forms))


def _names(field: str, code: str) -> Names:
    return _read(_KINDS[field], code, site().authority_folder)


@lru_cache(maxsize=32)
def _read(kind: Kind, code: str, folder: Path | None) -> Names:
    """Of each entry with a name in the language: that name, and all that it is called there, folded, in lines."""
    known = ((each, each.name_in(code)) for each in load(folder).entries if each.kind == kind)
    return {each.name: (name, "\n".join(map(fold, (name, *each.forms_in(code))))) for each, name in known if name}
