"""The Dockerfile, read line by line: its form always; its steps on request, where no Docker engine can run them.

COMMUNIQUE_RUN_DOCKERFILE=/usr/bin/python3 (any interpreter that has venv and pip) runs the build's RUN lines in a fresh
folder (a minute, needs the package index), then CMD and HEALTHCHECK: as nobody where the tests run as root and
nobody may read that interpreter.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from indexer.settings import PREFIX, Settings
from tests.machine import free_port

ROOT = Path(__file__).parent.parent
NOBODY = 65534
PYTHON = os.environ.get("COMMUNIQUE_RUN_DOCKERFILE", "")


@dataclass(frozen=True, slots=True)
class Instruction:
    word: str
    rest: str


def instructions() -> list[Instruction]:
    text = (ROOT / "Dockerfile").read_text()
    lines = re.sub(r"(?m)^#.*\n", "", text).replace("\\\n", " ").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line.strip())
    return [Instruction(word, " ".join(rest.split())) for word, rest in pairs]


def stages() -> list[list[Instruction]]:
    found: list[list[Instruction]] = []
    for each in instructions():
        if each.word == "FROM":
            found.append([])
        found[-1].append(each)
    return found


def all_of(stage: list[Instruction], word: str) -> list[str]:
    return [each.rest for each in stage if each.word == word]


def environment() -> dict[str, str]:
    pairs = (pair.split("=", 1) for rest in all_of(stages()[-1], "ENV") for pair in shlex.split(rest))
    return dict(pairs)


def health_check() -> list[str]:
    words: list[str] = json.loads(all_of(stages()[-1], "HEALTHCHECK")[0].split("CMD ", 1)[1])
    return words


def command() -> list[str]:
    words: list[str] = json.loads(all_of(stages()[-1], "CMD")[0])
    return words


def test_it_builds_in_one_stage_and_runs_in_another() -> None:
    assert [stage[0].rest for stage in stages()] == ["python:3.11-slim AS build", "python:3.11-slim"]
    assert all(" AS " in stage[0].rest for stage in stages()[:-1])


def test_nothing_of_the_build_but_the_environment_reaches_the_image() -> None:
    copied = [rest for rest in all_of(stages()[-1], "COPY") if rest.startswith("--from")]
    assert copied == ["--from=build /opt/communique /opt/communique"]


def test_it_does_not_run_as_root() -> None:
    last = stages()[-1]
    users = all_of(last, "USER")
    assert len(users) == 1
    assert int(users[0]) >= 1000
    assert [each.word for each in last].index("USER") > max(n for n, each in enumerate(last) if each.word == "RUN")


def test_corpus_and_index_are_on_volumes_and_the_settings_point_there() -> None:
    volumes = json.loads(all_of(stages()[-1], "VOLUME")[0])
    chosen = environment()
    assert chosen["COMMUNIQUE_CORPUS"] in volumes
    assert any(chosen["COMMUNIQUE_INDEX"].partition(":")[2].startswith(f"{volume}/") for volume in volumes)


def test_every_setting_in_it_exists() -> None:
    known = {PREFIX + knob.name.upper() for knob in fields(Settings)}
    assert {name for name in environment() if name.startswith("COMMUNIQUE_")} <= known


def test_the_port_is_the_same_everywhere() -> None:
    port = environment()["COMMUNIQUE_PORT"]
    assert all_of(stages()[-1], "EXPOSE") == [port]
    assert f":{port}/readyz" in health_check()[-1]


def test_it_starts_the_server_without_a_shell_between() -> None:
    assert command() == ["communique", "serve"]
    assert health_check()[:2] == ["python", "-c"]
    compile(health_check()[2], "HEALTHCHECK", "exec")


def test_what_it_copies_is_there_and_not_ignored() -> None:
    ignored = {line.strip().rstrip("/") for line in (ROOT / ".dockerignore").read_text().splitlines()}
    sources = [
        source
        for stage in stages()
        for rest in all_of(stage, "COPY")
        if not rest.startswith("--from")
        for source in rest.split()[:-1]
    ]
    assert sources
    assert [source for source in sources if not (ROOT / source).exists() or source in ignored] == []


def test_what_ends_up_in_the_wheel_is_copied_into_the_build() -> None:
    configured = re.search(r"^packages = (\[.*\])$", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert configured
    copied = " ".join(all_of(stages()[0], "COPY")).split()
    assert set(json.loads(configured[1])) | {"pyproject.toml", "README.md", "LICENSE"} <= set(copied)


@dataclass(frozen=True, slots=True)
class Image:
    """What the steps left in a folder that stands for the image's root."""

    root: Path
    environ: dict[str, str]
    port: int
    user: int | None

    def run(self, words: list[str]) -> "subprocess.Popen[bytes]":
        placed = [word.replace(":8000", f":{self.port}") for word in words]
        program = shutil.which(placed[0], path=self.environ["PATH"]) or placed[0]
        user = self.user
        return subprocess.Popen(
            [program, *placed[1:]],
            env=self.environ,
            cwd=self.root / "data",
            start_new_session=True,
            user=user,
            group=user,
            extra_groups=[] if user else None,
        )


