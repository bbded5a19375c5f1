"""How `serve` becomes the server's process."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.cli.commands import main
from indexer.cli.serve import address, require_free, serve, warnings
from indexer.errors import SettingsError
from indexer.settings import Settings
from tests.machine import free_port


@pytest.mark.parametrize(
    ("host", "written"),
    [("127.0.0.1", "127.0.0.1:8042"), ("archive.example", "archive.example:8042"), ("::1", "[::1]:8042")],
)
def test_an_address_is_printed_and_listened_on_as_addresses_are_written(
    monkeypatch: pytest.MonkeyPatch, host: str, written: str
) -> None:
    settings = Settings(host=host, port=8042, web_workers=5, site_name="Lake Archive")
    begun: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda _, command, environ: begun.append((command, environ)))
    begin: Callable[[Settings], object] = serve  # it returns, as nothing takes this process's place here
    begin(settings)
    ((command, environ),) = begun
    assert address(settings) == f"http://{written}/"
    assert command[command.index("--bind") + 1] == written
    assert command[command.index("--workers") + 1] == "5"
    assert command[-1] == "web.wsgi:app()"
    assert environ["COMMUNIQUE_SITE_NAME"] == "Lake Archive"
    assert environ["PATH"] == os.environ["PATH"]


def test_a_port_in_use_is_said_with_its_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"cannot listen on 127.0.0.1 port {port}: ") as raised:
            require_free(Settings(host="127.0.0.1", port=port))
    assert raised.value.remedy == "communique serve --port ANOTHER"


def test_a_free_port_is_free_and_stays_so() -> None:
    settings = Settings(host="127.0.0.1", port=free_port())
    require_free(settings)
    require_free(settings)
    with socket.create_server((settings.host, settings.port)):
        pass


def test_a_port_that_a_server_has_just_left_is_free() -> None:
    """Its last connection is still in the system's table, which only who says that it may be reused gets past."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        client = socket.create_connection(("127.0.0.1", port))
        connection, _ = server.accept()
        connection.close()  # who closes first waits
        client.close()
    require_free(Settings(host="127.0.0.1", port=port))


@pytest.mark.parametrize(
    ("settings", "warned"),
    [
        (Settings(), False),
        (Settings(host="0.0.0.0"), True),  # noqa: S104 - not bound
        (Settings(host="::"), True),
        (Settings(host="0.0.0.0", trusted_proxies=1), False),  # noqa: S104 - not bound
    ],
)
def test_who_lets_everybody_in_without_a_proxy_is_warned(settings: Settings, warned: bool) -> None:
    assert ("COMMUNIQUE_TRUSTED_PROXIES" in " ".join(warnings(settings))) == warned


def test_a_token_that_could_be_guessed_stops_the_server_before_anything_is_indexed(tmp_path: Path) -> None:
    environ = {"COMMUNIQUE_TOKEN": "short", "COMMUNIQUE_PORT": str(free_port()), "COMMUNIQUE_CORPUS": str(tmp_path)}
    ended = CliRunner(env=environ).invoke(main, ["serve"])
    assert ended.exit_code == SettingsError.exit_code
    assert list(tmp_path.iterdir()) == []
