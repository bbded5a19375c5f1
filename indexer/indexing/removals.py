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
from indexer.indexing.loss import FEW, Loss, folder_of, held, is_too_much
from indexer.indexing.partition import Partition
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import Entry, walk
from indexer.ingest.outline import Glance, Outline
from indexer.settings import Settings

ANY = 100  # per cent


def planned(settings: Settings, catalog: Catalog, workers: Workers) -> Plan:
    """What an update has to do, and why it must not be done."""
    found = walk(settings.corpus, settings.max_file_mb)
    plan = compare(found, catalog.files(), Partition.parse(settings.part))
    return replace(plan, held=_judged(plan, catalog, workers, settings))


def _judged(plan: Plan, catalog: Catalog, workers: Workers, settings: Settings) -> RemovalsHeld | None:
    if settings.removals_percent >= ANY or not _is_doubtful(plan, catalog, settings):
        return None
    loss = _at_stake(plan, catalog, settings)
    for entry in _changing(plan):
        if len(loss.by_path.get(entry.path, ())) >= FEW and _is_as_before(settings.corpus, plan.known[entry.path]):
            loss.find_file(entry.path)
    outlines = workers.outlines(_glances(plan, loss))
    while loss.is_too_much and (outline := next(outlines, None)):
        _find(outline, loss, catalog)
    return loss.error() if loss.is_too_much else None


def judge_built(former: Catalog, built: Catalog, settings: Settings) -> RemovalsHeld | None:
    """The same of an index that is to take another one's place, by what it holds."""
    if settings.removals_percent >= ANY:
        return None
    files, before = built.files(), former.files()
    withdrawn = {path for path, row in before.items() if row.is_withdrawn}
    gone = [row for row in former.articles() if row.path not in withdrawn and built.article(row.id) is None]
    if not gone:
        return None
    folders = with_parents({path.rpartition("/")[0] for path in files})
    loss = Loss(gone, before, folders, former.article_count(), settings.removals_percent)
    for row in built.articles():
        if former.article(row.id) is None:
            loss.find_like(row.draft, files[row.path].sha256)
    return loss.error() if loss.is_too_much else None


def judge_count(former: int, built: int, settings: Settings) -> RemovalsHeld | None:
    """The same where nothing but its number is known of what is in force."""
    gone = former - built
    return held(f"{gone:,} of {former:,}") if is_too_much(gone, former, settings.removals_percent) else None


def _going(plan: Plan) -> Iterator[str]:
    """Files of which nothing will be left."""
    paths = chain(plan.removed, (entry.path for entry in plan.problems if not entry.unseen))
    return (path for path in paths if path in plan.known and not plan.known[path].is_withdrawn)


def _changing(plan: Plan) -> Iterator[Entry]:
    return (entry for entry in plan.read if entry.path in plan.known)


def _is_doubtful(plan: Plan, catalog: Catalog, settings: Settings) -> bool:
    if any(folder_of(path) not in plan.folders and catalog.count_in(path) for path in _going(plan)):
        return True
    stake, count = 0, -1
    for path in chain(_going(plan), (entry.path for entry in _changing(plan))):
        stake += catalog.count_in(path)
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
    changing = {entry.path for entry in _changing(plan)}
    touched = {*_going(plan), *changing}
    rows = (row for row in catalog.articles() if row.path in touched)
    files = {path: plan.known[path] for path in touched}
    loss = Loss(rows, files, plan.folders, _count(catalog, settings), settings.removals_percent)
    for path, holder in catalog.holders():
        if path not in touched:  # it waits for the article, and gets it when the other file lets go of it
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


def _glances(plan: Plan, loss: Loss) -> Iterator[Glance]:
    going: dict[int, set[str]] = defaultdict(set)
    for path in _going(plan):
        going[plan.known[path].size].add(plan.known[path].sha256)
    changing = sorted(_changing(plan), key=lambda entry: -len(loss.by_path.get(entry.path, ())))
    new = [entry for entry in plan.read if entry.path not in plan.known]
    new.sort(key=lambda entry: entry.size not in going)
    elsewhere = (entry for entry in plan.others if entry.size in going)  # its indexer may have read it before or not
    for entry in chain(changing, new, elsewhere):
        row = plan.known.get(entry.path)
        contents = going.get(entry.size, set()) | ({row.sha256} if row else set())
        drafts = loss.by_path.get(entry.path, {}).values()
        yield Glance(entry.path, entry.size, frozenset(contents), frozenset(drafts))


def _find(outline: Outline, loss: Loss, catalog: Catalog) -> None:
    copies = loss.copies[outline.sha256]
    if not outline.sha256:
        loss.find_file(outline.path)
    elif outline.articles is None and copies:
        same = outline.path if outline.path in copies else copies[-1]
        copies.remove(same)
        loss.find_file(same)
    for article_id, draft in outline.articles or ():
        if not loss.find(article_id) and catalog.article(article_id) is None:
            loss.find_like(draft)
