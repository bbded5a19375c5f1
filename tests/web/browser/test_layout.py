import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import Open

PATHS = (
    *("/", "/help", "/index/person", "/names/person?name=Guest+Number+001", "/facets/person?q=crowd", "/nothing-here"),
    *("/search?q=harbour&place=Eastmere&not_type=news", "/search?q=glacier", "/search?q=crowd&from=2009"),
    *("/search?q=regatta", "/articles/regatta", "/articles/regatta/compare/crowded"),
    *("/quotation", "/quotation?text=Ferries+that+sail+with+a+pilot+are+fined", f"/quotation?text={'word' * 200}"),
    *("/list?id=ferry-treaty&id=crowded", "/list", "/saved"),
    *("/articles/ferry-treaty?q=harbour", "/articles/crowded?q=crowd&at=1"),
    *("/search?q=harbour&from=2012&to=2013", "/names/document?name=LU%2FRES%2F12", f"/search?q={'word' * 60}"),
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def fill(page: Page) -> None:
    """What the reader has kept, with a name that has no place to break."""
    page.request.post("/list", form={"add": "crowded"})
    page.request.post("/saved", form={"add": "?q=crowd&place=Eastmere&from=2009"})
    page.request.post("/saved", form={"add": f"?q={'word' * 60}"})


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(open_page: Open, width: int) -> None:
    page = open_page("/", viewport={"width": width, "height": 800})
    fill(page)
    for path in PATHS:
        page.goto(path)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert page.evaluate(OVERFLOW) <= 0, path


@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_twice_the_size_still_fits(open_page: Open, width: int) -> None:
    page = open_page("/", viewport={"width": width, "height": 800})
    fill(page)
    for path in PATHS:
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(OVERFLOW) <= 0, path
