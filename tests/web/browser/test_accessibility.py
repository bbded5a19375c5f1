import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.browser.conftest import Open

COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
PAGES = {
    "first": "/",
    "search": "/search?q=harbour&place=Eastmere&not_type=news&from=2010&sort=newest",
    "a range of years": "/search?q=harbour&from=2012&to=2014",
    "notes": '/search?q="harbour&sort=upwards&page=99',
    "nothing found": "/search?q=glacier&place=Northport",
    "all values": "/facets/person?q=crowd",
    "index": "/index/place",
    "help": "/help",
    "person": "/names/person?name=Marta+Velde",
    "article": "/articles/ferry-treaty?q=harbour",
    "interview": "/articles/interview-orla-salt",
    "near duplicates": "/search?q=regatta",
    "a near duplicate": "/articles/regatta-again",
    "differences": "/articles/regatta/compare/regatta-again",
    "quotation": "/quotation?text=Ferries+that+sail+with+a+pilot+are+fined",
    "crowded": "/search?q=crowd",
    "list": "/list?id=ferry-treaty&id=crowded&id=gone",
    "empty list": "/list",
    "saved searches": "/saved",
    "error": "/nothing-here",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_what_scripts_add(open_page: Open, scheme: str) -> None:
    page = open_page("/search?q=harbour", color_scheme=scheme)
    page.get_by_role("button", name="Save this search").click()
    page.get_by_role("button", name="Forget this search").wait_for()
    page.get_by_role("button", name="Add to my list").first.click()
    page.get_by_role("link", name="My list (1)").wait_for()
    for path in ("/saved", "/list"):
        page.goto(path)
        page.keyboard.press("?")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_no_violation(open_page: Open, path: str) -> None:
    found = Axe().run(open_page(path, color_scheme="light"))
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_no_violation_by_the_colours_of_the_dark_scheme(open_page: Open, path: str) -> None:
    """All else is the same in both."""
    found = Axe().run(open_page(path, color_scheme="dark"), options=COLOURS)
    assert len(found.response["passes"]) > 0
    assert found.violations_count == 0, found.generate_report()
