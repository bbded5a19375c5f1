"""The title of a page's article: what a reader sees above it, or what its markup says where no heading does."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from indexer.ingest.cleaning.furniture import is_furniture
from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.metadata import Metadata
from indexer.text.title_key import title_key

_SITE_SEPARATOR = re.compile(r"\s(?:[|»›«·•–—:-]|::|>>|//)\s|\s\|\||\s?\|\s?")
# Chinese sites part by underscores, or name themselves behind a dash without spaces: `标题_频道_海港网`, `标题-海港网`
_UNDERSCORE = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff）」》”！？])\s?_{1,2}\s?(?=\S)")
_SITES_END = re.compile(
    r"\s?[-–—|]{1,2}\s?"
    r"(?P<site>[^-–—|\s]{2,14}(?:网|網|网站|官网|新闻|新聞|日报|日報|晚报|频道|頻道|ニュース))$"
)
_OF_SITE = re.compile("(?:新闻网|新闻|新聞|首页|频道|财经|科技|娱乐|体育|网)$")
_PART = 0.3
_EDGES = " |»›«·•–—:-/>"


def title_of(said: Metadata, heading: Heading | None) -> str:
    """The heading's words; where no heading is, those of the markup without the site's name."""
    names = [name for each in (said.title, said.window_title) if (name := _without_site(each, said))]
    if heading:
        return _as_marked(heading, names) or heading.text
    return next((name for name in names if not is_furniture(name)), "")


def _as_marked(heading: Heading, names: Sequence[str]) -> str:
    """The markup's title where it has a part of a heading of several pieces: a kicker, the title, a day."""
    whole = title_key(heading.text)
    in_pieces = sum(bool(text.strip()) for text in heading.element.itertext()) > 1
    keys = ((name, title_key(name)) for name in names if in_pieces)
    return next((name for name, key in keys if key in whole and len(key) > _PART * len(whole)), "")


def _without_site(title: str, said: Metadata) -> str:
    """`Title | Site` without the site: its known name, else all but the longest part of a window's title."""
    title = _SITES_END.sub("", _UNDERSCORE.split(title)[0])
    parts = [part.strip() for part in _SITE_SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return "" if title_key(title) == title_key(said.source) else title
    names = site_keys(said)
    ends = [part for part in (parts[0], parts[-1]) if title_key(part) in names]
    if ends:
        return title.removesuffix(ends[-1]).removeprefix(ends[-1]).strip(_EDGES)
    return title if said.source or said.site else max(parts, key=len)


def site_keys(said: Metadata) -> frozenset[str]:
    """What the site is called, as titles are compared: its name, and `harbour` and `harbour.org` of its address."""
    host = (urlsplit(said.url).hostname or "").removeprefix("www.")
    names = (said.source, said.site, host, host.split(".", 1)[0], *_in_window(said.window_title))
    return frozenset(filter(None, map(title_key, names)))


def _in_window(title: str) -> tuple[str, ...]:
    """`海港新闻` and `海港` of `标题_海港新闻`."""
    parts = _UNDERSCORE.split(title)
    end = _SITES_END.search(title)
    name = parts[-1] if len(parts) > 1 else end["site"] if end else ""
    return (name, _OF_SITE.sub("", name))
