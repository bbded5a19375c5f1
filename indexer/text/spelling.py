"""British and American spellings of one word, brought to one form before stemming: organisation, organization."""

import re

_OUR = (
    "armour behaviour candour clamour colour endeavour favour fervour harbour honour humour labour neighbour odour "
    "rigour rumour saviour splendour valour vapour vigour"
)
_UP_TO_O = "|".join(re.findall(r"(\w+)ur", _OUR))
_OR = re.compile(rf"^({_UP_TO_O})u(?=r)")
_SHARED = re.compile(rf"(?:{_UP_TO_O})(?=r)")
_ISE = re.compile(r"(?<=\w\w\w)([iy])z(?=e|ing|able|ation)")
_WHOLE = {
    "center": "centre",
    "centers": "centres",
    "defense": "defence",
    "offense": "offence",
    "program": "programme",
    "programs": "programmes",
    "theater": "theatre",
    "theaters": "theatres",
}


def one_spelling(term: str) -> str:
    """Only a key for matching: citizen becomes citisen, which nobody sees."""
    term = _WHOLE.get(term, term)
    if "z" in term:
        return _ISE.sub(r"\1s", term)
    return _OR.sub(r"\1", term) if "our" in term else term


def shared_beginning(stem: str) -> str:
    """What the words of this stem begin with in all spellings, but for s and z: colo, for color."""
    match = _SHARED.match(stem)
    return match.group() if match else stem
