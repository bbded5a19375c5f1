"""What a format hands over: everything that a file itself says of an article, before anything is decided."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from indexer.article import DateEvidence
from indexer.errors import Rejected

MAX_CHARACTERS = 5_000_000  # of the text of one article
# What `Draft.doubt` says of a page most of whose prose was not read.
SHORT_TEXT = "its text is short against its page"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the corpus: its path in it (posix), its bytes, and their hash."""

    path: str
    data: bytes
    sha256: str

    def require_content(self) -> None:
        """Raises `Rejected` where there is nothing but white space."""
        if not self.data.strip():
            raise Rejected("the file is empty")


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it. Empty means: the file does not say.

    `key` tells articles of one file apart ("" where a file holds one). `date` is as written; `date_evidence`
    says where it was read, and means nothing where `date` is empty. `page_starts`: offsets into `text` at which the
    pages of a paged original begin. `origin` is the hash of the article's own bytes in a file of several
    (`origin_of`); empty where the file is the article. `by_place`: the file has no name for the article, and its key is
    the place where it stands there today. `doubt`: why `text` may not be all that the file holds, as `status` says it.
    `site` is what the window of a page calls its site, where nothing
    else names a source. `letterhead` and `contacts` are the lines above the title and below the text
    that the cleaner took off and that may say whose release it is.
    """

    text: str
    title: str = ""
    key: str = ""
    date: str = ""
    date_evidence: DateEvidence = DateEvidence("file")
    type: str = ""
    source: str = ""
    language: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    origin: bytes = field(default=b"", repr=False, compare=False)
    by_place: bool = field(default=False, repr=False, compare=False)
    doubt: str = field(default="", repr=False, compare=False)
    site: str = field(default="", repr=False)
    letterhead: str = field(default="", repr=False)
    contacts: str = field(default="", repr=False)


def origin_of(read: bytes | str) -> bytes:
    """The hash of what an article was read from: whatever our rules make of it, that changes only when it does."""
    return hashlib.sha256(read.encode("utf-8", "surrogatepass") if isinstance(read, str) else read).digest()[:16]


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a file (`place` empty), or one article at a place in it, was not taken.

    `holder` is the article id that another file already has, where that is the reason.
    """

    path: str
    reason: str
    place: str = ""
    holder: str = ""


def storable(text: str) -> str:
    """Files and e-mails may hold halves of surrogate pairs, which no file and no index can store."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


class Format(Protocol):
    """Reads one kind of file. Siblings live in `formats/`."""

    @property
    def name(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, file: RawFile) -> Iterator[Draft | Rejection]:
        """Raises `Rejected` with the reason where the file is not what its name says, or holds no article.

        A file of many articles yields a `Rejection` in the place of each part that could not be read.
        """
        ...
