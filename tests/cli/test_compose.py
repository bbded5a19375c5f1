"""What ships for a public site: its form always, its proxy for real where nginx is installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from indexer.settings import PREFIX, Settings
from tests.cli.served import Server
from tests.cli.test_slow_clients import MANY, SLOW
from tests.machine import eventually, free_port

ROOT = Path(__file__).parent.parent.parent
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
KINDS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    return found


def test_only_the_proxy_is_reached_from_outside_and_the_server_takes_its_word() -> None:
    assert [name for name, service in services().items() if "ports" in service] == ["proxy"]
    assert services()["web"]["environment"]["COMMUNIQUE_TRUSTED_PROXIES"] == "1"
    assert "proxy_pass http://web:8000;" in (ROOT / "nginx.conf").read_text()


def test_every_setting_in_it_exists_and_what_it_mounts_ships() -> None:
    known = {PREFIX + knob.name.upper() for knob in fields(Settings)}
    assert {name for service in services().values() for name in service.get("environment", {})} <= known
    assert services()["proxy"]["volumes"] == ["./nginx.conf:/etc/nginx/nginx.conf:ro"]


def test_the_proxy_takes_every_file_that_the_server_takes() -> None:
    assert f"client_max_body_size {Settings().max_file_mb + 1}m;" in (ROOT / "nginx.conf").read_text()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if NGINX is None:
        pytest.skip("there is no nginx here")
    made = Server(tmp_path_factory.mktemp("served"))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def proxied(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server, reached through the proxy."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    text = (ROOT / "nginx.conf").read_text().replace("web:8000", f"127.0.0.1:{server.port}")
    text = text.replace("listen 80 default_server", f"listen 127.0.0.1:{port}")
    own = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in KINDS)
    (folder / "nginx.conf").write_text(text.replace("http {", f"http {{ {own}"))
    owner = "user root; " if os.geteuid() == 0 else ""
    told = f"{owner}daemon off; pid {folder}/pid; error_log {folder}/error.log;"
    process = subprocess.Popen([NGINX or "", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", told])
    through = server.at(port)
    eventually(through.answers)
    yield through
    process.terminate()
    process.wait()


@pytest.mark.parametrize("kind", SLOW)
def test_readers_are_answered_through_the_proxy_while_slow_clients_hold_their_connections(
    proxied: Server, kind: str
) -> None:
    clients = [proxied.client(SLOW[kind]) for _ in range(MANY)]
    assert [proxied.get(path) for path in ("/", "/search?q=border", "/export.csv", "/readyz")] == [200] * 4
    for each in clients:
        each.close()


def test_the_log_has_the_address_that_the_proxy_saw_whatever_a_client_says_of_itself(proxied: Server) -> None:
    assert proxied.get("/nowhere", {"X-Forwarded-For": "192.0.2.7"}) == 404
    eventually(lambda: [line for line in proxied.logged("request") if line["path"] == "/nowhere"])
    (line,) = [line for line in proxied.logged("request") if line["path"] == "/nowhere"]
    assert line["client"] == "127.0.0.1"
    assert len(str(line["id"])) == 32  # the proxy's own
