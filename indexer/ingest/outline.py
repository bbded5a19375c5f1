"""Which articles a file holds, found out before any of them is made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glance:
    """A file to be looked into. One whose hash is among `contents` needs no opening, and a draft whose hash is among
    `drafts` was read before and can be read again."""

    path: str
    size: int
    contents: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outline:
    """`articles`: (id, hash of the draft) of each; None where the hash of the file's bytes says enough. `sha256` is
    empty where the file cannot be read now, and what is indexed of it stays."""

    path: str
    sha256: str = ""
    articles: tuple[tuple[str, str], ...] | None = None
