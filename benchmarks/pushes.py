"""Clients that push good and broken files at once: `python -m benchmarks.pushes [--seconds 60] [--clients 8]`.

Ends with 1 where a connection was dropped, an answer was a 5xx other than 503 with Retry-After, a good file was
refused, a broken one was taken, or an article that was taken is not found in the end.
"""

import argparse
import io
import json
import random
import secrets
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.growth_load import serving
from benchmarks.hostile_made import docx_of, pdf_of
from indexer.errors import IndexBusy
from indexer.indexing.update import update
from indexer.settings import Settings

_PATIENCE = 120  # seconds for one answer
_WORDS = "The council met in Minsk on 7 February 2019 and heard a report on the training of border officers"


@dataclass(slots=True)
class Pushes:
    """What became of them: `statuses` by status, `wrong` what must not happen, `taken` the ids that were promised."""

    address: str
    token: str
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, clients: int, more: Callable[[int], bool]) -> None:
        """Each client pushes for as long as there are `more` after the number that it has pushed."""
        with ThreadPoolExecutor(clients) as threads:
            list(threads.map(lambda client: self._client(client, more), range(clients)))

    def _client(self, client: int, more: Callable[[int], bool]) -> None:
        chance, number = random.Random(client), 0
        while more(number):
            number += 1
            good, name, data = made(chance, f"{client}-{number}")
            status, body, retry = self._put(name, data)
            with self.lock:
                self._judge(good=good, name=name, status=status, body=body, retry=retry)
            if status == 503:
                time.sleep(chance.random())

    def _judge(self, *, good: bool, name: str, status: int, body: bytes, retry: str) -> None:
        self.statuses[status] += 1
        expected = {503, 202} if good else {503, 400}
        if status not in expected or (status == 503 and not retry):
            self.wrong.append(f"{name}: {status} {body[:200]!r}")
        elif status == 202:
            self.taken += json.loads(body)["articles"]

    def _put(self, name: str, data: bytes) -> tuple[int, bytes, str]:
        edge = secrets.token_hex(8)
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
        body = head + data + f"\r\n--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return self.asked("PUT", "api/articles", body, headers)

    def asked(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes, str]:
        """Status, body and Retry-After; the status is 0 where the connection was dropped."""
        given = {"Authorization": f"Bearer {self.token}"} | (headers or {})
        asking = urllib.request.Request(self.address + path, body, given, method=method)
        try:
            with urllib.request.urlopen(asking, timeout=_PATIENCE) as answer:
                return answer.status, answer.read(), ""
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers.get("Retry-After", "")
        except OSError as error:
            return 0, str(error).encode(), ""


def made(chance: random.Random, name: str) -> tuple[bool, str, bytes]:
    """Whether it can be read, its name, and the file."""
    kind = chance.choice(("pdf", "pdf", "docx", "eml", "zip", "html", "json"))
    data = _MAKERS[kind](chance, name)
    if chance.random() < 0.7:
        return True, f"{name}.{kind}", data
    start = {"pdf": b"%PDF-1.7\n", "docx": b"PK\3\4", "zip": b"PK\3\4", "json": b"{", "html": b"", "eml": b"\0\1\2\3"}[
        kind
    ]
    return False, f"{name}.{kind}", start + chance.randbytes(2000)


def _sentences(chance: random.Random, name: str) -> list[str]:
    return [f"{_WORDS} of group {name}, number {chance.randrange(10_000)}." for _ in range(12)]


def _pdf(chance: random.Random, name: str) -> bytes:
    lines = " ".join(f"({line}) Tj 0 -14 Td" for line in _sentences(chance, name) * 10)
    return pdf_of(f"BT /F1 10 Tf 50 750 Td {lines} ET".encode(), b"")


def _docx(chance: random.Random, name: str) -> bytes:
    return docx_of("".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in _sentences(chance, name)))


def _mail(chance: random.Random, name: str) -> bytes:
    head = f"From: press@council.example\r\nSubject: A report of group {name}\r\nDate: Thu, 7 Feb 2019 10:00:00 +0000"
    return (head + "\r\n\r\n" + "\r\n".join(_sentences(chance, name))).encode()


def _zip(chance: random.Random, name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "\n".join(_sentences(chance, name)))
        archive.writestr("b.eml", _mail(chance, name))
    return packed.getvalue()


def _html(chance: random.Random, name: str) -> bytes:
    body = "".join(f"<p>{each}</p>" for each in _sentences(chance, name))
    return f"<html><body><article><h1>A report of group {name}</h1>{body}</article></body></html>".encode()


def _json(chance: random.Random, name: str) -> bytes:
    return json.dumps({"id": name, "title": f"Group {name}", "text": "\n\n".join(_sentences(chance, name))}).encode()


_MAKERS = {"pdf": _pdf, "docx": _docx, "eml": _mail, "zip": _zip, "html": _html, "json": _json}


def missing(pushes: Pushes, settings: Settings) -> list[str]:
    """Ids that were promised and are not found after one more update."""
    while True:
        try:
            update(settings)
            break
        except IndexBusy:  # the update that the last push began
            time.sleep(0.5)
    return [each for each in set(pushes.taken) if pushes.asked("GET", f"api/articles/{each}")[0] != 200]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--clients", type=int, default=8)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="pushes-") as folder:
        (Path(folder) / "corpus").mkdir()
        token = secrets.token_urlsafe(32)
        settings = Settings(corpus=Path(folder) / "corpus", index=f"whoosh:{folder}/index", token=token)
        update(settings)
        with serving(settings) as address:
            pushes, end = Pushes(address, token), time.monotonic() + chosen.seconds
            pushes.run(chosen.clients, lambda _: time.monotonic() < end)
            lost = missing(pushes, settings)
    print(f"{pushes.statuses.total()} pushes in {chosen.seconds:.0f} s: {dict(sorted(pushes.statuses.items()))}")
    print(f"{len(pushes.taken)} articles promised, {len(lost)} of them lost, {len(pushes.wrong)} wrong answers")
    print("\n".join(f"! {each}" for each in [*pushes.wrong, *lost][:30]))
    return 1 if pushes.wrong or lost else 0


if __name__ == "__main__":
    sys.exit(main())
