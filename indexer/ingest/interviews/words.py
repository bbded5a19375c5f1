"""The words of a turn or a speech, without the marks around them and without what stands below them."""

import re

from indexer.article import Span

_EDGES = " \t\n\xa0*_#"
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
# What stands below a speech or an interview and is said by nobody in it.
_ENDED_MEETING = (
    r"(?:the )?(?:meeting|sitting|session|debate|hearing|house|senate|council|committee|briefing"
    r"|(?:press )?conference)\b"
    r"[^.\n]{0,40}?\b(?:rose|adjourned at|was (?:then )?(?:adjourned|suspended|closed|concluded|called|resumed)"
    r"|(?:ended|concluded|closed|resumed) at)\b|it was so decided|a (?:recorded )?vote was"
    r"|the (?:draft )?(?:resolution|motion|amendment|agenda|decision) (?:\S+ )?was (?:\S+ )?adopted"
)
_FURNITURE = (
    r"end(?:s| of (?:the )?(?:interview|transcript|text|speech|statement|briefing|document))?\W*$|-?\s?end\s?-"
    r"|\(?end(?:ed|s)?:? \d|for (?:more|further) information|(?:press|media) (?:contacts?|office|service)\b|contacts?:"
    r"|source:|photos?:|photo by|interview(?:ed)? (?:was )?(?:conducted |done |held )?by"
    r"|questions? (?:were )?(?:asked|put) by"
    r"|(?:transcribed|translated|recorded|edited) by|notes? (?:to|for) editors|read more|see also"
    r"|related (?:articles|stories)"
    r"|share this|tags?:|©|copyright|all rights|follow us|tel\.?:|e-?mail:"
    r"|источник|фото|беседовал|интервью (?:взял|провел|вел)|вопросы задавал|подготовил|контакты|пресс-служба"
    r"|читайте также"
    r"|propos recueillis|entretien (?:réalisé|mené|conduit)|interview réalisée|traduit|lire aussi"
    r"|contacts? presse|source :"
    r"|entrevista (?:realizada|hecha)|traducido|lea también|fuente:|das (?:gespräch|interview) (?:führte|wurde)"
    r"|die fragen stellte"
)
_BELOW = re.compile(
    rf"(?i:{_ENDED_MEETING}|{_FURNITURE})|\([^()\n]{{3,80}}\)\.?$|(?i:applause|laughter)\.?$|<…>|[#*_=\s-]{{3,}}$|###"
)
_PARAGRAPH = re.compile(r"\n\s*")
_ENDED = re.compile(r"[.!?…:;,\"”»“’)\]*_0-9]\s*$")
_LONGEST_HEADING = 90


def words_in(text: str, start: int, end: int) -> Span | None:
    """The span without white space, bold marks and the quotation marks that enclose all of it; None where nothing is
    left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    if end - start > 2 and _is_enclosed(text[start:end]):
        return start + 1, end - 1
    return (start, end) if start < end else None


def _is_enclosed(words: str) -> bool:
    """Whether the mark that opens them is closed at their end and not before."""
    opening, closing, depth = words[0], _PAIRS.get(words[0], ""), 0
    if words[-1] not in closing:
        return False
    for mark in words[1:-1]:
        depth += (mark == opening and opening not in closing) - (mark in closing)
        if depth < 0:
            return False
    return depth == 0


def quoted_end(text: str, start: int, end: int) -> int:
    """Where an answer between quotation marks ends: before a paragraph that opens none and tells of something else."""
    if text[start : start + 1] not in _PAIRS:
        return end
    for gap in _PARAGRAPH.finditer(text, start, end):
        if text[gap.end() : gap.end() + 1] not in _PAIRS:
            return gap.start()
    return end


def end_of(text: str, start: int, end: int, *, headed: bool = False) -> int:
    """Where what is said from `start` ends: before lines below it; `headed`: and before a heading of what follows."""
    while (line := text.rfind("\n", start, end)) >= 0 and text[start:line].strip():
        last = text[line + 1 : end].strip(" \t\xa0*_")
        heading = headed and last[:1].isupper() and len(last) < _LONGEST_HEADING and not _ENDED.search(last)
        if last and not heading and not _BELOW.match(last):
            break
        end = line
    return end
