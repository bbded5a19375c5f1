"""What ingestion makes of saved pages, texts and the seeds, against gold: `python -m benchmarks.ingestion [FOLDER]`.

FOLDER holds `pages.jsonl` (id, html, title, date, author, with, without) beside its pages, packed in
`pages.tar.xz` or not. Without it, all that is shared is measured: those pages; others whose whole text is known, beside
what other libraries make of them in the same run; texts whose kind and day are known; the seeds. Exits with 1 under a
floor.
"""

import os
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console

from benchmarks.ingestion_kinds import kind_measures
from benchmarks.ingestion_measures import Measure, table_of
from benchmarks.ingestion_pages import Counts, Page, count, draft_of, pages_of
from benchmarks.ingestion_peers import CONTENDERS
from benchmarks.ingestion_seeds import seed_measures
from benchmarks.ingestion_speed import WORKERS, speed_measures
from benchmarks.ingestion_texts import saved_pages, text_measures
from indexer.ingest.draft import Draft

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).parents[2] / "shared"))


def main(arguments: Sequence[str]) -> int:
    data = SHARED / "data"
    tables = _measured(Path(arguments[0])) if arguments else {**_measured(data / "html"), **_shared(data)}
    for title, measures in tables.items():
        Console().print(table_of(title, measures))
    return 0 if all(each.holds for measures in tables.values() for each in measures) else 1


def _shared(data: Path) -> Mapping[str, Sequence[Measure]]:
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as workers:
        with unpacked(data / "html2") as place:
            pages = list(saved_pages(place))
            files = [page.file for page in pages]
            answers = {name: list(workers.map(read, files, chunksize=8)) for name, read in CONTENDERS.items()}
        return {
            "pages whose whole text is known": text_measures(pages, answers),
            "texts whose kind and day are known": kind_measures(data / "articles", workers),
            "seeds": seed_measures(SHARED),
        }


def _measured(folder: Path) -> Mapping[str, Sequence[Measure]]:
    with unpacked(folder) as place:
        pages = list(pages_of(place))
        with ProcessPoolExecutor(WORKERS, get_context("spawn")) as workers:
            answers = list(zip(pages, workers.map(draft_of, pages, chunksize=8), strict=True))
        made = page_measures(count(answers))
        made += [*_half(answers, "rules written on", developed=True), *_half(answers, "held out", developed=False)]
        return {f"{folder.name}: pages": made, f"{folder.name}: speed": speed_measures(pages)}


def page_measures(counts: Counts) -> list[Measure]:
    return [
        Measure("HTML segments found", counts.found / max(1, counts.wanted)),
        Measure("HTML segments kept out", counts.kept_out / max(1, counts.unwanted)),
        Measure("HTML segments F1", counts.segments_f1, floor=0.94),
        Measure("HTML title right", counts.titles / max(1, counts.titles_asked), floor=0.91),
        Measure("HTML title the same to the letter", counts.titles_same / max(1, counts.titles_asked)),
        Measure("HTML date right (day)", counts.dates / max(1, counts.dates_asked), floor=0.90),
        Measure("HTML author right", counts.authors / max(1, counts.authors_asked), floor=0.66),
    ]


def _half(answers: Sequence[tuple[Page, Draft | None]], name: str, *, developed: bool) -> list[Measure]:
    counts = count((page, draft) for page, draft in answers if page.is_development == developed)
    shown = [each for each in page_measures(counts) if each.floor]
    return [Measure(f"{each.name}, {name}", each.value) for each in shown]


@contextmanager
def unpacked(folder: Path) -> Iterator[Path]:
    """The folder with its pages beside its gold, unpacked for as long as it is measured where they are packed."""
    archive = folder / "pages.tar.xz"
    if not archive.exists():
        yield folder
        return
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="data")
        (Path(place) / "pages.jsonl").write_bytes((folder / "pages.jsonl").read_bytes())
        yield Path(place)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
