"""Pages that hold no article: errors, walls of consent and checks, lists of teasers."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from indexer.ingest.dates.date_lines import date_line
from indexer.ingest.formats.html.shown import shown, title_key

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
_ERROR_WORDS, _WALL_WORDS, _CHECK_WORDS = 120, 300, 80
_FEWEST_TEASERS = 4
_LONG_PARAGRAPH = 60
_MEAN_LENGTH = 30


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
    return "no article: a list of teasers" if _is_list(paragraphs, tree) else ""


def _is_list(paragraphs: Sequence[str], tree: HtmlElement) -> bool:
    """Teasers are linked titles or dated lines, each with a short text: no long paragraphs stand below each other."""
    lines = [each for each in paragraphs if each.strip()]
    long = sum(len(each.split()) >= _LONG_PARAGRAPH for each in lines)
    words = sum(len(each.split()) for each in lines)
    if len(lines) < 2 * _FEWEST_TEASERS or long > len(lines) // 6 or words > _MEAN_LENGTH * len(lines):
        return False
    linked = {title_key(shown(link)) for link in tree.iter("a") if len(link.get("href", "")) > 1}
    dated = sum(bool(date_line(each)) for each in lines)
    titles = sum(len(each.split()) >= 4 and title_key(each) in linked for each in lines)
    return max(dated, titles) >= _FEWEST_TEASERS and dated + titles >= 0.4 * len(lines)
