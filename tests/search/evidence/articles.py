"""Short articles about people who do not exist, with who says what in them."""

from indexer.article import Article, Passage, Provenance, Quotation, QuotationKind, Span

PARAGRAPH = "\n\n"
_ORIGIN = Provenance("a.txt", "0" * 64, "test rules 1", "text")


def article(*paragraphs: str, title: str = "", **more: object) -> Article:
    """Each paragraph is a passage."""
    text = PARAGRAPH.join(paragraphs)
    starts = [len(PARAGRAPH.join((*paragraphs[:number], ""))) for number in range(len(paragraphs))]
    passages = tuple(Passage(n, at, at + len(p)) for n, (at, p) in enumerate(zip(starts, paragraphs, strict=True), 1))
    return Article("a", title, text, _ORIGIN, passages=passages, **more)  # type: ignore[arg-type]  # the fields of Article


def place(text: str, words: str) -> Span:
    """Where the words stand in it for the first time."""
    at = text.index(words)
    return at, at + len(words)


def said(text: str, words: str, speaker: str, kind: QuotationKind = "direct", *, cue: str = "") -> Quotation:
    return Quotation(*place(text, words), speaker, kind, place(text, cue) if cue else None)
