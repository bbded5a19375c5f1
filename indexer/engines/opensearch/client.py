"""The way to a cluster: its address, the credentials of the environment, patience, and failures in our own words."""

import os
import re
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from opensearchpy import OpenSearch, exceptions
from opensearchpy.exceptions import ConflictError, NotFoundError

from indexer.errors import CommuniqueError, IndexBroken, IndexMissing, RequestError, SettingsError
from indexer.message import N_

__all__ = ["AlreadyThere", "Cluster", "ConflictError", "NotFoundError", "Place"]

PREFIX = "COMMUNIQUE_OPENSEARCH_"
BUSY = frozenset({429, 500, 502, 503, 504})  # 500: a node died in the middle of its work
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0  # seconds between two tries
READERS_PATIENCE = 8.0
CLAUSES = 20_000  # what a cluster has to allow in one query; its own default is 1,024

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,200}")
_EXAMPLE = "write it like opensearch:https://host:9200/name"

Json = dict[str, Any]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Place:
    """An index or alias on a cluster: the addresses of some of its nodes, and the name."""

    hosts: tuple[str, ...]
    name: str

    @classmethod
    def of(cls, place: str) -> "Place":
        """From "https://host:9200/name" or, for several nodes, "https://one:9200,two:9200/name"."""
        scheme, separator, rest = place.partition("://")
        nodes, _, name = rest.strip("/").rpartition("/")
        if scheme not in {"http", "https"} or not separator or not nodes or not _NAME.fullmatch(name):
            raise SettingsError(f"opensearch:{_without_user(place)} is no index address", _EXAMPLE)
        return cls(tuple(_host(scheme, node) for node in nodes.split(",")), name)

    def __str__(self) -> str:
        return f"{','.join(self.hosts)}/{self.name}"


def _without_user(place: str) -> str:
    return re.sub(r"[^/,]*@", "", place)


def _host(scheme: str, node: str) -> str:
    if "@" in node:
        raise SettingsError(
            "the address of the index holds a password, and addresses are shown",
            f"set {PREFIX}USER and {PREFIX}PASSWORD instead",
        )
    try:
        parts = urlsplit(f"{scheme}://{node}")
        port = parts.port or (443 if scheme == "https" else 9200)
    except ValueError:
        parts, port = urlsplit(""), 0
    if not parts.hostname or parts.path:
        raise SettingsError(f"{node!r} is no address of a node", _EXAMPLE)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{scheme}://{host}:{port}"


@dataclass(frozen=True, slots=True)
class Access:
    """What a cluster asks for, and how long it is waited for; secrets never show in its printed form."""

    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    ca: str = ""
    patience: float = 60.0
    shards: int = 3
    replicas: int = 1

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Access":
        """Raises `SettingsError` naming the variable that cannot be used."""
        texts = {name: environ.get(PREFIX + name.upper(), "").strip() for name in ("user", "password", "api_key", "ca")}
        _check_key(texts["api_key"])
        _check_ca(texts["ca"])
        return cls(
            **texts,
            patience=_number(environ, "PATIENCE", 60.0),
            shards=int(_number(environ, "SHARDS", 3, least=1)),
            replicas=int(_number(environ, "REPLICAS", 1)),
        )

    def options(self) -> Json:
        """The header is made here: the library's own takes passwords of Latin letters only."""
        options: Json = {"ca_certs": self.ca} if self.ca else {}
        if self.api_key:
            options["headers"] = {"Authorization": f"ApiKey {self.api_key}"}
        elif self.user:
            pair = b64encode(f"{self.user}:{self.password}".encode("utf-8", "surrogateescape")).decode("ascii")
            options["headers"] = {"Authorization": f"Basic {pair}"}
        return options


def _check_key(key: str) -> None:
    """What cannot stand in a header would be refused, and logged, by the libraries below."""
    if not (key.isascii() and key.isprintable()):
        raise SettingsError(f"{PREFIX}API_KEY has characters that no key has", "copy the key again")


def _check_ca(file: str) -> None:
    try:
        ssl.create_default_context(cafile=file or None)
    except OSError as error:
        message = f"{PREFIX}CA is {file!r}, which holds no certificate: {error.strerror or 'it cannot be read'}"
        raise SettingsError(message, "name a file in PEM form") from error


