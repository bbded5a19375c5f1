from collections.abc import Callable
from typing import get_args

import pytest

from indexer.fields import FACETS, FacetField
from web.i18n import facet_labels
from web.i18n.facet_labels import INDEXED, Indexed

SENTENCES: list[tuple[Callable[[FacetField], str], str]] = [
    (facet_labels.excluded, "Not {}"),
    (facet_labels.only, "Only articles with this {}"),
    (facet_labels.whatever, "whatever the {}"),
]
OF_NAMES: list[tuple[Callable[[Indexed], str], str]] = [
    (facet_labels.about, "All about this {}"),
    (facet_labels.naming, "articles that name this {}"),
    (facet_labels.beside, "Named beside: {}"),
]


@pytest.mark.parametrize("field", FACETS)
@pytest.mark.parametrize(("sentence", "english"), SENTENCES, ids=lambda each: getattr(each, "__name__", ""))
def test_a_sentence_names_its_own_facet(field: FacetField, sentence: Callable[[FacetField], str], english: str) -> None:
    assert sentence(field) == english.format(field)


@pytest.mark.parametrize("field", INDEXED)
@pytest.mark.parametrize(("sentence", "english"), OF_NAMES, ids=lambda each: getattr(each, "__name__", ""))
def test_a_sentence_about_names_says_what_they_name(
    field: Indexed, sentence: Callable[[Indexed], str], english: str
) -> None:
    assert sentence(field) == english.format(field)


def test_every_facet_has_a_heading() -> None:
    assert {field: facet_labels.heading(field).lower() for field in FACETS} == {field: field for field in FACETS}


def test_indexes_say_what_they_list_and_how_many() -> None:
    assert get_args(Indexed) == INDEXED
    assert [facet_labels.alphabet(field) for field in INDEXED] == [
        f"{facet_labels.several(field)} A–Z" for field in INDEXED
    ]
    assert [facet_labels.counted_values("person", number) for number in (1, 1_200)] == ["1 person", "1,200 people"]
