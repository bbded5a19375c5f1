"""Words beside a speaker are his, and `said:` words are somebody's."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from indexer.article import Article, PartialDate, Passage, Quotation
from indexer.engines import open_engine
from indexer.engines.engine import Engine, Reader
from indexer.engines.said_terms import said_terms
from indexer.query.describe import describe
from indexer.query.parser import parse
from indexer.query.unparse import unparse
from indexer.search.page import Choice, SearchInput, SearchPage, marker, search
from indexer.search.rewrite.said import bound
from tests.engines.conftest import ENGINES, ENGINES_AND_CLUSTER
from tests.engines.samples import PROVENANCE

Part = str | tuple[str, str]
ZAS, SCHMID, NOBODY = "Stanislav Zas", "Otto Schmid", ""


def told(name: str, title: str, *parts: Part) -> Article:
    """An article of what somebody says (speaker, words) and of what only the article tells."""
    text, quotations = "", []
    for part in parts:
        speaker, words = ("", part) if isinstance(part, str) else part
        start = len(text) + (not isinstance(part, str))
        text += words + " " if isinstance(part, str) else f"“{words}” "
        if not isinstance(part, str):
            quotations.append(Quotation(start, start + len(words), speaker))
    return _article(name, title, text.rstrip(), tuple(quotations))


def _article(name: str, title: str, text: str, quotations: tuple[Quotation, ...]) -> Article:
    speakers = tuple(dict.fromkeys(each.speaker for each in quotations if each.speaker))
    whole = (Passage(1, 0, len(text)),) if text else ()
    return Article(
        name, title, text, PROVENANCE, language="en", speakers=speakers, passages=whole, quotations=quotations
    )


_TALK = "We speak of officers, of observer status and of peace in the region, of roads, of bridges and of grain. "
ARTICLES = (
    told("a", "Officers", "They met.", (ZAS, "The officers trained."), (SCHMID, "Observer status brings peace.")),
    told("b", "Peace", "The officers stood by.", (SCHMID, "Officers came."), (ZAS, "Status of an observer: fine.")),
    told("c", "Tanks and observer posts", (ZAS, _TALK * 2)),
    told("d", "Officers", "Nobody spoke of officers, it is said."),
    told("e", "Boats", "He would not say.", (NOBODY, "The officers sold boats.")),
)


@pytest.fixture(scope="module", params=ENGINES_AND_CLUSTER)
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("index")
    address = f"{request.param}:{folder / 'index'}"
    if request.param == "opensearch":
        address = str(request.getfixturevalue("cluster").fresh_address())
    with filled(address, ARTICLES) as found:
        yield found


@contextmanager
def filled(address: str, articles: Sequence[Article]) -> Iterator[Reader]:
    with closing(open_engine(address, create=True)) as engine:
        yield _written(engine, articles)


def _written(engine: Engine, articles: Sequence[Article]) -> Reader:
    with engine.writer() as writer:
        for each in articles:
            writer.replace(each)
    return engine.reader()


def found(reader: Reader, typed: str, *speakers: str) -> set[str]:
    return {each.article.id for each in page_of(reader, typed, *speakers).results}


def page_of(reader: Reader, typed: str, *speakers: str) -> SearchPage:
    chosen = (Choice("speaker", speakers),) if speakers else ()
    return search(reader, SearchInput(typed, choices=chosen, facets=("speaker",), match="all", facet_limit=50))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("speaker:Zas officers", "ac"),
        ("speaker:Schmid officers", "b"),
        ("speaker:Zas (officers OR peace)", "ac"),
        ("(speaker:Zas OR speaker:Schmid) peace", "ac"),
        ("(speaker:Zas peace) OR (speaker:Schmid peace)", "ac"),
        ('speaker:Zas "observer status"', "c"),
        ('speaker:Schmid "observer status"', "a"),
        ('speaker:"Stanislav Zas" officers', "ac"),
        ('speaker:Zas "status observer"~1', "c"),
        ('speaker:Zas "status observer"~2', "bc"),
        ("speaker:Zas offic*", "ac"),
        ("speaker:Zas -officers", "b"),
        ("speaker:Zas officers title:tanks", "c"),
        ("speaker:Zas officers said:peace", "c"),
        ("speaker:Zas (officers OR title:peace)", "abc"),
        ("speaker:Zas (tanks OR language:en)", "abc"),
        ("speaker:Schmid officers OR said:peace", "ab"),
        ("-speaker:Zas officers", "de"),
        ("said:officers", "abce"),
        ("said:boats", "e"),
        ("said:(officers peace)", "ac"),
        ('said:"observer status"', "ac"),
        ('said:"observer posts"', ""),
        ("said:tanks", ""),
        ("speaker:Zas tanks", ""),
        ("-said:officers", "d"),
        ("officers -said:officers", "d"),
    ],
)
def test_words_beside_a_speaker_are_his(reader: Reader, typed: str, expected: str) -> None:
    assert found(reader, typed) == set(expected)


@pytest.mark.parametrize("typed", ["said:officers", "said:(officers OR peace)", "speaker:Zas officers", "-said:peace"])
def test_each_count_beside_a_speaker_is_the_total_after_choosing_him(reader: Reader, typed: str) -> None:
    (panel,) = page_of(reader, typed).facets
    counts = {row.value: row.count for row in panel.rows}
    chosen = {who: page_of(reader, typed, who).total for who in (ZAS, SCHMID)}
    assert counts == {who: total for who, total in chosen.items() if total}


def test_a_speaker_left_out_is_left_out_of_the_counts(reader: Reader) -> None:
    asked = SearchInput("said:officers", choices=(Choice("speaker", (), (SCHMID,)),), facets=("speaker",), match="all")
    page = search(reader, asked)
    assert {each.article.id for each in page.results} == {"c", "e"}
    assert [(row.value, row.count) for row in page.facets[0].rows] == [(ZAS, 1), (SCHMID, 0)]


def test_only_what_a_chosen_speaker_says_is_marked_in_the_article(reader: Reader) -> None:
    whole = reader.article("b")
    assert whole is not None
    marks = marker(reader, "said:(officers fine)", speakers=frozenset([ZAS]))(whole)
    assert [whole.text[start:end] for start, end in marks.text] == ["fine"]


def test_chosen_speakers_say_what_is_said(reader: Reader) -> None:
    assert found(reader, "said:peace", ZAS) == {"c"}
    assert found(reader, "said:peace", ZAS, SCHMID) == {"a", "c"}
    assert found(reader, "peace", ZAS) == {"a", "b", "c"}


def test_a_date_beside_a_speaker_bounds_the_articles(tmp_path: Path) -> None:
    early = [replace(each, date=PartialDate("2016-05-04")) if each.id == "a" else each for each in ARTICLES]
    with filled(f"whoosh:{tmp_path / 'index'}", early) as dated:
        assert found(dated, "speaker:Zas officers date:2016") == {"a"}
        assert found(dated, "speaker:Zas officers 2016-05-04") == {"a"}


def test_only_what_the_speaker_says_is_marked(reader: Reader) -> None:
    page = page_of(reader, "speaker:Schmid officers")
    (result,) = page.results
    (snippet,) = result.passages
    assert snippet.text == "Officers came."
    assert snippet.quotation is not None
    assert (snippet.quotation.speaker, result.title_marks, snippet.marks) == (SCHMID, (), ((0, 8),))


def test_ranking_is_that_of_the_words_anywhere(reader: Reader) -> None:
    scores = {each.article.id: each.score for each in page_of(reader, "officers").results}
    of_said = {each.article.id: each.score for each in page_of(reader, "said:officers").results}
    assert of_said == pytest.approx({name: scores[name] for name in of_said}, rel=1e-4)


def test_words_of_an_inner_quotation_are_not_the_outer_speakers(tmp_path: Path) -> None:
    text = "“He told us: ‘Wait for boats.’ We left.”"
    inner, outer = text.index("Wait"), text.index("He")
    quotations = (Quotation(outer, len(text) - 1, ZAS), Quotation(inner, inner + len("Wait for boats."), SCHMID))
    with filled(f"tantivy:{tmp_path / 'index'}", [_article("n", "", text, quotations)]) as nested:
        assert found(nested, "speaker:Zas left") == found(nested, "speaker:Schmid boats") == {"n"}
        assert found(nested, "speaker:Zas boats") == found(nested, "speaker:Schmid left") == set()
        assert found(nested, 'speaker:Zas "us wait"') == set()


def test_who_says_most_of_an_article_says_no_word_of_its_title_and_of_others() -> None:
    speech = ARTICLES[2]
    said = said_terms(speech)
    assert "zas|all" in said.sayers
    assert set(said.spoken) == {"tank=none", "post=none", "tanks|none", "posts|none", "and_observer|none"}


def test_the_query_reads_back_and_is_typed_again() -> None:
    read = bound(parse("speaker:Zas officers").tree)
    assert str(describe(read)) == "speaker *Zas* and *officers* said by that speaker"
    assert unparse(read) == "speaker:Zas officers"
    for typed in ("said:officers", "said:(observer status)", 'said:"a b" army', "-said:officers", "said:(a1 OR b1)"):
        assert parse(unparse(parse(typed).tree)).tree == parse(typed).tree


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("officers", "said:officers"),
        ('observer "status of" org:CSTO', 'said:(observer "status of") organisation:CSTO'),
        ("officers -peace", "said:officers -peace"),
        ("said:officers", ""),
        ("speaker:Zas officers", ""),
        ("org:CSTO", ""),
        ("", ""),
    ],
)
def test_the_same_words_can_be_asked_for_as_somebody_says_them(reader: Reader, typed: str, said: str) -> None:
    assert search(reader, SearchInput(typed)).as_said == said


@pytest.mark.parametrize(
    ("language", "words", "typed"),
    [
        ("zh", "我们讨论安全合作问题", "said:安全合作"),
        ("en", "The WHO came to help", "said:WHO"),
        ("en", "We sent 12,500 tents", "said:12500"),
        ("en", "Peacekeeping is dear", "said:(peace keeping)"),
        ("fr", "Les négociations reprennent", "said:négociation"),
        ("ru", "Переговоры продолжаются", "speaker:зас переговорам"),
        ("en", "It is the Collective Security Treaty Organization", "said:CSTO"),
        ("en", "Labour markets organise themselves", "said:(labor organize)"),
    ],
)
@pytest.mark.parametrize("engine_name", ENGINES)
def test_what_is_said_is_found_in_every_form_in_which_a_text_is(
    engine_name: str, language: str, words: str, typed: str
) -> None:
    other = replace(told("o", "", words, (ZAS, "Nothing of it")), language=language)
    one = replace(told("n", "", "They met.", (ZAS + " Зас", words)), language=language)
    with TemporaryDirectory() as folder, filled(f"{engine_name}:{folder}/index", [one, other]) as few:
        assert found(few, typed) == {"n"}


def test_a_phrase_does_not_reach_from_one_quotation_into_the_next() -> None:
    said = said_terms(
        told("n", "", (ZAS, "old boats"), "and then, as all had heard of it and left,", (ZAS, "new boats"))
    )
    assert " ".join(said.spoken).startswith("old|1 boats|1 | new|1 boats|1 | ")


def test_of_very_many_speakers_the_last_share_a_number() -> None:
    many = told("n", "", *((f"Speaker X{number}", f"word{number}") for number in range(250)))
    numbers = {term.rpartition("|")[2] for term in said_terms(many).sayers}
    assert numbers == {str(number) for number in range(1, 201)}


def test_an_index_of_a_former_release_finds_articles_by_speaker_and_words() -> None:
    former = [replace(each, quotations=()) for each in ARTICLES]
    with TemporaryDirectory() as folder, filled(f"whoosh:{folder}/index", former) as old:
        assert found(old, "speaker:Zas officers") == {"a", "b", "c"}
        assert found(old, "said:officers") == set()


def test_results_are_explained_by_the_words_alone(reader: Reader) -> None:
    asked = SearchInput("speaker:Zas officers", explain=True)
    for result in search(reader, asked).results:
        assert [each.text for each in result.contributions] == ["*officers*"]
