"""Resolutions and communiqués, by their cues."""

import pytest

from indexer.article import ArticleType
from indexer.ingest.draft import Draft
from tests.ingest.article_type.texts import BODY, type_of


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("On the past", "Recalling the past,\n\nWelcoming the plan,\n\nThey met."),
        ("Resolution 71/12", "They met.\n\nRecalling the past, they went home."),
        ("Assembly adopts resolution 71/12", "The office,\n\nRecalling the past,\n\n1. Decides to go on."),
        ("Resolution 71/12 adopted in Vienna", "The office,\n\nRecalling the past,\n\n1. Decides to go on."),
    ],
    ids=["a preamble alone", "a title and little of its form", "a report with a clause", "a report that begins so"],
)
def test_half_a_form_makes_no_resolution(title: str, text: str) -> None:
    assert type_of(Draft(text=text, title=title)) != "resolution"


def test_a_report_on_a_resolution_is_none() -> None:
    text = f"The Assembly adopted a resolution on Monday. It decides on two points, he said.\n\n{BODY}"
    assert type_of(Draft(text=text, title="Assembly adopted a resolution on cooperation")) == "news"


def test_participles_where_lines_were_wrapped_make_no_resolution() -> None:
    text = (
        "The minister spoke at length\nrecalling the past and then\nwelcoming the plan. He\nrequests more.\nNoting it."
    )
    assert type_of(Draft(text=text, title="The minister spoke")) != "resolution"


@pytest.mark.parametrize(
    "text",
    [
        "POR CUANTO el lago es de todos, y\n\nPOR LO TANTO, SE RESUELVE que la Junta:\n\n1. Abre el lago.",
        "Considérant que le lac est à tous,\n\nLe conseil décide d'ouvrir le lac.",
        "Conference notes:\n\n1. The lake is small.\n\nConference resolves:\n\n1. To open the lake.",
        "Die Lage ist ernst.\n\nDer Stadtrat beschließt:\n\n1. Der See wird offen.",
        "Whereas the lake is ours; and\n\nTherefore be it resolved, that the board calls upon the city to open it.",
    ],
)
def test_what_assemblies_of_any_kind_resolve_is_a_resolution(text: str) -> None:
    assert type_of(Draft(text=text, title="The lake")) == "resolution"


@pytest.mark.parametrize(
    "text",
    [
        "Adopted as a Council Resolution by the 12th session of the Lake Council, Northport\n\nThe lake is deep.",
        "Beschluss der Seenkonferenz vom 3. März 2021\n\nDer See ist tief.",
        "Résolution de la conférence des lacs\n\nLe lac est profond.",
        "Постановление № 12\n\nОзеро глубокое.",
        "The lake is deep.\n\nEuropean Parliament resolution on lakes\n\nThe shore is long.",
        "beschlossen auf der Mitgliederversammlung am 3. März 2021\n\nDer See ist tief.",
    ],
    ids=["adopted as one", "German", "French", "Russian", "in a journal", "decided on"],
)
def test_a_line_that_says_who_adopted_it_stands_over_a_resolution(text: str) -> None:
    assert type_of(Draft(text=f"{text}\n\n{BODY}", title="The lake")) == "resolution"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Resolution on the lakes of the north", "resolution"),
        ("Entschließung zum Schutz der Seen", "resolution"),
        ("Резолюция о защите озёр", "resolution"),
        ("Resolution on lakes was adopted in Northport", "other"),
        ("Resolution passes", "other"),
        ("Resolution calls for open lakes", "other"),
        ("Resolutions of a new year", "other"),
    ],
)
def test_a_title_that_is_a_resolutions_tells_nothing_that_was_done_with_it(title: str, expected: ArticleType) -> None:
    assert type_of(Draft(text=BODY, title=title)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "7. Requests the board to report;\n\n8. Urges all states to help;\n\n9. Decides to meet again.",
        "Recalling the past,\n\nNoting the plan,\n\nWelcoming the ferries,",
        "Рассмотрев доклад,\n\nВыражая озабоченность,\n\n1. Постановляет открыть озеро.",
        "unter Hinweis auf das Abkommen,\n\nmit Besorgnis feststellend, dass es regnet,\n\n1. beschließt, zu tagen;",
        "WHEREAS the lake is deep; WHEREAS it is ours; WHEREAS we fish; BE IT RESOLVED that it be open.",
        "Lake: WHEREAS it is deep; WHEREAS it is ours;\n\nBE IT RESOLVED that it be open.",
        "Die Konferenz fordert neue Boote.\n\nDie Konferenz bittet den Rat um Hilfe.",
        "Be it resolved, that the lake be open.\n\nFurther resolved, that it be deep.",
        "Political Resolution - Draft\n\n1. The lake has been deep for long.",
        "Городской совет\n\nрассмотрел доклад и ПОСТАНОВЛЯЕТ:\n\nоткрыть озеро.",
    ],
    ids=[
        "a part",
        "its beginning",
        "Russian",
        "German",
        "one line",
        "two lines",
        "motions",
        "resolved",
        "a draft",
        "Russian council",
    ],
)
def test_a_part_of_a_resolution_in_any_language_is_one(text: str) -> None:
    assert type_of(Draft(text=text, title="The lake")) == "resolution"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Joint Statement by the Ministers of Norland and Sudland", BODY),
        ("Ministerial Communiqu", BODY),
        ("Joint Declaration to mark ten years of ferries", BODY),
        ("Озёра", f"Руководители озёрных государств по итогам встречи заявляют о следующем. {BODY}"),
        ("Lacs", "\n\n".join(["Les ministres ont salué le plan.", "Les deux parties ont réaffirmé leur but."] * 2)),
        ("See", "\n\n".join(["Die Minister bekräftigten den Plan.", "Beide Seiten begrüßten die Boote."] * 2)),
        ("EXTRACTS FROM LAKE COMMUNIQUE", BODY),
    ],
)
def test_what_several_agree_on_is_a_communique_in_any_language(title: str, text: str) -> None:
    assert type_of(Draft(text=text, title=title)) == "communiqué"


