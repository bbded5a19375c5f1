"""Of a very long word its first sixty-four letters count, wherever words are looked at."""

import pytest

from indexer.engines.engine import Reader
from indexer.search.page import SearchInput, marker, search
from tests.search.samples import archive, made

ALIKE = "abcdefghij" * 6
FORTY, SIXTY_THREE, SIXTY_FOUR = ALIKE[:40], ALIKE[:60] + "abc", ALIKE[:60] + "abcd"
WORDS = {
    "one": f"{FORTY}one",
    "other": f"{FORTY}other",
    "longest": SIXTY_FOUR,
    "longer": f"{SIXTY_FOUR}longer",
    "differs": f"{SIXTY_THREE}x",
}


@pytest.fixture(scope="module", params=["memory", "whoosh", "tantivy"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    address = f"{request.param}:{tmp_path_factory.mktemp('index') / 'index'}"
    return archive(*(made(each, f"A word: {word}.") for each, word in WORDS.items()), address=address)


@pytest.mark.parametrize("quoted", ["{}", '"{}"', "{} OR zebra"], ids=["a word", "an exact word", "an alternative"])
@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        pytest.param(WORDS["one"], ["one"], id="alike in forty letters"),
        pytest.param(SIXTY_FOUR, ["longer", "longest"], id="as long as counts"),
        pytest.param(f"{SIXTY_FOUR}another", ["longer", "longest"], id="longer"),
        pytest.param(SIXTY_THREE, [], id="one letter shorter"),
        pytest.param(f"{SIXTY_THREE}x", ["differs"], id="different in the last letter that counts"),
    ],
)
def test_long_words_are_told_apart_by_the_letters_that_count(
    reader: Reader, quoted: str, typed: str, ids: list[str]
) -> None:
    query = quoted.format(typed)
    results = search(reader, SearchInput(query, hints=False)).results
    assert sorted(result.article.id for result in results) == ids
    for result in results:
        marks = marker(reader, query)(result.article).text
        assert [result.article.text[slice(*each)] for each in marks] == [WORDS[result.article.id]]


def test_the_words_of_an_index_are_as_long_as_counts(reader: Reader) -> None:
    terms = {each.term for each in reader.terms("any", "abc", 100)}
    assert terms == {f"{FORTY}one", f"{FORTY}other", SIXTY_FOUR, f"{SIXTY_THREE}x"}
