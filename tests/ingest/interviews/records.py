"""Made-up interviews and records of many styles, in which what each says is marked by hand (tests/gold/turns.txt).

⟦speaker|words⟧ is a quotation, ⟪words⟫ the question of the next one; what is marked by neither is nobody's.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

from indexer.article import QuotationKind


class Record(NamedTuple):
    title: str
    marked: str
    kind: QuotationKind


def _read() -> Iterator[tuple[str, Record]]:
    for part in (Path(__file__).parents[2] / "gold" / "turns.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        head, title, marked = part.split("\n", 2)
        name, kind = head.split(" | ")
        yield name, Record(title, marked.strip(), cast(QuotationKind, kind))


RECORDS = dict(_read())
