"""Files edited, moved, renamed, swapped and removed at random, with kills, rebuilds, ways back and backups, against a
plain model of what a reader expects of ids and former texts.

COMMUNIQUE_HISTORY=long runs a thousand changes over two thousand files.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest

from indexer.generations import generations_at
from indexer.indexing.backup import backup, restore
from indexer.indexing.batch import Batch
from indexer.indexing.history import opened_history
from indexer.indexing.update import rebuild, rollback, update
from indexer.indexing.versions import Recorder
from indexer.settings import Settings
from tests.archive import Archive

_LONG = os.environ.get("COMMUNIQUE_HISTORY") == "long"
_FILES, _ROUNDS, _CHANGES, _BATCHES = (2_000, 100, 20, [40, 300, 2_000]) if _LONG else (24, 7, 10, [1, 3, 2_000])
_SYLLABLES = ("bor", "coun", "har", "min", "pil", "ses", "spr", "sta", "trai", "tre")
_WORDS = [one + two for one in _SYLLABLES for two in ("aty", "bour", "cil", "der", "ing", "ots", "sion", "sk", "te")]


def paragraph(number: int, part: int) -> str:
    words = " ".join(Random(1000 * number + part).choices(_WORDS, k=45))
    return f"Item {number} part {part}: {words}."


def written(paragraphs: list[str]) -> str:
    return "\n\n".join(["A title of the council", *paragraphs]) + "\n"


def words_of(text: str) -> str:
    return f" {' '.join(re.findall(r'[A-Za-z0-9]+', text))} "


@dataclass
class Shown:
    """What an index shows: path -> (id, number of the content)."""

    articles: dict[str, tuple[str, int]] = field(default_factory=dict)


@dataclass
class Model:
    """`last`: of each id the content it has, or had when it was removed; `former`: the contents before, in order;
    `amended`: of which other content one was made by a small change; `lay`: who lay where last."""

    shown: Shown = field(default_factory=Shown)
    last: dict[str, int] = field(default_factory=dict)
    former: dict[str, list[int]] = field(default_factory=dict)
    amended: dict[int, int] = field(default_factory=dict)
    lay: dict[str, str] = field(default_factory=dict)

    def follow(self, files: dict[str, int], ids: dict[str, str]) -> None:
        """Checks the ids that an update gave, and learns those that are new."""
        expected = self._expected(files)
        for path, article_id in ids.items():
            known = expected[path]
            assert article_id == known if known else article_id not in self.last, (path, article_id, known)
        self.lay |= ids
        self.show(Shown({path: (ids[path], number) for path, number in files.items()}))

    def _expected(self, files: dict[str, int]) -> dict[str, str]:
        """Of each file the id of its article, empty where it has to be a new one."""
        before = self.shown.articles
        leaving = {number: key for path, (key, number) in before.items() if files.get(path) != number}
        there = {key for key, _ in before.values()}
        removed = {number: key for key, number in self.last.items() if key not in there}
        gone_on = {number for path, number in files.items() if before.get(path, ("", -1))[1] != number}
        found: dict[str, str] = {}
        for path, number in files.items():
            key, then = before.get(path, ("", -1))
            if then == number or (number not in leaving and number not in removed and key and then not in gone_on):
                found[path] = key
            else:
                found[path] = leaving.get(number, removed.get(number, ""))
                found[path] = found[path] or self._back(path, number) or self._amended(number, files)
        return found

    def _back(self, path: str, number: int) -> str:
        """The article that lay there once, was removed, and comes back edited."""
        key = self.lay.get(path, "")
        is_shown = key in {each for each, _ in self.shown.articles.values()}
        while number in self.amended and number != self.last.get(key):
            number = self.amended[number]
        return key if key and not is_shown and number == self.last.get(key) else ""

    def _amended(self, number: int, files: dict[str, int]) -> str:
        """The article of a file that is gone, of which this content is an edited copy."""
        here = {*files.values()}
        before = self.shown.articles.items()
        gone = {then: key for path, (key, then) in before if path not in files and then not in here}
        while number in self.amended and number not in gone:
            number = self.amended[number]
        return gone.get(number, "")

    def show(self, now: Shown) -> None:
        """An index takes the place of what is shown."""
        for key, number in now.articles.values():
            before = self.last.get(key, number)
            if key in self.last and before != number and key in {each for each, _ in self.shown.articles.values()}:
                self.former.setdefault(key, []).append(before)
            if key in self.last and key not in {each for each, _ in self.shown.articles.values()} and before == number:
                self.former[key].pop()
            self.last[key] = number
        here = {key for key, _ in now.articles.values()}
        for key, number in self.shown.articles.values():
            if key not in here:
                self.former.setdefault(key, []).append(number)
        self.shown = now


class Machine:
    def __init__(self, archive: Archive, seed: int) -> None:
        self.archive, self.chance, self.model = archive, Random(seed), Model()
        self.files: dict[str, int] = {}
        self.contents: dict[int, list[str]] = {}
        self.cited: dict[tuple[str, str], str] = {}
        self.made = 0
        self.rebuilt: Shown | None = None
        self.kept: tuple[Path, Shown] | None = None
        for _ in range(_FILES):
            self.write(self.new_path())

    def new_path(self) -> str:
        self.made += 1
        return f"{self.chance.choice(['a', 'b/c', 'd'])}/{self.made}.txt"

    def write(self, path: str, paragraphs: list[str] | None = None) -> None:
        self.made += 1
        self.contents[self.made] = paragraphs or [paragraph(self.made, part) for part in range(8)]
        self.put(path, self.made)

    def put(self, path: str, number: int) -> None:
        self.files[path] = number
        self.archive.write(path, written(self.contents[number]), age=number)

    def change(self) -> None:
        act = self.chance.choice(
            [self.edit, self.amend, self.amend, self.rename, self.rename, self.swap, self.remove, self.add, self.back]
        )
        act(*self.chance.sample(sorted(self.files), 2))

    def edit(self, path: str, _: str) -> None:
        self.write(path)

    def amend(self, path: str, _: str) -> None:
        """A paragraph comes or goes, which moves the boundaries of all passages behind it."""
        paragraphs = [*self.contents[self.files[path]]]
        at = self.chance.randrange(len(paragraphs))
        if self.chance.random() < 0.5 and len(paragraphs) > 3:
            del paragraphs[at]
        else:
            paragraphs.insert(at, self.chance.choice([paragraph(self.made + 1, 99), paragraphs[-1]]))
        before = self.files[path]
        self.write(path, paragraphs)
        self.model.amended[self.made] = before

    def rename(self, path: str, _: str) -> None:
        self._move(path, self.new_path())

    def swap(self, one: str, other: str) -> None:
        self._move(one, "aside.txt")
        self._move(other, one)
        self._move("aside.txt", other)

    def remove(self, path: str, _: str) -> None:
        (self.archive.corpus / path).unlink()
        del self.files[path]

    def add(self, _: str, __: str) -> None:
        self.write(self.new_path())

    def back(self, _: str, __: str) -> None:
        """What was removed comes back, somewhere else."""
        shown = {key for key, _ in self.model.shown.articles.values()}
        gone = sorted(number for key, number in self.model.last.items() if key not in shown)
        if gone and (number := self.chance.choice(gone)) not in self.files.values():
            self.put(self.new_path(), number)

    def _move(self, path: str, to: str) -> None:
        target = self.archive.corpus / to
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.archive.corpus / path).rename(target)
        self.files[to] = self.files.pop(path)

    @property
    def settings(self) -> Settings:
        return self.archive.settings.changed(batch=self.chance.choice(_BATCHES), removals_percent=100)

    def update(self) -> None:
        update(self.settings)
        self.follow()

    def rebuild(self) -> None:
        self.update()
        self.rebuilt = self.model.shown
        rebuild(self.settings)
        self.follow()

    def rollback(self) -> None:
        if self.rebuilt is not None:
            rollback(self.settings)
            self.model.show(self.rebuilt)
            self.rebuilt = None

    def killed(self) -> None:
        with killed_at(self.chance.randint(1, 12)), suppress(KeyboardInterrupt):
            self.update()
        self.update()

    def backup(self) -> None:
        target = self.archive.folder / "kept.tar.gz"
        backup(self.settings, target)
        self.kept = target, self.model.shown

    def restore(self) -> None:
        if self.kept is not None:
            self.rebuilt = self.model.shown
            restore(self.settings, self.kept[0])
            self.model.show(self.kept[1])

    def follow(self) -> None:
        articles = self.archive.articles()
        self.model.follow(self.files, {path: each.id for path, each in articles.items()})
        for each in articles.values():
            keys = each.passage_keys(each.passages)
            self.cited |= {(each.id, key): each.passage_text(one) for key, one in zip(keys, each.passages, strict=True)}

    def check(self) -> None:
        generations = generations_at(self.settings.index)
        with opened_history(generations.history(generations.in_force())) as history:
            for key in self.model.last:
                texts = [str(each.record["text"]) for each in history.versions(key)]
                wanted = ["\n\n".join(self.contents[number]) for number in self.model.former.get(key, [])]
                assert texts == wanted, key
        self.check_passages()

    def check_passages(self) -> None:
        """A passage that was cited once is found wherever its words stand together, and is other words never."""
        shown = {each.id: each for each in self.archive.articles().values()}
        for (article_id, key), cited in self.cited.items():
            if article := shown.get(article_id):
                found = article.stretch(key)
                words = words_of(article.text[slice(*found)]) if found else ""
                assert words == (words_of(cited) if words_of(cited) in words_of(article.text) else ""), key


@contextmanager
def killed_at(step: int) -> Iterator[None]:
    """The nth of the steps that commits are made of is the last one."""
    left = iter(range(step))

    def until(function: Callable[..., None]) -> Callable[..., None]:
        def stopped(*given: object) -> None:
            if next(left, None) is None:
                raise KeyboardInterrupt
            function(*given)

        return stopped

    with ExitStack() as stack:
        for owner, name in ((Batch, "_write"), (Batch, "_record"), (Recorder, "prepare"), (Recorder, "record")):
            stack.enter_context(patch.object(owner, name, until(getattr(owner, name))))
        yield


@pytest.mark.timeout(7_200 if _LONG else 180)
@pytest.mark.parametrize(("engine", "seed"), [("whoosh", 0), ("tantivy", 1)])
def test_every_article_keeps_its_id_and_its_former_texts_whatever_happens(
    tmp_path: Path, engine: str, seed: int
) -> None:
    machine = Machine(Archive(tmp_path, engine), seed)
    machine.update()
    for _ in range(_ROUNDS):
        for _ in range(machine.chance.randint(1, _CHANGES)):
            machine.change()
        machine.chance.choice(
            [
                machine.update,
                machine.update,
                machine.killed,
                machine.rebuild,
                machine.rollback,
                machine.backup,
                machine.restore,
            ]
        )()
        machine.update()
        machine.check()
