"""Can two ways of writing be one person? Surname equal, and of the given names none against the other."""

import re

from indexer.ingest.names.runs import PARTICLES

_DOUBLE = re.compile(r"(\w)\1+")


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Folded names, surname last. True where one ends with the other, or initials and given names go together."""
    short, long = sorted((one, other), key=len)
    if short[-1] != long[-1]:
        return False
    return long[-len(short) :] == short or all(map(_fits, _given(one), _given(other)))


def _given(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names[:-1] if len(name) == 1 or name not in PARTICLES)


def _fits(one: str, other: str) -> bool:
    return one[0] == other[0] if min(len(one), len(other)) == 1 else _sound(one) == _sound(other)


def _sound(name: str) -> str:
    """One spelling for the ways in which names are written in Latin letters: Yury, Yuriy, Yuri; Mohammed, Mohamed."""
    plain = name.replace("y", "i").replace("j", "i").replace("ks", "x")
    return _DOUBLE.sub(r"\1", plain)
