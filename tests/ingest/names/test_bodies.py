import pytest

from .conftest import Read

NAMED = {
    "The Harbour Pilots Association met.": "Harbour Pilots Association",
    "He left the Institute of Tides and Currents.": "Institute of Tides and Currents",
    "The Federal Tides Commission for the Northern Otter met.": "Federal Tides Commission for the Northern Otter",
    "He chairs the Senate Committee on Tides, Otters, and Pensions.": "Senate Committee on Tides, Otters, and Pensions",
    "The Otter and Beaver Administration met them.": "Otter and Beaver Administration",
    "The General Otters Administration met them.": "General Otters Administration",
    "She teaches at the University of Otterbank at Low Otter.": "University of Otterbank at Low Otter",
    "The Otterbank Women's Institute met.": "Otterbank Women's Institute",
    "The United Nations Special Committee on Otters met.": "UN Special Committee on Otters",
    "The U.S. Otter Administration met.": "US Otter Administration",
    "The Bank of Otterbank's rate rose.": "Bank of Otterbank",
    "Its name is Otterbank Federal Savings and Loan Association.": "Otterbank Federal Savings and Loan Association",
    "The Otterbank Fire & Rescue Dept came.": "Otterbank Fire & Rescue Dept",
    "He told the Jakarta Herald so.": "Jakarta Herald",
    "It went up, OTBC said.": "OTBC",
    "Peter Haldane Bureau of Otters said so.": "Bureau of Otters",
    "The Social Democratic Party won.": "Social Democratic Party",
    "The Centre Party won.": "Centre Party",
    "The Indian Air Force came.": "Indian Air Force",
    "The Japanese Otter Exchange closed.": "Japanese Otter Exchange",
    "The Otter Memorial Hospital closed.": "Otter Memorial Hospital",
    "They went to the Senate Otter, Tides and Ports Committee.": "Senate Otter, Tides and Ports Committee",
    "The Central Bank said so.": "Central Bank",
    "A vote of the National Assembly followed.": "National Assembly",
    "They flew with Pacific Otter Southwest Airlines.": "Pacific Otter Southwest Airlines",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_body_is_known_by_its_noun(text: str, name: str, read: Read) -> None:
    assert read(text).organisations == (name,)


NOBODY = {
    "nothing tells it from others": "The Executive Board and the Council of Ministers met on the First Committee.",
    "the half of two": "We heard the reports of Otter and Beaver Committee staff.",
    "another thing": "The Six-Party Talks and the Otter Association Agreement went on.",
    "a declaration": "It was adopted by the Assembly of the Universal Declaration of Otters.",
    "a president's": "The Haldane Administration went on.",
    "a headline": "They Say That It Is Haldane Who Praises Otter Committee Again Today",
    "capitals": "OTTER COMMITTEE MEETS",
    "a noun in small letters": "The otter committee met.",
    "a country": "The Soviet Union and the West Bank of the River Jordan.",
    "a nation's exchange": "The Scottish Exchange and the Japanese Group met.",
    "half a hospital": "The Otter Hospital Otterson came.",
    "of the United States only": "The U.S. Bank fell, and the U.S. Group.",
    "an opposition": "The Ruling Party won.",
    "what goes on": "The Central Bank of it said so, and the Central Bank Otterson.",
    "nationality alone": "The British Parliament and the Chinese Party met.",
    "letters that say nothing": "The OTBC rose.",
    "an exercise": "They held the exercises “Otter Brotherhood-2018” and “Otter Brotherhood 2017”.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_what_only_has_such_a_noun_is_no_body(text: str, read: Read) -> None:
    assert {"UN", "US Senate"}.issuperset(read(text).organisations)


def test_a_shorter_form_has_the_name_of_the_longer_one_of_its_article(read: Read) -> None:
    text = "The Otterbank Tides Committee met. Later the Tides Committee voted."
    assert [mention.name for mention in read(text).mentions] == ["Otterbank Tides Committee"] * 2


def test_what_stands_after_a_bodys_name_in_an_act_is_no_part_of_it(read: Read) -> None:
    assert read("It passed the Department of Otters Appropriations bill.").organisations == ("Department of Otters",)


def test_a_list_of_bodies_is_no_headline(read: Read) -> None:
    text = "Arcadia Otter University, Holy Tide College, Otterbank Institute"
    assert read(text).organisations == ("Arcadia Otter University", "Holy Tide College", "Otterbank Institute")


COMPANIES = {
    "It ordered from Otter Kettles <OTK.L> today.": "Otter Kettles",
    "It ordered from Otter Kettles (NYSE: OTK) today.": "Otter Kettles",
    "It bought <Otter Kettle Trading> today.": "Otter Kettle Trading",
    "It bought Haldane and Co Ltd today.": "Haldane and Co Ltd",
    "It bought Otter Kettle and Light Co today.": "Otter Kettle and Light Co",
    "It bought American Motor Securities Corp today.": "American Motor Securities Corp",
    "It is Otter Kettles Corp's unit.": "Otter Kettles Corp",
    "It bought the Otter Kettle Corp of Otterbank Ltd today.": "Otter Kettle Corp of Otterbank Ltd",
    "It bought Haldane Kettle Industries today.": "Haldane Kettle Industries",
}


@pytest.mark.parametrize(("text", "name"), COMPANIES.items())
def test_a_company_is_known_by_what_stands_around(text: str, name: str, read: Read) -> None:
    assert name in read(text).organisations
    assert {name, "New York Stock Exchange"}.issuperset(read(text).organisations)


def test_a_headline_in_capitals_names_the_company_before_its_mark(read: Read) -> None:
    names = read("It pays six cents.", title="OTTER KETTLE CO <OTK> SETS PAYOUT")
    assert names.organisations == ("Otter Kettle Co",)
    assert read("Otter Kettle Co pays.", title="OTTER <OTK> SETS PAYOUT").organisations == ("Otter Kettle Co",)


@pytest.mark.parametrize(
    "text", ["The farm is in Otter County (Otter Co) now.", "It said (NOTE: no) <tag> and <b>.", "In 1987 <OTK> rose."]
)
def test_a_bracket_alone_is_no_company(text: str, read: Read) -> None:
    assert read(text).organisations == ()


def test_a_company_is_known_without_an_ending(read: Read) -> None:
    text = "Shares of Boeing and Gazprom rose; General Motors Corp fell."
    assert read(text).organisations == ("Boeing", "Gazprom", "General Motors")


ANOTHER = {
    "somebody": "Peter Boeing came. Boeing left.",
    "an office before": "Mayor Boeing came.",
    "a longer name": "Boeing Otterly rose.",
    "another state's": "The Canadian Coast Guard came.",
}


@pytest.mark.parametrize("text", ANOTHER.values(), ids=ANOTHER.keys())
def test_a_known_name_may_mean_another(text: str, read: Read) -> None:
    assert {"Boeing", "US Coast Guard"}.isdisjoint(read(text).organisations)


def test_the_secretary_in_capitals_is_not_the_commission(read: Read) -> None:
    text = "Secretary Haldane spoke of it."
    assert read(text, title="SEC HALDANE SPEAKS").organisations == ()
    assert read("It was told so.", title="SEC HALTS TRADE").organisations == ("Securities and Exchange Commission",)


def test_a_congress_is_that_of_the_state_that_is_named_most(read: Read) -> None:
    assert "US Congress" in read("In Ohio and in Texas they await Congress.").organisations
    assert read("Peru, Peru and the United States: Congress met.").organisations == ()


def test_a_spoken_acronym_may_be_written_as_a_word(read: Read) -> None:
    assert read("They left Nato, and nobody saw Who.").organisations == ("NATO",)


def test_the_common_market_of_the_south_is_no_european_one(read: Read) -> None:
    assert read("The Common Market of the South met.").organisations == ("MERCOSUR",)


SPOKEN_FOR = {
    "They asked what OTBC officials knew.": ("OTBC",),
    "They asked what the CEO said.": (),
    "It was defeated in Parliament today.": ("Parliament",),
    "The Members of Parliament wept over Parliament-made rules.": (),
    "It was put to Parliament House.": (),
}


@pytest.mark.parametrize(("text", "bodies"), SPOKEN_FOR.items())
def test_an_acronym_with_a_staff_and_a_parliament_are_bodies(text: str, bodies: tuple[str, ...], read: Read) -> None:
    assert read(text).organisations == bodies


def test_a_clause_of_capitals_is_no_heading(read: Read) -> None:
    text = "According to the Otter Growers Association and the Otter Tide Society, all rose."
    assert read(text).organisations == ("Otter Growers Association", "Otter Tide Society")


def test_a_sentence_of_capitals_in_a_line_is_no_heading(read: Read) -> None:
    text = "It was so. Haldane Praises The Otter Committee Again Today."
    assert read(text).organisations == ("Otter Committee",)
