"""A small archive that a test writes, changes and indexes as an operator would."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from indexer.article import Article
from indexer.engines.engine import Engine
from indexer.generations import generations_at
from indexer.generations.live import open_live
from indexer.generations.manifest import written
from indexer.indexing.catalog import Catalog
from indexer.indexing.progress import Summary
from indexer.indexing.update import rebuild, update
from indexer.ingest.draft import Rejection
from indexer.search.page import SearchInput, search
from indexer.settings import Settings

TEXT = """{title}

{date}

The Permanent Council met in Minsk on Tuesday and heard a report on the training of border officers. {more}

The officers of all member states will meet again in the spring, the Secretariat said.
"""
PAST = 1_700_000_000


@dataclass(frozen=True, slots=True)
class Archive:
    """A corpus and an index in a folder of the test's own."""

    folder: Path
    engine: str = "whoosh"

    def copied_to(self, folder: Path) -> "Archive":
        """A copy that a test may spoil, with the times of its files: an update reads none of them again."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return replace(self, folder=folder)

    @property
    def settings(self) -> Settings:
        return Settings(corpus=self.corpus, index=f"{self.engine}:{self.folder}/index", index_workers=1)

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    def write(self, path: str, content: str | bytes | None = None, *, age: int = 0) -> Path:
        """Without content, an article of its own; `age` moves the file's time back by so many seconds."""
        file = self.corpus / path
        file.parent.mkdir(parents=True, exist_ok=True)
        given = content if content is not None else story(path)
        file.write_bytes(given if isinstance(given, bytes) else given.encode())
        os.utime(file, (PAST - age, PAST - age))
        return file

    def update(self) -> Summary:
        return update(self.settings)

    def rebuild(self) -> Summary:
        return rebuild(self.settings)

    def interrupted_update(self) -> None:
        """An update that ends before its end."""
        with patch("indexer.indexing.update._fill", side_effect=KeyboardInterrupt):
            try:
                self.update()
            except KeyboardInterrupt:
                return
        raise AssertionError("nothing was interrupted")

    @contextmanager
    def killed_update(self) -> Iterator[None]:
        """What its block writes is what an update had written when it was killed."""
        with suppress(KeyboardInterrupt), written(generations_at(self.settings.index).in_force().folder):
            yield
            raise KeyboardInterrupt

    def titles(self, typed: str = "") -> set[str]:
        with closing(self.open()) as engine:
            page = search(engine.reader(), SearchInput(typed, size=100))
            return {result.article.title for result in page.results}

    def total(self, typed: str = "") -> int:
        with closing(self.open()) as engine:
            return search(engine.reader(), SearchInput(typed)).total

    def articles(self) -> dict[str, Article]:
        """By path in the corpus (of a file of many articles, the last one)."""
        with closing(self.open()) as engine:
            reader = engine.reader()
            found = [reader.article(each) for each in reader.ids()]
        return {each.provenance.path: each for each in found if each is not None}

    def rejected(self) -> dict[str, str]:
        with closing(self.catalog()) as catalog:
            return {_where(each): each.reason for each in catalog.rejections()}

    def catalog(self) -> Catalog:
        return Catalog(generations_at(self.settings.index).in_force().catalog)

    def open(self) -> Engine:
        return open_live(self.settings.index)


def story(name: str, more: str = "", date: str = "07.02.2019") -> str:
    words = Path(name).stem.replace("-", " ").replace("_", " ")
    return TEXT.format(title=f"Council hears report about {words}", date=date, more=more)


def line(number: int, more: str = "") -> str:
    """An article of a JSON Lines file."""
    record = {"title": f"Item number {number}", "date": "2019-02-07", "text": f"The council met. {more}"}
    return json.dumps({**record, "id": f"n-{number}"}) + "\n"


def _where(rejection: Rejection) -> str:
    return f"{rejection.path} [{rejection.place}]" if rejection.place else rejection.path


def indexed(folder: Path, *names: str) -> Archive:
    archive = Archive(folder)
    for name in names:
        archive.write(name)
    archive.update()
    return archive
