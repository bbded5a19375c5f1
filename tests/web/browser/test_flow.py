import pytest
from playwright.sync_api import Page, expect

from tests.web.archive import FERRY
from tests.web.browser.conftest import Open


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    return open_page("/", java_script_enabled=request.param)


def test_search_choose_two_values_remove_one_read_and_go_back(page: Page) -> None:
    page.get_by_role("searchbox").fill("harbour")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#summary")).to_have_text("30 articles")

    page.get_by_role("link", name="Eastmere 27 articles").click()
    expect(page.locator("#summary")).to_have_text("27 articles")
    page.get_by_role("link", name="Northport 2 articles").click()
    expect(page.locator("#summary")).to_have_text("28 articles")
    page.get_by_role("link", name="Remove: Place Eastmere").click()
    expect(page.locator("#summary")).to_have_text("2 articles")
    narrowed = page.url

    page.get_by_role("heading", name=FERRY.title).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(FERRY.title)
    expect(page.locator(".body mark").first).to_have_text("harbour")
    page.get_by_role("link", name="Back to the results").click()
    expect(page).to_have_url(narrowed)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(FERRY.title)
    page.go_back()
    expect(page).to_have_url(narrowed)


def test_the_way_by_keyboard_alone(page: Page) -> None:
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("fines")
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_have_text("1 article")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.title') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(FERRY.title)


def test_the_filters_are_a_drawer_on_a_small_screen(open_page: Open) -> None:
    page = open_page("/search?q=harbour", java_script_enabled=False, viewport={"width": 360, "height": 700})
    place = page.get_by_role("link", name="Northport 2 articles")
    expect(place).to_be_hidden()
    page.get_by_text("Narrow the search").click()
    place.click()
    expect(page.locator("#summary")).to_have_text("2 articles")
