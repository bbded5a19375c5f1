"""Addresses of web pages: which of them are one, however they were typed or copied."""

import re
from urllib.parse import quote, unquote, urlsplit

# What others add to the addresses that they share; it names no other page.
_TRACKER = re.compile(
    "utm_.+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|_g[al]|mkt_tok"
)
_WEB = re.compile(r"(?i:https?://[^\s/?#]+\.?\S*|www\.[^\s/?#]+\.\S+)|(?:[a-z0-9-]+\.)+[a-z]{2,63}/\S*")


def is_tracker(parameter: str) -> bool:
    return _TRACKER.fullmatch(parameter) is not None


def is_web_address(typed: str) -> bool:
    """Whether a word is one: https://example.org/a, www.example.org, example.org/a."""
    return _WEB.fullmatch(typed) is not None


def address_key(url: str) -> str:
    """The same for all ways to write one address: without scheme, www, fragment, trackers and the last slash. Without
    white space; empty where there is no host."""
    try:
        parts = urlsplit(url.strip() if "://" in url else f"//{url.strip()}")
    except ValueError:
        return ""
    host = "".join(parts.netloc.rpartition("@")[2].lower().split())
    host = host.removeprefix("www.").removesuffix(":80").removesuffix(":443")
    asked = "&".join(each for each in parts.query.split("&") if each and not is_tracker(each.partition("=")[0]))
    path = quote(unquote(parts.path), safe="/~!$&'()*+,;=:@").rstrip("/")
    return f"{host}{path}{'?' if asked else ''}{'%20'.join(asked.split())}" if host else ""
