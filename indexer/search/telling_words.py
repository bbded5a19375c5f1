"""The words that set a text apart from the others of the archive: what it has often, and few others have."""

from collections import Counter
from dataclasses import replace
from math import log

from indexer.engines.engine import Reader
from indexer.message import nN_
from indexer.query.note import Note
from indexer.query.repair import MOST_CHARACTERS
from indexer.search.request import SearchInput
from indexer.text import analysis
from indexer.text.stemmer import stem
from indexer.text.stop_words import FUNCTION_WORDS

_CANDIDATES = 100  # most frequent words that are weighed
_WORDS = 15  # of those, the ones that are searched for


def telling_words(reader: Reader, counts: Counter[str], *, others: bool = False) -> list[str]:
    """Of how often a text has each term, the most telling ones first, each in one form. `others`: the text is of the
    archive, and words that no other article has say nothing."""
    frequent = [(term, n) for term, n in counts.most_common(3 * _CANDIDATES) if _is_word(term)][:_CANDIDATES]
    known = [(n, reader.document_frequency("any", term), term) for term, n in frequent]
    weighed = [(n * log(reader.count / articles), term) for n, articles, term in known if articles > others]
    best = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
    by_stem: dict[str, str] = {}
    for _, term in best:
        by_stem.setdefault(stem(term), term)
    return list(by_stem.values())[:_WORDS]


def _is_word(term: str) -> bool:
    return len(term) > 1 and term not in FUNCTION_WORDS and not term.isdigit()


def shortened(reader: Reader, asked: SearchInput) -> tuple[SearchInput, tuple[Note, ...]]:
    """A text that was pasted is no query: asked for by its telling words, as they are written first."""
    if len(asked.typed) <= MOST_CHARACTERS:
        return asked, ()
    written = [(analysis.fold_word(word), word) for word in analysis.words_of(asked.typed)]
    chosen = set(telling_words(reader, Counter(term for term, _ in written)))
    first: dict[str, str] = {}
    for term, word in written:
        if term in chosen:
            first.setdefault(term, word)
    words = first.values()
    if not words:
        return asked, ()
    said = nN_(
        "This is a long text; it is searched by its most telling word.",
        "This is a long text; it is searched by its %(number)s most telling words.",
        len(words),
    )
    return replace(asked, typed=" ".join(words)), (Note(said),)
