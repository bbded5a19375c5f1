"""What an operator does with an index on a cluster: build aside, switch, roll back, sweep, and fill it by several."""

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from indexer.errors import IndexMissing
from indexer.generations import generations_at
from indexer.generations.cluster import ClusterGenerations
from indexer.generations.live import open_live
from indexer.indexing.update import rebuild, rollback, update
from indexer.settings import Settings
from tests.archive import Archive
from tests.engines.opensearch.nodes import Nodes
from web import create_app

pytestmark = pytest.mark.cluster


@dataclass(frozen=True, slots=True)
class OnCluster(Archive):
    """An archive whose index is on a cluster; its catalog lies below the folder that commands are called in."""

    address: str = ""

    @property
    def settings(self) -> Settings:
        return Settings(corpus=self.corpus, index=self.address, index_workers=1)


@pytest.fixture
def archive(cluster: Nodes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OnCluster:
    monkeypatch.chdir(tmp_path)
    made = OnCluster(tmp_path, address=cluster.fresh_address())
    for number in range(6):
        made.write(f"story-{number}.txt")
    return made


def test_there_is_no_index_before_the_first_update(archive: OnCluster) -> None:
    with pytest.raises(IndexMissing) as raised, closing(open_live(archive.address)) as engine:
        engine.reader()
    assert raised.value.remedy == "communique update"


def test_a_site_is_not_ready_before_all_of_the_first_index_was_read(archive: OnCluster) -> None:
    with closing(open_live(archive.address)) as engine:
        client = create_app(engine, archive.settings).test_client()
        assert client.get("/readyz").status_code == 503
        archive.interrupted_update()
        answer = client.get("/readyz")
        assert (answer.status_code, answer.get_json()["remedy"]) == (503, "communique update")
        assert "still being built" in answer.get_json()["detail"]
        update(archive.settings)
        assert client.get("/readyz").get_json()["articles"] == 6
        archive.interrupted_update()
        assert client.get("/readyz").status_code == 200


def test_an_update_follows_the_corpus(archive: OnCluster) -> None:
    assert update(archive.settings).added == archive.total() == 6
    archive.write("story-1.txt", age=-5, content="Changed story\n\n2019-02-07\n\n" + "The council met. " * 30)
    (archive.corpus / "story-2.txt").unlink()
    summary = update(archive.settings)
    assert (summary.added, summary.changed, summary.removed) == (0, 1, 1)
    assert archive.total() == 5


def test_a_reader_goes_from_one_generation_to_the_next_and_back(archive: OnCluster) -> None:
    update(archive.settings)
    with closing(open_live(archive.address)) as engine:
        before = engine.reader()
        archive.write("story-7.txt")
        rebuild(archive.settings)
        after = engine.reader()
        assert (before.generation[:7], before.count) == ("g000001", 6)
        assert (after.generation[:7], after.count) == ("g000002", 7)
        assert rollback(archive.settings).name == "g000001"
        assert engine.reader().count == 6


def test_only_the_former_generation_is_kept(archive: OnCluster) -> None:
    for _ in range(2):
        update(archive.settings)
        rebuild(archive.settings)
    assert [each.name for each in generations_at(archive.address).all()] == ["g000002", "g000003"]


def test_a_build_that_died_is_never_gone_back_to(archive: OnCluster) -> None:
    update(archive.settings)
    generations = generations_at(archive.address)
    generations.begin(generations.in_force().fingerprint)
    rebuild(archive.settings)
    assert generations.in_force().name == "g000003"
    former = generations.former()
    assert former
    assert former.name == "g000001"
    assert archive.total() == 6


def test_an_indexer_that_saw_no_index_joins_the_one_that_another_began_meanwhile(
    archive: OnCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(archive.settings)
    archive.write("story-6.txt")
    look, looks = ClusterGenerations.current, iter([True])
    monkeypatch.setattr(ClusterGenerations, "current", lambda self: None if next(looks, False) else look(self))
    update(archive.settings)
    assert [each.name for each in generations_at(archive.address).all()] == ["g000001"]
    assert archive.total() == 7


def test_an_indexer_joins_what_another_machine_has_begun(archive: OnCluster) -> None:
    for number in range(6, 12):
        archive.write(f"story-{number}.txt")
    for number in (1, 2):
        machine = archive.folder / f"machine-{number}"
        machine.mkdir()
        command = [sys.executable, "-m", "indexer", "--corpus", str(archive.corpus), "--index", archive.address]
        assert subprocess.run([*command, "update", "--part", f"{number}/2"], cwd=machine, check=False).returncode == 0
    assert archive.total() == 12


def test_indexers_on_several_machines_fill_one_index_together(archive: OnCluster) -> None:
    """Each machine is a folder of its own here: nothing but the corpus and the cluster is shared."""
    for number in range(6, 40):
        archive.write(f"story-{number}.txt")
    running = []
    for number in (1, 2, 3):
        machine = archive.folder / f"machine-{number}"
        machine.mkdir()
        command = [sys.executable, "-m", "indexer", "--corpus", str(archive.corpus), "--index", archive.address]
        environ = {**os.environ, "COMMUNIQUE_BATCH": "4", "COMMUNIQUE_INDEX_WORKERS": "1"}
        command += ["update", "--part", f"{number}/3"]
        running.append(subprocess.Popen(command, cwd=machine, env=environ, stdout=subprocess.PIPE, text=True))
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sum(int(each.partition("articles: ")[2].split()[0]) for each in said) == archive.total() == 40
    assert [each.name for each in generations_at(archive.address).all()] == ["g000001"]
