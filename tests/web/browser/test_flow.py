import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.archive import FERRY, passage_link
from tests.web.browser.conftest import Open


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    return open_page("/", java_script_enabled=request.param)


def test_search_choose_two_values_remove_one_read_and_go_back(page: Page) -> None:
    page.get_by_label("Search the archive").fill("harbour")
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
    expect(page.get_by_label("Search the archive")).to_be_focused()
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


def test_the_slash_key_reaches_the_search_box(open_page: Open) -> None:
    page = open_page("/search?q=harbour")
    page.keyboard.press("/")
    expect(page.get_by_label("Search the archive")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.get_by_label("Search the archive")).to_have_value("a/b")


def test_n_and_p_and_buttons_step_through_the_marks(open_page: Open) -> None:
    page = open_page("/articles/ferry-treaty?q=harbour")
    current = page.locator("mark.current")
    expect(current).to_have_count(0)
    for key, hit in (("n", "hit-1"), ("n", "hit-2"), ("p", "hit-1"), ("p", "hit-5"), ("n", "hit-1")):
        page.keyboard.press(key)
        expect(current).to_have_attribute("id", hit)
    page.get_by_role("button", name="Next").click()
    expect(current).to_have_attribute("id", "hit-2")
    expect(page.get_by_role("status").last).to_have_text("Place 2 of 5")


def test_marks_are_reached_without_scripts(open_page: Open) -> None:
    page = open_page("/articles/ferry-treaty?q=harbour", java_script_enabled=False)
    page.locator(".hits").get_by_role("link", name="3", exact=True).click()
    assert page.url.endswith("#hit-3")


def test_a_link_to_a_passage_is_copied(open_page: Open, address: str) -> None:
    page = open_page("/articles/ferry-treaty", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Link to passage 3").click()
    expect(page.get_by_role("status")).to_have_text("Link to this passage copied")
    assert page.evaluate("navigator.clipboard.readText()") == address + passage_link(FERRY, 3)


def test_next_and_previous_results_lead_through_the_search(open_page: Open) -> None:
    page = open_page("/search?q=harbour&type=statement&sort=oldest", java_script_enabled=False)
    titles = page.locator(".result .title").all_text_contents()
    page.locator(".result .title a").first.click()
    expect(page.locator(".way")).to_contain_text("Result 1 of 26")
    expect(page.get_by_role("link", name="Previous result")).to_have_count(0)
    for title in titles[1:3]:
        page.get_by_role("link", name="Next result").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("link", name="Previous result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[1])


def test_a_year_is_chosen_by_its_bar_and_months_appear(open_page: Open) -> None:
    page = open_page("/search?q=harbour", java_script_enabled=False)
    page.locator("[data-facet=year] svg a").first.click()
    expect(page.locator(".chip .value").last).to_have_text("2010")
    expect(page.locator("[data-facet=month] svg a").first).to_be_visible()


def test_the_dark_theme_follows_the_system(open_page: Open) -> None:
    shades = [
        open_page("/", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert shades[0] != shades[1]


def test_suggestions_come_while_typing(open_page: Open) -> None:
    page = open_page("/")
    expect(page.get_by_label("Search the archive")).to_be_focused()
    page.keyboard.type("lightho")
    expect(page.locator("#suggestions option[value=lighthouse]")).to_be_attached()


def test_a_misspelt_word_and_missing_words_are_helped(open_page: Open) -> None:
    page = open_page("/search?q=lighthuose+fishermen", java_script_enabled=False)
    expect(page.get_by_text("Showing results for lighthouse fishermen.")).to_be_visible()
    expect(page.locator("#summary")).to_have_text("1 article with all of your words · 1 with some")
    expect(page.get_by_role("heading", name="Articles with some of your words")).to_be_visible()
    page.get_by_role("link", name="lighthuose fishermen").click()
    expect(page.locator("#summary")).to_have_text("No article with all of your words · 1 with some")
    page.get_by_role("link", name="lighthouse fishermen").click()
    page.get_by_role("link", name="Leave these out").click()
    expect(page.locator("#summary")).to_have_text("1 article")


def test_a_quotation_is_checked_by_keyboard_and_leads_to_its_passage(page: Page) -> None:
    page.goto("/quotation")
    page.get_by_label("The words as they were quoted").focus()
    page.keyboard.type("Ferries that sail without a cook are fined")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("Nearly: 1 word differs.")
    expect(page.locator(".difference ins")).to_contain_text("pilot")
    page.get_by_role("link", name=FERRY.title).click()
    expect(page).to_have_url(re.compile(re.escape(f"/articles/{FERRY.id}?passage=") + r"\w+#p-\w+$"))
    expect(page.locator(".linked")).to_contain_text("sail without a pilot")


def test_a_near_duplicate_unfolds_and_leads_to_the_differences(page: Page) -> None:
    page.goto("/search?q=regatta&sort=oldest")
    expect(page.locator("#summary")).to_have_text("2 articles")
    expect(page.get_by_role("link", name="show the differences")).to_be_hidden()
    page.locator(".folded summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="show the differences").click()
    expect(page.locator(".difference del").first).to_contain_text("Saturday")
    expect(page.locator(".difference ins").first).to_contain_text("Sunday")
