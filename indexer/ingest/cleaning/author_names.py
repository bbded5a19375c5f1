"""What a file or a byline says of its authors, as names: parted, turned, without addresses, logins and days."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.ingest.cleaning.author_words import CALENDAR, NOBODY, OF_BODIES, PARTICLES
from indexer.text.dates.words import MONTH_NAMES
from indexer.text.title_key import title_key

_BY = (
    r"(?:by|von|par|por|da|di|door|av|af|od|przez|oleh|от|автор\w{0,3}|author|autor(?:in(?:/autor)?|es|a)?|auteure?s?|autore"
    r"|text|texte|texto|testo|tekst|текст|words|reporting|reporter|written|published|posted|penulis|yazar|skribent"
    r"|作者|文(?:\s?[/／&]\s?[图圖])?|撰文|采写|采訪|供稿|(?:责任|責任)?(?:编辑|編輯|編集)|责编|責編"
    r"|(?:[\u4e00-\u9fff]{1,10})?(?:记者|記者))"
)
_BEFORE_NAMES = re.compile(
    r"\W*(?:(?:written|posted|published|reported|reporting|story|text|words|article|analysis|uhr"
    r"|publi[ée]|[ée]crit|escrito|publicado|skrevet|skrivet|geschreven|geschrieben|scritto|ditulis)\s+)?"
    rf"{_BY}(?:\s*[:：]\s*|\s+|(?<=[\u4e00-\u9fff])\s*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[<(\[]?\s?(?:mailto:)?[^\s@<>()\[\]]{1,64}(?:@|\[at\]|\(at\))[^\s@<>()]{2,255}\s?[>)\]]?|https?://\S{1,300}|@\w{1,60}"
)
_IN_BRACKETS = re.compile(r"\s?[(（\[【][^()（）\[\]【】]{0,80}[)）\]】]")
_PIECES = re.compile(r"\s*[;；|•·]\s*|\s+[–—-]\s+|\s*—\s*")
_AND = re.compile(
    r"\s*[/／&+、]\s*|,?\s+(?:and|und|et|y|e|и|та|i|og|och|en|ve|with|mit|im gespräch mit)\s+", re.IGNORECASE
)
_DAY = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s)?\b(?:{'|'.join(MONTH_NAMES)})\b\.?,?\s\d[\d.,:/-]{{0,20}}"
    r"|\b\d[\d.:/-]{0,30}\b|\d{2,4}\s?年.{0,30}[日分]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b\d{1,4}\b\.?")
_OFFICE = re.compile(
    r"\s(?:staff|senior|chief|political|foreign|diplomatic|special|contributing|managing|associate|deputy|executive|"
    r"business|science|sports?|news|washington|moscow|correspondent|reporter|editor|writer|journalist|columnist|"
    r"korrespondent(?:in)?|redakteur(?:in)?|reporterin|journaliste|periodista|корреспондент)\b.{0,80}",
    re.IGNORECASE,
)
_HONOURED = re.compile(
    r"(?:u\.? ?s\.? )?(?:sen\.|senator|rep\.|representative|congress(?:wo)?man|ambassador|mrs?\.?|ms\.?|sir|herr|frau"
    r"|mme|mlle|г-н|г-жа)\s",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff\u3005]{2,5}|[\u3400-\u9fff\u3005\u3040-\u30ff]{3,8}|[\uac00-\ud7af]{2,4}")
_HAN_OFFICE = re.compile(r"\s?(?:記者|记者|기자|特派員|編集委員|编辑|編輯|責任編輯)$")
_HAN_BODY = re.compile(
    r".*(?:社|報|报|网|網|新聞|新闻|通讯|通訊|部|局|台|院|号|號|站|室|组|組|署|公司|集团|集團|中心|大学|大學|协会|協會|委员会|委員会"
    r"|政府|银行|銀行|日报道|報導|报道|電|财经|科技|体育|官方|频道)$"
    r"|.*(?:编辑|編集|編輯|发布|發布|关注|關注|导航|導航|简介|作者|来源|來源|时间|時間|总篇|評論|评论|网友|推荐|搜索|登录|首页|原创)"
)
# "Dr." and "Chr." are parts of names, "yesterday." ends a sentence
# the vowels of Indic and Thai scripts are no letters to `\w`
_MARKS = r"\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u109d"
_WORD = re.compile(rf"[^\W\d_](?:[\w.’'‘`{_MARKS}-]{{0,50}}[\w’'{_MARKS}])?|[^\W\d_][\w.]{{0,4}}\.")
# what an editor signs with beside the name: `姚昊_NF4425`
_CODE = re.compile(r"[_ ][A-Z]{1,3}\d{2,8}(?!\w)")
# an office's place too: Ann Example Washington Correspondent
_SURNAME = re.compile(r"\S{1,30}\swashington", re.IGNORECASE)
_DESK = re.compile(r".{0,60}\sstaff", re.IGNORECASE)
_VOWEL = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœаеёиоуыэюяіїєα-ωğı]", re.IGNORECASE)
_AFTER_NAME = frozenset({*("on", "in", "at", "am", "im", "aus", "für", "vom", "sur", "en")})
_DOMAIN = re.compile(r"[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,3}\.[a-z]{2,4}")
_LOGIN = re.compile(r"[a-z0-9_.-]{1,60}|\w{0,60}[\d_]\w{0,60}|@.{0,60}")
_FAMILY_FIRST = re.compile(r"(?P<family>[^,]{2,40}),\s?(?P<given>[^,]{1,30})")
_GENERATION = re.compile("I{2,3}|I?V")
_EDGES = " ,;:–—-|/"
_SHORTEST, _SHOUTED, _LONGEST, _LONGEST_NAME, _MOST_WORDS, _MOST_NAMES = 2, 5, 400, 50, 5, 30


@dataclass(frozen=True, slots=True)
class Authors:
    """People, and bodies such as an agency or a desk; `names` are the people's where there are any."""

    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return self.people or self.bodies


