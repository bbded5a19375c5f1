"""Looks for the request that costs an engine the most: random ones first, then changes of the worst ones.

    python -m benchmarks.worst_query --work /tmp/speed --articles 100000 --engines tantivy whoosh

The archives are those of `benchmarks.speed`, built where they are not there yet. Requests go through the pages, the
feed and the API, and processor time is measured, without files to take away, which are as long as what they hold. A
refused request counts as well. The seed makes a search repeatable, as far as the times it goes by are.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

from flask.testing import FlaskClient

from benchmarks.speed_run import Run, prepare
from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.query.repair import MOST_CHARACTERS
from indexer.settings import Settings
from web import create_app

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHOWN = 8
PATHS = ("/search", "/search", "/api/search", "/feed.atom", "/facets/person", "/api/suggest", "/api/quotation")
EXTRAS: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("size", "100"),),
    (("size", "100"), ("sort", "newest"), ("page", "900")),
    (("size", "100"), ("page", "400")),
    (("page", "1000000"), ("size", "100")),
    (("from", "1990"), ("to", "2025")),
    (("year", "1990"), ("year", "1991")),
    tuple(("person", f"Person {4000 + each}") for each in range(50)),
    tuple(("not_document", f"A/RES/ {each}") for each in range(50)),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: clauses joined by one operator, and the parameters beside them."""

    path: str
    clauses: tuple[str, ...]
    operator: str
    extra: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        name = "text" if self.path == "/api/quotation" else "q"
        explain = [("explain", "1")] if self.path == "/api/search" else []
        extra = [] if self.path in ("/api/suggest", "/api/quotation") else [*self.extra, *explain]
        typed = self.operator.join(self.clauses)[:MOST_CHARACTERS]
        return f"{self.path}?{urlencode([(name, typed), *extra])}"


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of a processor, and the status of the answer."""

    asked: Asked
    cpu: float
    status: int


class Maker:
    """Makes requests and changes them; the words are the archive's most frequent ones and some that are not."""

    def __init__(self, reader: Reader, rng: random.Random) -> None:
        self._rng = rng
        known = sorted(reader.terms("any", "", 200_000), key=lambda each: -each.document_frequency)
        self._common = [each.term for each in known[:40]]
        self._middle = [each.term for each in known[40:2_000]] or self._common

    def asked(self) -> Asked:
        rng = self._rng
        kind = rng.choice(self._kinds())
        clauses = tuple(kind() for _ in range(rng.choice((1, 2, 5, 16, 26, 80, 190))))
        return Asked(rng.choice(PATHS), clauses, rng.choice((" OR ", " ", " -")), rng.choice(EXTRAS))

    def changed(self, asked: Asked) -> Asked:
        rng = self._rng
        clauses = list(asked.clauses)
        for _ in range(max(1, len(clauses) // 4)):
            clauses[rng.randrange(len(clauses))] = rng.choice(self._kinds())()
        more = (rng.choice(self._kinds())() for _ in range(rng.choice((0, 0, 1, 10))))
        changes = replace(asked, clauses=(*clauses, *more))
        other = self.asked()
        return rng.choice(
            (changes, replace(changes, path=other.path), replace(changes, operator=other.operator, extra=other.extra))
        )

    def _kinds(self) -> tuple[Callable[[], str], ...]:
        return self._word, self._pattern, self._near, self._phrase, self._fuzzy, self._field

    def _word(self) -> str:
        return self._rng.choice((self._rng.choice(self._common), self._rng.choice(self._middle)))

    def _pattern(self) -> str:
        one, other = self._rng.choices(LETTERS, k=2)
        return self._rng.choice((f"{one}*", f"*{one}*", f"*{one}*{other}*", f"?{one}*", f"{one}{other}*", f"*{one}"))

    def _near(self) -> str:
        words = [self._word() for _ in range(self._rng.randint(2, 8))]
        return f'"{" ".join(words)}"~{self._rng.choice((1, 3, 10, 50, 1000))}'

    def _phrase(self) -> str:
        return f'"{" ".join(self._word() for _ in range(self._rng.choice((2, 2, 3, 20))))}"'

    def _fuzzy(self) -> str:
        return f"{self._word()}~{self._rng.choice((1, 2))}"

    def _field(self) -> str:
        return (
            f"{self._rng.choice(('title', 'person', 'place', 'org'))}:{self._rng.choice((self._word, self._pattern))()}"
        )


def worst(client: FlaskClient, maker: Maker, rounds: int) -> list[Timed]:
    """The costliest requests found, the worst first: a third of them made anew, the others out of the worst so far."""
    found: list[Timed] = []
    for number in range(rounds):
        anew = number < 10 or number % 3 == 0
        asked = maker.asked() if anew else maker.changed(found[number % min(len(found), SHOWN)].asked)
        new = timed(client, asked)
        if not found or new.cpu > found[0].cpu:
            print(row(new, whole=True), file=sys.stderr, flush=True)  # what may be tried again
        found = sorted([*found, new], key=lambda each: -each.cpu)[:SHOWN]
    return found


def timed(client: FlaskClient, asked: Asked) -> Timed:
    began = time.process_time()
    with client.get(asked.address) as response:
        _ = response.data
        return Timed(asked, (time.process_time() - began) * 1000, response.status_code)


def table(engine: str, found: Sequence[Timed]) -> str:
    return "\n".join([f"| {engine} | answer | request |", "|---|---|---|", *map(row, found)])


def row(each: Timed, *, whole: bool = False) -> str:
    return f"| {each.cpu:,.0f} ms | {each.status} | `{each.asked.address[: None if whole else 150]}` |"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Looks for the request that costs the most.")
    parser.add_argument("--work", type=Path, required=True, help="where indexes are kept")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--engines", nargs="+", default=["tantivy", "whoosh"])
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--made-up", action="store_true", help="articles that need no data")
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    for name in options.engines:
        run = Run(name, options.articles, str(options.work), 3, made_up=options.made_up)
        prepare(run)
        engine = open_engine(f"{name}:{run.folder / 'index'}")
        client = create_app(engine, Settings()).test_client()
        client.get("/search?q=first~")  # what a server has read before its first reader comes
        maker = Maker(engine.reader(), random.Random(options.seed))
        print(table(name, worst(client, maker, options.rounds)), flush=True)
        engine.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
