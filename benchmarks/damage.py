"""Every kind of file of an index, damaged in every way: what `check` finds, and what everything else makes of it.

    python -m benchmarks.damage [--engine whoosh] [--articles 2000] [--places 12]

Bits are flipped, files cut, filled with zeros and deleted. `check` has to find each damage; `status`, `search`,
`update` and a server may only answer rightly, or with an error of their own. What was wrong is printed, and its number
is the exit code.
"""

import argparse
import json
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from click.testing import CliRunner, Result
from werkzeug.test import TestResponse

from benchmarks.speed_corpus import made_up
from indexer.cli.commands import main as command
from indexer.generations import generations_at
from indexer.generations.live import open_live
from indexer.indexing.catalog import Catalog, Pending
from indexer.settings import Settings
from web import create_app

TYPED = {0, 3, 4, 5, 6, 9}  # exit codes that say something
BROKEN = {3, 4, 6}
FOUND = ("/api/search?q={word}&size=50", "/api/search?q={word}~+OR+a*&sort=newest", "/export.jsonl?q={word}")


@dataclass(frozen=True, slots=True)
class Damage:
    """What is done to a file: its new content, or None where it is deleted."""

    name: str
    done: Callable[[bytes], bytes | None]


def damages(size: int, places: int) -> Iterator[Damage]:
    """Flips and cuts spread over a file of this size, its ends among them."""
    for at in sorted({round(each * (size - 1) / max(1, places - 1)) for each in range(places)}):
        yield Damage(f"bit {at % 8} of byte {at} flipped", partial(_flipped, at=at))
    for at in sorted({round(each * (size - 1) / max(1, places // 2 - 1)) for each in range(places // 2)}):
        yield Damage(f"cut to {at} bytes", partial(_cut, at=at))
    yield Damage("filled with zeros", lambda raw: bytes(len(raw)))
    yield Damage("deleted", lambda _: None)


def _flipped(raw: bytes, at: int) -> bytes:
    return raw[:at] + bytes([raw[at] ^ 1 << at % 8]) + raw[at + 1 :]


def _cut(raw: bytes, at: int) -> bytes:
    return raw[:at]


def kinds(root: Path) -> dict[str, Path]:
    """The largest file of each kind, by its suffix or its whole name."""
    found: dict[str, Path] = {}
    for path in sorted(root.rglob("*"), key=lambda each: each.stat().st_size):
        if path.is_file() and path.stat().st_size and not path.name.endswith((".lock", "LOCK", "-shm", "lock")):
            found[path.suffix or path.name] = path
    return found


@dataclass(frozen=True, slots=True)
class Archive:
    """A corpus and its index; `word` is in many of its articles, and `right` what a whole index answers."""

    settings: Settings
    root: Path
    word: str
    right: tuple[str, ...] = ()


def built(engine: str, folder: Path, articles: int) -> Archive:
    corpus = folder / "corpus"
    corpus.mkdir()
    with (corpus / "made-up.jsonl").open("w") as file:
        for each in made_up(articles):
            stored = {"id": each.id, "title": each.title, "text": each.text, "date": each.date.value}
            file.write(json.dumps(stored) + "\n")
    settings = Settings(corpus=corpus, index=f"{engine}:{folder / 'index'}", index_workers=1)
    _run(settings, "update")
    # A second commit: segments with deleted rows, and a state between commits that a kill would leave.
    (corpus / "later.txt").write_text("A later story\n\n2.3.2019\n\nThe council met, and heard a later report.\n")
    _run(settings, "update")
    with closing(open_live(settings.index)) as opened, closing(opened.reader()) as reader:
        word = max(reader.terms("any", "", 100_000), key=lambda each: each.document_frequency).term
    archive = Archive(settings, folder / "index", word)
    return Archive(settings, archive.root, word, answers(archive))


def wrong(archive: Archive, file: Path, damage: Damage, *, updating: bool = True) -> list[str]:
    """What is not as it should be with this one file damaged. The index is as before afterwards."""
    aside = archive.root.with_name("whole")
    shutil.copytree(archive.root, aside)
    try:
        content = damage.done(file.read_bytes())
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content)
        return list(_wrong(archive, updating=updating))
    finally:
        shutil.rmtree(archive.root)
        aside.rename(archive.root)


def _wrong(archive: Archive, *, updating: bool) -> Iterator[str]:
    checked = _run(archive.settings, "check")
    if checked.exit_code not in BROKEN:
        yield f"check ended with {checked.exit_code}: {checked.output}"
    yield from _untyped("status", _run(archive.settings, "status"))
    searched = _run(archive.settings, "search", archive.word)
    yield from _untyped("search", searched)
    given = answers(archive)
    if given != archive.right:
        yield f"the server answered something else: {[each[:200] for each in given]}"
    if updating:
        updated = _run(archive.settings, "update")
        yield from _untyped("update", updated)
        if not updated.exit_code and answers(archive) != archive.right:
            yield "an update built upon the damage"


def _untyped(name: str, result: Result) -> Iterator[str]:
    if result.exit_code not in TYPED or not isinstance(result.exception, SystemExit | None):
        yield f"{name} ended with {result.exit_code}: {result.exception!r}"


def _run(settings: Settings, *arguments: str) -> Result:
    given = ["--corpus", str(settings.corpus), "--index", settings.index]
    return CliRunner(env={"COMMUNIQUE_INDEX_WORKERS": "1"}).invoke(command, [*given, *arguments])


def answers(archive: Archive) -> tuple[str, ...]:
    """A server's, without what changes from one time to the next; those of an error are right where it says so."""
    engine = open_live(archive.settings.index, stand_in=True)
    client = create_app(engine, archive.settings).test_client()
    with closing(engine):
        given = [client.get(each.format(word=archive.word), buffered=True) for each in FOUND]
        right = archive.right or [""] * len(given)
        return tuple(
            known if each.status_code == 503 else _plain(each) for each, known in zip(given, right, strict=True)
        )


def _plain(answer: TestResponse) -> str:
    if answer.status_code != 200:
        return answer.status
    if not answer.is_json:
        return re.sub(r'"updated": "[^"]*"', "", answer.text)
    found = json.loads(answer.text)
    return json.dumps({key: found[key] for key in ("total", "results", "facets")})


def wrong_of_the_journal(archive: Archive, places: int) -> Iterator[str]:
    """A catalog's journal lies beside it after a kill only. SQLite passes over what is damaged in it, as if the kill
    had come earlier: that is no damage to find, but the next update has to end where it would have without."""
    generation = generations_at(archive.settings.index).in_force()
    with closing(Catalog(generation.catalog)) as catalog:
        with catalog.transaction():
            catalog.begin_commit([Pending("nobody", "later.txt")])
        raw = Path(f"{generation.catalog}-wal").read_bytes()
        whole = generation.catalog.read_bytes()
    manifest = generation.folder / "manifest.json"
    settled = manifest.read_bytes()
    for damage in damages(len(raw), places):
        manifest.write_bytes(settled)
        _run(archive.settings, "update")
        yield from _journal_trial(archive, whole, damage.done(raw), damage.name)


def _journal_trial(archive: Archive, whole: bytes, journal: bytes | None, name: str) -> Iterator[str]:
    generation = generations_at(archive.settings.index).in_force()
    generation.catalog.write_bytes(whole)
    if journal is not None:
        Path(f"{generation.catalog}-wal").write_bytes(journal)
    from indexer.generations.manifest import Manifest  # noqa: PLC0415 - only here is one made by hand

    Manifest().save(generation.folder)
    updated = _run(archive.settings, "update")
    yield from (f"journal {name}: {each}" for each in _untyped("update", updated))
    if updated.exit_code or answers(archive) != archive.right or _run(archive.settings, "check").exit_code:
        yield f"journal {name}: not as it would have been: {updated.output}"


def main() -> int:
    logging.disable()
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--engine", choices=["whoosh", "tantivy"], default="whoosh")
    options.add_argument("--articles", type=int, default=2_000)
    options.add_argument("--places", type=int, default=12)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = built(asked.engine, Path(folder), asked.articles)
        done, found = 0, 0
        for kind, file in sorted(kinds(archive.root).items()):
            bad = 0
            for damage in damages(file.stat().st_size, asked.places):
                done += 1
                for each in wrong(archive, file, damage):
                    bad += 1
                    print(f"{kind} ({file.name}), {damage.name}: {each}", flush=True)
            found += bad
            print(f"{kind}: {bad} wrong", flush=True)
        for each in wrong_of_the_journal(archive, asked.places):
            found += 1
            print(each)
        print(f"{asked.engine}: {done} damages of files, {found} wrong")
    return min(found, 100)


if __name__ == "__main__":
    os.environ.setdefault("TERM", "dumb")
    sys.exit(main())
