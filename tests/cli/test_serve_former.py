"""`serve` after an upgrade: what is there answers at once, and the new index is built beside it."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.cli.commands import main
from indexer.errors import SettingsError
from indexer.generations import generations_at
from indexer.generations.lock import writer_lock
from indexer.indexing.update import aside
from indexer.settings import Settings
from tests.archive import Archive
from tests.former_release import left, stored
from tests.machine import PATIENCE, eventually, free_port


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Of a release that read files otherwise, too."""
    archive = left(tmp_path, max(schema for schema, _ in stored()), "whoosh")
    _aged(archive)
    return archive


def _aged(archive: Archive) -> None:
    file = generations_at(archive.settings.index).in_force().folder / "fingerprint"
    file.write_text(json.dumps({**json.loads(file.read_text()), "extractor": 0}))


def in_force(archive: Archive) -> str:
    return generations_at(archive.settings.index).in_force().name


def served(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[list[str]]]:
    """What the command says, and the processes that it would start; the server itself is not started."""
    begun: list[list[str]] = []

    def spawned(program: str, command: list[str], environ: dict[str, str], file_actions: object) -> None:
        begun.append([*command[1:], environ["COMMUNIQUE_CORPUS"], environ["COMMUNIQUE_INDEX"]])

    monkeypatch.setattr(os, "posix_spawn", spawned)
    monkeypatch.setattr("indexer.cli.serve.serve", lambda settings: None)
    options = ["--corpus", str(archive.corpus), "--index", archive.settings.index]
    done = CliRunner().invoke(main, [*options, "serve", "--port", str(free_port())])
    assert done.exit_code == 0, done.output
    return done.output, begun


def test_the_server_starts_at_once_and_the_new_index_is_built_beside_it(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, begun = served(archive, monkeypatch)
    assert "building the index anew, because these changed: " in said
    assert "the reading of files" in said
    assert begun == [["-m", "indexer", "update", str(archive.corpus), archive.settings.index]]
    archive.update()
    assert aside(archive.settings) == ()


def test_an_index_that_cannot_answer_is_built_before_the_server_starts(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Settings] = []
    monkeypatch.setattr("indexer.cli.commands._update_if_possible", built.append)
    (generations_at(archive.settings.index).in_force().folder / "fingerprint").write_text("scribbles")
    assert (served(archive, monkeypatch)[1], len(built)) == ([], 1)


def test_a_broken_authority_file_stops_the_server_before_anything_is_built(archive: Archive) -> None:
    names = archive.folder / "names"
    names.mkdir()
    (names / "own.toml").write_text("[[organisation")
    options = ["--corpus", str(archive.corpus), "--index", archive.settings.index]
    environ = {"COMMUNIQUE_AUTHORITY": str(names)}
    done = CliRunner(env=environ).invoke(main, [*options, "serve", "--port", str(free_port())])
    assert done.exit_code == SettingsError.exit_code
    assert in_force(archive) == "g000001"


def test_pages_are_answered_before_and_after_and_a_build_that_fails_is_told_in_one_line(tmp_path: Path) -> None:
    archive = left(tmp_path, max(schema for schema, _ in stored()), "tantivy")
    _aged(archive)
    settings = archive.settings.changed(port=free_port(), web_workers=1)
    log = tmp_path / "log"
    with writer_lock(generations_at(settings.index).lock, "test"), log.open("wb") as told:
        environ = {**os.environ, **settings.environment()}
        command = [sys.executable, "-m", "indexer", "serve"]
        process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=told)
        eventually(lambda: _ready(settings) == "g000001")
        eventually(lambda: "to mend it: wait until it ends" in log.read_text())
    try:
        (line,) = (line for line in log.read_text().splitlines() if "communique: " in line)
        assert "the index is being written by process" in line
        page = _get(settings, "search?q=helicopter")
        assert "Council hears report about beta" in page
        assert "release" not in page
        archive.update()
        assert _ready(settings) == "g000002"
        assert "Council hears report about beta" in _get(settings, "search?q=helicopter")
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _ready(settings: Settings) -> str:
    """The generation that answers; empty while none does."""
    try:
        return str(json.loads(_get(settings, "readyz"))["generation"].partition(".")[0])
    except OSError:
        return ""


def _get(settings: Settings, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/{path}", timeout=PATIENCE) as answer:
        return str(answer.read().decode())
