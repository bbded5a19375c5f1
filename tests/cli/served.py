"""`communique serve`, as an operator starts it."""

import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from copy import copy
from pathlib import Path

from tests.archive import Archive
from tests.machine import PATIENCE, eventually, free_port

TOKEN = "a token of the tests' own"  # noqa: S105 - it opens nothing


class Server:
    """Of an archive of one article, in one process that trusts one proxy."""

    def __init__(self, folder: Path) -> None:
        archive = Archive(folder)
        archive.write("alpha.txt")
        archive.update()
        self.port, self._log = free_port(), folder / "log"
        more = {"COMMUNIQUE_TOKEN": TOKEN, "COMMUNIQUE_LOG_FORMAT": "json", "COMMUNIQUE_TRUSTED_PROXIES": "1"}
        settings = archive.settings.changed(port=self.port, web_workers=1)
        command = [sys.executable, "-m", "indexer", "serve", "--no-update"]
        with self._log.open("wb") as log:
            environ = {**os.environ, **settings.environment(), **more}
            self.process = subprocess.Popen(command, env=environ, stderr=log)
        eventually(self.answers)

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> int:
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers or {}, method=method)
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def answers(self) -> bool:
        try:
            return self.get("/readyz") == 200
        except OSError:
            return False

    def client(self, sent: bytes) -> socket.socket:
        made = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        made.sendall(sent)
        return made

    def logged(self, event: str) -> list[dict[str, object]]:
        lines = (json.loads(line) for line in self._log.read_text().splitlines() if line.startswith("{"))
        return [line for line in lines if line["event"] == event]

    def at(self, port: int) -> "Server":
        """The same, reached by another port."""
        reached = copy(self)
        reached.port = port
        return reached

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.wait(PATIENCE) == 0
