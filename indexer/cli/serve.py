"""`communique serve` becomes gunicorn: the settings travel in the environment, the process is replaced."""

import os
import socket
import sys
from collections.abc import Iterator
from typing import NoReturn

from indexer.errors import SettingsError
from indexer.settings import Settings


def address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


def require_free(settings: Settings) -> None:
    """Raises `SettingsError` where nothing can listen at the address."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            message = f"cannot listen on {settings.host} port {settings.port}: {error.strerror}"
            raise SettingsError(message, "communique serve --port ANOTHER") from error


def warnings(settings: Settings) -> Iterator[str]:
    """What an operator should know before strangers come."""
    if settings.bearer_token and not os.access(settings.corpus, os.W_OK, effective_ids=True):
        yield f"{settings.corpus} cannot be written to: over HTTP updates can be started, and no articles pushed"
    if settings.host in {"0.0.0.0", "::"} and not settings.trusted_proxies:  # noqa: S104 - compared, not bound
        yield (
            "anyone who reaches this machine reaches the archive, without https; "
            "behind a proxy set COMMUNIQUE_TRUSTED_PROXIES, so that its clients are told apart"
        )


def update_beside(settings: Settings) -> None:
    """Starts an update in a process of its own, which says itself what becomes of it."""
    nothing = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
    command, environ = [sys.executable, "-m", "indexer", "update"], {**os.environ, **settings.environment()}
    os.posix_spawn(sys.executable, command, environ, file_actions=[nothing])


def serve(settings: Settings) -> NoReturn:
    """Does not return: this process becomes gunicorn's."""
    sys.stdout.flush()
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    arguments = ["--bind", f"{host}:{settings.port}", "--workers", str(settings.web_workers)]
    # Threads meet whole requests only; /dev/shm keeps heartbeats off a slow disk; answers are sent by the loop.
    arguments += ["--worker-class", "web.server.worker.Worker", "--no-sendfile", "--worker-connections", "2000"]
    # The longest that gunicorn can read: at its own default, half of that, a long query gets its error, not our page.
    arguments += ["--limit-request-line", "8190"]
    arguments += ["--threads", "6", "--log-level", "warning", "--worker-tmp-dir", "/dev/shm"]  # noqa: S108 - the folder only holds gunicorn's own heartbeat files
    command = [sys.executable, "-m", "gunicorn", *arguments, "web.wsgi:app()"]
    os.execve(sys.executable, command, {**os.environ, **settings.environment()})  # noqa: S606 - replaces this process with the server on purpose, without a shell
