"""Every knob in one place: an environment variable each, its default, and a sentence on what it does."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from indexer.errors import SettingsError

PREFIX = "COMMUNIQUE_"
_SHORTEST_TOKEN = 16  # characters
_CHOICES = {
    "originals": ("yes", "no"),
    "log_level": ("debug", "info", "warning", "error"),
    "log_format": ("text", "json"),
    "log_queries": ("yes", "no"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`Settings.corpus` is the variable COMMUNIQUE_CORPUS, and so on for each field."""

    corpus: Annotated[Path, "The folder of article files."] = Path("corpus")
    index: Annotated[str, "The index: an engine's name, a colon, and its address."] = "whoosh:var/index"
    site_name: Annotated[str, "The archive's name, at the head of each page."] = "Communiqué"
    page_size: Annotated[int, "Articles on a page of results, unless the reader chooses otherwise."] = 10
    host: Annotated[str, "The address that `serve` listens on."] = "127.0.0.1"
    port: Annotated[int, "The port that `serve` listens on."] = 8000
    public_url: Annotated[
        str, "The address under which readers see the archive, for links in feeds, sitemaps and citations."
    ] = ""
    originals: Annotated[
        str, "Whether readers may take away the file that an article was read from: `yes` or `no`."
    ] = "yes"
    web_workers: Annotated[int, "Processes that answer requests."] = 2
    index_workers: Annotated[int, "Processes that read articles; 0: one for each processor."] = 0
    batch: Annotated[
        int, "Articles written to the index in one commit; fewer where they are long, more where there are many."
    ] = 2000
    part: Annotated[str, "The share that `update` takes where several indexers fill one index, e.g. `3/8`."] = "1/1"
    removals_percent: Annotated[
        int,
        "An update holds still where a folder is missing or empty, or where more per cent of all articles would go; "
        "at 100 all may.",
    ] = 20
    max_file_mb: Annotated[int, "Files of more megabytes are rejected unread."] = 100
    settle_seconds: Annotated[int, "`watch` indexes a change when its files have rested for so many seconds."] = 1
    authority: Annotated[Path | None, "A folder of your own authority files, added to the ones that come along."] = None
    token: Annotated[str, "Who presents it may push articles and start updates over HTTP; without one, nobody can."] = (
        ""
    )
    token_file: Annotated[Path | None, "A file that holds the token instead."] = None
    trusted_proxies: Annotated[
        int, "How many proxies stand in front of `serve`, whose word on client address and https is taken."
    ] = 0
    log_level: Annotated[str, "What is logged: `debug`, `info` (each request), `warning` or `error`."] = "info"
    log_format: Annotated[str, "A log line's form: `text` or `json`."] = "text"
    log_queries: Annotated[str, "Whether the log holds the text of queries: `yes` or `no`."] = "no"

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Raises `SettingsError` naming the variable that cannot be used."""
        given = os.environ if environ is None else environ
        chosen = {knob.name: given.get(PREFIX + knob.name.upper(), "") for knob in fields(cls)}
        return cls().changed(**{name: value for name, value in chosen.items() if value.strip()})

    def changed(self, **values: Any) -> "Settings":
        """A copy with some knobs set, from text or from values of their own type; None leaves a knob as it is."""
        known = {name: self._parsed(name, value) for name, value in values.items() if value is not None}
        return replace(self, **known)

    def environment(self) -> dict[str, str]:
        """The variables that `from_environ` reads back to the same settings."""
        values = {knob.name: getattr(self, knob.name) for knob in fields(self)}
        return {PREFIX + name.upper(): str(value) for name, value in values.items() if value is not None}

    @property
    def bearer_token(self) -> str:
        """The token, wherever it is kept; empty where none is configured. Raises `SettingsError` for an unreadable
        or empty file, and for a token that could be guessed."""
        token = self.token if self.token_file is None else self._token_of(self.token_file)
        if 0 < len(token) < _SHORTEST_TOKEN:
            message = f"the token has fewer than {_SHORTEST_TOKEN} characters"
            raise SettingsError(message, 'python -c "import secrets; print(secrets.token_urlsafe(32))"')
        return token

    @staticmethod
    def _token_of(file: Path) -> str:
        try:
            read = file.read_text(encoding="utf-8").strip()
        except OSError as error:
            message = f"COMMUNIQUE_TOKEN_FILE cannot be read: {error.strerror}"
            raise SettingsError(message, "unset it, or mend the file") from error
        if not read:
            raise SettingsError("the file of COMMUNIQUE_TOKEN_FILE is empty", "write a token into it")
        return read

    def _parsed(self, name: str, value: Any) -> Any:
        if "\0" in str(value):
            raise SettingsError(f"{PREFIX}{name.upper()} is {value!r}, which no name can be", "write it anew")
        if name in {"corpus", "authority", "token_file"}:
            return Path(value)
        if name == "public_url":
            return _web_address(str(value))
        if name in _CHOICES:
            return _one_of(name, str(value))
        if not isinstance(getattr(self, name), int):
            return str(value)
        try:
            number = int(value)
        except ValueError:
            number = -1
        if number < (0 if name in {"index_workers", "trusted_proxies"} else 1):
            variable = PREFIX + name.upper()
            raise SettingsError(f"{variable} is {value!r}, not a whole number above zero", f"unset {variable}")
        return number


def _web_address(value: str) -> str:
    """Without a slash at its end, so that the addresses of pages can follow."""
    try:
        usable = not value or bool(urlsplit(value).hostname and urlsplit(value).scheme in {"http", "https"})
    except ValueError:
        usable = False
    if not usable or {"?", "#"} & {*value}:
        message = f"COMMUNIQUE_PUBLIC_URL is {value!r}, not an address such as https://archive.example.org"
        raise SettingsError(message, "write it in full, or unset COMMUNIQUE_PUBLIC_URL")
    return value.rstrip("/")


def _one_of(name: str, value: str) -> str:
    if value not in _CHOICES[name]:
        variable = PREFIX + name.upper()
        raise SettingsError(f"{variable} is {value!r}, not {' or '.join(_CHOICES[name])}", f"unset {variable}")
    return value
