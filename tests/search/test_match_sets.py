"""Articles with all of the words first, then those with some: one list, in which each says what it lacks."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines import open_engine
from indexer.engines.engine import Reader
from indexer.search.page import Choice, SearchInput, SearchPage, search
from tests.search.samples import archive, made, of_texts

WORDS = ["harbour", "treaty", "pilot", "charter"]


def found(reader: Reader, typed: str) -> dict[str, tuple[str, ...]]:
    return {result.article.id: result.missing for result in search(reader, SearchInput(typed)).results}


def ids(page: SearchPage) -> list[str]:
    return [result.article.id for result in page.results]


def test_those_with_all_of_the_words_come_first_and_are_counted() -> None:
    page = search(
        of_texts("treaty", "harbour treaty", "treaty treaty treaty", *["pilot"] * 5), SearchInput("harbour treaty")
    )
    assert (page.total, page.counted, page.total_some, page.listed) == (1, "all", 2, 3)
    assert [(result.article.id, result.matched, result.missing) for result in page.results] == [
        ("001", "all", ()),
        ("002", "some", ("harbour",)),
        ("000", "some", ("harbour",)),
    ]


def test_where_none_has_all_of_the_words_those_with_some_are_counted() -> None:
    page = search(of_texts("treaty", "harbour", "pilot"), SearchInput("harbour treaty"))
    assert (page.total, page.counted, page.total_some, page.listed) == (2, "some", 2, 2)
    assert {(result.article.id, result.matched) for result in page.results} == {("000", "some"), ("001", "some")}


@pytest.mark.parametrize("typed", ["", "harbour", "zebra", "harbour OR treaty", '"harbour treaty"', "org:UN harbour"])
def test_where_there_is_nothing_to_choose_among_nothing_is_listed_below(typed: str) -> None:
    page = search(of_texts("treaty", "harbour", "pilot"), SearchInput(typed))
    assert (page.counted, page.total_some) == ("all", 0)


def test_only_those_with_all_of_the_words_are_listed_where_that_is_asked_for() -> None:
    reader = of_texts("treaty", "harbour treaty")
    page = search(reader, SearchInput("harbour treaty", match="all"))
    assert (page.total, page.total_some, ids(page)) == (1, 0, ["001"])
    assert search(reader, SearchInput("zebra treaty", match="all")).listed == 0


TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=5), max_size=12)
ASKED = st.lists(st.sampled_from([*WORDS, "zebra"]), min_size=2, max_size=4, unique=True)


@given(texts=TEXTS, asked=ASKED, size=st.integers(1, 4), sort=st.sampled_from(["relevance", "newest", "oldest"]))
@settings(deadline=None)
def test_the_pages_are_all_that_have_all_then_all_that_have_some(
    texts: list[list[str]], asked: list[str], size: int, sort: str
) -> None:
    reader = archive(*(made(f"{n:02}", " ".join(each), date=f"20{n:02}") for n, each in enumerate(texts)))
    having = {f"{n:02}": len({*each} & {*asked}) for n, each in enumerate(texts)}
    whole = {key for key, number in having.items() if number == len(asked)}
    some = {key for key, number in having.items() if 0 < number < len(asked)}
    first = search(reader, SearchInput(" ".join(asked), size=size, sort=sort))  # type: ignore[arg-type]  # drawn above
    pages = [search(reader, replace(first.asked, page=page)) for page in range(1, first.pages + 1)]
    listed = [each for page in pages for each in ids(page)]
    assert (set(listed[: len(whole)]), set(listed[len(whole) :])) == (whole, some)
    assert len(listed) == len({*listed}) == first.listed
    assert (first.total, first.total_some) == ((len(whole), len(some)) if whole else (len(some), len(some)))
    assert {result.article.id for page in pages for result in page.results if result.matched == "some"} == some
    if sort != "relevance":
        for part in (listed[: len(whole)], listed[len(whole) :]):
            assert part == sorted(part, reverse=sort == "newest")


PLACES, SOURCES = ["Minsk", "Vienna", "Osh"], ["one", "two"]
ROWS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), max_size=4),
        st.lists(st.sampled_from(PLACES), max_size=2, unique=True),
        st.sampled_from(SOURCES),
    ),
    max_size=10,
)
CHOICES = st.tuples(
    st.lists(st.sampled_from(PLACES), max_size=2, unique=True), st.lists(st.sampled_from(SOURCES), max_size=1)
)


@given(rows=ROWS, asked=ASKED, chosen=CHOICES, year=st.sampled_from(["", "2003"]))
@settings(deadline=None)
def test_the_number_beside_a_value_is_the_total_after_clicking_it_in_both_sets(
    rows: list[tuple[list[str], list[str], str]], asked: list[str], chosen: tuple[list[str], list[str]], year: str
) -> None:
    reader = archive(
        *(
            made(f"{n:02}", " ".join(words), date=f"20{n:02}", places=tuple(places), source=source)
            for n, (words, places, source) in enumerate(rows)
        )
    )
    choices = (Choice("place", tuple(chosen[0])), Choice("source", tuple(chosen[1])))
    asking = SearchInput(" ".join(asked), choices, first=year, facets=("place", "source"))
    page = search(reader, asking)
    assert page.counted == search(reader, SearchInput(" ".join(asked))).counted
    for panel in page.facets:
        others = tuple(each for each in choices if each.field != panel.field)
        for row in panel.rows:
            clicked = search(reader, replace(asking, choices=(*others, Choice(panel.field, (row.value,)))))
            assert (clicked.total, clicked.counted) == (row.count, page.counted), row


@pytest.mark.parametrize("required", ["date:2017", "-old", "after:2016", "date:2017 -old", "place:Minsk"])
def test_dates_names_and_exclusions_are_required_of_those_with_some(required: str) -> None:
    reader = archive(
        made("a", "harbour treaty", date="2017", places=("Minsk",)),
        made("b", "harbour treaty old", date="2016"),
        made("c", "pilot", date="2016", places=("Minsk",)),
        made("d", "old pilot harbour charter treaty", date="2015"),
    )
    assert found(reader, f"harbour treaty zebra {required}") == {"a": ("zebra",)}


def test_a_word_in_the_title_is_not_missing() -> None:
    reader = archive(made("a", "a treaty", title="Harbour"))
    assert found(reader, "harbour treaty zebra") == {"a": ("zebra",)}
    assert found(reader, "title:harbour treaty title:treaty") == {"a": ("title:treaty",)}


def test_a_condition_that_marks_nothing_is_not_said_to_be_missing() -> None:
    reader = archive(made("a", "a treaty", language="en"), made("b", "treaty", language="fr"))
    assert found(reader, "treaty language:en zebra harbour") == {"a": ("zebra", "harbour")}


def test_function_words_keep_no_article_away_and_are_missing_in_none() -> None:
    reader = of_texts("harbour treaty", "harbour")
    page = search(reader, SearchInput("what is the harbour treaty?"))
    assert (page.total, page.total_some, page.notes) == (1, 1, ())
    assert [part.typed for part in page.parts] == ["harbour", "treaty"]
    assert found(reader, "the harbour treaty zebra") == {"000": ("zebra",), "001": ("treaty", "zebra")}


@pytest.mark.parametrize("word", ["any", "does", "who", "this", "это", "les"])
def test_each_function_word_keeps_no_article_away(word: str) -> None:
    assert search(of_texts("harbour treaty", "pilot"), SearchInput(f"{word} harbour treaty")).counted == "all"


@pytest.mark.parametrize(
    "typed",
    [
        "harbour dans leur treaty",
        "harbour para las treaty sobre",
        "die harbour und der treaty",
        "harbour degli treaty sono",
        "harbour da treaty não",
    ],
)
def test_function_words_are_those_of_the_language_of_the_query(typed: str) -> None:
    assert search(of_texts("harbour treaty", "pilot"), SearchInput(typed)).counted == "all"


@pytest.mark.parametrize("typed", ["harbour war", "harbour die", "harbour son", "harbour com"])
def test_a_word_is_no_function_word_because_another_language_has_it_so(typed: str) -> None:
    assert search(of_texts("harbour treaty", "pilot"), SearchInput(typed)).counted == "some"


def test_a_word_with_the_stem_of_a_function_word_is_none() -> None:
    assert search(of_texts("john", "doe"), SearchInput("john doe")).counted == "some"


def test_a_query_of_function_words_means_what_it_says() -> None:
    reader = of_texts("to be or not to be", "to be", "harbour")
    page = search(reader, SearchInput("to be or not to be"))
    assert (page.total, ids(page)[0]) == (1, "000")
    assert [part.typed for part in page.parts] == ["to", "be", "or", "not", "to", "be"]


@pytest.mark.parametrize(
    "typed", ['"the" harbour zebra', "+the harbour zebra", '"the harbour" zebra river', '"the harbour" zebra']
)
def test_what_is_quoted_or_has_a_plus_is_in_every_article(typed: str) -> None:
    assert found(of_texts("the harbour", "harbour", "zebra"), typed).keys() == {"000"}


def test_help_is_given_only_where_it_is_wanted() -> None:
    reader = of_texts("harbour treaty", *["harbour pilot"] * 3)
    assert search(reader, SearchInput("treaty harboux", hints=False)).did_you_mean == ""
    assert search(reader, SearchInput("treaty harboux")).did_you_mean == "treaty harbour"


def test_pages_of_stories_go_on_where_those_with_all_of_the_words_end() -> None:
    copies = [replace(made(f"copy-{n}", f"harbour treaty {'pilot ' * n}"), duplicate_of="first") for n in range(4)]
    others = [made(f"some-{n}", "harbour" + " pilot" * n) for n in range(6)]
    reader = archive(made("first", "harbour treaty"), *copies, *others)
    asked = SearchInput("harbour treaty", size=3, collapse=True)
    pages = [search(reader, replace(asked, page=number)) for number in range(1, 5)]
    assert [len(page.results) for page in pages] == [3, 3, 1, 0]
    assert len({each.article.id for page in pages for each in page.results}) == 7
    assert {(page.total, page.stories, page.listed) for page in pages} == {(5, 1, 7)}


@pytest.mark.parametrize("engine", ["memory", "whoosh", "tantivy"])
def test_of_those_with_some_of_the_words_a_title_counts_no_more_than_the_text(engine: str, tmp_path: Path) -> None:
    with closing(open_engine(f"{engine}:{tmp_path / 'index'}", create=True)) as opened:
        with opened.writer() as writer:
            for each in (
                made("title", "pilots", title="harbour"),
                made("text", "harbour harbour pilots"),
                made("both", "harbour treaty " + "pilot " * 30),
                *(made(f"other-{n}", "pilot") for n in range(9)),
            ):
                writer.replace(each)
        reader = opened.reader()
        results = search(reader, SearchInput("harbour treaty")).results
        assert [each.article.id for each in results] == ["both", "text", "title"]
        reader.close()