def _number(environ: Mapping[str, str], name: str, default: float, least: float = 0) -> float:
    given = environ.get(PREFIX + name, "").strip()
    try:
        number = float(given) if given else default
    except ValueError:
        number = least - 1
    if not number >= least:
        raise SettingsError(f"{PREFIX}{name} is {given!r}, not a number of {least:g} or more", f"unset {PREFIX}{name}")
    return number


class AlreadyThere(Exception):
    """What was to be made exists."""


class Cluster:
    """Calls a cluster, and again while it is busy or a node of it is gone, until `patience` seconds are over: few for
    a reader at the other end, more (`patient`) for a writer."""

    def __init__(self, place: Place, access: Access | None = None) -> None:
        self.place = place
        self.access = access or Access.from_environ(os.environ)
        self.patience = min(READERS_PATIENCE, self.access.patience)
        self._client = OpenSearch(
            list(place.hosts), **self.access.options(), timeout=20, max_retries=0, maxsize=16, ssl_show_warn=False
        )

    def patient(self) -> "Cluster":
        """The same connections, for work that nobody waits for at a screen."""
        made = copy(self)
        made.patience = self.access.patience
        return made

    def call(self, what: Callable[[OpenSearch], Answer]) -> Answer:
        """`what` must do no harm when it is done twice. Raises one of our errors; `ConflictError`, and `NotFoundError`
        of a single document, pass through."""
        began, pause = time.monotonic(), FIRST_PAUSE
        while True:
            try:
                return what(self._client)
            except (exceptions.OpenSearchException, OSError) as error:
                if not _passing(error) or time.monotonic() - began > self.patience:
                    raise self._told(error) from error
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _told(self, error: Exception) -> Exception:
        if isinstance(error, ConflictError):
            return error
        if isinstance(error, exceptions.TransportError) and error.error == "resource_already_exists_exception":
            return AlreadyThere()
        if isinstance(error, NotFoundError) and "index_not_found" not in str(error.error):
            return error
        return self._in_our_words(error)

    def _in_our_words(self, error: Exception) -> CommuniqueError:
        where, reason = str(self.place), _reason(error)
        if isinstance(error, NotFoundError):
            said = N_("There is no index at %(place)s", place=f"opensearch:{where}")
            return IndexMissing(said, "communique update")
        if isinstance(error, exceptions.AuthenticationException | exceptions.AuthorizationException):
            remedy = f"set {PREFIX}USER and {PREFIX}PASSWORD, or {PREFIX}API_KEY"
            return SettingsError(f"The cluster at {where} does not let us in", remedy)
        if isinstance(error, exceptions.SSLError):
            return SettingsError(f"The certificate of {where} is not trusted: {reason}", f"set {PREFIX}CA")
        if "too_many" in reason and "clauses" in reason:
            remedy = f"set indices.query.bool.max_clause_count of the cluster to {CLAUSES}"
            return RequestError("The query stands for more words than the cluster allows", remedy)
        if isinstance(error, exceptions.ConnectionError | OSError):
            return IndexBroken(N_("The cluster at %(place)s does not answer", place=where), N_("see whether it runs"))
        said = N_("The cluster at %(place)s refused: %(reason)s", place=where, reason=str(reason))
        return IndexBroken(said, N_("see the cluster's health"))

    def close(self) -> None:
        self._client.close()


def _passing(error: Exception) -> bool:
    """Whether the same call may succeed a moment later."""
    if isinstance(error, exceptions.SSLError):
        return False
    if isinstance(error, exceptions.ConnectionError | OSError):
        return True
    if not isinstance(error, exceptions.TransportError):
        return False
    return error.status_code in BUSY and "too_many" not in str(error.error)


def _reason(error: Exception) -> str:
    if isinstance(error, exceptions.TransportError) and not isinstance(error, exceptions.ConnectionError):
        causes = error.info.get("error", {}) if isinstance(error.info, dict) else {}
        roots = causes.get("root_cause", []) if isinstance(causes, dict) else []
        details = "; ".join(str(root.get("reason", "")) for root in roots[:1] if isinstance(root, dict))
        return f"{error.status_code} {error.error} {details}".strip()
    return type(error).__name__
