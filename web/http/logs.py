"""What is written of each request, and of whatever was changed or refused behind the token: a line each, on stderr.

What strangers send (addresses, names, tokens) never ends a line or begins another: text values are quoted and escaped.
"""

import json
import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from indexer.settings import Settings

ACCESS = logging.getLogger("communique.access")
AUDIT = logging.getLogger("communique.audit")
_BARE = re.compile(r"[\w./:@+,~%-]{1,200}", re.ASCII)
_LONGEST = 2_000  # characters of one value


class Lines(logging.Formatter):
    """One line for each record: `key=value` pairs, or JSON. Only a traceback has more lines, each of them marked."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        facts: dict[str, Any] = {"time": when, "level": record.levelname.lower(), "event": record.getMessage()}
        facts |= getattr(record, "facts", {})
        trace = self.formatException(record.exc_info) if record.exc_info else ""
        if self._as_json:
            return json.dumps(facts | ({"trace": trace} if trace else {}))
        pairs = [f"{name}={_plain(value)}" for name, value in facts.items() if name not in ("time", "level", "event")]
        line = " ".join([when, record.levelname, _escaped(str(facts["event"])), *pairs])
        return "\n".join([line, *(f"    | {_escaped(each)}" for each in trace.splitlines())])


def _plain(value: object) -> str:
    text = str(value)[:_LONGEST]
    return text if _BARE.fullmatch(text) else json.dumps(text)


def _escaped(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def configure(settings: Settings) -> None:
    """Of this process, once. Other libraries are heard from warnings on; what was changed is written at any level."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(as_json=settings.log_format == "json"))
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
    logging.getLogger("communique").setLevel(level)
    AUDIT.setLevel(logging.INFO)
    logging.getLogger("gunicorn.error").handlers = [handler]


def write(log: logging.Logger, event: str, facts: Mapping[str, object], level: int = logging.INFO) -> None:
    log.log(level, event, extra={"facts": facts})
