"""A small archive in each engine: every article is there for a rule."""

import pytest

from indexer.article import Article, PartialDate, Passage, Provenance
from indexer.engines import open_engine
from indexer.engines.engine import Reader

_ARTICLES = {
    "memorandum": ("Memorandum on refugees signed", "The CSTO and the refugee agency signed a paper.", "2017-01-17"),
    "observer": (
        "Interview on observer status",
        "Observer status came with resolution 59/50. Refugees? No.",
        "2019-11",
    ),
    "visit": ("A visit to Vienna", "Thomas Greminger met Valery Semerikov. Terrorism was discussed.", "2017-07-05"),
    "drill": (
        "Exercises ended",
        "Soldiers of the Collective Security Treaty Organization countered terrorists.",
        "2018",
    ),
    "status": ("A status report", "The status of an observer is discussed; co-operation goes on.", ""),
    "labour": (
        "On labour",
        "Organised labour and organizations of labor met. Naïve words about the status.",
        "2016-09-30",
    ),
}


def _article(name: str) -> Article:
    title, text, date = _ARTICLES[name]
    return Article(
        id=name,
        title=title,
        text=text,
        provenance=Provenance(f"{name}.txt", "", "", "text"),
        date=PartialDate(date),
        type="interview" if name == "observer" else "news",
        organisations=("CSTO", "UNHCR") if name == "memorandum" else ("CSTO",) if name in ("drill", "visit") else (),
        people=("Thomas Greminger", "Valery Semerikov") if name == "visit" else (),
        documents=("A/RES/59/50",) if name == "observer" else (),
        passages=(Passage(1, 0, len(text)),),
    )


@pytest.fixture(scope="session", params=["memory", "whoosh", "tantivy"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    if request.param == "tantivy":
        pytest.importorskip("tantivy", reason="the tantivy extra is not installed")
    engine = open_engine(f"{request.param}:{tmp_path_factory.mktemp('index') / 'index'}", create=True)
    with engine.writer() as writer:
        for name in _ARTICLES:
            writer.replace(_article(name))
    return engine.reader()