@pytest.mark.parametrize("title", ["Joint declaration on ferries", "Final communiqué on ferries"])
def test_an_account_of_a_signing_is_no_communique_though_its_title_is(title: str) -> None:
    text = f"The document on ferries was signed in Northport on 3 March 2020. {BODY}"
    assert type_of(Draft(text=BODY, title=title)) == "communiqué"
    assert type_of(Draft(text=text, title=title)) != "communiqué"


def test_a_title_on_what_was_done_with_a_declaration_is_none() -> None:
    assert type_of(Draft(text=BODY, title="Ministers adopt a joint declaration")) != "communiqué"


def test_ministers_who_agree_where_somebody_says_so_are_reported_on() -> None:
    text = "The ministers welcomed the ferries. They reaffirmed their aims. The parties underlined that, he said. "
    assert type_of(Draft(text=text * 2, title="Ferries")) == "news"


def test_an_agency_may_print_the_words_of_a_communique() -> None:
    assert type_of(Draft(text=BODY, title="EXTRACTS FROM LAKE COMMUNIQUE", source="Reuters")) == "communiqué"
    assert type_of(Draft(text=BODY, title="LAKE COMMUNIQUE SEEN SOON", source="Reuters")) != "communiqué"


def test_rules_in_articles_are_no_kind() -> None:
    text = "§ 1 The lake.\n\nThe lake is open in 3 of 4 months.\n\n§ 2 The shore.\n\nThe 2 shores are 5 miles long."
    assert type_of(Draft(text=f"{text}\n\n{BODY}", title="Rules of the lake")) == "other"
    assert type_of(Draft(text=f"{text.replace('§', 'In')}\n\n{BODY}", title="Rules of the lake")) == "news"


def test_a_resolution_is_known_by_its_preamble_in_one_line_or_by_three_demands_without_numbers() -> None:
    line = "The Lake Council, Recalling its words of May, Noting the work of all, Convinced of its worth, goes on."
    assert type_of(Draft(text=line, title="The lake")) == "resolution"
    assert type_of(Draft(text=line.replace(", N", ", n").replace(", C", ", c"), title="The lake")) != "resolution"
    demands = ["Urges all to row.", "Instructs the office to swim.", "Endorses the plan of the lake."]
    assert type_of(Draft(text="The Council\n\n" + "\n\n".join(demands), title="The lake")) == "resolution"
    assert type_of(Draft(text="The Council\n\n" + "\n\n".join(demands[:2]), title="The lake")) != "resolution"
