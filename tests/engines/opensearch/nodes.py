"""A real cluster on this machine: each node a process of its own that can be stopped, killed and started again."""

import json
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.machine import free_port

HERE = Path(__file__).parent
OLDEST_JDK = 21
START_SECONDS = 300  # three nodes take 20 where nothing else runs, over 90 beside another suite


class NoClusterError(Exception):
    """Why there can be none on this machine."""


def jdk() -> Path:
    """The newest JDK of this machine that is new enough."""
    given = os.environ.get("JAVA_HOME", "")
    homes = [Path(given), *Path("/usr/lib/jvm").glob("*")] if given else list(Path("/usr/lib/jvm").glob("*"))
    known = {home: _version(home) for home in homes}
    home = max(known, key=lambda each: known[each], default=Path())
    if known.get(home, 0) < OLDEST_JDK:
        raise NoClusterError(f"there is no JDK of version {OLDEST_JDK} or newer in JAVA_HOME or /usr/lib/jvm")
    return home


def _version(home: Path) -> int:
    """0 where it is no JDK: the launcher of a single source file needs the compiler."""
    release = home / "release"
    if not release.is_file() or not (home / "bin" / "javac").exists():
        return 0
    found = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8"), re.MULTILINE)
    return int(found.group(1)) if found else 0


def classpath(folder: Path) -> str:
    """The jars of OpenSearch, fetched by Maven where this machine does not have them yet."""
    maven = shutil.which("mvn")
    if maven is None:
        raise NoClusterError("there is no Maven (mvn)")
    listed = folder / "classpath"
    command = [maven, "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:build-classpath"]
    environment = {**os.environ, "JAVA_HOME": str(jdk())}
    ended = subprocess.run(
        [*command, f"-Dmdep.outputFile={listed}"], capture_output=True, text=True, env=environment, check=False
    )
    if ended.returncode:
        raise NoClusterError(f"Maven does not fetch OpenSearch: {ended.stdout[-500:]}")
    return listed.read_text(encoding="utf-8")


@dataclass
class Nodes:
    """Started by `start`, ended by `close`. Nodes are numbered from 0."""

    folder: Path
    size: int = 3
    heap: str = "512m"
    processes: dict[int, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _names: "count[int]" = field(default_factory=count)

    def start(self) -> None:
        self._java = [str(jdk() / "bin" / "java"), f"-Xms{self.heap}", f"-Xmx{self.heap}", "-XX:+UseSerialGC"]
        self._java += ["-XX:TieredStopAtLevel=1", "-cp", f"{self.folder}:{self._compiled()}", "OneNode"]
        self.ports = [(free_port(), free_port()) for _ in range(self.size)]
        for number in range(self.size):
            self.start_node(number)
        self.wait_for("yellow", nodes=self.size)

    def _compiled(self) -> str:
        """The jars that the program needs, which is now in the folder: a node that is started need not compile it."""
        jars = classpath(self.folder)
        compiler = str(jdk() / "bin" / "javac")
        subprocess.run([compiler, "-cp", jars, "-d", str(self.folder), str(HERE / "OneNode.java")], check=True)
        return jars

    def start_node(self, number: int) -> None:
        """Returns at once; a node that was there before finds its data again."""
        pairs = [f"{http}:{transport}" for http, transport in self.ports]
        command = [*self._java, str(self.folder / f"node-{number}"), str(number), *pairs]
        with (self.folder / f"node-{number}.log").open("ab") as log:
            self.processes[number] = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log)

    def kill(self, number: int) -> None:
        process = self.processes.pop(number)
        process.kill()
        process.communicate()

    def close(self) -> None:
        for process in self.processes.values():
            process.kill()
        for process in self.processes.values():
            process.communicate()

    @property
    def hosts(self) -> str:
        return "http://" + ",".join(f"127.0.0.1:{http}" for http, _ in self.ports)

    def fresh_address(self) -> str:
        """Where an index may be made; nothing is there yet."""
        return f"opensearch:{self.hosts}/articles-{next(self._names)}"

    def drop_all(self) -> None:
        """Removes every index: a cluster with few of them is whole again sooner."""
        for about in self.ask("/_cat/indices?format=json"):
            self.ask(f"/{about['index']}", "DELETE")

    def wait_for(self, health: str, nodes: int) -> None:
        """Until so many nodes form a cluster, and its indexes are "yellow" (all there) or "green" (all copies, too)."""
        path = f"/_cluster/health?wait_for_status={health}&wait_for_nodes={nodes}&timeout=5s"
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            for number, process in self.processes.items():
                if process.poll() is not None:
                    raise NoClusterError(f"node {number} ended: see {self.folder}/node-{number}.log")
            try:
                if not self.ask(path)["timed_out"]:
                    return
            except OSError:
                time.sleep(0.5)
        raise NoClusterError(f"{nodes} nodes did not form a {health} cluster in {START_SECONDS} s")

    def ask(self, path: str, method: str = "GET") -> Any:
        """A call of the cluster's own interface, by a node that lives."""
        http = self.ports[min(self.processes)][0]
        with urlopen(Request(f"http://127.0.0.1:{http}{path}", method=method), timeout=30) as answer:
            return json.loads(answer.read())
