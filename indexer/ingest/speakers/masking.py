"""A text in which names and quoted words are signs of their kind, so that patterns can speak of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from indexer.ingest.names import Mention
from indexer.ingest.speakers import saying
from indexer.ingest.speakers.offices import BODY, PERSON, PLACE, QUOTED
from indexer.ingest.speakers.quoted import Quoted

_SIGNS = {"person": PERSON, "organisation": BODY, "place": PLACE}
# Not "Stock Exchange" where a Mr Stock is known.
_CAPITALISED = re.compile(r"[A-ZА-ЯЁÀ-Þ](?<![\w.’'-].)[\w'’-]++(?!\s[A-ZА-ЯЁÀ-Þ]\w)")
_GIVEN = re.compile(r"(?<![\w.-])(?P<name>[^\W\d_][\w.'’-]*)\s$")
_TITLES = frozenset(
    [
        "Rep.",
        "Sen.",
        "Gov.",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Representative",
        "Senator",
        "Governor",
        "President",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "do",
        "dos",
        "del",
        "della",
        "den",
        "der",
        "du",
        "la",
        "le",
        "van",
        "von",
        "ter",
        "ten",
        "bin",
        "ibn",
        "ben",
        "al",
        "el",
    ]
)
_SAID_BEFORE = re.compile(r"[,”\"]\s(?:said|says|added|asked)\s$")
_TWO_LETTERS = re.compile(r"\b(?P<word>[A-ZА-Я]\w)\s$")
_TWO_SURNAMES, _INITIALS = 3, 2
_SUFFIX = re.compile(r",? (?:[JS]r\.?|II|III)$")
_MARKS = ".,;:?!…"
_WITHIN = re.compile(r"\.(?=,?\s[a-z])")  # of "Lind Co. of Rome"
_OF_A_COMPANY = re.compile(rf"(?<!\w)(?:Co|Corp|Inc|Ltd|Bros){_WITHIN.pattern}")


def masked(text: str, mentions: Iterable[Mention], quoted: Iterable[Quoted]) -> str:
    """As long as the text; the first letter and the last mark of quoted words stay, for sentences are told by them,
    but not the stop of "Lind Co." within one."""
    characters = list(text)
    for each in mentions:
        # the last stop of "U.N." ends no sentence
        stop = each.kind != "person" and text[each.end : each.end + 1] == "."
        stop = stop and ("." in text[each.start : each.end] or _WITHIN.match(text, each.end) is not None)
        end = each.end + stop
        characters[each.start : end] = _SIGNS[each.kind] * (end - each.start)
    for quote in quoted:
        end = quote.end - 1 if text[quote.end - 1 : quote.end] in _MARKS and quote.end > quote.start else quote.end
        start = min(quote.start + 1, end)
        characters[start:end] = QUOTED * (end - start)
    return _OF_A_COMPANY.sub(lambda match: match.group()[:-1] + "o", "".join(characters))


def lettered(masked: str) -> str:
    """With a letter for each sign of a name, by which sentences are told."""
    return masked.replace(PERSON, "X").replace(BODY, "X").replace(PLACE, "X")


def with_surnames(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, and those of people whom the text goes on to call by the last word of their name."""
    known = sorted((_in_full(text, each) for each in mentions), key=lambda each: each.start)
    fuller = _fuller(dict.fromkeys(each.name for each in known if each.kind == "person"))
    known = [each._replace(name=fuller.get(each.name, each.name)) if each.kind == "person" else each for each in known]
    names: dict[str, dict[str, int]] = {}  # who is called so, and where each is named first
    for each in known:
        if each.kind == "person":
            written = each.name if each.office else text[each.start : each.end]
            for called_by in _callings(each.name) | _callings(written):
                names.setdefault(called_by, {}).setdefault(each.name, each.start)
    first: dict[str, set[str]] = {}
    for name in {name for bearers in names.values() for name in bearers}:
        first.setdefault(name.split()[0], set()).add(name)
    starts = [each.start for each in known]
    for word in _places(text, names.keys() | first.keys()):
        bearers = names.get(word.group(), {})
        called = [name for name, first in bearers.items() if first < word.start()] or list(bearers)
        if not bearers and word.group() in first and _speaks(text, *word.span()):
            called = list(first[word.group()])
        if len(called) != 1 or _follows_small_word(text, word.start(), called[0]):
            continue
        before = bisect_right(starts, word.start()) - 1
        if before < 0 or known[before].end <= word.start():
            known.append(_in_full(text, Mention("person", called[0], *word.span())))
    return known


def _places(text: str, sought: Iterable[str]) -> list[re.Match[str]]:
    """Where these words stand with a capital, each by itself; most texts have hundreds of other words with one."""
    found = (each for word in sought for each in _standing(text, word))
    return sorted(found, key=lambda each: each.start())


def _standing(text: str, word: str) -> Iterator[re.Match[str]]:
    at = text.find(word)
    while at >= 0:
        match = _CAPITALISED.match(text, at)
        if match and match.group() == word:
            yield match
        at = text.find(word, at + len(word))


def _speaks(text: str, start: int, end: int) -> bool:
    """A first name is one where it stands beside a verb of saying: "Geng emphasised", as Geng Shuang is called."""
    behind = text[end : end + 1] == " " and saying.LAST.match(text, end + 1)
    return bool(behind) or _SAID_BEFORE.search(text, max(0, start - 12), start) is not None


def _follows_small_word(text: str, at: int, name: str) -> bool:
    """ "St Lind", but "De Lind" of Maria de Lind."""
    before = _TWO_LETTERS.search(text, max(0, at - 4), at)
    return before is not None and before["word"].lower() not in name.lower().split()


def _callings(name: str) -> set[str]:
    """The surname, and of "Mario Rodríguez Montero" the first of two."""
    words = _SUFFIX.sub("", name).split()
    middle = {word for word in words[1:-1] if "." not in word and len(word) > _INITIALS and word[0].isupper()}
    return {words[-1], *(middle if len(words) == _TWO_SURNAMES else ())} if words else set()


def _fuller(names: Iterable[str]) -> dict[str, str]:
    """Of names as "Rep. Lind" the full one of the only person who is called so here."""
    words = {name: [word for word in name.split() if word not in _TITLES] for name in names}
    short = {name: each[0] for name, each in words.items() if len(each) == 1 and len(name.split()) > 1}
    found = {}
    for name, surname in short.items():
        full = [other for other, each in words.items() if len(each) > 1 and each[-1] == surname]
        found.update({name: full[0]} if len(full) == 1 else {})
    return found


def _in_full(text: str, mention: Mention) -> Mention:
    """With the given names before the surname, where these were left out."""
    if mention.kind != "person":
        return mention
    start, words = mention.start, mention.name.split()
    particles = _PARTICLES.intersection(mention.name.lower().split())
    while given := _GIVEN.search(text, max(0, start - 30), start):
        if given["name"] not in words and given["name"].lower() not in particles:
            break
        start = given.start()
    return mention._replace(start=start) if start < mention.start else mention
