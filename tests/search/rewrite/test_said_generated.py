"""Of random articles, what is found is what their quotations say, and counts keep their promise."""

from dataclasses import dataclass
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.article import Article
from indexer.text.analysis import terms
from indexer.text.stemmer import stem
from tests.engines.conftest import ENGINES
from tests.search.rewrite.test_said import NOBODY, SCHMID, ZAS, Part, filled, found, page_of, told

WORDS = ("officer", "officers", "peace", "old", "boat", "boats", "council")
PEOPLE = (ZAS, SCHMID, "Otto Zas", NOBODY)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
parts: st.SearchStrategy[Part] = st.one_of(sentences, st.tuples(st.sampled_from(PEOPLE), sentences))
articles = st.lists(st.lists(parts, max_size=5), max_size=5).flatmap(
    lambda many: st.just([told(f"n{number}", "old boat", *each) for number, each in enumerate(many)])
)


@dataclass(frozen=True)
class Wanted:
    """Words that somebody with this name says, unquoted or as a phrase."""

    name: str
    words: tuple[str, ...]
    quoted: bool

    @property
    def typed(self) -> str:
        words = " ".join(self.words)
        words = f'"{words}"' if self.quoted else words
        return f"speaker:{self.name} {words}" if self.name else f"said:({words})"

    def is_in(self, article: Article, *speakers: str) -> bool:
        rows = [
            terms(article.text[each.start : each.end])
            for each in article.quotations
            if (not self.name or self.name.lower() in terms(each.speaker)) and each.speaker in (speakers or PEOPLE)
        ]
        if self.quoted:
            size = len(self.words)
            return any(tuple(row[at : at + size]) == self.words for row in rows for at in range(len(row)))
        said = {stem(term) for row in rows for term in row}
        return all(stem(word) in said for word in self.words)


wanted = st.builds(
    Wanted,
    st.sampled_from(("zas", "otto", "schmid", "")),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(tuple),
    st.booleans(),
)


@pytest.mark.parametrize("name", ENGINES)
@settings(max_examples=40)
@given(articles, st.lists(wanted, min_size=1, max_size=4))
def test_what_is_found_is_what_the_quotations_say(name: str, added: list[Article], asked: list[Wanted]) -> None:
    with TemporaryDirectory() as folder, filled(f"{name}:{folder}/index", added) as random:
        for each in asked:
            assert found(random, each.typed) == {article.id for article in added if each.is_in(article)}, each.typed


@pytest.mark.parametrize("name", ENGINES)
@settings(max_examples=30)
@given(articles, wanted)
def test_the_count_beside_a_speaker_is_the_total_after_clicking_him(
    name: str, added: list[Article], asked: Wanted
) -> None:
    with TemporaryDirectory() as folder, filled(f"{name}:{folder}/index", added) as random:
        (panel,) = page_of(random, asked.typed).facets
        expected = {who: sum(asked.is_in(each, who) for each in added) for who in PEOPLE if who}
        assert {row.value: row.count for row in panel.rows} == {who: count for who, count in expected.items() if count}
        assert panel.distinct == len(panel.rows)
        for row in panel.rows:
            assert page_of(random, asked.typed, row.value).total == row.count


SHAPES = (
    "speaker:{a} {x} OR said:{y}",
    "speaker:{a} ({x} OR org:CSTO)",
    "speaker:{a} ({x} OR -org:CSTO)",
    "speaker:{a} -({x} said:{y})",
    "(speaker:{a} {x}) OR {y}",
    "-(speaker:{a} {x})",
    "speaker:{a} +({x} OR said:{y})",
    "said:{x} OR speaker:{a}",
    "speaker:{a} ({x} OR ({y} speaker:{b}))",
    "-said:{x}",
    "said:{x} -said:{y}",
    "speaker:{a} speaker:{b} {x}",
    'speaker:{a} ("{x} {y}" OR {y}*)',
)
queries = st.builds(
    lambda shape, a, b, x, y: shape.format(a=a, b=b, x=x, y=y),
    st.sampled_from(SHAPES),
    *(st.sampled_from(("zas", "otto", "schmid")) for _ in range(2)),
    *(st.sampled_from(WORDS) for _ in range(2)),
)


@pytest.mark.parametrize("name", ENGINES)
@settings(max_examples=40)
@given(articles, st.lists(queries, min_size=1, max_size=3))
def test_every_shape_of_query_is_answered_and_keeps_its_counts(
    name: str, added: list[Article], asked: list[str]
) -> None:
    with TemporaryDirectory() as folder, filled(f"{name}:{folder}/index", added) as random:
        for typed in asked:
            (panel,) = page_of(random, typed).facets
            counts = {row.value: row.count for row in panel.rows}
            chosen = {who: page_of(random, typed, who).total for who in PEOPLE if who}
            assert counts == {who: total for who, total in chosen.items() if total}, typed
