"""What a reader's system asks of every page: paper, contrast, its own colours, stillness, few bytes."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.archive import FERRY
from tests.web.browser.conftest import Open

PAGES = (
    "/",
    "/search?q=harbour&place=Eastmere",
    "/articles/ferry-treaty?q=harbour&at=1",
    "/list?id=ferry-treaty",
    "/help",
)


def style(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)
    return found


def visible(page: Page, selectors: tuple[str, ...]) -> list[str]:
    return [each for each in selectors if any(found.is_visible() for found in page.locator(each).all())]


def test_an_article_on_paper_is_its_text_and_its_citation(open_page: Open) -> None:
    page = open_page("/articles/ferry-treaty?q=harbour&at=1", color_scheme="dark")
    page.emulate_media(media="print")
    assert (
        visible(page, (".searchbox", ".own", ".way", ".steps", ".pick", ".similar", ".foot", ".anchor", ".hits")) == []
    )
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".printed")).to_contain_text(FERRY.title)
    expect(page.locator(".printed")).to_contain_text(FERRY.url)
    assert style(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert style(page, ".body", "color") == "rgb(0, 0, 0)"


def test_results_on_paper_are_the_articles_and_what_was_asked(open_page: Open) -> None:
    page = open_page("/search?q=harbour&place=Eastmere")
    page.emulate_media(media="print")
    assert (
        visible(page, (".searchbox", ".own", ".narrow", ".tools", ".pager", ".exports", ".pick", ".there", ".foot"))
        == []
    )
    expect(page.locator("#summary")).to_be_visible()
    expect(page.locator(".chips")).to_be_visible()
    expect(page.locator(".result .title").first).to_be_visible()


def test_marks_and_chosen_bars_show_in_the_systems_own_colours(open_page: Open) -> None:
    page = open_page("/search?q=harbour&year=2012", forced_colors="active")
    canvas = style(page, "body", "backgroundColor")
    assert style(page, ".passage mark", "backgroundColor") != canvas
    chosen, other = (
        style(page, f"[data-facet=year] svg a{kind} rect:not(.hit)", "fill") for kind in (".chosen", ":not(.chosen)")
    )
    assert len({chosen, other, canvas}) == 3
    assert style(page, ".options [aria-current]", "outlineStyle") == "solid"


def test_more_contrast_is_given_where_it_is_asked_for(open_page: Open) -> None:
    page = open_page("/search?q=harbour")
    plain = style(page, ".result .facts", "color")
    page.emulate_media(contrast="more")
    assert style(page, ".result .facts", "color") == style(page, "body", "color") != plain
    assert style(page, ".passage mark", "outlineStyle") == "solid"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_by_itself(open_page: Open, path: str) -> None:
    page = open_page(path, reduced_motion="reduce")
    moving: Any = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((each) => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
            return animationName !== "none" || parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth";
        }).length"""
    )
    assert moving == 0
    assert page.evaluate("document.getAnimations().length") == 0


def test_readers_who_save_data_are_sent_neither_results_nor_suggestions_unasked(open_page: Open) -> None:
    page = open_page("/help")
    page.context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    page.goto("/search?q=harbour&sort=newest")
    assert page.evaluate("navigator.connection.saveData")
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.get_by_label("Search the archive").press("End")
    page.keyboard.type(" fines")
    page.wait_for_timeout(700)
    assert asked == []


def test_the_box_has_the_focus_where_nothing_is_asked_yet_and_leaves_it_where_there_are_results(
    open_page: Open,
) -> None:
    for path in ("/", "/search"):
        expect(open_page(path).get_by_label("Search the archive")).to_be_focused()
    page = open_page("/search?q=harbour")
    expect(page.get_by_label("Search the archive")).not_to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Search the archive")).to_be_focused()
