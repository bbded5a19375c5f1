"""Resolutions named in words: "resolution 64/256", "№ 59/50", "65/122 of December 13, 2010", "1267 and 1989".

Each number is judged by what stands around it: a fraction, a score, a date or a telephone number is none.
"""

import re
from collections.abc import Iterator

from indexer.text.dates.found import FoundDate
from indexer.text.dates.grammar import dates_in
from indexer.text.symbols.bodies import Body, issuing_body, names_security_council
from indexer.text.symbols.security_council import LAST_NUMBER, with_year, year_of
from indexer.text.symbols.symbol import Symbol

_SESSION_OPENS = 1945
# From its 31st session on, the General Assembly numbers its resolutions session/number.
_FIRST_SLASHED, _LAST_SLASHED = 31, 99
_ALONE = r"(?<![\w/.,+-])"
_PAIR = re.compile(rf"{_ALONE}(?P<session>[0-9]{{1,4}})/(?P<item>[0-9]{{1,3}})(?![\w/%]|[.,-][0-9])")
_SPECIAL = re.compile(rf"{_ALONE}(?P<session>(?:ES|S)-[0-9]{{1,2}})/(?P<item>[0-9]{{1,3}})(?![\w/])")
_PART = r"(?:\s?[A-Z](?![\w.]))?"  # resolution 2153 B (XXI)
_PLAIN = re.compile(rf"{_ALONE}(?P<number>[1-9][0-9]{{0,3}}){_PART}\s?\((?P<of>[0-9]{{4}}|(?:ES-|S-)?[IVXL]{{1,7}})\)")
_BARE = re.compile(rf"{_ALONE}(?P<bare>[1-9][0-9]{{1,3}})(?![\w/%(]|[.,-][0-9]|\s\(|\s?[A-Z](?!\w))")
_NUMBER_SIGN = r"(?:(?:№|[Nn]os?\.?|[Nn][º°]s?\.?|numbers?|номер\w?)\s?)?"
# The first letter stands alone and the rest behind it, so that a text is searched for a letter and not for each word.
_WORD = re.compile(
    r"[RrUuРрDdРр](?<![^\W\d_].)(?i:(?<=r)esolutions?|(?<=u)NSCRs?|(?<=р)езолюци\w{1,3}|(?<=r)ésolutions?"
    rf"|(?<=r)esoluci(?:ón|ones)|(?P<decision>(?<=d)ecisions?|(?<=р)ешени\w{{1,2}}|(?<=d)écisions?))(?![^\W\d_])\s?(?i:{_NUMBER_SIGN})"
)
# Each of the words has one of these in it; most texts have none, and finding that out is quick.
_HINTS = ("resolu", "unscr", "decisi", "résolu", "décisi", "резолю", "решени")
_BRACKETED_YEAR = re.compile(r"\([0-9]{4}\)")
_AFTER_SIGN = re.compile(r"(?:№|(?<![^\W\d_])N[o°º]\.?)\s?$")
_NEXT = re.compile(
    rf"\s?(?:,|;|(?=\s(?:and|or|as|и|а|et|y)\s))\s?(?:(?:and|or|as well as|и|а также|et|y)\s)?{_NUMBER_SIGN}"
)
_OF_DATE = re.compile(r"\s?,?\s?(?:of|dated|adopted on|on|от|du|del?|vom)\s(?:the\s)?")
_LONGEST_LIST = 60
_LONGEST_DATE = 40


def symbols_in(text: str) -> Iterator[Symbol]:
    folded = text.casefold()
    if any(hint in folded for hint in _HINTS):
        for word in _WORD.finditer(text):
            yield from _listed(text, word)
    if "/" in text:
        yield from _numbered_or_dated(text)
    if _BRACKETED_YEAR.search(text) and names_security_council(text):
        yield from _with_their_year(text)


