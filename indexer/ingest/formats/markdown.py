"""Markdown: front matter in YAML says what the article is, a first heading names it where that does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from indexer.errors import Rejected
from indexer.ingest.charset import decode
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats.record import draft_of
from indexer.ingest.formats.yaml_values import loaded

_FENCE = "---"
# Deeper nesting is no article's; it bounds the time that the parser takes on quotes within quotes.
_DEEPEST = 20
_LARGEST_FRONT = 1_000_000


class Markdown:
    name = "markdown"
    suffixes = (".md", ".markdown")

    def read(self, file: RawFile) -> Iterator[Draft]:
        front, body = _parted(decode(file.data).replace("\r\n", "\n"))
        title, text = _plain(body)
        draft = draft_of(_fields(front), "front matter field", text)
        yield draft if draft.title else replace(draft, title=title)


def _parted(text: str) -> tuple[str, str]:
    """Front matter and body; a rule at the top that no second one closes is part of the body."""
    text = text.lstrip("\ufeff\n")
    if not text.startswith(_FENCE + "\n"):
        return "", text
    end = text.find("\n" + _FENCE, len(_FENCE))
    line_end = text.find("\n", end + 1)
    return (text[len(_FENCE) : end], text[line_end:] if line_end > 0 else "") if end > 0 else ("", text)


def _fields(front: str) -> Mapping[str, object]:
    if len(front) > _LARGEST_FRONT:
        raise Rejected(f"front matter of {len(front):,} characters, more than {_LARGEST_FRONT:,}")
    fields = loaded(front) if front.strip() else {}
    return {str(name): value for name, value in fields.items()} if isinstance(fields, dict) else {}


def _plain(body: str) -> tuple[str, str]:
    """The first heading of the first level, and the text with a blank line between blocks."""
    tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable("table").parse(body)
    title, blocks, opened = "", [], ""
    for token in tokens:
        opened = token.tag if token.nesting == 1 else opened
        if token.type in {"fence", "code_block"}:
            blocks.append(token.content)
        elif token.type == "inline":
            words = _words(token.children or ())
            title = title or (words if opened == "h1" else "")
            blocks.append(words)
    return title, "\n\n".join(blocks)


def _words(tokens: Sequence[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    shown = {"text", "code_inline"}
    return "".join(breaks.get(token.type, token.content if token.type in shown else "") for token in tokens)
