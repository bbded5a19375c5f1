"""A table of articles written for the engines' tests, and short ways to say requests."""

from dataclasses import replace

from indexer.article import Article, ArticleType, PartialDate, Provenance
from indexer.engines.engine import Engine, FacetWanted, Reader, SearchRequest
from indexer.fields import FACET_FIELDS
from indexer.query.tree import Phrase, Query, Word
from indexer.text.analysis import fold_word

PROVENANCE = Provenance("sample.txt", "0" * 64, "1", "text")
ALL_FACETS = tuple(FacetWanted(field, limit=1000) for field in FACET_FIELDS)


def article(article_id: str, title: str = "", text: str = "", date: str = "", **names: tuple[str, ...]) -> Article:
    plain = Article(article_id, title, text, PROVENANCE, date=PartialDate(date))
    return replace(plain, **names)  # type: ignore[arg-type]  # the names of Article's own fields


def typed(kind: ArticleType, source: str, language: str, plain: Article) -> Article:
    return replace(plain, type=kind, source=source, language=language)


ARTICLES = (
    typed(
        "press release",
        "Harbour Office",
        "en",
        article(
            "ferry",
            "Ferry council opens a harbour",
            "The ferry council met in the old harbour.\n\nTwo ferries hit; the council's pilots were refused a boat.",
            "2016-05-04",
            organisations=("Ferry Council", "Harbour Union"),
            people=("Ada Lind",),
            offices=("Chair, Harbour Union",),
            places=("Oslo", "Bergen"),
            documents=("A/RES/71/12",),
        ),
    ),
    typed(
        "interview",
        "Harbour Office",
        "en",
        article(
            "lind",
            "Ada Lind: harbour first",
            "What is a council for? The council is for boats, boats and boats. The old council was slow.",
            "2016-05",
            organisations=("Ferry Council",),
            people=("Ada Lind", "Boris Old"),
            places=("Oslo",),
            speakers=("Ada Lind",),
            offices=("Deputy Chair, Harbour Union", "Chair, Ferry Council"),
        ),
    ),
    typed(
        "news",
        "Coast Daily",
        "en",
        article(
            "storm",
            "Storm over Bergen",
            "A storm closed the harbour. Pilot boats stayed; no ferry left. Old boat, old pilot.",
            "2016",
            organisations=("Harbour Union",),
            places=("Bergen",),
        ),
    ),
    typed(
        "news",
        "Coast Daily",
        "ru",
        article("паром", "Паром и гавань", "Совет парома открыл гавань. Паромы ждали.", "2017-01-17", places=("Осло",)),
    ),
    typed(
        "other",
        "",
        "en",
        article("résumé", "Café résumé", "Naïve boats in a café; the résumé of a harbour.", people=("Zoë Ångström",)),
    ),
    article("empty", "", "", "2015-12-31"),
)


def filled(engine: Engine, articles: tuple[Article, ...] = ARTICLES) -> Reader:
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return engine.reader()


def word(text: str) -> Word:
    return Word(fold_word(text))


def exact(text: str) -> Word:
    return Word(fold_word(text), exact=True)


def phrase(text: str) -> Phrase:
    return Phrase(tuple(fold_word(each) for each in text.split()))


def found(reader: Reader, query: Query) -> set[str]:
    """The ids of all matches; the total must say the same number."""
    result = reader.search(SearchRequest(query, limit=1000))
    assert result.total == len(result.hits)
    return {hit.id for hit in result.hits}
