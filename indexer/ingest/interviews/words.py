"""The words of a turn or a speech, without the marks around them and without what stands below them."""

import re

from indexer.article import Span

_EDGES = " \t\n\xa0*_#"
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
# What stands below a speech or an interview and is said by nobody in it.
_BELOW = re.compile(
    r"(?:(?i:it was so decided|the (?:meeting|sitting|session|debate|hearing|house) (?:was |is |stands |then )?(?:rose|adjourned"
    r"|suspended|closed|called|resumed)|the (?:draft )?(?:resolution|motion|amendment|agenda|decision) (?:\S+ )?was (?:\S+ )?adopted"
    r"|a (?:recorded )?vote was|end(?:s| of (?:the )?(?:interview|transcript|text|speech|statement|briefing|document))?\W*$"
    r"|-?\s?end\s?-|\(?end(?:ed|s)?:? \d|for (?:more|further) information|(?:press|media) (?:contacts?|office|service)\b"
    r"|contacts?:|source:|photos?:|photo by|(?:interview(?:ed)? (?:was )?(?:conducted |done |held )?by|questions? (?:were )?(?:asked|put)"
    r" by|(?:transcribed|translated|recorded|edited) by)|notes? (?:to|for) editors|read more|see also|related (?:articles|stories)"
    r"|share this|tags?:|©|copyright|all rights|follow us|tel\.?:|e-?mail:|источник|фото|беседовал|интервью (?:взял|провел|вел)"
    r"|вопросы задавал|подготовил|контакты|пресс-служба|читайте также|propos recueillis|entretien (?:réalisé|mené|conduit)"
    r"|interview réalisée|traduit|lire aussi|contacts? presse|source :|entrevista (?:realizada|hecha)|traducido|lea también"
    r"|fuente:|das (?:gespräch|interview) (?:führte|wurde)|die fragen stellte)"
    r"|\(?(?i:applause|laughter|аплодисменты|applaudissements|aplausos)\.?\)?$|[#*_=\s-]{3,}$|###|\* \* \*)"
)
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_ENDED = re.compile(r"[.!?…:;,\"”»“’)\]*_0-9]\s*$")
_LONGEST_HEADING = 90


def words_in(text: str, start: int, end: int) -> Span | None:
    """The span without white space, bold marks and the quotation marks that enclose all of it; None where nothing is
    left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    closing = _PAIRS.get(text[start : start + 1], "")
    if end - start > 2 and text[end - 1] in closing and not any(mark in text[start + 1 : end - 1] for mark in closing):
        return start + 1, end - 1
    return (start, end) if start < end else None


def end_of(text: str, start: int, end: int, headed: bool = False) -> int:
    """Where what is said from `start` ends: before lines below it; `headed`: and before a heading of what follows."""
    while (line := text.rfind("\n", start, end)) >= 0 and text[start:line].strip():
        last = text[line + 1 : end].strip(" \t\xa0*_")
        heading = headed and len(last) < _LONGEST_HEADING and not _ENDED.search(last)
        if last and not heading and not _BELOW.match(last):
            break
        end = line
    return end
