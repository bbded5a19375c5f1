"""`communique watch`: the corpus folder is followed, and each change is indexed once its files have settled."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from watchfiles import watch as changes_in

from indexer.errors import IndexBusy, RemovalsHeld, SettingsError, StorageTrouble
from indexer.indexing.progress import Summary
from indexer.indexing.update import update
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import walk
from indexer.settings import Settings

_POLL_SECONDS = 0.2
_HELD_SECONDS = 2.0  # between two looks at a corpus of which too much is missing

State = dict[str, tuple[int, int]]


def follow(
    settings: Settings,
    report: Callable[[Summary], None],
    hold: Callable[[RemovalsHeld], None],
    stop: threading.Event | None = None,
) -> None:
    """Updates at once, then after each change, until `stop` is set. A corpus folder that vanishes is waited for, and
    nothing is removed from the index meanwhile; another writer is waited for as well. Where an update holds still,
    `hold` is told once, and nothing is indexed until the corpus is another one."""
    ended = stop or threading.Event()
    told = ""
    with closing(Workers(settings.corpus.resolve(), settings.authority, settings.index_workers)) as workers:
        for outcome in _outcomes(settings, workers, ended):
            if isinstance(outcome, RemovalsHeld):
                if str(outcome) != told:
                    hold(outcome)
                told = str(outcome)
            elif outcome:
                told = ""
                if outcome.did_something:
                    report(outcome)


def _outcomes(settings: Settings, workers: Workers, ended: threading.Event) -> Iterator[Summary | RemovalsHeld | None]:
    seen: State | None = None
    while not ended.is_set():
        try:
            for _ in _occasions(settings, ended):
                yield _update(settings, workers, ended)
        except RemovalsHeld as held:
            yield held
            seen = _another_state(settings, ended, seen)


def _another_state(settings: Settings, ended: threading.Event, seen: State | None) -> State:
    """Looks itself, as the system tells of changes, but not that a disk is there again. The first time every state is
    another one: what came back while the update held still was not seen."""
    now = seen
    while now == seen and not ended.wait(_HELD_SECONDS):
        now = _state(settings)
    _settle(settings, ended)
    return now or {}


def _occasions(settings: Settings, ended: threading.Event) -> Iterator[None]:
    """One at the start, then one whenever the corpus has changed and come to rest."""
    while not ended.is_set():
        if not settings.corpus.is_dir():
            ended.wait(_POLL_SECONDS)
            continue
        # The first turn of the loop finds nothing, and is there so that the corpus is watched before the first look.
        changes = changes_in(
            settings.corpus, stop_event=ended, step=50, debounce=400, yield_on_timeout=True, rust_timeout=200
        )
        try:
            for turn, changed in enumerate(changes):
                if not settings.corpus.is_dir():
                    break
                if changed:
                    _settle(settings, ended)
                if changed or not turn:
                    yield None
        except FileNotFoundError:
            continue


def _settle(settings: Settings, ended: threading.Event) -> None:
    """Returns when no file has changed in size or time for `settle_seconds`."""
    before, since = _state(settings), time.monotonic()
    while time.monotonic() - since < settings.settle_seconds and not ended.wait(_POLL_SECONDS):
        now = _state(settings)
        if now != before:
            before, since = now, time.monotonic()


def _state(settings: Settings) -> State:
    try:
        return {entry.path: (entry.size, entry.mtime_ns) for entry in walk(settings.corpus, settings.max_file_mb)}
    except (OSError, SettingsError, StorageTrouble):
        return {}


def _update(settings: Settings, workers: Workers, ended: threading.Event) -> Summary | None:
    while not ended.is_set():
        try:
            return update(settings, workers=workers)
        except IndexBusy:
            ended.wait(1)
        except (OSError, SettingsError, StorageTrouble):
            if Path(settings.corpus).is_dir():
                raise
            return None
    return None
