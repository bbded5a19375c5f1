"""One name for one place in an article: the Congo that it means, "America" where the United States are meant, a town
that it tells from its namesake."""

from bisect import bisect_left

from indexer.authority import Authority
from indexer.authority.words import Words
from indexer.ingest.names.gazetteer import Form, Found

_LARGER_CONGO = "Democratic Republic of the Congo"
_STATES = "United States"
_NEAR = 4  # words: "Asia, Africa and America"


def as_one(words: Words, named: list[Found], authority: Authority) -> list[Found]:
    """The places `named`, in reading order, each with the entry that is meant all over the article."""
    names = {each.forms[0].entry.name for each in named}
    if "Congo" in names:
        named = _of_one_congo(words, named, authority)
    if {"America", _STATES} <= names:
        named = _of_one_america(words, named, authority)
    return _of_one_town(words, named)


def _of_one_congo(words: Words, named: list[Found], authority: Authority) -> list[Found]:
    """ "Congo" alone is the Congo that the article names in full, or by a town or a province."""
    meant = {each.forms[0].entry.country or each.forms[0].entry.name for each in named if each.first != each.last}
    meant |= {each.forms[0].entry.country for each in named}
    larger = authority.entry("place", _LARGER_CONGO)
    if larger is None or _LARGER_CONGO not in meant | {each.forms[0].entry.name for each in named} or "Congo" in meant:
        return named
    form = (Form(larger, "always"),)
    return [each._replace(forms=form) if _is_word(words, each, "congo") else each for each in named]


def _of_one_america(words: Words, named: list[Found], authority: Authority) -> list[Found]:
    """ "America" alone is a continent only beside other continents."""
    states = authority.entry("place", _STATES)
    if states is None:
        return named
    continents = [each.first for each in named if each.forms[0].entry.sort == "continent"]
    form = (Form(states, "always"),)
    return [
        each._replace(forms=form) if _is_word(words, each, "america") and _is_alone(each, continents) else each
        for each in named
    ]


def _is_alone(found: Found, continents: list[int]) -> bool:
    at = bisect_left(continents, found.first)
    return all(
        abs(other - found.first) > _NEAR for other in continents[max(at - 1, 0) : at + 2] if other != found.first
    )


def _is_word(words: Words, found: Found, word: str) -> bool:
    return words.folded[found.first : found.last + 1] == [word]


def _of_one_town(words: Words, named: list[Found]) -> list[Found]:
    """A known town's namesake that the article places elsewhere ("Otterbank, Chile") is meant all over it."""
    placed = {_key(words, each): each.forms for each in named if _is_read(each)}
    if not placed:
        return named
    return [
        each._replace(forms=placed.get(_key(words, each), each.forms)) if _is_city(each) else each for each in named
    ]


def _is_city(found: Found) -> bool:
    return found.forms[0].entry.sort == "city"


def _is_read(found: Found) -> bool:
    """Whether the town is one by grammar, and its state told."""
    form = found.forms[0]
    return form.read and _is_city(found) and form.entry.country != ""


def _key(words: Words, found: Found) -> tuple[str, ...]:
    return tuple(words.folded[found.first : found.last + 1])
