"""The sections of a site that a page stands in, and what its markup calls it: they may say what kind of text it is."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_METAS = ("article:section", "og:article:section", "dcterms.type", "dc.type", "parsely-section")
_TRAILS = frozenset({"breadcrumb", "breadcrumbs", "path", "crumbs"})
_SEPARATOR = re.compile("[/>»›|→]")
_LONGEST = 40
_MOST = 4


def section_of(tree: HtmlElement, said: str, kinds: str = "") -> str:
    """ "section: press releases; NewsArticle", or "". `said` is what the page's JSON-LD calls its section, `kinds` what
    it calls the article, parted by "; "."""
    named = (
        " ".join(each.lower().replace(";", ",").split()) for each in (said, *_from_metas(tree), *_from_trails(tree))
    )
    sections = dict.fromkeys(f"section: {words}" for words in named if 0 < len(words) <= _LONGEST)
    return "; ".join([*list(sections)[:_MOST], *filter(None, [kinds])])


def _from_metas(tree: HtmlElement) -> list[str]:
    named = {str(meta.get("property") or meta.get("name") or "").lower(): meta for meta in tree.iter("meta")}
    return [str(named[name].get("content") or "") for name in _METAS if name in named]


def _from_trails(tree: HtmlElement) -> Iterator[str]:
    """The last step of "Home / Press centre / Interviews"."""
    for element in tree.iter("div", "nav", "ol", "ul", "p"):
        if not _TRAILS.isdisjoint((element.get("class") or "").lower().split()):
            steps = " / ".join(" ".join(text.split()) for text in element.itertext() if text.strip())
            yield from [step.strip() for step in _SEPARATOR.split(steps) if step.strip()][-1:]
