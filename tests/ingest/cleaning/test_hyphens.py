import time

import pytest

from indexer.ingest.cleaning.hyphens import LineEnds, ends_with_hyphen

ENGLISH = "The council of the ports met in the town and heard that the pilots of the region had asked for it.\n"
GERMAN = "Der Rat der Häfen hat in der Stadt getagt und die Berichte der Lotsen aus allen Ländern gehört.\n"
FRENCH = "Le conseil des ports a siégé dans la ville et il a entendu les rapports de tous les pilotes de la région.\n"
RUSSIAN = "Совет портов заседал в городе и заслушал отчёты лоцманов всех стран региона о положении на море.\n"


def whole(text: str) -> str:
    return LineEnds(text).joined(text.split("\n"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a long-\nterm plan", "a long-term plan"),
        ("a refur-\nbishment", "a refurbishment"),
        ("the recon-\nstruction", "the reconstruction"),
        ("of self-\ndefence", "of self-defence"),
        ("the twenty-\nfirst", "the twenty-first"),
        ("counter-\nterrorism there", "counter-terrorism there"),
        ("a lantern-\nrelated matter", "a lantern-related matter"),
        ("the Zorblan-\nled group", "the Zorblan-led group"),
        ("they under-\nstand", "they understand"),
        ("the sea-\nson", "the season"),
        ("in Rotter-\ndam", "in Rotterdam"),
        ("in Washing-\nton", "in Washington"),
        ("an e-\nmail", "an e-mail"),
        ("the Asia-\nPacific ports", "the Asia-Pacific ports"),
        ("the Sea-\nSon ports", "the Sea-Son ports"),
        ("an EU-\nwide rule", "an EU-wide rule"),
        ("from 1990-\n1995", "from 1990-1995"),
        ("after COVID-\n19 came", "after COVID-19 came"),
        ("a 12-\nyear plan", "a 12-year plan"),
        ("the day-to-\nday work", "the day-to-day work"),
        ("the day-\nto-day work", "the day-to-day work"),
        ("of short-\nand long-term plans", "of short- and long-term plans"),
        ("of short-\nto medium-term plans", "of short- to medium-term plans"),
        ("he came in-\nto the room", "he came into the room"),
        ("THE GOVERN-\nMENT MET", "THE GOVERNMENT MET"),
        ("FROM ASIA-\nPACIFIC STATES", "FROM ASIA-PACIFIC STATES"),
        ("a long\u2010\nterm plan", "a long\u2010term plan"),
        ("a refur\u2010\nbishment", "a refurbishment"),
        ("a refur\u00ad\nbishment", "a refurbishment"),
        ("a refur-\n\fbishment", "a refur\fbishment"),
        ("he spoke -\nthey say", "he spoke - they say"),
        ("a port-\n“they say”", "a port- “they say”"),
    ],
)
def test_the_word_list_tells_compounds_from_broken_words(written: str, read: str) -> None:
    assert whole(ENGLISH + written).endswith(read)


@pytest.mark.parametrize(
    ("elsewhere", "written", "read"),
    [
        ("The vice-chair came.", "the vice-\nchair", "the vice-chair"),
        ("The vicechair came.", "the vice-\nchair", "the vicechair"),
        ("The Vice-Chair-elect came.", "the vice-\nchair", "the vice-chair"),
        ("The vicechair and the vice-chair came.", "the vice-\nchair", "the vicechair"),
        ("The vicechair, the vice-chair and the vice-chair came.", "the vice-\nchair", "the vice-chair"),
        ("All of Zor-Blana came.", "to Zor-\nblana", "to Zor-blana"),
        ("The southeast is ours.", "the South-\nEast", "the South-East"),
        ("The co-operation is good.", "their co-\noperation", "their co-operation"),
        ("The cooperation is good.", "their co-\noperation", "their cooperation"),
    ],
    ids=["with", "without", "inside", "both alike", "more with", "a name", "a capital", "British", "American"],
)
def test_how_the_text_writes_the_word_elsewhere_comes_first(elsewhere: str, written: str, read: str) -> None:
    assert whole(f"{ENGLISH}{elsewhere} {written}").endswith(read)


@pytest.mark.parametrize(
    ("habit", "written", "read"),
    [
        ("the far-\nreaching and long-\nterm plans", "peace-\nkeeping", "peace-keeping"),
        ("the govern-\nment and its re-\nports", "peace-\nkeeping", "peacekeeping"),
        ("the far-\nreaching and long-\nterm plans", "pre-\neminent", "pre-eminent"),
        ("the govern-\nment and long-\nterm and far-\nreaching plans", "pre-\neminent", "preeminent"),
        ("the far-\nreaching and long-\nterm plans", "Zor-\nblana", "Zor-blana"),
        ("the govern-\nment and long-\nterm and far-\nreaching plans", "Zor-\nblana", "Zorblana"),
        ("a plan", "Zor-\nblana", "Zorblana"),
    ],
)
def test_a_text_that_breaks_no_words_keeps_hyphens_that_could_be_either(habit: str, written: str, read: str) -> None:
    assert whole(f"{ENGLISH}{habit} for {written}").endswith(read)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (GERMAN, "der Ver-\nband", "der Verband"),
        (GERMAN, "der Land-\ntag", "der Landtag"),
        (GERMAN, "die Ein-\nund Ausfuhr", "die Ein- und Ausfuhr"),
        (GERMAN, "die politisch-\nmilitärische Lage", "die politisch-militärische Lage"),
        (GERMAN, "die Nord-\nSee", "die Nord-See"),
        (FRENCH, "est-\nce le port", "est-ce le port"),
        (FRENCH, "il est peut-\nêtre là", "il est peut-être là"),
        (FRENCH, "le gouverne-\nment", "le gouvernement"),
        (FRENCH, "la non-\nprolifération", "la non-prolifération"),
        (FRENCH, "l’a-t-\nil vu", "l’a-t-il vu"),
        (RUSSIAN, "какой-\nто порт", "какой-то порт"),
        (RUSSIAN, "это мес-\nто", "это место"),
        (RUSSIAN, "правитель-\nство", "правительство"),
        (RUSSIAN, "социально-\nэкономического", "социально-экономического"),
        (RUSSIAN, "военно-\nслужащих", "военнослужащих"),
        (RUSSIAN, "из-\nза льда", "из-за льда"),
        (RUSSIAN, "государства-\nчлены", "государства-члены"),
        (RUSSIAN, "экс-\nи импорт", "экс- и импорт"),
    ],
)
def test_other_languages_have_rules_of_their_own(text: str, written: str, read: str) -> None:
    assert whole(text + written).endswith(read)


@pytest.mark.parametrize(
    ("line", "is_one"), [("a long-", True), ("1990-", True), ("they say -", False), ("-", False), ("", False)]
)
def test_a_dash_is_no_hyphen(line: str, *, is_one: bool) -> None:
    assert ends_with_hyphen(line) is is_one


def test_many_hyphens_take_no_time() -> None:
    began = time.process_time()
    assert whole("long-\nterm refur-\nbishment " * 20_000)
    assert whole("-".join(["a"] * 100_000) + "-\nb")
    assert time.process_time() - began < 5
