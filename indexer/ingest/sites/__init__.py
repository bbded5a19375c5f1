"""Rules for the pages of single sites, one TOML file a site: CSS selectors that are tried before anything general.

hosts = ["news.example.org"]        # its subdomains too
title = "h1.headline"               # each selector may be left out
date = ".headline + .stamp"
authors = ".byline a"
body = ".story"
drop = [".teaser", ".share"]        # taken off the page before its body is read
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from indexer.errors import SettingsError

_FOLDER = Path(__file__).parent
_SELECTORS = ("title", "date", "authors", "body")


@dataclass(frozen=True, slots=True)
class SiteRules:
    """CSS selectors, each "" where the site needs none."""

    hosts: tuple[str, ...]
    title: str = ""
    date: str = ""
    authors: str = ""
    body: str = ""
    drop: tuple[str, ...] = ()


def rules_for(url: str) -> SiteRules | None:
    """The rules of the site that `url` belongs to, if there are any."""
    host = (urlsplit(url).hostname or "") if url.startswith(("http://", "https://")) else ""
    labels = host.split(".")
    names = (".".join(labels[index:]) for index in range(len(labels)))
    return next((_by_host()[name] for name in names if name in _by_host()), None)


@cache
def _by_host() -> dict[str, SiteRules]:
    found = (read_rules(path) for path in sorted(_FOLDER.glob("*.toml")))
    return {host: rules for rules in found for host in rules.hosts}


def read_rules(path: Path) -> SiteRules:
    """Raises `SettingsError` where the file is not of the form above."""
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"the site rules in {path.name} cannot be read: {error}", f"mend {path}") from error
    unknown = set(written) - {"hosts", "drop", *_SELECTORS}
    if unknown or not written.get("hosts"):
        what = f"unknown names {sorted(unknown)}" if unknown else "no hosts"
        raise SettingsError(f"the site rules in {path.name} have {what}", f"mend {path}")
    selectors = {name: str(written.get(name, "")) for name in _SELECTORS}
    return SiteRules(hosts=tuple(written["hosts"]), drop=tuple(written.get("drop", ())), **selectors)
