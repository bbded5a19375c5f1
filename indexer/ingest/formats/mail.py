"""E-mail: a press service's message is an article, its subject the title, its sender the source."""

import email
from collections.abc import Callable, Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from indexer.article import DateEvidence
from indexer.errors import Rejected
from indexer.ingest.charset import decode
from indexer.ingest.draft import Draft, RawFile
from indexer.ingest.formats.html.by_site import fragment_text

_SIGNATURE = "\n-- \n"
# what the library raises over a malformed header
_MALFORMED = (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError)
_TELLING = ("subject", "from", "date", "message-id", "mime-version", "received")


class Mail:
    name = "mail"
    suffixes = (".eml",)

    def read(self, file: RawFile) -> Iterator[Draft]:
        message = email.message_from_bytes(file.data.lstrip(), EmailMessage, policy=default)
        if not any(_header(message, name) for name in _TELLING):
            raise Rejected("not an e-mail: it has no headers")
        text = _text(message)
        if not text.strip():
            raise Rejected("no text in it")
        yield Draft(
            text=text,
            title=_header(message, "subject"),
            date=_header(message, "date"),
            date_evidence=DateEvidence("mail header"),
            source=parseaddr(_header(message, "from"))[0],
            extra=tuple(("attachment", name) for part in _parts(message) if (name := _filename(part))),
        )


def _header(message: EmailMessage, name: str) -> str:
    """The header decoded; as it stands where it is malformed, for the parser raises then."""
    value = _said(lambda: message.get(name, ""))
    if value is None:
        value = next((str(raw) for key, raw in message.raw_items() if key.lower() == name), "")
    return " ".join(str(value).split())


def _filename(part: EmailMessage) -> str:
    return str(_said(part.get_filename) or "")


def _said(ask: Callable[[], object]) -> object:
    """None where the library raises over what is malformed, also while a header is turned into words."""
    try:
        said = ask()
        return said if isinstance(said, bytes | None) else str(said)
    except _MALFORMED:
        return None


def _parts(message: EmailMessage) -> list[EmailMessage]:
    return [part for part in message.walk() if isinstance(part, EmailMessage)]


def _text(message: EmailMessage) -> str:
    leaves = [part for part in _parts(_mended(message)) if not part.is_multipart() and not _filename(part)]
    for kind in ("text/plain", "text/html"):
        texts = [_content(part) for part in leaves if part.get_content_type() == kind]
        if any(text.strip() for text in texts):
            return "\n\n".join(texts)
    return ""


def _content(part: EmailMessage) -> str:
    payload = _said(lambda: part.get_payload(decode=True))
    data = payload if isinstance(payload, bytes) else b""
    text = decode(data, str(_said(part.get_content_charset) or "")) if data.strip() else ""
    if part.get_content_type() == "text/html":
        return fragment_text(text)
    return text.replace("\r\n", "\n").split(_SIGNATURE, 1)[0]


def _mended(message: EmailMessage) -> EmailMessage:
    """A message whose parts are set apart by another line than its header promises, taken apart by that line."""
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    payload = message.get_payload()
    lines = payload.splitlines() if isinstance(payload, str) else []
    line = next((each for each in lines if each.startswith("--") and len(each.strip("- ")) > 3), "")
    if not line or not isinstance(payload, str):
        raise Rejected("a mail whose parts cannot be told apart: its boundary is missing")
    head = f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{line[2:].strip()}"\n\n'
    mended = email.message_from_string(head + payload, EmailMessage, policy=default)
    return mended if mended.is_multipart() else message
