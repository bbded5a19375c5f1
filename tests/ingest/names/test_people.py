import pytest

from .conftest import Read

WRITTEN = [
    "Secretary General N. Bordyuzha spoke.",
    "Secretary General N.Bordyuzha spoke.",
    "The Secretary General Bordyuzha N.N. spoke.",
    "Nikolay Bordyuzha spoke.",
    "The CSTO heard Mr Bordyuzha.",
    "The CSTO heard Secretary General Bordyuzha.",
    "Секретарь Н. Бордюжа выступил.",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_known_person_is_found_however_written(text: str, read: Read) -> None:
    assert read(text).people == ("Nikolai Bordyuzha",)


NEW = {
    "Deputy Secretary-General Tan Weiling spoke.": "Tan Weiling",
    "Director of the OSCE Academy Jorik Haldane spoke.": "Jorik Haldane",
    "The Head of the UNHCR Office in the Russian Federation Jorik Haldane spoke.": "Jorik Haldane",
    "Minister of Foreign Affairs of the Kyrgyz Republic Jorik Haldane spoke.": "Jorik Haldane",
    "Jorik Haldane, the Deputy Head of the board, spoke.": "Jorik Haldane",
    "The mission’s head, Jorik Haldane, spoke.": "Jorik Haldane",
    "Yesterday Peter Haldane spoke.": "Peter Haldane",
    "Information officer Jean-Marc de la Haldane spoke.": "Jean-Marc de la Haldane",
    "“No”, said K.L. Haldane.": "K.L. Haldane",
    "Secretary General Jurgen Bond spoke.": "Jurgen Bond",
    "President Moon-seo Hal-kim spoke.": "Moon-seo Hal-kim",
    "Г-н Пётр Халдан выступил.": "Пётр Халдан",
}


@pytest.mark.parametrize(("text", "name"), NEW.items())
def test_a_person_nobody_listed_is_read_by_grammar(text: str, name: str, read: Read) -> None:
    assert read(text).people == (name,)


NOBODY = [
    "Mr. President, Mr. Chairman and Madam Secretary-General, thank you.",
    "The exercise “Stone Brotherhood” began in March on Lenin Street.",
    "Peter Haldane Street is closed, and so is the John Haldane Foundation.",
    "MINISTER PETER HALDANE SPEAKS",
    "The General Peace Treaty holds; peace and a treaty are needed.",
    "The Istanbul Convention and the Stone-Peter Act hold.",
    "The U.S. Dollar and the U.K. Budget fell.",
    "San Juan Basin Royalty Trust rose.",
    "K.L. Haldane rose 2 points.",
    "The minister and OSCE Chairperson-in-Office came.",
    "The President of the Federation of Harbour Arts came.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_a_person_is_none(text: str, read: Read) -> None:
    assert read(text).people == ()


def test_the_shorter_forms_of_an_article_fold_into_the_fullest(read: Read) -> None:
    text = "P. Haldane arrived. Director Peter J. Haldane spoke. Mr Haldane left; “no”, Haldane said."
    names = read(text)
    assert names.people == ("Peter J. Haldane",)
    assert len(names.mentions) == 4


def test_spellings_of_one_given_name_agree(read: Read) -> None:
    assert read("Yuri Haldanov spoke. Later Yuriy Haldanov left, and Yury Haldanov came.").people == ("Yuri Haldanov",)


def test_two_people_of_one_surname_stay_two(read: Read) -> None:
    text = "Peter Haldane met Anna Haldane. Then Mr Haldane spoke."
    assert read(text).people == ("Peter Haldane", "Anna Haldane")


def test_likeness_alone_joins_nobody(read: Read) -> None:
    assert read("Peter Haldane met Peter Haldame.").people == ("Peter Haldane", "Peter Haldame")


def test_another_given_name_is_not_the_known_person(read: Read) -> None:
    assert read("The CSTO heard Peter Bordyuzha.").people == ("Peter Bordyuzha",)


def test_a_title_and_surname_need_the_office_named(read: Read) -> None:
    assert read("Minister Bordyuzha spoke to the CSTO.").people == ()
    assert read("Mr Bordyuzha spoke.").people == ()


def test_a_misspelt_form_is_known_from_the_files(read: Read) -> None:
    assert read("Thomas Greming spoke.").people == ("Thomas Greminger",)


def test_a_surname_that_comes_first_is_found_alone(read: Read) -> None:
    text = "Secretary-General Tan Weiling spoke. Mr Tan left."
    assert [m.name for m in read(text).mentions] == ["Tan Weiling", "Tan Weiling"]


def test_monsieur_is_no_initial(read: Read) -> None:
    assert read("Le directeur Pierre Haldane est venu. M. Haldane a déclaré cela.").people == ("Pierre Haldane",)


NAMED_BY_OFFICE = {
    "Senator Haldane spoke.": "Haldane",
    "Sen. Haldane spoke.": "Haldane",
    "President Suharto spoke.": "Suharto",
    "They met President Nixon.": "Richard Nixon",
    "They told Mr. Khrushchev so.": "Nikita Khrushchev",
    "It is Gorbachev's plan.": "Mikhail Gorbachev",
    "He met Senator Haldanes, as Haldane knew.": "Haldane",
}


@pytest.mark.parametrize(("text", "name"), NAMED_BY_OFFICE.items())
def test_an_office_and_a_surname_name_a_person(text: str, name: str, read: Read) -> None:
    assert read(text).people == (name,)


NO_SURNAME = [
    "Minister Expansion and Chairman Negotiations went on.",
    "Vice President Haldane Bros rose.",
    "The senator Haldane went.",
    "Haldane Street and Trump Tower are closed.",
    "Ivanka Trump and Tito Otterly came.",
]


@pytest.mark.parametrize("text", NO_SURNAME)
def test_what_only_looks_like_a_surname_is_none(text: str, read: Read) -> None:
    assert {"Expansion", "Negotiations", "Haldane", "Bros", "Donald Trump", "Josip Broz Tito"}.isdisjoint(
        read(text).people
    )


def test_two_people_in_a_row_are_two_where_punctuation_is_lost(read: Read) -> None:
    text = "Contact  Anna Haldane Peter Norov  Friday\n\nThe otters  rivers  and tides were told"
    assert read(text).people == ("Anna Haldane", "Peter Norov")
    assert read("John Pombe Joseph Haldane spoke, and they heard him. He left.").people == (
        "John Pombe Joseph Haldane",
    )


def test_a_lost_full_stop_ends_a_name(read: Read) -> None:
    text = "said Peter Haldane  Free otters  rivers  and tides were told  more came"
    assert read(text).people == ("Peter Haldane",)


def test_a_name_ends_before_a_state_and_before_the_words_of_a_headline(read: Read) -> None:
    assert read("It showed Anna Haldane Estonia last.").people == ("Anna Haldane",)
    assert read("Anna Haldane Divisive Nominees Take Time: they take divisive nominees.").people == ("Anna Haldane",)
    assert read("They seek More Higher Ed Funding, as higher funding is due.").people == ()


def test_a_participle_after_a_hyphen_is_no_part_of_a_name(read: Read) -> None:
    assert read("The Peter Haldane-designed lodge opened.").people == ("Peter Haldane",)


INITIALS = {
    "We saw that Otterina J. Haldane left.": ("Otterina J. Haldane",),
    "We saw Otterbank N.Y. and the Kettle K.K. shares.": (),
    "Since World War I. Haldane has read it.": (),
    "It was said of chief executive Walter Steel on Monday.": ("Walter Steel",),
    "Its executive Walter Steel was on the dock.": (),
    "We thank Mr. Otterin Peter Al-Haldane for it.": ("Otterin Peter Al-Haldane",),
}


@pytest.mark.parametrize(("text", "people"), INITIALS.items())
def test_initials_titles_and_offices_tell_a_person(text: str, people: tuple[str, ...], read: Read) -> None:
    assert read(text).people == people


TOLD = {
    "an age": ("Otterek Hamster, 43, was there.", "Otterek Hamster"),
    "a relative clause": ("Otterek Hamster, who was there, spoke.", "Otterek Hamster"),
    "what somebody is": ("Otterek Hamster, a retired teacher, spoke.", "Otterek Hamster"),
    "whose office": ("Otterek Hamster, the town's first mayor, spoke.", "Otterek Hamster"),
    "an office without an article": ("Otterek Hamster, economic adviser to the town, spoke.", "Otterek Hamster"),
    "a calling before": ("They saw photographer Otterek Hamster there.", "Otterek Hamster"),
    "a party and a state": ("Otterek Hamster, R-Ga., was there.", "Otterek Hamster"),
    "a party in brackets": ("Otterek Hamster (D-N.J.) was there.", "Otterek Hamster"),
    "a verb before": ("“It is so,” said Otterek Hamster, in charge of it.", "Otterek Hamster"),
    "a shortened rank": ("Col. Otterek Hamster spoke.", "Otterek Hamster"),
    "an initial before a given name": ("A. Renata Otterek spoke.", "A. Renata Otterek"),
    "a particle with a capital": ("Renata Ten Otter spoke.", "Renata Ten Otter"),
    "a particle that is also a given name": ("Senator Ben Otterek spoke.", "Ben Otterek"),
}


@pytest.mark.parametrize(("text", "name"), TOLD.values(), ids=TOLD)
def test_what_stands_beside_a_name_tells_a_person(text: str, name: str, read: Read) -> None:
    assert read(text).people == (name,)


UNTOLD = {
    "a company's rank": "Otterek Hamster, a major maker, fell.",
    "the office of another": "Otterek Hamster, spokesman Jorik Haldane said.",
    "a number": "Otterek Hamster, 143, was there. Otterek Hamster, 43 men, was there.",
    "no state": "Otterek Hamster D Xy was there.",
    "a company's letters": "Renata S.A. fell.",
    "accords": "The Abraham Accords were signed.",
    "a word of a heading": "Senators Graham Free trade bill passed.",
    "a capitalised calling": "Photographer Unions And Otterek Hamster.",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_what_does_not_tell_of_a_person_makes_none(text: str, read: Read) -> None:
    assert set(read(text).people) <= {"Jorik Haldane"}


def test_a_text_without_its_stops_has_initials_without_them(read: Read) -> None:
    plain = "and it was so said by all of them that day in the town where they had all met before " * 4
    assert read(f"{plain}Senator Anna K Haldane spoke").people == ("Anna K Haldane",)
    assert read(f"{plain}Senators Anna Haldane D Vt spoke").people == ("Anna Haldane",)
    assert read("Anna K Haldane spoke.").people == read("Anna spoke.").people


def test_a_known_surname_is_no_proof_of_another_given_name(read: Read) -> None:
    assert read("Ivanka Trump came.").people == ("Ivanka Trump",)


def test_a_surname_that_speaks_alone_tells_whose_it_is(read: Read) -> None:
    assert read("Otterek Hamster came. It was so, Hamster said.").people == ("Otterek Hamster",)


ALONE = {
    "nobody speaks": "Otterek Hamster came. It was Hamster.",
    "the first stands alone": "Otterek Hamster came. It was so, Hamster said to Otterek.",
    "a company is called by its first": "Otterek Hamster fell. It was so, Otterek said.",
    "an office": "Senators Hamster came. It was so, Hamster said.",
    "three words": "Otterek Kettle Hamster came. It was so, Hamster said.",
    "a heading": "Otterek Praises Hamster In May\n\nIt was so, Hamster said.",
}


@pytest.mark.parametrize("text", ALONE.values(), ids=ALONE)
def test_a_word_that_stands_alone_is_no_surname_by_itself(text: str, read: Read) -> None:
    assert read(text).people == ()


def test_a_polite_title_and_a_surname_are_a_person(read: Read) -> None:
    assert read("They congratulated Mr. Otterek on it.").people == ("Otterek",)
    assert read("Gen. Otterek spoke.").people == ("Otterek",)
    assert read("Mr. President, Mr. Chairman and Mr. Speaker came.").people == ()
