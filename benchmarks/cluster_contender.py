"""The cluster as a contender of `benchmarks.speed`: three nodes on this machine, three shards, one replica.

Its CPU is that of the asking process; what the nodes take shows in the wall times only. Its disk holds every article
twice.
"""

import atexit
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from benchmarks.speed_contender import Absent, Answer, InThisProcess, Search
from benchmarks.speed_queries import Asked
from indexer.article import Article
from indexer.engines import open_engine
from indexer.search.highlight.snippets import Highlighter
from indexer.search.rewrite.wildcards import Expansion
from tests.engines.opensearch.nodes import NoClusterError, Nodes

BATCH = 2_000


def _started(folder: Path) -> tuple[Nodes, str]:
    """The cluster whose nodes keep their data in the folder, and the address of its one index."""
    folder.mkdir(parents=True, exist_ok=True)
    nodes = Nodes(folder)
    atexit.register(nodes.close)
    try:
        nodes.start()
    except NoClusterError as error:
        raise Absent(str(error)) from error
    return nodes, nodes.fresh_address()


class OnCluster(InThisProcess):
    """`marked`: with the best passages of the ten articles."""

    def __init__(self, *, marked: bool = False) -> None:
        self.marked = marked

    def build(self, folder: Path, articles: Iterable[Article]) -> None:
        nodes, address = _started(folder)
        engine, rest = open_engine(address, create=True), iter(articles)
        while batch := list(islice(rest, BATCH)):
            with engine.writer() as writer:
                for article in batch:
                    writer.replace(article)
        nodes.ask(f"/{address.rpartition('/')[2]}/_flush", "POST")
        engine.close()

    @contextmanager
    def open(self, folder: Path) -> Iterator[Search]:
        engine = open_engine(_started(folder)[1])
        reader = engine.reader()

        def search(asked: Asked) -> Answer:
            request = asked.request
            tree = Expansion(reader).expand(request.query)
            result = reader.search(type(request)(tree, request.filters, facets=request.facets))
            fetched = [article for hit in result.hits if (article := reader.article(hit.id))]
            if self.marked:
                for article in fetched:
                    next(Highlighter(tree).each([article]))
            return result.total, len(fetched)

        with closing(engine):
            yield search
