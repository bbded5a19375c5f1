"""Which documents a text names, in which form, and where they can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.symbols import symbols_in
from tests.machine import cpu_bound

WRITTEN = [
    ("A/RES/71/12", "A/RES/71/12"),
    ("(A/RES/71/12).", "A/RES/71/12"),
    ("А/RES/71/12 in a text with a Cyrillic А", "A/RES/71/12"),
    ("A/RES/3314(XXIX)", "A/RES/3314(XXIX)"),
    ("A/RES/3314 (XXIX)", "A/RES/3314(XXIX)"),
    ("A/RES/ES-10/19", "A/RES/ES-10/19"),
    ("A/71/12 and Add.1", "A/71/12"),
    ("A/71/12/Add.1", "A/71/12/Add.1"),
    ("A/71/12/Add.l", "A/71/12/Add.1"),
    ("A/71/12/Rev.I", "A/71/12/Rev.1"),
    ("A/C.3/71/L.l", "A/C.3/71/L.1"),
    ("A/671l/Add.2", "A/6711/Add.2"),
    ("A/C.3/71/L.5", "A/C.3/71/L.5"),
    ("A/HRC/RES/16/18", "A/HRC/RES/16/18"),
    ("A/70/PV.21", "A/70/PV.21"),
    ("S/2017/123", "S/2017/123"),
    ("S/PRST/2015/1", "S/PRST/2015/1"),
    ("S/RES/2396 (2017)", "S/RES/2396 (2017)"),
    ("S/RES/2396(2017)", "S/RES/2396 (2017)"),
    ("S/RES/2396", "S/RES/2396 (2017)"),
    ("E/2018/33", "E/2018/33"),
    ("E/CN.7/2016/L.3", "E/CN.7/2016/L.3"),
    ("PC.DEC/1234", "PC.DEC/1234"),
    ("MC.DOC/1/16", "MC.DOC/1/16"),
    ("MC.DEC/3/04", "MC.DEC/3/04"),
    ("FSC.DOC/1/11", "FSC.DOC/1/11"),
    ("PC.JOUR/1166", "PC.JOUR/1166"),
]
IN_WORDS = [
    ("resolution 64/256", "A/RES/64/256"),
    ("Resolution 64/256 “Cooperation”", "A/RES/64/256"),
    ("General Assembly resolution No. 64/256", "A/RES/64/256"),
    ("resolutions 65/122, 67/6 and 69/12", "A/RES/65/122 A/RES/67/6 A/RES/69/12"),
    ("the resolution of the General Assembly № 59/50 of December 2, 2004", "A/RES/59/50"),
    ("a resolution of the UN General Assembly (№71/12)", "A/RES/71/12"),
    ("71/12 of November 18, 2016", "A/RES/71/12"),
    ("(65/122 of December 13, 2010, 67/6 of November 19, 2012)", "A/RES/65/122 A/RES/67/6"),
    ("резолюция 71/12 Генеральной Ассамблеи ООН", "A/RES/71/12"),
    ("в резолюции № 71/12 от 18 ноября 2016 года", "A/RES/71/12"),
    ("la résolution 71/12 de l'Assemblée générale", "A/RES/71/12"),
    ("la resolución 71/12 de la Asamblea General", "A/RES/71/12"),
    ("General Assembly resolution ES-11/1", "A/RES/ES-11/1"),
    ("Human Rights Council resolution S-17/1", "A/HRC/RES/S-17/1"),
    ("General Assembly decision 60/551", "A/DEC/60/551"),
    ("resolution 3314 (XXIX)", "A/RES/3314(XXIX)"),
    ("resolution 2153 B (XXI)", "A/RES/2153(XXI)"),
    ("Economic and Social Council resolution 1996/31", "E/RES/1996/31"),
    ("Commission on Human Rights resolution 2002/46", "E/CN.4/RES/2002/46"),
    ("Human Rights Council resolution 16/18", "A/HRC/RES/16/18"),
    ("resolution 16/18 of the Human Rights Council", "A/HRC/RES/16/18"),
    ("Security Council resolution 1373 (2001)", "S/RES/1373 (2001)"),
    ("Security Council resolution 1373", "S/RES/1373 (2001)"),
    ("resolution 1373 (2001)", "S/RES/1373 (2001)"),
    ("Security Council resolutions 1267 and 1989", "S/RES/1267 (1999) S/RES/1989 (2011)"),
    ("resolutions 1267 and 1989 of the Security Council", "S/RES/1267 (1999) S/RES/1989 (2011)"),
    ("UNSCR 1325", "S/RES/1325 (2000)"),
    ("resolution 2396 adopted by the UN Security Council", "S/RES/2396 (2017)"),
    ("резолюции 1540 Совета Безопасности ООН", "S/RES/1540 (2004)"),
    (
        "the Security Council's resolutions 1325 (2000) on women, 2250 (2015) on youth",
        "S/RES/1325 (2000) S/RES/2250 (2015)",
    ),
    ("The Security Council met. The ministers praised resolution 1540.", "S/RES/1540 (2004)"),
    ("the OSCE Permanent Council Decision No. 1106", "PC.DEC/1106"),
    ("OSCE Ministerial Council Decision No. 3/04", "MC.DEC/3/04"),
]
ARTICLES = [
    ("art. 51 of the UN Charter", "UN Charter, art. 51"),
    ("article 51 of the Charter of the United Nations", "UN Charter, art. 51"),
    ("Article 2(4) of the UN Charter", "UN Charter, art. 2"),
    ("Articles 52 and 53 of the UN Charter", "UN Charter, art. 52|UN Charter, art. 53"),
    ("the UN Charter (Article 51)", "UN Charter, art. 51"),
    ("The UN Charter is clear. Article 51 of the Charter says so.", "UN Charter, art. 51"),
    ("The UN Charter and the CSTO Charter. Article 5 of the Charter says so.", ""),
    ("Article 4 of the CST", "CST, art. 4"),
    ("article 4 of the Collective Security Treaty", "CST, art. 4"),
    ("the CSTO Charter itself (art.4)", "CSTO Charter, art. 4"),
    ("Chapter VIII of the Charter of the United Nations", "UN Charter, ch. VIII"),
    ("Chapters VI and VII of the UN Charter", "UN Charter, ch. VI|UN Charter, ch. VII"),
    ("статьи 51 Устава ООН", "UN Charter, art. 51"),
    ("статьёй 4 Договора", ""),
    ("l'article 51 de la Charte des Nations Unies", "UN Charter, art. 51"),
    ("el artículo 51 de la Carta de las Naciones Unidas", "UN Charter, art. 51"),
]
NO_SYMBOLS = [
    *("3/4 of the votes", "30/10", "on 30/10 they met", "24/7", "and/or", "N/A 24/7", "w/o 12", "1-1/2 pct", "15/16"),
    *("07/02/2019", "tel. 795/27-10", "the score was 71/12", "won 71/12 of the votes", "71/12 of those present"),
    *("71/12 of November 18, 1987", "A/4", "S/N 1234", "resolution of 5 May", "resolution 1080p", "a 4K resolution"),
    *("Resolution 1990 (2014) of the Parliamentary Assembly", "House resolution 598", "paragraph 1373 (2001)"),
    *("№ 12/34 of the Ministry", "article 51 of the labour code", "chapter 5 of the book", "the 1,373 (2001) people"),
    *("resolution 12", "decision 5", "64/256 pixels", "https://example.org/A/B/12", "km/h 80/120", "a 50/50 split"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN + IN_WORDS, ids=[text for text, _ in WRITTEN + IN_WORDS])
def test_a_document_has_one_form_however_it_is_named(text: str, expected: str) -> None:
    assert " ".join(each.symbol.replace(" (", "_(") for each in symbols_in(text)) == expected.replace(" (", "_(")


@pytest.mark.parametrize(("text", "expected"), ARTICLES, ids=[text for text, _ in ARTICLES])
def test_articles_of_treaties_are_documents_too(text: str, expected: str) -> None:
    assert "|".join(each.symbol for each in symbols_in(text)) == expected


@pytest.mark.parametrize("text", NO_SYMBOLS)
def test_figures_that_only_look_like_symbols_are_none(text: str) -> None:
    assert symbols_in(text) == ()


def test_a_span_is_what_was_read() -> None:
    text = "In resolution 64/256 and in S/RES/2396 (2017)."
    assert [text[each.start : each.end] for each in symbols_in(text)] == ["64/256", "S/RES/2396 (2017)"]


PIECES = st.sampled_from(
    [
        *(
            "resolution",
            "resolutions",
            "Security Council",
            "General Assembly",
            "№",
            "64/256",
            "1373 (2001)",
            "1267",
            "and",
        ),
        *(
            ",",
            "of",
            "December 13, 2010",
            "A/RES/",
            "S/",
            "(XXIX)",
            "art.",
            "51",
            "UN Charter",
            "(",
            ")",
            "PC.DEC/",
            "/",
            "12",
        ),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_disjoint_symbols_in_order(text: str) -> None:
    done = 0
    for each in symbols_in(text):
        assert done <= each.start < each.end <= len(text)
        done = each.end
        assert each.symbol.strip()


@pytest.mark.parametrize(
    "text",
    [
        "resolution " * 30_000,
        "resolutions " + "64/256, " * 40_000,
        "A/" * 150_000,
        "Security Council resolution 1373 " * 10_000,
        "UN Charter art. 51 of the Charter " * 10_000,
        "art. 1, " * 40_000,
        "64/256 of December 13, 2010, " * 10_000,
        "resolution 1373 " * 20_000,
        "Permanent Council Decision No. 1106 " * 10_000,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    with cpu_bound(20):
        assert all(each.end <= len(text) for each in symbols_in(text))
