"""A way to a node as a secured cluster has it: over TLS, and closed to whoever shows no credentials that it knows."""

import shutil
import ssl
import subprocess
from collections.abc import Collection
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.engines.opensearch.flaky import Flaky

REQUESTED = """
[req]
distinguished_name = name
prompt = no
[name]
CN = {0}
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[node]
subjectAltName = IP:127.0.0.1
authorityKeyIdentifier = keyid
"""


class NoOpensslError(Exception):
    """Why no certificates can be made on this machine."""


@dataclass(frozen=True, slots=True)
class Certificates:
    """An authority and a node of 127.0.0.1 that it vouches for, as files of a folder."""

    folder: Path

    @classmethod
    def made_in(cls, folder: Path) -> "Certificates":
        if shutil.which("openssl") is None:
            raise NoOpensslError("there is no openssl")
        made = cls(folder)
        made._sign("authority")
        made._sign("node", "-CA", str(made.authority), "-CAkey", str(folder / "authority.key"))
        return made

    def _sign(self, name: str, *by: str) -> None:
        """By itself, where nobody else is named."""
        request, key, certificate = (self.folder / f"{name}.{kind}" for kind in ("cnf", "key", "pem"))
        request.write_text(REQUESTED.format(f"The {name} of a test"), encoding="utf-8")
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        command += ["-days", "2", "-config", str(request), "-extensions", name, "-keyout", str(key)]
        subprocess.run([*command, "-out", str(certificate), *by], check=True, capture_output=True)

    @property
    def authority(self) -> Path:
        return self.folder / "authority.pem"

    @property
    def node(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "node.pem", self.folder / "node.key")
        return context


class Guarded(Flaky):
    """Lets through what carries one of the `Authorization` headers, and answers 401 to all else."""

    def __init__(self, port_behind: int, certificates: Certificates, known: Collection[str]) -> None:
        super().__init__(port_behind, lambda path, number: "")
        self._known = known
        self.passed = 0
        self._server.socket = certificates.node.wrap_socket(self._server.socket, server_side=True)

    def fault_of(self, request: BaseHTTPRequestHandler) -> str:
        if request.headers.get("Authorization") not in self._known:
            return "stranger"
        self.passed += 1
        return ""

    @property
    def host(self) -> str:
        return super().host.replace("http:", "https:")
