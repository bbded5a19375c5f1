"""The title of a page's article: what a reader sees above it, or what its markup says where no heading does."""

import re

from indexer.ingest.formats.html.heading import Heading
from indexer.ingest.formats.html.metadata import Metadata
from indexer.ingest.formats.html.shown import title_key

_SITE_SEPARATOR = re.compile(r"\s(?:[|»›«·•–—:-]|::|>>|//)\s|\s\|\||\s?\|\s?")


def title_of(said: Metadata, heading: Heading | None) -> str:
    """The heading's words where there are more in the markup only because of the site's name, else the markup's."""
    if heading and not (said.title and title_key(said.title) in title_key(heading.text)):
        confirmed = title_key(heading.text) in title_key(said.title or said.window_title)
        if confirmed or not said.title:
            return heading.text
    return _without_site(said.title or said.window_title, said.source)


def _without_site(title: str, site: str) -> str:
    """`Title | Site` without the site: its known name, else all but the longest part of a window's title."""
    parts = [part.strip() for part in _SITE_SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    if site:
        ends = [part for part in (parts[0], parts[-1]) if title_key(part) == title_key(site)]
        return title.removesuffix(ends[-1]).removeprefix(ends[-1]).strip(" |»›«·•–—:-/>") if ends else title
    return max(parts, key=len)
