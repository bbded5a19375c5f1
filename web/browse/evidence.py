"""The sentences of the archive in which a name stands: "Mentions", "Sentences that cite it"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from indexer.article import Article
from indexer.authority import Authority
from indexer.fields import EntityField
from indexer.search import cost
from indexer.search.evidence.evidence import Evidence, evidence
from indexer.search.evidence.mentions import mentions_of
from web import gate
from web.browse.places import place_urls
from web.marks import Piece, excerpt, pieces
from web.urls.links import Link, article_url, speaker_link

PLACE = "named"  # where they stand on the page
_SHOWN = 12
_FROM_ONE = 2  # out of one article
_OF_DOCUMENT = 5
_LOOKED_AT = 40  # articles
_LONGEST = 600  # characters of a sentence that is not cut


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A sentence, or of an article whose title alone has the name the `title`, marked. `speaker`: who says it, where
    `is_said`: all of it is somebody's words."""

    article: Article
    href: str
    title: tuple[Piece, ...]
    pieces: tuple[Piece, ...] = ()
    is_said: bool = False
    speaker: Link | None = None


def evidence_views(
    field: EntityField, name: str, articles: Iterable[Article], known: Authority
) -> Iterator[EvidenceView]:
    """In the order of the articles, as many as a page has room for."""
    mentions = mentions_of(field, name, known)
    own, most = (name if field == "person" else ""), (_OF_DOCUMENT if field == "document" else _FROM_ONE)

    def of(article: Article) -> Iterator[EvidenceView]:
        gate.ask(cost.showing([article]))
        shown = list(islice(evidence(article, mentions.in_text(article), own), most))
        if shown:
            yield from _views(article, shown)
        elif in_title := tuple(mentions.in_title(article)):
            yield EvidenceView(article, article_url(article.id), pieces(article.title, in_title))

    return islice((each for article in islice(articles, _LOOKED_AT) for each in of(article)), _SHOWN)


def _views(article: Article, found: list[Evidence]) -> Iterator[EvidenceView]:
    title = pieces(article.title, ())
    for each, href in zip(found, place_urls(article, [each.start for each in found]), strict=True):
        said = each.quotation
        speaker = speaker_link(article, said.speaker) if said and said.speaker else None
        yield EvidenceView(article, href, title, _pieces(article, each), said is not None, speaker)


def _pieces(article: Article, found: Evidence) -> tuple[Piece, ...]:
    marks = [(first - found.start, last - found.start) for first, last in found.marks]
    return excerpt(article.text[found.start : found.end], marks, _LONGEST)
