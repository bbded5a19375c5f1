"""Lines in which each word is capitalised tell no name by its capitals."""

import pytest

from indexer.authority.words import read_words
from indexer.ingest.names.headings import is_a_heading

BELOW = "\n\nThe otters met."


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Haldane Praises the Harbour Committee for Its Work", True),
        ("Haldane Praises Harbour Committee Today", False),
        ("Haldane praises the Harbour Committee for its work", False),
        ("Harbour Committee", False),
        ("Ice Union, Harbour Committee, Tide Office, Ferry Board", False),
    ],
)
def test_a_line_of_capitalised_words_is_a_heading_where_they_are_many_beside_the_name(line: str, heading: bool) -> None:
    words = read_words(line + BELOW)
    first = words.folded.index("harbour")
    assert is_a_heading(words, first, first + 1) == heading
