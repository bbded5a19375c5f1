"""Who is named in what files and bylines say of authors."""

import pytest

from indexer.ingest.cleaning.author_names import Authors, authors_in


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Ann Example", ["Ann Example"]),
        ("Ann Example and Bo Sample", ["Ann Example", "Bo Sample"]),
        ("Ann Example, Bo Sample und Cy Third", ["Ann Example", "Bo Sample", "Cy Third"]),
        ("Ann Example; Bo Sample", ["Ann Example", "Bo Sample"]),
        ("Ann Example / Bo Sample", ["Ann Example", "Bo Sample"]),
        ("Ann Example & Bo Sample", ["Ann Example", "Bo Sample"]),
        ("von Ann Example und Bo Sample", ["Ann Example", "Bo Sample"]),
        ("Ann Example im Gespräch mit Bo Sample", ["Ann Example", "Bo Sample"]),
        ("Анна Руис и Бо Эк", ["Анна Руис", "Бо Эк"]),
        ("José Ortega y Palma", ["José Ortega y Palma"]),
        ("Ana Ruiz y Bo Ek", ["Ana Ruiz", "Bo Ek"]),
        ("责编：牛小木、岳大山", ["牛小木", "岳大山"]),
        ("(责编：牛小木)", ["牛小木"]),
        ("山田太郎記者", ["山田太郎"]),
        ("홍길동 기자", ["홍길동"]),
        ("海港日报记者 牛小木", ["牛小木"]),
        ("記者岳大山／海港報導", ["岳大山"]),
        ("文/图 牛小木", ["牛小木"]),
        ("【编辑:牛小木】", ["牛小木"]),
        ("山田太郎 2019年4月28日 08時00分", ["山田太郎"]),
    ],
    ids=str,
)
def test_several_are_parted(written: str, people: list[str]) -> None:
    assert list(authors_in([written]).people) == people


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Example, Ann", "Ann Example"),
        ("Example, Ann B.", "Ann B. Example"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Ann Example, Reuters", "Ann Example"),
        ("Ann Example, Observer of the Harbour", "Ann Example"),
        ("BY ANN EXAMPLE", "Ann Example"),
        ("ANN O'EXAMPLE-LIND III", "Ann O'Example-Lind III"),
        ("J.R. VON EXAMPLE", "J.R. von Example"),
        ("Ann EXAMPLE", "Ann Example"),
        ("Ann LEE", "Ann LEE"),
        ("By Ann Example Political Correspondent", "Ann Example"),
        ("Ann Example <a.example@harbour.example>", "Ann Example"),
        ("Ann Example (Harbour News)", "Ann Example"),
        ("Ann Example @annexample", "Ann Example"),
        ("Ann Example May 3, 2019", "Ann Example"),
        ("12.04.2024, 11:30 Uhr von Ann Example", "Ann Example"),
        ("25.10.2022 - Ann Example", "Ann Example"),
        ("Ann Example 3 hours ago", "Ann Example"),
        ("Ann Example Ann Example", "Ann Example"),
        ("Ann Example NDR", "Ann Example"),
        ("Ann Example on the old harbour", "Ann Example"),
        ("Theresa May", "Theresa May"),
        ("Dr. Ann Example", "Dr. Ann Example"),
        ("Toby Lind", "Toby Lind"),
        ("Autorin/Autor Ann Example", "Ann Example"),
        ("Written by: Ann Example", "Ann Example"),
        ("Skrivet av Ann Example", "Ann Example"),
        ("Oleh Ann Example", "Ann Example"),
        ("责任编辑：牛小木_NF4425", "牛小木"),
        ("牛小木_NF4425", "牛小木"),
        ("[责任编辑：牛小木 PK155]", "牛小木"),
        ("रवि कुमार", "रवि कुमार"),
        ("สมชาย ใจดี", "สมชาย ใจดี"),
        ("Lê Văn An", "Lê Văn An"),
        ("Ann Washington", "Ann Washington"),
        ("Ann Example Washington Correspondent", "Ann Example"),
    ],
    ids=str,
)
def test_a_name_is_turned_and_freed_of_what_stands_around_it(written: str, name: str) -> None:
    assert authors_in([written]) == Authors((name,))


@pytest.mark.parametrize(
    "written",
    [
        *("a.example@harbour.example", "aexample", "ann_example", "example1", "@annexample", "105092", "January"),
        *("Staff", "Editor", "Posted", "Staff Writer", "https://harbour.example/ann", "Twitter Facebook", ""),
        *("系统管理员", "匿名"),
        *("Administrator", "Veröffentlicht am", "By", "Letters To The Editor"),
    ],
)
def test_addresses_logins_offices_and_days_are_nobody(written: str) -> None:
    assert authors_in([written]) == Authors()


@pytest.mark.parametrize(
    "written",
    [
        *(
            "OSCE Secretariat",
            "Reuters",
            "dpa",
            "harbour.de",
            "MDR SACHSEN-ANHALT",
            "МИД России",
            "毎日新聞",
            "Emotion",
        ),
        *("Deutsche Welle (www.harbour.example)", "Here's Why Ann", "Harbour Media GmbH"),
        *("Harbour Post Staff", "HARBOUR STAFF", "海港发布 关注", "海港 企鹅号", "章导航", "海港科技", "An Example"),
    ],
)
def test_a_body_is_no_person(written: str) -> None:
    found = authors_in([written])
    assert found.people == ()
    assert len(found.bodies) == 1


def test_people_go_before_bodies_and_a_site_is_none() -> None:
    assert authors_in(["Harbour News", "Ann Example"]).names == ("Ann Example",)
    found = authors_in(["Le Monde", "harbour"], {"lemonde", "harbour"})
    assert found == Authors((), ("Le Monde", "harbour"))
    assert authors_in(["harbour"]) == Authors()


def test_each_is_named_once_and_no_more_than_thirty() -> None:
    assert authors_in(["Ann Example", "By Ann Example"]).names == ("Ann Example",)
    many = [f"Ann {letter}{other}" for letter in "ABCDEF" for other in "abcdefgh"]
    assert len(authors_in(many).names) == 30


def test_a_sentence_names_nobody() -> None:
    assert authors_in(["Ann Example drove to the harbour"]).people == ()
    assert authors_in(["They met yesterday. Then Ann"]).people == ()
