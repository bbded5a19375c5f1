from itertools import pairwise

import pytest

from indexer.article import DateEvidence, PartialDate
from indexer.authority import Authority, load
from indexer.ingest.names import names_in
from indexer.ingest.speakers import quotations_in
from indexer.ingest.speakers.incumbents import Incumbents, with_incumbents

FILE = """
[[organisation]]
name = "LKU"
variants.en = ["Lake Union"]
variants.ru = ["ОЗС"]
variants.fr = ["UDL"]
variants.es = ["Unión del Lago"]
[[organisation]]
name = "LKU Council"
parent = "LKU"
[[organisation]]
name = "RVL"
variants.en = ["River League"]
[[organisation]]
name = "LKUP"
parent = "LKU"
variants.en = [
  "LKU High Commissioner for Pilots",
  "UN High Commissioner for Pilots",
  "Office of the UN High Commissioner for Pilots",
]
[[place]]
name = "Lakeland"
sort = "country"
variants.en = ["Republic of Lakeland"]
adjectives = ["Lakish"]

[[person]]
name = "Orla Salt"
offices = [{ title = "Secretary General", body = "LKU", from = "2010-05-02", to = "2014-11-30" }]
[[person]]
name = "Ivo Brandt"
offices = [{ title = "Secretary General", body = "LKU", from = "2014-12-01", to = "2018-06-30" }]
[[person]]
name = "Jorik Norov"
offices = [{ title = "Secretary-General", body = "RVL", from = "2009-01-01" }]
[[person]]
name = "Ada Lind"
offices = [{ title = "President", body = "Lakeland", from = "2011-01-01", to = "2016-12-31" }]
[[person]]
name = "Tan Weiling"
offices = [{ title = "High Commissioner", body = "LKUP", from = "2009-01-01" }]
"""
DAY = PartialDate("2013-03-05")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "own.toml").write_text(FILE, encoding="utf-8")
    return load(folder)


def read(text: str, authority: Authority, date: PartialDate = DAY, source: str = "") -> Incumbents:
    return with_incumbents(text, names_in("", text, source, authority).mentions, date, source, authority)


def meant(text: str, authority: Authority, date: PartialDate = DAY, source: str = "") -> list[tuple[str, str]]:
    """Each office that stands for a person, with that person."""
    found = read(text, authority, date, source)
    return [(text[each.start : each.end], each.name) for each in found.mentions if each.office]


def speakers(text: str, authority: Authority, source: str = "") -> list[str]:
    return [each.speaker for each in quotations_in(text, read(text, authority, source=source).mentions)]


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("“We are ready,” said the Secretary General of the LKU.", "Secretary General of the LKU", "Orla Salt"),
        ("“We are ready,” the LKU Secretary General said.", "LKU Secretary General", "Orla Salt"),
        ("“We are ready,” the Lake Union’s Secretary-General said.", "Lake Union’s Secretary-General", "Orla Salt"),
        ("The LKU chief said: “We are ready.”", "LKU chief", "Orla Salt"),
        ("“We are ready,” said LKU Secretary General.", "LKU Secretary General", "Orla Salt"),
        ("The President of the Republic of Lakeland said no.", "President of the Republic of Lakeland", "Ada Lind"),
        ("“We are ready,” the Lakish president said.", "Lakish president", "Ada Lind"),
        ("“We are ready,” Lakeland's President said.", "Lakeland's President", "Ada Lind"),
        ("«Мы готовы», — заявил генсек ОЗС.", "генсек ОЗС", "Orla Salt"),
        ("Генеральный секретарь ОЗС сказал: «Мы готовы».", "Генеральный секретарь ОЗС", "Orla Salt"),
        ("По словам генерального секретаря ОЗС, «мы готовы».", "генерального секретаря ОЗС", "Orla Salt"),
        ("« Prêts », a dit le secrétaire général de l'UDL.", "secrétaire général de l'UDL", "Orla Salt"),
        (
            "«Ya», dijo el Secretario General de la Unión del Lago.",
            "Secretario General de la Unión del Lago",
            "Orla Salt",
        ),
        ("“Now,” said the UN High Commissioner for Pilots.", "UN High Commissioner for Pilots", "Tan Weiling"),
        ("In Oslo, the Secretary General of the LKU said no.", "Secretary General of the LKU", "Orla Salt"),
    ],
)
def test_an_office_means_who_held_it_on_the_articles_day(
    text: str, office: str, person: str, authority: Authority
) -> None:
    assert meant(text, authority) == [(office, person)]


@pytest.mark.parametrize(
    "text",
    [
        "The former LKU Secretary General said no.",
        "The then Secretary General of the LKU said no.",
        "The ex-LKU Secretary General said no.",
        "The LKU Deputy Secretary General said no.",
        "The LKU acting Secretary General said no.",
        "The acting Secretary General of the LKU said no.",
        "A Secretary General of the LKU said no.",
        "Every LKU Secretary General said no.",
        "The first Secretary General of the LKU said no.",
        "The LKU Secretary General-elect said no.",
        "The LKU Secretary General candidate said no.",
        "The LKU chief negotiator said no.",
        "He was the Secretary General of the LKU.",
        "She spoke as the LKU Secretary General.",
        "Then the Secretary General of the LKU Harbour Board spoke.",
        "The President of Lakeland's bank spoke.",
        "The LKU Secretary General Kirsi Vahl said no.",
        "The LKU Secretary General, Mr. Vahl, said no.",
        "The Secretary General of the LKU (RAO) Kirsi Vahl said no.",
        "Kirsi Vahl, the LKU Secretary General, said no.",
        "Mr Vahlov, the LKU Secretary General, said no.",
        "Kirsi Vahl (the LKU Secretary General) said no.",
        "Бывший генсек ОЗС сказал нет.",
        "Пресс-секретарь генсека ОЗС сказал нет.",
        "Кирси Валь, генсек ОЗС, сказала нет.",
        "L'ancien secrétaire général de l'UDL a dit non.",
        "Office of the UN High Commissioner for Pilots said no.",
        "The Secretary General of Lakeland said no.",
        "In 2009 the LKU Secretary General said no.",
        "The LKU Secretary General said in 2004 that no.",
        "The Secretary General said no.",
        "The chief said no to the LKU.",
    ],
)
def test_an_office_that_is_another_ones_or_in_doubt_means_nobody(text: str, authority: Authority) -> None:
    assert meant(text, authority) == []


