"""Names in Cyrillic and in Latin letters: what a spelling stands for, in whatever country it was written.

Chatschaturow, Khatchatourov, Hačaturov and Khachaturov are one name. Its *key* is written in plain Cyrillic letters,
without what romanisations do not keep apart: и is also й, ы and і, е is also ё and э, щ is шч, and ь is not there.
A Cyrillic word has one key, a Latin one a key for each way in which it can be read.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from indexer.text.analysis import fold

_MOST_READINGS = 64  # of one word in the way of one country

_CYRILLIC = re.compile("[\u0400-\u052f]")
_OTHERS = re.compile("[^\u0400-\u052f’ʼ']")
_SIGNS = str.maketrans("", "", "'’ʼʹʺ`´")  # that stand for ь and ъ
_VOWEL_OF_BULGARIAN = re.compile("ъ(?![еёюяєї])")
_LETTERS = str.maketrans({
    **dict.fromkeys("йыіїј", "и"), **dict.fromkeys("ёэєө", "е"), **dict.fromkeys("ьъ’ʼ'", ""),
    "щ": "шч", "ў": "у", "ү": "у", "ұ": "у", "ґ": "г", "ғ": "г", "қ": "к", "ң": "н", "ҳ": "х", "һ": "х", "ә": "а",
    "љ": "ли", "њ": "ни", "ћ": "ч", "ђ": "дж", "џ": "дж", "ҷ": "дж", "ѓ": "г", "ќ": "к", "ѕ": "дз",
})  # fmt: skip
_ONE = {"тс": "ц", "тц": "ц", "сс": "с", "ии": "и"}
_ONE |= {"иа": "я", "ия": "я", "иу": "ю", "ию": "ю"}  # in this order
_YE = re.compile("(?:^|(?<=[аеиоуюя]))ие")
_SOFT_YE, _YO = re.compile("ие"), re.compile("(?<=[бвгдзклмнпрстфхц])ио(?=[влмнрт])|(?<=[жчш])о")

# What a group of letters stands for, to all or to a reader of English; of two groups the longer one is read.
_GENERAL = """
    a а  b б  d д  e е  f ф  g г  h х,г  i и  k к  l л  m м  n н  o о  p п  r р  s с  t т  u у  v в  y и  z з
    c к  q к  x кс  j ж,дж,и  ou у,оу  kh х  zh ж  ch ч  sh ш  tch ч  tsch ч  sch шч,ш  shch шч  shh шч  chtch шч
    schtsch шч  ts ц  tz ц  ss с  gh г  ph ф  dj дж,ди  dzh дж
