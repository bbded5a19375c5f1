"""Plain text: all that a file says is its words; the cleaner finds the title among them."""

from collections.abc import Iterator

from indexer.ingest.charset import decode
from indexer.ingest.draft import Draft, RawFile


class Text:
    name = "text"
    suffixes = (".txt", ".text")

    def read(self, file: RawFile) -> Iterator[Draft]:
        yield Draft(text=decode(file.data))
