import pytest

from .conftest import Read


def test_the_longest_name_wins(read: Read) -> None:
    names = read("The CSTO Secretariat met guests of the UN General Assembly.")
    assert names.organisations == ("CSTO Secretariat", "UN General Assembly")


FORMS = {
    "The Organization for Economic Cooperation sent a guest.": "Economic Cooperation Organization",
    "The Organization for Economic Cooperation and Development sent a guest.": "OECD",
    "The Organisation for Security and Co-operation in Europe sent a guest.": "OSCE",
    "The Permanent Council of the OSCE met.": "OSCE Permanent Council",
    "A guest of the Office of the United Nations High Commissioner for Refugees came.": "UNHCR",
    "The UN’s refugee work grows.": "UN",
    "Представитель Шанхайской организации сотрудничества прибыл.": "SCO",
    "Le Conseil de sécurité s’est réuni.": "UN Security Council",
    "The Ministry of Foreign Affairs of the Republic of Armenia replied.": "Armenian Foreign Ministry",
    "Armenia's Foreign Ministry replied.": "Armenian Foreign Ministry",
    "The Foreign Ministry of Sierra Leone replied.": "Foreign Ministry of Sierra Leone",
    "The OSCE Lakeside Border Academy opened.": "OSCE Lakeside Border Academy",
}


@pytest.mark.parametrize(("text", "name"), FORMS.items())
def test_a_written_form_leads_to_the_display_name(text: str, name: str, read: Read) -> None:
    assert read(text).organisations == (name,)


def test_a_short_form_means_the_council_of_the_body_named_last_before(read: Read) -> None:
    text = "The OSCE met in Vienna. Later the CSTO met in Moscow, and the Permanent Council agreed."
    assert read(text).organisations == ("OSCE", "CSTO", "CSTO Permanent Council")


def test_a_short_form_means_the_council_that_the_article_names_in_full(read: Read) -> None:
    text = "The OSCE Permanent Council met. The CSTO watched. The Permanent Council agreed."
    assert read(text).organisations == ("OSCE Permanent Council", "CSTO")


def test_a_short_form_without_an_owner_means_nobody(read: Read) -> None:
    assert read("The Permanent Council agreed.").organisations == ()
    assert read("The Permanent Council agreed.", source="CSTO").organisations == ("CSTO Permanent Council",)


def test_the_general_assembly_of_no_other_body_is_that_of_the_un(read: Read) -> None:
    assert read("The General Assembly voted.").organisations == ("UN General Assembly",)


def test_an_acronym_asks_for_its_own_letters(read: Read) -> None:
    assert read("Tell us who is there; it is un grand eco.").organisations == ()
    assert read("WHO and ECO agreed.").organisations == ("WHO", "Economic Cooperation Organization")


def test_a_name_of_two_words_asks_for_both_capitals(read: Read) -> None:
    assert read("The country has a security council and a General staff.").organisations == ()


def test_a_name_does_not_cross_a_sentence(read: Read) -> None:
    assert read("They left the World. Bank holidays followed.").organisations == ()


def test_a_text_teaches_its_own_acronyms(read: Read) -> None:
    text = "The Lakeside Fisheries Commission (LFC) met. Then the LFC voted."
    names = read(text)
    assert names.organisations == ("Lakeside Fisheries Commission",)
    assert [text[m.start : m.end] for m in names.mentions] == ["Lakeside Fisheries Commission", "LFC", "LFC"]


def test_the_long_form_of_a_text_wins_over_a_known_acronym(read: Read) -> None:
    text = "The Eastern Cattle Organization (ECO) met. The ECO voted."
    assert read(text).organisations == ("Eastern Cattle Organization",)


@pytest.mark.parametrize(
    "text", ["The Gross Domestic Product (GDP) grew.", "The Lakeside Security Treaty (LST) holds."]
)
def test_what_is_no_body_is_not_defined_as_one(text: str, read: Read) -> None:
    assert read(text).organisations == ()


def test_a_company_is_known_by_its_ending_and_then_without_it(read: Read) -> None:
    text = "Harbour Lights Inc rose. Analysts like Harbour Lights. Denver Kettle Corp fell."
    assert read(text).organisations == ("Harbour Lights Inc", "Denver Kettle Corp")
    assert read(text).places == ()


@pytest.mark.parametrize(
    "text",
    [
        "HARBOUR LIGHTS INC RAISES PAYOUT",
        "The Company said so.",
        "Economic Co-operation goes on.",
        "Telegraph and Telephone Co rose.",
        "Holdings Ltd rose.",
        "Peninsular and Oriental Co rose.",
        "Harbour Kettle Ag rose.",
        "The Lakeside Company rose.",
    ],
)
def test_what_only_looks_like_a_company_is_none(text: str, read: Read) -> None:
    assert read(text).organisations == ()