"""


@dataclass(frozen=True, slots=True)
class _Convention:
    """How a country writes Cyrillic names. `where`: what shows it; `groups`: what each group of letters stands for."""

    where: re.Pattern[str]
    groups: dict[str, tuple[str, ...]]
    group: re.Pattern[str]


def _convention(where: str, own: str = "", without: str = "") -> _Convention:
    """`own`: what is read otherwise than in general."""
    table = f"{_GENERAL} {own}".split()
    groups = {group: tuple(read.split(",")) for group, read in zip(table[::2], table[1::2], strict=True)}
    groups = {group: read for group, read in groups.items() if group not in without.split()}
    return _Convention(re.compile(where), groups, re.compile("|".join(sorted(groups, key=len, reverse=True))))


_ACCENTS_LOST = "j и  c ц,ч  s с,ш  z з,ж  w в"
_CONVENTIONS = (
    _convention("^(?!.*w)"),
    # French, German, Polish; linguists and Slavic languages with their accents, and without them; Spanish; Dutch and
    # Scandinavian
    _convention("^(?!.*w)(?=.*(?:ch|j|gu))", "ch ш  j ж  gu г", without="u"),
    _convention("^(?!.*(?:zh|kh|ou))(?=.*(?:w|sch|z|j|ff))", "ch х  j и  z ц  s с,з  w в  sch ш,ж,шч"),
    _convention(
        "^(?!.*(?:zh|kh|sh|ou))(?=.*(?:w|cz|sz|[żłśźń]))",
        "ch х  j и  c ц  w в  cz ч  sz ш  szcz шч  rz ж  ż ж  ł л  ś с  ź з  ń н  ć ч",
    ),
    _convention(
        "^(?!.*(?:zh|kh|sh|w))(?=.*[jcžščćđŝûâŭłźśńçş])",
        """
        ch х  j и  c ц  x х,кс  č ч  ć ч  ç ч  š ш  ş ш  ž ж  ŝ шч  đ дж  dž дж  û ю  â я  ŭ у  tš ч  ł л  ś с  ź з  ń н
        """,
    ),
    _convention("ic$", _ACCENTS_LOST),
    _convention("^(?!.*(?:zh|kh))(?=.*j)(?=.*(?:[oei]va?|ina?|sk[iy]i?|ko|ich|ian)$)", "j х"),
    _convention("sj|zj|tj|oe", "j и  ch х  tsj ч  tj ч  sj ш  zj ж  oe у,ое  w в"),
)
_FOLDED = _convention("", _ACCENTS_LOST)
_ENDINGS = ((re.compile("ff?$"), "v"), (re.compile("(?<=[iy]n)e$"), ""), (re.compile("(?<=[td])(?:er|re)$"), "r"))
_SPELT_VARIOUSLY = re.compile("[жхцчш]")
_OF_FAMILIES = re.compile("(?:(?:[аеио]в|ин|ск)[аи]?|ская|к[оа]|[аиоую]к|ич|[а-я]{2}ян|дзе|вили|[жлнр]а|чма|ои)$")
_LONG = 7  # letters
_ACCENTS = frozenset("žščćđŝûâŭłźśńçşż")


def is_surely_cyrillic(key: str) -> bool:
    """Whether Latin words that share it are spellings of one Cyrillic name, though no such name is to be seen: Joukov
    and Zhukov, but not Louis and Luis."""
    sounds = len(_SPELT_VARIOUSLY.findall(key))
    return sounds > 1 or (_OF_FAMILIES.search(key) is not None and (sounds > 0 or len(key) >= _LONG))


def is_cyrillic(word: str) -> bool:
    return _CYRILLIC.search(word) is not None


@lru_cache(maxsize=10_000)
def keys(word: str) -> frozenset[str]:
    """Those that a word may have, as it is written; none where it can be no such name in any spelling."""
    word = unicodedata.normalize("NFC", word.casefold())
    if is_cyrillic(word):
        return frozenset() if _OTHERS.search(word) else frozenset((key(word),))
    plain = "".join(map(_without_accent, word.translate(_SIGNS)))
    spelt = {plain, *(ending.sub(other, plain) for ending, other in _ENDINGS)}
    ways = ((each, way) for each in spelt for way in _CONVENTIONS if way.where.search(each))
    return frozenset(read for each, way in ways for read in _read(each, way))


@lru_cache(maxsize=10_000)
def possible_keys(term: str) -> frozenset[str]:
    """Those that a term of an index may have had before its accents were folded off."""
    return keys(term).union(() if is_cyrillic(term) else _read(term, _FOLDED))


def key(word: str) -> str:
    """Of a word in small Cyrillic letters."""
    return _one_way(_VOWEL_OF_BULGARIAN.sub("а", word).translate(_LETTERS))


def _without_accent(letter: str) -> str:
    if letter.isascii() or letter in _ACCENTS:
        return letter
    return "" if unicodedata.combining(letter) else unicodedata.normalize("NFD", letter)[0]


def _read(word: str, way: _Convention) -> Iterator[str]:
    groups = way.group.findall(word)
    if sum(map(len, groups)) == len(word):
        for read in islice(product(*(way.groups[group] for group in groups)), _MOST_READINGS):
            whole = _one_way("".join(read))
            yield whole
            yield _YO.sub("е", whole)
            yield _SOFT_YE.sub("е", whole)


def _one_way(letters: str) -> str:
    for several, one in _ONE.items():
        letters = letters.replace(several, one)
    return _YE.sub("е", letters)


def latin_groups() -> dict[str, tuple[str, ...]]:
    """The groups of Latin letters that may stand for a piece of a key: without accents, as in the terms of an index."""
    known: dict[str, set[str]] = {}
    for way in _CONVENTIONS:
        for group, read in way.groups.items():
            for letters in read:
                known.setdefault(letters, set()).add(fold(group))
    return {letters: tuple(sorted(groups)) for letters, groups in known.items()}
