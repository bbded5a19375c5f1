"""Compounds: whether two pieces of a word that stand on two lines are written with a hyphen in their language."""

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

Kind = Literal["compound", "word", "either", "unknown"]

# First parts of English compounds that are no words or short ones, and last parts that go with any name.
_OPENERS = frozenset(
    {*("anti", "non", "co", "re", "pre", "post", "pro", "sub", "inter", "intra", "extra", "multi", "semi", "socio")}
    | {*("neo", "pan", "para", "counter", "ultra", "mini", "micro", "macro", "eco", "geo", "bio", "agro", "euro")}
    | {*("afro", "hyper", "quasi", "pseudo", "vice", "ex", "mid", "de", "self", "bi", "tri", "trans", "oft")}
    | {*("so", "by", "on", "in", "up", "no", "off")}
)
_SHORT = frozenset({"up", "in", "on", "by", "to", "of", "off", "out", "do", "go", "and", "or"})
_WITH_NAMES = frozenset(
    {*("based", "led", "style", "backed", "born", "wide", "related", "oriented", "free", "type", "driven", "funded")}
    | {*("owned", "controlled", "held", "made", "speaking", "dominated", "occupied", "sponsored", "brokered", "ruled")}
    | {*("supported", "mandated", "administered", "appointed", "registered")}
)
_SLAVIC_ADJECTIVE = r"\w{3,20}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю|ої|ій|і|у|а|е)"
_SLAVIC = (
    r"\w+-(?:либо|нибудь|небудь|таки)|(?:как|что|чт|чег|чем|кто|ког|ком|кем|где|куда|откуда|когда|почему|зачем|сколько|чей|чь)"
    r"\w{0,4}-то|кое-\w+|будь-\w+|из-(?:за|под)|по-(?:\w+[сц]ки|\w+ьи|преж\w+|види\w+|нов\w+|друг\w+|сво\w+|настоящему)"
    r"|во?-(?:первых|вторых|третьих)|(?:вице|экс|пресс|премьер|генерал|контр|штаб|интернет|блок)-\w{4,}"
    r"|(?:государств|стран)\w{0,3}-(?:член|участни|партн)\w+|(?:северо|юго|південно|північно)-\w{5,}"
    rf"|(?:\w+[сц]ко|\w+сько|социально|общественно|военно|политико|научно|торгово|экономико|культурно|финансово|советско"
    rf"|американо|англо|франко|германо|армяно|суспільно|соціально|військово)-(?!служащ|пленн|обязанн){_SLAVIC_ADJECTIVE}"
)
_RULES = {
    # broken words go on in small letters as all do, but nouns in compounds begin with a capital
    "de": r"(?:\w+isch|deutsch)-\w+isch(?:e[mnrs]?)?",
    "fr": (
        r"(?:non|vice|demi|quasi|franco|russo|anglo|germano|afro|sino|israélo|américano|arabo|irano|turco|socio|politico)"
        r"-(?!chal)\w{4,}|peut-être|rendez-vous|porte-parole|après-(?:midi|guerre)|avant-(?:garde|hier|projet|poste|propos)"
        r"|sous-(?:secr|commiss|comité|marin|région|dévelop|direct)\w*|haut-(?:commiss|représ|parl)\w*"
        r"|contre-(?:terror|attaque|mesure|amiral|offens)\w*|ex-(?:présid|minis|prem|direct|chef|déput|secré|combat)\w*"
        r"|\w+-(?:vous|mêmes?|elles?|ils)|\w*[td]-(?:il|on)|(?:ce(?:lui|lles?|ux)|\w+)-là|ce(?:lui|lles?|ux)-ci"
        r"|(?:\w+['’])?(?:est|sont|était|sera|serait|soit)-ce|(?:au|par|là|ci)-(?:dess|delà|deva|deda|deho|après|contre|joint)\w*"
        r"|(?:nord|sud)-(?:est|ouest|afri|amér|coré|viet)\w*|(?:vingt|trente|quarante|cinquante|soixante|quatre|dix)-\w{2,8}"
    ),
    "pt": r"\w+(?:r|ou|eu|iu|am|em)-(?:se|l[ao]s?|lhes?|nos)|(?:vice|recém|pós|pré|não|sul|norte|primeiro)-\w{3,}",
    "nl": r"(?:niet|vice|oud)-\w{5,}",
    **dict.fromkeys(("ru", "uk", "be", "bg"), _SLAVIC),
}
_SUSPENDED = {
    "en": r"(?:and|or|to)\s",
    "de": r"(?:und|oder|bis|sowie)\s",
    "fr": r"(?:et|ou)\s",
    **dict.fromkeys(("ru", "uk", "be", "bg"), r"(?:и|или|та|або)\s"),
}


def kind_of(first: str, last: str, language: str) -> Kind:
    """Which of `long-term`, `refurbishment` (a word that was broken), or both it may be."""
    if language != "en":
        rule = _RULES.get(language)
        return "compound" if rule and re.fullmatch(rule, f"{first}-{last}".casefold()) else "word"
    joined = is_word(first + last)
    if _is_compound(first.casefold(), last.casefold()):
        return "either" if joined else "compound"
    return "word" if joined else "unknown"


def is_word(word: str) -> bool:
    """Whether English has it without a hyphen."""
    folded = word.casefold()
    return any(_has(words, folded) for words in _words())


def is_closed(word: str) -> bool:
    """Whether it is seldom written with a hyphen though it looks like two words: understand."""
    return _has(_words().closed, word.casefold())


def is_suspended(line: str, language: str) -> bool:
    """Whether the line begins with the word between the two halves of "short- and long-term", "Ein- und Ausfuhr"."""
    between = _SUSPENDED.get(language)
    return bool(between and re.match(between, f"{line[:8]} "))


def _is_compound(first: str, last: str) -> bool:
    if len(first) == 1:
        return len(last) > 2 and _is_half(last)  # e-mail
    return last in _WITH_NAMES or ((first in _OPENERS or _is_half(first)) and (last in _SHORT or _is_half(last)))


def _is_half(word: str) -> bool:
    return _has(_words().halves, word)


def _has(words: frozenset[str], word: str) -> bool:
    return word in words or (word[-1:] == "s" and word[:-1] in words)


class _Words(NamedTuple):
    halves: frozenset[str]
    closed: frozenset[str]
    open: frozenset[str]


@cache
def _words() -> _Words:
    """Read by each process that meets a hyphen at the end of a line in English: in some hundredths of a second."""
    _, *lists = Path(__file__).with_name("english.txt").read_text(encoding="utf-8").split("\n\n")
    return _Words(*(frozenset(words.split()) for words in lists))
