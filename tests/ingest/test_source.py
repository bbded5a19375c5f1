"""Whose an article is, where its file does not say so."""

from pathlib import Path

import pytest

from indexer.article import Provenance
from indexer.authority import Authority, load
from indexer.ingest.annotate import annotate, named
from indexer.ingest.draft import Draft

AUTHORITY = load()
LONG = (
    "The council met in the morning and heard the reports of its three working groups on pilots, lights and ice. " * 3
)
TITLE = "The council heard three reports"


def source(text: str, title: str = TITLE, path: str = "a.txt", url: str = "", authority: Authority = AUTHORITY) -> str:
    draft = Draft(text, title=title, url=url)
    return annotate(draft, Provenance(path, "", "1", "text"), authority).source


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("MOSCOW, March 3 (Reuters) - ", "Reuters"),
        ("MOSCOW, March 3. /TASS/. ", "TASS"),
        ("МОСКВА, 3 марта. /ТАСС/. ", "TASS"),
        ("BEIJING, March 3 (Xinhua) -- ", "Xinhua"),
        ("WASHINGTON (Associated Press) — ", "Associated Press"),
        ("MOSCOW. March 3. INTERFAX - ", "Interfax"),
        ("TASS, March 3. ", "TASS"),
        ("MOSCOW, March 3 (Harbour Wire) - ", ""),
        ("MOSCOW, March 3 (CSTO) - ", ""),
        ("The council (Reuters has its names) met. ", ""),
        ("As Reuters reported, ", ""),
    ],
)
def test_the_agency_in_a_dateline_is_the_source_where_it_is_known(opening: str, name: str) -> None:
    assert source(opening + LONG) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("United Nations\n\nSecurity Council", "UN Security Council"),
        ("OFFICE OF THE SPOKESPERSON", "Office of the Spokesperson"),
        ("Harbour Committee", "Harbour Committee"),
        ("CSTO Secretariat", "CSTO"),
    ],
)
def test_a_letterhead_is_the_source_as_the_authority_files_call_it(head: str, name: str) -> None:
    assert source(f"{head}\n\n{TITLE}\n\n{LONG}\n\n{LONG}", title="") == name


@pytest.mark.parametrize(
    ("contacts", "name"),
    [
        ("CSTO spokesman Ivan Example\n\n+ 7495-000-00-00", "CSTO"),
        ("Press Service of the CSTO Secretariat\n\n+ 7495-000-00-00", "CSTO"),
        ("Harbour Council press secretary Ivan Example", ""),
        ("Spokesman Ivan Example", ""),
    ],
)
def test_press_contacts_name_the_source_where_it_is_known(contacts: str, name: str) -> None:
    assert source(f"{LONG}\n\n{LONG}\n\n{contacts}") == name


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("SCO Secretariat delegation goes to Porto", LONG, "SCO"),
        ("Memorandum signed in the CSTO Secretariat", f"The CSTO signed. {LONG}", "CSTO"),
        ("Memorandum signed in the CSTO Secretariat", LONG, ""),
        ("SCO Secretariat meets CSTO Secretariat", LONG, ""),
        ("CSTO meets in Porto", f"The CSTO met. {LONG}", ""),
    ],
)
def test_a_body_that_reports_its_secretariats_doings_is_the_source(title: str, text: str, name: str) -> None:
    assert source(text, title=title) == name


def test_a_site_with_rules_is_known_by_its_address() -> None:
    assert source(LONG, url="https://csto.archive.example.org/en/1") == "CSTO"


def rules(folder: Path, text: str) -> Authority:
    (folder / "own.toml").write_text(text, "utf-8")
    return load(folder)


RULE = '[[folder]]\npath = "press/old"\nsource = "OSCE"\n'


def test_what_the_archivist_says_of_a_folder_wins(tmp_path: Path) -> None:
    authority = rules(tmp_path, RULE)
    article = annotate(Draft(LONG, TITLE, source="Notes"), Provenance("press/old/1/a.txt", "", "1", "text"), authority)
    assert article.source == "OSCE"
    assert source(LONG, path="press/a.txt", authority=authority) == ""
    assert source(LONG, path="press/older/a.txt", authority=authority) == ""
    assert source(LONG, path="press/old", authority=authority) == ""


def test_the_innermost_folder_with_a_rule_counts(tmp_path: Path) -> None:
    authority = rules(tmp_path, f'{RULE}[[folder]]\npath = "press"\nsource = "CSTO"\n')
    assert source(LONG, path="press/old/a.txt", authority=authority) == "OSCE"
    assert source(LONG, path="press/new/a.txt", authority=authority) == "CSTO"


def test_a_rule_made_later_reaches_articles_that_are_stored(tmp_path: Path) -> None:
    article = annotate(Draft(LONG, TITLE), Provenance("press/old/a.txt", "", "1", "text"), AUTHORITY)
    assert named(article, rules(tmp_path, RULE)).source == "OSCE"