def authors_in(written: Iterable[str], sites: Iterable[str] = ()) -> Authors:
    """Who is named, where the names of the `sites` (as `title_key` gives them) are nobody's."""
    people: dict[str, None] = {}
    bodies: dict[str, None] = {}
    of_site = frozenset(sites)
    for each in written:
        text = _bare(each)
        found = [] if "www." in each else [name for name in _people(text) if title_key(name) not in of_site]
        people.update(dict.fromkeys(found[:_MOST_NAMES]))
        if not found and (name := _body(text, of_site)):
            bodies[name] = None
    return Authors(tuple(people)[:_MOST_NAMES], tuple(bodies)[:_MOST_NAMES])


def after_by(line: str) -> str:
    """What follows "By" and its like at the beginning of a line; "" where the line begins otherwise."""
    before = _BEFORE_NAMES.match(line)
    return _CODE.sub("", line[before.end() :]).strip() if before else ""


def is_person(name: str) -> bool:
    """Whether the words can be somebody's name and surname, by their form alone."""
    if _HAN_NAME.fullmatch(name.replace(" ", "").replace("・", "")):
        return name not in NOBODY and not _HAN_BODY.fullmatch(name)
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(name) > _LONGEST_NAME or not all(map(_WORD.fullmatch, words)):
        return False
    folded = {word.strip(".,").casefold() for word in (words[:-1] if words[-1] == "An" else words)}
    if folded & OF_BODIES or folded & NOBODY or folded & CALENDAR or _begins_with_acronym(words):
        return False
    if any(word.endswith(("'s", "’s")) for word in words):
        return False
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) >= 2 and PARTICLES.issuperset(small)


def _begins_with_acronym(words: Sequence[str]) -> bool:
    """`MDR Sachsen`, `МИД России`; where all is in capitals, a word without a vowel shows it."""
    alone = words[0].isupper() and not words[1].isupper()
    return words[0].isalpha() and ((len(words[0]) > 2 and alone) or any(map(_is_acronym, words)))


