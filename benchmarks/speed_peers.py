"""Well-known engines doing the same work by themselves: their own analysis, facets counted, ten articles fetched."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur
from whoosh import query as whoosh_query
from whoosh import sorting
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.qparser import QueryParser

from benchmarks.speed_contender import Answer, InThisProcess, Search
from benchmarks.speed_queries import FACETED, Asked
from indexer.article import Article
from indexer.fields import FACETS, FacetField
from indexer.query.tree import Fuzzy, Or, Phrase, Prefix
from indexer.text.stemmer import stem


def _names(article: Article) -> dict[FacetField, list[str]]:
    return {field: list(FACETS[field].values(article)) for field in FACETED}


class RawTantivy(InThisProcess):
    """Its own en_stem over title and text as one field; facets by its terms aggregation, every value counted."""

    def build(self, folder: Path, articles: Iterable[Article]) -> None:
        builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("body", tokenizer_name="en_stem")
        builder.add_bytes_field("article", stored=True)
        for field in FACETED:
            builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
        folder.mkdir(parents=True)
        writer = tantivy.Index(builder.build(), str(folder)).writer(100_000_000, 1)
        for article in articles:
            body = f"{article.title}\n{article.text}"
            stored = article.to_json().encode()
            writer.add_document(tantivy.Document(id=article.id, body=body, article=stored, **_names(article)))
        writer.commit()
        writer.wait_merging_threads()

    @contextmanager
    def open(self, folder: Path) -> Iterator[Search]:
        index = tantivy.Index.open(str(folder))
        searcher, schema = index.searcher(), index.schema
        asked_facets = {field: {"terms": {"field": field, "size": 65_000}} for field in FACETED}

        def search(asked: Asked) -> Answer:
            query = _raw_query(schema, asked)
            found: Any = searcher.search(query, 10)
            searcher.aggregate(query, asked_facets)
            if chosen := {each.field for each in asked.filters if each.include}:
                searcher.aggregate(_raw_query(schema, asked, leave_out=chosen), {f: asked_facets[f] for f in chosen})
            fetched = [searcher.doc(address)["article"] for _, address in found.hits]
            return found.count, len(fetched)

        yield search


def _raw_query(schema: tantivy.Schema, asked: Asked, leave_out: Collection[str] = ()) -> tantivy.Query:
    made = _raw_words(schema, asked)
    parts = [(Occur.Must, made)]
    for chosen in (each for each in asked.filters if each.exclude or each.field not in leave_out):
        values = list(chosen.include or chosen.exclude)
        having = tantivy.Query.const_score_query(tantivy.Query.term_set_query(schema, chosen.field, values), 0.0)
        parts.append((Occur.Must if chosen.include else Occur.MustNot, having))
    return tantivy.Query.boolean_query(parts) if len(parts) > 1 else made


def _raw_words(schema: tantivy.Schema, asked: Asked) -> tantivy.Query:
    stems: list[Any] = [stem(word) for word in asked.words]
    match asked.tree:
        case Phrase():
            return tantivy.Query.phrase_query(schema, "body", stems)
        case Prefix(beginning):
            return tantivy.Query.regex_query(schema, "body", f"{beginning}.*")
        case Fuzzy(term):
            return tantivy.Query.fuzzy_term_query(schema, "body", stem(term), distance=1)
    occur = Occur.Should if isinstance(asked.tree, Or) else Occur.Must
    return tantivy.Query.boolean_query([(occur, tantivy.Query.term_query(schema, "body", each)) for each in stems])


class Fts5(InThisProcess):
    """SQLite: bm25 with porter stems; facets by GROUP BY over a table of names. It has no fuzzy query."""

    def build(self, folder: Path, articles: Iterable[Article]) -> None:
        folder.mkdir(parents=True)
        with closing(sqlite3.connect(folder / "index.db")) as database, database:
            database.execute("CREATE VIRTUAL TABLE body USING fts5(words, content='', tokenize='porter unicode61')")
            database.execute("CREATE TABLE article (number INTEGER PRIMARY KEY, stored TEXT)")
            database.execute("CREATE TABLE name (number INTEGER, field TEXT, value TEXT)")
            for number, article in enumerate(articles, 1):
                database.execute(
                    "INSERT INTO body (rowid, words) VALUES (?, ?)", (number, f"{article.title} {article.text}")
                )
                database.execute("INSERT INTO article VALUES (?, ?)", (number, article.to_json()))
                names = [(number, field, value) for field, values in _names(article).items() for value in values]
                database.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
            database.execute("CREATE INDEX by_number ON name (number, field, value)")
            database.execute("CREATE INDEX by_value ON name (field, value, number)")

    @contextmanager
    def open(self, folder: Path) -> Iterator[Search]:
        def search(asked: Asked) -> Answer:
            database.execute("DROP TABLE IF EXISTS temp.hit")
            matching = f"SELECT rowid AS number, rank FROM body WHERE body MATCH ? {_narrowed(asked)}"  # noqa: S608  # own names
            database.execute(f"CREATE TEMP TABLE hit AS {matching}", (_fts_query(asked),))
            (total,) = database.execute("SELECT count(*) FROM hit").fetchone()
            database.execute(
                "SELECT field, value, count(*) AS n FROM hit JOIN name USING (number) GROUP BY field, value ORDER BY n"
            ).fetchall()
            ten = "SELECT stored FROM (SELECT number FROM hit ORDER BY rank LIMIT 10) JOIN article USING (number)"
            return total, len(database.execute(ten).fetchall())

        with closing(sqlite3.connect(f"file:{folder / 'index.db'}?mode=ro", uri=True)) as database:
            yield search


def _fts_query(asked: Asked) -> str:
    match asked.tree:
        case Phrase():
            return f'"{" ".join(asked.words)}"'
        case Prefix(beginning):
            return f"{beginning}*"
    return (" OR " if isinstance(asked.tree, Or) else " AND ").join(f'"{word}"' for word in asked.words)


def _narrowed(asked: Asked) -> str:
    conditions = []
    for chosen in asked.filters:
        values = ", ".join(f"'{value}'" for value in sorted(chosen.include or chosen.exclude))
        within = "IN" if chosen.include else "NOT IN"
        having = f"SELECT number FROM name WHERE field = '{chosen.field}' AND value IN ({values})"  # noqa: S608  # the same
        conditions.append(f"AND +rowid {within} ({having})")  # +: or it looks each row up by itself
    return " ".join(conditions)


class StockWhoosh(InThisProcess):
    """Whoosh as its documentation shows it: TEXT with a stemming analyser, facets by groupedby."""

    def build(self, folder: Path, articles: Iterable[Article]) -> None:
        folder.mkdir(parents=True)
        facets = {field: KEYWORD(commas=True, sortable=True) for field in FACETED}
        body = TEXT(analyzer=StemmingAnalyzer(), phrase=True)
        writer = create_in(str(folder), Schema(id=ID(unique=True), body=body, article=STORED(), **facets)).writer(
            limitmb=256
        )
        for article in articles:
            names = {field: ",".join(values) for field, values in _names(article).items()}
            writer.add_document(
                id=article.id, body=f"{article.title} {article.text}", article=article.to_json(), **names
            )
        writer.commit()

    @contextmanager
    def open(self, folder: Path) -> Iterator[Search]:
        index = open_dir(str(folder))
        searcher, parser = index.searcher(), QueryParser("body", index.schema)
        facets = sorting.Facets()
        for field in FACETED:
            facets.add_field(field, allow_overlap=True, maptype=sorting.Count)

        def search(asked: Asked) -> Answer:
            found = searcher.search(_stock_query(parser, asked), limit=10, groupedby=facets)
            for field in FACETED:
                found.groups(field)
            return len(found), len([json.loads(hit["article"]) for hit in found[:10]])

        with closing(index), searcher:
            yield search


def _stock_query(parser: QueryParser, asked: Asked) -> Any:
    joint = " OR " if isinstance(asked.tree, Or) else " AND "
    typed = {
        Phrase: f'"{" ".join(asked.words)}"',
        Prefix: f"{asked.words[0]}*",
    }.get(type(asked.tree), joint.join(asked.words))
    made = (
        whoosh_query.FuzzyTerm("body", stem(asked.tree.term), prefixlength=0)
        if isinstance(asked.tree, Fuzzy)
        else parser.parse(typed)
    )
    for chosen in asked.filters:
        having = whoosh_query.Or([whoosh_query.Term(chosen.field, value) for value in chosen.include or chosen.exclude])
        made = whoosh_query.And([made, having if chosen.include else whoosh_query.Not(having)])
    return made
