import pickletools
from multiprocessing.reduction import ForkingPickler

from indexer.article import Article, DateEvidence, PartialDate, Passage, Provenance, Quotation, YearReason
from indexer.ingest.near_duplicates.minhash import sketch
from indexer.ingest.outcome import Ingested

_DATE = PartialDate("2019-02", DateEvidence("title", quoted="in February", year_from=YearReason("text", "of 2019")))
_INGESTED = Ingested(
    Article(
        "minsk",
        "A visit to Minsk",
        "The council met. “We agreed,” said Tan Weiling.",
        Provenance("a.txt", "sha256", "1", "text", "member"),
        date=_DATE,
        passages=(Passage(1, 0, 16), Passage(2, 17, 47, 3)),
        quotations=(Quotation(18, 28, "Tan Weiling", "direct", (31, 47)),),
        extra=(("desk", "foreign"),),
        updated="2019-02-07T00:00:00+00:00",
    ),
    "draft",
    sketch("The council met and agreed."),
)


def test_an_article_comes_from_a_worker_as_it_was_made() -> None:
    came = ForkingPickler.loads(ForkingPickler.dumps(_INGESTED))
    assert came == _INGESTED
    assert came.article.updated == _INGESTED.article.updated


def test_an_article_is_sent_as_its_fields() -> None:
    sent = bytes(ForkingPickler.dumps(_INGESTED.article))
    assert "BUILD" not in {operation.name for operation, _, _ in pickletools.genops(sent)}
