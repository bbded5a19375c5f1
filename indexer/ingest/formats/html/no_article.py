"""Pages that hold no article: errors, walls of consent and checks, lists of teasers."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from indexer.ingest.cleaning.boilerplate import is_boilerplate
from indexer.ingest.dates.date_lines import date_line
from indexer.ingest.formats.html.shown import shown
from indexer.text.title_key import title_key

_ERROR = re.compile(
    r"(?:error\s)?(?:40[0134]|410|451|50[0-4])\b|(?:page|file|article|document|url)?.{0,20}\bnot found\b"
    r"|access (?:is )?denied|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error"
    r"|.{0,20}page (?:does not|doesn.t|no longer) exists?|under (?:construction|maintenance)"
    r"|.{0,20}страница не (?:найдена|существует)|.{0,20}seite (?:wurde )?nicht gefunden"
    r"|.{0,20}page (?:introuvable|non trouvée)|.{0,20}página no (?:encontrada|existe)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bdatenschutz|\bprivacy\b|\btracking\b|\bGDPR\b|файлы куки", re.IGNORECASE
)
_CHECK = re.compile(
    r"enable javascript|javascript (?:is )?(?:disabled|required)|verify (?:that )?you are (?:a )?human"
    r"|checking your browser|captcha|unusual traffic|enable cookies",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"©|\(c\) ?\d{4}|\bcopyright\b|\ball rights reserved|\balle rechte vorbehalten|\btous droits r[ée]serv"
    r"|\btodos los derechos|\btutti i diritti|\bвсе права защищены|\bпри использовании материалов"
    r"|\bmay not be (?:published|reproduced|copied|republished)",
    re.IGNORECASE,
)
_ERROR_WORDS, _WALL_WORDS, _CHECK_WORDS, _REMNANT_WORDS = 120, 300, 80, 120
_FEWEST_TEASERS = 4
_LONG_PARAGRAPH = 60
_MEAN_LENGTH = 30
_PROSE = 1000
_PARAGRAPH = 20
_ENDS = (".", "!", "?", "…", "”", '"', "»", "。", "।")


def why_no_article(titles: Sequence[str], text: str, tree: HtmlElement) -> str:
    """Why the page with these titles and this running text holds no article, or "" where nothing speaks against one."""
    paragraphs = text.split("\n\n")
    words = len(text.split())
    if title_key(text) in {"", *map(title_key, titles)}:
        return "no article: the page has no running text"
    if words < _ERROR_WORDS and any(_ERROR.match(line.strip()) for line in (*titles, paragraphs[0])):
        return "no article: an error page"
    if words < _CHECK_WORDS and _CHECK.search(text):
        return "no article: a check of the visitor's browser"
    consent = sum(len(each) for each in paragraphs if _CONSENT.search(each))
    if words < _WALL_WORDS and consent > 0.6 * len(text):
        return "no article: a cookie wall"
    if words < _REMNANT_WORDS and (remnant := _remnant(titles, paragraphs)):
        return f"no article: {remnant}"
    return "no article: a list of teasers" if _is_list(paragraphs, tree) else ""


def _remnant(titles: Sequence[str], paragraphs: Sequence[str]) -> str:
    """What a page's last lines are where they are all that is left of it, or ""."""
    names = set(map(title_key, titles))
    lines = [line for each in paragraphs if (line := each.strip()) and title_key(line) not in names]
    notices = [line for line in lines if _NOTICE.search(line)]
    if not all(line in notices or is_boilerplate(line) or date_line(line) for line in lines):
        return ""
    return "only a copyright notice" if notices else "only the page's furniture"


def _running(lines: Sequence[str]) -> int:
    """The characters of paragraphs that follow each other; a teaser's stands alone below its title."""
    is_prose = [len(line.split()) >= _PARAGRAPH and line.endswith(_ENDS) for line in lines]
    beside = zip([False, *is_prose], [*is_prose[1:], False], strict=False)
    pairs = zip(lines, is_prose, beside, strict=False)
    return sum(len(line) for line, is_one, others in pairs if is_one and any(others))


def _is_list(paragraphs: Sequence[str], tree: HtmlElement) -> bool:
    """Teasers are linked titles or dated lines, each with a short text: no long paragraphs stand below each other."""
    lines = [each for each in paragraphs if each.strip()]
    long = sum(len(each.split()) >= _LONG_PARAGRAPH for each in lines)
    words = sum(len(each.split()) for each in lines)
    if (
        _running(lines) >= _PROSE
        or len(lines) < 2 * _FEWEST_TEASERS
        or long > len(lines) // 6
        or words > _MEAN_LENGTH * len(lines)
    ):
        return False
    linked = {title_key(shown(link)) for link in tree.iter("a") if len(link.get("href", "")) > 1}
    dated = sum(bool(date_line(each)) for each in lines)
    titles = sum(len(each.split()) >= 4 and title_key(each) in linked for each in lines)
    return max(dated, titles) >= _FEWEST_TEASERS and dated + titles >= 0.4 * len(lines)
