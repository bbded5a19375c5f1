"""The words of a turn or a speech, without the marks around them and without what stands below them."""

import re

from indexer.article import Span

_EDGES = " \t\n\xa0*_#"
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
# What a record tells between speeches: nobody says it, nor what follows without a label.
_HOUR = (
    r"[^\n]{0,60}?(?:\d\s?[.:h]\s?\d\d?(?!\d)|\d ?[ap]\.?m\b|\d (?:o['’]clock|heures|horas|ч)|\bnoon\b|\bmidnight\b)"
)
_MEETING = (
    r"(?:meeting|sitting|session|debate|hearing|house|senate|council|committee|commission|briefing|conference"
    r"|press conference|news conference|call|interview|q\s?&\s?a)"
)
_CLOSED = (
    rf"(?:(?:the |this )?(?:\w+ ){{0,2}}{_MEETING}\b[^.\n]{{0,40}}?\b(?:rose|adjourned|ended|concluded|closed|resumed"
    r"|(?:was|is) (?:then |thereupon )?(?:adjourned|suspended|closed|concluded|called|resumed|over))\b"
    r"|la séance est (?:levée|suspendue|reprise|ouverte|close)\b"
    r"|(?:se (?:levanta|suspende|reanuda|abre|cierra) la sesión|la sesión se (?:levanta|suspende))\b"
    rf"|заседание (?:было )?(?:закры|прерыва|прерван|возобнов|откры)\w+){_HOUR}"
)
_HOW = (
    r"(?:,? (?:unanimously|by (?:\w+ votes|a vote|consensus|acclamation|roll|a? ?show)|without (?:a vote"
    r"|objection|debate|discussion)|as (?:a whole|(?:\w+ ){0,2}(?:amended|revised))"
    r"|on (?:first|second|third) reading|with \d)"
    r"[^\n]{0,160}?)?"
)
_DECIDED = (
    r"it was so (?:decided|agreed|resolved|ordered)|a (?:[\w-]+ )?vote was (?:then )?taken(?: by [^\n]{1,60}?)?"
    r"|(?:the|draft|operative|paragraphs?|articles?|sections?|amendments?|motion|resolution)\b[^.\n]{0,160}?"
    r"\b(?:was|were) (?:then |therefore |thus |not ){0,2}(?:adopted|rejected|approved|carried|defeated|agreed to)"
    rf"{_HOW}|il en est ainsi décidé|l(?:a |e |es |['’])[^\n]{{0,160}}? (?:est|sont) (?:adopt|rejet|approuv)ée?s?"
    r" par \d{1,3} voix[^\n]{0,100}?|par \d{1,3} voix[^\n]{0,160}? (?:est|sont) (?:adopt|rejet|approuv)ée?s?"
    r"|así queda (?:acordado|aprobado)|por \d{1,3} votos[^\n]{0,160}? quedan? \w+"
    r"|решение принимается|проект [^\n]{0,160}? (?:принимается|отклоняется)[^\n]{0,100}?"
)
_TOLD_BETWEEN = re.compile(
    rf"\n[ \t*_(\[]{{0,4}}(?:\d{{1,4}}[.)] )?(?i:{_CLOSED}[^\n]{{0,60}}|{_DECIDED})[.)\]*_ ]{{0,4}}(?=\n|\Z)"
)
_END = r"(?:END|End of (?:transcript|interview|briefing|text)|КОНЕЦ|FIN)"
_ENDS = re.compile(rf"\n[ \t*_#(\[–—-]{{0,4}}{_END}[ .)\]*_#–—-]{{0,4}}(?=\n|\Z)")
# What stands below a speech or an interview and is said by nobody in it.
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
    rf"(?i:(?:the )?(?:meeting|sitting) rose|{_FURNITURE})|\([^()\n]{{3,80}}\)\.?$|(?i:applause|laughter)\.?$|<…>"
    r"|[#*_=\s-]{3,}$|###"
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
    """Where what is said from `start` ends: before lines below it; `headed`: in a record, where a heading of what
    follows and what was decided stand below it too."""
    for told in (_ENDS, _TOLD_BETWEEN) if headed else (_ENDS,):
        if found := told.search(text, start, end):
            end = found.start()
    while (line := text.rfind("\n", start, end)) > start:
        last = text[line + 1 : end].strip(" \t\xa0*_")
        heading = headed and last[:1].isupper() and len(last) < _LONGEST_HEADING and not _ENDED.search(last)
        if last and not heading and not _BELOW.match(last):
            break
        end = line
    return end
