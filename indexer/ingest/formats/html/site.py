"""What the site of a page is called: by its markup, or by the end of its window's title where the address agrees."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from indexer.ingest.cleaning.furniture import is_section
from indexer.ingest.dates.date_lines import date_line
from indexer.text.title_key import title_key

_SEPARATOR = re.compile(r"\s+[|»›«·•–—:-]\s+|\s?\|\s?|\s?::\s?")
_SHORTEST, _LONGEST, _MOST_WORDS, _MOST_IN_NAME = 4, 50, 6, 4
_NO_NAMES = frozenset({"www", "com", "org", "net", "news", "blog", "gov", "co", "go", "ac", "edu", "int"})


def site_in_markup(said: Sequence[str], url: str) -> str:
    """The first name in the markup (`said`) that the address agrees with, else the first, without its motto."""
    labels = _labels(url)
    names = [name for name in said if name]
    return _without_motto(next((name for name in names if _agrees(name, labels)), "".join(names[:1])))


def site_in_window(window_title: str, url: str) -> str:
    """An end of the window's title that the address agrees with; "" where none is."""
    parts = [part.strip() for part in _SEPARATOR.split(window_title)]
    ends = (parts[-1], parts[0]) if len(parts) > 1 else ()
    labels = _labels(url) if ends else ()
    return next((end for end in ends if _is_short(end) and _agrees(end, labels)), "")


def site_behind(heading: str, window_title: str) -> str:
    """What follows the heading's words in the window's title: for a page of no address, the best there is."""
    *before, last = (part.strip() for part in _SEPARATOR.split(window_title))
    is_behind = before and title_key(" ".join(before)) == title_key(heading)
    return last if is_behind and _is_short(last) and not (is_section(last) or date_line(last)) else ""


def _without_motto(name: str) -> str:
    """`Harbour News | All the ice that is fit to print`: a motto follows a name that can stand alone."""
    first = _SEPARATOR.split(name)[0].strip()
    return first if len(first) >= _SHORTEST and len(name.split()) > _MOST_IN_NAME else name


def _is_short(name: str) -> bool:
    return len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS


def _labels(url: str) -> list[str]:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return []
    return [label for each in host.split(".") if (label := title_key(each)) and label not in _NO_NAMES]


def _agrees(name: str, labels: Sequence[str]) -> bool:
    """`The Harbour Post` agrees with harbourpost.org, hpost.org and post.org; part of three letters says too little."""
    words = [title_key(word) for word in name.split() if word.casefold() != "the"]
    whole = "".join(words)
    short = "".join(word[:1] for word in words[:-1]) + "".join(words[-1:])
    return any(
        label in {whole, short} or (len(min(whole, label, key=len)) >= _SHORTEST and _holds(whole, label))
        for label in labels
    )


def _holds(name: str, label: str) -> bool:
    return label in name or label.startswith(name) or label.endswith(name)