def test_years_of_the_same_term_and_those_to_come_change_nothing(authority: Authority) -> None:
    text = "“It was so in 1998,” the LKU Secretary General said in 2012, and would be by 2030. In 1999 it rained."
    assert meant(text, authority) == [("LKU Secretary General", "Orla Salt")]


@pytest.mark.parametrize(
    ("date", "person"),
    [
        (PartialDate("2014-11-30"), "Orla Salt"),
        (PartialDate("2014-12-01"), "Ivo Brandt"),
        (PartialDate("2014-11"), "Orla Salt"),
        (PartialDate("2014"), ""),
        (PartialDate("2013"), "Orla Salt"),
        (PartialDate("2014-11-30", DateEvidence("file name")), ""),
        (PartialDate("2013-11-30", DateEvidence("file name")), "Orla Salt"),
        (PartialDate("2010-05-01"), ""),
        (PartialDate("2018-07-01"), ""),
        (PartialDate(), ""),
    ],
)
def test_an_articles_date_counts_as_far_as_it_is_known(date: PartialDate, person: str, authority: Authority) -> None:
    found = meant("“We are ready,” said the Secretary General of the LKU.", authority, date)
    assert [name for _, name in found] == ([person] if person else [])


def test_a_body_publishes_of_its_own_secretary_general(authority: Authority) -> None:
    for text in (
        "“Now,” the Secretary General said.",
        "“Now,” the Organisation’s Secretary General said.",
        "“Now,” said the Secretary General of the Organization.",
    ):
        assert [name for _, name in meant(text, authority, source="LKU")] == ["Orla Salt"]
        assert [name for _, name in meant(text, authority, source="LKU Council")] == ["Orla Salt"]
        assert [name for _, name in meant(text, authority, source="RVL")] == ["Jorik Norov"]
        assert meant(text, authority) == []


def test_a_title_alone_means_the_only_body_of_the_text_that_has_one(authority: Authority) -> None:
    one = "The LKU Secretary General said no. “Now,” the Secretary General said."
    two = f"{one} The RVL Secretary-General also said no."
    assert [name for _, name in meant(one, authority)] == ["Orla Salt", "Orla Salt"]
    assert [name for _, name in meant(two, authority)] == ["Orla Salt", "Jorik Norov"]


def test_a_president_alone_is_nobody(authority: Authority) -> None:
    text = "The Lakish President said no. “Now,” the President said."
    assert meant(text, authority) == [("Lakish President", "Ada Lind")]


def test_the_article_itself_comes_before_the_files(authority: Authority) -> None:
    other = "LKU Secretary General Kirsi Vahl came. “We are ready,” the LKU Secretary General said."
    same = "LKU Secretary General Orla Salt came. “We are ready,” the LKU Secretary General said."
    former = "Former LKU Secretary General Kirsi Vahl came. “We are ready,” the LKU Secretary General said."
    league = "RVL Secretary-General Kirsi Vahl came. “We are ready,” the LKU Secretary General said."
    bare = "Secretary General Kirsi Vahl came. “We are ready,” the LKU Secretary General said."
    assert meant(other, authority) == meant(bare, authority) == []
    assert speakers(other, authority) == ["Kirsi Vahl"]
    assert speakers(same, authority) == speakers(former, authority) == speakers(league, authority) == ["Orla Salt"]


def test_an_office_that_does_not_speak_is_nobody_whom_he_may_mean(authority: Authority) -> None:
    text = "The LKU Secretary General came to Oslo. “We are ready,” he said."
    assert meant(text, authority) == []
    assert speakers(text, authority) == [""]
    assert read(text, authority).surely == ("Orla Salt",)


def test_only_an_office_beside_its_body_tells_surely_who_is_meant(authority: Authority) -> None:
    assert read("The LKU Secretary General spoke.", authority).surely == ("Orla Salt",)
    assert read("“Now,” the Secretary General said.", authority, source="LKU").surely == ()


def test_what_is_a_speakers_office_is_no_surname_of_theirs(authority: Authority) -> None:
    text = "The LKU Secretary General came. “We are ready,” General Assembly staff said."
    assert "Orla Salt" not in speakers(text, authority)


def test_whose_spokesman_speaks_does_not_speak(authority: Authority) -> None:
    text = (
        "“We are ready,” said a spokesman for the LKU Secretary General. “Now,” his LKU Secretary General's aide said."
    )
    assert "Orla Salt" not in speakers(text, authority)


def test_mentions_stay_in_order_and_apart(authority: Authority) -> None:
    text = "The Secretary General of the LKU said no, said the RVL Secretary-General in Oslo. Orla Salt said no."
    found = read(text, authority).mentions
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert [each.name for each in found] == ["Orla Salt", "Jorik Norov", "Oslo", "Orla Salt"]


def test_a_hostile_text_is_read_in_time(authority: Authority) -> None:
    text = "the LKU Secretary General of the " * 3_000
    assert len(read(text, authority).mentions) >= 0
