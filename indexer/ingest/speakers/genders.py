"""Whether somebody is a woman, by what a text calls her, by the ending of a Russian surname or of a given name."""

import re

from indexer.ingest.speakers.cues import Cues
from indexer.ingest.speakers.nominative import is_womans

_CALLED = re.compile(
    r"(?<!\w)(?:(?P<his>M\.|[Mm]onsieur|Sr\.|[Ss]eñor|[Dd]on|Herr|[Ss]ignor)"
    r"|Mme|Mlle|[Mm]adame|Sra\.|Srta\.|[Ss]eñora|[Dd]oña|Frau|[Ss]ignora)\s(?=[A-ZÀ-Þ])"
)
_ARTICLE = re.compile(r"(?<!\w)(?P<article>le|la|el|un|une|una|il)\s$", re.IGNORECASE)
_HERS = frozenset({"la", "une", "una"})
_APPOSED = re.compile(r",\s(?P<article>la|le|el|une?|una)\s", re.IGNORECASE)
_A_MANS_IN_A = frozenset(
    {"luca", "andrea", "nicola", "joshua", "mustafa", "moussa", "issa", "musa", "borja", "elia", "garcia"}
)
_WOMANS = re.compile(r"(?:(?<!w)ie|ine|elle|ette|ène|[aâ]ne|ise|yse|aire|aude|ès|iel?le|ance|ille|eline|onde)$")
_A_MANS = re.compile(
    r"(?:(?:ant|apollin|sidon)oine|stéphane|jérémie|élie|antoine|maurice|fabrice|hilaire|basile|cyrille|blaise|ambroise"
    r"|achille|camille|emile|yannick|alexis|françois|louis|claude|dominique|pascal|gilles|georges|jacques|charles)$"
)


def is_woman(name: str) -> bool | None:
    """By the name alone; None where it does not tell."""
    if re.search("[а-яё]", name):
        return is_womans(name)
    first = name.split(maxsplit=1)[0].split("-", maxsplit=1)[0].lower()
    if " " not in name or len(first) < 3:
        return None
    if first.endswith("a"):
        return first not in _A_MANS_IN_A
    if first.endswith("o"):
        return False
    if _A_MANS.search(first):
        return False if first not in ("camille", "claude", "dominique", "alexis") else None
    return True if _WOMANS.search(first) else None


def is_called_woman(text: str, written: str, start: int, end: int, cues: Cues) -> bool | None:
    """By what stands beside the name `written[start:end]`: "Mme", "la ministre", "X, le maire". `text`: the masked one."""
    before = text[max(0, start - 90) : start]
    called = _CALLED.search(written, max(0, start - 12), end)
    if called and called.end() in (start, start + called.end() - called.start()):
        return called["his"] is None
    offices = [each for each in cues.office.finditer(before) if not re.search(r"[.;:!?]", before[each.end() :])]
    article = _ARTICLE.search(before[: offices[0].start()]) if offices else None
    if article is None and (apposed := _APPOSED.match(text, end)) and cues.office.match(text, apposed.end()):
        article = apposed
    return article["article"].lower() in _HERS if article else None
