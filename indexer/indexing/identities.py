"""Which article it is that was read: the one it was before, wherever its file lies now and whatever its address is."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath

from indexer.article import Article
from indexer.indexing.catalog import Catalog
from indexer.indexing.changes import Plan
from indexer.indexing.history import History, Trace
from indexer.ingest.near_duplicates.compare import containment
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.outcome import Ingested, Sources

_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Identities:
    """`moved`: where the files lay before that lie somewhere else now, by where they lie now; `left`:
    where that was. `before` is the catalog of what readers see, and `shown` gives an article of it.
    `dropped`: ids of those that this update has removed already; `removed`: the files that are gone. `alike` gives the
    ids of those that an article is nearly the same as, where that is known. `claimed`: the file that an article was
    read from in the commit under way, empty where it was not; `taken`: whether another one of the file that is being
    read has an id."""

    history: History
    before: Catalog
    shown: Callable[[str], Article | None]
    moved: Mapping[str, str]
    left: Container[str]
    dropped: Container[str]
    removed: frozenset[str]
    alike: Callable[[Ingested], list[str]] | None
    claimed: Callable[[str], str]
    taken: Callable[[str], bool]

    def named(self, ingested: Ingested, sources: Sources | None) -> Ingested:
        """The article under the id that it has, or gets for good. `sources` are those of all articles of the file now,
        where they are known."""
        article_id = self._id_of(ingested, sources)
        if article_id == ingested.article.id:
            return ingested
        return replace(ingested, article=replace(ingested.article, id=article_id))

    def _id_of(self, ingested: Ingested, sources: Sources | None) -> str:
        article = ingested.article
        meant = self.history.meant_by(article.id)
        known = self.history.trace(meant)
        as_it_was = (article.provenance.path, ingested.source, 0)
        if known and (article.url or (known.path, known.source, known.removed) == as_it_was):
            return meant
        if article.url:
            former = self._former(ingested, sources)
            return self._learn(article.id, meant, former) if former else article.id
        if same := self._arrived(ingested) or self._shifted(ingested) or self._returned(ingested, meant):
            return self._learn(article.id, meant, same)
        if known is None:
            former = self._former(ingested, sources)
            return self._learn(article.id, meant, former or meant)
        if self._is_still(known, ingested, sources):
            return meant
        former = self._former(ingested, sources)
        return self._learn(article.id, meant, former or self._another(article.id))

    def _former(self, ingested: Ingested, sources: Sources | None) -> str:
        return self._at_its_place(ingested) or self._edited(ingested, sources)

    def _is_still(self, known: Trace, ingested: Ingested, sources: Sources | None) -> bool:
        """Whether what says something else at the place of a known article is that article, edited."""
        path, member = ingested.article.provenance.path, ingested.article.provenance.member
        lies_here = known.path == path and known.path not in self.left and not known.removed
        if not ingested.by_place:
            comes_back = known.removed and known.id not in self.dropped and (member or self._was_alike(known, ingested))
            return bool(comes_back or lies_here) and self.claimed(known.id) in ("", path)
        stands_elsewhere = sources is not None and known.source in sources
        if not lies_here or stands_elsewhere or self.taken(known.id):
            return False
        former = self.shown(known.id)
        return former is not None and _alike(former, ingested)

    def _learn(self, read: str, meant: str, article_id: str) -> str:
        if article_id != meant:
            self.history.mean(read, article_id)
        return article_id

    def _arrived(self, ingested: Ingested) -> str:
        """The article that lay in another file, which lies here now."""
        former = self.moved.get(ingested.article.provenance.path, "")
        found = self.history.read_from(ingested.source) if former else []
        return next((trace.id for trace in found if trace.path == former), "")

    def _was_alike(self, known: Trace, ingested: Ingested) -> bool:
        last = self.history.versions(known.id)[-1:]
        return any(_said_alike(str(each.record["text"]), str(each.record.get("title", "")), ingested) for each in last)

    def _shifted(self, ingested: Ingested) -> str:
        """An article that stands at another place of its file now, for others came before it or are gone."""
        path = ingested.article.provenance.path
        same = self.history.read_from(ingested.source) if ingested.by_place else []
        here = (trace.id for trace in same if trace.path == path and not trace.removed)
        return next((each for each in here if not self.taken(each)), "")

    def _returned(self, ingested: Ingested, meant: str) -> str:
        """An article that was removed, and comes back as it was; of several the one that lay here."""
        same = (trace.id for trace in self.history.read_from(ingested.source) if trace.removed)
        found = [each for each in same if not self.claimed(each)]
        return meant if meant in found else (*found, "")[0]

    def _edited(self, ingested: Ingested, sources: Sources | None) -> str:
        """An article that goes, and that nearly said what this one says: its file was renamed and edited at once, or
        its line was, and others were put in before it."""
        if self.alike is None or not (self.removed or (ingested.by_place and sources)):
            return ""
        traces = filter(None, map(self.history.trace, self.alike(ingested)))
        going = (trace.id for trace in traces if self._is_going(trace, ingested, sources))
        return next((each for each in going if not self.taken(each)), "")

    def _is_going(self, trace: Trace, ingested: Ingested, sources: Sources | None) -> bool:
        of_this_file = ingested.by_place and trace.path == ingested.article.provenance.path
        here_no_more = of_this_file and sources is not None and trace.source not in sources
        return not trace.removed and (trace.path in self.removed or here_no_more)

    def _at_its_place(self, ingested: Ingested) -> str:
        """The only article of this file until now, where it gets an address or loses it, or says the same under another
        one."""
        now = ingested.article
        path = now.provenance.path
        if now.provenance.member or path in self.left:
            return ""
        rows = list(islice(self.before.articles(path), 2))
        if len(rows) != 1:
            return ""
        former = self.shown(rows[0].id)
        if former is None or former.provenance.member or self.claimed(former.id):
            return ""
        return former.id if not (former.url and now.url) or _alike(former, ingested) else ""

    def _another(self, read: str) -> str:
        """An id that no article ever had, for one that is read where another one was."""
        slug = read.rpartition("-")[0]
        for number in range(1, 1_000_000):
            made = f"{slug}-{hashlib.sha256(f'{read}#{number}'.encode()).hexdigest()[:10]}"
            if self.history.trace(made) is None:
                return made
        raise AssertionError("a place where a million articles lay")


def _alike(former: Article, now: Ingested) -> bool:
    return _said_alike(former.text, former.title, now)


def _said_alike(text: str, title: str, now: Ingested) -> bool:
    return containment(sketch(text, title), now.sketch) >= _ALIKE


def moved_files(plan: Plan, catalog: Catalog, corpus: Path) -> dict[str, str]:
    """Files that lie somewhere else than before, with the same bytes: path now -> path before. Only those are hashed
    that are as long as one that is gone or changed."""
    changing = {entry.path: row for entry in plan.read if (row := catalog.file(entry.path))}
    leaving: dict[tuple[int, str], list[str]] = defaultdict(list)
    gone = (row for path in plan.removed if (row := catalog.file(path)))
    for row in (*gone, *changing.values()):
        if row.sha256 and row.size > 0:
            leaving[row.size, row.sha256].append(row.path)
    sizes = {size for size, _ in leaving}
    found = ((entry.path, (entry.size, _hash_of(corpus / entry.path))) for entry in plan.read if entry.size in sizes)
    arriving = {path: content for path, content in found if content in leaving}
    for path, content in arriving.items():
        if path in leaving[content]:  # it was only touched
            leaving[content].remove(path)
    return dict(_paired(arriving, leaving, catalog))


def _paired(
    arriving: Mapping[str, tuple[int, str]], leaving: Mapping[tuple[int, str], list[str]], catalog: Catalog
) -> Iterator[tuple[str, str]]:
    """Of several with the same bytes those of one name first."""
    for path, content in sorted(arriving.items(), key=lambda each: not _of_one_name(each[0], leaving[each[1]])):
        row = catalog.file(path)
        if leaving[content] and not (row and row.sha256 == content[1]):
            former = (*_of_one_name(path, leaving[content]), *sorted(leaving[content]))[0]
            leaving[content].remove(former)
            yield path, former


def _of_one_name(path: str, others: Sequence[str]) -> list[str]:
    return sorted(each for each in others if PurePosixPath(each).name == PurePosixPath(path).name)


def _hash_of(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""
