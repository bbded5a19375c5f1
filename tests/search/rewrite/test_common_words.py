import pytest

from indexer.article import Article, Provenance
from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.query.parser import parse
from indexer.query.tree import And, DisMax, Not, Or, Phrase, Query, SpanNear, Word
from indexer.search.rewrite.common_words import demote_common_words

_TEXTS = ("treaty of friendship", "treaty and charter", "treaty charter protocol", "summit")

TREATY, CHARTER = Word("treaty", typed="treaty"), Word("charter", typed="charter")


def _unranked(query: Query) -> Query:
    return Not(Not(query))


@pytest.fixture(scope="module")
def reader() -> Reader:
    engine = open_engine("memory:")
    with engine.writer() as writer:
        for number, text in enumerate(_TEXTS):
            writer.replace(Article(str(number), "", text, Provenance("", "", "", "")))
    return engine.reader()


@pytest.mark.parametrize(
    ("typed", "ranked"),
    [
        ("treaty charter", And((_unranked(TREATY), CHARTER))),
        ("treaty OR charter", Or((_unranked(TREATY), CHARTER))),
        ("charter (treaty OR of)", And((CHARTER, Or((_unranked(TREATY), _unranked(Word("of", typed="of"))))))),
        ('"treaty" of', And((Word("treaty", exact=True, typed="treaty"), _unranked(Word("of", typed="of"))))),
        ('"treaty charter" treaty', And((Phrase(("treaty", "charter"), typed="treaty charter"), _unranked(TREATY)))),
        ('"a b"~3 treaty', And((SpanNear(("a", "b"), 3, typed="a b"), _unranked(TREATY)))),
        ("of summit", And((_unranked(Word("of", typed="of")), Word("summit", typed="summit")))),
        ("treat treaty", And((Word("treat", typed="treat"), _unranked(TREATY)))),
    ],
)
def test_a_word_that_most_articles_have_does_not_rank_beside_others(reader: Reader, typed: str, ranked: Query) -> None:
    assert demote_common_words(reader, parse(typed).tree) == ranked


@pytest.mark.parametrize("typed", ["treaty", "treaty of", "charter", '"treaty"', "-treaty", "org:treaty of", ""])
def test_a_query_without_telling_words_ranks_by_what_it_has(reader: Reader, typed: str) -> None:
    tree = parse(typed).tree
    assert demote_common_words(reader, tree) == tree


def test_a_name_in_several_forms_tells_something(reader: Reader) -> None:
    name = DisMax((TREATY, CHARTER), typed="treaty")
    assert demote_common_words(reader, And((name, TREATY))) == And((name, _unranked(TREATY)))
