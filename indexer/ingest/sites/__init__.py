"""Rules for the pages of single sites, one TOML file a site: CSS selectors that are tried before anything general.

hosts = ["news.example.org"]        # its subdomains too
title = "h1.headline"               # each selector may be left out
date = ".headline + .date line"
authors = ".byline a"
body = ".story"
drop = [".teaser", ".share"]        # taken off the page before its body is read
day_order = "day first"             # or "month first": how it writes 11/02/2017, where the article does not show it
sources = ["Example News"]          # what files that have no address call it; for day_order only
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from indexer.errors import SettingsError

_FOLDER = Path(__file__).parent
_SELECTORS = ("title", "date", "authors", "body")
DayOrder = Literal["day first", "month first"]
_DAY_ORDERS: dict[str, DayOrder] = {"day first": "day first", "month first": "month first"}


@dataclass(frozen=True, slots=True)
class SiteRules:
    """CSS selectors, each "" where the site needs none; and the site's habit of writing days, if it is known."""

    hosts: tuple[str, ...]
    title: str = ""
    date: str = ""
    authors: str = ""
    body: str = ""
    drop: tuple[str, ...] = ()
    day_order: DayOrder | None = None
    sources: tuple[str, ...] = ()


def rules_for(url: str) -> SiteRules | None:
    """The rules of the site that `url` belongs to, if there are any."""
    host = (urlsplit(url).hostname or "") if url.startswith(("http://", "https://")) else ""
    labels = host.split(".")
    names = (".".join(labels[index:]) for index in range(len(labels)))
    return next((_by_host()[name] for name in names if name in _by_host()), None)


def day_order_of(url: str, source: str = "") -> DayOrder | None:
    """The habit of the site that `url` belongs to; where it has no rules, of the one that calls itself `source`."""
    rules = rules_for(url) or (_by_source().get(source.strip().casefold()) if source else None)
    return rules.day_order if rules else None


@cache
def _by_host() -> dict[str, SiteRules]:
    return {host: rules for rules in _all() for host in rules.hosts}


@cache
def _by_source() -> dict[str, SiteRules]:
    return {source.casefold(): rules for rules in _all() for source in rules.sources}


@cache
def _all() -> tuple[SiteRules, ...]:
    return tuple(read_rules(path) for path in sorted(_FOLDER.glob("*.toml")))


def read_rules(path: Path) -> SiteRules:
    """Raises `SettingsError` where the file is not of the form above."""
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"the site rules in {path.name} cannot be read: {error}", f"mend {path}") from error
    unknown = set(written) - {"hosts", "drop", "day_order", "sources", *_SELECTORS}
    order = _DAY_ORDERS.get(str(written.get("day_order", "")))
    what = f"a day_order that is neither of {sorted(_DAY_ORDERS)}" if "day_order" in written and not order else ""
    if unknown or not written.get("hosts"):
        what = f"unknown names {sorted(unknown)}" if unknown else "no hosts"
    if what:
        raise SettingsError(f"the site rules in {path.name} have {what}", f"mend {path}")
    selectors = {name: str(written.get(name, "")) for name in _SELECTORS}
    return SiteRules(
        hosts=tuple(written["hosts"]),
        drop=tuple(written.get("drop", ())),
        day_order=order,
        sources=tuple(written.get("sources", ())),
        **selectors,
    )
