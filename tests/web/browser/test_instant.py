"""Results while one types."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open

ONE_FIRST = "1 article with all of your words · 29 with some"


@pytest.fixture
def page(open_page: Open) -> Page:
    page = open_page("/help")
    page.goto("/search?q=harbour")
    page.get_by_label("Search the archive").press("End")
    return page


def test_results_follow_the_typed_words_and_focus_and_caret_stay(page: Page) -> None:
    box = page.get_by_label("Search the archive")
    box.press("Home")
    page.keyboard.type("fines ", delay=20)
    expect(page.locator("#summary")).to_have_text(ONE_FIRST)
    expect(page).to_have_url("/search?q=fines+harbour")
    expect(page).to_have_title("fines harbour · Lake Archive")
    expect(page.get_by_role("status").first).to_have_text(ONE_FIRST)
    expect(box).to_be_focused()
    assert box.evaluate("box => box.selectionStart") == len("fines ")
    expect(page.get_by_role("button", name="Add to my list")).to_have_count(10)


def test_typing_leaves_no_steps_in_the_history(page: Page) -> None:
    steps = page.evaluate("history.length")
    for words in (" f", "er", "ry"):
        page.keyboard.type(words)
        page.wait_for_timeout(450)
    expect(page).to_have_url("/search?q=harbour+ferry")
    assert page.evaluate("history.length") == steps
    page.go_back()
    expect(page).to_have_url("/help")


def test_enter_makes_one_step_from_where_the_typing_began(page: Page) -> None:
    page.keyboard.type(" ferry")
    expect(page).to_have_url("/search?q=harbour+ferry")
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_be_visible()
    page.wait_for_load_state()
    expect(page).to_have_url("/search?q=harbour+ferry")
    page.go_back()
    expect(page).to_have_url("/search?q=harbour")
    expect(page.locator("#summary")).to_have_text("30 articles")
    expect(page.get_by_label("Search the archive")).to_have_value("harbour")
    page.go_back()
    expect(page).to_have_url("/help")


def test_one_comes_back_from_an_article_to_what_was_found_while_typing(page: Page) -> None:
    page.keyboard.type(" fines")
    expect(page.locator("#summary")).to_have_text(ONE_FIRST)
    page.locator(".result .title a").first.click()
    expect(page.locator("article.sheet")).to_be_visible()
    page.go_back()
    expect(page).to_have_url("/search?q=harbour+fines")
    expect(page.locator("#summary")).to_have_text(ONE_FIRST)
    expect(page.get_by_label("Search the archive")).to_have_value("harbour fines")


def test_what_is_chosen_stays_chosen(page: Page) -> None:
    page.goto("/search?q=notice&place=Eastmere&sort=newest")
    page.get_by_label("Search the archive").press("End")
    page.keyboard.type(" harbour")
    expect(page).to_have_url("/search?q=notice+harbour&place=Eastmere&sort=newest")


def test_a_reader_turns_it_off_for_good(page: Page) -> None:
    page.get_by_role("link", name="Keys").click()
    page.get_by_label("Results change while I type").uncheck()
    page.goto("/search?q=harbour")
    page.get_by_label("Search the archive").press("End")
    page.keyboard.type(" fines")
    page.wait_for_timeout(700)
    expect(page).to_have_url("/search?q=harbour")
    expect(page.locator("#summary")).to_have_text("30 articles")


def test_readers_who_save_data_are_not_sent_results_unasked(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    page.goto("/search?q=harbour&sort=newest")
    assert page.evaluate("navigator.connection.saveData")
    page.get_by_label("Search the archive").press("End")
    page.keyboard.type(" fines")
    page.wait_for_timeout(700)
    expect(page).to_have_url("/search?q=harbour&sort=newest")
