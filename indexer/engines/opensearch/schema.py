"""What an index on a cluster keeps of an article: ready terms, the values to count, the dates, the article itself."""

import base64
import zlib
from typing import Any

from indexer.article import Article
from indexer.engines.article_terms import FLAT, ArticleTerms, article_terms
from indexer.engines.bm25 import K1, TITLE_WEIGHT, B
from indexer.engines.validation import is_encodable
from indexer.fields import FACET_FIELDS, FACETS, NAME_FIELDS

APART = 1_000_000  # places between title and text: no phrase or nearness reaches so far
VALUES_APART = 10_000  # the same between two values of a name field, of which there may be thousands
LONGEST_VALUE = 8_000  # characters; a cluster keeps no longer ones for counting
FARTHEST_DAY = 99_999_999

Json = dict[str, Any]


def settings(shards: int, replicas: int) -> Json:
    """Nothing becomes visible by itself (`refresh_interval`): a commit says when."""
    return {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        "refresh_interval": "-1",
        "codec": "best_compression",
        "similarity": {"ours": {"type": "LegacyBM25", "k1": K1, "b": B}},
    }


def mapping() -> Json:
    """`any` holds the text and TITLE_WEIGHT times the title, as BM25 is to see them. `words` are the terms of a name
    field, `facets` its whole values, `terms` what `Reader.terms` lists.

    `story` is the id that all near duplicates of a text share.
    `since` is the batch that wrote a document and `until` the one that put another in its place or deleted it.
    `_source` keeps the article only: all else can be made from it again.
    """
    properties: Json = {
        "control": {"type": "object", "enabled": False},
        "article": {"type": "binary"},
        **{name: {"type": "keyword"} for name in ("id", "story")},
        **{name: {"type": "long"} for name in ("since", "until", "first", "last", "newest", "oldest")},
        "any": {"properties": _stemmed()},
        "title": {"properties": _stemmed()},
        "flat": {"properties": {"stems": _text("freqs", APART)}},
        "words": {"properties": {name: _text("positions", VALUES_APART) for name in NAME_FIELDS}},
        "facets": {"properties": {name: {"type": "keyword"} for name in FACET_FIELDS}},
        "terms": {"properties": {name: {"type": "keyword", "index": False} for name in ("any", "title", *NAME_FIELDS)}},
    }
    return {"dynamic": "strict", "_source": {"includes": ["article", "control", "since"]}, "properties": properties}


def _stemmed() -> Json:
    return {"exact": _text("positions", APART), "stems": _text("freqs", APART)}


def _text(options: str, apart: int) -> Json:
    """The whitespace analyser: terms come ready, joined by spaces."""
    made: Json = {"type": "text", "analyzer": "whitespace", "index_options": options, "similarity": "ours"}
    return {**made, "position_increment_gap": apart} if options == "positions" else made


def document(article: Article, since: int) -> Json:
    date, terms = article.date, article_terms(article)
    made: Json = {
        "id": article.id,
        "since": since,
        "article": pack(article),
        "story": article.story,
        "newest": (FARTHEST_DAY - date.first_day) * 100 + date.vagueness,
        "oldest": (date.first_day if date.value else FARTHEST_DAY) * 100 + date.vagueness,
        **_terms(terms),
    }
    for field in FACET_FIELDS:
        values = [value[:LONGEST_VALUE] for value in FACETS[field].values(article) if is_encodable(value)]
        made[f"facets.{field}"] = list(dict.fromkeys(values))
    if date.value:
        made |= {"first": date.first_day, "last": date.last_day}
    return made


def _terms(terms: ArticleTerms) -> Json:
    title, title_stems = " ".join(terms.title), " ".join(terms.title_stems)
    made: Json = {
        "title.exact": title,
        "title.stems": title_stems,
        "any.exact": [" ".join(terms.text), *[title] * TITLE_WEIGHT, *map(" ".join, terms.authors)],
        FLAT: " ".join((*terms.text_stems, *terms.title_stems, *terms.author_stems)),
        "any.stems": [" ".join((*terms.text_stems, *terms.author_stems)), *[title_stems] * TITLE_WEIGHT],
        "terms.any": sorted({*terms.title, *terms.text, *(term for name in terms.authors for term in name)}),
        "terms.title": sorted(set(terms.title)),
    }
    for field, values in terms.names.items():
        made[f"words.{field}"] = [" ".join(value) for value in values]
        made[f"terms.{field}"] = sorted({term for value in values for term in value})
    return made


def pack(article: Article) -> str:
    return base64.b64encode(zlib.compress(article.to_json().encode("utf-8", "surrogatepass"))).decode("ascii")


def unpack(stored: str) -> Article:
    return Article.from_json(zlib.decompress(base64.b64decode(stored)))
