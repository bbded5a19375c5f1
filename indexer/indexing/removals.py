"""What an update would take away, judged before anything is: a mount that is gone must not empty the archive.

All that may go is added up first, which costs next to nothing. Only where that is too much are the files that changed
looked into, those with the most articles first, and then the new ones, until it is plain that enough is found again.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from indexer.errors import RemovalsHeld
from indexer.indexing.catalog import ArticleRow, Catalog, FileRow
from indexer.indexing.changes import Plan, compare, with_parents
from indexer.indexing.partition import Partition
from indexer.indexing.workers import Workers
from indexer.ingest.corpus import Entry, walk
from indexer.ingest.outline import Glance, Outline
from indexer.settings import Settings

ANY = 100  # per cent
_FEW = 10  # articles, of which any share may go
_SHOWN = 5


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
        if len(loss.by_path.get(entry.path, ())) >= _FEW and _is_as_before(settings.corpus, plan.known[entry.path]):
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
    return _held(f"{gone:,} of {former:,}") if is_too_much(gone, former, settings.removals_percent) else None


class Loss:
    """Articles that would leave an index of `count`, until they are found again. `folders` are those that hold files:
    what lay in another one is too much however little it is."""

    def __init__(
        self, rows: Iterable[ArticleRow], files: dict[str, FileRow], folders: Collection[str], count: int, percent: int
    ) -> None:
        self._rows = {row.id: row for row in rows}
        self._folders, self._count, self._percent = folders, count, percent
        self._unmounted = {key for key, row in self._rows.items() if _folder(row.path) not in folders}
        self._alike: dict[str, list[str]] = defaultdict(list)  # hash of a draft, or of a file -> ids
        self.by_path: dict[str, dict[str, str]] = defaultdict(dict)  # -> id -> hash of the draft
        self.copies: dict[str, list[str]] = defaultdict(list)  # hash of a file -> paths
        for key, row in self._rows.items():
            self._alike[row.draft].append(key)
            if row.path in files:
                self._alike[files[row.path].sha256].append(key)
            self.by_path[row.path][key] = row.draft
        for path in self.by_path.keys() & files.keys():
            self.copies[files[path].sha256].append(path)
        self._alike.pop("", None)

    @property
    def is_too_much(self) -> bool:
        return bool(self._unmounted) or is_too_much(len(self._rows), self._count, self._percent)

    def find(self, article_id: str) -> bool:
        """Whether it was missing until now."""
        self._unmounted.discard(article_id)
        return self._rows.pop(article_id, None) is not None

    def find_like(self, *hashes: str) -> None:
        """One article that was made from the same draft, else one from a file of the same bytes."""
        for each in hashes:
            alike = self._alike.get(each, [])
            while alike:
                if self.find(alike.pop()):
                    return

    def find_file(self, path: str) -> None:
        for article_id in self.by_path.get(path, ()):
            self.find(article_id)

    def error(self) -> RemovalsHeld:
        places = Counter(self._place(row.path) for row in self._rows.values())
        shown = [f"{number:,} in {place}" for place, number in places.most_common(_SHOWN)]
        more = [f"{len(places) - _SHOWN:,} more files or folders"] if len(places) > _SHOWN else []
        return _held(f"{len(self._rows):,} of {self._count:,}", f" ({'; '.join([*shown, *more])})")

    def _place(self, path: str) -> str:
        """The file, or the outermost folder around it that is gone."""
        place, folder = path, _folder(path)
        while folder not in self._folders:
            place = f"the folder {folder or 'of the corpus'}, which is missing or empty"
            if not folder:
                break
            folder = _folder(folder)
        return place


def _held(share: str, where: str = "") -> RemovalsHeld:
    remedy = "bring them back, or let them go: communique update (or rebuild) --allow-removals"
    return RemovalsHeld(f"{share} articles would be taken away{where}; nothing was changed", remedy)


def is_too_much(number: int, count: int, percent: int) -> bool:
    return number >= _FEW and number * 100 > count * percent


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _going(plan: Plan) -> Iterator[str]:
    """Files of which nothing will be left."""
    paths = chain(plan.removed, (entry.path for entry in plan.problems))
    return (path for path in paths if path in plan.known and not plan.known[path].is_withdrawn)


def _changing(plan: Plan) -> Iterator[Entry]:
    return (entry for entry in plan.read if entry.path in plan.known)


def _is_doubtful(plan: Plan, catalog: Catalog, settings: Settings) -> bool:
    if any(_folder(path) not in plan.folders and catalog.count_in(path) for path in _going(plan)):
        return True
    stake, count = 0, -1
    for path in chain(_going(plan), (entry.path for entry in _changing(plan))):
        stake += catalog.count_in(path)
        if stake >= _FEW:
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
    new = sorted(
        (entry for entry in plan.read if entry.path not in plan.known), key=lambda each: each.size not in going
    )
    elsewhere = (entry for entry in plan.others if entry.path not in plan.known and entry.size in going)
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