@pytest.mark.parametrize(
    "name",
    ["Old Harbour Lights Kettle Trading Inc", "Harbour Kettle AG", "Lakeside Kettle Company", "Kettle & Lights Co"],
)
def test_a_company_has_all_the_words_of_its_name(name: str, read: Read) -> None:
    assert read(f"Shares of {name} rose.").organisations == (name,)


def test_a_company_may_go_on_after_its_ending(read: Read) -> None:
    names = read("Shares of Lakeside Kettle Co of America rose. Lakeside Kettle said so.")
    assert [mention.name for mention in names.mentions] == ["Lakeside Kettle Co of America"] * 2


def test_a_journal_is_named_in_quotation_marks_only(read: Read) -> None:
    assert read("He told “International Affairs” so.").organisations == ("International Affairs (journal)",)
    assert "International Affairs (journal)" not in read("The Department of International Affairs knew.").organisations


def test_a_news_agency_is_not_named_by_its_own_reports(read: Read) -> None:
    assert read("He told Reuters so.", source="Reuters").organisations == ()
    assert read("He told Reuters so.", source="TASS").organisations == ("Reuters",)


COMPANIES = {
    "The bonds were led by Otter International (Europe) Ltd of Oslo.": (
        ("Otter International (Europe) Ltd",),
        ("Oslo",),
    ),
    "Kettle is the first U.K. Company to do so.": ((), ("United Kingdom",)),
    "Otter Kettle Telecom Inc (OKT) lost. OKT and International Digital Otter Inc agreed.": (
        ("Otter Kettle Telecom Inc", "International Digital Otter Inc"),
        (),
    ),
    "The Quist Sydney Development Corp rose. It grows, Quist Sydney said.": (("Quist Sydney Development Corp",), ()),
    "It owns the Otter Insurance Co of Otterbank Creekside.": (("Otter Insurance Co of Otterbank Creekside",), ()),
    "It owns the Otter Insurance Co of New York.": (("Otter Insurance Co of New York",), ()),
}


@pytest.mark.parametrize(("text", "names"), COMPANIES.items())
def test_a_companys_name_is_whole(text: str, names: tuple[tuple[str, ...], tuple[str, ...]], read: Read) -> None:
    found = read(text)
    assert (found.organisations, found.places) == names


def test_what_a_text_says_of_its_acronym_counts_more_than_another_body_of_these_letters(read: Read) -> None:
    names = read("The Economic Planning Agency (EPA) met. The EPA has a plan.")
    assert names.organisations == ("Economic Planning Agency",)


WHOLE_COMPANIES = {
    "He bought Haldane de Kettle Ltd for it.": "Haldane de Kettle Ltd",
    "He left Otterish Mining and Construction Company early.": "Otterish Mining and Construction Company",
    "General Otters of Canada Ltd fell.": "",
    "It is called Otters Finance (HK) Ltd as it was.": "Otters Finance (HK) Ltd",
}


@pytest.mark.parametrize(("text", "name"), WHOLE_COMPANIES.items())
def test_a_company_goes_as_far_as_its_name(text: str, name: str, read: Read) -> None:
    assert read(text).organisations == ((name,) if name else ())


def test_the_house_is_a_parliament_where_the_united_states_are_named(read: Read) -> None:
    assert read("In Washington the House voted.").organisations == ("US House of Representatives",)
    assert read("In Washington the House Speaker spoke.").organisations == ("US House of Representatives",)
    assert read("In Washington the House Otter Committee met.").organisations == ("House Otter Committee",)


def test_a_house_is_no_parliament(read: Read) -> None:
    assert read("In Washington the Opera House burnt, the House of Otters, and the House Hotel.").organisations == ()


def test_the_secretariat_is_the_one_of_the_body_that_is_named(read: Read) -> None:
    assert read("The United Nations met. The Secretariat wrote.").organisations == ("UN", "UN Secretariat")
    assert read("The United Nations met the Secretariat of the Otters.").organisations == ("UN",)


def test_the_long_form_of_a_known_body_wins(read: Read) -> None:
    text = "The Otterish Southwest Airlines fell, and on Monday Southwest Airlines did."
    assert read(text).organisations == ("Otterish Southwest Airlines", "Southwest Airlines")
    assert read("The Social Liberal Democratic Party won.").organisations == ("Social Liberal Democratic Party",)
    assert read("The Otterish Liberal Democratic Party won.").organisations == ("Liberal Democratic Party",)


def test_a_headline_in_capitals_grows_no_part(read: Read) -> None:
    assert read("OSCE PRAISES OTTER Academy").organisations == ("OSCE",)
