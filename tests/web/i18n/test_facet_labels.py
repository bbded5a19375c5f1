import pytest

from indexer.fields import ENTITY_FIELDS, FACETS, TIME_FIELDS, FacetField
from web.i18n.facet_labels import ENTITY_LABELS, LABELS, TIME_LABELS, Labels

SENTENCES = {"excluded": "Not {}", "only": "Only articles with this {}", "whatever": "whatever the {}"}
OF_ENTITIES = {
    "about": "All about this {}",
    "naming": "articles that name this {}",
    "beside": "Named beside: {}",
}
OF_TIMES = {"drawn": "Articles by {}", "several_chosen": "Choose a {} to have it alone."}


def wrong(field: FacetField, labels: Labels, sentences: dict[str, str]) -> dict[str, str]:
    said = {name: str(getattr(labels, name)) for name in sentences}
    return {name: each for name, each in said.items() if each != sentences[name].format(field)}


def test_every_facet_has_its_labels() -> None:
    assert set(LABELS) == set(FACETS)
    assert tuple(ENTITY_LABELS) == ENTITY_FIELDS
    assert tuple(TIME_LABELS) == TIME_FIELDS


@pytest.mark.parametrize("field", LABELS)
def test_a_sentence_names_its_own_facet(field: FacetField) -> None:
    assert str(LABELS[field].heading).lower() == field
    assert not wrong(field, LABELS[field], SENTENCES)


@pytest.mark.parametrize("field", ENTITY_LABELS)
def test_a_sentence_about_names_says_what_they_name(field: FacetField) -> None:
    assert not wrong(field, ENTITY_LABELS[field], OF_ENTITIES)


@pytest.mark.parametrize("field", TIME_LABELS)
def test_a_histogram_says_what_its_bars_are(field: FacetField) -> None:
    assert not wrong(field, TIME_LABELS[field], OF_TIMES)


@pytest.mark.parametrize("field", ENTITY_LABELS)
def test_indexes_say_what_they_list_and_how_many(field: FacetField) -> None:
    labels = ENTITY_LABELS[field]
    assert str(labels.alphabet) == f"{labels.several} A–Z"
    assert [str(labels.counted(number)) for number in (1, 1_200)] == [
        f"1 {field}",
        f"1,200 {str(labels.several).lower()}",
    ]
