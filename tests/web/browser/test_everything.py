"""Every function of the pages, with scripts and without them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.archive import FERRY, INTERVIEW
from tests.web.browser.conftest import HOSTILE_FILE, Open


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    return open_page("/search?q=harbour", java_script_enabled=request.param)


def saved(page: Page, link: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("link", name=link, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_results_are_sorted_sized_and_paged_to_the_end(page: Page) -> None:
    page.get_by_role("link", name="Oldest first").click()
    expect(page.locator(".result .facts").first).to_contain_text("2010")
    page.get_by_role("link", name="Last").click()
    expect(page.locator(".result")).to_have_count(10)
    expect(page.get_by_text("Page 3 of 3")).to_be_visible()
    page.get_by_role("link", name="50", exact=True).click()
    expect(page.locator(".result")).to_have_count(30)


def test_a_value_is_excluded_and_allowed_again(page: Page) -> None:
    page.get_by_role("link", name="Exclude Eastmere").click()
    expect(page.locator("#summary")).to_have_text("3 articles")
    page.get_by_role("link", name="Remove: Not place Eastmere").click()
    expect(page.locator("#summary")).to_have_text("30 articles")


def test_dates_narrow_a_search(page: Page) -> None:
    page.get_by_label("From", exact=True).fill("2017-03")
    page.get_by_label("To", exact=True).fill("2017-03")
    page.get_by_role("button", name="Set").click()
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator(".result").first).to_contain_text("March 2017")


def test_one_value_of_many_is_found_and_chosen(page: Page) -> None:
    page.goto("/search?q=crowd")
    page.get_by_role("link", name="All 400 values of Person").click()
    page.get_by_label("Find among the values").fill("number 07")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".values li")).to_have_count(10)
    page.get_by_role("link", name="Guest Number 077 1 article").click()
    expect(page.locator(".chip .value").last).to_have_text("Guest Number 077")


def test_a_search_without_results_leads_on(page: Page) -> None:
    page.goto("/search?q=harbour+glacier&place=Northport&match=all")
    expect(page.locator("#summary")).to_have_text("No article matches")
    expect(page.get_by_role("link", name="Remove: Place Northport")).to_be_visible()
    page.get_by_role("link", name="harbour alone").click()
    expect(page.locator("#summary")).to_have_text("2 articles")


def test_results_and_citations_are_taken_away(page: Page) -> None:
    assert FERRY.title in saved(page, "CSV")
    page.goto("/articles/ferry-treaty")
    page.get_by_text("Cite this article").click()
    assert saved(page, "BibTeX").startswith("@online{ferry-treaty")


def test_the_original_file_is_taken_away_and_never_shown(page: Page) -> None:
    page.goto("/articles/ferry-treaty")
    with page.expect_download() as download:
        page.get_by_role("link", name="ferry-treaty.html (HTML").click()
    assert download.value.suggested_filename == "ferry-treaty.html"
    assert Path(download.value.path()).read_bytes() == HOSTILE_FILE
    expect(page.get_by_role("heading", level=1)).to_have_text(FERRY.title)


def test_a_passage_has_an_address(page: Page) -> None:
    page.get_by_role("link", name="Read on at this passage").first.click()
    assert page.evaluate("location.hash").startswith("#p-")


def test_the_archive_is_browsed_from_the_years_and_from_a_to_z(page: Page) -> None:
    page.get_by_role("link", name="A–Z", exact=True).click()
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Marta Velde 1 article").click()
    expect(page.get_by_role("heading", name="Quotations by Marta Velde")).to_be_visible()
    page.get_by_role("link", name=FERRY.title).first.click()
    page.get_by_role("link", name="LU/RES/12").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("LU/RES/12")
    page.goto("/")
    page.get_by_text("Articles by year").click()
    page.get_by_role("link", name="2018 1 article").click()
    expect(page.get_by_role("heading", name=INTERVIEW.title)).to_be_visible()


def test_the_examples_of_the_help_page_are_live(page: Page) -> None:
    page.get_by_role("link", name="How to search").click()
    page.locator(".guide tbody a").first.click()
    expect(page.locator("#summary")).to_be_visible()
