"""What a tantivy index keeps of an article, and how our own terms get into it."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import tantivy

from indexer.article import Article, PartialDate
from indexer.authority.offices import office_terms
from indexer.engines.article_terms import FLAT, both_spaced
from indexer.engines.bm25 import TITLE_WEIGHT
from indexer.engines.said_terms import said_terms
from indexer.engines.text_terms import spaced
from indexer.fields import FACET_FIELDS, FACETS, NAME_FIELDS
from indexer.text.stemmer import stem
from indexer.text.web_address import address_key

READY = "ready"  # the analyser of terms that come joined by spaces
APART = 20_000  # places between two sequences of one field: no phrase or nearness reaches half so far
FARTHEST_DAY = 99_999_999


def schema() -> tantivy.Schema:
    """`any` fields hold the text and TITLE_WEIGHT times the title, as BM25 is to see them.

    A name field's words are in `words.person`, its whole values in `person`. `newest` and `oldest` are texts whose
    order is the order of articles; both end in the article's id. `day` orders as `newest` does, but for the ids.
    `story` is one number for all near duplicates of a text; `repeats` is 0 for the original alone.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("any.exact", "title.exact", *(f"words.{field}" for field in NAME_FIELDS)):
        builder.add_text_field(name, tokenizer_name=READY, index_option="position")
    for name in ("any.stems", "title.stems", FLAT):
        builder.add_text_field(name, tokenizer_name=READY, index_option="freq")
    for name in ("newest", "oldest", *FACET_FIELDS):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("day", "first", "last", "story", "repeats"):
        builder.add_unsigned_field(name, fast=True, indexed=name not in ("day", "repeats"))
    builder.add_bytes_field("article", stored=True)
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Tantivy does not keep analysers: each opened index is told again."""
    index.register_tokenizer(READY, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def document(article: Article) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("id", article.id)
    made.add_bytes("article", article.to_json().encode("utf-8", "surrogatepass"))
    made.add_unsigned("story", _story_number(article.story))
    made.add_unsigned("repeats", int(bool(article.duplicate_of)))
    _add_terms(made, article)
    _add_values(made, article)
    _add_dates(made, article)
    return made


def _story_number(story: str) -> int:
    return int.from_bytes(hashlib.blake2b(story.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _add_terms(made: tantivy.Document, article: Article) -> None:
    (title, title_stems), (text, text_stems) = both_spaced(article)
    author_stems = [stem(word, article.language) for name in article.authors for word in _name(name).split()]
    made.add_text("title.stems", title_stems)
    made.add_text("any.stems", " ".join((text_stems, *[title_stems] * TITLE_WEIGHT, *author_stems)))
    made.add_text(FLAT, " ".join((text_stems, title_stems, *author_stems)))
    made.add_text("title.exact", title)
    made.add_text("any.exact", text)
    if title:
        far_title = _apart(title.split())
        for _ in range(TITLE_WEIGHT):
            made.add_pre_tokenized_text("any.exact", far_title)
    for name in article.authors:
        made.add_pre_tokenized_text("any.exact", _far(_name(name)))


def _add_values(made: tantivy.Document, article: Article) -> None:
    for field, facet in FACETS.items():
        values = facet.values(article)
        for value in dict.fromkeys(values):
            made.add_text(field, value)
        if field in NAME_FIELDS:
            _add_names(made, f"words.{field}", tuple(map(_name, values)))
    _add_names(made, "words.office", tuple(map(" ".join, map(office_terms, article.offices))))
    if address := address_key(article.url):
        made.add_text("words.url", address)
    spoken, sayers = said_terms(article)
    made.add_text("words.spoken", " ".join(spoken))
    made.add_text("words.sayer", " ".join(sayers))


def _add_names(made: tantivy.Document, field: str, values: Sequence[str]) -> None:
    """`values` are words with spaces between them."""
    for place, value in enumerate(values):
        if place:
            made.add_pre_tokenized_text(field, _far(value))
        else:
            made.add_text(field, value)


@lru_cache(maxsize=10_000)
def _name(value: str) -> str:
    """The words of a name; kept, because names come again and again."""
    return spaced(value)[0]


@lru_cache(maxsize=10_000)
def _far(words: str) -> tantivy.PreTokenizedString:
    return _apart(words.split())


def _apart(sequence: Sequence[str]) -> tantivy.PreTokenizedString:
    """A sequence that begins far behind the one before it."""
    tokens = [tantivy.Token(term, place, 0, 0) for place, term in enumerate(sequence, APART)]
    return tantivy.PreTokenizedString("", tokens)


def _add_dates(made: tantivy.Document, article: Article) -> None:
    newest, oldest, first, last = _days(article.date.value, article.date.vagueness)
    made.add_unsigned("day", newest)
    made.add_text("newest", f"{newest:010}{article.id}")
    made.add_text("oldest", f"{oldest:010}{article.id}")
    if first:
        made.add_unsigned("first", first)
        made.add_unsigned("last", last)


def oldest_of(days: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """What orders among oldest ones, of values of `day`."""
    first_days, vagueness = FARTHEST_DAY - days // 100, days % 100
    return np.where(first_days == 0, FARTHEST_DAY, first_days) * 100 + vagueness


@lru_cache(maxsize=10_000)
def _days(value: str, vagueness: int) -> tuple[int, int, int, int]:
    """What orders a partial date among newest and among oldest ones, and the days between which it lies (0: none)."""
    date = PartialDate(value)
    newest = (FARTHEST_DAY - date.first_day) * 100 + vagueness
    oldest = (date.first_day or FARTHEST_DAY) * 100 + vagueness
    return newest, oldest, date.first_day, date.last_day
