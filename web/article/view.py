"""An Article as a reader sees it: its text, what is known of it and how, where it comes from, what is like it."""

from dataclasses import dataclass

from indexer.article import Article
from indexer.article.date_evidence import evidence_words
from indexer.fields import ENTITY_FIELDS, NAMED_FACETS, FacetField
from indexer.search import more_like_this
from indexer.search.more_like_this import Similar
from indexer.search.page import ArticleMarks
from web import archive
from web.api.crawlers import news_article
from web.article.body import Linked, Paragraph, paragraphs
from web.article.compare import similarity_label
from web.article.original import file_name, original
from web.export.citations import STYLES, Cited, in_words
from web.i18n import formatting, type_cues
from web.i18n.facet_labels import LABELS
from web.i18n.language import gettext, ngettext, translate
from web.marks import Piece, pieces
from web.urls.address import address
from web.urls.links import Link, absolute, article_url, comparison_url, is_web, name_links, page_links
from web.urls.params import SearchParams

_SEARCHED = [field for field in NAMED_FACETS if field not in ENTITY_FIELDS]
_HITS_LINKED = 20  # one by one; of the rest every tenth or so, from where the others are in sight


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of what is known: a term, its values, and how it is known."""

    term: str
    values: tuple[Link, ...]
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class CopyView:
    """A near duplicate, how like it is, and the address of the two side by side."""

    article: Article
    alike: str
    differences: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything that article.html places. `hits` counts the marks in the text, `hits_linked` the ones with a link;
    `lost`: a link led to a passage that is gone."""

    article: Article
    title: tuple[Piece, ...]
    kicker: str
    typed: str
    kept: list[tuple[str, str]]
    hits: int
    hits_said: str
    hits_linked: tuple[int, ...]
    back: str
    paragraphs: tuple[Paragraph, ...]
    lost: bool
    facts: tuple[Fact, ...]
    provenance: tuple[Fact, ...]
    similar: tuple[Similar, ...]
    copies: tuple[CopyView, ...]
    repeats: CopyView | None
    citation: str
    styles: tuple[Link, ...]
    json_href: str
    canonical: str
    linked_data: dict[str, object]


def article_view(
    article: Article, marks: ArticleMarks, params: SearchParams, linked: Linked | None = None
) -> ArticleView:
    typed = params.asked.typed
    around = more_like_this.related(archive.reader(), article)
    copies = tuple(_copy(article, each) for each in around.copies)
    return ArticleView(
        article=article,
        title=pieces(article.title, marks.title),
        kicker=" · ".join(fact for fact in formatting.type_and_source(article) if fact),
        typed=typed,
        kept=params.with_typed("").pairs(),
        hits=len(marks.text),
        hits_said=_hits_said(len(marks.text), typed),
        hits_linked=_linked(len(marks.text)),
        back=params.url() if params.pairs() else "",
        paragraphs=paragraphs(article, marks.text, linked),
        lost=linked is not None and linked.span is None,
        facts=_facts(article, params),
        provenance=_provenance(article),
        similar=around.similar,
        copies=copies,
        repeats=copies[0] if around.copies and around.copies[0].id == article.duplicate_of else None,
        citation=in_words(Cited(article, absolute(article_url(article.id)))),
        styles=tuple(
            Link(translate(style.name), address(f"/articles/{article.id}/cite.{s}", [])) for s, style in STYLES.items()
        ),
        json_href=address(f"/api/articles/{article.id}", []),
        canonical=absolute(article_url(article.id)),
        linked_data=news_article(article),
    )


def _linked(hits: int) -> tuple[int, ...]:
    step = max(10, hits // _HITS_LINKED)
    return (*range(1, min(hits, _HITS_LINKED) + 1), *range(_HITS_LINKED + step, hits + 1, step))


def _hits_said(hits: int, typed: str) -> str:
    if not typed:
        return ""
    if not hits:
        return gettext("Nothing in the text is marked for")
    return ngettext("%(number)s place marked for", "%(number)s places marked for", hits)


def _facts(article: Article, params: SearchParams) -> tuple[Fact, ...]:
    """Names lead to their own pages; other values to all articles of the archive that have them, not only to those
    of the search one came from."""
    everything = params.cleared()
    date = Fact(gettext("Date"), (Link(formatting.date(article.date)),), _date_evidence(article))
    named = (Fact(_term(field), tuple(page_links(article, field))) for field in ENTITY_FIELDS)
    searched = (
        Fact(_term(field), tuple(name_links(article, field, everything)), _evidence(article, field))
        for field in _SEARCHED
    )
    return tuple(fact for fact in (date, *searched, *named, *_originals(article)) if fact.values)


def _term(field: FacetField) -> str:
    return translate(LABELS[field].several or LABELS[field].heading)


def _originals(article: Article) -> tuple[Fact, Fact]:
    page = (Link(article.url, article.url if is_web(article.url) else ""),) if article.url else ()
    return Fact(gettext("Original page"), page), original_file(article)


def original_file(article: Article) -> Fact:
    """A link to the file where it can be taken away; its name alone where it cannot."""
    if found := original(article):
        return Fact(gettext("Original file"), (found,))
    name, member = file_name(article), article.provenance.member
    item = gettext("its item %(member)s", member=member) if member else ""
    return Fact(gettext("Original file"), (Link(name),) if name else (), item)


def _copy(article: Article, other: Article) -> CopyView:
    """What one reads is the newer text where it repeats the other, so that the other is what it is compared with."""
    old, new = (article.id, other.id) if other.duplicate_of == article.id else (other.id, article.id)
    return CopyView(other, similarity_label(article, other), comparison_url(old, new))


def _evidence(article: Article, field: FacetField) -> str:
    told = type_cues.said(article.type_evidence) if field == "type" else ""
    return gettext("told by: %(evidence)s", evidence=told) if told else ""


def _date_evidence(article: Article) -> str:
    known = formatting.precision(article.date)
    told = translate(evidence_words(article.date.evidence))
    read = gettext("read from: %(evidence)s", evidence=told) if told else ""
    return gettext("; ").join(part for part in (known, read) if part)


def _provenance(article: Article) -> tuple[Fact, ...]:
    origin = article.provenance
    facts = (
        Fact(gettext("File"), (Link(origin.path),), origin.format),
        Fact("SHA-256", (Link(origin.sha256),) if origin.sha256 else ()),
        Fact(gettext("Indexed"), (Link(formatting.day(article.updated[:10])),) if article.updated else ()),
        Fact(gettext("Read by"), (Link(origin.extractor),) if origin.extractor else ()),
        *(Fact(key, (Link(value),)) for key, value in article.extra),
    )
    return tuple(fact for fact in facts if fact.values)
