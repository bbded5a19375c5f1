"""Addresses of clusters, what is asked of the environment, and how failures are told; none of it needs a cluster."""

import logging
import socket
from base64 import b64decode
from pathlib import Path

import pytest

from indexer.engines import open_engine
from indexer.engines.opensearch.client import Access, Cluster, Place
from indexer.errors import IndexBroken, SettingsError
from indexer.generations.live import open_live


def test_an_address_names_nodes_and_an_index() -> None:
    assert Place.of("http://one:9200,two:9201/press") == Place(("http://one:9200", "http://two:9201"), "press")
    assert Place.of("https://search.example.org/press").hosts == ("https://search.example.org:443",)
    assert Place.of("http://[::1]:9200/press").hosts == ("http://[::1]:9200",)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "host:9200/press",
        "http://host:9200",
        "http://host:9200/",
        "http:///press",
        "ftp://host/press",
        "http://host:9200/Press",
        "http://host:port/press",
        "http://host:9200/../press",
        "http://host:99999/press",
    ],
)
def test_an_address_that_is_none_is_said_with_its_remedy(wrong: str) -> None:
    with pytest.raises(SettingsError) as raised:
        open_engine(f"opensearch:{wrong}")
    assert raised.value.remedy


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    for wrong in ("http://ada:secret@host:9200/press", "http://ada:secret@host:9200/Press"):
        with pytest.raises(SettingsError) as raised:
            open_engine(f"opensearch:{wrong}")
        assert "secret" not in str(raised.value) + raised.value.remedy


def test_credentials_come_from_the_environment_and_are_shown_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    environ = {"COMMUNIQUE_OPENSEARCH_USER": "ada", "COMMUNIQUE_OPENSEARCH_PASSWORD": "hush-hush"}
    access = Access.from_environ({**environ, "COMMUNIQUE_OPENSEARCH_PATIENCE": "0"})
    assert access.options() == {"headers": {"Authorization": "Basic YWRhOmh1c2gtaHVzaA=="}}
    key = Access.from_environ({"COMMUNIQUE_OPENSEARCH_API_KEY": "hush-key"})
    assert key.options() == {"headers": {"Authorization": "ApiKey hush-key"}}
    with caplog.at_level(logging.DEBUG), pytest.raises(IndexBroken) as raised:
        Cluster(Place.of(f"http://127.0.0.1:{_closed_port()}/press"), access).call(lambda client: client.info())
    assert "hush" not in repr(access) + repr(key) + str(raised.value) + caplog.text


def test_a_user_and_a_password_may_be_of_any_letters() -> None:
    access = Access(user="паром", password="гавань")
    pair = access.options()["headers"]["Authorization"].removeprefix("Basic ")
    assert b64decode(pair).decode() == "паром:гавань"


@pytest.mark.parametrize("key", ["hush\nhush", "hush\thush", "тихо"])
def test_a_key_that_no_header_can_hold_is_said_and_not_repeated(key: str) -> None:
    with pytest.raises(SettingsError, match="COMMUNIQUE_OPENSEARCH_API_KEY") as raised:
        Access.from_environ({"COMMUNIQUE_OPENSEARCH_API_KEY": key})
    assert key not in str(raised.value) + raised.value.remedy


def test_a_file_without_a_certificate_is_said_with_its_variable(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("no certificate", encoding="utf-8")
    for name in ("empty", "missing"):
        with pytest.raises(SettingsError, match="COMMUNIQUE_OPENSEARCH_CA") as raised:
            Access.from_environ({"COMMUNIQUE_OPENSEARCH_CA": str(tmp_path / name)})
        assert raised.value.remedy


@pytest.mark.parametrize(("name", "value"), [("PATIENCE", "-1"), ("PATIENCE", "soon"), ("SHARDS", "0")])
def test_a_number_that_is_none_is_said_with_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"COMMUNIQUE_OPENSEARCH_{name}"):
        Access.from_environ({f"COMMUNIQUE_OPENSEARCH_{name}": value})


def test_a_cluster_that_does_not_answer_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_OPENSEARCH_PATIENCE", "0")
    with pytest.raises(IndexBroken) as raised:
        open_live(f"opensearch:http://127.0.0.1:{_closed_port()}/press").reader()
    assert raised.value.remedy
    assert raised.value.http_status == 503


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
