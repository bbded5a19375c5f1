"""Articles and chapters of the UN Charter and of treaties: "art. 51 of the UN Charter", "Article 4 of the CST"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from indexer.text.symbols.symbol import Symbol

_UN_CHARTER = (
    r"UN Charter|U\.N\. Charter|(?:UN|United Nations)['’]s? Charter|Charter of the (?:United Nations|UN|U\.N\.)"
    r"|United Nations Charter|Уста\w{1,3} (?:ООН|Организации Объедин[её]нных Наций)"
    r"|Charte des Nations [Uu]nies|Carta de las Naciones Unidas|Carta de la ONU"
)
# preferred form -> how it is named
_TREATIES = {
    "UN Charter": _UN_CHARTER,
    "CSTO Charter": (
        r"CSTO Charter|Charter of the (?:CSTO|Collective Security Treaty Organi[sz]ation)|Уста\w{1,3} ОДКБ"
    ),
    "CST": (
        r"CST(?!\w)|Collective Security Treaty(?! Organi)|Treaty on Collective Security|ДКБ(?!\w)"
        r"|Договор\w{0,2} о коллективной безопасности"
    ),
    "SCO Charter": r"SCO Charter|Charter of the (?:SCO|Shanghai Cooperation Organi[sz]ation)|Харти\w ШОС",
    "CIS Charter": r"CIS Charter|Charter of the (?:CIS|Commonwealth of Independent States)|Уста\w{1,3} СНГ",
    "North Atlantic Treaty": r"North Atlantic Treaty(?! Organi)|Washington Treaty",
    "NPT": r"NPT(?!\w)|(?:Nuclear )?Non-Proliferation Treaty|Treaty on the Non-Proliferation of Nuclear Weapons",
}
# Every treaty's name has one of these in it; most texts have none, and finding that out is quick.
_HINTS = ("reaty", "CST", "NPT", "Устав", "ДКБ", "Договор", "Харти", "Chart", "Carta")
_NAME = "|".join(f"(?P<t{at}>{words})" for at, words in enumerate(_TREATIES.values()))
_PREFERRED = list(_TREATIES)
_AND = r"\s?(?:,|and|or|и|et|y)\s?"
_NUMBER = r"[0-9]{1,3}(?:\s?\([0-9a-z]{1,2}\)){0,3}"
# The first letter stands alone and the rest behind it, so that a text is searched for a letter and not for each word.
_ARTICLES = re.compile(
    r"[AaСс](?<![^\W\d_].)(?i:(?<=a)rt(?:icles?|s?\.)|(?<=a)rtículos?|(?<=с)тат(?:ья|ьи|ье|ью|ьей|ей|ьях)|(?<=с)т\.)\s?"
    rf"(?P<numbers>(?i:{_NUMBER}(?:{_AND}{_NUMBER}){{0,6}}))"
)
_CHAPTER = re.compile(
    r"[CcГг](?<![^\W\d_].)(?:(?<=[Cc])hapters?|(?<=[Гг])лав\w{1,2}|(?<=[Cc])hapitres?|(?<=[Cc])apítulos?)\s"
    rf"(?P<numbers>[IVX]{{1,5}}(?:{_AND}[IVX]{{1,5}}){{0,3}})(?!\w)"
)
_OF = (
    r"\s?(?:,\s)?(?:(?:paragraphs?|para\.)\s[0-9]{1,2},?\s)?"
    r"(?:(?:of|in|to|under|de la|de|del)\s)?(?:the\s|la\s|l[’'])?"
)
_OF_TREATY = re.compile(rf"{_OF}(?:{_NAME})")
_OF_THE_CHARTER = re.compile(rf"{_OF}(?:Charter|Устава|Charte|Carta)(?! (?:of|des|de) )(?!\w)")
_NAMED = re.compile(_NAME)
_BEFORE_BRACKET = re.compile(rf"(?:{_NAME})(?:\sitself)?\s?\(\s?$")
_ONE_NUMBER = re.compile(r"[0-9]{1,3}(?![0-9)])|[IVX]{1,5}")
_LOOK_BACK = 80


@lru_cache(maxsize=1)
def _only_charter(text: str) -> str:
    """What "the Charter" is in a text: looked for once, and only where it is asked."""
    charters = [name for name in {_preferred(match) for match in _NAMED.finditer(text)} if name.endswith("Charter")]
    return charters[0] if len(charters) == 1 else ""


def symbols_in(text: str) -> Iterator[Symbol]:
    if not any(hint in text for hint in _HINTS):
        return
    for kind, pattern in (("art.", _ARTICLES), ("ch.", _CHAPTER)):
        for match in pattern.finditer(text):
            if treaty := _treaty(text, match):
                yield from _numbered(match, treaty, kind)


def _treaty(text: str, match: re.Match[str]) -> str:
    """The treaty named right after ("art. 51 of the UN Charter") or before the bracket ("the CSTO Charter (art.4)")."""
    if after := _OF_TREATY.match(text, match.end()):
        return _preferred(after)
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    bracketed = _BEFORE_BRACKET.search(before) if before.rstrip()[-1:] == "(" else None
    if bracketed:
        return _preferred(bracketed)
    return _only_charter(text) if _OF_THE_CHARTER.match(text, match.end()) else ""


def _preferred(match: re.Match[str]) -> str:
    return _PREFERRED[int(str(match.lastgroup)[1:])]


def _numbered(match: re.Match[str], treaty: str, kind: str) -> Iterator[Symbol]:
    numbers = list(_ONE_NUMBER.finditer(match["numbers"]))
    for at, number in enumerate(numbers):
        start = match.start() if at == 0 else match.start("numbers") + number.start()
        end = match.end() if len(numbers) == 1 else match.start("numbers") + number.end()
        yield Symbol(f"{treaty}, {kind} {number.group()}", start, end)
