"""Cues of opinion: columns, comments, editorials."""

import re
from typing import Final

from indexer.ingest.article_type.cue import Cue, cue, exact, phrases
from indexer.ingest.article_type.reading import TEXT, Reading

_HEADING = (
    r"^\W{0,3}(?:guest )?(?:opinion|op-ed|oped|editorial|commentary|comment|column|analysis and comment"
    r"|kommentar|leitartikel|gastbeitrag|opinión|tribune|editorial board|мнение|колонка"
    r"|letters? to the editor) ?[:|–—]|^\W{0,3}(?:guest )?(?:opinion|op-ed|editorial|commentary|kommentar"
    r"|leitartikel|gastbeitrag|мнение)\W{0,3}$|[|–—-] (?:opinion|op-ed|editorial|commentary|kommentar) ?$"
)
_HEADING_WORDS = (
    "opinion op-ed oped editorial commentary comment column kommentar leitartikel gastbeitrag opinión "
    "tribune мнение колонка letter letters"
)
_VIEWS = (
    r"(?:views|opinions)\b[^.\n]{0,80}\b(?:author|writer|contributor|their own|his own|her own"
    r"|do not necessarily)|author['’]?s? own\b|мнение автора|мнение редакции|gibt die meinung\b"
    r"|les opinions exprimées"
)
_AUTHOR = (
    r"^\W{0,3}(?:[A-Z][\w.’'-]{0,20} ){1,4}(?:is|are|was|teaches|writes) (?:an?|the|co-|currently"
    r"|former\w*)?(?: ?[\w’'-]{1,30} ){0,6}?(?:columnist|professor|fellow|author|editor|writer|director"
    r"|lecturer|president|chair\w*|minister|ambassador|economist|founder|researcher|historian|journalist"
    r"|senator|commentator|contributor)\b"
)
_AUTHOR_WORDS = (
    "columnist professor fellow author editor writer lecturer economist founder researcher historian "
    "journalist commentator contributor"
)
_ARGUES = (
    "we should |we must |it should |they should |must not |ought to |cannot afford |we need to |i think "
    "|i believe |i suspect |i doubt |i fear |i wonder |of course|the problem is|the truth is|the trouble is"
    "|the question is|the point is|the reality is|is not the answer|man muss |wir müssen "
)
_PATH = (
    r"/(?:opinions?|op-?eds?|commentisfree|editorials?|columns?|columnists?|letters|commentary|kommentare?"
    r"|meinung|debat|tribunes?)/"
)

# Asked in running text, of the reader: not a question that stands alone in its line, as in interviews.
_ASKED = re.compile(r"[^\W\d_]{2,20}\?(?= [^\W\d_]|\n|$)")
_FEWEST_ASKED = 2
_HEAD = 6000


def _asks_readers(reading: Reading) -> bool:
    """Nobody is asked, nor quoted: who argues asks himself."""
    if reading.turns or reading.draft.text.count("?", 0, _HEAD) < _FEWEST_ASKED:
        return False
    return len(_ASKED.findall(reading.head)) >= _FEWEST_ASKED and not reading.quotations


CUES: Final[tuple[Cue, ...]] = (
    cue("heading", {"opinion": 6.5}, "top", _HEADING, _HEADING_WORDS),
    cue("author", {"opinion": 6.5}, "last", _VIEWS, "views opinions author own автора редакции meinung"),
    exact("author", {"opinion": 3}, "last", _AUTHOR, _AUTHOR_WORDS),
    phrases("argument", {"opinion": 1.5}, _ARGUES),
    Cue("questions", {"opinion": 2, "news": -1}, _asks_readers, frozenset({TEXT})),
    cue("address", {"opinion": 6}, "path", _PATH),
)
