"""British and American spellings of a word are one stem, and the letters of Arabic, Armenian and Greek are one where
readers write them for one another."""

import pytest

from indexer.query.parser import parse
from indexer.query.tree import Prefix, Word
from indexer.search.highlight.highlight_terms import highlight_terms
from indexer.search.highlight.matcher import MatchFinder
from indexer.text import analysis
from indexer.text.stemmer import stem

SPELLINGS = (
    "grey/gray licence/license licensed/licenced aluminium/aluminum judgement/judgment judgements/judgments "
    "manoeuvre/maneuver manoeuvres/maneuvers manoeuvring/maneuvering plough/plow ploughed/plowed "
    "artefacts/artifacts enquiry/inquiry enquiries/inquiries archaeologist/archeologist "
    "paediatrician/pediatrician encyclopaedia/encyclopedia anaemia/anemia foetus/fetus haemorrhage/hemorrhage "
    "diarrhoea/diarrhea sceptical/skeptical oestrogen/estrogen oesophagus/esophagus travelled/traveled "
    "labelling/labeling catalogue/catalog catalogued/cataloged dialogues/dialogs fibres/fibers "
    "kilometres/kilometers practise/practice colour/color organisation/organization centre/center "
    "metres/meters millilitre/milliliter sombre/somber unfavourable/unfavorable discolouring/discoloring "
    "initialled/initialed counsellors/counselors councillor/councilor gruelling/grueling fuelled/fueled "
    "worshipper/worshiper focussed/focused kilogramme/kilogram defenceless/defenseless mouldy/moldy "
    "smouldering/smoldering tyre/tire discs/disks aesthetic/esthetic sulphide/sulfide caesarean/cesarean "
    "moustache/mustache aeroplanes/airplanes epilogue/epilog tranquillise/tranquilize theatregoer/theatergoer "
    "recognisable/recognizable mediaeval/medieval pyjamas/pajamas panellists/panelists woollen/woolen"
)
FORMS = (
    *("كتاب/كتـــاب", "كتاب/الكتاب", "كتاب/والكتاب", "كتاب/بالكتاب", "كتاب/للكتاب", "كتاب/وكتاب"),
    *("مدرسة/مدرسه", "مدرسة/المدرسة", "مستشفى/مستشفي", "أحمد/احمد", "کتاب/كتاب"),
    *("բանակը/բանակի", "άνθρωπος/άνθρωποι"),
)
WRITTEN = ("O'Keale/OʼKeale", "O'Keale/O`Keale", "O’Keale/O´Keale", "oʻzbek/ozbek")


@pytest.mark.parametrize("pair", [*SPELLINGS.split(), *FORMS, *WRITTEN])
def test_each_form_finds_and_marks_the_other(pair: str) -> None:
    for typed, written in (pair.split("/"), pair.split("/")[::-1]):
        assert stem(analysis.fold_word(typed)) == stem(analysis.fold_word(written))
        text = f"one {written}, two"
        assert MatchFinder(highlight_terms(parse(typed).tree)).find(text) == [(4, 4 + len(written), 0)]


@pytest.mark.parametrize(
    "one_and_other",
    [
        "moldova/mould",
        "metric/metre",
        "vine/wine",
        "called/cale",
        "filled/file",
        "tire/tired",
        "ton/tonne",
        "ladder/lather",
    ],
)
def test_other_words_stay_other_words(one_and_other: str) -> None:
    one, other = one_and_other.split("/")
    assert stem(one) != stem(other)


@pytest.mark.parametrize("written", ["nº77", "nº 77", "№77", "№ 77", "No. 77"])
def test_a_number_is_found_whatever_sign_stands_before_it(written: str) -> None:
    assert "77" in analysis.terms(written)


@pytest.mark.parametrize("written", ["ʼ", "ـ", "ـــ", "º", "ʻʼ", "` ´"])
def test_a_sign_that_no_word_begins_with_is_no_word(written: str) -> None:
    assert analysis.terms(written) == []


@pytest.mark.parametrize("apostrophe", "'’`´ʼ")
def test_a_pattern_and_an_elided_article_know_every_apostrophe(apostrophe: str) -> None:
    assert parse(f"O{apostrophe}Kea*").tree == Prefix("okea", typed="OKea*")
    assert analysis.terms(f"l{apostrophe}Union") == ["l", "union"]
    assert parse(f"l{apostrophe}Union").tree == Word("union", typed="Union")