def _bare(written: str) -> str:
    text = written[:_LONGEST].strip()
    if text[:1] in {*"(（【[〔"} and text[-1:] in {*")）】]〕"}:
        text = text[1:-1]
    if any(each in text for each in "@(（[【") or "http" in text:
        text = _IN_BRACKETS.sub(" ", _ADDRESS.sub(" | ", text))
    return " ".join(_DAY.sub(" | ", _CODE.sub("", text)).split()).strip(_EDGES)


def _people(text: str) -> Iterator[str]:
    for piece in _PIECES.split(_NUMBER.sub(" | ", text)):
        words = (after_by(piece) or piece).strip(_EDGES)
        parts = [turned] if (turned := _turned(words)) else _AND.split(words)
        if len(parts) > 1 and is_person(words) and not all(map(is_person, parts)):
            parts = [words]  # José Ortega y Gasset
        for part in parts:
            yield from _listed(part)


def _listed(part: str) -> Iterator[str]:
    """`Ann Lee, Bo Ek, observers with the journal` gives two names: what follows the names describes them."""
    for each in map(str.strip, part.split(",")):
        words = each if _SURNAME.fullmatch(each) else _OFFICE.sub("", each)
        name = _of_capitals(_HONOURED.sub("", words))
        if _DESK.fullmatch(each) or not is_person(name):
            return
        yield _cased(name)


def _turned(text: str) -> str:
    """`Example, Ann` as `Ann Example`; "" where it is no such name. Of `van Dyke, Ann` the particle shows it."""
    match = _FAMILY_FIRST.fullmatch(text)
    if not match:
        return ""
    family, given = match["family"].split(), match["given"].split()
    is_family = len(family) == 1 or family[0].casefold() in PARTICLES
    name = f"{match['given'].strip()} {match['family'].strip()}"
    return _cased(name) if is_family and len(given) <= 3 and is_person(name) else ""


def _of_capitals(words: str) -> str:
    """The words up to one that may follow a name, as in `Ann Lee on the harbour`; "" where another does."""
    name: list[str] = []
    for word in words.split():
        if word[0].islower() and word not in PARTICLES:
            if word not in _AFTER_NAME:
                return ""
            break
        name.append(word)
    while name and (name[-1] in PARTICLES or (len(name) > 2 and _is_acronym(name[-1]))):
        name.pop()
    half = len(name) // 2
    once = name[:half] if half > 1 and name[:half] == name[half:] else name
    return _HAN_OFFICE.sub("", " ".join(once)).rstrip(".")


def _is_acronym(word: str) -> bool:
    return 1 < len(word) < 5 and word.isupper() and word.isalpha() and word.isascii() and not _VOWEL.search(word)


def _cased(name: str) -> str:
    """ANN EXAMPLE and Ann EXAMPLE as Ann Example; initials and the number of a generation stay."""
    words = name.split()
    if name.isupper() and len(words) > 1:
        return " ".join(map(_cased_word, words))
    shouted = len(words) > 1 and words[-1].isupper() and len(words[-1]) >= _SHOUTED
    return " ".join([*words[:-1], _cased_word(words[-1])]) if shouted else name


def _cased_word(word: str) -> str:
    if "." in word or len(word) < _SHORTEST or _GENERATION.fullmatch(word):
        return word
    small = word.casefold()
    return small if small in PARTICLES else "".join(part.capitalize() for part in re.split(r"([-’'])", word))


def _body(text: str, sites: frozenset[str]) -> str:
    """The name of a desk, an agency or a site, or of one word; "" for a login, an office, a part of a date."""
    pieces = (piece for each in _PIECES.split(after_by(text) or text) if (piece := each.strip(_EDGES)))
    name = next(pieces, "")
    folded = [word.strip(".,:").casefold() for word in name.split()]
    nobody = all(word in NOBODY or word in CALENDAR or word in _AFTER_NAME for word in folded) or len(name) < _SHORTEST
    login = _LOGIN.fullmatch(name) and not (title_key(name) in sites or name in OF_BODIES or _DOMAIN.fullmatch(name))
    return "" if nobody or login else name
