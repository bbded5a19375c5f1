import pytest

from .conftest import Read

CALLED = {
    "He told the newspaper Otter Tidende so.": "Otter Tidende",
    "The Otter Tidende magazine said so.": "Otter Tidende",
    "The Otterish Tide news agency said so.": "Otterish Tide",
    "The news agency Otterpress said so.": "Otterpress",
    "The shipping line Otterbank Seetransport came.": "Otterbank Seetransport",
    "He has a stake in Ottersen, which fell.": "Ottersen",
    "He is an analyst at Ottersen and Kettle.": "Ottersen and Kettle",
    "A spokesman for Ottersen said so.": "Ottersen",
    "Ottersen Kettles Inc fell. Shares of Ottersen fell.": "Ottersen Kettles Inc",
    "The Banca Otteriana di Credito fell.": "Banca Otteriana di Credito",
    "The Cie Generale d'Otter fell.": "Cie Generale d'Otter",
}


@pytest.mark.parametrize(("text", "name"), CALLED.items())
def test_a_body_is_what_a_text_calls_it(text: str, name: str, read: Read) -> None:
    assert read(text).organisations == (name,)


NOT_CALLED = {
    "a day": "He told the newspaper Monday. The Sunday newspaper came.",
    "an office": "The company President Haldane came.",
    "a nationality": "The British newspaper came.",
    "a given name": "The company Renata Haldane founded fell.",
    "the surname of somebody": "A spokesman for Haldane said so. Renata Haldane came.",
    "the surname of one with a title": "He has a stake in Haldane. Mr Haldane came.",
    "a class": "He sold shares of Class B stock.",
    "half a word": "A stake in Otterish-based kettles.",
    "somebody's": "A spokesman for Otteron's Kettles came.",
    "another sentence": "It is a company. Otterish kettles are good.",
    "capitals": "He runs the company OTTER KETTLES.",
    "a known name's half": "He likes the Banco Otter de Credit Agricole.",
    "nothing": "The Banca fell. The Banca of it fell. The BANCA OTTERIANA fell.",
}


@pytest.mark.parametrize("text", NOT_CALLED.values(), ids=NOT_CALLED)
def test_what_stands_there_by_chance_is_no_body(text: str, read: Read) -> None:
    assert set(read(text).organisations) <= {"Credit Agricole"}
