"""What a reader's browser keeps: a list of articles, saved searches, settings."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

import web
from tests.web.archive import FERRY
from tests.web.browser.conftest import Open


def add(page: Page, title: str) -> None:
    page.get_by_role("button", name=f"Add to my list: {title}").click()


def test_all_scripts_together_stay_small() -> None:
    scripts = [path.stat().st_size for path in (Path(web.__file__).parent / "static").glob("*.js")]
    assert sum(scripts) < 10_000


def test_articles_are_collected_and_taken_away(open_page: Open) -> None:
    page = open_page("/search?q=harbour&type=press+release")
    add(page, FERRY.title)
    expect(page.get_by_role("status")).to_have_text("Added to your list")
    page.goto("/articles/hostile")
    add(page, "")
    page.get_by_role("link", name="My list (2)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("List of 2 articles")

    page.get_by_role("button", name="Remove from my list").last.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON Lines").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [FERRY.id]
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()


def test_the_bare_address_of_the_list_shows_the_own_one(open_page: Open) -> None:
    page = open_page("/articles/ferry-treaty")
    add(page, FERRY.title)
    page.goto("/list")
    expect(page.get_by_role("heading", level=1)).to_have_text("List of 1 article")


def test_a_list_is_taken_away_without_scripts(open_page: Open) -> None:
    page = open_page("/list?id=ferry-treaty&id=hostile", java_script_enabled=False)
    expect(page.get_by_role("button", name="Add to my list")).to_have_count(0)
    page.get_by_role("checkbox", name=FERRY.title).uncheck()
    with page.expect_download() as download:
        page.get_by_role("button", name="RIS").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "hostile" in text
    assert "ferry-treaty" not in text


def test_a_full_list_takes_no_more(open_page: Open) -> None:
    page = open_page("/")
    page.evaluate("localStorage.list = JSON.stringify([...Array(100).keys()].map(String))")
    page.goto("/articles/ferry-treaty")
    add(page, FERRY.title)
    expect(page.get_by_role("status")).to_have_text("A list has at most 100 articles")


def test_a_search_is_saved_counted_opened_and_forgotten(open_page: Open) -> None:
    page = open_page("/search?q=harbour&place=Eastmere&page=2")
    page.get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("button", name="Forget this search")).to_be_visible()
    page.get_by_role("link", name="Saved searches").click()
    row = page.locator("#saved li")
    expect(row).to_contain_text("harbour, Eastmere")
    expect(row).to_contain_text("Nothing new")

    page.evaluate('localStorage.saved = localStorage.saved.replace(/"seen":"[^"]*"/, \'"seen":""\')')
    page.reload()
    expect(row).to_contain_text("27 new: Notice")
    row.get_by_role("link", name="harbour, Eastmere").click()
    expect(page.get_by_role("status")).to_have_text("27 new since your last visit")
    page.get_by_role("link", name="Saved searches").click()
    expect(row).to_contain_text("Nothing new")
    row.get_by_role("button", name="Forget").click()
    expect(row).to_have_count(0)


def test_without_scripts_saved_searches_say_what_to_do_instead(open_page: Open) -> None:
    page = open_page("/saved", java_script_enabled=False)
    expect(page.get_by_text("bookmark a search")).to_be_visible()


def test_damaged_storage_breaks_nothing(open_page: Open) -> None:
    page = open_page("/")
    page.evaluate("localStorage.list = '{'; localStorage.saved = '7'")
    page.goto("/articles/ferry-treaty")
    add(page, FERRY.title)
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()


def test_the_question_mark_shows_the_keys(open_page: Open) -> None:
    page = open_page("/articles/ferry-treaty?q=harbour")
    page.keyboard.press("?")
    card = page.get_by_role("dialog", name="Keys")
    expect(card).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator("mark.current")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("mark.current")).to_have_count(1)


def test_a_reader_turns_the_keys_off_for_good(open_page: Open) -> None:
    page = open_page("/articles/ferry-treaty?q=harbour")
    page.get_by_role("link", name="Keys").click()
    page.get_by_label("These keys act").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("?")
    page.keyboard.press("n")
    expect(page.locator("mark.current")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_keys_are_on_the_help_page_without_scripts(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("link", name="Keys").click()
    assert page.url.endswith("/help#keys")
