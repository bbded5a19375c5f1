"""The command as an operator runs it: a process with arguments, an exit code, and what it prints."""

import gc
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.cli.commands import main
from indexer.generations import generations_at
from indexer.settings import Settings
from tests.archive import Archive, story
from tests.machine import eventually, free_port

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return _of_two(tmp_path)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that found no index and made one; for tests that only read."""
    with _served(_of_two(tmp_path_factory.mktemp("served"))) as address:
        yield address


def _of_two(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.write("alpha.txt")
    archive.write("beta.txt", story("beta", "A helicopter was shown.", date="24.11.2016 13:44"))
    return archive


def communique(archive: Archive, *arguments: str) -> subprocess.CompletedProcess[str]:
    return in_one_process(archive, arguments)[0]


def in_one_process(archive: Archive, *commands: Sequence[str]) -> list[subprocess.CompletedProcess[str]]:
    """One after the other, each as if it were alone: what it left unclosed is said before the next one begins."""
    environ = {**os.environ, "PYTHONWARNINGS": "always::ResourceWarning", "COMMUNIQUE_INDEX_WORKERS": "1"}
    given = ["--corpus", str(archive.corpus), "--index", archive.settings.index]
    lines = json.dumps([[*given, *arguments] for arguments in commands])
    run = [sys.executable, "-c", _EACH, lines]
    done = subprocess.run(run, capture_output=True, text=True, env=environ, check=False)
    outs, errs = done.stdout.split(_END), done.stderr.split(_END)
    assert len(outs) == len(errs) == len(commands) + 1, done.stderr
    parts = zip(commands, outs, errs, strict=False)
    return [subprocess.CompletedProcess(each, int(out[:3]), out[3:], err) for each, out, err in parts]


_END = "\n==end==\n"
_EACH = f"""
import contextlib, gc, io, json, sys
from indexer.cli.commands import main
for arguments in json.loads(sys.argv[1]):
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            main(arguments, "communique")
    except SystemExit as ended:
        code = int(ended.code or 0)
    gc.collect()
    print(f"{{code:03}}{{said.getvalue()}}", end={_END!r})
    print(end={_END!r}, file=sys.stderr)