def _listed(text: str, word: re.Match[str]) -> Iterator[Symbol]:
    """The numbers right after the word, one after another: "resolutions 65/122 of 13 December 2010, 67/6 and 69/12"."""
    at = word.end()
    for _ in range(_LONGEST_LIST):
        match = _PAIR.match(text, at) or _SPECIAL.match(text, at) or _PLAIN.match(text, at) or _BARE.match(text, at)
        symbol = _symbol(text, match, word) if match else ""
        if not match or not symbol:
            return
        yield Symbol(symbol, match.start(), match.end())
        dated = _date_after(text, match.end())
        following = _NEXT.match(text, dated.end if dated else match.end())
        if not following:
            return
        at = following.end()


def _symbol(text: str, match: re.Match[str], word: re.Match[str]) -> str:
    body = issuing_body(text, word.start(), match.start(), match.end())
    if match.re is _PAIR:
        return _of_pair(int(match["session"]), int(match["item"]), body, decision=bool(word["decision"]))
    if word["decision"]:
        return ""
    if match.re is _SPECIAL:
        owner = {"rights council": "A/HRC", "assembly": "A", "": "A"}.get(body, "")
        return f"{owner}/RES/{match['session']}/{match['item']}" if owner else ""
    if match.re is _PLAIN:
        return _of_plain(int(match["number"]), match["of"], body)
    of_council = body == "security" or word.group().upper().startswith("UNSCR")
    number = int(match["bare"])
    return with_year(number) if of_council or (not body and number >= 100 and names_security_council(text)) else ""


def _of_pair(session: int, item: int, body: Body, *, decision: bool) -> str:
    if session >= _SESSION_OPENS:
        bodies: dict[Body, str] = {"rights commission": "E/CN.4", "economic": "E"}
        return f"{bodies[body]}/RES/{session}/{item}" if body in bodies else ""
    if body == "rights council":
        return f"A/HRC/{'DEC' if decision else 'RES'}/{session}/{item}"
    if body not in {"assembly", ""} or not _FIRST_SLASHED <= session <= _LAST_SLASHED:
        return ""
    if decision:
        return f"A/DEC/{session}/{item}" if body else ""
    return f"A/RES/{session}/{item}"


def _of_plain(number: int, of: str, body: Body) -> str:
    if not of.isdigit():
        owner = {"economic": "E", "assembly": "A", "": "A"}.get(body, "")
        return f"{owner}/RES/{number}({of})" if owner else ""
    year = int(of)
    known = year_of(number) == year or (number > LAST_NUMBER and body == "security" and year > year_of(LAST_NUMBER))
    return with_year(number, year) if known and body in {"security", ""} else ""


def _numbered_or_dated(text: str) -> Iterator[Symbol]:
    """Pairs as in "№ 59/50", and in "65/122 of December 13, 2010" where the day lies in the session."""
    for match in _PAIR.finditer(text):
        session = int(match["session"])
        if not _FIRST_SLASHED <= session <= _LAST_SLASHED:
            continue
        body = issuing_body(text, match.start(), match.start(), match.end())
        signed = body == "assembly" and _AFTER_SIGN.search(text, max(0, match.start() - 6), match.start())
        if signed or _dated_in_session(text, match.end(), session):
            yield Symbol(f"A/RES/{session}/{int(match['item'])}", match.start(), match.end())


def _with_their_year(text: str) -> Iterator[Symbol]:
    """Numbers further on in a list, as in "1325 (2000)", where the number is of that year."""
    for match in _PLAIN.finditer(text):
        symbol = _of_plain(int(match["number"]), match["of"], "") if match["of"].isdigit() else ""
        if symbol and int(match["number"]) >= 100:
            yield Symbol(symbol, match.start(), match.end())


def _dated_in_session(text: str, at: int, session: int) -> bool:
    found = _date_after(text, at)
    opens = (_SESSION_OPENS + session) * 100 + 9
    return found is not None and bool(found.month) and opens <= found.year * 100 + found.month <= opens + 100


def _date_after(text: str, at: int) -> FoundDate | None:
    """The date in "of December 13, 2010" right at the offset; offsets of the text."""
    match = _OF_DATE.match(text, at)
    if not match:
        return None
    found = next(iter(dates_in(text[match.end() : match.end() + _LONGEST_DATE], "day first")), None)
    if not found or found.start:
        return None
    return FoundDate(match.end(), match.end() + found.end, found.year, found.month, found.day)
