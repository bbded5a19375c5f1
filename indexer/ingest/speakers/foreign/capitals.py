"""Runs of capitalised words that may be people's names, in a text of another language than English."""

import re
from collections.abc import Iterator, Sequence

from indexer.article import Span
from indexer.ingest.names import Mention
from indexer.ingest.speakers.foreign.cues import Cues
from indexer.ingest.speakers.masking import masked

_CAPITAL = r"(?!(?:[LlDd]|[Qq]u)['’])[A-ZА-ЯЁÀ-ÖØ-Þ][\w'’-]*\w"
_INITIAL = r"[A-ZА-ЯЁÀ-ÖØ-Þ]\."
_PARTICLE = r"(?:de|del|de\sla|de\slos|di|da|dos|van|von|bin|ben|al|el|y|e|Le|La)\s"
_RUN = re.compile(
    rf"(?<![\w-])(?:(?:{_INITIAL}\s?){{1,3}}{_CAPITAL}"
    rf"|{_CAPITAL}(?:[ \u00a0](?:{_PARTICLE})?(?:{_CAPITAL}|{_INITIAL})){{0,3}})"
)
_OPENERS = (
    r"(?:Et|Mais|Or|Car|Puis|Selon|Pour|Avec|Chez|Quand|Comme|Si|Y|Pero|Para|Según|Con|Como|Cuando|Por|A|И|А|Но|По|Как|Для"
    r"|Если|Когда|При|На|В|О|От|Secondo|Per|Segundo|Laut)"
)
PATRONYMIC = re.compile(r"(?:[оеё]вич|ьич|[оеё]вн|ичн|инишн)(?:а|у|ы|е|ой|ем)?$")

_TOLD_TO = re.compile(r"[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н)(?:у|ым)\s")  # "сказал Орлову Левин"


def is_half(text: str, mention: Mention, cues: Cues) -> bool:
    """A place that is only a person's given name: "Александр Лукин"; a person with another word: "Et M. Lind"."""
    if mention.kind == "person" and cues.language == "ru" and _is_cyrillic(mention.name):
        return _last_two(text, mention.start, mention.end) != mention.start  # "Севводы Ерлан Сомов"
    if mention.kind == "person":
        return re.match(rf"{_OPENERS}\s", text[mention.start : mention.end]) is not None
    if mention.kind != "place" or " " in text[mention.start : mention.end]:
        return False
    behind = re.match(rf" ({_CAPITAL})(?!\w)(?P<third> {_CAPITAL})?", text[mention.end : mention.end + 60])
    if behind is None or (behind["third"] and not PATRONYMIC.search(behind[1])):
        return False
    before = text[max(0, mention.start - 40) : mention.start]
    return not re.search(rf"(?:{cues.office_source}|{cues.objects.pattern[:-1]})\s$", before)


def _is_cyrillic(name: str) -> bool:
    """Whether a name is shown as it is written, and is none of the authority files' own."""
    return re.search("[а-яё]", name) is not None


def free_runs(text: str, known: Sequence[Mention], cues: Cues) -> Iterator[Span]:
    """Runs of capitals that no mention has, without what they are called by: "Président Lind", "Г-н Линд"."""
    called = re.compile(rf"{cues.honorific}|{cues.office_source}[\s,]\s?|{_OPENERS}\s|[A-ZА-ЯЁ]{{2,}}\s")
    for run in _RUN.finditer(masked(text, known, ())):
        start = run.start()
        while (title := called.match(text, start)) and title.end() < run.end():
            start = title.end()
        if cues.language == "ru":
            start = _last_two(text, start, run.end())
        told_to = _TOLD_TO.match(text, start, run.end()) if cues.language == "ru" else None
        if told_to:
            yield start, told_to.end() - 1
            start = told_to.end()
        if start < run.end():
            yield start, run.end()


def _last_two(text: str, start: int, end: int) -> int:
    """Where the name begins in a Russian run: its last two words; three with a patronymic, or short: "Ким Чен Ын"."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) < 3 or any(word.group().endswith(".") for word in words):
        return start
    if PATRONYMIC.search(words[-2].group()) or max(len(word.group()) for word in words) < 5:
        return start + words[-3].start()
    if PATRONYMIC.search(words[-1].group()):
        return start + words[-3].start()
    return start + words[-2].start()
