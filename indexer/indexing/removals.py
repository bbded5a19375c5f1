"""What an update would take away, judged before anything is: a mount that is gone must not empty the archive.

All that may go is added up first, which costs next to nothing. Only where that is too much are the files that changed
looked into, those with the most articles first, and then the new ones, until it is plain that enough is found again.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from indexer.errors import RemovalsHeld
from indexer.indexing.catalog import Catalog, FileRow
from indexer.indexing.changes import Plan, compare, with_parents
from indexer.indexing.history import History
from indexer.indexing.loss import FEW, Loss, folder_of, held, is_too_much
from indexer.indexing.partition import Partition
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import Entry, walk
from indexer.ingest.outline import Glance, Outline
from indexer.settings import Settings

ANY = 100  # per cent


def planned(settings: Settings, catalog: Catalog, history: History, workers: Workers) -> Plan:
    """What an update has to do, and why it must not be done."""
    found = walk(settings.corpus, settings.max_file_mb)
    with catalog.snapshot():
        plan = compare(found, catalog, Partition.parse(settings.part))
    return replace(plan, held=_judged(plan, catalog, history, workers, settings))


def _judged(
    plan: Plan, catalog: Catalog, history: History, workers: Workers, settings: Settings
) -> RemovalsHeld | None:
    if settings.removals_percent >= ANY or not _is_doubtful(plan, catalog, settings):
        return None
    loss = _at_stake(plan, catalog, settings)
    for entry, row in _changing(plan, catalog):
        if len(loss.by_path.get(entry.path, ())) >= FEW and _is_as_before(settings.corpus, row):
            loss.find_file(entry.path)
    outlines = workers.outlines(_glances(plan, loss, catalog))
    while loss.is_too_much and (outline := next(outlines, None)):
        _find(outline, loss, catalog, history)
    return loss.error() if loss.is_too_much else None


def judge_built(former: Catalog, built: Catalog, settings: Settings) -> RemovalsHeld | None:
    """The same of an index that is to take another one's place, by what it holds."""
    if settings.removals_percent >= ANY:
        return None
    withdrawn = {row.path for row in former.files() if row.is_withdrawn}
    gone = [row for row in former.articles() if row.path not in withdrawn and built.article(row.id) is None]
    if not gone:
        return None
    folders = with_parents({row.path.rpartition("/")[0] for row in built.files()})
    before = {path: file for path in {row.path for row in gone} if (file := former.file(path))}
    loss = Loss(gone, before, folders, former.article_count(), settings.removals_percent)
    for row in built.articles():
        if former.article(row.id) is None:
            loss.find_like(row.draft, built.sha256_of(row.path))
    return loss.error() if loss.is_too_much else None


def judge_count(former: int, built: int, settings: Settings) -> RemovalsHeld | None:
    """The same where nothing but its number is known of what is in force."""
    gone = former - built
    return held(f"{gone:,} of {former:,}") if is_too_much(gone, former, settings.removals_percent) else None


def _going(plan: Plan, catalog: Catalog) -> Iterator[FileRow]:
    """Files of which nothing will be left."""
    paths = chain(plan.removed, (entry.path for entry in plan.problems if not entry.unseen))
    return (row for path in paths if (row := catalog.file(path)) and not row.is_withdrawn)


def _changing(plan: Plan, catalog: Catalog) -> Iterator[tuple[Entry, FileRow]]:
    return ((entry, row) for entry in plan.read if (row := catalog.file(entry.path)))


def _is_doubtful(plan: Plan, catalog: Catalog, settings: Settings) -> bool:
    going = (row.path for row in _going(plan, catalog))
    if any(folder_of(path) not in plan.folders and catalog.count_in(path) for path in going):
        return True
    stake, count = 0, -1
    for row in chain(_going(plan, catalog), (row for _, row in _changing(plan, catalog))):
        stake += catalog.count_in(row.path)
        if stake >= FEW:
            count = count if count >= 0 else _count(catalog, settings)
            if is_too_much(stake, count, settings.removals_percent):
                return True
    return False


def _count(catalog: Catalog, settings: Settings) -> int:
    """The articles of this indexer's share."""
    share = Partition.parse(settings.part)
    return catalog.article_count() if share.of == 1 else sum(share.has(row.path) for row in catalog.articles())


def _at_stake(plan: Plan, catalog: Catalog, settings: Settings) -> Loss:
    files = {row.path: row for row in (*_going(plan, catalog), *(row for _, row in _changing(plan, catalog)))}
    rows = chain.from_iterable(map(catalog.articles, files))
    loss = Loss(rows, files, plan.folders, _count(catalog, settings), settings.removals_percent)
    for path, holder in catalog.holders():
        if path not in files:  # it waits for the article, and gets it when the other file lets go of it
            loss.find(holder)
    return loss


def _is_as_before(corpus: Path, row: FileRow) -> bool:
    """Whether all that a file of many articles held is where it was, and at most lines were added: found out without
    reading them."""
    try:
        with (corpus / row.path).open("rb") as file:
            before, after = file.read(max(row.size, 0)), file.read(1)
    except OSError:
        return False
    grown = row.path.lower().endswith((".jsonl", ".ndjson")) and b"\n" in {before[-1:], after}
    return (not after or grown) and hashlib.sha256(before).hexdigest() == row.sha256


def _glances(plan: Plan, loss: Loss, catalog: Catalog) -> Iterator[Glance]:
    going: dict[int, set[str]] = defaultdict(set)
    for row in _going(plan, catalog):
        going[row.size].add(row.sha256)
    changing = [entry for entry, _ in _changing(plan, catalog)]
    changing.sort(key=lambda entry: -len(loss.by_path.get(entry.path, ())))
    new = [entry for entry in plan.read if catalog.file(entry.path) is None]
    new.sort(key=lambda entry: entry.size not in going)
    elsewhere = (entry for entry in plan.others if entry.size in going)  # its indexer may have read it before or not
    for entry in chain(changing, new, elsewhere):
        known = catalog.sha256_of(entry.path)
        contents = going.get(entry.size, set()) | ({known} if known else set())
        drafts = loss.by_path.get(entry.path, {}).values()
        yield Glance(entry.path, entry.size, frozenset(contents), frozenset(drafts))


def _find(outline: Outline, loss: Loss, catalog: Catalog, history: History) -> None:
    copies = loss.copies[outline.sha256]
    if not outline.sha256:
        loss.find_file(outline.path)
    elif outline.articles is None and copies:
        same = outline.path if outline.path in copies else copies[-1]
        copies.remove(same)
        loss.find_file(same)
    for read, draft in outline.articles or ():
        article_id = history.meant_by(read)
        if not loss.find(article_id) and catalog.article(article_id) is None:
            loss.find_like(draft)
