"""Articles that would leave an index, until they are found again; and when they are too many."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from indexer.errors import RemovalsHeld
from indexer.indexing.catalog import ArticleRow, FileRow

FEW = 10  # articles, of which any share may go
_SHOWN = 5


class Loss:
    """Articles that would leave an index of `count`, until they are found again. `folders` are those that hold files:
    what lay in another one is too much however little it is."""

    def __init__(
        self, rows: Iterable[ArticleRow], files: dict[str, FileRow], folders: Collection[str], count: int, percent: int
    ) -> None:
        self._rows = {row.id: row for row in rows}
        self._folders, self._count, self._percent = folders, count, percent
        self._unmounted = {key for key, row in self._rows.items() if folder_of(row.path) not in folders}
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
        return held(f"{len(self._rows):,} of {self._count:,}", f" ({'; '.join([*shown, *more])})")

    def _place(self, path: str) -> str:
        """The file, or the outermost folder around it that is gone."""
        place, folder = path, folder_of(path)
        while folder not in self._folders:
            place = f"the folder {folder or 'of the corpus'}, which is missing or empty"
            if not folder:
                break
            folder = folder_of(folder)
        return place


def held(share: str, where: str = "") -> RemovalsHeld:
    remedy = "bring them back, or let them go: communique update (or rebuild) --allow-removals"
    return RemovalsHeld(f"{share} articles would be taken away{where}; nothing was changed", remedy)


def is_too_much(number: int, count: int, percent: int) -> bool:
    return number >= FEW and number * 100 > count * percent


def folder_of(path: str) -> str:
    return path.rpartition("/")[0]
