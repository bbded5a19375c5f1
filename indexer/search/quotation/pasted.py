"""What somebody pastes as a quotation: the words quoted, apart from signs of omission and from who is said to speak."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.text import analysis, romanisation

Span = tuple[int, int]

_QUOTED = re.compile(r"“([^“”]+)[”“]|„([^„“”]+)[“”]|«([^«»]+)»|(?<!\w)\"([^\"]+)\"(?!\w)")
_OMITTED = re.compile(r"[\[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]|…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\[\]]{1,60}\]")
_AROUND = 20  # words beside the quotation marks that may tell who speaks
_NAME = r"[^\W\d_a-zа-я][\w.'’-]{0,40}"
_PARTICLE = r"(?:de|del|della|der|den|van|von|bin|ibn|al|el|la|le|of|the|da|di|du|dos)"
_NAMED = re.compile(rf"{_NAME}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME}){{0,7}}")
_LABEL = re.compile(rf"\s*({_NAME}(?:\s{_NAME}){{0,5}}(?:\s\([^()]{{1,40}}\))?)\s?:\s+")
_ELSEWHERE = re.compile(r"(?<!\w)(?:on|in|at|to|from|à|en|am|в|на)\s+$")
_SAYING = re.compile(
    r"(?<!\w)(?:say|says|said|saying|told|tells?|state[sd]?|add(?:s|ed)?|note[sd]?|stress(?:es|ed)?|declare[sd]?|announce[sd]"
    r"|explain(?:s|ed)?|repl(?:y|ied|ies)|answer(?:s|ed)?|warn(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|wr(?:ote|ites)|ask(?:s|ed)?"
    r"|emphasi[sz]e[sd]?|conclude[sd]?|remark(?:s|ed)?|comment(?:s|ed)|continue[sd]|according to|in the words of|quoted"
    r"|dit|déclar\w+|affirm\w+|soulign\w+|ajout\w+|expliqu\w+|selon|dijo|declar\w+|afirm\w+|señal\w+|según|sagte|erklärte|betonte|laut"
    r"|сказала?|заявила?|отметила?|подчеркнула?|добавила?|сообщила?|пояснила?|ответила?|говорит|считает"
    r"|по словам)(?!\w)",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(rf"[\s,;:.()–—-]*{_NAMED.pattern}[\s,;:.()–—-]*")
_PRONOUN = re.compile(r"[\s,.;:–—-]*(?:he|she|they|il|elle|он|она|er|sie|él|ella)?[\s,.;:–—-]*", re.IGNORECASE)
_FEWEST = 3  # words that are quoted beside a name
_SUBJECT = 8  # words between what is quoted and the verb that tells it


@dataclass(frozen=True, slots=True)
class Pasted:
    """`spans`: where the words quoted stand in the text, in their order; between two of them something is left out or
    put in. `speaker`: who is said to speak, as written there. `shortened`: the text itself shows that words were left
    out."""

    spans: tuple[Span, ...]
    speaker: str = ""
    shortened: bool = False


def read(text: str) -> Pasted:
    """Where it is not plain what is a cue, the whole text is what is quoted."""
    speaker, quoted = _cued(text)
    pieces = [piece for span in quoted for piece in _between(text, span)]
    spans = tuple(each for each in pieces if _words(text[slice(*each)]))
    return Pasted(spans, speaker, shortened=len(pieces) > len(quoted) and len(spans) > len(quoted))


def _cued(text: str) -> tuple[str, Sequence[Span]]:
    """Who is said to speak, and where the rest stands."""
    inside = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]
    if inside:
        edges = [0, *(at for first, last in inside for at in (first, last)), len(text)]
        beside = [text[first:last].strip('“”„«»" \n') for first, last in zip(edges[::2], edges[1::2], strict=True)]
        said = sum(_words(text[slice(*each)]) for each in inside)
        at_an_end = not (_words(beside[0]) and _words(beside[-1])) and said >= _FEWEST
        room = _AROUND if at_an_end else min(_AROUND, said)
        if sum(map(_words, beside)) <= room and all(map(_is_cue, beside, range(len(beside)))):
            return next(filter(None, map(_name, beside)), ""), inside
    label = _LABEL.match(text)
    if label and _is_label(label[1]) and _words(text[label.end() :]) >= _FEWEST:
        return label[1], [(label.end(), len(text))]
    return "", [(0, len(text))]


def _is_cue(beside: str, place: int) -> bool:
    """Whether it tells who speaks and says nothing else; the first (`place` 0) stands before all that is quoted."""
    if _PRONOUN.fullmatch(beside) or _NAME_ALONE.fullmatch(beside):
        return True
    saying = _SAYING.search(beside)
    if saying is None:
        return False
    return _words(beside[saying.end() :] if place == 0 else beside[: saying.start()]) <= _SUBJECT


def _name(cue: str) -> str:
    """Whatever is a name or an office in it; no day or town."""
    without = _SAYING.sub(lambda verb: "|" * len(verb.group()), cue)
    named = [match for match in _NAMED.finditer(without) if not _ELSEWHERE.search(without[: match.start()])]
    return ", ".join(match.group().rstrip(".,") for match in named if not _PRONOUN.fullmatch(match.group()))


def _is_label(label: str) -> bool:
    """A name, of two words or more; a single one may be a town, or the beginning of what is quoted."""
    words = label.partition("(")[0].split()
    return len(words) > 1 and all(each[0].isupper() for each in words)


def _between(text: str, span: Span) -> list[Span]:
    """What is left of a piece of the text without its signs of omission, and words in square brackets."""
    edges = [span[0]]
    for match in _OMITTED.finditer(text, *span):
        edges += match.span()
    edges.append(span[1])
    return list(zip(edges[::2], edges[1::2], strict=True))


def _words(text: str) -> int:
    return sum(1 for _ in analysis.tokens(text))


def is_same_person(one: str, other: str) -> bool:
    """Whether the last name of one is a name of the other, in whatever letters."""
    ones, others = ([_keys(each) for each in analysis.words_of(name) if len(each) > 1] for name in (one, other))
    if not ones or not others:
        return False
    return any(ones[-1] & each for each in others) or any(others[-1] & each for each in ones)


def _keys(name: str) -> frozenset[str]:
    folded = analysis.fold_word(name)
    return romanisation.keys(folded) | {folded}
