"""Requests that schemathesis makes from a description of the API, with the token: `python -m benchmarks.api_fuzz`.

Schemathesis is no dependency: `--schemathesis PATH` names its command where it is installed elsewhere. Ends with 1
where any request was answered with a 5xx, or not at all.
"""

import argparse
import json
import secrets
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from benchmarks.api_description import description
from benchmarks.growth_load import serving
from indexer.generations.live import open_live
from indexer.indexing.update import update
from indexer.settings import Settings

_CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--schemathesis", default="schemathesis")
    options.add_argument("--examples", type=int, default=100, help="of each operation")
    options.add_argument("--seed", type=int, default=5)
    chosen = options.parse_args()
    if shutil.which(chosen.schemathesis) is None:
        print("schemathesis is not there: install it in an environment of its own, and name it with --schemathesis")
        return 2
    with tempfile.TemporaryDirectory(prefix="api-fuzz-") as folder:
        shutil.copytree(_CORPUS, Path(folder) / "corpus")
        token = secrets.token_urlsafe(32)
        settings = Settings(corpus=Path(folder) / "corpus", index=f"whoosh:{folder}/index", token=token)
        update(settings)
        with closing(open_live(settings.index)) as engine:
            known = sorted(engine.reader().ids())
        (Path(folder) / "api.json").write_text(json.dumps(description(known)), encoding="utf-8")
        with serving(settings) as address:
            command = [chosen.schemathesis, "run", f"{folder}/api.json", "--url", address.rstrip("/")]
            command += ["--header", f"Authorization: Bearer {token}", "--checks", "not_a_server_error"]
            command += [
                "--phases",
                "examples,coverage,fuzzing",
                "--continue-on-failure",
                "--suppress-health-check",
                "all",
            ]
            command += ["--max-examples", str(chosen.examples), "--seed", str(chosen.seed), "--no-color"]
            return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
