"""Whose resolution a number is: the body that the words around it name."""

import re
from functools import lru_cache
from typing import Literal

Body = Literal["rights council", "rights commission", "economic", "security", "assembly", "other", ""]

_BODIES: dict[Body, str] = {
    "rights council": (
        r"Human Rights Council|\bHRC\b|Совет\w? по правам человека|Conseil des droits de l|Consejo de Derechos"
    ),
    "rights commission": r"Commission on Human Rights|Комисси\w по правам человека",
    "economic": r"Economic and Social Council|\bECOSOC\b|ЭКОСОС",
    "other": r"Parliament|Council of Europe|\bPACE\b|\bHouse\b|\bSenate\b|\bCongress\b|OPEC|African Union",
    "security": (r"Security Council|\bUNSCR?\b|Совет\w? Безопасности|\bСБ\b|Conseil de sécurité|Consejo de Seguridad"),
    "assembly": (
        r"General Assembly|\bGA\b|\bUNGA\b|Генеральн\w{2,3} Ассамбле|Генассамбле|\bГА\b"
        r"|Assemblée générale|Asamblea General"
    ),
}
_ANY = re.compile("|".join(f"(?P<b{at}>{words})" for at, words in enumerate(_BODIES.values())))
_NAMES: list[Body] = list(_BODIES)
_COUNCIL = re.compile(_BODIES["security"])
_OF_BODY = re.compile(r"\s?(?:\([^)\n]{0,16}\)\s?)?(?:of|by|adopted by|от|de l[ae]|del?|du)\s")
_BEFORE, _AFTER = 90, 60


def issuing_body(text: str, phrase: int, start: int, end: int) -> Body:
    """The body in "of the …" right behind the number at `text[start:end]`, else the last one named shortly before
    `phrase`, where the word resolution or a list of numbers begins, or since; "" where there is none."""
    after = _OF_BODY.match(text, end)
    following = _ANY.search(text, after.end(), after.end() + _AFTER) if after else None
    if following and following.start() - end <= 20:
        return _name(following)
    last: Body = ""
    for match in _ANY.finditer(text, max(0, phrase - _BEFORE), start):
        last = _name(match)
    return last


@lru_cache(maxsize=1)
def names_security_council(text: str) -> bool:
    """Looked for once in each text, and only where it is asked."""
    return "Security Council" in text or bool(_COUNCIL.search(text))


def _name(match: re.Match[str]) -> Body:
    return _NAMES[int(str(match.lastgroup)[1:])]
