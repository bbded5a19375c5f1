"""A speed run as one table: builds and sizes, then each class of queries, ratios of CPU in the last columns."""

from benchmarks.speed_run import Measured, Timing

REAL = 23_078  # articles with nothing recombined
PEERS = ("raw tantivy", "stock Whoosh")
COLUMNS = f"{'':16}{'':12}{'matches':>9}{'p50':>9}{'p95':>9}{'p99':>9}{'CPU':>9}{'/ raw':>8}{'/ stock':>9}"
NOTES = """\
Every contender: exact total, all values of ten facets counted over all matches, ten articles fetched; each with its own
analysis, so that matches differ a little. Ours also rank a title's words higher, order equal scores by date and id, and
rows of a facet by value, and say exactly how many values a facet has; tantivy's own facets are approximate past the
number of values asked for, so raw tantivy is asked for all of them here, leaves them as they come, and does not read
what it fetched; asked for ten rows a facet only, it counts in half the time. FTS5, Xapian: no fuzzy query. FTS5 and
stock Whoosh count a facet with its own choice, the others without. Stock Whoosh is left out past 10,000 articles unless
it is named. A cluster's CPU is that of the asking process, Xapian's that of the Python which runs it.
"""


def table(size: int, measured: list[Measured]) -> str:
    recombined = f", {size - REAL:,} of them recombined" if size > REAL else ""
    lines = [f"{size:,} articles{recombined}; times in ms, sizes in MB, builds in s of CPU", ""]
    lines.append(f"{'':16}{'build':>9}{'disk':>9}{'memory':>9}{'heap':>9}{'open + first':>14}")
    for run in measured:
        sizes = f"{run.disk:9.0f}{run.memory:9.0f}{run.heap:9.0f}{run.opening:14.0f}"
        lines.append(f"{run.name:16}{run.build_cpu:9.1f}{sizes}")
    lines += ["", COLUMNS]
    by_name = {run.name: run for run in measured}
    for kind in measured[0].timings if measured else ():
        lines += [_line(run, kind, by_name) for run in measured if kind in run.timings]
    return "\n".join([*lines, "", NOTES])


def _line(run: Measured, kind: str, by_name: dict[str, Measured]) -> str:
    timing = run.timings[kind]
    times = "".join(f"{value:9.1f}" for value in (timing.p50, timing.p95, timing.p99, timing.cpu))
    ratios = [_ratio(timing, by_name.get(peer), kind) for peer in PEERS]
    return f"{run.name:16}{kind:12}{timing.matches:9,}{times}{ratios[0]:>8}{ratios[1]:>9}"


def _ratio(timing: Timing, peer: Measured | None, kind: str) -> str:
    if peer is None or not (kind in peer.timings and peer.timings[kind].cpu):
        return "-"
    return f"{timing.cpu / peer.timings[kind].cpu:.2f}"
