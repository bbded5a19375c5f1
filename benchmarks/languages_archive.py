"""An archive of articles in many languages together, made by a real update and asked as a reader asks."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from indexer.article import Article
from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.generations.live import open_live
from indexer.indexing.update import update
from indexer.search.page import SearchInput, search
from indexer.search.result import Result
from indexer.settings import Settings

_MOST = 1_000  # articles that a page may list: all that have a small word
_BATCH = 500

Marks = Mapping[str, tuple[str, ...]]  # by the key of each article found, what is marked in its title and its snippet


@dataclass(frozen=True, slots=True)
class Written:
    """An article as it comes; `language` only where that is declared beside the text."""

    key: str
    text: str
    language: str = ""


@contextmanager
def stored(written: Iterable[Written]) -> Iterator[Reader]:
    """What an update makes of the articles, in an index of Whoosh."""
    with TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", f"whoosh:{folder}/index"
        corpus.mkdir()
        (corpus / "articles.jsonl").write_text("\n".join(map(_line, written)) + "\n", "utf-8")
        update(Settings(corpus=corpus, index=index, index_workers=1))
        with closing(open_live(index)) as engine:
            yield engine.reader()


@contextmanager
def held_by(addresses: Sequence[str], reader: Reader) -> Iterator[dict[str, Reader]]:
    """The articles that `reader` has in other engines too, by the engine's name: its own writer indexes them."""
    articles = [article for each in reader.ids() if (article := reader.article(each))]
    with TemporaryDirectory() as folder, ExitStack() as stack:
        readers = {}
        for address in addresses:
            name = address.partition(":")[0]
            engine = open_engine(address if name != address else f"{name}:{folder}/{name}", create=True)
            stack.enter_context(closing(engine))
            for first in range(0, len(articles), _BATCH):
                with engine.writer() as writer:
                    for article in articles[first : first + _BATCH]:
                        writer.replace(article)
            readers[name] = engine.reader()
        yield readers


def key_of(article: Article) -> str:
    return article.provenance.member


def found(reader: Reader, typed: str) -> Marks:
    """Articles with all that was typed, read as it was typed."""
    asked = SearchInput(typed, size=_MOST, facets=(), match="all", spelling="typed", hints=False)
    return {key_of(each.article): tuple(_marked(each)) for each in search(reader, asked).results}


def _marked(result: Result) -> Iterator[str]:
    texts = [(result.article.title, result.title_marks), *((each.text, each.marks) for each in result.passages)]
    for text, marks in texts:
        yield from (text[start:end] for start, end in marks)


def _line(written: Written) -> str:
    record = {"id": written.key, "text": written.text, "language": written.language}
    return json.dumps(record, ensure_ascii=False)
