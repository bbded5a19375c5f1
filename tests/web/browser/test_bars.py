"""Years and months chosen on the bars: by clicks, with scripts and without, and by dragging."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.conftest import Open


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    return open_page("/search?q=harbour", java_script_enabled=request.param)


def bar(page: Page, value: str, field: str = "year") -> Locator:
    return page.locator(f"[data-facet={field}] svg a[data-value='{value}'] .hit")


def expect_chips(page: Page, *texts: str) -> None:
    """Waits for them: a click returns before the page that it leads to is there."""
    expect(page.locator(".chip .value")).to_have_text(texts)


def hint(page: Page) -> Locator:
    return page.locator("[data-facet=year] .hint")


def drag(page: Page, first: str, last: str) -> None:
    for value, act in ((first, page.mouse.down), (last, None)):
        box = bar(page, value).bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
        if act:
            act()


def test_a_second_year_makes_a_range_and_a_click_inside_it_chooses_one_alone(page: Page) -> None:
    expect(hint(page)).to_have_text("Choose a year, then another one for all the years between.")
    bar(page, "2012").click()
    expect_chips(page, "harbour", "2012")
    expect(hint(page)).to_contain_text("or the same one again to clear it")
    title = page.locator("[data-facet=year] a[data-value='2015'] title")
    expect(title).to_have_text(re.compile(r"^2012 to 2015: \d+ articles$"))
    said = int(re.findall(r"\d+", title.text_content() or "")[-1])
    bar(page, "2015").click()
    expect_chips(page, "harbour", "2012", "2015")
    expect(page).to_have_url(re.compile(r"from=2012&to=2015"))
    expect(page.locator("#summary")).to_have_text(f"{said} articles")
    expect(page.locator("[data-facet=year] svg a.chosen")).to_have_count(4)
    expect(hint(page)).to_have_text("Choose a year to have it alone.")
    bar(page, "2014").click()
    expect_chips(page, "harbour", "2014")
    bar(page, "2014").click()
    expect_chips(page, "harbour")


def test_a_range_reaches_back_from_the_year_chosen_first(page: Page) -> None:
    bar(page, "2015").click()
    bar(page, "2013").click()
    expect_chips(page, "harbour", "2013", "2015")
    bar(page, "2017").click()
    expect_chips(page, "harbour", "2017")


def test_months_are_chosen_within_their_year_as_years_are(page: Page) -> None:
    bar(page, "2017").click()
    expect_chips(page, "harbour", "2017")
    months = page.locator("[data-facet=month] svg a")
    expect(months.first).to_be_visible()
    known = [str(each.get_attribute("data-value")) for each in months.all()]
    assert len(known) > 1
    bar(page, known[0], "month").click()
    expect(page.locator("[data-facet=month] svg a")).to_have_count(len(known))
    bar(page, known[-1], "month").click()
    expect(page).to_have_url(re.compile(f"from={known[0]}&to={known[-1]}"))
    expect(page.locator("[data-facet=month] svg a.chosen")).to_have_count(len(known))
    bar(page, known[0], "month").click()
    bar(page, known[0], "month").click()
    expect_chips(page, "harbour", "2017")


def test_dragging_over_the_bars_chooses_all_between(open_page: Open) -> None:
    page = open_page("/search?q=harbour&sort=newest&place=Eastmere")
    drag(page, "2011", "2014")
    expect(page.locator("[data-facet=year] svg a.dragged")).to_have_count(4)
    expect(page.locator("[data-facet=year] .ends")).to_have_text("2011 – 2014")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"q=harbour&place=Eastmere&sort=newest&from=2011&to=2014"))
    expect_chips(page, "harbour", "Eastmere", "2011", "2014")


def test_dragging_backwards_and_over_another_range_chooses_the_same(open_page: Open) -> None:
    page = open_page("/search?q=harbour&from=2016&to=2017")
    drag(page, "2014", "2011")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=2011&to=2014"))


def test_escape_gives_up_what_is_dragged(open_page: Open) -> None:
    page = open_page("/search?q=harbour")
    ends = page.locator("[data-facet=year] .ends").inner_text()
    drag(page, "2011", "2014")
    page.keyboard.press("Escape")
    expect(page.locator("[data-facet=year] svg a.dragged")).to_have_count(0)
    expect(page.locator("[data-facet=year] .ends")).to_have_text(ends)
    page.mouse.up()
    page.wait_for_timeout(200)
    expect(page).to_have_url(re.compile(r"/search\?q=harbour$"))
    bar(page, "2012").click()
    expect(page).to_have_url(re.compile("year=2012"))


def test_a_finger_drags_as_a_mouse_does(open_page: Open) -> None:
    page = open_page("/search?q=harbour", has_touch=True, viewport={"width": 1000, "height": 800})
    spots = [bar(page, value).bounding_box() for value in ("2012", "2015")]
    assert spots[0]
    assert spots[1]
    points = [{"x": spot["x"] + spot["width"] / 2, "y": spot["y"] + 20} for spot in spots if spot]
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [points[0]]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [points[1]]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page).to_have_url(re.compile(r"from=2012&to=2015"))


def test_dragging_works_in_results_that_came_while_typing(open_page: Open) -> None:
    page = open_page("/search?q=harbour")
    page.get_by_label("Search the archive").press("End")
    page.keyboard.type(" eastmere")
    expect(page).to_have_url(re.compile("q=harbour\\+eastmere"))
    drag(page, "2011", "2014")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"q=harbour\+eastmere&from=2011&to=2014"))


def test_a_range_is_chosen_by_keyboard_alone_in_the_fields(open_page: Open) -> None:
    page = open_page("/search?q=harbour", java_script_enabled=False)
    page.get_by_label("From", exact=True).focus()
    page.keyboard.type("2012")
    page.keyboard.press("Tab")
    page.keyboard.type("2014")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=2012&to=2014"))


@pytest.mark.parametrize("path", ["/", "/names/place?name=Eastmere"])
def test_bars_of_other_pages_lead_to_a_search(open_page: Open, path: str) -> None:
    page = open_page(path)
    drag(page, "2011", "2014")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"/search\?.*from=2011&to=2014"))
