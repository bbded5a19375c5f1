"""A cluster behind TLS and passwords: whoever may gets in, all others learn what to set, and no secret is told."""

import json
import logging
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from indexer.engines.opensearch.client import PREFIX, Access, Cluster, Place
from indexer.errors import SettingsError
from tests.archive import Archive
from tests.engines.opensearch.guarded import Certificates, Guarded, NoOpensslError
from tests.engines.opensearch.nodes import Nodes

pytestmark = pytest.mark.cluster

USER, PASSWORD, KEY = "паром", "hush: гавань", "aHVzaA-hush_key=="
PAIR = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
BY_PASSWORD = {"USER": USER, "PASSWORD": PASSWORD}
BY_KEY = {"API_KEY": KEY}
WRONG = [{"USER": USER, "PASSWORD": "hush wrong"}, {"API_KEY": "hush-wrong"}, {}]
WRONG_IDS = ["wrong password", "wrong key", "nothing"]
CALLS = [("update",), ("search", "council")]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    try:
        return Certificates.made_in(tmp_path_factory.mktemp("certificates"))
    except NoOpensslError as reason:
        pytest.skip(str(reason))


@pytest.fixture
def way(cluster: Nodes, certificates: Certificates) -> Iterator[Guarded]:
    with Guarded(cluster.ports[0][0], certificates, {f"Basic {PAIR}", f"ApiKey {KEY}"}) as guarded:
        yield guarded


@pytest.fixture
def place(way: Guarded, cluster: Nodes) -> str:
    return f"{way.host}/{cluster.fresh_address().rpartition('/')[2]}"


def _environ(given: dict[str, str], ca: Path | None) -> dict[str, str]:
    """The variables of a test in place of all that this machine may have set."""
    asked = {**given, **({"CA": str(ca)} if ca else {}), "PATIENCE": "2"}
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**others, "COMMUNIQUE_INDEX_WORKERS": "1", **{PREFIX + name: value for name, value in asked.items()}}


@dataclass(frozen=True, slots=True)
class Operator:
    """Has three articles, and calls the command with an address."""

    archive: Archive
    place: str
    authority: Path

    def call(self, *words: str, given: dict[str, str], trusting: bool = True) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "indexer", "--corpus", str(self.archive.corpus)]
        command += ["--index", f"opensearch:{self.place}", *words]
        environ = _environ(given, self.authority if trusting else None)
        return subprocess.run(
            command, cwd=self.archive.folder, env=environ, capture_output=True, text=True, check=False
        )


@pytest.fixture
def operator(place: str, certificates: Certificates, tmp_path: Path) -> Operator:
    archive = Archive(tmp_path)
    for number in range(3):
        archive.write(f"story-{number}.txt")
    return Operator(archive, place, certificates.authority)


def _tells_no_secret(text: str) -> bool:
    return not any(secret in text for secret in ("hush", PASSWORD, KEY, PAIR))


@pytest.mark.parametrize("given", [BY_PASSWORD, BY_KEY], ids=["password", "key"])
def test_an_archive_is_filled_and_searched_over_tls(way: Guarded, operator: Operator, given: dict[str, str]) -> None:
    updated = operator.call("update", given=given)
    assert (updated.returncode, updated.stderr) == (0, "")
    found = operator.call("search", "--json", "council", given=given)
    assert json.loads(found.stdout)["total"] == 3
    assert way.passed > 10
    assert way.faults == 0
    assert _tells_no_secret(updated.stdout + found.stdout + found.stderr)


@pytest.mark.parametrize("given", WRONG, ids=WRONG_IDS)
@pytest.mark.parametrize("words", CALLS, ids=["update", "search"])
def test_a_stranger_is_told_what_to_set(
    way: Guarded, operator: Operator, given: dict[str, str], words: tuple[str, ...]
) -> None:
    ended = operator.call(*words, given=given)
    assert ended.returncode == SettingsError.exit_code
    assert "does not let us in" in ended.stderr
    assert f"{PREFIX}PASSWORD" in ended.stderr.partition("to mend it: ")[2]
    assert "Traceback" not in ended.stderr
    assert _tells_no_secret(ended.stdout + ended.stderr)
    assert way.passed == 0
    assert way.faults > 0


@pytest.mark.parametrize("words", CALLS, ids=["update", "search"])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    way: Guarded, operator: Operator, words: tuple[str, ...]
) -> None:
    ended = operator.call(*words, given=BY_PASSWORD, trusting=False)
    assert ended.returncode == SettingsError.exit_code
    assert f"{PREFIX}CA" in ended.stderr.partition("to mend it: ")[2]
    assert "Traceback" not in ended.stderr
    assert _tells_no_secret(ended.stdout + ended.stderr)
    assert (way.passed, way.faults) == (0, 0)


@pytest.mark.parametrize("given", WRONG[:2], ids=WRONG_IDS[:2])
@pytest.mark.parametrize("trusting", [True, False], ids=["CA", "no CA"])
def test_neither_log_nor_error_nor_printed_form_tells_a_secret(
    place: str,
    certificates: Certificates,
    caplog: pytest.LogCaptureFixture,
    given: dict[str, str],
    trusting: bool,
) -> None:
    access = Access.from_environ(_environ(given, certificates.authority if trusting else None))
    cluster = Cluster(Place.of(place), access)
    with caplog.at_level(logging.DEBUG), pytest.raises(SettingsError) as raised:
        cluster.call(lambda client: client.info())
    assert caplog.records
    told = (str(raised.value), raised.value.remedy, repr(raised.value), repr(raised.value.__cause__), caplog.text)
    assert _tells_no_secret(" ".join(told) + repr(access) + repr(vars(cluster)))
    cluster.close()


def test_what_is_said_to_a_trusted_cluster_is_logged_without_credentials(
    place: str, certificates: Certificates, caplog: pytest.LogCaptureFixture
) -> None:
    cluster = Cluster(Place.of(place), Access.from_environ(_environ(BY_PASSWORD, certificates.authority)))
    with caplog.at_level(logging.DEBUG):
        assert cluster.call(lambda client: client.info())["version"]
    assert caplog.records
    assert _tells_no_secret(caplog.text)
    cluster.close()