def in_root(text: str, root: Path) -> str:
    """The image's absolute paths moved below `root`."""
    return re.sub(r"(?<![\w./-])/(?=(?:src|wheels|opt|corpus|data)\b)", f"{root}/", text)


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    if not PYTHON:
        pytest.skip("installs everything anew; COMMUNIQUE_RUN_DOCKERFILE=/path/to/python asks for it")
    with tempfile.TemporaryDirectory(prefix="image") as folder:
        root = Path(folder)
        root.chmod(0o755)
        _build(root)
        yield Image(root, *_settled(root), _another_user(root))


def _build(root: Path) -> None:
    build = stages()[0]
    source = root / "src"
    source.mkdir()
    for rest in all_of(build, "COPY"):
        _copy(rest.split()[:-1], source)
    for line in all_of(build, "RUN"):
        subprocess.run(["sh", "-ec", in_root(line, root)], cwd=source, env=_python_first(), check=True)
    _copy(["corpus"], root)
    (root / "data").mkdir()


def _another_user(root: Path) -> int | None:
    """Nobody, made the owner of /data, if that is possible here."""
    python = root / "opt" / "communique" / "bin" / "python"
    try:
        subprocess.run([python, "-c", ""], user=NOBODY, group=NOBODY, extra_groups=[], check=True)
    except PermissionError:
        return None
    os.chown(root / "data", NOBODY, NOBODY)
    return NOBODY


def _copy(names: list[str], target: Path) -> None:
    for name in names:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target)


def _python_first() -> dict[str, str]:
    """`python` and `pip` of the chosen interpreter, as they are the image's own in the image."""
    return {"PATH": f"{Path(PYTHON).parent}:{os.environ['PATH']}", "HOME": "/nonexistent"}


def _settled(root: Path) -> tuple[dict[str, str], int]:
    port = free_port()
    chosen = {name: in_root(value, root).replace("$PATH", os.environ["PATH"]) for name, value in environment().items()}
    return {**chosen, "COMMUNIQUE_PORT": str(port)}, port


def test_its_steps_give_a_server_that_its_own_health_check_finds_healthy(image: Image) -> None:
    server = image.run(command())
    try:
        assert _healthy(image, server, 120)
        with urllib.request.urlopen(f"http://127.0.0.1:{image.port}/api/search?q=memorandum", timeout=10) as answer:
            assert json.load(answer)["total"] > 0
    finally:
        server.terminate()
        server.wait(20)
    assert image.run(health_check()).wait(20) != 0


def _healthy(image: Image, server: "subprocess.Popen[bytes]", seconds: int) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        if image.run(health_check()).wait(20) == 0:
            return True
        time.sleep(1)
    return False
