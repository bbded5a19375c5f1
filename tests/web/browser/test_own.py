"""What a reader's browser keeps: a list of articles, saved searches, settings."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

import web
from tests.web.archive import FERRY
from tests.web.browser.conftest import Open


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    return open_page("/search?q=harbour&type=press+release", java_script_enabled=request.param)


def add(page: Page, title: str) -> None:
    page.get_by_role("button", name=f"Add to my list {title}".strip()).click()


def test_all_scripts_together_stay_small() -> None:
    scripts = [path.stat().st_size for path in (Path(web.__file__).parent / "static").glob("*.js")]
    assert sum(scripts) < 10_000


def test_articles_are_collected_over_pages_and_taken_away(page: Page) -> None:
    add(page, FERRY.title)
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    expect(page.get_by_role("button", name=f"Remove from my list {FERRY.title}")).to_be_visible()
    page.goto("/search?q=harbour&sort=oldest&page=2")
    page.get_by_role("button", name="Add to my list").first.click()
    page.get_by_role("link", name="Next").click()
    page.goto("/articles/hostile")
    add(page, "")
    page.get_by_role("link", name="My list (3)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("List of 3 articles")

    page.get_by_role("checkbox").nth(1).uncheck()
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON Lines").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [FERRY.id, "hostile"]

    page.get_by_role("button", name="Remove from my list").first.click()
    expect(page.get_by_role("link", name="My list (2)")).to_be_visible()
    page.goto("/list")
    expect(page.get_by_role("heading", level=1)).to_have_text("List of 2 articles")
    page.get_by_role("button", name="Take all off my list").click()
    expect(page.get_by_text("No article is on this list")).to_be_visible()


def test_who_collects_stays_where_they_are(page: Page) -> None:
    page.goto("/search?q=harbour&sort=oldest&page=2")
    button = page.get_by_role("button", name="Add to my list").last
    button.scroll_into_view_if_needed()
    button.click()
    expect(page.get_by_role("link", name="My list (1)")).to_be_attached()
    assert page.url.partition("#")[0].endswith("/search?q=harbour&sort=oldest&page=2")
    expect(page.get_by_role("button", name="Remove from my list")).to_be_in_viewport()


def test_a_list_is_sent_as_an_address_and_taken_over_by_who_gets_it(page: Page, open_page: Open) -> None:
    add(page, FERRY.title)
    page.get_by_role("link", name="My list (1)").click()
    page.get_by_role("link", name="the address that carries it").click()
    sent = page.url
    assert sent.endswith(f"/list?id={FERRY.id}")
    other = open_page("/", java_script_enabled=False)
    other.goto(sent)
    expect(other.get_by_role("heading", level=1)).to_have_text("List of 1 article")
    other.get_by_role("button", name="Add all to my list").click()
    expect(other.get_by_role("link", name="My list (1)")).to_be_visible()


def test_a_list_is_told_to_a_reader_who_hears_the_page(open_page: Open) -> None:
    page = open_page("/search?q=harbour&type=press+release")
    add(page, FERRY.title)
    expect(page.get_by_role("status")).to_have_text("Added to your list")
    page.get_by_role("button", name="Remove from my list").click()
    expect(page.get_by_role("status")).to_have_text("Removed from your list")
    expect(page.get_by_role("link", name="My list", exact=True)).to_be_visible()


def test_a_page_that_one_goes_back_to_knows_the_list_as_it_is_now(open_page: Open) -> None:
    page = open_page("/search?q=harbour&type=press+release")
    page.locator(".result .title a").click()
    page.get_by_role("button", name="Add to my list").click()
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Remove from my list")).to_be_visible()
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()


def test_a_button_works_without_its_script_where_the_answer_does_not_come(open_page: Open) -> None:
    page = open_page("/search?q=harbour&type=press+release")
    page.evaluate("() => { window.fetch = () => new Promise((_, fail) => setTimeout(fail, 20)); }")
    add(page, FERRY.title)
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    assert page.url.endswith(f"#r-{FERRY.id}")


def test_a_search_is_saved_renamed_opened_and_forgotten(page: Page) -> None:
    page.goto("/search?q=harbour&place=Eastmere&page=2")
    page.get_by_role("button", name="Save this search").click()
    expect(page.get_by_role("button", name="Forget this search")).to_be_visible()
    page.get_by_role("link", name="Saved searches").click()
    row = page.locator("#saved li")
    expect(row).to_contain_text("harbour, Eastmere")
    expect(row).to_contain_text("Nothing new since your last visit")

    row.get_by_text("Rename").click()
    row.get_by_label("Name of this search").fill("The port")
    row.get_by_role("button", name="Save the name").click()
    expect(row.get_by_role("heading")).to_have_text("The port")
    row.get_by_role("link", name="The port").click()
    expect(page).to_have_url("/search?q=harbour&place=Eastmere")
    expect(page.locator(".news")).to_have_text("Nothing new since your last visit")
    page.get_by_role("link", name="Saved searches").click()
    row.get_by_role("button", name="Forget").click()
    expect(page.get_by_text("No search is saved yet")).to_be_visible()


def test_no_script_can_read_what_is_kept(page: Page) -> None:
    add(page, FERRY.title)
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    cookies = {each["name"]: each for each in page.context.cookies()}
    assert (cookies["list"]["httpOnly"], cookies["list"]["sameSite"], cookies["list"]["path"]) == (True, "Lax", "/")


def test_a_browser_that_refuses_cookies_says_that_nothing_was_kept(page: Page) -> None:
    page.context.route("**/list", refuse_cookies)
    add(page, FERRY.title)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your browser has kept nothing")


def refuse_cookies(route: Route) -> None:
    answer = route.fetch(max_redirects=0)
    route.request.frame.page.context.clear_cookies()  # the answer has left them with the browser already
    headers = {name: value for name, value in answer.headers.items() if name != "set-cookie"}
    route.fulfill(response=answer, headers=headers)


def test_damaged_cookies_break_nothing(page: Page, address: str) -> None:
    page.context.add_cookies([{"name": name, "value": "eNqLjgUAARUAuQ!", "url": address} for name in ("list", "saved")])
    page.goto("/saved")
    expect(page.get_by_text("No search is saved yet")).to_be_visible()
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