"""


def test_every_command_closes_what_it_opens(archive: Archive) -> None:
    """From Python 3.13 on it also says which connection to SQLite was left to the collector."""
    copy = str(archive.folder / "copy.tar.gz")
    archive.write("broken.json", "{")
    for done in in_one_process(
        archive,
        ["update"],
        ["update", "--dry-run"],
        ["search", "council"],
        ["status"],
        ["check"],
        ["export", str(archive.folder / "all.jsonl")],
        ["rebuild"],
        ["rollback"],
        ["backup", copy],
        ["restore", copy],
        ["authority", "check"],
        ["authority", "suggest"],
    ):
        assert (done.returncode, done.stderr) == (0, ""), done.args


@pytest.mark.parametrize("command", ["update", "rebuild"])
def test_a_command_that_writes_seldom_looks_for_cycles(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    usual, seen = gc.get_threshold(), []
    monkeypatch.setattr(f"indexer.indexing.update.{command}", lambda *_: seen.append(gc.get_threshold()))
    monkeypatch.setattr("indexer.cli.terminal.show_summary", lambda _: None)
    options = ["--corpus", str(archive.corpus), "--index", archive.settings.index]
    assert CliRunner().invoke(main, [*options, command]).exit_code == 0
    assert seen[0][0] >= 20 * usual[0]  # 700 objects up to Python 3.12, 2,000 from then on
    assert gc.get_threshold() == usual


def test_update_search_and_status_say_what_was_done(archive: Archive) -> None:
    archive.write("broken.json", "{")
    updated, found, status = in_one_process(archive, ["update"], ["search", "helicopter"], ["status"])
    assert (updated.returncode, updated.stderr) == (0, "")
    assert updated.stdout.startswith("2 articles: 2 added, 0 changed, 0 removed, 0 unchanged, 1 rejected")
    assert "Council hears report about beta" in found.stdout
    assert re.search(r"2016 +1 ", status.stdout)
    assert "broken.json: " in status.stdout


def test_check_says_what_is_whole_and_what_mends_what_is_not(archive: Archive) -> None:
    archive.update()
    whole = communique(archive, "check")
    assert (whole.returncode, whole.stdout.splitlines()[-1]) == (0, "whole")
    assert "generation g000001: " in whole.stdout
    assert "corpus: 2 files as indexed, 0 to read, 0 gone" in whole.stdout
    archive.rebuild()
    (file,) = generations_at(archive.settings.index).in_force().index.glob("*.pst")
    file.write_bytes(file.read_bytes()[:-1])
    for arguments in (["check"], ["status"], ["update"], ["search", "council"]):
        done = communique(archive, *arguments)
        assert done.returncode == 6, arguments
        assert file.name in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert "to mend it: communique rollback, then communique update" in communique(archive, "check").stderr
    communique(archive, "rollback")
    assert communique(archive, "check").returncode == 0


def test_search_json_has_the_form_of_the_api(archive: Archive) -> None:
    archive.update()
    found = json.loads(communique(archive, "search", "--json", "--year", "2016", "council").stdout)
    assert found["total"] == 1
    assert found["query"]["text"] == "council"
    assert found["results"][0]["date"] == "2016-11-24"
    assert {"value": "2016", "count": 1, "selected": True, "excluded": False} in found["facets"]["year"]


def test_the_global_options_may_follow_the_command(archive: Archive) -> None:
    command = [
        sys.executable,
        "-m",
        "indexer",
        "update",
        "--corpus",
        str(archive.corpus),
        "--index",
        archive.settings.index,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:10]) == (0, "2 articles")


@pytest.mark.parametrize(
    ("arguments", "code", "remedy"),
    [
        (["search", "x"], 3, "communique update"),
        (["status"], 3, "communique update"),
        (["--corpus", "/nowhere", "update"], 2, "--corpus DIR"),
        (["--index", "nonsense", "update"], 2, "whoosh:var/index"),
        (["--index", "nonsense:x", "update"], 2, "whoosh:var/index"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_an_operators_mistake_ends_with_its_code_and_the_mend(
    archive: Archive, arguments: list[str], code: int, remedy: str
) -> None:
    done = communique(archive, *arguments)
    assert done.returncode == code
    assert remedy in done.stderr
    assert "Traceback" not in done.stderr
    assert not (archive.folder / "index").exists()
    assert not Path("x").exists()


def test_an_update_that_would_take_too_much_away_stops_with_its_code_and_the_option(archive: Archive) -> None:
    archive.update()
    for path in archive.corpus.iterdir():
        path.unlink()
    for command in (["update"], ["update", "--dry-run"], ["rebuild"]):
        done = communique(archive, *command)
        assert done.returncode == 10
        assert "2 of 2 articles would be taken away" in done.stderr
        assert "--allow-removals" in done.stderr
    assert communique(archive, "update", "--allow-removals").stdout.startswith("0 articles: 0 added, 0 changed, 2 rem")


def test_an_archive_without_its_corpus_is_served_as_it_is(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.update()
    for path in archive.corpus.iterdir():
        path.unlink()
    served: list[Settings] = []
    monkeypatch.setattr("indexer.cli.serve.serve", served.append)
    options = ["--corpus", str(archive.corpus), "--index", archive.settings.index]
    done = CliRunner().invoke(main, [*options, "serve", "--port", str(free_port())])
    assert (done.exit_code, len(served)) == (0, 1)
    assert archive.total() == 2


def test_serve_indexes_prints_its_address_and_answers(served: str) -> None:
    with urllib.request.urlopen(f"{served}api/search?q=helicopter", timeout=60) as answer:
        assert json.load(answer)["total"] == 1
    with urllib.request.urlopen(f"{served}readyz", timeout=60) as answer:
        assert answer.status == 200


def test_a_query_of_7000_characters_gets_our_page(served: str) -> None:
    with urllib.request.urlopen(f"{served}search?q={'helicopter+' * 640}"[:7_000], timeout=60) as answer:
        assert answer.status == 200
        assert "This is a long text; it is searched by its most telling word." in answer.read().decode()


def test_a_running_server_shows_what_another_process_indexed(archive: Archive) -> None:
    archive.update()
    with _served(archive) as address:
        archive.write("gamma.txt")
        communique(archive, "update")
        with urllib.request.urlopen(f"{address}api/search?q=gamma", timeout=60) as answer:
            assert json.load(answer)["total"] == 1
        communique(archive, "rebuild")
        with urllib.request.urlopen(f"{address}api/search?q=gamma", timeout=60) as answer:
            found = json.load(answer)
        assert (found["total"], found["generation"].split(".")[0]) == (1, "g000002")


def test_a_port_in_use_is_said_before_anything_is_indexed(archive: Archive) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = communique(archive, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert not (archive.folder / "index").exists()


@contextmanager
def _served(archive: Archive) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "indexer", "--corpus", str(archive.corpus), "--index", archive.settings.index]
    process = subprocess.Popen([*command, "serve", "--port", str(port)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        lines = iter(process.stdout.readline, "")
        address = next(found.group() for line in lines if (found := re.search(r"http://\S+/", line)))
        _wait_until_alive(address)
        yield address
    finally:
        os.kill(process.pid, signal.SIGTERM)
        process.communicate(timeout=60)


def _wait_until_alive(address: str) -> None:
    eventually(lambda: _is_alive(address))


def _is_alive(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}healthz", timeout=30).close()
    except OSError:
        return False
    return True
