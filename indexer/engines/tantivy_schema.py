"""What a tantivy index keeps of an article, and how our own terms get into it."""

from functools import lru_cache

import tantivy

from indexer.article import Article
from indexer.engines.scoring import TITLE_WEIGHT
from indexer.engines.streams import name_words, spaced_stems, spaced_words, words
from indexer.fields import FACET_FIELDS, FACETS, NAME_FIELDS

READY = "ready"  # the analyser of terms that come joined by spaces
APART = 20_000  # places between two sequences of one field: no phrase or nearness reaches half so far
FARTHEST_DAY = 99_999_999


def schema() -> tantivy.Schema:
    """`any` fields hold the text and TITLE_WEIGHT times the title, as BM25 is to see them.

    A name field's words are in `words.person`, its whole values in `person`. `newest` and `oldest` are texts whose
    order is the order of articles; both end in the article's id. `day` orders as `newest` does, but for the ids.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("any.exact", "title.exact", *(f"words.{field}" for field in NAME_FIELDS)):
        builder.add_text_field(name, tokenizer_name=READY, index_option="position")
    for name in ("any.stems", "title.stems"):
        builder.add_text_field(name, tokenizer_name=READY, index_option="freq")
    for name in ("newest", "oldest", *FACET_FIELDS):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("day", "first", "last"):
        builder.add_unsigned_field(name, fast=True, indexed=name != "day")
    builder.add_bytes_field("article", stored=True)
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Tantivy does not keep analysers: each opened index is told again."""
    index.register_tokenizer(READY, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def document(article: Article) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("id", article.id)
    made.add_bytes("article", article.to_json().encode("utf-8", "surrogatepass"))
    _add_terms(made, article)
    for field in FACET_FIELDS:
        for value in dict.fromkeys(FACETS[field].values(article)):
            made.add_text(field, value)
    _add_dates(made, article)
    return made


def _add_terms(made: tantivy.Document, article: Article) -> None:
    title, title_stems = words(article.title), spaced_stems(article.title)
    made.add_text("title.stems", title_stems)
    made.add_text("any.stems", " ".join((spaced_stems(article.text), *[title_stems] * TITLE_WEIGHT)))
    made.add_text("title.exact", " ".join(title))
    made.add_text("any.exact", spaced_words(article.text))
    if title:
        far_title = _apart.__wrapped__(title)
        for _ in range(TITLE_WEIGHT):
            made.add_pre_tokenized_text("any.exact", far_title)
    for field, values in name_words(article).items():
        for value in filter(None, values):
            made.add_pre_tokenized_text(f"words.{field}", _apart(value))


@lru_cache(maxsize=10_000)
def _apart(sequence: tuple[str, ...]) -> tantivy.PreTokenizedString:
    """A sequence that begins far behind the one before it. Names come again and again, so theirs are kept."""
    tokens = [tantivy.Token(term, place, 0, 0) for place, term in enumerate(sequence, APART)]
    return tantivy.PreTokenizedString("", tokens)


def _add_dates(made: tantivy.Document, article: Article) -> None:
    date = article.date
    coarser = 10 - len(date.value)
    newest = (FARTHEST_DAY - date.first_day) * 100 + coarser
    oldest = (date.first_day if date.value else FARTHEST_DAY) * 100 + coarser
    made.add_unsigned("day", newest)
    made.add_text("newest", f"{newest:010}{article.id}")
    made.add_text("oldest", f"{oldest:010}{article.id}")
    if date.value:
        made.add_unsigned("first", date.first_day)
        made.add_unsigned("last", date.last_day)
